"""A commitment as linking compares it: who is bound, what is protected, when it was declared."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from vedette.linking.happening import content_words, names_near
from vedette.linking.words import classes, words_of
from vedette.tables.actors import countries
from vedette.tables.linking import linking_rules

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from vedette.linking.rarity import Rarity
    from vedette.record import Actor, Commitment, Reading, When

_NOT_OF_THE_STATE = frozenset({"REB", "UAF", "OPP", "IMG", "PRM", "NGO", "INT"})
"""Sectors of those who do not speak for the country that they are in."""

_BREAK = re.compile(r"[.!?][\"”’]?\s|\n")
_WORDS = frozenset({"THREATEN", "REQUEST", "AGREE", "REJECT", "CONCEDE", "ACCUSE"})
_BESIDE = 120
"""Characters between a commitment and the act in words that it is the content of."""
_MODALS = frozenset({"will", "would", "shall"})
_AROUND = 250
"""Characters on each side of a commitment whose names say what it is about."""
_SAME_WORDS = 0.6
"""Likeness from which two commitments are one saying, whoever they are given to."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A commitment and what can be compared of it.

    Attributes:
        report, published: where it stands.
        commitment: the record.
        declarer: the country, or the id or folded name of one who speaks for no state.
        date, until: first and last day on which it can have been declared: by the text, else the day of the report;
            None when neither is known.
        dated: whether the text itself dates it.
        words: stems of its content and trigger.
        names: capitalised words around it; classes: of words by which its trigger names an act.
    """

    report: str
    published: dt.date | None
    commitment: Commitment
    declarer: str
    date: dt.date | None
    until: dt.date | None
    dated: bool
    words: frozenset[str]
    names: frozenset[str]
    classes: frozenset[int]

    @property
    def key(self) -> tuple[str, str, str, int]:
        """What sorts declarations: their day, the day of the report, its id, the place in it."""
        day = self.date.isoformat() if self.date else "9999"
        published = self.published.isoformat() if self.published else "9999"
        return (day, published, self.report, self.commitment.content.start)


def declared(reading: Reading, commitment: Commitment) -> Declared | None:
    """A commitment of a reading, made ready to compare; None where nobody is known to declare it."""
    if commitment.declarer is None:
        return None
    when = commitment.when or _said_on(reading, commitment) or _told_on(reading, commitment)
    found = when.start if when else None
    published = reading.report.published.date
    trigger = commitment.trigger.span.quote if commitment.trigger else commitment.content.quote
    words = content_words(commitment.content.quote) | content_words(trigger)
    acts = frozenset(c for w in words_of(trigger) for c in classes(w, "NOUN"))
    start, end = commitment.content.start, commitment.content.end
    around = reading.report.text[max(0, start - _AROUND) : end + _AROUND]
    names = frozenset(name for name, _ in names_near(around, start)) - content_words(commitment.declarer.name)
    key = declarer_key(commitment.declarer)
    first, last = (found, (when.end if when else None) or found) if found else (published, published)
    return Declared(reading.report.id, published, commitment, key, first, last, found is not None, words, names, acts)


def _said_on(reading: Reading, commitment: Commitment) -> When | None:
    """The time that the statement around a commitment is given."""
    return next((s.when for s in reading.statements if s.id == commitment.statement), None)


def _told_on(reading: Reading, commitment: Commitment) -> When | None:
    """The time of the threat, demand or promise that is told nearest to a commitment, in its own sentence."""
    start, end = commitment.content.start, commitment.content.end
    near: list[tuple[int, int, When]] = []
    for k, event in enumerate(reading.events):
        at = event.anchor.start
        gap = max(start - at, at - end, 0)
        between = reading.report.text[min(at, start) : max(at, end)]
        if event.when and event.when.start and event.type in _WORDS and gap <= _BESIDE and not _BREAK.search(between):
            near.append((gap, k, event.when))
    return min(near, key=lambda n: n[:2])[2] if near else None


def settled(items: Sequence[Declared], rarity: Rarity) -> list[Declared]:
    """The same commitments, where reports know a declarer unequally well: one person speaks for one country.

    A person whom one report ties to a country speaks for it in all; a commitment whose declarer no report ties to one
    goes with another report's that has the same words.
    """
    votes: dict[str, dict[str, float]] = {}
    for item in items:
        actor = item.commitment.declarer
        if actor is not None and _is_person(actor):
            mine = votes.setdefault(_folded(actor), {})
            for country, weight in _ties(item, actor):
                mine[country] = mine.get(country, 0.0) + weight
    chosen = {n: min(v, key=lambda k: (-v[k], k)) for n, v in votes.items() if v and max(v.values()) > 0}
    named = [replace(i, declarer=chosen.get(_folded(i.commitment.declarer), i.declarer)) for i in items]
    known = [i for i in named if _tied(i) or _folded(i.commitment.declarer) in chosen]
    return [i if i in known else _by_words(i, known, rarity) for i in named]


def _ties(item: Declared, actor: Actor) -> Iterator[tuple[str, float]]:
    """What ties a declarer to a country, for or against: the mention, the side that its words make act or suffer."""
    if actor.country or actor.id:
        yield item.declarer, actor.confidence
    for addressee in item.commitment.addressees:
        if addressee.actor.country:
            yield addressee.actor.country, -1.0
    words = words_of(item.commitment.content.quote)
    for i, word in enumerate(words):
        country = _country_words().get(word)
        modal = next((k for k in range(i + 1, min(i + 4, len(words))) if words[k] in _MODALS), None)
        if country and modal is not None:
            after = [w for w in words[modal + 1 : modal + 3] if w != "not"]
            suffers = bool(after) and after[0] in linking_rules().suffers
            yield country, -1.0 if suffers else 1.0


@cache
def _country_words() -> dict[str, str]:
    """Names and adjectives of one word, to the country's code."""
    found = {w: c.code for c in countries() for n in c.adjectives for w in words_of(n) if len(words_of(n)) == 1}
    return found | {words_of(c.name)[0]: c.code for c in countries() if len(words_of(c.name)) == 1}


