"""What not to take on trust about the places of a report: directions that the map denies, names spelt in two ways."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from vedette.grounding.places.atlas import bearing, distance_km
from vedette.grounding.places.bordering import country_name
from vedette.grounding.places.relative import point_name
from vedette.record import Doubt, record_id
from vedette.tables.borders import borders
from vedette.tables.places import place_words
from vedette.tables.toponyms import normalise

if TYPE_CHECKING:
    from vedette.grounding.places.anchors import Anchor, Anchors
    from vedette.record import Span

MADE_BY = "places-doubts/1"
OFF = 67.5
"""Degrees between a direction in the text and the map's from which on they disagree: more than one of eight points."""
OFF_CITY = 95.0
CENTRAL = 0.35
"""A place nearer to the middle than this part of the country's radius lies in no direction."""
ALIKE = 0.75
MISSPELT = 0.85
LONG = 7


def place_doubts(anchors: Anchors) -> tuple[Doubt, ...]:
    """All doubts about places, in the order of the text."""
    found = [*_regions(anchors), *_cities(anchors), *_spellings(anchors)]
    return tuple(sorted(found, key=lambda d: (d.spans[0].start, d.id)))


def _doubt(anchors: Anchors, kind: str, message: str, spans: list[Span]) -> Doubt:
    key = record_id("doubt", anchors.parsed.report.id, kind, [(s.start, s.end) for s in spans])
    return Doubt(key, kind, message, tuple(spans), MADE_BY)


def _off(a: float, b: float) -> float:
    return abs((a - b + 180) % 360 - 180)


def _regions(anchors: Anchors) -> list[Doubt]:
    """A part of a country, named by its direction, that the text ties to neighbours on another side."""
    out = []
    for anchor in anchors.all:
        if anchor.best.kind != "country" or anchor.country is None:
            continue
        named = _direction_of(anchors, anchor)
        if named is None:
            continue
        direction, span = named
        tied = _tied(anchors, anchor)
        off = [(a, b) for a, b in tied if _off(b, direction) > OFF]
        if tied and len(off) == len(tied):
            other, real = off[0]
            message = (
                f'"{span.quote}" is said to lie in the {point_name(direction)}, but the text ties it to '
                f'"{other.place.toponym}", and the border of {anchor.best.name} with '
                f"{country_name(other.country or '')} lies in the {point_name(real)}"
            )
            out.append(_doubt(anchors, "place_direction", message, [span, other.place.span]))
    return out


def _direction_of(anchors: Anchors, anchor: Anchor) -> tuple[float, Span] | None:
    """The direction word that makes a part of the country, and the span of both."""
    words, sent, tokens = place_words(), anchors.parsed.tokens[anchor.first].sent, anchors.parsed.tokens
    direction, width = anchors.compass(anchor.first - 1, sent)
    if direction is not None:
        return direction, anchors.parsed.report.span(tokens[anchor.first - width].start, anchor.place.span.end)
    i = anchor.last + (1 if anchors.word(anchor.last, sent) in {"'s", "’s"} else 0)
    direction, width = anchors.compass(i, sent, back=False)
    if direction is None or i in anchors.starts:
        return None
    noun = anchors.token(i + width, sent)
    last = noun if noun is not None and noun.text.lower() in words.regions else tokens[i + width - 1]
    return direction, anchors.parsed.report.span(anchor.place.span.start, last.end)


def _tied(anchors: Anchors, anchor: Anchor) -> list[tuple[Anchor, float]]:
    """Neighbours named in a sentence about the border, this or the next two, and where the border with them lies."""
    parsed, words = anchors.parsed, place_words()
    sent = parsed.tokens[anchor.first].sent
    code = anchor.country or ""
    neighbours = set(borders().neighbours(code))
    out = []
    until = parsed.sentences[min(sent + 2, len(parsed.sentences) - 1)].last
    for other in anchors.within(parsed.sentences[sent].first, until):
        at = parsed.tokens[other.first].sent
        if other.country not in neighbours or other.place.role == "organisation":
            continue
        sentence = parsed.sentences[at]
        spoken = {t.text.lower() for t in parsed.tokens[sentence.first : sentence.last]}
        if not spoken & words.borders or (at > sent and not _speaks_of_border(anchors, sent)):
            continue
        frontier = borders().frontier(code, other.country)
        if frontier is not None:
            out.append((other, bearing(anchor.best.lat, anchor.best.lon, frontier.lat, frontier.lon)))
    return out


