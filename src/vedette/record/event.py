"""Who did what to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vedette.record.grounding import Actor, Place, When
from vedette.record.span import Span
from vedette.record.statement import Link


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A number that a claim gives.

    Attributes:
        kind: ``deaths``, ``injuries``, ``displaced``, ``troops`` or ``munitions``.
        low, best, high: the codebook's reading of the words; None where that end is open.
        span: the number's phrase.
        suffered_by: ``side_a``, ``side_b``, ``civilian`` or ``unknown``.
    """

    kind: str
    low: int | None
    best: int | None
    high: int | None
    span: Span
    suffered_by: str


@dataclass(frozen=True, slots=True)
class Event:
    """One event that a report tells of. The vocabulary is PLOVER's (Open Event Data Alliance, CC BY-SA 4.0).

    Attributes:
        id: hash of content.
        anchor: the head of its predicate.
        type, mode: one of PLOVER's 16 types, and a mode of it; mode None where the text does not say.
        quad: ``verbal_cooperation``, ``material_cooperation``, ``verbal_conflict`` or ``material_conflict``.
        intensity: Goldstein-like, -10 to 10.
        cameo: the CAMEO code that fits, for comparison; None without one.
        contexts: PLOVER contexts.
        actors, recipients: all parties in ``actors`` for two-sided acts, ``recipients`` empty then.
        assertion: the codebook's status (``asserted``, ``reported``, ``claimed``, ``denied``, ``accused``, ``planned``,
            ``conditional``, ``hypothetical``, ``negated``, ``background``); assertion_cue: the word that shows it,
            None where none is needed.
        attribution: the chain of whoever says that it happened, innermost first.
        statement: id of the innermost statement whose content holds it.
        when, where: the time and place of the event itself; None where the text gives none.
        magnitudes: deaths, injuries and so on, as this telling gives them.
        again: anchors of the second tellings of it in the same report.
        made_by, confidence: rule and version; in [0, 1].
        day: its first day; None when unknown. day_basis: ``when`` where an expression gives it, ``report`` where the
            event is the news of the report and no expression does: then it lies on that day or within days before it.
        also: the chains of other sources that tell it again in the same report, as second tellings.
    """

    id: str
    anchor: Span
    type: str
    mode: str | None
    quad: str
    intensity: float
    cameo: str | None
    contexts: tuple[str, ...]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    assertion: str
    assertion_cue: Span | None
    attribution: tuple[Link, ...]
    statement: str | None
    when: When | None
    where: Place | None
    magnitudes: tuple[Magnitude, ...]
    again: tuple[Span, ...]
    made_by: str
    confidence: float
    day: date | None = None
    day_basis: str | None = None
    also: tuple[tuple[Link, ...], ...] = ()