def _by_words(item: Declared, known: Sequence[Declared], rarity: Rarity) -> Declared:
    alike = [(rarity.likeness(item.words, k.words), k) for k in known if k.report != item.report]
    score, best = max(alike, key=lambda x: (x[0], x[1].key), default=(0.0, item))
    return replace(item, declarer=best.declarer) if score >= _SAME_WORDS else item


def _tied(item: Declared) -> bool:
    actor = item.commitment.declarer
    return actor is not None and bool(actor.country or actor.id)


def same_speaker(a: Actor, b: Actor) -> bool:
    """Whether two mentions can be one speaker: one name holds the other ("Traore", "Moussa Traore")."""
    one, other = set(words_of(a.name)), set(words_of(b.name))
    return bool(one and other) and (one <= other or other <= one)


def _is_person(actor: Actor) -> bool:
    return actor.kind in ("person", "unknown") and len(words_of(actor.name)) > 1


def _folded(actor: Actor | None) -> str:
    return " ".join(words_of(actor.name)) if actor else ""


def declarer_key(actor: Actor) -> str:
    """Whose line it is: a state's, or that of an armed group, a party, a body of its own."""
    own = actor.authority == "nonstate" or bool(_NOT_OF_THE_STATE & set(actor.sectors))
    if actor.country and not own:
        return actor.country
    if actor.id:
        return ".".join(actor.id.split(".")[:3])
    return actor.country or " ".join(words_of(actor.name))


@cache
def _country_names() -> dict[str, str]:
    return {c.code: c.name for c in countries()}


def in_words(keys: Iterable[str], actors: Iterable[Actor]) -> str:
    """Keys of declarers as a phrase: "Iran", "Armenia and Azerbaijan"."""
    known = list(actors)
    names = sorted({declarer_name(k, known) for k in keys})
    return " and ".join([*([", ".join(names[:-1])] if names[1:] else []), *names[-1:]])


def declarer_name(key: str, actors: list[Actor]) -> str:
    """The declarer in words: the country's name, else the most used name of the actors."""
    if key in _country_names():
        return _country_names()[key]
    names = sorted(a.name for a in actors if declarer_key(a) == key)
    return max(names, key=lambda n: (names.count(n), -len(n), n)) if names else key
