"""Whether a predicate is told as to come, or as not so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.lexicon import lexicon

if TYPE_CHECKING:
    from vedette.coding.events.syntax import Syntax

WILL = frozenset({"will", "would", "'ll", "’ll", "shall", "wo", "ll"})
MUST = frozenset({"must", "should", "ought"})


def future(syntax: Syntax, i: int) -> bool:
    """Whether a verb, or what governs it as a plan, lies ahead."""
    if WILL.intersection(syntax.aux(i)):
        return True
    token = syntax.tokens[i]
    if token.dep == "xcomp" and token.head != i:
        head = syntax.tokens[token.head]
        return (
            head.lemma.lower() in lexicon().plans
            or (head.lemma == "go" and head.tag == "VBG")
            or future(syntax, head.i)
        )
    if token.dep == "conj" and not syntax.kids(i, "nsubj"):
        return future(syntax, token.head)
    return False


def negated(syntax: Syntax, i: int) -> bool:
    """Whether a verb, or the verb that it completes, is negated."""
    if syntax.negated(i):
        return True
    token = syntax.tokens[i]
    purpose = token.dep == "advcl" and any(t.tag == "TO" for t in syntax.kids(i, "aux"))
    if (token.dep == "xcomp" or purpose) and token.head != i:
        return syntax.negated(token.head)
    if token.dep == "conj" and not syntax.kids(i, "nsubj", "aux"):
        return negated(syntax, token.head)
    return False
