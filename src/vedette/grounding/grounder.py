"""Grounds the strings of a report, in the order that they need each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.grounding.actors import ActorResolver
from vedette.grounding.places import PlaceResolver
from vedette.grounding.times import TimeResolver
from vedette.record import Grounding

if TYPE_CHECKING:
    from vedette.record import Doubt, Parsed, Published


class Grounder:
    """Loads the tables and the gazetteer once and grounds many reports."""

    def __init__(self) -> None:
        self.times = TimeResolver()
        self.places = PlaceResolver()
        self.actors = ActorResolver()

    def ground(self, parsed: Parsed) -> tuple[Grounding, Published, tuple[Doubt, ...]]:
        """Times, places and actors of a report; its day of publication, inferred where it was not given; doubts."""
        published, times, time_doubts = self.times.resolve(parsed)
        places, place_doubts = self.places.resolve(parsed)
        actors = self.actors.resolve(parsed, places, published.date)
        return Grounding(times, places, actors), published, time_doubts + place_doubts
