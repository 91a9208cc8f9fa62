"""Temporal expressions → TIMEX3 values and intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.record import Doubt, Parsed, Published, When


class TimeResolver:
    """Finds and resolves the times of a report."""

    def resolve(self, parsed: Parsed) -> tuple[Published, tuple[When, ...], tuple[Doubt, ...]]:
        """The day of publication (inferred where the report has none), the times in the order of the text, and doubts."""
        return parsed.report.published, (), ()
