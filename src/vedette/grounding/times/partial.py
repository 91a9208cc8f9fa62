"""Chooses the year, month or week that a partial date leaves open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.grounding.times.calendar import Point
    from vedette.grounding.times.context import Context

STALE_DAYS = 300
"""A month-and-day further off than this on the side of its tense is rather the one on the other side."""
STALE_MONTH_DAYS = 320
"""The same for a month, which news names over a longer past."""
YEAR_AGO_DAYS = 350
"""A past verb of its own holds a date back to this many days."""
YEAR_AHEAD_DAYS, JUST_PAST_DAYS = 330, 45
"""A date of about a year ahead is told with its year; without one it is rather the one just past."""
PAST_BIAS = 2.2
"""With no tense to go by, news tells of the past unless the coming date is this many times nearer."""


def year_for(month: int, day: int | None, context: Context, weekday: int | None = None) -> int | None:
    """The year of a month, or of a day of a month, that stands without one; a weekday with it decides between years."""
    year = _year_for(month, day, context)
    if year is None or weekday is None or day is None:
        return year
    agreeing = [y for y in (year, year - 1, year + 1) if _isoweekday(y, month, day) == weekday]
    return agreeing[0] if agreeing else year


def _isoweekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).isoweekday()
    except ValueError:
        return None


def _year_for(month: int, day: int | None, context: Context) -> int | None:
    if context.narrative:
        return context.timeline.year_for(month, day, context.sentence)
    if context.day is None:
        main = context.timeline.main
        near = main is not None and main.month is not None and context.timeline.main_paragraph == context.paragraph
        return context.timeline.year_for(month, day, context.sentence) if near else None
    here = context.day
    same = (here.month, here.day) if day else (here.month,)
    wanted = (month, day) if day else (month,)
    before = here.year if wanted <= same else here.year - 1
    after = here.year if wanted >= same else here.year + 1
    gap_before, gap_after = _gap(before, month, day, here), _gap(after, month, day, here)
    if context.tense == "past" and context.direct and gap_before <= YEAR_AGO_DAYS:
        return before
    if context.tense == "past" and gap_before <= (STALE_DAYS if day else STALE_MONTH_DAYS):
        return before
    if context.tense == "future" and (gap_after <= YEAR_AHEAD_DAYS or gap_before > JUST_PAST_DAYS):
        return after
    return after if gap_after * PAST_BIAS < gap_before else before


def _gap(year: int, month: int, day: int | None, here: date) -> int:
    return abs((date(year, month, 1) + timedelta(days=(day or 15) - 1) - here).days)


def weekday_date(weekday: int, context: Context) -> date | None:
    """The day of a weekday (1 Monday to 7 Sunday) that stands alone."""
    if context.day is None and not context.narrative:
        return None
    if context.narrative or context.day is None:
        ref = context.ref.first_day() if context.ref and context.ref.day else None
        return ref + timedelta(days=(weekday - ref.isoweekday()) % 7) if ref else None
    back = (context.day.isoweekday() - weekday) % 7
    ahead = (7 - back) % 7
    days = ahead if context.tense == "future" else -back
    return _moved(context.day, days)


def relative_weekday(weekday: int, rel: int, base: date) -> date | None:
    """The last (-1), this (0) or next (1) such weekday, counted from ``base``."""
    if rel < 0:
        return _moved(base, -((base.isoweekday() - weekday) % 7 or 7))
    if rel > 0:
        return _moved(base, (weekday - base.isoweekday()) % 7 or 7)
    return _moved(base, weekday - base.isoweekday())


def relative_part(start_month: int, rel: int, base: Point, length: int = 1) -> int | None:
    """The year of the last, this or next month or season that begins in ``start_month``; ``length`` in months."""
    if base.year is None:
        return None
    month = base.month or 1
    if rel < 0:
        return base.year if start_month + length <= month else base.year - 1
    if rel > 0:
        return base.year if start_month > month else base.year + 1
    return base.year


def season_year(start_month: int, context: Context) -> int | None:
    """The year of a season that stands without one."""
    if context.day is None and not context.narrative:
        return None
    if context.narrative or context.day is None:
        if start_month != 12:
            return context.timeline.year_for(start_month, None, context.sentence)
        base = context.timeline.base(context.sentence) or context.ref
        return base.year if base else None
    here = context.day
    if context.tense == "future":
        return here.year if start_month + 2 >= here.month else here.year + 1
    return here.year if start_month <= here.month else here.year - 1


def quarter_year(quarter: int, context: Context) -> int | None:
    """The year of a quarter that stands without one: the one nearest to the report, by tense where that is known."""
    if context.day is None and not context.narrative:
        return None
    if context.narrative or context.day is None:
        return context.ref.year if context.ref else None
    here = context.day
    now = (here.month - 1) // 3 + 1
    if context.tense == "future":
        return here.year if quarter >= now - 1 else here.year + 1
    return here.year if quarter <= now or quarter - now < 2 else here.year - 1


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
