"""Mentions → actors: what a phrase tells, then what its entity, its apposition and the report tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.grounding.actors.context import context_of
from vedette.grounding.actors.lexicon import Lexicon
from vedette.grounding.actors.offices import Offices
from vedette.grounding.actors.own import Words
from vedette.grounding.actors.telling import Teller

if TYPE_CHECKING:
    from datetime import date

    from vedette.record import Actor, Parsed, Place


class ActorResolver:
    """Finds and resolves the actors of a report."""

    def __init__(self) -> None:
        self._lexicon = Lexicon()
        self._offices = Offices()

    def resolve(self, parsed: Parsed, places: tuple[Place, ...], today: date | None) -> tuple[Actor, ...]:
        """The actors, at most one for a mention, in the order of the text.

        Args:
            parsed: the report as read.
            places: its places: they tell Georgia from Georgia, and whose land a sentence is on.
            today: its day; None when not known. Who held an office, and which state a name meant, depends on it.
        """
        context = context_of(self._lexicon, parsed, places, today.year if today is not None else None)
        for entity in parsed.entities:
            held, _ = self._offices.find(entity.name, context) if entity.label == "PERSON" else (None, False)
            if held is not None and held.country:
                context.bodies[held.country] += 1
        return Teller(Words(self._lexicon, parsed, places, context), self._offices).actors()
