"""Who did what to whom: the events of a report, from its grammar, its actors and who tells of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.coding.events import assertion, magnitudes, when, where
from vedette.coding.events.contexts import Contexts
from vedette.coding.events.echoes import is_echo, is_general
from vedette.coding.events.finder import Finder
from vedette.coding.events.lexicon import lexicon
from vedette.coding.events.merging import Telling, merge, who
from vedette.coding.events.parties import Parties, distinct
from vedette.coding.events.said import Said
from vedette.coding.events.sayings import only_words
from vedette.coding.events.struck import with_struck
from vedette.coding.events.tolls import with_tolls
from vedette.record import Event, Link, record_id
from vedette.tables.codebook import codebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.coding.events.found import Found
    from vedette.record import Actor, Grounding, Parsed, Place, Statement

VERSION = "1"
STANDS_ALONE = frozenset({"ASSAULT", "PROTEST", "COERCE"})
"""Force and protest are news also where the doer is unknown; other acts say nothing without one."""
BY_AUTHORITY = frozenset({("SANCTION", "convict"), ("RETREAT", "release")})
"""Acts of a court or captor that are news where the passive leaves out who: "was sentenced", "was freed"."""
AT_HOME = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "CONCEDE", "SANCTION", "ACCUSE"})
"""Acts that a state's own people or bodies may suffer; of others a recipient from the actor's country is dropped."""
FOES = frozenset({"ASSAULT", "COERCE", "ACCUSE", "THREATEN"})
"""Acts whose doer and sufferer are the two sides that a report speaks of later."""
FIRMS = frozenset({"BUS", "MNC"})
PUBLIC = frozenset({"GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "LEG", "SPY", "PRM", "UAF", "PRE", "IGO", "UNO",
                    "EUR", "NGO", "ISM", "IMG"})  # fmt: skip
"""Sectors of those whose words are public acts, even where their country is not known."""
LEADS = frozenset({"headline", "subhead", "caption"})
"""Zones that tell before the body does."""
SUBORDINATE = frozenset({"advcl", "relcl", "acl", "pcomp"})
SPEECH_ACTS = frozenset({"THREATEN", "REQUEST", "REJECT", "ACCUSE"})
"""Acts that are done by saying so: whether and when is told by the verb that attributes the words."""
LEAST = 0.5
"""Events that a rule finds with less confidence are left out."""
OLD_YEARS = 2
"""Background that lies further back than this is history, no event of the report."""


class EventCoder:
    """Finds the events of a report."""

    def __init__(self) -> None:
        lexicon()
        self._book = codebook()

    def code(self, parsed: Parsed, grounding: Grounding, statements: tuple[Statement, ...]) -> tuple[Event, ...]:
        """The events, in the order of the text."""
        finder = Finder(parsed)
        contexts = Contexts(parsed)
        statements = Said.of(statements)
        parties = Parties(finder, grounding, statements)
        tellings: list[Telling] = []
        for found in finder.find():
            if found.p < LEAST or not finder.told(found) or is_general(finder, found) or only_words(finder, found):
                continue
            for actors, recipients in _sides(found, parties):
                event = self._event(found, actors, recipients, parsed, grounding, statements)
                if not (_history(event, parsed) or _passing(event, found) or _journey(event, finder, found)):
                    event = replace(event, contexts=contexts.of(found.anchor))
                    tellings.append(_telling(event, found, finder, parties))
        return tuple(map(with_struck, with_tolls(parsed, grounding, merge(tuple(tellings)))))

    def _event(
        self, found: Found, actors: tuple[Actor, ...], recipients: tuple[Actor, ...], parsed: Parsed,
        grounding: Grounding, statements: tuple[Statement, ...],
    ) -> Event:  # fmt: skip
        told = _innermost(parsed, statements, found.anchor)
        telling = assertion.saying_of(parsed, statements, found.verb) if found.kind in SPEECH_ACTS else found.verb
        status, cue = assertion.assess(parsed, grounding, statements, telling, actors)
        anchor = parsed.span(found.first, found.last)
        return Event(
            id=record_id("event", parsed.report.id, anchor.start, anchor.end, found.kind, sorted(map(who, actors))),
            anchor=anchor,
            type=found.kind,
            mode=found.mode,
            quad=self._book.event_type(found.kind).quad,
            intensity=self._book.intensity(found.kind, found.mode),
            cameo=found.cameo or self._book.cameo(found.kind, found.mode),
            contexts=(),
            actors=actors,
            recipients=recipients,
            assertion=status,
            assertion_cue=cue,
            attribution=told.chain if told is not None else (_outlet(parsed),),
            statement=told.id if told is not None else None,
            when=when.time_of(parsed, grounding, telling),
            where=_where(found, telling, parsed, grounding),
            magnitudes=magnitudes.magnitudes_of(parsed, grounding, found.anchor),
            again=(),
            made_by=f"events/{VERSION} {found.rule}",
            confidence=round(_confidence(found, actors, recipients), 2),
        )


def _sides(found: Found, parties: Parties) -> Iterator[tuple[tuple[Actor, ...], tuple[Actor, ...]]]:
    """The actors and recipients of an event; two of them where two blame each other; none where it is no news."""
    actors = parties.resolved(found.actors)
    recipients = tuple(r for r in parties.resolved(found.recipients) if r.entity not in {a.entity for a in actors})
    if parties.reciprocal(found.recipients + found.others) and len(actors) == 2 and not found.mutual:
        yield actors[:1], actors[1:]
        yield actors[1:], actors[:1]
        return
    if found.mutual:
        actors, recipients = distinct(actors + recipients), ()
        parties.remember(actors)
    if found.kind == "MOBILIZE" and not any(_known(a) for a in actors):
        actors = parties.resolved(parties.mobilised(found.verb)) or actors
    if found.kind in FOES:
        parties.foes(actors, recipients)
    alone = found.kind in STANDS_ALONE or (found.kind, found.mode) in BY_AUTHORITY
    if not alone and not any(_known(a) for a in actors):
        return
    if found.kind not in AT_HOME:
        homes = {a.country for a in actors}
        recipients = tuple(r for r in recipients if r.country is None or r.country not in homes)
    yield actors, recipients


def _telling(event: Event, found: Found, finder: Finder, parties: Parties) -> Telling:
    """An event with who speaks and how squarely it is told."""
    speakers = parties.resolved(finder.syntax.subjects(found.verb)) if found.verb != found.anchor else ()
    named = speakers if event.type in {"THREATEN", "REQUEST"} and speakers else event.actors
    zone = finder.parsed.report.zone_at(event.anchor.start)
    lead, caption = zone in LEADS, zone == "caption"
    token = finder.parsed.tokens[found.anchor]
    weight = 0
    if not found.rule.startswith("noun:"):
        while token.dep in {"xcomp", "conj"} and token.head != token.i:
            token = finder.parsed.tokens[token.head]
        weight = 6 if token.dep in SUBORDINATE else 10
        return Telling(event, named[0].name if named else "", lead, weight, is_echo(finder, found), caption)
    if found.verb != found.anchor and token.dep in {"nsubj", "nsubjpass"}:
        weight = 8
    weight += (event.when is not None) + min(2, len([a for a in event.actors if a.country]))
    return Telling(event, named[0].name if named else "", lead, weight, is_echo(finder, found), caption)


def _known(actor: Actor) -> bool:
    """Whether it is known who an actor is, and it is neither a firm nor a private person."""
    trade = bool(actor.sectors) and FIRMS.issuperset(actor.sectors)
    public = actor.country or actor.id or PUBLIC & set(actor.sectors) or actor.authority not in {None, "anonymous"}
    return bool(public) and not trade


def _confidence(found: Found, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]) -> float:
    """The rule's precision, less where the roles are not filled."""
    p = found.p
    if not actors:
        p -= 0.15
    if not recipients and not found.mutual:
        p -= 0.05
    return max(0.1, min(0.95, p))


