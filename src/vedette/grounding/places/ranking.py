"""Which of the places that bear a name a report means: by prior, by what the text says, and by its other places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vedette.grounding.places.finding import Found
    from vedette.grounding.places.grouping import Group
    from vedette.record import Parsed

MOST = 30
LEAST = 4
LIMIT = 1500
PIECE = 120
"""Options of a name, at most and at least; options and names that are settled together."""
HEATS = (3.0, 2.0, 1.0, 1.0, 1.0)
"""Temperatures of the rounds: a first look that leaves much open, so that small places near each other meet."""
PRIOR_WEIGHT = 1.2
COUNTRY_WEIGHT = 3.5
ADMIN1_WEIGHT = 3.5
NEAR_WEIGHT = 4.5
KIN_WEIGHT = 2.5
WHOLE_COUNTRY = 1.7
HALF = 1.0
NEAR_KM = 120.0
"""Weights of the log-linear score: the prior; other places in the same country, in the same first division, near by
(with the distance over which that falls to 1/e); others of its kind beside it in a list; what a country itself gains
more; the agreeing names that are worth half the weight. Set by hand in steps of a half on the development sets of
``bench`` task ``geoparsing``, where half or twice the value of any moves the F1 by a point at most."""
_LISTED = frozenset({",", "and", ", and", "&", "or"})


def rank(parsed: Parsed, spans: list[Found], groups: list[Group]) -> None:
    """Fills ``shares`` and ``support``: mean-field rounds in which each name is read in the light of all others.

    A long report is settled in pieces, so that time and memory grow with its length and not with its square.
    """
    for at in range(0, len(groups), PIECE):
        piece = groups[at : at + PIECE]
        for g in piece:
            _trim(g, max(LEAST, min(MOST, LIMIT // len(piece))))
        _settle(piece, _lists(parsed, spans, piece))


def _trim(g: Group, most: int) -> None:
    """Keeps the options that have most to say for themselves."""
    if len(g.options) <= most:
        return
    base = PRIOR_WEIGHT * np.array([o.prior for o in g.options]) + g.fixed
    kept = sorted(np.argsort(-base, kind="stable")[:most].tolist())
    g.options = [g.options[k] for k in kept]
    g.fixed = g.fixed[kept]
    g.notes = {n: g.notes[k] for n, k in enumerate(kept) if k in g.notes}


def _settle(groups: list[Group], listed: NDArray[np.float64]) -> None:
    options = [o for g in groups for o in g.options]
    owner = np.array([i for i, g in enumerate(groups) for _ in g.options])
    others = owner[:, None] != owner[None, :]
    base = PRIOR_WEIGHT * np.array([o.prior for o in options]) + np.concatenate([g.fixed for g in groups])
    weight = np.array([groups[i].weight for i in owner])
    compact = np.array([o.kind not in {"country", "macro", "water"} for o in options])
    lean = COUNTRY_WEIGHT * np.array([WHOLE_COUNTRY if o.kind == "country" else 1.0 for o in options])
    near = _kernel(np.radians(np.array([(o.lat, o.lon) for o in options]))) * compact[None, :] * others
    country = _same([o.country for o in options]) * others
    admin1 = _same([f"{o.country}/{o.admin1}" if o.admin1 else None for o in options]) * others
    kin = (
        _same([f"{o.kind}/{'' if o.kind == 'country' else o.country}" for o in options]) * listed[np.ix_(owner, owner)]
    )
    cuts = np.cumsum([len(g.options) for g in groups])[:-1]
    score = base
    for heat in (HEATS[0], *HEATS):
        shares = np.concatenate([_softmax(s / heat) for s in np.split(score, cuts)]) * weight
        support = np.stack([_saturated(m @ shares) for m in (country, admin1, near)], axis=1)
        score = base + lean * support[:, 0] + support[:, 1:] @ np.array([ADMIN1_WEIGHT, NEAR_WEIGHT])
        score = score + KIN_WEIGHT * _saturated(kin @ shares)
    for g, own, held in zip(groups, np.split(score, cuts), np.split(support, cuts), strict=True):
        g.shares, g.support = _softmax(own), held


def _lists(parsed: Parsed, spans: list[Found], groups: list[Group]) -> NDArray[np.float64]:
    """For each pair of groups whether spans of them stand side by side in a list."""
    out = np.zeros((len(groups), len(groups)))
    of = {i: n for n, g in enumerate(groups) for i in g.members}
    for i, n in of.items():
        other = of.get(i + 1, n)
        if other != n and parsed.text[spans[i].end : spans[i + 1].start].strip() in _LISTED:
            out[n, other] = out[other, n] = 1.0
    return out


def _saturated(mass: NDArray[np.float64]) -> NDArray[np.float64]:
    """From 0 without agreeing places to 1 with many."""
    return mass / (mass + HALF)


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    e = np.exp(scores - scores.max())
    out: NDArray[np.float64] = e / e.sum()
    return out


def _kernel(point: NDArray[np.float64]) -> NDArray[np.float64]:
    lat, lon = point[:, 0], point[:, 1]
    dy = lat[:, None] - lat[None, :]
    dx = np.abs(lon[:, None] - lon[None, :])
    dx = np.minimum(dx, 2 * np.pi - dx) * np.cos((lat[:, None] + lat[None, :]) / 2)
    out: NDArray[np.float64] = np.exp(-np.hypot(dx, dy) * 6371.0 / NEAR_KM)
    return out


def _same(labels: list[str | None]) -> NDArray[np.float64]:
    index: dict[str, int] = {}
    ids = np.array([-1 if x is None else index.setdefault(x, len(index)) for x in labels])
    out: NDArray[np.float64] = ((ids[:, None] == ids[None, :]) & (ids[:, None] >= 0)).astype(np.float64)
    return out
