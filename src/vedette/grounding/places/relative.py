"""Places given by others: "100 miles northwest of Ardabil", "northern Syria", "east of Aleppo"."""

from __future__ import annotations

import re
from dataclasses import replace
from math import cos, radians
from typing import TYPE_CHECKING

import numpy as np

from vedette.grounding.places.anchors import relative_place
from vedette.grounding.places.atlas import bearing, distance_km, moved, own_features
from vedette.grounding.places.bordering import nearest_border
from vedette.record import PlaceCandidate
from vedette.tables.borders import KM_PER_DEGREE, borders
from vedette.tables.places import place_words

if TYPE_CHECKING:
    from vedette.grounding.places.anchors import Anchor, Anchors
    from vedette.record import Place

WIDE = frozenset({"country", "admin1", "admin2", "region", "disputed", "island", "macro"})
_NUMBER = re.compile(r"^\d{1,3}(?:,\d{3}){0,2}(?:\.\d{1,2})?$|^\d{1,5}(?:\.\d{1,2})?$")
_POINTS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
HALF_SECTOR = 30.0
"""Half the width, in degrees, of what a direction from the middle of a country takes in of its outline."""
SHARES = (0.65, 0.8, 0.5, 0.9)
"""How far from the middle to the outline a part of a country is put: the first that lies in the country."""
BESIDE_KM = 15.0
"""How far "east of X" is taken to be, where no distance is given."""
ERROR = 0.25
"""The uncertainty of a stated distance and one of eight directions, as a part of the distance."""


def relative_places(anchors: Anchors) -> list[Place]:
    """The relative places that hang on resolved names."""
    out: list[Place] = []
    for anchor in anchors.all:
        if anchor.place.role in {"organisation", "demonym"} and anchor.best.kind != "country":
            continue
        found = _at_distance(anchors, anchor) or _beside(anchors, anchor) or _part(anchors, anchor)
        if found is not None:
            out.append(found)
    return out


def _at_distance(anchors: Anchors, anchor: Anchor) -> Place | None:
    """Such as "100 miles northwest of X", "30 km from X"."""
    words, sent = place_words(), anchors.parsed.tokens[anchor.first].sent
    i = _before_name(anchors, anchor, sent)
    if anchors.word(i, sent) not in {"of", "from", "outside", "off"}:
        return None
    i -= 1
    if anchors.word(i, sent) == "away":
        i -= 1
    direction, width = anchors.compass(i, sent)
    i -= width
    if direction is not None and anchors.word(i, sent) == "the" and anchors.word(i - 1, sent) == "to":
        i -= 2
    unit = anchors.word(i, sent).rstrip(".")
    if anchors.word(i - 1, sent) == "nautical":
        i, unit = i - 1, "nautical"
    if anchors.word(i, sent) == ")" and anchors.word(i - 3, sent) == "(":
        i -= 4
        unit = anchors.word(i, sent).rstrip(".")
    if unit not in words.units_km:
        return None
    number = anchors.token(i - 1, sent)
    km = _amount(number.text if number else "", words.numbers)
    if number is None or km is None:
        return None
    km *= words.units_km[unit]
    start = number
    if (about := anchors.token(i - 2, sent)) and about.text.lower() in words.about:
        start = about
    return _displaced(
        anchors, anchor, start.start, direction, km, f"{number.text} {unit}{' miles' if unit == 'nautical' else ''}"
    )


def _amount(word: str, numbers: dict[str, float]) -> float | None:
    if _NUMBER.match(word):
        return float(word.replace(",", ""))
    return numbers.get(word.lower())


def _before_name(anchors: Anchors, anchor: Anchor, sent: int) -> int:
    """The token before a name and the "the city of" that may stand before it."""
    words, i = place_words(), anchor.first - 1
    if anchors.word(i, sent) == "of" and any(anchors.word(i - 1, sent) in kind for kind in words.kinds.values()):
        i -= 2
    elif any(anchors.word(i, sent) in kind for kind in words.kinds.values()):
        i -= 1
    while anchors.word(i, sent) in {"the", "central", "downtown"}:
        i -= 1
    return i


def _beside(anchors: Anchors, anchor: Anchor) -> Place | None:
    """Such as "east of X": near it, on that side; "the east of X" is a part of it."""
    sent = anchors.parsed.tokens[anchor.first].sent
    i = _before_name(anchors, anchor, sent)
    if anchors.word(i, sent) != "of":
        return None
    direction, width = anchors.compass(i - 1, sent)
    if direction is None:
        return None
    start = anchors.parsed.tokens[i - width].start
    if anchors.word(i - width - 1, sent) in {"the", "far"} or anchors.word(i - 1, sent).endswith("ern"):
        return _region(anchors, anchor, start, anchor.place.span.end, direction)
    if anchor.best.kind in {"country", "macro"}:
        return None
    return _displaced(anchors, anchor, start, direction, BESIDE_KM + anchor.best.radius_km / 2, "some way")


