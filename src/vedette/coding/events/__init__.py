"""Who did what to whom, and did it happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.record import Event, Grounding, Parsed, Statement


class EventCoder:
    """Finds the events of a report."""

    def code(self, parsed: Parsed, grounding: Grounding, statements: tuple[Statement, ...]) -> tuple[Event, ...]:
        """The events, in the order of the text."""
        return ()