def _journey(event: Event, finder: Finder, found: Found) -> bool:
    """Whether somebody only travels at home: "flew back to Washington", of an American."""
    if event.mode != "visit" or event.where is None or event.where.best is None:
        return False
    home = event.where.best.country in {a.country for a in event.actors}
    return home and finder.parsed.tokens[found.anchor].lemma.lower() in lexicon().travel


def _where(found: Found, telling: int, parsed: Parsed, grounding: Grounding) -> Place | None:
    """The place of an event; of a visit the most exact of the places that it goes to."""
    if found.mode == "visit":
        heads = {t for o in found.others for t in parsed.subtree(o)}
        sentence = parsed.sentences[parsed.tokens[found.anchor].sent]
        near = grounding.places_within(sentence.start, sentence.end)
        spots = [p for p in near if p.role == "place" and p.best is not None
                 and any(parsed.tokens[t].start == p.span.start for t in heads)]  # fmt: skip
        if spots:
            return min(spots, key=lambda p: (p.precision, p.span.start))
    return where.place_of(parsed, grounding, found.anchor if telling == found.verb else telling)


def _history(event: Event, parsed: Parsed) -> bool:
    """Whether an event lies so far back that the report does not tell of it."""
    today = parsed.report.published.date
    end = event.when.end if event.when is not None else None
    if today is None or end is None:
        return False
    return (today - end).days > 365 * OLD_YEARS


def _passing(event: Event, found: Found) -> bool:
    """Whether an act is only named or supposed: "the risk of attacks", "every shell that lands will be answered"."""
    if event.assertion == "conditional" and event.quad.startswith("material"):
        return True
    if found.negated and event.quad == "material_conflict" and (found.future or not event.actors):
        return True
    noun = found.rule.startswith("noun:")
    if noun and event.assertion == "planned" and not event.actors and event.when is None:
        return True
    return noun and event.assertion in {"hypothetical", "conditional", "negated"}


def _innermost(parsed: Parsed, statements: tuple[Statement, ...], anchor: int) -> Statement | None:
    start = parsed.tokens[anchor].start
    held = Said.of(statements).at(start)
    return min(held, key=lambda s: sum(len(c) for c in s.content), default=None)


def _outlet(parsed: Parsed) -> Link:
    return Link(None, parsed.report.outlet, "outlet", None, "paraphrase", "asserts")
