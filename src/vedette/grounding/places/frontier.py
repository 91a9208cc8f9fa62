"""Strips along borders: "Iran's border with Armenia", "border areas of Iran", "the Syrian-Turkish border"."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, radians
from typing import TYPE_CHECKING

import numpy as np

from vedette.grounding.places.anchors import relative_place
from vedette.grounding.places.atlas import bearing
from vedette.grounding.places.bordering import MAP_KM, country_name
from vedette.grounding.places.relative import point_name
from vedette.record import Border, PlaceCandidate
from vedette.tables.borders import KM_PER_DEGREE, borders, shape
from vedette.tables.places import place_words

if TYPE_CHECKING:
    from vedette.grounding.places.anchors import Anchor, Anchors
    from vedette.record import Place
    from vedette.tables.borders import Frontier

MANY = 500
"""Names from which on a report is too long to tell from all of them whose border is meant."""
BESIDE_KM = 20.0
MIXED = 45.0
"""How far, in degrees, a stretch of border may lie off the direction that the text gives."""
_LINK = frozenset({"-", "–", "—", "and", ",", "/"})
_SKIP = frozenset(
    {"[", "]", "'s", "’s", "'", "’", "land", "common", "shared", "state", "long", "international", "rural"}
)


@dataclass(slots=True)
class Phrase:
    """A border phrase: its characters, whose border it is, with whom, and in which part of the country.

    ``strip``: it names what lies along the border; ``own``: it is seen from the owner ("Iran's borders").
    """

    start: int
    end: int
    owner: Anchor | None = None
    sides: list[Anchor] = field(default_factory=list)
    direction: float | None = None
    strip: bool = False
    own: bool = False


def border_places(anchors: Anchors) -> list[Place]:
    """The strips along borders that the report names."""
    out = []
    for phrase in border_phrases(anchors):
        place = _place(anchors, phrase)
        if place is not None:
            out.append(place)
    return out


def border_phrases(anchors: Anchors) -> list[Phrase]:
    """The phrases around a noun for a border that name a country."""
    words = place_words()
    out: list[Phrase] = []
    for token in anchors.parsed.tokens:
        if token.text.lower() not in words.borders or token.pos in {"VERB", "AUX"}:
            continue
        if anchors.word(token.i - 1, token.sent) == "-" and anchors.word(token.i - 2, token.sent) in {"cross", "trans"}:
            continue
        phrase = Phrase(token.start, token.end)
        _look_back(anchors, token.i, token.sent, phrase)
        _look_on(anchors, token.i, token.sent, phrase)
        if (
            phrase.owner is None
            and len(phrase.sides) == 1
            and (other := _other_side(anchors, phrase.sides[0], token.sent))
        ):
            phrase.sides.append(other)
        if (phrase.owner or len(phrase.sides) > 1) and not (out and out[-1].end > phrase.start):
            out.append(phrase)
    return out


def _other_side(anchors: Anchors, side: Anchor, sent: int) -> Anchor | None:
    """The country on this side of "the border with X": the one neighbour of X in the sentence, or the report."""
    neighbours = set(borders().neighbours(side.country or ""))
    sentence = anchors.parsed.sentences[sent]
    for pool in (anchors.within(sentence.first, sentence.last), anchors.all):
        near = [a for a in pool if a.country in neighbours and a.place.role != "organisation"]
        if len({a.country for a in near}) == 1:
            return near[0]
        if len(pool) > MANY:
            break
    return None


def _look_back(anchors: Anchors, i: int, sent: int, phrase: Phrase) -> None:
    """Reads what stands before: "Iran's northwestern border", "the Syrian-Turkish border", "[Iranian] border"."""
    found: list[Anchor] = []
    j = i - 1
    while anchors.token(j, sent):
        direction, width = anchors.compass(j, sent)
        if direction is not None and j + 1 not in anchors.ends:
            phrase.direction = direction
            phrase.start = anchors.parsed.tokens[j - width + 1].start
            j -= width
        elif anchor := anchors.ends.get(j + 1):
            found.append(anchor)
            j = anchor.first - 1
            if anchors.word(j, sent) not in _LINK or j not in anchors.ends:
                break
            j -= 1
        elif anchors.word(j, sent) in _SKIP:
            phrase.own = phrase.own or anchors.word(j, sent) in {"'s", "’s"}
            j -= 1
        else:
            break
    if found:
        phrase.start = min(phrase.start, found[-1].place.span.start)
        phrase.start -= anchors.parsed.text[phrase.start - 1 : phrase.start] == "["
    if len(found) == 1:
        phrase.owner = found[0]
    else:
        phrase.sides = found[::-1]


def _look_on(anchors: Anchors, i: int, sent: int, phrase: Phrase) -> None:
    """Reads what stands after: "border areas of Iran", "border with Armenia", "border between A and B"."""
    words = place_words()
    j = i + 1
    while (token := anchors.token(j, sent)) and j < i + 4 and (token.text.lower() in words.strips | {"rural"}):
        phrase.strip = phrase.strip or token.text.lower() in words.strips
        phrase.end = token.end
        j += 1
    link = anchors.word(j, sent)
    if link not in {"with", "between", "of", "in", "inside", "to"}:
        return
    if link in {"of", "in", "inside", "to"} and (phrase.owner or phrase.sides):
        return
    j += 1
    while anchors.word(j, sent) in {"the", "neighbouring", "neighboring", "nearby"} | words.compass.keys():
        if anchors.word(j, sent) in words.compass and phrase.direction is None:
            phrase.direction = words.compass[anchors.word(j, sent)]
        j += 1
    _read_list(anchors, j, link, phrase)


def _read_list(anchors: Anchors, j: int, link: str, phrase: Phrase) -> None:
    """The names after "of", "with" or "between", and the part of the last that a direction picks."""
    sent = anchors.parsed.tokens[j - 1].sent
    while anchor := anchors.starts.get(j):
        if link in {"of", "in", "inside"} and phrase.owner is None and not phrase.sides:
            phrase.owner, phrase.own = anchor, True
        else:
            phrase.sides.append(anchor)
        phrase.end = anchor.place.span.end
        j = anchor.last
        if anchors.word(j, sent) in {"'s", "’s"}:
            _read_part(anchors, j + 1, sent, phrase)
            return
        while anchors.word(j, sent) in {",", "and", "the", "&"}:
            j += 1
        if j == anchor.last:
            return


def _read_part(anchors: Anchors, j: int, sent: int, phrase: Phrase) -> None:
    """Reads "northeastern region" after "Iran's"."""
    direction, width = anchors.compass(j, sent, back=False)
    if direction is None:
        return
    noun = anchors.token(j + width, sent)
    region = noun is not None and noun.text.lower() in place_words().regions
    phrase.direction = direction
    phrase.end = anchors.parsed.tokens[j + width - (0 if region else 1)].end


def _place(anchors: Anchors, phrase: Phrase) -> Place | None:
    if any(not _has_border(a) for a in [*phrase.sides, *([phrase.owner] if phrase.owner else [])]):
        return None
    owner = phrase.owner.country if phrase.owner else None
    partners = sorted({a.country for a in phrase.sides if a.country} - {owner})
    if owner is not None:
        found, states = _owned(anchors, phrase, owner, partners)
    elif len(partners) == 2:
        found, states = borders().frontier(*partners), partners
    else:
        return None
    if found is None:
        return None
    name = _name(owner, states)
    probability = min(a.best.probability for a in [*phrase.sides, *([phrase.owner] if phrase.owner else [])])
    where = f", in the {point_name(phrase.direction)}" if phrase.direction is not None else ""
    lat, lon = round(found.lat, 3), round(found.lon, 3)
    candidate = PlaceCandidate(
        f"border:{':'.join(sorted(states))}", name, "border", lat, lon, round(found.radius_km, 1), owner, None, None,
        None, round(probability, 4), f"The strip along the {name}{where}",
    )  # fmt: skip
    drawn = borders().nearest(lat, lon)
    line = drawn is not None and set(drawn.states) == set(states) and drawn.basis == "de_facto"
    side = owner if phrase.strip or (phrase.own and not phrase.sides) else None
    border = Border(name, tuple(sorted(states)), 0.0, MAP_KM, side, "de_facto" if line else "international")
    return relative_place(anchors.parsed, (phrase.start, phrase.end), candidate, 5, border)


def _has_border(anchor: Anchor) -> bool:
    """Whether the border of a name is one between countries: of a country, or of a part that lies at one.

    A state of the United States has borders of its own, which news means by "the Kentucky border".
    """
    if anchor.best.kind == "country":
        return True
    return anchor.best.kind in {"disputed", "region", "admin1"} and anchor.country not in {None, "USA"}


def _name(owner: str | None, states: list[str]) -> str:
    if len(states) == 2:
        return "–".join(country_name(s) for s in sorted(states))
    named = " and ".join(country_name(s) for s in states if s != owner)
    return f"border of {country_name(owner or '')}" + (f" with {named}" if named else "")


def _owned(anchors: Anchors, phrase: Phrase, owner: str, partners: list[str]) -> tuple[Frontier | None, list[str]]:
    """The border of a country: with those named, else with those neighbours that the report is about, else all.

    Of a part of a country only the stretch that lies at it.
    """
    known = borders()
    neighbours = set(known.neighbours(owner))
    shared = [p for p in partners if p in neighbours]
    if not shared:
        about = sorted(anchors.countries & neighbours)
        shared = [n for n in about if _lies_towards(owner, n, phrase, anchors)]
    pieces = [f.points for p in shared if (f := known.frontier(owner, p))]
    found = shape(np.concatenate(pieces)) if pieces else known.frontier(owner)
    if found is not None and phrase.direction is not None and not pieces:
        found = _towards(owner, found, phrase, anchors)
    if found is not None and phrase.owner is not None and phrase.owner.best.kind != "country":
        found = _stretch_at(phrase.owner, found)
    return found, [owner, *shared]


def _stretch_at(part: Anchor, found: Frontier) -> Frontier | None:
    """The stretch of a border that lies in or beside a part of a country; None where it has none."""
    north = found.points[:, 0] - part.best.lat
    east = (found.points[:, 1] - part.best.lon) * cos(radians(part.best.lat))
    return shape(found.points[np.hypot(north, east) * KM_PER_DEGREE <= 1.3 * part.best.radius_km + BESIDE_KM])


def _lies_towards(owner: str, neighbour: str, phrase: Phrase, anchors: Anchors) -> bool:
    """Whether the border with a neighbour lies in the direction that the text gives, or it gives none."""
    if phrase.direction is None:
        return True
    middle = anchors.middles.get(owner)
    found = borders().frontier(owner, neighbour)
    if middle is None or found is None:
        return False
    return abs((bearing(middle.lat, middle.lon, found.lat, found.lon) - phrase.direction + 180) % 360 - 180) <= MIXED


def _towards(owner: str, found: Frontier, phrase: Phrase, anchors: Anchors) -> Frontier:
    """The stretch of a border that lies in a direction from the country's middle."""
    middle = anchors.middles.get(owner)
    if middle is None or phrase.direction is None:
        return found
    north = found.points[:, 0] - middle.lat
    east = (found.points[:, 1] - middle.lon) * cos(radians(middle.lat))
    off = np.abs((np.degrees(np.arctan2(east, north)) - phrase.direction + 180) % 360 - 180)
    return shape(found.points[off <= MIXED]) or found
