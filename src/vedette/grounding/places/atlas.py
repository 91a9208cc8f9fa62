"""All that a name may stand for: our own places first, then the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import asin, atan2, cos, degrees, log10, radians, sin, sqrt
from typing import TYPE_CHECKING

from vedette.tables.actors import countries
from vedette.tables.gazetteer import gazetteer
from vedette.tables.places import place_names
from vedette.tables.toponyms import normalise

if TYPE_CHECKING:
    from vedette.tables.gazetteer import GazetteerEntry
    from vedette.tables.places import KnownPlace

EARTH_KM = 6371.0
OWN_PRIOR = {
    "country": 9.0, "macro": 9.0, "admin1": 7.6, "region": 7.5, "disputed": 8.0, "water": 8.0, "strait": 8.0,
    "river": 6.0, "mountains": 6.0, "city": 6.0, "admin2": 5.5, "line": 6.0,
}  # fmt: skip
"""How often news means a place of that kind, on the scale of a city's population in powers of ten."""
DEFAULT_PRIOR = 5.5
SAME_KM = 40
CAPITAL = 0.5
WORLD_CITY = 8.4
"""Washington and New York alone mean the cities, though states that bear the names come close."""
SEAT = 4.7
"""A name alone means the city of more than 50,000 people rather than the division named after it."""


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that a name may stand for: the fields of ``record.PlaceCandidate``, a prior and how it was found.

    Attributes:
        prior: on the scale of the logarithm of a population.
        own: whether it is of our tables.
        alternate: whether the name is another than its first.
    """

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    radius_km: float
    country: str | None
    admin1: str | None
    admin2: str | None
    disputed: str | None
    prior: float
    own: bool
    alternate: bool


def distance_km(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """Great-circle distance (haversine)."""
    la, lb = radians(a_lat), radians(b_lat)
    h = sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin(radians(b_lon - a_lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))


def bearing(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """The direction from a to b, in degrees clockwise from north."""
    la, lb, d = radians(a_lat), radians(b_lat), radians(b_lon - a_lon)
    return degrees(atan2(sin(d) * cos(lb), cos(la) * sin(lb) - sin(la) * cos(lb) * cos(d))) % 360


def moved(lat: float, lon: float, direction: float, km: float) -> tuple[float, float]:
    """The point ``km`` from another in a direction (degrees clockwise from north)."""
    la, d, t = radians(lat), km / EARTH_KM, radians(direction)
    lb = asin(sin(la) * cos(d) + cos(la) * sin(d) * cos(t))
    east = atan2(sin(t) * sin(d) * cos(la), cos(d) - sin(la) * sin(lb))
    return round(degrees(lb), 4), round((lon + degrees(east) + 540) % 360 - 180, 4)


@lru_cache(maxsize=16384)
def own_features(name: str) -> tuple[Feature, ...]:
    """The places of our own tables that bear a name."""
    return tuple(_own(p) for p in place_names().names.get(normalise(name), ()))


@lru_cache(maxsize=16384)
def demonym_features(word: str) -> tuple[Feature, ...]:
    """The places whose adjective or people a word names."""
    return tuple(_own(p) for p in place_names().demonyms.get(normalise(word), ()))


@lru_cache(maxsize=16384)
def features(name: str) -> tuple[Feature, ...]:
    """All that a name may stand for, one feature for a place that both tables have."""
    own = own_features(name)
    listed = (_listed(e) for e in gazetteer().lookup(name) if not any(_same(o, e) for o in own))
    out = [*own, *listed]
    seats = {(f.country, f.admin1) for f in out if f.kind == "city" and f.prior > SEAT}
    return tuple(
        replace(f, prior=f.prior - 1.5)
        if f.kind in {"admin1", "admin2"} and not f.own and (f.country, f.admin1) in seats
        else f
        for f in out
    )


@lru_cache(maxsize=2048)
def postal_feature(code: str) -> Feature | None:
    """The state with a postal code."""
    place = place_names().postal.get(code)
    return _own(place) if place else None


def _own(p: KnownPlace) -> Feature:
    prior = OWN_PRIOR.get(p.kind, DEFAULT_PRIOR)
    if p.kind == "country" and p.radius_km < 40:
        prior -= 1.2
    elif p.kind == "city":
        found = [e.population for e in gazetteer().lookup(p.name) if _near(p, e) and e.kind == "city"]
        prior = max(prior, log10(max([1, *found])) + 0.5)
        prior = max(prior, WORLD_CITY) if p.name in {*capitals(), "New York City"} else prior
    return Feature(
        p.id, p.name, p.kind, p.lat, p.lon, p.radius_km, p.country, p.admin1, None, p.disputed, prior, True, False
    )


def _listed(e: GazetteerEntry) -> Feature:
    prior = log10(max(e.population, 250))
    if e.kind == "admin1":
        prior = min(prior - 0.4, 6.4)
    elif e.kind == "admin2":
        prior = min(prior - 0.9, 5.6)
    elif e.population > 20_000 and capitals().get(e.name) == e.country:
        prior += CAPITAL
    if e.alternate:
        prior -= 1.2 if e.kind == "city" else 0.5
    return Feature(f"geonames:{e.geonameid}", e.name, e.kind, e.lat, e.lon, e.radius_km, e.country, e.admin1, e.admin2,
                   None, prior, False, e.alternate)  # fmt: skip


@cache
def capitals() -> dict[str, str]:
    """Names of capitals, with their country."""
    return {c.capital: c.code for c in countries() if c.capital and c.kind == "state"} | {"Washington D.C.": "USA"}


def _near(p: KnownPlace | Feature, e: GazetteerEntry) -> bool:
    return distance_km(p.lat, p.lon, e.lat, e.lon) < max(SAME_KM, p.radius_km)


def _same(own: Feature, entry: GazetteerEntry) -> bool:
    """Whether a gazetteer entry is the place that our own table has already."""
    if own.kind in {"admin1", "region", "disputed", "island"} and entry.kind in {"admin1"}:
        return (
            own.country in {entry.country, None} or distance_km(own.lat, own.lon, entry.lat, entry.lon) < own.radius_km
        )
    if own.kind == "country":
        return (entry.kind == "admin1" or entry.alternate) and own.country == entry.country
    if own.kind == "city":
        return entry.kind == "city" and _near(own, entry)
    return _near(own, entry) and (entry.kind == "city" or own.kind != "admin1")
