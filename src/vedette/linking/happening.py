"""An event record as linking compares it with others."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from vedette.linking.words import classes, stem, words_of
from vedette.tables.actors import countries

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from vedette.record import Actor, Event, Place, Reading

_BREAK = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])|\n")
_WINDOW = 600
"""Characters looked at on each side of an anchor for the ends of its sentence."""
_NAME = re.compile(r"(?<![\w’'])[^\W\d_a-z][^\W\d_]{2,}")
_NEAR = 80
"""Characters within which a name belongs to an anchor rather than to another one of the sentence."""
_NAMES = re.compile(r"(?<![\w’'])[^\W\d_a-z][^\W\d_]+(?:[ -](?:al-|el-)?[^\W\d_a-z][^\W\d_]+){0,3}")
_SPOTS, _REACH, _BEFORE = 2, 120, 2
"""How many names near an anchor may say where; how many characters off; how much farther off one before it counts."""
_SHORTEST = 3
UNREAL = frozenset({"conditional", "hypothetical"})
"""Assertions of what has not happened and is not fixed to happen."""
REFUSED = frozenset({"denied", "negated"})
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Happening:
    """An event record and what can be compared of it.

    Attributes:
        report, published, event: where it stands.
        head: stem of its anchor; classes: of the words that can name the same.
        actors, recipients: keys of the parties: countries, ids, and the words of names.
        words: stems of its sentence.
        names: capitalised words of its sentence, with how near they stand to the anchor: 1 beside it, less farther off.
        spots: the toponym, and the names that stand nearest to the anchor, which no gazetteer may know.
    """

    report: str
    published: date | None
    event: Event
    head: str
    classes: frozenset[int]
    actors: Parties
    recipients: Parties
    words: frozenset[str]
    names: frozenset[tuple[str, float]]
    spots: frozenset[str]

    @property
    def key(self) -> tuple[str, str, int, str]:
        """What sorts happenings: the day of the report, its id, the place in it."""
        day = self.published.isoformat() if self.published else "9999"
        return (day, self.report, self.event.anchor.start, self.event.id)


@dataclass(frozen=True, slots=True)
class Parties:
    """Who takes one role: the countries and the words of the names."""

    countries: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, actors: Iterable[Actor]) -> Parties:
        """The parties of actors."""
        actors = tuple(actors)
        countries = frozenset(a.country for a in actors if a.country)
        return cls(countries, frozenset(w for a in actors for w in words_of(a.name) if len(w) >= _SHORTEST))

    def __bool__(self) -> bool:
        return bool(self.countries or self.names)


def happening(reading: Reading, event: Event) -> Happening:
    """An event of a reading, made ready to compare."""
    anchor = event.anchor.quote
    words = words_of(anchor)
    found = [classes(w, "VERB") | classes(w, "NOUN") for w in words]
    start, end = sentence_around(reading.report.text, event.anchor.start)
    sentence = reading.report.text[start:end]
    return Happening(
        reading.report.id, reading.report.published.date, event, stem(words[0] if words else anchor),
        frozenset().union(*found), Parties.of(event.actors), Parties.of(event.recipients), content_words(sentence),
        names_near(sentence, event.anchor.start - start), _spots(event, sentence, event.anchor.start - start),
    )  # fmt: skip


def sentence_around(text: str, offset: int) -> tuple[int, int]:
    """The ends of the sentence of a text that holds an offset, as far as full stops and line ends tell."""
    low = max(0, offset - _WINDOW)
    starts = [m.end() for m in _BREAK.finditer(text, low, offset)]
    start = starts[-1] if starts else low
    end = _BREAK.search(text, offset, min(len(text), offset + _WINDOW))
    return start, end.end() if end else min(len(text), offset + _WINDOW)


def names_near(sentence: str, anchor: int) -> frozenset[tuple[str, float]]:
    """The capitalised words of a sentence, save its first, each with 1 / (1 + its distance from the anchor)."""
    found: dict[str, float] = {}
    for match in _NAME.finditer(sentence, 1):
        name = stem(match.group())
        near = 1 / (1 + abs(match.start() - anchor) / _NEAR)
        found[name] = max(near, found.get(name, 0.0))
    return frozenset(found.items())


def _spots(event: Event, sentence: str, anchor: int) -> frozenset[str]:
    """The toponym of an event, and the names nearest to its anchor that are no party to it, those after it first."""
    parties = {w for a in (*event.actors, *event.recipients) if a.country or a.id for w in words_of(a.name)}
    places: list[tuple[float, str]] = []
    for match in _NAMES.finditer(sentence, 1):
        words = [w for w in words_of(match.group()) if w not in _not_a_spot()]
        away = match.start() - anchor
        distance = away if away >= 0 else -_BEFORE * away
        if words and distance <= _REACH and not parties & set(words):
            places.append((distance, " ".join(words)))
    nearest = [name for _, name in sorted(places)[:_SPOTS]]
    return frozenset(nearest + ([" ".join(words_of(event.where.toponym))] if event.where else []))


@cache
def _not_a_spot() -> frozenset[str]:
    """Names of one word that say nothing of where: countries, peoples, days, months."""
    found = {w for c in countries() for n in (c.name, *c.adjectives, *c.nationals) for w in [n.lower()] if " " not in w}
    return frozenset(found) | frozenset(d.lower() for d in (*day_name[:], *month_name[1:]))


def content_words(text: str) -> frozenset[str]:
    """The stems of the longer words of a text, and its numbers."""
    return frozenset(stem(w) for w in words_of(text) if len(w) >= _SHORTEST or w.isdigit())


def kilometres(a: Place, b: Place) -> float | None:
    """The great-circle distance between two places; None where either has no point."""
    p, q = a.best, b.best
    if p is None or q is None:
        return None
    lat_a, lat_b = radians(p.lat), radians(q.lat)
    d_lat, d_lon = lat_b - lat_a, radians(q.lon - p.lon)
    h = sin(d_lat / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(d_lon / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(h)))
