"""Threats whose condition has no "if" ("Touch one stone and …", "Anyone who fires …"), and harms left unnamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.declarer import side
from vedette.coding.commitments.harms import is_threat
from vedette.coding.commitments.hit import Hit, Setting, predicate_range
from vedette.tables.commitment_forms import commitment_forms
from vedette.tables.commitments import commitment_cues, compiled

if TYPE_CHECKING:
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
    dared = compiled(forms.dare).match(text) is not None and _imperative(words, first)
    if not dared and compiled(forms.fragment).match(text) is None:
        return None
    for m in words.find(forms.joint):
        left, right = words.trim((first, m.start)), words.trim((m.end, len(words.tokens)))
        if left[0] >= left[1] or right[0] >= right[1] or left[1] - left[0] > _NEAR:
            continue
        if words.matches("{WILL}|must", left) or not (dared or _verbless(words, left)):
            return None
        if _brings(s, right) and (dared or hostile(words, left) or words.matches(r"^a (?:step|foot|move|boot)", left)):
            return Hit("conditional_threat", left, left, right, weight=0.7)
    return None


def _imperative(words: Words, first: int) -> bool:
    """Whether the sentence opens with a bare verb: no subject stands before it, none after it but "them"."""
    lead = {"but", "so", "just", "only", "then", "well", "and", ","}
    near = [words.token(k) for k in range(first, min(first + 3, len(words.tokens)))]
    opener = next((t for t in near if t.text.lower() not in lead), None)
    return opener is not None and (opener.tag in {"VB", "VBP", "NNP", "NN", "VBD", "JJ"} and opener.dep != "nsubj")


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
        if subject[0] >= subject[1] or words.matches("{WILL}", subject) or not hostile(words, subject):
            continue
        if words.matches(forms.mild, rest) or words.matches(commitment_cues().cooperative, (m.end, m.end + 1)):
            continue
        return Hit("conditional_threat", (m.start, m.end), subject, consequence, weight=0.7)
    return None