def _speaks_of_border(anchors: Anchors, sent: int) -> bool:
    sentence = anchors.parsed.sentences[sent]
    tokens = anchors.parsed.tokens[sentence.first : sentence.last]
    return any(t.text.lower() in place_words().borders for t in tokens)


def _cities(anchors: Anchors) -> list[Doubt]:
    """Such as "the eastern city of X" where X lies in the west of its country."""
    out = []
    words = place_words()
    middles = anchors.middles
    for anchor in anchors.all:
        sent = anchors.parsed.tokens[anchor.first].sent
        i = anchor.first - 1
        if anchors.word(i, sent) != "of" or anchor.best.probability < 0.8 or anchor.country is None:
            continue
        if anchor.country not in middles:
            continue
        noun = anchors.word(i - 1, sent)
        if not any(noun in words.kinds[k] for k in ("city", "admin1", "admin2")):
            continue
        direction, width = anchors.compass(i - 2, sent)
        if direction is None or anchor.best.kind in {"country", "macro"}:
            continue
        middle = middles[anchor.country]
        away = distance_km(middle.lat, middle.lon, anchor.best.lat, anchor.best.lon)
        real = bearing(middle.lat, middle.lon, anchor.best.lat, anchor.best.lon)
        if away > CENTRAL * middle.radius_km and _off(real, direction) > OFF_CITY:
            start = anchors.parsed.tokens[i - 1 - width].start
            span = anchors.parsed.report.span(start, anchor.place.span.end)
            message = (
                f'"{span.quote}": {anchor.best.name} lies in the {point_name(real)} of {country_name(anchor.country)}, '
                f"by the gazetteer"
            )
            out.append(_doubt(anchors, "place_direction", message, [span]))
    return out


def _spellings(anchors: Anchors) -> list[Doubt]:
    """One place under two spellings. Different names of it (Artsakh, Nagorno-Karabakh) are none."""
    first: dict[str, list[Anchor]] = {}
    out = []
    for anchor in anchors.all:
        if anchor.place.role == "demonym" or anchor.best.kind == "country":
            continue
        seen = first.setdefault(anchor.best.id, [])
        plain = normalise(anchor.place.toponym)
        if any(normalise(s.place.toponym) == plain for s in seen):
            continue
        for other in seen:
            before = normalise(other.place.toponym)
            alike = SequenceMatcher(None, before, plain).ratio()
            if alike >= ALIKE and len(before.split()) == len(plain.split()) and before[0] == plain[0]:
                message = f'"{other.place.toponym}" and "{anchor.place.toponym}" are one place, spelt in two ways'
                out.append(_doubt(anchors, "spelling", message, [other.place.span, anchor.place.span]))
                break
        seen.append(anchor)
    return out + _misspelt(anchors)


def _misspelt(anchors: Anchors) -> list[Doubt]:
    """A name that no table has, and that is nearly the name of a place of the report."""
    known: dict[str, Anchor] = {}
    for a in anchors.all:
        if a.last - a.first == 1 and len(a.place.toponym) >= LONG and a.place.role in {"place", "government"}:
            known.setdefault(a.place.toponym, a)
    held = {i for a in anchors.all for i in range(a.first, a.last)}
    out, told = [], set()
    for token in anchors.parsed.tokens:
        if token.i in held or token.ner not in {"GPE", "LOC"} or len(token.text) < LONG or token.text in told:
            continue
        told.add(token.text)
        for name, anchor in known.items():
            if (
                token.text != name
                and token.text[0] == name[0]
                and abs(len(name) - len(token.text)) < LONG // 2
                and SequenceMatcher(None, name, token.text).ratio() >= MISSPELT
            ):
                span = anchors.parsed.report.span(token.start, token.end)
                message = f'"{span.quote}" is in no table and may be "{name}", spelt in another way'
                out.append(_doubt(anchors, "spelling", message, [anchor.place.span, span]))
                break
    return out
