"""Red lines, threats, demands, assurances."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.record import Commitment, Event, Grounding, Parsed, Statement


class CommitmentCoder:
    """Finds the commitments of a report."""

    def code(
        self, parsed: Parsed, grounding: Grounding, statements: tuple[Statement, ...], events: tuple[Event, ...]
    ) -> tuple[Commitment, ...]:
        """The commitments, in the order of the text."""
        return ()
