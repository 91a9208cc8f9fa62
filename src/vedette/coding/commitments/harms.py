"""Whether a clause is a harm that somebody threatens, and where its predicate begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.conditions import Condition
from vedette.coding.commitments.declarer import side
from vedette.coding.commitments.hit import (
    Setting,
)
from vedette.tables.commitments import commitment_cues, compiled

if TYPE_CHECKING:
    from vedette.coding.commitments.conditions import Condition
    from vedette.coding.commitments.hit import Setting
    from vedette.coding.commitments.words import Range


def predicate_start(s: Setting, main: Range) -> int:
    """The verb phrase where the declarer's own side acts, the clause where another's does."""
    words = s.words
    for m in words.find(r"(?:{WILL}|(?:is|are|was|were|stands?) (?:ready|prepared) to|must)\b"):
        if main[0] <= m.start < main[1]:
            whose = side(words, (main[0], m.start), s.declarer, s.grounding)
            own = m.start == main[0] or whose == "own" or (whose == "state" and s.declarer.standing == 2)
            return m.start if own else main[0]
    return main[0]


def withholds(s: Setting, c: Condition) -> bool:
    """As in “We will not talk until the last soldier has left”."""
    if c.mark not in {"until", "till", "unless", "as long as", "so long as", "for as long as", "before"}:
        return False
    modal = next((m for m in s.words.find("{WILL}") if c.main[0] <= m.start and m.end < c.main[1]), None)
    if modal is None or s.declarer.standing < 2:
        return False
    verb = s.words.words((modal.end, c.main[1]))
    whose = side(s.words, (c.main[0], modal.start), s.declarer, s.grounding) if modal.start > c.main[0] else "own"
    return whose != "other" and compiled(commitment_cues().withheld).match(verb) is not None


def answers_defiance(s: Setting, c: Condition) -> bool:
    """As in “If they do not stop, we will go and look for them”: any answer of one's own to an act of defiance."""
    words, cues = s.words, commitment_cues()
    modal = next((m for m in words.find("{WILL}") if c.main[0] <= m.start and m.end < c.main[1]), None)
    if modal is None or s.declarer.standing < 2 or not words.matches(cues.defiance, c.at):
        return False
    verb = compiled("^{ADV}").sub("", words.words((modal.end, c.main[1])))
    if compiled(cues.cooperative).search(verb) or verb.startswith(("not ", "be ", "have ")):
        return False
    own = words.matches(r"^we\b", (c.main[0], modal.start)) or s.declarer.country is not None
    return own and side(words, (c.main[0], modal.start), s.declarer, s.grounding) == "own"


def is_threat(s: Setting, at: Range) -> bool:
    """Whether a clause is a harm by the declarer's side, or one that another side will suffer."""
    words, cues = s.words, commitment_cues()
    text = words.words(at)
    plain = (*cues.conditional_subject, *cues.announced)
    if any(c.start >= at[0] and c.end <= at[1] for cue in plain for c in words.find(cue.pattern)):
        return True
    warned = words.first(r"\b(?:warning|threatening) (?:\S+ ){0,4}?(?:of|with) ")
    if warned is not None and any(
        compiled("^" + c.pattern).search(words.words((warned.end, at[1]))) for c in cues.nominal_threat
    ):
        return True
    modal = next((m for m in words.find(commitment_cues().modal) if at[0] <= m.start and m.end <= at[1]), None)
    if modal is None:
        infinitive = at[0] == 0 and words.prefix in {"will", "is going"}
        noun = at[0] == 0 and s.unit.cue in {"warn", "threaten", "promise", "vow", "caution"}
        named = noun and any(compiled("^" + c.pattern).search(text) for c in cues.nominal_threat)
        return named or (infinitive and compiled(cues.harm).search(text) is not None)
    verb = compiled("^{ADV}").sub("", words.words((modal.end, at[1])))
    whose = side(words, (at[0], modal.start), s.declarer, s.grounding) if modal.start > at[0] else "own"
    if compiled(cues.nothing).match(text) and whose != "other":
        return True
    if compiled(cues.harm).search(verb) is None or compiled(cues.cooperative).match(verb):
        return False
    if whose != "own" and compiled(cues.victims).match(verb) is not None:
        return True
    answering = whose == "unknown" and compiled(cues.answering).match(verb) is not None
    official = (whose == "state" or answering) and s.declarer.standing == 2
    return whose == "own" or official or verb.startswith("be ") or words.matches(r"^there\b", at)
