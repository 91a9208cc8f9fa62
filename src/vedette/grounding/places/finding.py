"""Spans that may name a place: the longest names of the tables, from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.grounding.places.atlas import demonym_features, features, own_features, postal_feature
from vedette.tables.places import place_names, place_words
from vedette.tables.toponyms import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.grounding.places.atlas import Feature
    from vedette.record import Parsed, Sentence, Token

LONGEST = 7
_ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "ad", "an", "az", "ez", "deir"})
_SUFFIXES = {"county": "County", "counties": "County", "parish": "Parish", "parishes": "Parish"}


@dataclass(frozen=True, slots=True)
class Found:
    """A span that may name a place.

    Attributes:
        first, last: its tokens (last exclusive).
        start, end: its characters, which may be a part of a token ("U.S.-led").
        name: what is looked up.
        features: all that the name may stand for.
        demonym: whether it is an adjective or a people's name.
        postal: whether it is a state's abbreviation.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    features: tuple[Feature, ...]
    demonym: bool = False
    postal: bool = False


def find(parsed: Parsed) -> list[Found]:
    """The spans, in the order of the text, without overlap."""
    out: list[Found] = []
    for sentence in parsed.sentences:
        i = sentence.first
        while i < sentence.last:
            found = _at(parsed, sentence, i, out)
            if found:
                out.append(found)
                i = found.last
            else:
                i += 1
    return out


def _at(parsed: Parsed, sentence: Sentence, i: int, before: list[Found]) -> Found | None:
    token = parsed.tokens[i]
    first = token.text[0]
    lower = not first.isupper()
    if lower and not first.isalpha() and first not in "'‘’`" and not first.isdigit():
        return None
    if lower and token.text not in _ARTICLES and not first.isdigit():
        return _inside(parsed, token) if "-" in token.text else None
    if not lower and (plural := _plural_division(parsed, sentence, i)):
        return plural
    for j in range(min(i + LONGEST, sentence.last), i, -1):
        found = _span(parsed, i, j, lower, before)
        if found:
            return found
    if not lower:
        return _inside(parsed, token)
    return None


def _span(parsed: Parsed, i: int, j: int, lower: bool, before: list[Found]) -> Found | None:
    tokens, words = parsed.tokens[i:j], place_words()
    last = tokens[-1]
    if last.text in {"'s", "’s", "-", ".", ",", "'", "’", "(", ")"} or last.text[0] in '-–—,;:("“':
        return None
    name = parsed.text[tokens[0].start : last.end]
    if tokens[0].text.lower() == "the" and name.lower() not in words.with_article:
        return None
    if "\n" in name or "," in name or ";" in name:
        return None
    if not _written_so(name, parsed, i):
        return _postal(parsed, tokens[0], before) if j == i + 1 else None
    found = own_features(name)
    capital = all(t.text[0].isupper() or t.text.lower() in words.connectors for t in tokens) and last.text[0].isupper()
    people = demonym_features(name) if capital and j - i <= 3 and not found else ()
    if capital and not lower and not people and _admissible(name, tokens):
        found = features(name) if found or not _too_short(name) else ()
    if found:
        if j - i > 1 and last.text.islower() and any(last.text in kind for kind in words.kinds.values()):
            j, last = j - 1, tokens[-2]
        return Found(i, j, tokens[0].start, last.end, name, found)
    if people:
        return Found(i, j, tokens[0].start, last.end, name, people, demonym=True)
    if j == i + 1:
        return _postal(parsed, tokens[0], before)
    return None


def _written_so(name: str, parsed: Parsed, i: int) -> bool:
    """Whether a short name is written as the tables have it, and one that needs an article has it."""
    names = place_names()
    key = normalise(name)
    if len(key.replace(" ", "")) <= 4 and key in names.names:
        bare = name.rstrip(".")
        if bare not in names.short and not (name.isupper() and bare.capitalize() in names.short and len(bare) == 4):
            return False
    return key not in names.articled or (i > 0 and parsed.tokens[i - 1].text.lower() == "the")


def _admissible(name: str, tokens: tuple[Token, ...]) -> bool:
    words = place_words()
    if name.lower() in words.never:
        return False
    if len(tokens) == 1:
        return not any(name.lower() in group for group in (words.bodies, words.offices, words.natures, words.streets))
    return tokens[0].text not in {"The", "A"} and not name.lower().startswith(("university of", "bank of"))


def _too_short(name: str) -> bool:
    bare = normalise(name)
    return len(bare) < 3 or (len(bare) <= 4 and name.isupper()) or not bare[0].isalpha()


def _postal(parsed: Parsed, token: Token, before: list[Found]) -> Found | None:
    """``, KY`` after a place."""
    if len(token.text) != 2 or not token.text.isupper() or not before:
        return None
    between = parsed.text[before[-1].end : token.start]
    feature = postal_feature(token.text)
    if feature is None or between.strip() != ",":
        return None
    return Found(token.i, token.i + 1, token.start, token.end, token.text, (feature,), postal=True)


def _inside(parsed: Parsed, token: Token) -> Found | None:
    """The name at the head of a token that the tokenizer left whole: ``U.S.-led``, ``Baghdad/Basra``."""
    for mark in "-/–":
        head, found, _ = token.text.partition(mark)
        if not found or len(head) < 2 or not head[0].isupper() or not _written_so(head, parsed, token.i):
            continue
        if place := own_features(head):
            return Found(token.i, token.i + 1, token.start, token.start + len(head), head, place)
    return None


def _plural_division(parsed: Parsed, sentence: Sentence, i: int) -> Found | None:
    """``Polk`` in ``Polk and Burnett counties``."""
    for span in (2, 1):
        if i + span >= sentence.last:
            continue
        tokens = parsed.tokens[i : i + span]
        if not all(t.text[0].isupper() for t in tokens):
            continue
        for suffix in _following_plural(parsed, sentence, i + span):
            name = parsed.text[tokens[0].start : tokens[-1].end]
            found = tuple(f for f in features(f"{name} {suffix}") if f.kind == "admin2")
            if found:
                return Found(i, i + span, tokens[0].start, tokens[-1].end, f"{name} {suffix}", found)
    return None


def _following_plural(parsed: Parsed, sentence: Sentence, i: int) -> Iterator[str]:
    """The division that a list of names ends in, such as ``County``."""
    for token in parsed.tokens[i : min(i + 9, sentence.last)]:
        word = token.text.lower()
        if word in {"counties", "parishes"}:
            yield _SUFFIXES[word]
            return
        if not (token.text[0].isupper() or word in {",", "and", "or", "&", "/"}):
            return
