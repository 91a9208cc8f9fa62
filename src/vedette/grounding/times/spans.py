"""Durations, sets, offsets and what names no date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from vedette.grounding.times.calendar import Point, value_of
from vedette.grounding.times.outcome import Outcome

if TYPE_CHECKING:
    from vedette.grounding.times.context import Context
    from vedette.grounding.times.grammar import Slots

_DAYS = {"D": 1.0, "W": 7.0, "FN": 14.0, "WE": 2.0, "M": 30.44, "Q": 91.3, "HY": 182.6, "Y": 365.25, "DE": 3652.5, "CE": 36525.0, "ML": 365250.0}
_TIME = {"TH": "H", "TM": "M", "TS": "S"}
_FACTORS = {"FN": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000), "HY": ("M", 6), "WE": ("WE", 1)}
_HALVES = {"Y": ("M", 6), "TH": ("M", 30), "TM": ("S", 30), "DE": ("Y", 5), "D": ("TH", 12)}


def quantity(slots: Slots) -> float | None:
    """How many units; None when the words are vague."""
    if "vague" in slots:
        return None
    for slot in ("num", "few"):
        if slot in slots:
            try:
                return float(slots[slot])
            except ValueError:
                return None
    return 1.0 if slots.keys() & {"one", "unit", "rel"} and "few" not in slots else None


def period(slots: Slots) -> str:
    """The TIMEX3 value of a duration."""
    unit, n = str(slots["unit"]), quantity(slots)
    half = "halfword" in slots
    if n is None:
        return _vague(unit)
    if "num_b" in slots and str(slots["unit_b"]) != unit:
        return _joined(_plain(unit, n), _plain(str(slots["unit_b"]), float(slots["num_b"])))
    if half and unit in _HALVES:
        small, size = _HALVES[unit]
        return f"PT{size}{small}" if unit in ("TH", "TM") else f"PT{size}H" if small == "TH" else f"P{size}{small}"
    whole, rest = divmod(n, 1)
    if rest == 0.5 and unit in _HALVES and whole:
        small, size = _HALVES[unit]
        tail = f"PT{size}{small}" if unit in ("TH", "TM") else f"PT{size}H" if small == "TH" else f"P{size}{small}"
        return _joined(_plain(unit, whole), tail)
    return _plain(unit, n)


def _plain(unit: str, n: float) -> str:
    unit, factor = _FACTORS.get(unit, (unit, 1))
    n *= factor
    return f"PT{n:g}{_TIME[unit]}" if unit in _TIME else f"P{int(n) if n == int(n) else n}{unit}"


def _vague(unit: str) -> str:
    return f"PTX{_TIME[unit]}" if unit in _TIME else f"PX{'W' if unit == 'FN' else unit}"


def _joined(first: str, second: str) -> str:
    return first + (second[2:] if first.startswith("PT") else second[1:])


def duration(slots: Slots, context: Context) -> Outcome | None:
    """A stretch of time, with its interval where it ends or begins at the report."""
    value = period(slots)
    start = end = None
    n = quantity(slots)
    reason = "a length of time"
    unit = str(slots["unit"])
    if context.day and n is not None and unit in _DAYS and not context.narrative:
        try:
            length = timedelta(days=round(n * _DAYS[unit]))
            if "pastspan" in slots:
                start, end, reason = context.day - length, context.day, "up to the day of the report"
            elif "nextspan" in slots:
                start, end, reason = context.day, context.day + length, "from the day of the report"
        except OverflowError:
            start = end = None
    if "pastspan" in slots and n is None and not slots.keys() & {"few", "num"}:
        return Outcome("DATE", "PAST_REF", "a vague stretch before the report")
    return Outcome("DURATION", value, reason, context.day if start else None, None, None, start, end)


def years(slots: Slots, context: Context) -> Outcome | None:
    """ "The years 1914-1918": both included."""
    first, last = int(slots["year"]), int(slots["year_b"])
    if not 1 <= first < last <= 9999:
        return None
    start, end = date(first, 1, 1), date(last, 12, 31)
    return Outcome("DURATION", f"P{last - first + 1}Y", "both years are written", None, None, None, start, end)


def vague_duration(slots: Slots, context: Context) -> Outcome:
    """ "A while", "a long time"."""
    return Outcome("DURATION", "PXX", "a length of time that is not told")


def recent(slots: Slots, context: Context) -> Outcome:
    """ "Recent weeks": no interval."""
    if slots["unit"] in ("W", "M"):
        return Outcome("DURATION", _vague(str(slots["unit"])), "how many is not told, so it names no interval")
    return Outcome("DATE", "PAST_REF", "how many is not told, so it names no interval")


def coming(slots: Slots, context: Context) -> Outcome:
    """ "Coming months": no interval."""
    return Outcome("DATE", "FUTURE_REF", "how many is not told, so it names no interval")


def shift(slots: Slots, context: Context) -> Outcome | None:
    """ "Last week", "this year", "next month"."""
    unit, rel = str(slots["unit"]) if "unit" in slots else "WE", int(slots["rel"])
    base = context.deictic
    if base is None:
        return Outcome("DATE", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[rel], "the day of the report is not known", certainty=0.6)
    point = base.cut(unit).moved(rel, unit) if unit in ("Y", "M", "DE", "CE") else base.moved(rel, unit)
    if point is None:
        return Outcome("DATE", _open(base, unit), "the date it goes by is too coarse", certainty=0.6)
    where = "the last date before it" if context.narrative else "the day of the report"
    return Outcome("DATE", value_of(point), f"counted from {where}", base.first_day(), point)


def _open(base: Point, unit: str) -> str:
    """The value of a day, week or month within a coarser date."""
    if unit in ("W", "WE", "FN"):
        return f"{value_of(base.cut('Y'))}-WXX"
    if unit == "D":
        return value_of(base.cut("M")) + "-XX" * (1 if base.month else 2)
    return value_of(base) + "-XX"


def ref_shift(slots: Slots, context: Context) -> Outcome | None:
    """ "The following week", "the previous year", "that day"."""
    base, n = context.anaphoric, int(slots["ref"])
    unit = str(slots["unit"]) if "unit" in slots else "D" if "day" in slots else "WE"
    if base is None:
        return Outcome("DATE", "XXXX-XX-XX" if unit == "D" else "XXXX", "no date before it", certainty=0.5)
    point = base.cut(unit).moved(n, unit) if unit in ("Y", "M", "DE", "CE") else base.moved(n, unit)
    if point is None:
        return Outcome("DATE", _open(base, unit), "the date before it is too coarse", base.first_day(), certainty=0.6)
    return Outcome("DATE", value_of(point), "counted from the last date before it", base.first_day(), point)


def the_unit(slots: Slots, context: Context) -> Outcome | None:
    """ "The quarter", "the weekend", "the year": that of the report or of the last date."""
    unit = str(slots["unit"])
    base = context.anaphoric if context.narrative else context.here
    if base is None:
        return None
    if unit == "Q":
        point = context.quarter if context.fresh_quarter() else base.moved(-1, "Q")
    elif unit == "WE":
        point = base.moved(-1, "WE") if base.first_day() and base.first_day().weekday() < 5 else base.moved(0, "WE")
    else:
        point = base.cut(unit) if unit in ("Y", "M") else base.moved(0, unit)
    if point is None or (point.month is None and unit != "Y"):
        return Outcome("DATE", _open(base, unit), "the date it goes by is too coarse", certainty=0.6)
    return Outcome("DATE", value_of(point), "that of the report", base.first_day(), point)


def unit_end(slots: Slots, context: Context) -> Outcome | None:
    """ "Month's end"."""
    base = context.anaphoric if context.narrative else context.here
    if base is None or base.month is None:
        return None
    month = base.cut("M")
    return Outcome("DATE", value_of(month), "the month that the text is in", base.first_day(), month, "END")


def year_earlier(slots: Slots, context: Context) -> Outcome | None:
    """ "A year earlier", "the year-ago quarter": in a report on a quarter, that quarter of the year before."""
    if "quarter" in slots and context.here and context.here.year:
        point = Point("Q", context.here.year - 1, int(slots["quarter"]) * 3 - 2)
    elif context.quarter and context.fresh_quarter():
        point = context.quarter.moved(-4, "Q")
    else:
        base = context.deictic
        point = base.cut("Y").moved(-1, "Y") if base else None
    if point is None:
        return Outcome("DATE", "PAST_REF", "no date before it", certainty=0.5)
    return Outcome("DATE", value_of(point), "a year before the stretch that the text is about", None, None)


def offset(slots: Slots, context: Context) -> Outcome | None:
    """ "Two years ago", "six weeks from now"."""
    return _offset(slots, int(slots["ago"]), context.deictic, context)


def ref_offset(slots: Slots, context: Context) -> Outcome | None:
    """ "Two days later", "a year earlier"."""
    if slots["refago"] == -1 and slots.get("unit") == "Y" and quantity(slots) == 1 and context.quarter and not context.narrative:
        return year_earlier({}, context)
    return _offset(slots, int(slots["refago"]), context.anaphoric, context)


def _offset(slots: Slots, sign: int, base: Point | None, context: Context) -> Outcome | None:
    unit, n = str(slots["unit"]), quantity(slots)
    if n is None and base is not None and context.narrative and unit in ("W", "TH"):
        return Outcome("DATE", _open(base, unit) if unit == "W" else f"{value_of(base)}TXX", "how long is not told", base.first_day(), certainty=0.7)
    if n is None or base is None:
        return Outcome("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", "how long is not told", certainty=0.8)
    if unit in _TIME:
        return Outcome("TIME", f"{value_of(base)}TXX", "on the date it is counted from", base.first_day(), None, certainty=0.7)
    if sign < 0 and n == 1 and unit == "Y" and context.quarter and not context.narrative:
        return year_earlier({}, context)
    steps, unit = _steps(n, unit, "halfword" in slots)
    point = base.cut(unit).moved(sign * steps, unit) if unit in ("Y", "M") else base.moved(sign * steps, unit)
    if point is None:
        return Outcome("DATE", _open(base, unit), "the date it is counted from is too coarse", base.first_day(), None, certainty=0.6)
    return Outcome("DATE", value_of(point), f"counted from {base.first_day() or value_of(base)}", base.first_day(), point)


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


def set_of(slots: Slots, context: Context) -> Outcome | None:
    """ "Every week", "annually", "Tuesday nights"."""
    if "weekday" in slots or "weekdays" in slots:
        part = f"T{slots['daypart']}" if "daypart" in slots else ""
        return Outcome("SET", f"XXXX-WXX-{slots.get('weekday', slots.get('weekdays'))}{part}", "a repeated day")
    if "month" in slots:
        return Outcome("SET", f"XXXX-{int(slots['month']):02d}", "a repeated month")
    if "season" in slots:
        return Outcome("SET", f"XXXX-{slots['season']}", "a repeated season")
    if "daypart" in slots:
        return Outcome("TIME" if "time" in slots else "SET", f"XXXX-XX-XXT{slots['daypart']}", "a repeated part of the day")
    return Outcome("SET", period(slots) if "unit" in slots else "XXXX-WXX-WE", "a repeated time")


_OPEN_SETS = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX"}


def frequency(slots: Slots, context: Context) -> Outcome:
    """ "Daily", "weekly": in news a period (TimeML), in a history an open date (TIMEX2)."""
    value = str(slots["freq"])
    return Outcome("SET", _OPEN_SETS.get(value, value) if context.narrative else value, "a repeated time")


def fluid(slots: Slots, context: Context) -> Outcome:
    """ "Now", "recently", "the future": no interval."""
    value = next(str(slots[s]) for s in ("ref", "refadj", "narrative_ref") if s in slots)
    return Outcome("DATE", value, "it names no interval")


def anaphor(slots: Slots, context: Context) -> Outcome:
    """ "At that time": the last date."""
    base = context.anaphoric
    return Outcome("DATE", value_of(base) if base else "PAST_REF", "the last date before it", base.first_day() if base else None)


def year_end(slots: Slots, context: Context) -> Outcome | None:
    """ "Year-end"."""
    year = slots.get("year") or (context.deictic.year if context.deictic else None)
    if year is None:
        return None
    return Outcome("DATE", f"{int(year):04d}-12-31", "the last day of the year", None if "year" in slots else context.day, Point("D", int(year), 12, 31))


def year_period(slots: Slots, context: Context) -> Outcome | None:
    """ "The 1988 period": in a report on a quarter, that quarter of the year."""
    year = int(slots["year"])
    if context.quarter:
        point = Point("Q", year, context.quarter.month)
        return Outcome("DATE", value_of(point), "the quarter that the text is about, of that year", None, None)
    return Outcome("DATE", value_of(Point("Y", year)), "the year is written", None, Point("Y", year))
