"""Threats and demands that only their content shows: "we shall answer at an hour that we choose".

What the search for commitments finds by the whole of what somebody says is an act too (codebook, Conventions): a threat
of any form is a THREATEN, a demand a REQUEST. Those that the grammar shows stand already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events import assertion, when
from vedette.coding.events.governors import span_head
from vedette.coding.events.merging import who
from vedette.record import Event, record_id
from vedette.tables.codebook import codebook

if TYPE_CHECKING:
    from vedette.record import Actor, Commitment, Grounding, Parsed, Span, Statement

KINDS = {
    "conditional_threat": "THREATEN",
    "announced_threat": "THREATEN",
    "deterrent_warning": "THREATEN",
    "red_line_named": "THREATEN",
    "demand": "REQUEST",
}
"""The event of each form; assurances and ultimatums tell of none, or of one that the grammar shows."""
REPEATED = frozenset({"deterrent_warning", "red_line_named"})
"""Forms that one side gives again and again in other words: one event of a report."""
NEAR = 80
"""How many characters from the words an event of the kind may stand that tells of the same act."""
MADE_BY = "events/1 commitment"


def with_pledges(
    parsed: Parsed,
    grounding: Grounding,
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
    commitments: tuple[Commitment, ...],
) -> tuple[Event, ...]:
    """The events, with those of threats and demands that none of them tells of, in the order of the text."""
    out = list(events)
    cues = {s.id: s.cue for s in statements}
    for commitment in commitments:
        kind = KINDS.get(commitment.form)
        if kind is None or commitment.declarer is None or not (commitment.declarer.country or commitment.declarer.id):
            continue
        cue = cues.get(commitment.statement or "")
        if not any(_same(e, kind, commitment, cue) for e in out):
            out.append(_event(parsed, grounding, statements, commitment, kind))
    return tuple(sorted(out, key=lambda e: (e.anchor, e.type, e.id)))


def _same(event: Event, kind: str, commitment: Commitment, cue: Span | None) -> bool:
    """Whether an event tells of the act of a commitment: it stands in its words, by its verb of speech, or beside."""
    if event.type != kind:
        return False
    declarer = commitment.declarer
    if commitment.form in REPEATED and declarer is not None and who(declarer) in {who(a) for a in event.actors}:
        return True
    for span in (event.anchor, *event.again):
        if cue is not None and span.overlap(cue):
            return True
        for words in (commitment.content, *commitment.again):
            if max(span.start, words.start) - min(span.end, words.end) <= NEAR:
                return True
    return False


def _event(
    parsed: Parsed, grounding: Grounding, statements: tuple[Statement, ...], commitment: Commitment, kind: str
) -> Event:
    words = commitment.consequence.span if commitment.consequence is not None else commitment.form_cue
    head = span_head(parsed, words)
    anchor = words if head is None else parsed.span(head, head + 1)
    actors: tuple[Actor, ...] = () if commitment.declarer is None else (commitment.declarer,)
    homes = {who(a) for a in actors}
    recipients = tuple(a.actor for a in commitment.addressees if who(a.actor) not in homes)
    status, cue = "asserted", None
    if head is not None:
        saying = assertion.saying_of(parsed, statements, head)
        if saying != head:
            status, cue = assertion.assess(parsed, grounding, statements, saying, actors)
    mode = _mode(commitment, kind)
    book = codebook()
    return Event(
        id=record_id("event", parsed.report.id, anchor.start, anchor.end, kind, sorted(homes)),
        anchor=anchor, type=kind, mode=mode, quad=book.event_type(kind).quad, intensity=book.intensity(kind, mode),
        cameo=book.cameo(kind, mode), contexts=(), actors=actors, recipients=recipients, assertion=status,
        assertion_cue=cue, attribution=commitment.attribution, statement=commitment.statement,
        when=commitment.when or (when.time_of(parsed, grounding, head) if head is not None else None), where=None,
        magnitudes=(), again=commitment.again, made_by=MADE_BY, confidence=commitment.confidence,
    )  # fmt: skip


def _mode(commitment: Commitment, kind: str) -> str | None:
    if kind == "REQUEST":
        return "yield" if commitment.demand is not None and commitment.demand.kind == "withdraw" else None
    held = commitment.consequence.kind if commitment.consequence is not None else None
    return held if held is not None and codebook().event_type(kind).mode(held) is not None else None
