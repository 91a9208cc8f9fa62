"""Toponyms → gazetteer entries, coordinates, borders."""

from vedette.grounding.places.resolver import PlaceResolver

__all__ = ["PlaceResolver"]
