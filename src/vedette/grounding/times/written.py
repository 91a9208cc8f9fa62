"""What the words themselves say: dates in digits, and the year of an expression."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vedette.grounding.times.calendar import Point

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vedette.grounding.times.context import Context
    from vedette.grounding.times.grammar import Slots

Found = tuple[Point | None, str, bool]
"""A point, a sentence that says how it was found, and whether it is absolute."""
NOWHERE: Found = (None, "", False)
NEAR_DAYS = 31
CENTURY_WINDOW = 30
"""A two-digit year up to this many years ahead of the report is of its century, a later one of the one before."""


def written(slots: Slots, context: Context) -> Found:
    """ISO and other dates in digits."""
    if "iso" in slots:
        year, month, day = (int(x) for x in str(slots["iso"])[:10].split("-"))
        return (Point("D", year, month, day), "written in full", True) if is_real(year, month, day) else NOWHERE
    if "numdate" in slots:
        return _numeric(str(slots["numdate"]), context)
    return NOWHERE


def _numeric(text: str, context: Context) -> Found:
    """Day and month by their size, else by the text's other dates, the day of the report, or the separator."""
    a, b, year = (int(x) for x in text.replace(".", "/").split("/"))
    if year < 100:
        year = full_year(year, context)
    day_first, why = _order(a, b, year, "." in text, context)
    month, day = (b, a) if day_first else (a, b)
    return (Point("D", year, month, day), f"a date in digits; {why}", True) if is_real(year, month, day) else NOWHERE


def _order(a: int, b: int, year: int, dotted: bool, context: Context) -> tuple[bool, str]:
    if a > 12 or b > 12:
        return a > 12, "the day by its size"
    if context.day_first is not None:
        return context.day_first, "in the order of the text's other dates"
    if context.day is not None and a != b and is_real(year, a, b) and is_real(year, b, a):
        gaps = [(context.day - date(year, *order)).days for order in ((b, a), (a, b))]
        near = [-NEAR_DAYS <= gap <= NEAR_DAYS for gap in gaps]
        if near[0] != near[1]:
            return near[0], "in the order that lies near the report"
    return dotted, "day first, as with dots" if dotted else "month first, as with slashes"


def day_first(dates: Iterable[str]) -> bool | None:
    """Whether dates in digits put the day first, by those that can be read one way only; None where none tells."""
    for text in dates:
        a, b, _ = (int(x) for x in text.replace(".", "/").split("/"))
        if (a > 12) != (b > 12):
            return a > 12
    return None


def is_real(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def full_year(short: int, context: Context) -> int:
    """The four digits of a two-digit year, by the dates around it."""
    base = context.deictic
    year = base.year if base and base.year else 2000
    century = year // 100 * 100
    if context.narrative:
        return century + short
    return century + short if century + short <= year + CENTURY_WINDOW else century - 100 + short


def stated_year(slots: Slots, context: Context) -> tuple[int | None, str, bool]:
    """The year that the expression itself names: as a number, or as "last year", "the same year"."""
    era = -1 if slots.get("era") == "BC" else 1
    for slot in ("year", "year3"):
        if slot in slots:
            bare_bc = slot == "year3" and "era" not in slots
            return int(slots[slot]) * (-1 if bare_bc else era), "the year is written", True
    if "year2" in slots:
        return full_year(int(slots["year2"]), context), "the century is that of the dates around", True
    if "yrel" in slots and context.deictic and context.deictic.year is not None:
        return context.deictic.year + int(slots["yrel"]), "counted from the year of the report", False
    if "yref" in slots and context.anaphoric and context.anaphoric.year is not None:
        return context.anaphoric.year + int(slots["yref"]), "counted from the last date before it", False
    return None, "", False
