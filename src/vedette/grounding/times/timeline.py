"""The thread of a history: the date that its telling has reached, which dates without a year go by.

A date told with its year moves the thread on. One that lies before it is an aside ("elected the year before, in May
1788"), and one far ahead too; the thread moves there only when a paragraph begins or the next date stays there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.grounding.times.calendar import Point

YEAR_DAYS = 365.25
FAR_AHEAD = 2.5 * YEAR_DAYS
"""A date this far ahead in mid-paragraph is an aside ("in 2005 a report found …")."""
BACK_COST = 1.5
BACK_FIXED = 30.0
"""A telling goes on in time: a day back costs more than a day ahead."""
OTHER_YEAR = {-1: 250.0, 0: 0.0, 1: 45.0}
"""A date without a year is mostly of the year that was told last: what leaving it costs, in days."""
MONTHLY = ("D", "M", "W", "S")
WINTER = 12
CLOSE_DAYS = 45
"""A date this soon after the last full date goes on from it, whatever bare year stands between."""


@dataclass(slots=True)
class Timeline:
    """Where the telling stands.

    Attributes:
        main: the date that it has reached; None before any.
        aside: the last date off it.
        dated: the last date on it that has a month.
        main_paragraph, aside_sentence: where they were told.
    """

    main: Point | None = None
    aside: Point | None = None
    dated: Point | None = None
    main_paragraph: int = -1
    aside_sentence: int = -1

    def state(self, point: Point, paragraph: int, sentence: int) -> None:
        """Takes note of a date told with its year."""
        if self._moves_on(point, paragraph):
            self._move(point, paragraph)
        else:
            self.aside, self.aside_sentence = point, sentence

    def _move(self, point: Point, paragraph: int) -> None:
        if point.month is not None and point.unit in ("D", "M"):
            self.dated = point
        elif paragraph != self.main_paragraph or point.month is not None:
            self.dated = None
        self.main, self.main_paragraph = point, paragraph

    def follow(self, point: Point, paragraph: int, sentence: int) -> None:
        """Takes note of a date whose year was found from the thread."""
        if self.aside is not None and self.aside_sentence == sentence and self.aside.year == point.year:
            self.aside = point
        else:
            self._move(point, paragraph)

    def _moves_on(self, point: Point, paragraph: int) -> bool:
        if self.main is None:
            return True
        ahead = position(point) - position(self.main)
        if paragraph != self.main_paragraph and (point.month is not None or abs(ahead) < FAR_AHEAD):
            return True
        if point.year == self.main.year:
            return point.month is not None or self.main.month is None
        if 0 <= ahead < FAR_AHEAD:
            return True
        if self.aside is None or (point.month is None and point.year == self.aside.year):
            return False
        return abs(position(point) - position(self.aside)) < YEAR_DAYS

    def strayed(self, ref: Point | None, sentence: int) -> bool:
        """Whether the last date is an aside of an earlier sentence, so that "the following year" goes by the thread."""
        return self.main is not None and ref is not None and ref == self.aside and self.aside_sentence != sentence

    def base(self, sentence: int) -> Point | None:
        """What a date without a year goes by: an aside within its own sentence, else the thread."""
        return self.aside if self.aside is not None and self.aside_sentence == sentence else self.main

    def year_for(self, month: int, day: int | None, sentence: int) -> int | None:
        """The year that takes the thread the least way, forward rather than back."""
        base = self.base(sentence)
        if base is None or base.year is None:
            return None
        if base.month is None or base.unit not in MONTHLY or (base.unit == "S" and base.month == WINTER):
            return self._going_on(month, day) or base.year
        here = position(base) if base.day and day else position(base) - (base.day or 0)

        def cost(shift: int) -> float:
            there = (base_year + shift) * YEAR_DAYS + (month - 1) * 30.44 + ((day or 0) if base.day else 0)
            way = there - here if there >= here else BACK_FIXED + BACK_COST * (here - there)
            return way + OTHER_YEAR[shift]

        base_year = base.year
        return base_year + min((0, 1, -1), key=cost)

    def _going_on(self, month: int, day: int | None) -> int | None:
        """The year of the last full date, where the month and day follow soon after it."""
        if self.dated is None or self.dated.year is None:
            return None
        there = self.dated.year * YEAR_DAYS + (month - 1) * 30.44 + (day or 28)
        return self.dated.year if 0 <= there - position(self.dated) <= CLOSE_DAYS else None


def position(point: Point) -> float:
    """Days along the calendar, near enough to compare dates of any era."""
    return (point.year or 0) * YEAR_DAYS + ((point.month or 1) - 1) * 30.44 + (point.day or 0)
