"""The spans of a report by name, with what the text itself says of each: "Paris, Texas", "the province of X"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from vedette.grounding.places.atlas import capitals
from vedette.grounding.places.surroundings import DASHES
from vedette.tables.places import SHORT, place_words
from vedette.tables.toponyms import normalise

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vedette.grounding.places.atlas import Feature
    from vedette.grounding.places.finding import Found
    from vedette.record import Parsed

CONTAINED = 7.0
CALLED = 3.0
GOVERNS = 3.0
"""What it is worth that the text puts a place in another, calls it a city or province, or lets a capital act. The scale
is that of ``ranking``; set by hand."""


@dataclass(slots=True)
class Group:
    """The spans of a report that share a name, and what they may all mean.

    Attributes:
        key: the normalised name, with its container where the text gives one.
        members: indices of its spans.
        options: features.
        fixed: a score for each option from what the text says of it ("Paris, Texas").
        weight: how much it counts as context.
        shares: the probability of each option.
        notes: why an option is favoured, by its index.
        support: for each option how far the other places agree with its country, its first division, its neighbourhood.
    """

    key: str
    members: list[int]
    options: list[Feature]
    fixed: NDArray[np.float64]
    weight: float
    shares: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    notes: dict[int, str] = field(default_factory=dict)
    support: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 3)))


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
            options = sorted(spans[part[0]].features, key=lambda x: -x.prior)
            weight = 0.5 if all(roles[i] == "demonym" for i in part) else 1.0
            g = Group(name, part, options, np.zeros(len(options)), weight * (1 + 0.3 * min(len(part) - 1, 4)))
            for holder in holders:
                _favour(g, holder)
            if key in inners:
                _favour_holder(g, inners[key])
            if key in nouns:
                _favour_kind(g, *nouns[key])
            if any(roles[i] == "government" for i in part):
                g.fixed += [GOVERNS if o.kind == "city" and o.name in capitals() else 0.0 for o in options]
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
    if span.name.isupper() and len(span.name) > SHORT and after in DASHES | {"(", ","}:
        return ("city", "dateline") if any(x.kind == "city" for x in span.features) else None
    for kind in ("admin1", "admin2", "city", "country"):
        for word in (noun, after, _plural_noun(parsed, span)):
            if word in kinds[kind] and any(x.kind == kind for x in span.features):
                return kind, word
    return None


def _plural_noun(parsed: Parsed, span: Found) -> str:
    """The noun that a list of names ends in: "Khost and Paktika provinces"."""
    end = parsed.sentences[parsed.tokens[span.first].sent].last
    for token in parsed.tokens[span.last : min(span.last + 8, end)]:
        word = token.text.lower()
        if not token.text[0].isupper() and word not in {",", "and"}:
            return word if word.endswith("s") else ""
    return ""


def _favour_kind(g: Group, kind: str, noun: str) -> None:
    for k, option in enumerate(g.options):
        if option.kind == kind:
            g.fixed[k] += CALLED
            g.notes.setdefault(k, "stands in a dateline" if noun == "dateline" else f'called a "{noun}" in the text')
