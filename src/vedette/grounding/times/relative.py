"""What is counted from a date: the report's own, or the last one mentioned."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from vedette.grounding.times.calendar import Point, value_of
from vedette.grounding.times.durations import CLOCK_UNITS, quantity
from vedette.grounding.times.outcome import Outcome

if TYPE_CHECKING:
    from vedette.grounding.times.context import Context
    from vedette.grounding.times.grammar import Slots


SATURDAY = 5


def shift(slots: Slots, context: Context) -> Outcome | None:
    """Of “Last week”, “this year”, “next month”."""
    unit, rel = str(slots["unit"]) if "unit" in slots else "WE", int(slots["rel"])
    base = context.deictic
    if base is None:
        return Outcome(
            "DATE",
            {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[rel],
            "the day of the report is not known",
            certainty=0.6,
        )
    point = base.cut(unit).moved(rel, unit) if unit in ("Y", "M", "DE", "CE") else base.moved(rel, unit)
    if point is None:
        return Outcome("DATE", _open(base, unit), "the date it goes by is too coarse", certainty=0.6)
    where = "the last date before it" if context.narrative else "the day of the report"
    return Outcome("DATE", value_of(point), f"counted from {where}", base.first_day(), point)


def _open(base: Point, unit: str) -> str:
    """The value of a day, week or month within a coarser date."""
    if base.year is None:
        return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}.get(unit, "XXXX")
    if unit in ("W", "WE", "FN"):
        return f"{value_of(base.cut('Y'))}-WXX"
    if unit == "D":
        return value_of(base.cut("M")) + "-XX" * (1 if base.month else 2)
    return value_of(base) + "-XX"


def ref_shift(slots: Slots, context: Context) -> Outcome | None:
    """Of “The following week”, “the previous year”, “that day”."""
    base, n = context.anaphoric, int(slots["ref"])
    unit = str(slots["unit"]) if "unit" in slots else "D" if "day" in slots else "WE"
    if base is None:
        return Outcome("DATE", "XXXX-XX-XX" if unit == "D" else "XXXX", "no date before it", certainty=0.5)
    point = base.cut(unit).moved(n, unit) if unit in ("Y", "M", "DE", "CE") else base.moved(n, unit)
    if point is None:
        return Outcome("DATE", _open(base, unit), "the date before it is too coarse", base.first_day(), certainty=0.6)
    return Outcome("DATE", value_of(point), "counted from the last date before it", base.first_day(), point)


def the_unit(slots: Slots, context: Context) -> Outcome | None:
    """Of “The quarter”, “the weekend”, “the year”: that of the report or of the last date."""
    unit = str(slots["unit"])
    base = context.anaphoric if context.narrative else context.here
    if base is None:
        return None
    if unit == "Q":
        point = context.quarter if context.fresh_quarter() else base.moved(-1, "Q")
    elif unit == "WE":
        day = base.first_day()
        point = base.moved(-1 if day and day.weekday() < SATURDAY else 0, "WE")
    else:
        point = base.cut(unit) if unit in ("Y", "M") else base.moved(0, unit)
    if point is None or (point.month is None and unit != "Y"):
        return Outcome("DATE", _open(base, unit), "the date it goes by is too coarse", certainty=0.6)
    return Outcome("DATE", value_of(point), "that of the report", base.first_day(), point)


def unit_end(slots: Slots, context: Context) -> Outcome | None:
    """Of “Month's end”."""
    base = context.anaphoric if context.narrative else context.here
    if base is None or base.month is None:
        return None
    month = base.cut("M")
    return Outcome("DATE", value_of(month), "the month that the text is in", base.first_day(), month, "END")


def year_earlier(slots: Slots, context: Context) -> Outcome | None:
    """Of “A year earlier”, “the year-ago quarter”: in a report on a quarter, that quarter of the year before."""
    if "quarter" in slots and context.here and context.here.year:
        point: Point | None = Point("Q", context.here.year - 1, int(slots["quarter"]) * 3 - 2)
    elif context.quarter and context.fresh_quarter():
        point = context.quarter.moved(-4, "Q")
    else:
        base = context.deictic
        point = base.cut("Y").moved(-1, "Y") if base else None
    if point is None:
        return Outcome("DATE", "PAST_REF", "no date before it", certainty=0.5)
    return Outcome("DATE", value_of(point), "a year before the stretch that the text is about", None, None)


