"""Where a clause or a noun phrase has its negation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.assertion import tree
from vedette.tables.assertion import assertion_lexicon

if TYPE_CHECKING:
    from vedette.record import Parsed


def negation_of(parsed: Parsed, i: int) -> int | None:
    """The token that negates the clause or phrase of token ``i``: "not", "never", "no" before an argument, "nobody"."""
    if _not_until(parsed, i):
        return None
    for child in parsed.dependents(i):
        text = child.text.lower()
        if child.dep == "neg" and text in assertion_lexicon().table.negators:
            return child.i
        if child.dep in {"nsubj", "nsubjpass", "dobj", "attr"} and parsed.tokens[i].pos in tree.VERBAL:
            if text in assertion_lexicon().table.negative_pronouns:
                return child.i
            if (child.dep != "dobj" or _harms(parsed, i)) and (
                found := negative_determiner(parsed, child.i)
            ) is not None:
                return found
        if child.dep == "advmod" and child.lemma == "no" and text == "no":
            return child.i
        if child.dep == "advmod" and text == "longer" and parsed.tokens[child.i - 1].text.lower() == "no":
            return child.i - 1
    return None


def _harms(parsed: Parsed, i: int) -> bool:
    """Whether a verb is of those that do harm, so that "no" before its object says that it was not done."""
    return parsed.tokens[i].lemma.lower() in assertion_lexicon().table.harming


def _not_until(parsed: Parsed, i: int) -> bool:
    """Whether a negation only says when: "it was not until Tuesday that", "did not leave until"."""
    if any(a.tag == "MD" for a in parsed.dependents(i, "aux")):
        return False
    return any(c.text.lower() == "until" for c in parsed.dependents(i, "prep", "mark")) or any(
        c.text.lower() == "until" for k in parsed.dependents(i, "advcl") for c in parsed.dependents(k.i)
    )


def negative_determiner(parsed: Parsed, i: int) -> int | None:
    """The "no" or "neither" before a noun, or "hardly any"."""
    table = assertion_lexicon().table
    for child in parsed.dependents(i, "det", "nummod", "neg"):
        if child.text.lower() in table.negative_determiners:
            return child.i
        if child.i and parsed.tokens[child.i - 1].text.lower() in table.minimisers and child.text.lower() == "any":
            return child.i - 1
    return None
