"""Threats whose condition has no "if" ("Touch one stone and …", "Anyone who fires …"), and harms left unnamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.declarer import side
from vedette.coding.commitments.harms import is_threat
from vedette.coding.commitments.hit import Hit, Setting, form_of, predicate_range
from vedette.tables.commitment_forms import commitment_forms
from vedette.tables.commitments import commitment_cues, compiled

if TYPE_CHECKING:
    from vedette.coding.commitments.conditions import Condition
    from vedette.coding.commitments.hit import Setting
    from vedette.coding.commitments.words import Match, Range, Words

_NEAR = 40
"""Words; a bare act and what it brings stand closer than that."""


def veiled_threat(s: Setting, condition: Range, main: Range) -> bool:
    """As in “If they come back, we know what to do”: an answer to a hostile act that nothing names."""
    return s.declarer.standing == 2 and hostile(s.words, condition) and veiled(s, main)


def hostile(words: Words, at: Range) -> bool:
    """Whether a condition speaks of an act that a foe would do."""
    forms = commitment_forms()
    return words.matches(forms.provocation, at) and not words.matches(forms.peaceable, at)


def veiled(s: Setting, at: Range) -> bool:
    """Whether a clause hints at a harm: by one's own side without its name, or that others will meet."""
    words, forms = s.words, commitment_forms()
    if words.matches(forms.peaceable, at):
        return False
    if any(_own(s, at, m) for p in forms.veiled for m in words.find(p) if _inside(m, at)):
        return True
    found = [m for p in forms.suffered for m in words.find(p) if _inside(m, at)]
    return any(side(words, (at[0], m.start), s.declarer, s.grounding) != "own" or words.matches(r"^it\b", at)
               or _third(words, (at[0], m.start)) for m in found)  # fmt: skip


def mirrored(s: Setting, c: Condition) -> bool:
    """As in “As long as we do not sleep, they will not sleep”: what one side goes without, the other shall too."""
    words = s.words
    if s.declarer.standing < 2 or c.mark not in {"if", "as long as", "so long as", "until", "while"}:
        return False
    verbs = [{words.token(k).lemma for k in range(*at) if words.token(k).pos == "VERB"} for at in (c.at, c.main)]
    return bool(verbs[0] & verbs[1]) and all(words.matches(r"\b(?:not|no|never|nobody)\b", at) for at in (c.at, c.main))


def _inside(m: Match, at: Range) -> bool:
    return at[0] <= m.start and m.end <= at[1]


def _own(s: Setting, at: Range, m: Match) -> bool:
    """Whether the declarer's side would do it, or somebody left out of a passive."""
    words = s.words
    if m.start == at[0] or words.matches(r"{WILL} {ADV}be\b", (m.start, m.end)):
        return True
    whose = side(words, (at[0], m.start), s.declarer, s.grounding)
    return whose in {"own", "state"} or words.matches(r"^(?:our|my|his|its|the) ", at)


def _third(words: Words, at: Range) -> bool:
    return words.matches(r"^(?:they|he|you|none|no one|nobody|not one|no)\b", at)


def coupled(s: Setting) -> Hit | None:
    """An act dared, or named alone, joined to what it brings: “One more shell and the road is closed”."""
    words, forms = s.words, commitment_forms()
    if s.declarer.standing < 2 or words.prefix or s.unit.basis == "headline":
        return None
    first = words.trim((0, len(words.tokens)))[0]
    text = words.words((first, len(words.tokens)))
    listed = compiled(forms.dare).match(text) is not None
    dared = _imperative(words, first, listed) and compiled(forms.plea).match(text) is None
    if not dared and compiled(forms.fragment).match(text) is None:
        return None
    for m in words.find(forms.joint):
        left, right = words.trim((first, m.start)), words.trim((m.end, len(words.tokens)))
        if left[0] >= left[1] or right[0] >= right[1] or left[1] - left[0] > _NEAR:
            continue
        if words.matches("{WILL}|must", left) or not (dared or _verbless(words, left)):
            return None
        if (
            _brings(s, right)
            and (listed or is_threat(s, right))
            and (dared or hostile(words, left) or words.matches(r"^a (?:step|foot|move|boot)", left))
        ):
            return Hit("conditional_threat", left, left, right, weight=0.7)
    return None


def _imperative(words: Words, first: int, listed: bool) -> bool:
    """Whether the sentence opens with a bare verb; one that no table lists needs its object beside it."""
    lead = {"but", "so", "just", "only", "then", "well", "and", ","}
    near = [words.token(k) for k in range(first, min(first + 4, len(words.tokens)))]
    opener = next((t for t in near[:3] if t.text.lower() not in lead), None)
    if opener is None:
        return False
    at = near.index(opener)
    beside = at + 1 < len(near) and near[at + 1].tag in {"DT", "PRP$"} and not opener.text.lower().endswith("s")
    if (
        opener.tag in {"VB", "VBP"}
        or (beside and opener.tag in {"NN", "NNP"})
        or (listed and opener.tag in {"NNP", "NN", "VBD", "JJ"} and opener.dep != "nsubj")
    ):
        return listed or beside
    return listed and beside


def _verbless(words: Words, at: Range) -> bool:
    return not any(words.token(k).tag in {"VBZ", "VBD", "VBP", "MD"} for k in range(*at))


def _brings(s: Setting, right: Range) -> bool:
    words, forms = s.words, commitment_forms()
    if words.matches(forms.peaceable, right) or words.matches(forms.mild, right):
        return False
    return is_threat(s, right) or veiled(s, right) or words.matches(forms.present, right)


def reckoning(s: Setting) -> Hit | None:
    """As in “Whoever shelters them must reckon with the same fate”."""
    words, forms = s.words, commitment_forms()
    if s.declarer.standing < 2:
        return None
    first = words.trim((0, len(words.tokens)))[0]
    if not words.matches(forms.who, (first, len(words.tokens))):
        return None
    for m in words.find(forms.reckon):
        subject = words.trim((first, m.start))
        consequence = predicate_range(words, m.start)
        rest = (m.start, len(words.tokens))
        if subject[0] >= subject[1] or words.matches("{WILL}", subject):
            continue
        if not (hostile(words, subject) or words.matches(forms.near_us, rest)):
            continue
        if words.matches(forms.mild, rest) or words.matches(commitment_cues().cooperative, (m.end, m.end + 1)):
            continue
        return Hit(form_of(words, subject), (m.start, m.end), subject, consequence, weight=0.7)
    return None
