"""Points of the calendar, their TIMEX3 values, and the days that a value covers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS_OF = {"Y": 12, "Q": 3, "HY": 6, "M": 1, "DE": 120, "CE": 1200, "ML": 12000, "S": 3}
_DAYS_OF = {"D": 1, "W": 7, "FN": 14, "WE": 7}


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, year or other stretch of the calendar.

    Attributes:
        unit: ``D``, ``W`` (ISO week), ``WE`` (weekend), ``M``, ``S`` (season), ``Q``, ``HY``, ``Y``, ``DE`` or ``CE``.
        year: negative for BC; None when it is not known.
        month, day: where the unit has them; for ``W`` and ``WE`` the Monday; for ``S``, ``Q``, ``HY`` the first month.
    """

    unit: str
    year: int | None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date, unit: str = "D") -> Point:
        """The stretch of that unit in which a day lies."""
        if unit in ("W", "WE", "FN"):
            monday = day - timedelta(days=day.weekday())
            return cls("WE" if unit == "WE" else "W", monday.year, monday.month, monday.day)
        if unit == "Q":
            return cls("Q", day.year, (day.month - 1) // 3 * 3 + 1)
        if unit == "HY":
            return cls("HY", day.year, (day.month - 1) // 6 * 6 + 1)
        return cls(unit, day.year, day.month, day.day).cut(unit)

    def cut(self, unit: str) -> Point:
        """The larger stretch of that unit in which this one lies, for ``M``, ``Y``, ``DE``, ``CE``."""
        if unit == "Y":
            return Point("Y", self.year)
        if unit == "M":
            return Point("M", self.year, self.month)
        if unit in ("DE", "CE") and self.year is not None:
            size = 10 if unit == "DE" else 100
            return Point(unit, _sign(self.year) * (abs(self.year) // size * size))
        return self

    def first_day(self) -> date | None:
        """Its first day; None before year 1 or when not known."""
        try:
            return date(self.year or 0, self.month or 1, self.day or 1)
        except ValueError:
            return None

    def moved(self, n: int, unit: str) -> Point | None:
        """The stretch of ``unit`` that lies ``n`` units from this one; None where this one is too coarse."""
        if self.year is None:
            return None
        if unit in _MONTHS_OF:
            if unit in ("M", "Q", "HY", "S") and self.month is None:
                return None
            months = self.year * 12 + ((self.month or 1) - 1) + n * _MONTHS_OF[unit]
            year, month = divmod(months, 12)
            kept = Point("S" if unit == "S" else unit, year, month + 1)
            return _aligned(kept, unit)
        day = self.first_day()
        if day is None or (self.day is None and unit in _DAYS_OF):
            return None
        try:
            return Point.of(day + timedelta(days=n * _DAYS_OF.get(unit, 0)), unit if unit in _DAYS_OF else "D")
        except OverflowError:
            return None


def _aligned(point: Point, unit: str) -> Point:
    if unit in ("Q", "HY"):
        size = _MONTHS_OF[unit]
        return Point(unit, point.year, ((point.month or 1) - 1) // size * size + 1)
    return point if unit in ("M", "S") else point.cut("Y" if unit == "ML" else unit)


def _sign(year: int) -> int:
    return -1 if year < 0 else 1


def year_text(year: int | None) -> str:
    """Four digits, ``BC0490`` before our era, ``XXXX`` when not known."""
    if year is None:
        return "XXXX"
    return f"{year:04d}" if year >= 0 else f"BC{-year:04d}"


def value_of(point: Point) -> str:
    """The TIMEX3 value of a point."""
    year = year_text(point.year)
    if point.unit == "DE":
        return year[:-1]
    if point.unit == "CE":
        return year[:-2]
    if point.unit in ("W", "WE"):
        monday = point.first_day()
        if monday is None:
            return f"{year}-WXX"
        iso = monday.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if point.unit == "WE" else "")
    if point.month is None:
        return year
    if point.unit == "S":
        return f"{year}-{next(s for s, m in SEASON_MONTHS.items() if m == point.month)}"
    if point.unit == "Q":
        return f"{year}-Q{(point.month + 2) // 3}"
    if point.unit == "HY":
        return f"{year}-H{(point.month + 5) // 6}"
    return f"{year}-{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")


def _month_start(year: int, month: int) -> date | None:
    shift, month = divmod(month - 1, 12)
    return date(year + shift, month + 1, 1) if 1 <= year + shift <= 9999 else None


_FORMS = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$"), "day"),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?$"), "week"),
    (re.compile(r"(\d{4})-(\d\d)(?:-XX)?(?:T.*)?$"), "month"),
    (re.compile(r"(\d{4})-Q(\d)$"), "quarter"),
    (re.compile(r"(\d{4})-H(\d)$"), "half"),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)$"), "season"),
    (re.compile(r"(\d{4})(?:-XX)*$"), "year"),
    (re.compile(r"(\d{3})$"), "decade"),
    (re.compile(r"(\d{2})$"), "century"),
)


def interval(value: str | None, mod: str | None = None) -> tuple[date, date] | None:
    """The days that a value covers, narrowed to a third by ``START``, ``MID`` or ``END``; None where it names none."""
    for form, name in _FORMS:
        found = form.match(value or "")
        if found:
            days = _days(name, found.groups())
            return _third(days, mod) if days and mod in ("START", "MID", "END") else days
    return None


def _days(name: str, parts: tuple[str | None, ...]) -> tuple[date, date] | None:
    year, sub = int(parts[0] or 0), parts[1] if len(parts) > 1 else None
    try:
        if name == "day":
            day = date(year, int(sub or 0), int(parts[2] or 0))
            return day, day
        if name == "week":
            monday = date.fromisocalendar(year, int(sub or 0), 1)
            return (monday + timedelta(days=5 if parts[2] else 0)), monday + timedelta(days=6)
        first, months = _stretch(name, year, sub)
        start, after = _month_start(*first), _month_start(first[0], first[1] + months)
    except (ValueError, OverflowError):
        return None
    return (start, after - timedelta(days=1)) if start and after else None


def _stretch(name: str, year: int, sub: str | None) -> tuple[tuple[int, int], int]:
    """The first month and the number of months of a stretch longer than a week."""
    if name == "season":
        return (year, SEASON_MONTHS[sub or ""]), 3
    if name in ("decade", "century"):
        size = 10 if name == "decade" else 100
        return (max(year * size, 1), 1), size * 12
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[name]
    number = int(sub or 1)
    if not 1 <= number <= 12 // months:
        raise ValueError
    return (year, (number - 1) * months + 1), months


def _third(days: tuple[date, date], mod: str | None) -> tuple[date, date]:
    """The early, middle or late third; of a month the 1st to 10th, 11th to 20th, and from the 21st."""
    start, end = days
    length = (end - start).days + 1
    size = 10 if 28 <= length <= 31 else round(length / 3)
    if size == 0:
        return days
    if mod == "START":
        return start, start + timedelta(days=size - 1)
    if mod == "MID":
        return start + timedelta(days=size), start + timedelta(days=2 * size - 1)
    return start + timedelta(days=2 * size), end


def precision(start: date, end: date) -> int:
    """UCDP ``date_prec`` of an interval: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 more."""
    days = (end - start).days + 1
    return 1 if days == 1 else 2 if days < 7 else 3 if days == 7 else 4 if days <= 31 else 5


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, Meeus 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar (Meeus's Julian algorithm, and the offset of the century)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
