"""Lines that the declarer names as such, and demands and conditions with a deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.conditional import or_else
from vedette.coding.commitments.deterrents import deterrent_of
from vedette.coding.commitments.hit import (
    Hit,
    Setting,
    clause_start,
    deadline_in,
    is_act,
    object_range,
    subject_range,
)
from vedette.coding.commitments.pledges import kind_of
from vedette.coding.commitments.terms import at_home, term_given
from vedette.coding.commitments.unworded import told_before, unworded_line
from vedette.tables.commitments import commitment_cues, compiled

if TYPE_CHECKING:
    from vedette.coding.commitments.hit import Setting
    from vedette.coding.commitments.words import Match, Range, Words


def red_line(s: Setting) -> Hit | None:
    """A line that the declarer names as one."""
    words = s.words
    if words.matches(commitment_cues().unnamed):
        return None
    for cue in commitment_cues().red_line:
        m = words.first(cue.pattern)
        if m is None or _told_of_past(words, m):
            continue
        trigger = _red_trigger(words, m)
        other = deterrent_of(s)
        if trigger is None and other is not None:
            trigger = other.trigger
        return Hit("red_line_named", (m.start, m.end), trigger, weight=0.85)
    return unworded_line(s)


def _told_of_past(words: Words, m: Match) -> bool:
    return words.matches(r"\b(?:has|have|had) (?:already )?(?:been )?crossed\b|\bcrossed (?:a|the|all|every|another)\b")


def _red_trigger(words: Words, m: Match) -> Range | None:
    named = words.first(commitment_cues().regarded_as)
    if named is not None and named.group is not None:
        at = words.trim(named.group)
    else:
        text = words.words((m.start, m.end))
        after = words.words((m.end, min(m.end + 3, len(words.tokens))))
        if text.endswith("line") and after.split(" ")[:1] in (["at"], ["on"], ["around"], ["against"]):
            return object_range(words, m.end + 1)
        if compiled(r"^(?:is|are|:|was|were)\b|^:").match(after):
            at = object_range(words, m.end + 1) or (m.end, m.end)
            return (
                at if at[0] < at[1] and words.matches(r"^(?:any|every|attempt\w*|an attack|attack\w*)\b", at) else None
            )
        at = _before_copula(words, m.start)
    if at[0] < at[1] and words.matches(r"^(?:for \w+ ,? ?)?(?:that|this|it|here|there)$", at):
        before = told_before(words, at[0])
        return before if before is not None and is_act(words, before) else None
    if at[0] >= at[1] or words.matches(r"^(?:which|these|those)$", at):
        return None
    return at if is_act(words, at) else None


def _before_copula(words: Words, k: int) -> Range:
    verbs = [
        j for j in range(max(0, k - 5), k + 1) if compiled(commitment_cues().copula).fullmatch(words.words((j, j + 1)))
    ]
    modal = [j for j in range(max(0, k - 5), k + 1) if compiled("{WILL}").fullmatch(words.words((j, j + 1)))]
    if words.words((0, k)).endswith("as a") or not (verbs or modal):
        at = verbs[-1] if verbs else k
        return words.trim((0, at))
    first = min(verbs[-1:] + modal[-1:])
    subject = subject_range(words, first)
    return subject if subject[1] == first else words.trim((clause_start(words, first), first))


def ultimatum(s: Setting, conditional: Hit | None, demand: Hit | None) -> Hit | None:
    """A demand or a condition with a deadline."""
    words = s.words
    if conditional is not None and conditional.trigger is not None:
        deadline = deadline_in(words, conditional.trigger)
        if deadline is not None:
            return _with(conditional, "ultimatum", deadline, demand)
    if conditional is not None and conditional.demand is not None and conditional.cue[1] <= conditional.demand[1][0]:
        deadline = deadline_in(words, conditional.demand[1])
        if deadline is not None:
            return _with(conditional, "ultimatum", deadline, conditional)
    for cue in commitment_cues().ultimatum:
        m = words.first(cue.pattern)
        whole = (0, len(words.tokens))
        if m is not None and not at_home(words) and (deadline := deadline_in(words, whole)) is not None:
            base = conditional or Hit("ultimatum", (m.start, m.end), consequence=or_else(words))
            return _with(base, "ultimatum", deadline, demand)
    term = term_given(s)
    if term is not None:
        given, ends, asked = term
        base = conditional or Hit("ultimatum", given, None, or_else(words), None, (kind_of(words, asked), asked))
        return _with(base, "ultimatum", ends, demand)
    if demand is not None and demand.demand is not None:
        deadline = deadline_in(words, (0, len(words.tokens)))
        firm = s.unit.cue not in {"urge", "call", "ask", "appeal"} or words.matches(
            r"\bmust\b|\bor else\b|\botherwise\b"
        )
        if deadline is not None and firm and words.words(deadline).split(" ")[0] not in {"after", "past", "beyond"}:
            base = conditional or Hit("ultimatum", demand.cue, consequence=or_else(words))
            return _with(base, "ultimatum", deadline, demand)
    return None


def _with(base: Hit, form: str, deadline: Range, demand: Hit | None) -> Hit:
    asked = demand.demand if demand is not None else base.demand
    return Hit(form, base.cue, base.trigger, base.consequence, deadline, asked, max(base.weight, 0.75))
