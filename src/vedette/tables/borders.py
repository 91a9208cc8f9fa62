"""Land borders (Natural Earth 1:10m): the nearest border to a point, and the country that a point lies in.

Edges are sorted by latitude, so a query looks at a band of them. The lines lie within about 3 km of a survey's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from math import cos, radians
from typing import TYPE_CHECKING

import numpy as np

from vedette.errors import TableError
from vedette.tables.loader import data_file
from vedette.tables.places import place_lines

if TYPE_CHECKING:
    from numpy.typing import NDArray

KM_PER_DEGREE = 111.195
_STEP = 0.5
_BANDS_KM = (60, 250, 900, 2500)


@dataclass(frozen=True, slots=True)
class NearestBorder:
    """The border nearest to a point.

    Attributes:
        states: the two countries, sorted.
        name: of a line that is more, or less, than an international border; None for others.
        basis: ``international`` or ``de_facto``.
        km: distance, not rounded.
        lat, lon: the nearest point on it.
    """

    states: tuple[str, str]
    name: str | None
    basis: str
    km: float
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Frontier:
    """The land border of a country, or its part with one neighbour: middle, extent, and its points (lat, lon)."""

    lat: float
    lon: float
    radius_km: float
    points: NDArray[np.float32]


class Borders:
    """Answers from the edges. Opened once, see ``borders``; so its caches live as long as the process."""

    def __init__(self) -> None:
        try:
            with data_file("borders.npz").open("rb") as file, np.load(file) as stored:
                self._edges: NDArray[np.float32] = stored["edges"]
                self._hands: NDArray[np.uint8] = stored["hands"]
                self._codes: list[str] = [str(c) for c in stored["codes"]]
        except (OSError, ValueError, KeyError) as error:
            message = f"tables/data/borders.npz: {error}"
            raise TableError(message) from error
        self._south = np.minimum(self._edges[:, 0], self._edges[:, 2])
        self._is_land = self._hands.min(axis=1) > 0
        self._land = self._edges[self._is_land]
        self._land_hands = self._hands[self._is_land]
        self._land_south = self._south[self._is_land]
        self._lines = place_lines()

    @lru_cache(maxsize=8192)  # noqa: B019
    def nearest(self, lat: float, lon: float) -> NearestBorder | None:
        """The nearest land border within 2,500 km; None beyond."""
        for reach in _BANDS_KM:
            band = reach / KM_PER_DEGREE
            low, high = np.searchsorted(self._land_south, [lat - band - _STEP, lat + band])
            edges = self._land[low:high]
            if not len(edges):
                continue
            km, at = _distances(edges, lat, lon)
            best = int(km.argmin())
            if km[best] <= reach:
                left, right = (self._codes[h] for h in self._land_hands[low + best])
                name, basis = self._line(left, right, *at[best])
                states = sorted({_legal(left), _legal(right)} if basis == "international" else {left, right})
                return NearestBorder(
                    (states[0], states[-1]), name, basis, float(km[best]), float(at[best][0]), float(at[best][1])
                )
        return None

    def _line(self, left: str, right: str, lat: float, lon: float) -> tuple[str | None, str]:
        for row in self._lines:
            if set(row.states) == {left, right} and row.south <= lat <= row.north and row.west <= lon <= row.east:
                return row.name, row.basis
        return None, "international"

    @lru_cache(maxsize=8192)  # noqa: B019
    def country_at(self, lat: float, lon: float) -> str | None:
        """The country that holds a point on land, as the map draws it (de facto); None at sea."""
        low, high = np.searchsorted(self._south, [lat - _STEP - 0.01, lat])
        edges, hands = self._edges[low:high], self._hands[low:high]
        crossing = (edges[:, 0] <= lat) != (edges[:, 2] <= lat)
        edges, hands = edges[crossing], hands[crossing]
        if not len(edges):
            return None
        x = edges[:, 1] + (lat - edges[:, 0]) / (edges[:, 2] - edges[:, 0]) * (edges[:, 3] - edges[:, 1])
        x = np.where(x >= lon, x, np.inf)
        first = int(x.argmin())
        if not np.isfinite(x[first]):
            return None
        northward = edges[first, 2] > edges[first, 0]
        return self._codes[int(hands[first][0 if northward else 1])] or None

    def has_land_border(self, code: str) -> bool:
        """Whether a country has a land border."""
        return code in self._neighbours

    def neighbours(self, code: str) -> tuple[str, ...]:
        """The countries that share a land border with one."""
        return self._neighbours.get(code, ())

    @cached_property
    def _neighbours(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        pairs = self._land_hands[:, 0].astype(np.uint16) * 256 + self._land_hands[:, 1]
        for pair in np.unique(pairs).tolist():
            left, right = self._codes[pair >> 8], self._codes[pair & 255]
            found.setdefault(left, set()).add(right)
            found.setdefault(right, set()).add(left)
        return {code: tuple(sorted(others)) for code, others in found.items()}

    @cache  # noqa: B019
    def frontier(self, code: str, other: str | None = None) -> Frontier | None:
        """The land border of a country, with all neighbours or with one; None where there is none."""
        if code not in self._codes or (other is not None and other not in self._codes):
            return None
        mask = (self._land_hands == self._codes.index(code)).any(axis=1)
        if other is not None:
            mask &= (self._land_hands == self._codes.index(other)).any(axis=1)
        return shape(self._land[mask][:, :2])

    @cache  # noqa: B019
    def extent(self, code: str) -> NDArray[np.float32] | None:
        """The points (lat, lon) of the outline of a country."""
        if code not in self._codes:
            return None
        mask = (self._hands == self._codes.index(code)).any(axis=1)
        points: NDArray[np.float32] = self._edges[mask][:, :2]
        return points


def shape(points: NDArray[np.float32]) -> Frontier | None:
    """The middle of points and the radius that holds them; None for no points."""
    if not len(points):
        return None
    lat, lon = (float(x) for x in (points.min(axis=0) + points.max(axis=0)) / 2)
    away = np.hypot(points[:, 0] - lat, (points[:, 1] - lon) * cos(radians(lat)))
    nearest = points[int(away.argmin())]
    return Frontier(float(nearest[0]), float(nearest[1]), max(5.0, float(away.max()) * KM_PER_DEGREE), points)


def _legal(code: str) -> str:
    return {"XSL": "SOM", "XNC": "CYP"}.get(code, code)


def _distances(edges: NDArray[np.float32], lat: float, lon: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Kilometres from a point to each edge, on a plane that touches the earth at the point; and the nearest points."""
    squeeze = cos(radians(lat))
    ay, ax = edges[:, 0].astype(np.float64) - lat, (_wrap(edges[:, 1] - lon)) * squeeze
    dy, dx = edges[:, 2] - edges[:, 0], _wrap(edges[:, 3] - edges[:, 1]) * squeeze
    length = np.maximum(dx * dx + dy * dy, 1e-18)
    share = np.clip(-(ax * dx + ay * dy) / length, 0, 1)
    y, x = ay + share * dy, ax + share * dx
    return np.hypot(x, y) * KM_PER_DEGREE, np.stack([lat + y, lon + x / max(squeeze, 1e-6)], axis=1)


def _wrap(degrees: NDArray[np.float32]) -> NDArray[np.float64]:
    return (degrees.astype(np.float64) + 180) % 360 - 180


@cache
def borders() -> Borders:
    """The borders, opened once."""
    return Borders()
