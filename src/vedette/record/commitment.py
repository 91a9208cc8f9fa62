"""Red lines, threats, demands, assurances."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.record.grounding import Actor, Place, When
from vedette.record.span import Span
from vedette.record.statement import Link


@dataclass(frozen=True, slots=True)
class Inferred:
    """An actor of a commitment, and whether the text names it in that role.

    Attributes:
        actor: who.
        explicit: True where the text says so, False where it was inferred; the reason says how.
        reason: a sentence.
    """

    actor: Actor
    explicit: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Protected:
    """What is held dear: the codebook's ``kind`` and the words that say so (None: inferred)."""

    kind: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Trigger:
    """The act that a commitment is about.

    Attributes:
        span: its words.
        type, mode: PLOVER type and mode of the act; None where the words are too vague.
        who, against: the actors of the act, where named.
        where: the place of it, where named.
        threshold: the words of a number and unit ("one more shell"); None without.
        status: ``hypothetical``, ``already_occurring`` or ``repeat_of_past``.
    """

    span: Span
    type: str | None
    mode: str | None
    who: tuple[Actor, ...]
    against: tuple[Actor, ...]
    where: Place | None
    threshold: Span | None
    status: str


@dataclass(frozen=True, slots=True)
class Consequence:
    """What is threatened.

    Attributes:
        span: its words.
        kind: a THREATEN mode (``violence`` …), or ``diplomatic``, ``economic``, ``legal``, ``military_unspecified``,
            ``nuclear``, ``unspecified``.
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked: ``stop``, ``withdraw``, ``not_do`` or ``do``, with its words."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Weakness:
    """One of Altman's (2015) four: ``arbitrary``, ``imprecise``, ``unverifiable``, ``incomplete``."""

    kind: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something that an actor has bound itself to, or asks of another.

    Attributes:
        id: hash of content.
        content: the words, as attributed.
        form: ``red_line_named``, ``conditional_threat``, ``ultimatum``, ``deterrent_warning``, ``announced_threat``,
            ``vague_warning``, ``demand``, ``assurance`` or ``self_limit``; form_cue: the words that show it.
        aim: ``deter``, ``compel``, ``both`` or ``unclear``.
        declarer: who; None where the text does not say. Its ``authority`` is the codebook's.
        declarer_span: the mention that declares.
        addressees, beneficiaries: whom it is meant for, and for whose good.
        protects, trigger, deadline, demand, consequence: the parts; None where the text has none.
        specificity: of the consequence, 0 to 3; None where none is threatened (demands, assurances).
        weaknesses: Altman's.
        backing: ids of the MOBILIZE, visit and deployment events of the report that go with it.
        statement: id of the statement that holds it.
        attribution: its chain.
        when: when it was declared.
        again: spans of its second tellings in the same report.
        made_by, confidence: rule and version; in [0, 1].
    """

    id: str
    content: Span
    form: str
    form_cue: Span
    aim: str
    declarer: Actor | None
    declarer_span: Span | None
    addressees: tuple[Inferred, ...]
    beneficiaries: tuple[Inferred, ...]
    protects: Protected | None
    trigger: Trigger | None
    deadline: When | None
    demand: Demand | None
    consequence: Consequence | None
    specificity: int | None
    weaknesses: tuple[Weakness, ...]
    backing: tuple[str, ...]
    statement: str | None
    attribution: tuple[Link, ...]
    when: When | None
    again: tuple[Span, ...]
    made_by: str
    confidence: float
