"""Toponyms → gazetteer entries, coordinates, borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.record import Doubt, Parsed, Place


class PlaceResolver:
    """Finds and resolves the places of a report."""

    def resolve(self, parsed: Parsed) -> tuple[tuple[Place, ...], tuple[Doubt, ...]]:
        """The places in the order of the text, and doubts."""
        return (), ()
