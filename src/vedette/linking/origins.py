"""Which reports rest on one and the same source: near-copies, and reports of one agency."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.linking.sources import SourceNames, agency_of, rests_on
from vedette.linking.words import shingles, words_of
from vedette.record import Judgement, Origin, record_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vedette.record import Event, Reading

_QUOTED = re.compile(r'"[^"]{1,1000}"|“[^”]{1,1000}”')
SHARED = 0.1
"""Share of the shorter text's five-word runs, outside quotation marks, that another report must have to be its copy.

Independent reports of one event share under 0.02, rewritten agency copy 0.15 and more.
"""
_FEWEST = 12
"""Runs that must be shared at least: two short items on one event share titles and phrases by chance."""
_MOST = 0.25
"""Share from which half as many runs are enough."""
_COMMON = 50
"""A run of words that more reports have is boilerplate and says nothing."""


@dataclass(frozen=True, slots=True)
class _Join:
    """Two reports are one origin, by name, and why."""

    a: str
    b: str
    name: str | None
    judgement: Judgement


class Origins:
    """The origins of the reports at hand, and for an event the origin that its telling rests on."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        held = sorted({r.report.id: r for r in readings}.values(), key=lambda r: r.report.id)
        self.names = SourceNames(held)
        self.all = _origins(held, self.names)
        self._of = {report: origin for origin in self.all for report in origin.reports}
        self._named = {self.names.key(o.name): o.id for o in self.all if o.name}
        self._outlet_of = {
            self.names.key(r.report.outlet): self._of[r.report.id].id for r in reversed(held) if r.report.outlet
        }

    def of_report(self, report: str) -> Origin:
        """The origin of a report."""
        return self._of[report]

    def of_telling(self, report: str, event: Event) -> str:
        """A key of the origin of one telling: the agency that it cites, else the report's origin."""
        agency = agency_of(event.attribution)
        if agency is None or not agency.name:
            return self._of[report].id
        key = self.names.key(agency.name)
        return self._named.get(key) or self._outlet_of.get(key) or f"agency:{key}"


def _origins(readings: Sequence[Reading], names: SourceNames) -> tuple[Origin, ...]:
    joins = _copies(readings) + _same_source(readings, names)
    root = {r.report.id: r.report.id for r in readings}

    def find(report: str) -> str:
        while root[report] != report:
            report = root[report]
        return report

    for join in joins:
        low, high = sorted((find(join.a), find(join.b)))
        root[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for reading in readings:
        groups[find(reading.report.id)].append(reading.report.id)
    outlet = {r.report.id: r.report.outlet for r in readings}
    return tuple(_origin(sorted(g), [j for j in joins if j.a in g], outlet) for _, g in sorted(groups.items()))


def _origin(reports: list[str], joins: list[_Join], outlet: dict[str, str | None]) -> Origin:
    if not joins:
        alone = Judgement(1.0, "no other report at hand shares its source or its words")
        return Origin(record_id("origin", reports), outlet[reports[0]], tuple(reports), alone)
    named = sorted((j.name for j in joins if j.name), key=lambda n: (-sum(j.name == n for j in joins), n))
    reasons = list(dict.fromkeys(part for j in joins for part in j.judgement.reason.split("; ")))
    judged = Judgement(min(j.judgement.score for j in joins), "; ".join(reasons))
    return Origin(record_id("origin", reports), named[0] if named else None, tuple(reports), judged)


def _copies(readings: Sequence[Reading]) -> list[_Join]:
    """Pairs where most of the words of one stand in the other."""
    runs = [shingles(words_of(_QUOTED.sub(" ", r.report.text))) for r in readings]
    holders: dict[str, list[int]] = defaultdict(list)
    for i, mine in enumerate(runs):
        for run in mine:
            holders[run].append(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for owners in holders.values():
        if 1 < len(owners) <= _COMMON:
            for k, j in enumerate(owners):
                for i in owners[:k]:
                    shared[i, j] += 1
    joins = []
    for (i, j), count in sorted(shared.items()):
        share = count / min(len(runs[i]), len(runs[j]))
        if (share >= SHARED and count >= _FEWEST) or (share >= _MOST and count >= _FEWEST / 2):
            a, b = sorted((readings[i], readings[j]), key=_published)
            first, second = a.report.outlet or "an earlier report", b.report.outlet or "a later report"
            both = f"{first} and {second}" if first != second else f"two reports of {first}"
            why = f"{both} share {share:.0%} of the shorter one's wording"
            joins.append(_Join(a.report.id, b.report.id, a.report.outlet, Judgement(min(1.0, 0.5 + share), why)))
    return joins


def _published(reading: Reading) -> tuple[str, str]:
    day = reading.report.published.date
    return (day.isoformat() if day else "9999", reading.report.id)


def _same_source(readings: Sequence[Reading], names: SourceNames) -> list[_Join]:
    """Reports of one outlet, and reports that rest on one agency, joined to the first of them."""
    by_source: dict[str, list[tuple[Reading, str, Judgement]]] = defaultdict(list)
    for reading in readings:
        outlet = reading.report.outlet
        if outlet:
            by_source[names.key(outlet)].append((reading, outlet, Judgement(0.8, f"published by {outlet}")))
        base = rests_on(reading, names)
        if base is not None:
            by_source[base.key].append((reading, base.name, base.judgement))
    joins = []
    for _, found in sorted(by_source.items()):
        (first, name, why), *later = sorted(found, key=lambda f: _published(f[0]))
        for other, _, other_why in later:
            score = min(why.score, other_why.score)
            reason = "; ".join(dict.fromkeys((_told(first, why), _told(other, other_why))))
            joins.append(_Join(first.report.id, other.report.id, name, Judgement(score, reason)))
    return joins


def _told(reading: Reading, why: Judgement) -> str:
    """A reason with the report that it holds for, where it does not say so itself."""
    if reading.report.outlet and why.reason == f"published by {reading.report.outlet}":
        return why.reason
    return f"{reading.report.outlet or 'another report'}: {why.reason}"
