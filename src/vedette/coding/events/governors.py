"""What governs a word: the predicates above it, nearest first."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.record import Parsed, Span, Token
    from vedette.tables.assertion import AssertionLexicon

_SAYING = frozenset({"report", "claim", "denial"})


def span_head(parsed: Parsed, span: Span) -> int | None:
    """The token of a span whose head lies outside it; None where the span has no token."""
    inside = tokens_in(parsed, span)
    held = {t.i for t in inside}
    return next((t.i for t in inside if t.head not in held or t.head == t.i), None)


def tokens_in(parsed: Parsed, span: Span) -> list[Token]:
    """The tokens that a span touches, in the order of the text."""
    out = []
    for i in range(bisect_right(parsed.tokens, span.start, key=lambda t: t.end), len(parsed.tokens)):
        if parsed.tokens[i].start >= span.end:
            break
        out.append(parsed.tokens[i])
    return out


def path_up(parsed: Parsed, i: int) -> list[int]:
    """The tokens above ``i``, its head first, the root last."""
    out = []
    while parsed.tokens[i].head != i:
        i = parsed.tokens[i].head
        out.append(i)
    return out


def governors(parsed: Parsed, i: int) -> list[int]:
    """The verbs and nouns above token ``i`` that may hold it, nearest first; prepositions are passed over."""
    return [k for k in path_up(parsed, i) if parsed.tokens[k].pos in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"}]


def clause_verb(parsed: Parsed, i: int) -> int:
    """The verb of the clause of token ``i``; the root where none is above it."""
    if parsed.tokens[i].pos in {"VERB", "AUX"}:
        return i
    above = path_up(parsed, i)
    return next((k for k in above if parsed.tokens[k].pos in {"VERB", "AUX"}), above[-1] if above else i)


def speech_between(parsed: Parsed, upper: int, lower: int, lexicon: AssertionLexicon) -> bool:
    """Whether token ``lower`` stands in what ``upper``, or something between the two, says."""
    i = lower
    while i != upper and parsed.tokens[i].head != i:
        head = parsed.tokens[i].head
        if parsed.tokens[i].dep in {"ccomp", "xcomp", "parataxis"}:
            part = "N" if parsed.tokens[head].pos in {"NOUN", "PROPN"} else "V"
            predicate = lexicon.predicate(part, parsed.tokens[head].lemma.lower())
            if predicate is not None and (predicate.name in _SAYING or parsed.tokens[i].dep == "ccomp"):
                return True
        i = head
    return False
