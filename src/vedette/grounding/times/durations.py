"""Durations, sets, and what names no date."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from vedette.grounding.times.outcome import Outcome

if TYPE_CHECKING:
    from vedette.grounding.times.context import Context
    from vedette.grounding.times.grammar import Slots

_DAYS = {
    "D": 1.0, "W": 7.0, "FN": 14.0, "WE": 2.0, "M": 30.44, "Q": 91.3, "HY": 182.6, "Y": 365.25, "DE": 3652.5,
    "CE": 36525.0, "ML": 365250.0, "TH": 1 / 24, "TM": 0.0, "TS": 0.0,
}  # fmt: skip
CLOCK_UNITS = {"TH": "H", "TM": "M", "TS": "S"}
_FACTORS = {"FN": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000), "HY": ("M", 6)}
_LONG = frozenset(("DE", "CE", "ML"))
_HALVES = {"Y": ("M", 6), "TH": ("M", 30), "TM": ("S", 30), "DE": ("Y", 5), "CE": ("Y", 50), "D": ("TH", 12)}
_OPEN_SETS = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX"}


def quantity(slots: Slots) -> float | None:
    """How many units; None when the words are vague."""
    if "vague" in slots:
        return None
    for slot in ("num", "few"):
        if slot in slots:
            try:
                return float(slots[slot]) + 0.5 * ("plus_half" in slots)
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
    return f"PT{n:g}{CLOCK_UNITS[unit]}" if unit in CLOCK_UNITS else f"P{int(n) if n == int(n) else n}{unit}"


def _vague(unit: str) -> str:
    return f"PTX{CLOCK_UNITS[unit]}" if unit in CLOCK_UNITS else f"PX{'W' if unit == 'FN' else unit}"


def _joined(first: str, second: str) -> str:
    return first + (second[2:] if first.startswith("PT") else second[1:])


def duration(slots: Slots, context: Context) -> Outcome | None:
    """A stretch of time, with its interval where it ends or begins at the report."""
    value = period(slots)
    count = quantity(slots)
    if context.narrative and str(slots["unit"]) in _LONG and count is not None and "halfword" not in slots:
        value = f"P{count:g}{slots['unit']}"
    start = end = None
    n = quantity(slots)
    reason = "a length of time"
    unit = str(slots["unit"])
    if context.day and n is not None and unit in _DAYS and not context.narrative:
        try:
            length = timedelta(days=ceil(n * _DAYS[unit] - 0.5 * (unit not in CLOCK_UNITS)))
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
    """Of “The years 1914-1918”: both included."""
    first, last = int(slots["year"]), int(slots["year_b"])
    if not 1 <= first < last <= 9999:
        return None
    start, end = date(first, 1, 1), date(last, 12, 31)
    return Outcome("DURATION", f"P{last - first + 1}Y", "both years are written", None, None, None, start, end)


def vague_duration(slots: Slots, context: Context) -> Outcome:
    """Of “A while”, “a long time”."""
    return Outcome("DURATION", "PXX", "a length of time that is not told")


def recent(slots: Slots, context: Context) -> Outcome:
    """Of “Recent weeks”: no interval."""
    if slots["unit"] in ("W", "M"):
        return Outcome("DURATION", _vague(str(slots["unit"])), "how many is not told, so it names no interval")
    return Outcome("DATE", "PAST_REF", "how many is not told, so it names no interval")


def coming(slots: Slots, context: Context) -> Outcome:
    """Of “Coming months”: no interval."""
    return Outcome("DATE", "FUTURE_REF", "how many is not told, so it names no interval")


def set_of(slots: Slots, context: Context) -> Outcome | None:
    """Of “Every week”, “annually”, “Tuesday nights”."""
    if "weekday" in slots or "weekdays" in slots:
        part = f"T{slots['daypart']}" if "daypart" in slots else ""
        return Outcome("SET", f"XXXX-WXX-{slots.get('weekday', slots.get('weekdays'))}{part}", "a repeated day")
    if "month" in slots:
        return Outcome("SET", f"XXXX-{int(slots['month']):02d}", "a repeated month")
    if "season" in slots:
        return Outcome("SET", f"XXXX-{slots['season']}", "a repeated season")
    if "daypart" in slots:
        return Outcome(
            "TIME" if "time" in slots else "SET", f"XXXX-XX-XXT{slots['daypart']}", "a repeated part of the day"
        )
    return Outcome("SET", period(slots) if "unit" in slots else "XXXX-WXX-WE", "a repeated time")


def frequency(slots: Slots, context: Context) -> Outcome:
    """Of “Daily”, “weekly”: in news a period (TimeML), in a history an open date (TIMEX2)."""
    value = str(slots["freq"])
    return Outcome("SET", _OPEN_SETS.get(value, value) if context.narrative else value, "a repeated time")


def fluid(slots: Slots, context: Context) -> Outcome:
    """Of “Now”, “recently”, “the future”: no interval."""
    value = next(str(slots[s]) for s in ("ref", "refadj", "narrative_ref") if s in slots)
    return Outcome("DATE", value, "it names no interval")
