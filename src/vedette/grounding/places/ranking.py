"""Which of the places that bear a name a report means: by prior, containment, and the other places of the report."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from vedette.grounding.places.atlas import capitals
from vedette.tables.places import place_words
from vedette.tables.toponyms import normalise

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vedette.grounding.places.atlas import Feature
    from vedette.grounding.places.finding import Found
    from vedette.record import Parsed

MOST = 30
HEATS = (3.0, 2.0, 1.0, 1.0, 1.0)
PRIOR_WEIGHT = 1.2
COUNTRY_WEIGHT = 3.5
ADMIN1_WEIGHT = 3.5
NEAR_WEIGHT = 4.5
KIN_WEIGHT = 2.5
WHOLE_COUNTRY = 1.7
HALF = 1.0
NEAR_KM = 120.0
CONTAINED = 7.0
CALLED = 3.0
GOVERNS = 3.0
"""Weights of the log-linear score. Found by hand on the two geoparsing sets, in steps of a half."""


@dataclass(slots=True)
class Group:
    """The spans of a report that share a name, and what they may all mean.

    Attributes:
        key: the normalised name, with its container where the text gives one.
        members: indices of its spans.
        options: features.
        fixed: a score for each option from what the text says of it ("Paris, Texas").
        weight: how much it counts as context.
        scores, shares: as ranked.
        notes: why an option is favoured, by its index.
    """

    key: str
    members: list[int]
    options: list[Feature]
    fixed: NDArray[np.float64]
    weight: float
    shares: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    notes: dict[int, str] = field(default_factory=dict)


def group(parsed: Parsed, spans: list[Found], roles: list[str]) -> list[Group]:
    """The spans by name; a name that is given a container in one place has it everywhere, unless there are two."""
    members: dict[str, list[int]] = defaultdict(list)
    containers: dict[str, list[tuple[int, Found]]] = defaultdict(list)
    nouns: dict[str, tuple[str, str]] = {}
    inners: dict[str, Found] = {}
    for i, span in enumerate(spans):
        called = _kind_of(parsed, span)
        key = normalise(span.name) + (f" ({called[0]})" if called else "")
        inner = _holds(parsed, spans, i)
        if inner is not None:
            key += f" [{normalise(inner.name)}]"
            inners[key] = inner
        if called:
            nouns[key] = called
        members[key].append(i)
        holder = _container(parsed, spans, i)
        if holder is not None:
            containers[normalise(span.name)].append((i, holder))
    out: list[Group] = []
    for key, indices in members.items():
        given = containers.get(key.split(" (")[0].split(" [")[0], [])
        parts = _parts(key, indices, given)
        for name, part, holders in parts:
            options = sorted(spans[part[0]].features, key=lambda x: -x.prior)[:MOST]
            weight = 0.5 if all(roles[i] == "demonym" for i in part) else 1.0
            g = Group(name, part, options, np.zeros(len(options)), weight * (1 + 0.3 * min(len(part) - 1, 4)))
            for holder in holders:
                _favour(g, holder)
            if key in inners:
                _favour_holder(g, inners[key])
            if key in nouns:
                _favour_kind(g, *nouns[key])
            if any(roles[i] == "government" for i in part):
                g.fixed += [GOVERNS if o.name in capitals() else 0.0 for o in options]
            out.append(g)
    return out


def _parts(key: str, indices: list[int], given: list[tuple[int, Found]]) -> list[tuple[str, list[int], list[Found]]]:
    """Splits a name that stands in two containers ("Paris, Texas" and "Paris, France")."""
    names = list(dict.fromkeys(normalise(h.name) for _, h in given))
    if len(names) < 2:
        return [(key, indices, [h for _, h in given])]
    at = {i: normalise(h.name) for i, h in given}
    parts: dict[str, list[int]] = {n: [] for n in names}
    current = at[given[0][0]]
    for i in indices:
        current = at.get(i, current)
        parts[current].append(i)
    holder = {normalise(h.name): h for _, h in given}
    return [(f"{key}|{n}", part, [holder[n]]) for n, part in parts.items() if part]


def _container(parsed: Parsed, spans: list[Found], i: int) -> Found | None:
    """The place that the text says a span lies in: "X, Y", "X in Y", "X district of Y", "Y's X"."""
    span = spans[i]
    if i + 1 < len(spans) and not spans[i + 1].demonym:
        between = parsed.text[span.end : spans[i + 1].start]
        if "\n" not in between and _puts_in(between.strip().lower(), span, spans[i + 1]):
            return spans[i + 1]
    if i and parsed.text[spans[i - 1].end : span.start].strip() in {"'s", "’s"}:
        return spans[i - 1]
    return None


def _puts_in(between: str, inner: Found, outer: Found) -> bool:
    """Whether the words between two names say that the first lies in the second."""
    if between == ",":
        return _fits(inner, outer)
    words = place_words()
    if between in words.inside:
        return True
    noun, _, link = between.partition(" ")
    return link in {"in", "of", "in the", "of the"} and any(noun in kind for kind in words.kinds.values())


def _fits(inner: Found, outer: Found) -> bool:
    """Whether a comma may mean containment: something in the outer name holds something of the inner.

    Two names of countries side by side are a list, though there is a China in Japan.
    """
    if all(any(x.kind == "country" for x in f.features) for f in (inner, outer)):
        return False
    return any(_within(x, y) for x in inner.features for y in outer.features)


def _within(inner: Feature, outer: Feature) -> bool:
    if inner.id == outer.id:
        return False
    if outer.kind == "country":
        return inner.country == outer.country and inner.kind != "country"
    if outer.kind in {"admin1", "region", "disputed"} and inner.kind in {
        "city",
        "admin2",
        "site",
        "base",
        "crossing",
        "nuclear",
    }:
        if inner.admin1 and outer.admin1 and inner.country == outer.country:
            return normalise(inner.admin1) == normalise(outer.admin1) or normalise(inner.admin1) == normalise(
                outer.name
            )
        return inner.country == outer.country and _km(inner, outer) < outer.radius_km
    if outer.kind == "admin2" and inner.kind in {"city", "site"}:
        return inner.country == outer.country and (
            inner.admin2 == outer.name or _km(inner, outer) < max(outer.radius_km, 15)
        )
    return False


def _km(a: Feature, b: Feature) -> float:
    return float(np.hypot(a.lat - b.lat, (a.lon - b.lon) * np.cos(np.radians(a.lat))) * 111.2)


def _favour(g: Group, holder: Found) -> None:
    for k, option in enumerate(g.options):
        holds = [y for y in holder.features if _within(option, y)]
        if holds:
            g.fixed[k] += CONTAINED
            g.notes[k] = f"the text puts it in {holds[0].name}"


def _holds(parsed: Parsed, spans: list[Found], i: int) -> Found | None:
    """The span that an ambiguous one is the container of: Atlanta tells which Georgia it is in."""
    if (
        i
        and len({x.kind for x in spans[i].features if x.prior > 7}) > 1
        and _container(parsed, spans, i - 1) is spans[i]
    ):
        return spans[i - 1]
    return None


def _favour_holder(g: Group, inner: Found) -> None:
    best = [max((x.prior for x in inner.features if _within(x, option)), default=0.0) for option in g.options]
    for k, prior in enumerate(best):
        if prior and prior == max(best):
            g.fixed[k] += CONTAINED
            g.notes[k] = f"{inner.name} lies in it"


def _kind_of(parsed: Parsed, span: Found) -> tuple[str, str] | None:
    """What a noun beside the name says it is, with the noun: "the province of X", "X district"."""
    kinds, tokens = place_words().kinds, parsed.tokens
    after = (
        tokens[span.last].text.lower() if span.last < len(tokens) and tokens[span.last].start - span.end <= 1 else ""
    )
    before = [t.text.lower() for t in tokens[max(0, span.first - 2) : span.first]]
    noun = before[0] if before[1:] == ["of"] else before[-1] if before else ""
    for kind in ("admin1", "admin2", "city", "country"):
        for word in (noun, after):
            if word in kinds[kind] and any(x.kind == kind for x in span.features):
                return kind, word
    return None


def _favour_kind(g: Group, kind: str, noun: str) -> None:
    for k, option in enumerate(g.options):
        if option.kind == kind:
            g.fixed[k] += CALLED
            g.notes.setdefault(k, f'called a "{noun}" in the text')


def _lists(parsed: Parsed, spans: list[Found], groups: list[Group]) -> NDArray[np.float64]:
    """For each pair of groups whether spans of them stand side by side in a list."""
    out = np.zeros((len(groups), len(groups)))
    of = {i: n for n, g in enumerate(groups) for i in g.members}
    for i in range(len(spans) - 1):
        between = parsed.text[spans[i].end : spans[i + 1].start].strip()
        if between in {",", "and", ", and", "&", "or"} and of[i] != of[i + 1]:
            out[of[i], of[i + 1]] = out[of[i + 1], of[i]] = 1.0
    return out


def rank(parsed: Parsed, spans: list[Found], groups: list[Group]) -> None:
    """Fills ``shares``: mean-field rounds in which each name is read in the light of all others."""
    for g in groups:
        base = PRIOR_WEIGHT * np.array([o.prior for o in g.options]) + g.fixed
        g.shares = _softmax(base / HEATS[0])
    listed = _lists(parsed, spans, groups)
    flat = [(g, k, o) for g in groups for k, o in enumerate(g.options)]
    if not flat:
        return
    owner = np.array([i for i, g in enumerate(groups) for _ in g.options])
    point = np.radians(np.array([(o.lat, o.lon) for _, _, o in flat]))
    compact = np.array([o.kind not in {"country", "macro", "water"} for _, _, o in flat])
    near = _kernel(point) * compact[None, :] * (owner[:, None] != owner[None, :])
    base = np.concatenate([PRIOR_WEIGHT * np.array([o.prior for o in g.options]) + g.fixed for g in groups])
    weight = np.array([g.weight for g, _, _ in flat])
    lean = np.array([WHOLE_COUNTRY if o.kind == "country" else 1.0 for _, _, o in flat]) * COUNTRY_WEIGHT
    kin = (
        _same([f"{o.kind}/{o.country if o.kind != 'country' else ''}" for _, _, o in flat])
        * listed[np.ix_(owner, owner)]
    )
    country = _same([o.country for _, _, o in flat]) * (owner[:, None] != owner[None, :])
    admin1 = _same([f"{o.country}/{o.admin1}" if o.admin1 else None for _, _, o in flat]) * (
        owner[:, None] != owner[None, :]
    )
    for heat in HEATS:
        shares = np.concatenate([g.shares for g in groups]) * weight
        score = base + lean * _saturated(country @ shares) + ADMIN1_WEIGHT * _saturated(admin1 @ shares)
        score += NEAR_WEIGHT * _saturated(near @ shares) + KIN_WEIGHT * _saturated(kin @ shares)
        at = 0
        for g in groups:
            g.shares = _softmax(score[at : at + len(g.options)] / heat)
            at += len(g.options)


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
    dx = (lon[:, None] - lon[None, :]) * np.cos((lat[:, None] + lat[None, :]) / 2)
    out: NDArray[np.float64] = np.exp(-np.hypot(dx, dy) * 6371.0 / NEAR_KM)
    return out


def _same(labels: list[str | None]) -> NDArray[np.float64]:
    index: dict[str, int] = {}
    ids = np.array([-1 if x is None else index.setdefault(x, len(index)) for x in labels])
    out: NDArray[np.float64] = ((ids[:, None] == ids[None, :]) & (ids[:, None] >= 0)).astype(np.float64)
    return out
