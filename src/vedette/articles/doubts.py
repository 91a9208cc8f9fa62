"""What is wrong with a report as it was published: parts of it that are cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.record import Doubt, record_id

if TYPE_CHECKING:
    from vedette.record import Report

MADE_BY = "articles.doubts/1"
_READ = {"headline", "caption", "body"}
_ENDS = ("…", "...", "[...]", "[…]")


def doubts_of(report: Report) -> tuple[Doubt, ...]:
    """The parts of a report that end in an ellipsis: something was said there that this copy does not have."""
    out = []
    for zone in report.zones:
        if zone.kind in _READ and zone.span.quote.endswith(_ENDS):
            last = report.span(max(zone.span.start, zone.span.end - 60), zone.span.end)
            message = f"The {zone.kind} is cut off: what followed is not known."
            out.append(
                Doubt(record_id("doubt", report.id, "truncated", last.start), "truncated", message, (last,), MADE_BY)
            )
    return tuple(out)
