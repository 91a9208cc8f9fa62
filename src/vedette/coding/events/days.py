"""The first day of an event: as an expression gives it, or the report's own where the event is its news."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.record import Event, Parsed

NEWS = frozenset({"asserted", "reported", "claimed", "accused", "denied"})
"""Statuses of what is told as having happened by now; ``background`` lies before the report."""
VERBAL = frozenset({"verbal_cooperation", "verbal_conflict"})


def with_day(event: Event, parsed: Parsed) -> Event:
    """An event with its first day.

    Where no expression gives it, words spoken (verbal quads), and whatever the headline or the first paragraph of the
    body tells, are taken for the news of the report: they lie on its day or within days before it (UCDP ``date_prec``
    2). Of other deeds without a time the day stays unknown.
    """
    if event.when is not None:
        return replace(event, day=event.when.start, day_basis="when" if event.when.start else None)
    today = parsed.report.published.date
    if today is None or event.assertion not in NEWS:
        return event
    if event.quad in VERBAL or event.anchor.start < _lead_end(parsed):
        return replace(event, day=today, day_basis="report")
    return event


def _lead_end(parsed: Parsed) -> int:
    """Where the first paragraph of the body ends."""
    return next((z.span.end for z in parsed.report.zones if z.kind == "body"), 0)
