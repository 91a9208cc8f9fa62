"""What the normaliser says of one expression."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from vedette.grounding.times.calendar import Point


@dataclass(frozen=True, slots=True)
class Outcome:
    """Type and value of an expression, and how they were found.

    Attributes:
        type, value: TIMEX3.
        reason: a sentence.
        against: the date it was resolved against.
        point: the date that later expressions may go by; None for durations and sets.
        mod: TIMEX3 modifier that the words themselves carry.
        start, end: the interval where it is not that of the value.
        certainty: factor on the rule's confidence.
    """

    type: str
    value: str | None
    reason: str
    against: date | None = None
    point: Point | None = None
    mod: str | None = None
    start: date | None = None
    end: date | None = None
    certainty: float = 1.0
