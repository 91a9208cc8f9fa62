"""Violent incidents of a whole report: what kind, who did it, to whom and what, with what."""

from vedette.coding.events.incidents.templates import Incident, incidents_of

__all__ = ["Incident", "incidents_of"]
