"""Conditional threats: a condition, or an act as the subject or object, and the harm that hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.conditions import Condition, conditions
from vedette.coding.commitments.declarer import side
from vedette.coding.commitments.harms import answers_defiance, is_threat, predicate_start, withholds
from vedette.coding.commitments.hit import (
    Hit,
    Setting,
    form_of,
    object_range,
    predicate_range,
    subject_range,
)
from vedette.coding.commitments.implied import coupled, hostile, mirrored, reckoning, veiled_threat
from vedette.coding.commitments.pledges import kind_of
from vedette.tables.commitment_forms import commitment_forms
from vedette.tables.commitments import commitment_cues

if TYPE_CHECKING:
    from vedette.coding.commitments.conditions import Condition
    from vedette.coding.commitments.hit import Setting
    from vedette.coding.commitments.words import Range, Words


def or_else(words: Words) -> Range | None:
    """What follows "or else", "otherwise", "failing which": the harm that an unmet demand brings."""
    m = words.first(
        r"(?: , )?\b(?:(?<=[.,] )then|or else|or|otherwise|failing which|after that|after which)\b"
        r"(?=.{0,80}?(?:{WILL}|face|risk))"
    )
    if m is None:
        return None
    at = words.trim((m.end, len(words.tokens)))
    return at if at[0] < at[1] else None


def conditional_threat(s: Setting, demand: Hit | None) -> Hit | None:
    """A condition and a harm that hangs on it."""
    for condition in conditions(s.words):
        hit = _with_condition(s, condition)
        if hit is not None:
            return hit
    for finder in (_nominal, coupled, reckoning, _subject_conditional, _object_conditional):
        hit = finder(s)
        if hit is not None:
            return hit
    either = _either(s)
    if either is not None:
        return either
    if demand is not None and demand.demand is not None:
        consequence = or_else(s.words)
        if (
            consequence is not None
            and consequence[0] > demand.cue[0]
            and (is_threat(s, consequence) or _own_answer(s, consequence))
        ):
            return Hit("conditional_threat", demand.cue, None, consequence, None, demand.demand, 0.7)
    return None


def _own_answer(s: Setting, at: Range) -> bool:
    """Whether the declarer's own side will do something, of whatever kind ("or the army would do it")."""
    modal = next((m for m in s.words.find("{WILL}") if at[0] <= m.start and m.end < at[1]), None)
    if modal is None or modal.start == at[0]:
        return False
    return side(s.words, (at[0], modal.start), s.declarer, s.grounding) in {"own", "state"}


def _either(s: Setting) -> Hit | None:
    """As in “Either they hand in their arms or the army will take them”."""
    words = s.words
    m, consequence = words.first(r"\beither\b"), or_else(words)
    if m is None or consequence is None or consequence[0] <= m.end or not is_threat(s, consequence):
        return None
    asked = words.trim((m.end, consequence[0]))
    if asked[0] >= asked[1]:
        return None
    return Hit("conditional_threat", (m.start, m.end), None, consequence, None, (kind_of(words, asked), asked), 0.75)


def _with_condition(s: Setting, c: Condition) -> Hit | None:
    words = s.words
    main = c.main
    if words.matches(commitment_cues().idle_condition, c.at) or words.matches(commitment_cues().indirect):
        return None
    if words.matches(r"^(?:how|why|whether)\b|\b(?:unclear|asked|(?<!we )know) (?:how|why|whether|what)\b", main):
        return None
    if c.mark in {"until", "till"} and not words.matches(r"{WILL}|\bno\b|continue", main):
        return None
    if c.mark == "before":
        barred = words.matches(commitment_cues().nothing, main) or words.matches(
            r"{WILL} (?:\w+ )?(?:be no|not)\b", main
        )
        if c.fronted or not barred or not (withholds(s, c) or is_threat(s, main)):
            return None
    if commits_to_restraint(s, main) or words.matches(commitment_forms().offer, (main[0], c.at[1])):
        return None
    if c.mark == "while" and (
        c.fronted or not hostile(words, c.at) or not words.matches(r"\b(?:no|not|never)\b", main)
    ):
        return None
    if not (
        mirrored(s, c)
        or is_threat(s, main)
        or withholds(s, c)
        or answers_defiance(s, c)
        or veiled_threat(s, c.at, main)
    ):
        return None
    start = predicate_start(s, main)
    consequence = (start, main[1])
    hesitates = words.matches(r"\bnot hesitate\b", main) and c.mark == "when it comes to"
    form = "deterrent_warning" if hesitates or c.mark == "when it comes to" else "conditional_threat"
    cue = (c.at[0], min(c.at[0] + len(c.mark.split()), c.at[1]))
    return Hit(form, cue, c.at, consequence, weight=0.8)


