"""Who did what to whom: the events of a report, from its grammar, its actors and who tells of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events import assertion, magnitudes, when, where
from vedette.coding.events.contexts import Contexts
from vedette.coding.events.finder import Finder
from vedette.coding.events.lexicon import lexicon
from vedette.coding.events.merging import merge, who
from vedette.record import Event, Link, record_id
from vedette.tables.codebook import codebook

if TYPE_CHECKING:
    from vedette.coding.events.found import Found
    from vedette.record import Actor, Grounding, Parsed, Statement

VERSION = "1"
NEEDS_ACTOR = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT",
                         "THREATEN", "SANCTION", "MOBILIZE", "RETREAT"})  # fmt: skip
"""Types that say nothing where nobody is known to act; force and protest are news also where the doer is unknown."""
LEAST = 0.5
"""Events that a rule finds with less confidence are left out."""


class EventCoder:
    """Finds the events of a report."""

    def __init__(self) -> None:
        lexicon()
        self._book = codebook()

    def code(self, parsed: Parsed, grounding: Grounding, statements: tuple[Statement, ...]) -> tuple[Event, ...]:
        """The events, in the order of the text."""
        finder = Finder(parsed)
        contexts = Contexts(parsed)
        events: list[Event] = []
        for found in finder.find():
            event = self._event(found, finder, contexts, grounding, statements)
            if event is not None:
                events.append(event)
        return merge(tuple(events), parsed)

    def _event(
        self, found: Found, finder: Finder, contexts: Contexts, grounding: Grounding, statements: tuple[Statement, ...]
    ) -> Event | None:
        parsed = finder.parsed
        actors = _resolved(finder, grounding, found.actors)
        recipients = tuple(r for r in _resolved(finder, grounding, found.recipients) if r not in actors)
        if found.mutual:
            actors, recipients = _distinct(actors + recipients), ()
        if found.kind in NEEDS_ACTOR and not actors:
            return None
        if found.kind == "CONSULT" and found.mode == "visit":
            recipients = tuple(r for r in recipients if r.country not in {a.country for a in actors})
        if found.p < LEAST:
            return None
        told = _innermost(parsed, statements, found.anchor)
        status, cue = assertion.assess(parsed, grounding, statements, found.verb, actors)
        anchor = parsed.span(found.first, found.last)
        return Event(
            id=record_id("event", parsed.report.id, anchor.start, anchor.end, found.kind, sorted(map(who, actors))),
            anchor=anchor,
            type=found.kind,
            mode=found.mode,
            quad=self._book.event_type(found.kind).quad,
            intensity=self._book.intensity(found.kind, found.mode),
            cameo=found.cameo or self._book.cameo(found.kind, found.mode),
            contexts=contexts.of(found.anchor),
            actors=actors,
            recipients=recipients,
            assertion=status,
            assertion_cue=cue,
            attribution=told.chain if told is not None else _outlet(parsed),
            statement=told.id if told is not None else None,
            when=when.time_of(parsed, grounding, found.verb),
            where=where.place_of(parsed, grounding, found.anchor),
            magnitudes=magnitudes.magnitudes_of(parsed, grounding, found.anchor),
            again=(),
            made_by=f"events/{VERSION} {found.rule}",
            confidence=round(_confidence(found, actors, recipients), 2),
        )


def _confidence(found: Found, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]) -> float:
    """The rule's precision, less where the roles are not filled."""
    p = found.p
    if not actors:
        p -= 0.15
    if not recipients and not found.mutual:
        p -= 0.05
    return max(0.1, min(0.95, p))


def _resolved(finder: Finder, grounding: Grounding, heads: tuple[int, ...]) -> tuple[Actor, ...]:
    out: list[Actor] = []
    for head in heads:
        for part in finder.roles.parts(head):
            actor = grounding.actor_at(finder.parsed.tokens[part].start)
            if actor is not None:
                out.append(actor)
    return _distinct(tuple(out))


def _distinct(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors, each once; two mentions of one are the first."""
    out: dict[tuple[str, int], Actor] = {}
    for actor in actors:
        out.setdefault((who(actor), actor.entity), actor)
    return tuple(out.values())


def _innermost(parsed: Parsed, statements: tuple[Statement, ...], anchor: int) -> Statement | None:
    start = parsed.tokens[anchor].start
    held = [s for s in statements if any(c.start <= start < c.end for c in s.content)]
    return min(held, key=lambda s: sum(len(c) for c in s.content), default=None)


def _outlet(parsed: Parsed) -> tuple[Link, ...]:
    return (Link(None, parsed.report.outlet, "outlet", None, "paraphrase", "asserts"),)
