"""Who said what: source, cue, content, chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.record import Grounding, Parsed, Statement


class StatementCoder:
    """Finds the attributions of a report."""

    def code(self, parsed: Parsed, grounding: Grounding) -> tuple[Statement, ...]:
        """The statements, in the order of the text."""
        return ()
