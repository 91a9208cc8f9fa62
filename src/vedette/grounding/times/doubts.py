"""What is doubtful about a report's times: mistyped dates, weekdays that do not fit, no date at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.record import Doubt, record_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from vedette.grounding.times.finder import Found
    from vedette.grounding.times.tokens import Lattice
    from vedette.record import Published, Report, Span, When

MADE_BY = "times.doubts/1"
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def doubts(
    report: Report, published: Published, lattice: Lattice, resolved: Iterable[tuple[Found, When]]
) -> tuple[Doubt, ...]:
    """The doubts about the times of a report, in the order of the text; that on its date comes first."""
    out: list[Doubt] = []
    if published.date is None or published.basis == "inferred":
        out.append(_doubt(report, "undated", f"The report bears no date: {published.reason}.", published.evidence))
    for found, when in resolved:
        out.extend(_typos(report, lattice, found, when))
        out.extend(_conflicts(report, lattice, found, when))
    return tuple(dict.fromkeys(out))


def _doubt(report: Report, kind: str, message: str, spans: tuple[Span, ...]) -> Doubt:
    key = record_id("doubt", report.id, kind, [(s.start, s.end) for s in spans])
    return Doubt(key, kind, message, spans, MADE_BY)


def _typos(report: Report, lattice: Lattice, found: Found, when: When) -> Iterator[Doubt]:
    match = found.match
    if "no such day" in when.reason or (when.value is None and match.slots.keys() & {"iso", "numdate"}):
        yield _doubt(report, "typo", f"“{when.span.quote}” is no day of the calendar.", (when.span,))
    for i in range(max(match.first - 1, 0), match.last):
        piece = lattice.pieces[i]
        if piece.typo:
            span = report.span(piece.start, piece.end)
            whole = report.text[piece.start : found.end]
            message = f"“{span.quote}” in “{whole}” mixes digits and letters; read as “{piece.low}”."
            yield _doubt(report, "typo", message, (span,))


def _conflicts(report: Report, lattice: Lattice, found: Found, when: When) -> Iterator[Doubt]:
    slots = found.match.slots
    weekday = slots.get("weekday", slots.get("weekday_short"))
    if weekday is None or "month" not in slots or "day" not in slots or when.start is None or when.start != when.end:
        return
    if when.start.isoweekday() == weekday:
        return
    name, rest = _words(report, lattice, found)
    if name is None or rest is None:
        return
    actual = _NAMES[when.start.isoweekday() - 1]
    message = f"“{name.quote}” and “{rest.quote}” disagree: {_written(when.start)} is a {actual}."
    yield _doubt(report, "date_conflict", message, (name, rest))


def _written(day: date) -> str:
    return day.isoformat()


def _words(report: Report, lattice: Lattice, found: Found) -> tuple[Span | None, Span | None]:
    """The words of the weekday, and those of the date beside it."""
    match = found.match
    inside = range(match.first, match.last)
    named = [i for i in inside if any(c.keys() & {"WEEKDAY", "WEEKDAY_SHORT"} for _, c in lattice.edges[i])]
    dated = [i for i in inside if any(c.keys() & {"MONTH", "DAY", "ORDDAY", "YEAR"} for _, c in lattice.edges[i])]
    if not named or not dated:
        return None, None
    pieces = lattice.pieces
    name = report.span(pieces[named[0]].start, pieces[named[0]].end)
    return name, report.span(pieces[dated[0]].start, pieces[dated[-1]].end)