def offset(slots: Slots, context: Context) -> Outcome | None:
    """Of “Two years ago”, “six weeks from now”."""
    return _offset(slots, int(slots["ago"]), context.deictic, context)


def ref_offset(slots: Slots, context: Context) -> Outcome | None:
    """Of “Two days later”, “a year earlier”."""
    if (
        slots["refago"] == -1
        and slots.get("unit") == "Y"
        and quantity(slots) == 1
        and context.quarter
        and not context.narrative
    ):
        return year_earlier({}, context)
    return _offset(slots, int(slots["refago"]), context.anaphoric, context)


def _offset(slots: Slots, sign: int, base: Point | None, context: Context) -> Outcome | None:
    unit, n = str(slots["unit"]), quantity(slots)
    if n is None and base is not None and context.narrative and unit in ("W", "TH"):
        return Outcome(
            "DATE",
            _open(base, unit) if unit == "W" else f"{value_of(base)}TXX",
            "how long is not told",
            base.first_day(),
            certainty=0.7,
        )
    if n is None or base is None:
        return Outcome("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", "how long is not told", certainty=0.8)
    if unit in CLOCK_UNITS:
        return Outcome(
            "TIME", f"{value_of(base)}TXX", "on the date it is counted from", base.first_day(), None, certainty=0.7
        )
    if sign < 0 and n == 1 and unit == "Y" and context.quarter and not context.narrative:
        return year_earlier({}, context)
    steps, unit = _steps(n, unit, "halfword" in slots)
    if "dayword" in slots and base.first_day():
        return _to_the_day(base, sign * steps, unit)
    point = base.cut(unit).moved(sign * steps, unit) if unit in ("Y", "M") else base.moved(sign * steps, unit)
    if point is None:
        return Outcome(
            "DATE",
            _open(base, unit),
            "the date it is counted from is too coarse",
            base.first_day(),
            None,
            certainty=0.6,
        )
    return Outcome(
        "DATE", value_of(point), f"counted from {base.first_day() or value_of(base)}", base.first_day(), point
    )


def _to_the_day(base: Point, steps: int, unit: str) -> Outcome | None:
    """Of “a year ago today”."""
    day = base.first_day()
    if day is None or unit not in ("Y", "M", "W", "D"):
        return None
    if unit in ("W", "D"):
        point = base.moved(steps * (7 if unit == "W" else 1), "D")
    else:
        month = base.cut("M").moved(steps * (12 if unit == "Y" else 1), "M")
        if month is None or month.year is None or month.month is None or month.year < 1:
            return None
        point = Point("D", month.year, month.month, min(day.day, monthrange(month.year, month.month)[1]))
    return Outcome("DATE", value_of(point), f"counted to the day from {day}", day, point) if point else None


def _steps(n: float, unit: str, half: bool) -> tuple[int, str]:
    if half:
        n = 0.5
    if unit in ("DE", "CE", "ML"):
        return round(n * {"DE": 10, "CE": 100, "ML": 1000}[unit]), "Y"
    if unit == "FN":
        return round(n * 2), "W"
    if n != int(n) and unit == "Y":
        return round(n * 12), "M"
    return round(n), unit


def anaphor(slots: Slots, context: Context) -> Outcome:
    """Of “At that time”: the last date."""
    base = context.anaphoric
    return Outcome(
        "DATE", value_of(base) if base else "PAST_REF", "the last date before it", base.first_day() if base else None
    )


def year_end(slots: Slots, context: Context) -> Outcome | None:
    """Of “Year-end”."""
    year = slots.get("year") or (context.deictic.year if context.deictic else None)
    if year is None:
        return None
    return Outcome(
        "DATE",
        f"{int(year):04d}-12-31",
        "the last day of the year",
        None if "year" in slots else context.day,
        Point("D", int(year), 12, 31),
    )


def year_period(slots: Slots, context: Context) -> Outcome | None:
    """Of “The 1988 period”: in a report on a quarter, that quarter of the year."""
    year = int(slots["year"])
    if context.quarter:
        point = Point("Q", year, context.quarter.month)
        return Outcome("DATE", value_of(point), "the quarter that the text is about, of that year", None, None)
    return Outcome("DATE", value_of(Point("Y", year)), "the year is written", None, Point("Y", year))
