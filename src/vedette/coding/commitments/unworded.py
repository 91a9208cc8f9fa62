"""Lines drawn without the words "red line": “a step too far”, “not one metre”, “will never be a foreign base”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.declarer import side
from vedette.coding.commitments.hit import Hit, Setting, is_act, subject_range
from vedette.coding.commitments.vows import of_war
from vedette.tables.commitment_forms import commitment_forms

if TYPE_CHECKING:
    from vedette.coding.commitments.hit import Setting
    from vedette.coding.commitments.words import Range, Words

_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})


def unworded_line(s: Setting) -> Hit | None:
    """A line that the declarer draws without naming it one."""
    words, forms = s.words, commitment_forms()
    if s.declarer.standing < 2 or not (of_war(words) or words.matches(forms.dear_place)):
        return None
    m = words.first(forms.too_far)
    if m is not None and of_war(words):
        subject = subject_range(words, m.start)
        named = subject[0] < subject[1] and is_act(words, subject)
        return Hit("red_line_named", (m.start, m.end), subject if named else None, weight=0.7)
    m = words.first(forms.never)
    if m is not None:
        subject = subject_range(words, m.start)
        if subject[0] < subject[1] and words.matches(forms.dear_place, subject) and of_war(words):
            return Hit("red_line_named", (m.start, m.end), weight=0.6)
    m = words.first(forms.elliptical)
    verbless = not any(words.token(k).tag in _FINITE for k in range(min(9, len(words.tokens))))
    if m is not None and verbless and s.unit.basis == "statement" and side(words, (0, 1), s.declarer, s.grounding):
        gap = (k for k in range(1, len(words.tokens)) if words.tokens[k] - words.tokens[k - 1] > 2)
        content = words.trim((0, next(gap, len(words.tokens))))
        return Hit("red_line_named", (m.start, m.end), weight=0.6, content=content)
    return None


def told_before(words: Words, k: int) -> Range | None:
    """What "that is our red line" at ``k`` stands for: the sentence before, without its "No." or "Never."."""
    ends = [j for j in range(k) if words.token(j).text in {".", "?", "!", ";", ":"}]
    while ends:
        at = words.trim((ends[-2] + 1 if len(ends) > 1 else 0, ends[-1]))
        if at[1] - at[0] > 1:
            refusals = [j for j in range(at[0] + 1, at[1]) if words.token(j).text.lower() in {"never", "no"}]
            return words.trim((at[0], refusals[0])) if refusals and refusals[0] >= at[1] - 2 else at
        ends.pop()
    return None
