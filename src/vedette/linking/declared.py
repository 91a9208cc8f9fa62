"""A commitment as linking compares it: who is bound, what is protected, when it was declared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vedette.linking.happening import content_words
from vedette.linking.words import words_of
from vedette.tables.actors import countries

if TYPE_CHECKING:
    from datetime import date

    from vedette.record import Actor, Commitment, Reading

_NOT_OF_THE_STATE = frozenset({"REB", "UAF", "OPP", "IMG", "PRM", "NGO", "INT"})
"""Sectors of those who do not speak for the country that they are in."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A commitment and what can be compared of it.

    Attributes:
        report, published: where it stands.
        commitment: the record.
        declarer: the country, or the id or folded name of one who speaks for no state.
        date: when it was declared, else the day of the report; None when neither is known.
        dated: whether the text itself dates it.
        words: stems of its content and trigger.
    """

    report: str
    published: date | None
    commitment: Commitment
    declarer: str
    date: date | None
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
    found = commitment.when.start if commitment.when else None
    found = found or _said_on(reading, commitment)
    published = reading.report.published.date
    words = content_words(commitment.content.quote)
    if commitment.trigger:
        words |= content_words(commitment.trigger.span.quote)
    key = declarer_key(commitment.declarer)
    return Declared(reading.report.id, published, commitment, key, found or published, found is not None, words)


def _said_on(reading: Reading, commitment: Commitment) -> date | None:
    """The day that the statement around a commitment is given."""
    held = next((s for s in reading.statements if s.id == commitment.statement), None)
    return held.when.start if held and held.when else None


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
