"""Named days, and weeks of a month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from vedette.grounding.times.calendar import Point, easter, orthodox_easter, value_of
from vedette.grounding.times.normalise import against_of, month_of, time_of_day
from vedette.grounding.times.outcome import Outcome
from vedette.grounding.times.written import stated_year

if TYPE_CHECKING:
    from vedette.grounding.times.context import Context
    from vedette.grounding.times.grammar import Slots


def week_of_month(slots: Slots, context: Context) -> Outcome | None:
    """Of “The first week of March”: seven days of the month, counted from its first day or back from its last."""
    month, reason, absolute = month_of(slots, context)
    first = month.first_day() if month else None
    if month is None or first is None:
        return None
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    nth = int(slots.get("nth", slots.get("nth1", 1)))
    start = last - timedelta(days=6) if nth < 1 else first + timedelta(days=7 * (min(nth, 4) - 1))
    against = None if absolute else against_of(context, reason)
    return Outcome(
        "DURATION", "P1W", f"a week of that month; {reason}", against, month, None, start, start + timedelta(days=6)
    )


def holiday(slots: Slots, context: Context) -> Outcome | None:
    """Named days."""
    rule = str(slots["holiday"])
    year, reason, absolute = stated_year(slots, context)
    base = context.deictic
    if year is None and base and base.year:
        days = [d for y in (base.year - 1, base.year, base.year + 1) if (d := holiday_date(rule, y))]
        here = base.first_day()
        chosen = _choose(days, here, context, int(slots["yrel_h"]) if "yrel_h" in slots else None)
        year, reason = (chosen.year if chosen else None), "the nearest such day, by tense"
    day = holiday_date(rule, year) if year and 1 <= year <= 9999 else None
    if day is None:
        return Outcome("DATE", None, "nothing tells its year", certainty=0.5)
    point = Point.of(day, "W") if slots.get("unit") == "W" else Point.of(day)
    time = time_of_day(slots)
    if time:
        return Outcome("TIME", value_of(point) + time, reason, None if absolute else against_of(context, reason), point)
    return Outcome("DATE", value_of(point), reason, None if absolute else against_of(context, reason), point)


def _choose(days: list[date], here: date | None, context: Context, rel: int | None) -> date | None:
    if here is None or not days:
        return days[0] if days else None
    past, future = [d for d in days if d <= here], [d for d in days if d >= here]
    if rel == -1 or (rel is None and context.tense == "past"):
        return past[-1] if past else None
    if rel == 1 or context.tense == "future":
        return future[0] if future else None
    return min(days, key=lambda d: abs((d - here).days))


def holiday_date(rule: str, year: int) -> date | None:
    """The date in a year of ``MM-DD``, ``4thu11`` (the fourth Thursday of November), ``lastmon5``, ``easter+1``."""
    if rule[2:3] == "-":
        return date(year, int(rule[:2]), int(rule[3:]))
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:] or 0))
    if rule == "orthodox":
        return orthodox_easter(year)
    last = rule.startswith("last")
    count, name, month = (1, rule[4:7], int(rule[7:])) if last else (int(rule[0]), rule[1:4], int(rule[4:]))
    weekday = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(name)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    while last and (day + timedelta(days=7)).month == month:
        day += timedelta(days=7)
    return day
