"""The bearer of an office whose name follows it without a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.reading.known import known_names
from vedette.tables.people import people

if TYPE_CHECKING:
    from vedette.record import Token

_OF = frozenset(("of", "for", "to"))
_SMALL = frozenset(("the", "of", "and", "for", "on", "to", "in"))
_DESCENT = frozenset(("sayyed", "sayyid", "seyyed", "seyed", "syed"))
"""Titles of descent, which stand behind other titles."""
MAX_NAME = 4
"""Words of a person's name."""


def office_bearer(tokens: tuple[Token, ...], first: int) -> tuple[int, int] | None:
    """Where the name stands, first and last exclusive, that follows an office and its body without a comma.

    As in "Head of Luria's Atomic Energy Organization Mohammad Eslani"; None where no name follows.
    """
    table = people()
    last = len(tokens) - 4
    office = next((i for i in range(first, min(first + 4, last)) if _is_office(tokens, i)), None)
    if office is None or any(t.text == "," for t in tokens[first:office]):
        return None
    end = office + 2
    while end < len(tokens) and end < office + 16 and _in_office(tokens[end], tokens[office].sent):
        end += 1
    cut = max((i + 1 for i in range(office + 2, end) if tokens[i].text.lower() in table.org_head_words), default=None)
    if cut is None:
        cut = _behind_country(tokens, office + 2, end)
    while (
        cut is not None
        and cut < end
        and (tokens[cut].text in _SMALL or tokens[cut].text.lower() in table.generic_words)
    ):
        cut += 1
    if cut is not None and cut < end and tokens[cut].text.lower() in _DESCENT:
        cut += 1
    if cut is not None and tokens[cut - 1].text in _OF:
        return None
    if cut is None or not 2 <= end - cut <= MAX_NAME:
        return None
    name = tokens[cut:end]
    capital = all(t.pos == "PROPN" and t.text[:1].isupper() for t in name)
    return (cut, end) if capital and not any(t.text.lower() in table.title_words for t in name) else None


def _is_office(tokens: tuple[Token, ...], i: int) -> bool:
    return tokens[i].text.lower() in people().title_words and tokens[i + 1].text in _OF


def _in_office(token: Token, sent: int) -> bool:
    """Whether a token may stand between an office and the end of its bearer's name."""
    if token.sent != sent or token.pos in {"VERB", "AUX", "PRON"}:
        return False
    described = token.pos in {"ADJ", "NOUN"} and token.text.isalpha()
    small = (
        described or token.text.lower() in people().org_head_words or token.text.lower() in _SMALL or token.tag == "POS"
    )
    return token.text[:1].isupper() or small


def _behind_country(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    """Behind the name of a state, where the parser takes what follows for a person ("of Luria Dmitri Vesh")."""
    known = known_names()
    cuts = [i + 1 for i in range(first, last) if known.get(tokens[i].text.lower()) == "GPE"]
    named = bool(cuts) and any(t.ner == "PERSON" for t in tokens[cuts[-1] : last])
    return cuts[-1] if named else None
