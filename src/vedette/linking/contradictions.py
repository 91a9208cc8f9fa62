"""Where the tellings of one happening cannot all be right, field by field, with the words of both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.linking.declared import declarer_key
from vedette.linking.happening import REFUSED, UNREAL, Parties, kilometres, sentence_around
from vedette.linking.likeness import DAY_PRECISION, NEAR_KM, SETTLEMENT, days_apart, interval, within
from vedette.record import Contradiction, Located, record_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette.record import Actor, Event, Magnitude, Occurrence, Reading, Span, Telling

FIGURES = {"deaths": "deaths", "injuries": "injuries", "munitions": "figure", "troops": "figure", "displaced": "figure"}
"""For kinds of magnitude the field of a contradiction."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the reports say around the events.

    Attributes:
        owned: for a figure, by report and offset, the event that it belongs to.
        around: for an event the words of its sentence.
    """

    owned: dict[tuple[str, int], str]
    around: dict[str, str]


_UNSURE = UNREAL | {"planned"}


def contradictions_of(occurrences: Iterable[Occurrence], context: Context) -> tuple[Contradiction, ...]:
    """All contradictions between the tellings of each occurrence; ``context`` as ``context_of`` gives it."""
    found: dict[str, Contradiction] = {}
    for occurrence in occurrences:
        for k, b in enumerate(occurrence.tellings):
            for a in occurrence.tellings[:k]:
                found.update((c.id, c) for c in _between(a, b, context))
    return tuple(found.values())


def contradiction(field: str, a: Located, b: Located, message: str) -> Contradiction:
    """A contradiction; its id does not depend on which side is named first."""
    ends = sorted((x.report, x.span.start, x.span.end) for x in (a, b))
    return Contradiction(record_id("contradiction", field, *ends), field, a, b, message)


def _between(a: Telling, b: Telling, context: Context) -> Iterator[Contradiction]:
    if a.event.assertion in _UNSURE or b.event.assertion in _UNSURE:
        return
    yield from _happened(a, b)
    if a.event.assertion in REFUSED or b.event.assertion in REFUSED:
        return  # who denies that it happened gives no rival figures of it
    yield from _figures(a, b, context)
    yield from _date(a, b)
    yield from _place(a, b, context)
    yield from _actor(a, b)


def _make(field: str, a: tuple[Telling, Span], b: tuple[Telling, Span], message: str) -> Contradiction:
    return contradiction(field, Located(a[0].report, a[1]), Located(b[0].report, b[1]), message)


def _happened(a: Telling, b: Telling) -> Iterator[Contradiction]:
    if (a.event.assertion in REFUSED) == (b.event.assertion in REFUSED):
        return
    if a.report == b.report and a.event.anchor == b.event.anchor:
        return  # told and denied in one breath, which holds one report against itself
    yes, no = (a, b) if b.event.assertion in REFUSED else (b, a)
    words = no.event.assertion_cue or no.event.anchor
    message = f"{yes.event.anchor.quote!r} in one report is {no.event.assertion} in another: {words.quote!r}"
    yield _make("happened", (yes, yes.event.anchor), (no, words), message)


def _figures(a: Telling, b: Telling, context: Context) -> Iterator[Contradiction]:
    mine, theirs = _own(a, context), _own(b, context)
    for kind in dict.fromkeys(m.kind for m in mine):
        pairs = [(m, n) for m in mine for n in theirs if m.kind == n.kind == kind and _comparable(m, n)]
        if pairs and all(_apart(m, n) for m, n in pairs):
            m, n = pairs[0]
            message = f"{kind}: {m.span.quote!r} or {n.span.quote!r}"
            yield _make(FIGURES.get(kind, "figure"), (a, m.span), (b, n.span), message)


def _own(telling: Telling, context: Context) -> list[Magnitude]:
    """The figures of an event that no other event of its report stands nearer to."""
    return [
        m
        for m in telling.event.magnitudes
        if context.owned.get((telling.report, m.span.start), telling.event.id) == telling.event.id
    ]


def context_of(readings: Iterable[Reading]) -> Context:
    """What the reports say around their events."""
    held = list(readings)
    around = {}
    for reading in held:
        for event in reading.events:
            start, end = sentence_around(reading.report.text, event.anchor.start)
            around[event.id] = reading.report.text[start:end]
    return Context(_owners(held), around)


def _owners(readings: Iterable[Reading]) -> dict[tuple[str, int], str]:
    """For the figures of each report, by where they stand, the event that they belong to: the one that is nearest.

    Rounds that fell in a battle are told of the fall: fighting of two sides stands behind another event.
    """
    found: dict[tuple[str, int], str] = {}
    for reading in readings:
        near: dict[int, tuple[bool, int]] = {}
        for event in reading.events:
            for m in event.magnitudes:
                distance = min(abs(a.start - m.span.start) for a in (event.anchor, *event.again))
                rank = (event.mode == "sideAB", distance)
                if m.span.start not in near or rank < near[m.span.start]:
                    near[m.span.start] = rank
                    found[reading.report.id, m.span.start] = event.id
    return found


def _comparable(m: Magnitude, n: Magnitude) -> bool:
    return m.suffered_by == n.suffered_by or "unknown" in (m.suffered_by, n.suffered_by)


def _apart(m: Magnitude, n: Magnitude) -> bool:
    """Whether no number fits both."""
    if m.best is None and n.best is None:
        return False
    below = m.high is not None and n.low is not None and m.high < n.low
    above = n.high is not None and m.low is not None and n.high < m.low
    return below or above


def _date(a: Telling, b: Telling) -> Iterator[Contradiction]:
    one, other = interval(a.event), interval(b.event)
    gap = days_apart(a.event, b.event)
    if not one or not other or not gap or max(one[2], other[2]) > DAY_PRECISION:
        return
    assert a.event.when is not None
    assert b.event.when is not None
    message = f"{one[0].isoformat()} or {other[0].isoformat()}"
    yield _make("date", (a, a.event.when.span), (b, b.event.when.span), message)


def _place(a: Telling, b: Telling, context: Context) -> Iterator[Contradiction]:
    p, q = a.event.where, b.event.where
    if p is None or q is None or p.best is None or q.best is None or p.best.id == q.best.id:
        return
    if max(p.precision, q.precision) > SETTLEMENT or within(p, q) or within(q, p):
        return
    if p.toponym in context.around.get(b.event.id, "") or q.toponym in context.around.get(a.event.id, ""):
        return  # both name it: one of the two is where it came from, or passed
    km = kilometres(p, q) or 0.0
    if km > min(NEAR_KM, p.best.radius_km + q.best.radius_km):
        yield _make("place", (a, p.span), (b, q.span), f"{p.best.name} or {q.best.name}, {km:.0f} km apart")


def _actor(a: Telling, b: Telling) -> Iterator[Contradiction]:
    if _verbal(a.event) or not a.event.actors or not b.event.actors:
        return
    mine, theirs = _culprit(a.event.actors), _culprit(b.event.actors)
    if mine is None or theirs is None:
        return
    one, other = Parties.of(a.event.actors), Parties.of(b.event.actors)
    if one.names & other.names or (one.countries & other.countries and not _group_or_state(mine, theirs)):
        return
    yield _make("actor", (a, mine.span), (b, theirs.span), f"done by {mine.name} or by {theirs.name}")


def _group_or_state(a: Actor, b: Actor) -> bool:
    """Whether one is an armed group known by name and the other the state, though both are of one country."""
    known = [x for x in (a, b) if x.id and declarer_key(x) != x.country]
    return len(known) == 1 and declarer_key(a) != declarer_key(b)


def _verbal(event: Event) -> bool:
    return event.quad.startswith("verbal")


def _culprit(actors: Iterable[Actor]) -> Actor | None:
    """The first actor that is known well enough to be a rival: by country, or by a name in the tables."""
    return next((a for a in actors if a.country or a.id), None)
