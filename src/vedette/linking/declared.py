"""A commitment as linking compares it: who is bound, what is protected, when it was declared."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from vedette.linking.happening import content_words
from vedette.linking.likeness import likeness
from vedette.linking.words import words_of
from vedette.tables.actors import countries

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from vedette.record import Actor, Commitment, Reading, When

_NOT_OF_THE_STATE = frozenset({"REB", "UAF", "OPP", "IMG", "PRM", "NGO", "INT"})
"""Sectors of those who do not speak for the country that they are in."""

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
    """

    report: str
    published: dt.date | None
    commitment: Commitment
    declarer: str
    date: dt.date | None
    until: dt.date | None
    dated: bool
    words: frozenset[str]

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
    when = commitment.when or _said_on(reading, commitment)
    found = when.start if when else None
    published = reading.report.published.date
    words = content_words(commitment.content.quote)
    if commitment.trigger:
        words |= content_words(commitment.trigger.span.quote)
    key = declarer_key(commitment.declarer)
    first, last = (found, (when.end if when else None) or found) if found else (published, published)
    return Declared(reading.report.id, published, commitment, key, first, last, found is not None, words)


def _said_on(reading: Reading, commitment: Commitment) -> When | None:
    """The time that the statement around a commitment is given."""
    return next((s.when for s in reading.statements if s.id == commitment.statement), None)


def settled(items: Sequence[Declared], rarity: Mapping[str, float]) -> list[Declared]:
    """The same commitments, where reports know a declarer unequally well: one person speaks for one country.

    A person whom one report ties to a country speaks for it in all; a commitment whose declarer no report ties to one
    goes with another report's that has the same words.
    """
    votes: dict[str, Counter[str]] = {}
    for item in items:
        actor = item.commitment.declarer
        if actor is not None and _is_person(actor):
            against = {i.actor.country for i in item.commitment.addressees}
            if item.declarer not in against and (actor.country or actor.id):
                votes.setdefault(_folded(actor), Counter())[item.declarer] += 1
    chosen = {name: min(v, key=lambda k: (-v[k], k)) for name, v in votes.items()}
    named = [replace(i, declarer=chosen.get(_folded(i.commitment.declarer), i.declarer)) for i in items]
    known = [i for i in named if _tied(i) or _folded(i.commitment.declarer) in chosen]
    return [i if i in known else _by_words(i, known, rarity) for i in named]


def _by_words(item: Declared, known: Sequence[Declared], rarity: Mapping[str, float]) -> Declared:
    alike = [(likeness(item.words, k.words, rarity), k) for k in known if k.report != item.report]
    score, best = max(alike, key=lambda x: (x[0], x[1].key), default=(0.0, item))
    return replace(item, declarer=best.declarer) if score >= _SAME_WORDS else item


def _tied(item: Declared) -> bool:
    actor = item.commitment.declarer
    return actor is not None and bool(actor.country or actor.id)


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


def declarer_name(key: str, actors: list[Actor]) -> str:
    """The declarer in words: the country's name, else the most used name of the actors."""
    if key in _country_names():
        return _country_names()[key]
    names = sorted(a.name for a in actors if declarer_key(a) == key)
    return max(names, key=lambda n: (names.count(n), -len(n), n)) if names else key
