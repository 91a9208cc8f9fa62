"""What links the readings of many reports: occurrences, origins, contradictions, lines, dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vedette.record.commitment import Commitment
from vedette.record.event import Event
from vedette.record.reading import Doubt
from vedette.record.report import Report
from vedette.record.span import Span
from vedette.record.statement import Statement


@dataclass(frozen=True, slots=True)
class Located:
    """Words in one of many reports: the report's id and the span in its text."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision that can be audited and undone: a score in [0, 1] and a sentence that says why."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that rest on one and the same source, so that they count once.

    Attributes:
        id: hash of the ids of its reports.
        name: the source that they share: an agency, or the outlet copied.
        reports: ids, sorted.
        judgement: why they are one.
    """

    id: str
    name: str | None
    reports: tuple[str, ...]
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an occurrence: the event record and the report that has it."""

    report: str
    event: Event


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The event records that tell of one happening.

    Attributes:
        id: hash of the ids of its events.
        type, mode: as most tellings have it.
        tellings: in the order of publication.
        reports, outlets, origins: how many of each; independent origins are what counts as confirmation.
        judgements: why each further telling was joined, in the order of ``tellings[1:]``.
    """

    id: str
    type: str
    mode: str | None
    tellings: tuple[Telling, ...]
    reports: int
    outlets: int
    origins: int
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two reports, or two sources, that cannot both be right.

    Attributes:
        id: hash of content.
        field: ``deaths``, ``injuries``, ``figure``, ``place``, ``date``, ``actor``, ``happened`` or ``words``.
        a, b: the words on each side.
        message: a sentence that an analyst can check.
    """

    id: str
    field: str
    a: Located
    b: Located
    message: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """A commitment in the history of a line.

    Attributes:
        report: id of the report that has it.
        commitment: the record.
        date: when it was declared, else the day of the report; None when neither is known.
        relation: to the declarer's earlier ones: ``new``, ``restates``, ``sharpens``, ``softens``, ``withdraws``.
        judgement: why it belongs to the line.
        again: the same declaration as other reports have it.
    """

    report: str
    commitment: Commitment
    date: date | None
    relation: str
    judgement: Judgement
    again: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class SlotMatch:
    """How one slot of an incident compares with the trigger: ``slot``, a score in [0, 1], and why."""

    slot: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Incident:
    """An occurrence that touches a line.

    Attributes:
        occurrence: what happened.
        tier: ``near``, ``alleged``, ``confirmed`` or ``conflicting``.
        tests: ids of the commitments that it touches.
        slots: the reason for the match, slot by slot.
    """

    occurrence: Occurrence
    tier: str
    tests: tuple[str, ...]
    slots: tuple[SlotMatch, ...]


@dataclass(frozen=True, slots=True)
class Response:
    """What was done in answer.

    Attributes:
        occurrence: the event.
        kind: ``verbal``, ``diplomatic``, ``military`` or ``other``.
        by: ``declarer`` or ``target``.
        lag_days: days from the latest incident before it; None when undated.
        matches: whether it is what was threatened; None when the threat was unspecified.
        reason: a sentence.
    """

    occurrence: Occurrence
    kind: str
    by: str
    lag_days: int | None
    matches: bool | None
    reason: str


@dataclass(frozen=True, slots=True)
class Status:
    """An entry of the status log.

    Attributes:
        date: since when; None when unknown.
        status: ``active``, ``tested``, ``alleged_crossed``, ``crossed``, ``denied``, ``expired`` or ``withdrawn``.
        reason: a sentence.
        evidence: the words that it rests on.
    """

    date: date | None
    status: str
    reason: str
    evidence: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One red line through time: the commitments of one declarer about one trigger, and all that belongs to them.

    Attributes:
        id: hash of the declarer's code and of what is protected.
        declarer: the country (or actor id) that drew it; name: in words.
        about: what it protects, a codebook key; title: a line of text for lists.
        declarations: in order.
        incidents, responses: in order.
        contradictions, doubts: what not to take on trust; a doubt goes with its report's id.
        status: the log, in order; the last entry is the line's status now.
        statements: ids of statements by others about it (thanks, denials), with their report.
        reports: the reports that it rests on, in the order of publication.
        origins: which of them rest on one source.
    """

    id: str
    declarer: str
    name: str
    about: str
    title: str
    declarations: tuple[Declaration, ...]
    incidents: tuple[Incident, ...]
    responses: tuple[Response, ...]
    contradictions: tuple[Contradiction, ...]
    doubts: tuple[tuple[str, Doubt], ...]
    status: tuple[Status, ...]
    statements: tuple[tuple[str, Statement], ...]
    reports: tuple[Report, ...]
    origins: tuple[Origin, ...]
