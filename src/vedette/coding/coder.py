"""Codes a report: statements first, since an event or a commitment is told by somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments import CommitmentCoder
from vedette.coding.events import EventCoder, with_day, with_opponents, with_pledges
from vedette.coding.statements import StatementCoder

if TYPE_CHECKING:
    from vedette.record import Commitment, Event, Grounding, Parsed, Statement

Coded = tuple[tuple["Statement", ...], tuple["Event", ...], tuple["Commitment", ...]]


class Coder:
    """Loads the lexicons once and codes many reports."""

    def __init__(self) -> None:
        self.statements = StatementCoder()
        self.events = EventCoder()
        self.commitments = CommitmentCoder()

    def code(self, parsed: Parsed, grounding: Grounding) -> Coded:
        """The statements, events and commitments of a report, each in the order of the text."""
        statements = self.statements.code(parsed, grounding)
        events = self.events.code(parsed, grounding, statements)
        commitments = self.commitments.code(parsed, grounding, statements, events)
        events = with_opponents(with_pledges(parsed, grounding, statements, events, commitments))
        return statements, tuple(with_day(e, parsed) for e in events), commitments
