"""The nearest border to a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.record import Border
from vedette.tables.actors import countries
from vedette.tables.borders import borders

if TYPE_CHECKING:
    from vedette.record import PlaceCandidate
    from vedette.tables.borders import NearestBorder

MAP_KM = 3.0
"""How far the map's borders may lie from a survey's, and a place's point from its middle."""
POINTS = frozenset({"city", "base", "nuclear", "crossing", "site"})
WIDEST_KM = 160.0


def nearest_border(place: PlaceCandidate) -> Border | None:
    """The land border nearest to a place; None for countries, waters and whatever is too wide to lie near one."""
    if place.kind in {"country", "macro", "water", "strait", "river", "line"} or place.radius_km > WIDEST_KM:
        return None
    known = borders()
    if place.country and not known.has_land_border(place.country):
        return None
    found = known.nearest(round(place.lat, 4), round(place.lon, 4))
    if found is None:
        return None
    uncertainty = MAP_KM if place.kind in POINTS else max(MAP_KM, place.radius_km)
    km = float(max(1, round(found.km)))
    return Border(border_name(found), found.states, km, float(round(uncertainty)), _side(place, found), found.basis)


def border_name(found: NearestBorder) -> str:
    """Such as ``Azerbaijan–Iran``, or the name of a line that has one."""
    return found.name or "–".join(country_name(c) for c in found.states)


def country_name(code: str) -> str:
    """The usual name of a country; the code where there is none."""
    return next((c.name for c in countries() if c.code == code), code)


def _side(place: PlaceCandidate, found: NearestBorder) -> str | None:
    """The state on whose side a place lies; None within the error of the map, unless the place's country says."""
    if place.country in found.states:
        return place.country
    if found.km <= MAP_KM:
        return None
    drawn = borders().country_at(round(place.lat, 4), round(place.lon, 4))
    return drawn if drawn in found.states and found.basis == "international" else None
