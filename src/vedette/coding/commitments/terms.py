"""Terms that somebody is given: a deadline in a noun, "are to be gone by nightfall", "has until Friday to leave"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.hit import deadline_in
from vedette.coding.commitments.vows import of_war
from vedette.tables.commitment_forms import commitment_forms

if TYPE_CHECKING:
    from vedette.coding.commitments.hit import Setting
    from vedette.coding.commitments.words import Range, Words

_TOLD = frozenset({"warn", "tell", "order", "instruct", "command"})


def term_given(s: Setting) -> tuple[Range, Range, Range] | None:
    """The cue, the deadline and the demand of a term; none where it is one of courts, offices or households."""
    words, forms = s.words, commitment_forms()
    foe = words.matches(r"^(?:they|you|he)\b") and words.parsed.in_direct_quotation(words.token(0).start)
    if s.declarer.standing < 2 or not (of_war(words) or foe) or at_home(words):
        return None
    whole = (0, len(words.tokens))
    told = (forms.told,) if s.unit.cue in _TOLD and s.unit.cue_token is not None else ()
    for pattern in (*forms.allowed, forms.due, *told):
        for m in words.find(pattern):
            deadline = deadline_in(words, whole)
            if deadline is None or words.matches(r"\b(?:election|vote|hold talks|meet|begin|start)\b", whole):
                continue
            asked = words.trim((0, _end_of_demand(words, m.end)))
            return (m.start, m.end), deadline, asked
    return None


def at_home(words: Words) -> bool:
    """Whether a term is one of law or administration: to appeal, to report, to hand in a passport."""
    forms = commitment_forms()
    m = words.first(r"\bto (?=\w)")
    head = (0, m.start) if m is not None and m.start > 0 else (0, len(words.tokens))
    abroad = words.matches(r"\bforeign\b", head) or words.matches(forms.mission, head)
    return (words.matches(forms.domestic, head) and not abroad) or words.matches(forms.paperwork)


def _end_of_demand(words: Words, start: int) -> int:
    for j in range(start, len(words.tokens)):
        text = words.token(j).text.lower()
        after = words.token(j + 1).text.lower() if j + 1 < len(words.tokens) else ""
        if text in {".", ";"} or (text == "," and after in {"or", "otherwise", "failing", "after"}):
            return j
    return len(words.tokens)
