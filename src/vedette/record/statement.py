"""What somebody said."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.record.grounding import Actor, When
from vedette.record.span import Span


@dataclass(frozen=True, slots=True)
class Link:
    """One link of an attribution chain.

    Attributes:
        span: the source's mention; None for the outlet itself, which no text names.
        name: whom it refers to, by the fullest name in the report; None for an outlet that is not known.
        role: ``speaker``, ``agency`` or ``outlet``.
        cue: the word or phrase that attributes ("said", "according to", ":"); None for the outlet.
        manner: ``direct``, ``indirect`` or ``paraphrase``.
        stance: ``asserts``, ``reports``, ``doubts`` or ``denies``.
        actor: who that is; None where it cannot be told.
    """

    span: Span | None
    name: str | None
    role: str
    cue: Span | None
    manner: str
    stance: str
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: a source, a cue and what is attributed (Pareti 2015).

    Attributes:
        id: hash of content.
        content: what is attributed, one span, or several where its cue breaks it.
        quoted: the parts of it that stand between quotation marks.
        speaker: the mention of whoever said it, with whom it refers to; None where nobody is named ("it was reported").
        speaker_span: the mention, also where no actor could be made of it.
        cue: the words that attribute; None where only adjacency does.
        direct: whether all of the content is quoted.
        chain: speaker ← agency ← outlet, the innermost first; the outlet is always last.
        addressee: to whom it was said.
        channel: ``speech``, ``visit``, ``interview``, ``agency``, ``social``, ``letter``, ``phone``, ``statement``, or
            None when not said.
        when: the time that the saying is given; None when not given.
        parent: id of the statement whose content holds this one; None at the top.
        made_by, confidence: rule and version; in [0, 1].
        source: the whole phrase that names the source beside the cue, with its title and apposition; the pronoun where
            it is one. None where nobody is named.
    """

    id: str
    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    speaker: Actor | None
    speaker_span: Span | None
    cue: Span | None
    direct: bool
    chain: tuple[Link, ...]
    addressee: Actor | None
    channel: str | None
    when: When | None
    parent: str | None
    made_by: str
    confidence: float
    source: Span | None = None
