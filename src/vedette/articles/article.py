"""A report from its text: zones, title, outlet, date, language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vedette.articles.datelines import full_date, iso_day
from vedette.articles.language import language_of
from vedette.articles.zones import Cut, cut_zones
from vedette.record import Published, Report, Span, record_id

if TYPE_CHECKING:
    from datetime import date

_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)[ ©]{0,3}(?:(?:19|20)\d\d,?)?[ ]?(?:by )?([A-Z][\w&'’ -]{2,40}?)(?=[.,|]|$| All)", re.I
)
_MONTH_ONLY = re.compile(r"(?:1[5-9]|2[01])\d\d(?:-(?:0[1-9]|1[0-2]))?")
UNDATED = Published(None, None, "Neither given nor found in the text.", confidence=0.0)


def report_from_text(
    text: str, *, title: str | None = None, outlet: str | None = None, published: date | str | None = None,
    url: str | None = None, source_id: str | None = None,
) -> Report:  # fmt: skip
    """A report from its text and what is known of it.

    Args:
        text: kept character for character; offsets count in it.
        title, outlet, url, source_id: as known.
        published: a date, or an ISO string; a month or a year alone tells no day, and the reason says so.

    Raises:
        ValueError: ``published`` is no date.
    """
    loose = isinstance(published, str) and _MONTH_ONLY.fullmatch(published.strip()) is not None
    day = None if loose else iso_day(published)
    cut = cut_zones(text, title)
    head = next((z.span for z in cut.zones if z.kind == "headline"), None)
    named = None if outlet else cut.agency or _owner(cut)
    given = Published(day, "given", "Given with the report.") if day else None
    if loose and (given := dated(cut)) is UNDATED:
        given = Published(None, None, f"Given as {published} only; no day is known.", confidence=0.0)
    return Report(
        id=record_id("report", text, title, outlet, day), text=text, title=title or (head.quote if head else None),
        outlet=outlet or (named.quote if named else None), published=given or dated(cut), zones=cut.zones,
        outlet_span=named, title_span=head, url=url, language=language_of(text), source_id=source_id,
    )  # fmt: skip


def dated(cut: Cut) -> Published:
    """The day that a date line among the zones gives; undated where there is none."""
    for zone in cut.zones:
        found = full_date(zone.span.quote) if zone.kind in {"dateline", "byline"} else None
        if found:
            start = zone.span.start
            span = Span(start + found.start, start + found.end, zone.span.quote[found.start : found.end])
            return Published(found.day, "text", f"The text carries the date line “{span.quote}”.", (span,), 0.98)
    return UNDATED


def _owner(cut: Cut) -> Span | None:
    """Whom the copyright line behind a report names."""
    for zone in cut.zones:
        found = _OWNER.search(zone.span.quote) if zone.kind == "boilerplate" else None
        if found:
            start = zone.span.start
            return Span(start + found.start(1), start + found.end(1), found.group(1))
    return None
