"""From a match to its TIMEX3 value: calendar dates, parts of the day, and what is relative to a date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from vedette.grounding.times.calendar import SEASON_MONTHS, Point, value_of
from vedette.grounding.times.outcome import Outcome
from vedette.grounding.times.partial import (
    quarter_year,
    relative_part,
    relative_weekday,
    season_year,
    weekday_date,
    year_for,
)
from vedette.grounding.times.written import NOWHERE, Found, full_year, is_real, stated_year, written

if TYPE_CHECKING:
    from vedette.grounding.times.context import Context
    from vedette.grounding.times.grammar import Slots

LATE_MONTH = 9


def calendar(slots: Slots, context: Context) -> Outcome | None:
    """Dates and times of day."""
    point, reason, absolute = _point(slots, context)
    if point is None:
        return _bare(slots, context)
    if slots.get("unit") in ("W", "WEND"):
        return _week(slots, point, reason)
    if "dshift" in slots:
        point = point.moved(int(slots["dshift"]), "D") or point
    against = None if absolute else against_of(context, reason)
    time = time_of_day(slots)
    if slots.get("overnight") and point.day:
        eve = point.moved(-1, "D")
        start, end = (eve.first_day() if eve else None), point.first_day()
        return Outcome(
            "TIME", f"{value_of(point)}TNI", "the night up to the day it goes by", against, point, None, start, end
        )
    if time:
        day = point if point.unit in ("D", "M") else point.cut("Y")
        value = value_of(day) + ("" if day.day else "-XX" if day.month else "-XX-XX") + time
        return Outcome("TIME", value, reason, against, point)
    return Outcome("DATE", value_of(point), reason, against, point, certainty=1.0 if point.year else 0.5)


def against_of(context: Context, reason: str) -> date | None:
    """The date that a point was resolved against, by the reason given for it."""
    base = context.ref if "last date" in reason else context.here
    return base.first_day() if base else None


def _week(slots: Slots, point: Point, reason: str) -> Outcome | None:
    end = point.first_day()
    if end is None:
        return None
    if slots["unit"] == "W":
        week = Point.of(end, "W")
        return Outcome("DATE", value_of(week), f"the week of that day; {reason}", None, week)
    start = end - timedelta(days=6)
    return Outcome("DURATION", "P1W", f"the seven days up to that day; {reason}", None, point, None, start, end)


def _point(slots: Slots, context: Context) -> Found:
    for solve in (written, _dayword, month_of, _season, _quarter, _decade, _weekday, _year, _daypart_day):
        found = solve(slots, context)
        if found[0] is not None:
            return found
    return NOWHERE


def _dayword(slots: Slots, context: Context) -> Found:
    if "dayword" not in slots or context.day is None or context.narrative:
        return NOWHERE
    point = Point.of(context.day).moved(int(slots["dayword"]), "D")
    return point, "counted from the day of the report", False


def month_of(slots: Slots, context: Context) -> Found:
    """The month, or the day of a month, that the slots name: the point, how it was found, whether it is absolute."""
    if "month" not in slots:
        return _day_only(slots, context)
    month, day = int(slots["month"]), int(slots["day"]) if "day" in slots else None
    year, reason, absolute = stated_year(slots, context)
    if year is None:
        year, reason = _month_year(slots, month, day, context)
    if day and year and year > 0 and not is_real(year, month, day):
        return Point("M", year, month), f"{reason}; the month has no such day", absolute
    if day and not 1 <= day <= 31:
        return NOWHERE
    return Point("D" if day else "M", year, month, day), reason, absolute


def _month_year(slots: Slots, month: int, day: int | None, context: Context) -> tuple[int | None, str]:
    for slot, base in (("yrel_m", context.deictic), ("yref_m", context.anaphoric)):
        if slot in slots and base:
            where = "the report" if slot == "yrel_m" else "the last date before it"
            return relative_part(month, int(slots[slot]), base), f"counted from {where}"
    weekday = slots.get("weekday", slots.get("weekday_short"))
    year = year_for(month, day, context, int(weekday) if weekday else None)
    if year is None:
        return None, "nothing tells its year"
    if context.narrative or context.day is None:
        return year, "the year of the last date before it"
    tense = f"its verb is {context.tense}" if context.tense in ("past", "future") else "the nearest to the report"
    return year, f"the year from the day of the report; {tense}"


def _day_only(slots: Slots, context: Context) -> Found:
    """A day of the month without its month: that of the last date, or the nearest to the report that fits."""
    base = context.anaphoric
    if "day" not in slots or base is None or base.month is None or base.unit not in ("D", "M") or base.year is None:
        return NOWHERE
    day = int(slots["day"])
    months = [base.cut("M")]
    if context.ref is None or "weekday" in slots:
        shifts = (0, 1, -1) if context.tense == "future" else (0, -1, 1)
        months = [m for n in shifts if (m := base.cut("M").moved(n, "M"))]
    points = [Point("D", m.year, m.month, day) for m in months if m.year and m.month]
    fitting = [p for p in points if base.year <= 0 or (p.first_day() and _fits(p, slots, context))]
    return (fitting[0], "the month of the last date before it", False) if fitting else NOWHERE


def _fits(point: Point, slots: Slots, context: Context) -> bool:
    """Whether a day bears the weekday told with it and, alone, lies on the side of its tense."""
    day = point.first_day()
    if day is None:
        return False
    if "weekday" in slots:
        return day.isoweekday() == slots["weekday"]
    if context.ref is not None or context.day is None:
        return True
    return day >= context.day if context.tense == "future" else day <= context.day


def _season(slots: Slots, context: Context) -> Found:
    if "season" not in slots:
        return NOWHERE
    month = SEASON_MONTHS[str(slots["season"])]
    year, reason, absolute = stated_year(slots, context)
    if year is None:
        for slot, base in (("yrel_s", context.deictic), ("yref_s", context.anaphoric)):
            if slot in slots and base:
                return (
                    Point("S", relative_part(month, int(slots[slot]), base, 3), month),
                    f"a season {reason or 'counted from the date it goes by'}",
                    False,
                )
        year, reason = season_year(month, context), "the year of the dates around it"
        if month == SEASON_MONTHS["WI"] and year is not None and _autumn(context):
            return Point("S", year + 1, month), "the winter after the last date before it", False
    return Point("S", year, month), reason, absolute


def _autumn(context: Context) -> bool:
    """Whether the telling stands in the last months of a year, so that "the winter" is the one named after the next."""
    base = context.timeline.base(context.sentence) if context.narrative else None
    return bool(base and base.unit in ("D", "M") and base.month and base.month >= LATE_MONTH)


def _quarter(slots: Slots, context: Context) -> Found:
    for slot, unit, size in (("quarter", "Q", 3), ("half", "HY", 6)):
        if slot not in slots:
            continue
        number = int(slots[slot])
        if not 1 <= number <= 12 // size:
            return NOWHERE
        year, reason, absolute = stated_year(slots, context)
        if year is None:
            year, reason = quarter_year(number, context), "the nearest such quarter"
        return Point(unit, year, (number - 1) * size + 1), reason, absolute
    if "lasthalf" in slots and "year" in slots:
        return Point("HY", int(slots["year"]), 7), "the year is written", True
    return NOWHERE


def _decade(slots: Slots, context: Context) -> Found:
    if "ord" in slots and not slots.keys() & {"drel", "dref"}:
        first = (int(slots["ord"]) - 1) * 100
        if slots.get("era") == "BC":
            first = -max(first, 1)
        return Point("CE", first), "the century is written", True
    sign = -1 if slots.get("era") == "BC" else 1
    for slot in ("decade", "decade3"):
        if slot in slots:
            whole = int(slots[slot]) % 100 == 0 and False
            return Point("CE" if whole else "DE", sign * int(slots[slot])), "the decade is written", True
    if "decadeword" in slots:
        return Point("DE", full_year(int(slots["decadeword"]), context) // 10 * 10), "the last such decade", True
    for slot, unit, base in (
        ("drel", "DE", context.deictic),
        ("dref", "DE", context.anaphoric),
        ("crel", "CE", context.deictic),
        ("cref", "CE", context.anaphoric),
    ):
        if slot in slots and base:
            moved = base.cut(unit).moved(int(slots[slot]), unit)
            return moved, "counted from the date it goes by", False
    return NOWHERE


def _weekday(slots: Slots, context: Context) -> Found:
    if "weekday" not in slots:
        return NOWHERE
    weekday = int(slots["weekday"])
    base = context.deictic.first_day() if context.deictic else None
    ref = context.anaphoric.first_day() if context.anaphoric else None
    if "wkrel" in slots and base:
        return (
            _day_point(base + timedelta(days=weekday - base.isoweekday() + 7 * int(slots["wkrel"]))),
            "counted in weeks from the report",
            False,
        )
    if "wrel" in slots and base:
        return _day_point(relative_weekday(weekday, int(slots["wrel"]), base)), "counted from the report", False
    if "wref" in slots and ref:
        return (
            _day_point(relative_weekday(weekday, int(slots["wref"]), ref)),
            "counted from the last date before it",
            False,
        )
    tense = (
        f"its verb is {context.tense}"
        if context.tense in ("past", "future")
        else "nothing tells past from future, so past"
    )
    return _day_point(weekday_date(weekday, context)), f"the nearest such day to the report; {tense}", False


def _day_point(day: date | None) -> Point | None:
    return Point.of(day) if day else None


def _year(slots: Slots, context: Context) -> Found:
    year, reason, absolute = stated_year(slots, context)
    if year is None and "tail" in slots and context.ref and context.ref.year:
        year, reason = context.ref.year // 100 * 100 + int(slots["tail"]), "the century of the year before it"
    return (Point("Y", year), reason, absolute) if year is not None else NOWHERE


def _daypart_day(slots: Slots, context: Context) -> Found:
    """The day of a time that stands without one."""
    if "drel_p" in slots:
        base, shift, why = context.deictic, int(slots["drel_p"]), "counted from the day of the report"
    elif "dref_p" in slots:
        base, shift, why = context.anaphoric, int(slots["dref_p"]), "counted from the last date before it"
    elif slots.keys() & {"daypart", "clock", "clockword", "hour"}:
        base, shift, why = (
            context.anaphoric if context.narrative else context.recent_day,
            0,
            "on the last date before it",
        )
    else:
        return NOWHERE
    if base is None:
        return NOWHERE
    return (base.moved(shift, "D") if base.day and shift else base), why, False


def time_of_day(slots: Slots) -> str | None:
    """The ``T`` part of a value; None without a time."""
    zone = str(slots.get("zone", ""))
    if "clockword" in slots:
        return f"T{slots['clockword']}:00"
    if "clock" in slots or "hour" in slots:
        written = str(slots["clock"] if "clock" in slots else slots["hour"]).replace(".", ":")
        hour, minute = [*written.split(":"), "00"][:2]
        if not hour.isdigit() or int(hour) > 24:
            return None
        return f"T{_hour(int(hour), slots):02d}:{minute}{zone and ''}"
    return f"T{slots['daypart']}" if "daypart" in slots else None


def _hour(hour: int, slots: Slots) -> int:
    afternoon = slots.get("ampm") == "pm" or ("ampm" not in slots and slots.get("daypart") in ("AF", "EV"))
    if afternoon and hour < 12:
        return hour + 12
    return 0 if slots.get("ampm") == "am" and hour == 12 else hour


def _bare(slots: Slots, context: Context) -> Outcome | None:
    """What can be said where no date was found."""
    time = time_of_day(slots)
    if time:
        return Outcome("TIME", f"XXXX-XX-XX{time}", "no date before it tells its day", certainty=0.6)
    if "weekday" in slots:
        return Outcome("DATE", f"XXXX-WXX-{slots['weekday']}", "nothing tells its week", certainty=0.6)
    if "dayword" in slots:
        value = {0: "PRESENT_REF", -1: "PAST_REF", 1: "FUTURE_REF"}[int(slots["dayword"])]
        return Outcome("DATE", value, "the day of the report is not known", certainty=0.6)
    return Outcome("DATE", None, "nothing before it tells its date", certainty=0.5)