def commits_to_restraint(s: Setting, main: Range) -> bool:
    """As in “We will hold our fire as long as they do”."""
    return any(s.words.matches(p, main) for p in commitment_forms().held_back)


def _nominal(s: Setting) -> Hit | None:
    """As in “warned of a tough response to further incursions”."""
    if s.unit.cue not in {"warn", "threaten", "promise", "vow", "caution", "pledge", "announce"}:
        return None
    words = s.words
    for cue in commitment_cues().nominal_threat:
        m = words.first(cue.pattern)
        if m is None or m.start > 1 or m.end >= len(words.tokens):
            continue
        if words.token(m.end).text.lower() in {"to", "against", "for", "after", "in"}:
            trigger = object_range(words, m.end + 1)
            acts = any(words.matches(t.pattern, trigger) for t in commitment_cues().trigger_words) if trigger else False
            if trigger is not None and (acts or words.token(m.end).text.lower() in {"to", "against"}):
                form = "deterrent_warning" if words.matches(r"^any\b", trigger) else "conditional_threat"
                return Hit(form, (m.start, m.end), trigger, (m.start, m.end), weight=0.65)
    return None


def _subject_conditional(s: Setting) -> Hit | None:
    """As in “Any attack would be met with force”: an act that is named, with no clause that makes a condition of it."""
    words, cues, forms = s.words, commitment_cues(), commitment_forms()
    plain = [c.pattern for c in cues.conditional_subject]
    for pattern in (*plain, *forms.act_strong, *forms.act_weak):
        for m in words.find(pattern):
            subject = subject_range(words, m.start)
            if subject[0] >= subject[1] or (pattern in forms.act_weak and not hostile(words, subject)
                                            and not words.matches(r"\battempts?\b", subject)):  # fmt: skip
                continue
            general = words.matches(cues.any_act, subject) or words.matches(cues.personal, subject)
            act = any(words.matches(t.pattern, subject) for t in cues.trigger_words) and subject[1] - subject[0] > 1
            definite = words.matches(r"^the (?!.* of )(?!.* who )(?!.* that )", subject) or words.matches(
                r"^(?:this|that|these|those(?! who)|they|he|it|you|such|his|her|their)\b", subject
            )
            if words.matches(commitment_forms().money, subject):
                continue
            if not (general or (act and not definite)) or words.matches(r"^(?:an? (?:response|reply|answer))", subject):
                continue
            consequence = predicate_range(words, m.start)
            return Hit(form_of(words, subject), (m.start, m.end), subject, consequence, weight=0.75)
    return None


def _object_conditional(s: Setting) -> Hit | None:
    """As in “We will treat any landing as an act of war”."""
    words = s.words
    for pattern in (*(c.pattern for c in commitment_cues().conditional_object), commitment_forms().returned):
        for m in words.find(pattern):
            if m.group is None:
                continue
            group = m.group if m.group[1] - m.group[0] > 1 else object_range(words, m.group[0])
            if group is not None:
                return Hit("conditional_threat", (m.start, m.end), words.trim(group), predicate_range(words, m.start))
    return None
