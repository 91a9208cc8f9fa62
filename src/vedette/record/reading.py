"""All that Vedette read in one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vedette.record.commitment import Commitment
from vedette.record.event import Event
from vedette.record.grounding import Actor, Place, When
from vedette.record.parsed import Entity, Mention
from vedette.record.report import Report
from vedette.record.serialise import to_builtins
from vedette.record.span import Span
from vedette.record.statement import Statement


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in a report that an analyst should not take on trust.

    Attributes:
        id: hash of content.
        kind: ``place_direction``, ``date_conflict``, ``figure_conflict``, ``truncated``, ``typo``, ``undated``,
            ``spelling`` …
        message: a sentence.
        spans: the words that it rests on.
        made_by: rule and version.
    """

    id: str
    kind: str
    message: str
    spans: tuple[Span, ...]
    made_by: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and its records, each with the spans that show it.

    Attributes:
        report: what was read; ``report.published`` is filled, also where it had to be inferred.
        mentions, entities: who and what the text refers to.
        times, places, actors: what its strings stand for.
        statements, events, commitments: the records, in the order of the text.
        doubts: what not to take on trust.
        coder: name and version of what read it, such as ``vedette/0.1.0``.
    """

    report: Report
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    times: tuple[When, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    commitments: tuple[Commitment, ...]
    doubts: tuple[Doubt, ...]
    coder: str

    def to_dict(self) -> dict[str, Any]:
        """The reading as plain dicts, lists, strings and numbers, in the form of ``docs/schema/reading.json``."""
        built: dict[str, Any] = to_builtins(self)
        return built
