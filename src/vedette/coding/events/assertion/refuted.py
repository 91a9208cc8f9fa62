"""Reports and claims that are called false: "Reports that guns shelled the village are untrue"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.assertion.negation import negation_of
from vedette.coding.events.governors import path_up
from vedette.tables.assertion import assertion_lexicon

if TYPE_CHECKING:
    from vedette.record import Parsed, Token

_BEFORE = 8
"""How many words a report may stand before the clause that says what it reports."""


def refuted_by(parsed: Parsed, anchor: int) -> int | None:
    """The word that calls what is told at a token false; None where nothing does.

    It stands in the same sentence as a word for a report whose clause, or whose complement, holds the token, and bears
    on that report, not on what lies in the clause.
    """
    sentence = parsed.sentences[parsed.tokens[anchor].sent]
    words = parsed.tokens[sentence.first : sentence.last]
    table = assertion_lexicon().table
    false = [t for t in words if t.text.lower() in table.falsehoods and not _is_negated(parsed, t)]
    if not false:
        return None
    tale = next((t for t in words if t.i != anchor and _is_tale(parsed, t) and _tells(parsed, t, anchor)), None)
    if tale is None:
        return None
    return next((t.i for t in false if t.i != tale.i and not _is_part(parsed, t, anchor)), None)


def _is_tale(parsed: Parsed, token: Token) -> bool:
    """Whether a word is one for a report; what "that" follows is a noun, whatever the tagger thinks."""
    if token.lemma.lower() not in assertion_lexicon().table.tales:
        return False
    after = parsed.tokens[token.i + 1].text.lower() if token.i + 1 < len(parsed.tokens) else ""
    return token.pos == "NOUN" or (after == "that" and token.tag in {"NNS", "VBZ"})


def _is_negated(parsed: Parsed, token: Token) -> bool:
    return negation_of(parsed, token.i) is not None or negation_of(parsed, token.head) is not None


def _tells(parsed: Parsed, tale: Token, anchor: int) -> bool:
    """Whether a token stands in what a report tells: under it, or in a "that" clause right after it."""
    if tale.i in path_up(parsed, anchor):
        return True
    return anchor > tale.i and _that_after(parsed, tale) is not None


def _that_after(parsed: Parsed, tale: Token) -> int | None:
    after = parsed.tokens[tale.i + 1 : tale.i + 1 + _BEFORE]
    return next((t.i for t in after if t.text.lower() == "that" and t.sent == tale.sent), None)


def _is_part(parsed: Parsed, false: Token, anchor: int) -> bool:
    """Whether a word for falsehood is part of what the report tells: "reports that they spread lies"."""
    i = false.i
    while i != anchor and parsed.tokens[i].head != i:
        i = parsed.tokens[i].head
        if i != anchor and parsed.tokens[i].pos in {"VERB", "AUX"}:
            return False
    return i == anchor
