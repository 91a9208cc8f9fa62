"""The gazetteer: populated places, first and second divisions (GeoNames, CC BY 4.0), searched where it lies on disk.

``scripts/build_gazetteer.py`` makes the arrays; opening them maps them into memory and reads no more than is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from vedette.errors import TableError
from vedette.tables.loader import data_file
from vedette.tables.toponyms import fingerprint, normalise

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ARRAYS = (
    "buckets", "keys", "refs", "point", "population", "radius", "country", "parent", "gid", "names", "lengths",
)  # fmt: skip
_ALTERNATE = np.uint32(1 << 31)


class _Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    countries: tuple[str, ...]
    first_admin1: int
    first_admin2: int


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A populated place or a division.

    Attributes:
        index: its row.
        geonameid: GeoNames' id.
        name: GeoNames' name.
        kind: ``city``, ``admin1`` or ``admin2``.
        lat, lon: WGS 84 degrees; for a division the middle of its places.
        radius_km: from the population for places, the extent of its places for divisions.
        population: 0 where unknown.
        country: ISO 3166-1 alpha-3.
        admin1, admin2: the divisions that it lies in, by name; for a division its own name.
        alternate: whether it was found by another name than its first.
    """

    index: int
    geonameid: int
    name: str
    kind: str
    lat: float
    lon: float
    radius_km: float
    population: int
    country: str
    admin1: str | None
    admin2: str | None
    alternate: bool = False


class Gazetteer:
    """Looks names up. Opened once, see ``gazetteer``; so its caches live as long as the process."""

    def __init__(self) -> None:
        folder = data_file("gazetteer")
        try:
            self._meta = msgspec.json.decode((folder / "meta.json").read_bytes(), type=_Meta)
            found = {name: _mapped(str(folder / f"{name}.npy")) for name in _ARRAYS}
        except (OSError, ValueError, msgspec.ValidationError) as error:
            message = f"tables/data/gazetteer: {error}"
            raise TableError(message) from error
        self._found = found
        self._offsets = np.zeros(len(found["lengths"]) + 1, dtype=np.uint32)
        np.cumsum(found["lengths"], out=self._offsets[1:])

    def __len__(self) -> int:
        return len(self._found["gid"])

    @lru_cache(maxsize=32768)  # noqa: B019
    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        """All entries of that name, in any spelling that ``normalise`` makes equal; the most populous first."""
        rows = sorted(self._rows(normalise(name)), key=lambda r: (-int(self._found["population"][r[0]]), r[0]))
        return tuple(self.entry(i, alternate) for i, alternate in rows)

    def _rows(self, plain: str) -> list[tuple[int, bool]]:
        if not plain:
            return []
        key = fingerprint(plain)
        low, high = (int(x) for x in self._found["buckets"][key >> 32 : (key >> 32) + 2])
        bucket = self._found["keys"][low:high]
        first, last = (int(np.searchsorted(bucket, np.uint32(key & 0xFFFFFFFF), side)) for side in ("left", "right"))
        refs = self._found["refs"][low + first : low + last]
        return [(int(r & ~_ALTERNATE), bool(r & _ALTERNATE)) for r in refs]

    def entry(self, index: int, alternate: bool = False) -> GazetteerEntry:
        """The entry of row ``index``."""
        a = self._found
        meta = self._meta
        kind = "city" if index < meta.first_admin1 else "admin1" if index < meta.first_admin2 else "admin2"
        population = int(a["population"][index])
        radius = 2.0 + population**0.5 / 150 if kind == "city" else float(a["radius"][index - meta.first_admin1])
        above = {kind: self._name(index)}
        parent = int(a["parent"][index]) + meta.first_admin1
        while parent < len(self):
            above["admin1" if parent < meta.first_admin2 else "admin2"] = self._name(parent)
            parent = int(a["parent"][parent]) + meta.first_admin1
        lat, lon = (round(float(x), 5) for x in a["point"][index])
        return GazetteerEntry(
            index, int(a["gid"][index]), self._name(index), kind, lat, lon, round(max(radius, 2.0), 1), population,
            meta.countries[int(a["country"][index])], above.get("admin1"), above.get("admin2"), alternate,
        )  # fmt: skip

    def _name(self, index: int) -> str:
        return bytes(self._found["names"][self._offsets[index] : self._offsets[index + 1]]).decode()


def _mapped(path: str) -> NDArray[np.generic]:
    array: NDArray[np.generic] = np.load(path, mmap_mode="r")
    return array


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, opened once."""
    return Gazetteer()
