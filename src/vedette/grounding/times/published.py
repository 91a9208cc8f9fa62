"""Infers the day of a report that has none, from the dates and weekdays that it tells of.

Agencies name the days of the last week by weekday and older ones by date. So the report came out on or shortly after
the first day that bears the weekday of its lead and is not before its newest dated event.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from vedette.grounding.times.context import tense_at
from vedette.record import Published

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vedette.grounding.times.finder import Found
    from vedette.grounding.times.tokens import Lattice
    from vedette.record import Parsed, Span
    from vedette.tables.times import TimeLexicon

LEAD_SENTENCES = 4
"""Sentences of the body that count as its lead."""
NEAR_DAYS = 60
"""Dated events of one piece of news lie within about two months of each other."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that the text names, with or without its year.

    Attributes:
        span: the expression.
        year: None where it names none.
        month, day: None where it names none.
        weekday: 1 Monday to 7 Sunday; None where it names none.
        early: whether it stands in a caption, a headline or the lead.
        captioned: whether it stands in a caption or a dateline.
        owned: whether it belongs to a noun rather than to an event ("the treaty of 3 May 1999").
        tense: of its verb.
    """

    span: Span
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    early: bool
    captioned: bool
    owned: bool
    tense: str | None


def infer(parsed: Parsed, lattice: Lattice, found: Iterable[Found], lexicon: TimeLexicon) -> Published:
    """The day of a report that was given none; no date where the text does not bear one out."""
    lead = {s.i for s in [s for s in parsed.sentences if s.zone == "body"][:LEAD_SENTENCES]}
    dated = [_dated(parsed, lattice, f, lexicon, lead) for f in found if _datable(f)]
    days = [d for d in dated if d.weekday and not d.month and d.tense != "future"]
    if not any(d.early for d in days):
        return Published(
            None, None, "no date is given, and the opening names no weekday on which its news happened", (), 0.0
        )
    anchors = _anchors(dated, days)
    if not anchors:
        return Published(None, None, "no date is given, and no dated event near its news tells the year", (), 0.0)
    return _placed(days, anchors)


def _datable(found: Found) -> bool:
    slots = found.match.slots
    plain = not slots.keys() & {"yrel", "yref", "yrel_m", "yref_m", "wrel", "wref", "wkrel", "era", "dshift"}
    return found.match.rule.kind == "calendar" and plain and bool(slots.keys() & {"weekday", "month", "year"})


def _dated(parsed: Parsed, lattice: Lattice, found: Found, lexicon: TimeLexicon, lead: set[int]) -> Dated:
    match = found.match
    slots = match.slots
    span = parsed.report.span(found.start, found.end)
    year, month, day, weekday = (int(slots[k]) if k in slots else None for k in ("year", "month", "day", "weekday"))
    token = lattice.parse.get(lattice.pieces[match.first].start)
    zone = parsed.report.zone_at(found.start)
    early = zone in ("caption", "headline", "subhead", "dateline") or bool(token and token.sent in lead)
    tense = tense_at(lattice, match.first, match.last, parsed, lexicon)
    owned = lattice.low(match.first - 1) in ("of", "since", "from")
    return Dated(span, year, month, day, weekday, early, zone in ("caption", "dateline"), owned, tense)


def _anchors(dated: list[Dated], days: list[Dated]) -> list[tuple[date, Dated]]:
    """The dated events of the news, the newest last; empty where the text does not tell their year.

    News writes the year of a date that is not of its own year. So a full date counts only where dates without a year
    lie close to it: two of them, or one that a bare weekday agrees with.
    """
    told = [d for d in dated if d.month and d.day and (d.captioned or d.tense in ("past", "simple_past"))]
    years = [d.year for d in dated if d.year]
    full = [(day, d) for d in told if d.year and (day := _day(d.year, d)) and d.year == max(years) and not d.owned]
    partial = [d for d in told if not d.year]
    if not full:
        return _by_weekday(partial, max(years, default=None))
    newest = max(full, key=lambda item: item[0])[0]
    near = [(day, d) for d in partial if (day := _nearest(d, newest)) and abs((day - newest).days) <= NEAR_DAYS]
    agreed = any(d.weekday == day.isoweekday() for d in days for day, _ in near)
    if not near or (len({day for day, _ in near}) == 1 and not agreed):
        return []
    return sorted([*full, *near], key=lambda item: (item[0], item[1].span))


def _by_weekday(partial: list[Dated], newest_year: int | None) -> list[tuple[date, Dated]]:
    """With no year beside a day: the newest year that the text names, or the next, if weekday and date agree there."""
    paired = [d for d in partial if d.weekday]
    if newest_year is None or not paired:
        return []
    for year in (newest_year, newest_year + 1):
        agreeing = [(day, d) for d in paired if (day := _day(year, d)) and day.isoweekday() == d.weekday]
        if len(agreeing) == len(paired):
            return sorted(agreeing, key=lambda item: (item[0], item[1].span))
    return []


def _day(year: int, dated: Dated) -> date | None:
    try:
        return date(year, dated.month or 0, dated.day or 0)
    except ValueError:
        return None


def _nearest(dated: Dated, to: date) -> date | None:
    days = [d for y in (to.year - 1, to.year, to.year + 1) if 1 <= y <= 9999 and (d := _day(y, dated))]
    return min(days, key=lambda d: abs((d - to).days), default=None)


def _placed(days: list[Dated], anchors: list[tuple[date, Dated]]) -> Published:
    newest, event = anchors[-1]
    lead = next(d for d in days if d.early)
    weekday = lead.weekday or 0
    try:
        day = newest + timedelta(days=(weekday - newest.isoweekday()) % 7)
    except OverflowError:
        return Published(None, None, "no date is given, and the dates of the text lie beyond the calendar", (), 0.0)
    agree = [d for d in days if d.weekday == newest.isoweekday() and d is not lead]
    dated = next((d for at, d in anchors if d.year), event)
    reason = (
        f"on or shortly after {WEEKDAYS[weekday - 1]} {day.isoformat()}: “{lead.span.quote}” is its news, its newest "
        f"dated event is “{event.span.quote}” ({newest.isoformat()}), and the year is that of "
        f"“{dated.span.quote}”"
    )
    if agree:
        reason += f"; “{agree[0].span.quote}”, told as of the last days, agrees with that date"
    evidence = dict.fromkeys(d.span for d in (lead, event, dated, *agree[:1]))
    confidence = 0.5 + 0.2 * bool(agree) + 0.1 * (len(anchors) > 2) + 0.05 * bool(dated.year)
    return Published(day, "inferred", reason, tuple(sorted(evidence)), round(confidence, 2))
