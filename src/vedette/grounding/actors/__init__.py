"""Mentions → actors with country, sectors, authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from vedette.record import Actor, Parsed, Place


class ActorResolver:
    """Finds and resolves the actors of a report."""

    def resolve(self, parsed: Parsed, places: tuple[Place, ...], today: date | None) -> tuple[Actor, ...]:
        """The actors, at most one for a mention, in the order of the text."""
        return ()
