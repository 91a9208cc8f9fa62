"""Spans that may name a place: the longest names of the tables, from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.grounding.places.atlas import demonym_features, features, own_features, postal_feature
from vedette.tables.places import SHORT, place_names, place_words
from vedette.tables.toponyms import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.grounding.places.atlas import Feature
    from vedette.record import Parsed, Token

LONGEST = 7
_STOPS = frozenset(',;:()"“”[]\n')
_NO_END = frozenset({"'s", "’s", "-", "--", "–", "—", ".", "'", "’"})
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
    return _Finder(parsed).find()


class _Finder:
    """Reads one report. Most tokens open no name and most names are short, which is seen before a look-up."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        self.words = place_words()
        self.names = place_names()
        self.kind_nouns = frozenset(w for kind in self.words.kinds.values() for w in kind)
        self.out: list[Found] = []

    def find(self) -> list[Found]:
        for sentence in self.parsed.sentences:
            i = sentence.first
            while i < sentence.last:
                found = self._at(i, sentence.last)
                if found:
                    self.out.append(found)
                i = found.last if found else i + 1
        return self.out

    def _at(self, i: int, end: int) -> Found | None:
        token = self.tokens[i]
        first = token.text[0]
        if not first.isupper() and token.text not in _ARTICLES and not first.isdigit():
            return _inside(self.parsed, token) if "-" in token.text and first.isalpha() else None
        lower = not first.isupper()
        if not lower and (plural := _plural_division(self.parsed, i, end)):
            return plural
        capitals, last = self._reach(i, min(i + LONGEST, end))
        for j in range(last, i, -1):
            found = self._span(i, j, lower=lower, capital=j <= capitals)
            if found:
                return found
        return None if lower else _inside(self.parsed, token)

    def _reach(self, i: int, most: int) -> tuple[int, int]:
        """Up to where a name from token ``i`` may go: in capitals, and in words that one of our names may hold."""
        ours = normalise(self.tokens[i].text).partition(" ")[0] in self.names.first_words
        j = capitals = i + 1
        unbroken = True
        while j < most:
            text = self.tokens[j].text
            if text[0] in _STOPS or "\n" in self.parsed.text[self.tokens[j - 1].end : self.tokens[j].start]:
                break
            unbroken = unbroken and (text[0].isupper() or text.lower() in self.words.connectors)
            if not unbroken and not ours:
                break
            j += 1
            if unbroken:
                capitals = j
        return capitals, j

    def _span(self, i: int, j: int, *, lower: bool, capital: bool) -> Found | None:
        tokens, words = self.tokens[i:j], self.words
        last = tokens[-1]
        if j > i + 1 and last.text in _NO_END:
            return None
        name = self.parsed.text[tokens[0].start : last.end]
        if name[:3].lower() == "the" and tokens[0].text.lower() == "the" and name.lower() not in words.with_article:
            return None
        if not _written_so(name, self.parsed, i):
            return self._postal(tokens[0]) if j == i + 1 else None
        found = own_features(name)
        capital = capital and last.text[0].isupper()
        people = demonym_features(name) if capital and j - i <= 3 and not found else ()
        if capital and not lower and not people and _admissible(name, tokens):
            found = features(name) if found or not _too_short(name) else ()
        if found:
            bare = self.parsed.text[tokens[0].start : tokens[-2].end] if j - i > 1 else ""
            if last.text in self.kind_nouns and (own_features(bare) or features(bare)):
                j, last = j - 1, tokens[-2]
            return Found(i, j, tokens[0].start, last.end, name, found)
        if people:
            return Found(i, j, tokens[0].start, last.end, name, people, demonym=True)
        return self._postal(tokens[0]) if j == i + 1 else None

    def _postal(self, token: Token) -> Found | None:
        """``, KY`` after a place."""
        if len(token.text) != 2 or not token.text.isupper() or not self.out:
            return None
        feature = postal_feature(token.text)
        if feature is None or self.parsed.text[self.out[-1].end : token.start].strip() != ",":
            return None
        return Found(token.i, token.i + 1, token.start, token.end, token.text, (feature,), postal=True)


def _written_so(name: str, parsed: Parsed, i: int) -> bool:
    """Whether a short name is written as the tables have it, and one that needs an article has it."""
    names = place_names()
    key = normalise(name)
    if len(key) <= SHORT + 3 and len(key.replace(" ", "")) <= SHORT and key in names.names:
        bare = name.rstrip(".")
        shouted = name.isupper() and len(bare) == SHORT and bare.capitalize() in names.short
        if bare not in names.short and (not shouted or name.lower() in place_words().never):
            return False
    return key not in names.articled or (i > 0 and parsed.tokens[i - 1].text.lower() == "the")


def _admissible(name: str, tokens: tuple[Token, ...]) -> bool:
    """Whether the gazetteer may be asked for a name: it has villages called Police, Soul and First."""
    words = place_words()
    low = name.lower()
    if low in words.never:
        return False
    if len(tokens) == 1:
        of_bodies = low in words.bodies or low in words.offices or low in words.natures
        of_buildings = low in words.streets or low in words.buildings or low in words.facilities
        return not (of_bodies or of_buildings or low in words.settlements)
    return tokens[0].text not in {"The", "A"} and not low.startswith(("university of", "bank of"))


def _too_short(name: str) -> bool:
    bare = normalise(name)
    return len(bare) < 3 or (len(bare) <= SHORT and name.isupper()) or not bare[0].isalpha()


def _inside(parsed: Parsed, token: Token) -> Found | None:
    """The name at the head of a token that the tokenizer left whole: ``U.S.-led``, ``Baghdad/Basra``."""
    for mark in "-/–":
        head, found, _ = token.text.partition(mark)
        if not found or len(head) < 2 or not head[0].isupper() or not _written_so(head, parsed, token.i):
            continue
        if place := own_features(head):
            return Found(token.i, token.i + 1, token.start, token.start + len(head), head, place)
    return None


def _plural_division(parsed: Parsed, i: int, end: int) -> Found | None:
    """``Polk`` in ``Polk and Burnett counties``."""
    for span in (2, 1):
        if i + span >= end:
            continue
        tokens = parsed.tokens[i : i + span]
        if not all(t.text[0].isupper() for t in tokens):
            continue
        for suffix in _following_plural(parsed, i + span, end):
            name = parsed.text[tokens[0].start : tokens[-1].end]
            found = tuple(f for f in features(f"{name} {suffix}") if f.kind == "admin2")
            if found:
                return Found(i, i + span, tokens[0].start, tokens[-1].end, f"{name} {suffix}", found)
    return None


def _following_plural(parsed: Parsed, i: int, end: int) -> Iterator[str]:
    """The division that a list of names ends in, such as ``County``."""
    for token in parsed.tokens[i : min(i + 9, end)]:
        word = token.text.lower()
        if word in {"counties", "parishes"}:
            yield _SUFFIXES[word]
            return
        if not (token.text[0].isupper() or word in {",", "and", "or", "&", "/"}):
            return