def _displaced(
    anchors: Anchors, anchor: Anchor, start: int, direction: float | None, km: float, amount: str
) -> Place | None:
    base = _point_of(anchor)
    if base.kind in {"country", "macro", "water"} and direction is None:
        return None
    spread = base.radius_km if base.kind != "country" else base.radius_km / 2
    if direction is None:
        lat, lon, radius = base.lat, base.lon, km + spread
        name = f"{amount} from {base.name}"
    else:
        lat, lon = moved(base.lat, base.lon, direction, km)
        radius = max(5.0, ERROR * km + min(spread, 50.0))
        name = f"{amount} {point_name(direction)} of {base.name}"
    country = borders().country_at(lat, lon) if direction is not None else base.country
    if base.disputed and radius > km / 2:
        country = base.country
    candidate = PlaceCandidate(
        f"relative:{base.id}:{round(km)}:{'' if direction is None else round(direction)}", name, "point", lat, lon,
        round(radius, 1), country, None, None, None, round(base.probability, 4),
        f"{round(km)} km {'from' if direction is None else point_name(direction) + ' of'} {base.name}, as it says",
    )  # fmt: skip
    return relative_place(
        anchors.parsed, (start, anchor.place.span.end), candidate, 2 if radius < 60 else 5, nearest_border(candidate)
    )


def _part(anchors: Anchors, anchor: Anchor) -> Place | None:
    """Such as "northern X", "X's northeastern region"."""
    words, sent = place_words(), anchors.parsed.tokens[anchor.first].sent
    tokens = anchors.parsed.tokens
    direction, width = anchors.compass(anchor.first - 1, sent)
    if direction is not None and anchor.best.kind in WIDE:
        start = tokens[anchor.first - width].start
        return _region(anchors, anchor, start, anchor.place.span.end, direction)
    following = anchors.word(anchor.last, sent)
    i = anchor.last + (1 if following in {"'s", "’s", "'", "’"} else 0)
    if following not in {"'s", "’s", "'", "’"} and anchor.place.role != "demonym":
        return None
    direction, width = anchors.compass(i, sent, back=False)
    noun = anchors.token(i + width, sent)
    if direction is None or anchor.best.kind not in WIDE or i in anchors.starts:
        return None
    if noun is not None and anchors.word(noun.i + 1, sent) == "of" and noun.i + 2 in anchors.starts:
        return None
    if noun is not None and noun.text.lower() in words.regions and noun.text.lower() not in words.borders:
        return _region(anchors, anchor, anchor.place.span.start, noun.end, direction)
    if anchors.word(i, sent) in _POINTS:
        return _region(anchors, anchor, anchor.place.span.start, tokens[i + width - 1].end, direction)
    return None


def _point_of(anchor: Anchor) -> PlaceCandidate:
    """What a distance is counted from: the city, where a division has its name."""
    best = anchor.best
    if best.kind not in {"admin1", "admin2"}:
        return best
    cities = [
        c for c in anchor.place.candidates if c.kind == "city" and (c.country, c.admin1) == (best.country, best.admin1)
    ]
    return replace(cities[0], probability=best.probability) if cities else best


def _region(anchors: Anchors, anchor: Anchor, start: int, end: int, direction: float) -> Place | None:
    base = anchor.best
    known = own_features(f"{point_name(direction)}ern {base.name}")
    if known and known[0].kind != "macro" and known[0].id != base.id:
        lat, lon, radius, key = known[0].lat, known[0].lon, known[0].radius_km, known[0].id
    else:
        (lat, lon), radius = part_of(base, direction)
        key = f"part:{base.id}:{round(direction)}"
    name = f"{point_name(direction)} of {base.name}"
    candidate = PlaceCandidate(key, name, "region", lat, lon, round(radius, 1), base.country, base.admin1, None,
                               base.disputed, round(base.probability, 4),
                               f"the part of {base.name} that the text names by its direction")  # fmt: skip
    return relative_place(anchors.parsed, (start, end), candidate, 5, nearest_border(candidate))


def part_of(base: PlaceCandidate, direction: float) -> tuple[tuple[float, float], float]:
    """The middle and the radius of the part of a place on one side of its middle.

    For a country, between its middle and the stretch of its outline that lies in that direction.
    """
    points = borders().extent(base.country) if base.kind == "country" and base.country else None
    if points is not None and len(points):
        north = points[:, 0] - base.lat
        east = ((points[:, 1] - base.lon + 180) % 360 - 180) * cos(radians(base.lat))
        off = np.abs((np.degrees(np.arctan2(east, north)) - direction + 180) % 360 - 180)
        ahead = points[(off <= HALF_SECTOR) & (np.hypot(north, east) * KM_PER_DEGREE < 3 * base.radius_km)]
        if len(ahead):
            edge_lat, edge_lon = (float(x) for x in (ahead.min(axis=0) + ahead.max(axis=0)) / 2)
            away = distance_km(base.lat, base.lon, edge_lat, edge_lon)
            towards = bearing(base.lat, base.lon, edge_lat, edge_lon)
            tried = [moved(base.lat, base.lon, towards, share * away) for share in SHARES]
            inside = [p for p in tried if borders().country_at(*p) == base.country]
            return (inside or tried)[0], max(5.0, 0.5 * away)
    return moved(base.lat, base.lon, direction, 0.5 * base.radius_km), max(5.0, 0.5 * base.radius_km)


def point_name(direction: float) -> str:
    """The nearest of eight points of the compass, in words."""
    return _POINTS[round(direction / 45) % 8]
