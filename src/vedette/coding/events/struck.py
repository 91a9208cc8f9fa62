"""Whose people an assault struck, where only its place shows it: "ambushed a patrol near Sarun"."""

from __future__ import annotations

from dataclasses import replace

from vedette.record import Actor, Event

REASON = "The act was done in this country."


def with_struck(event: Event) -> Event:
    """An assault whose recipients have no country, or that names none, with that of its place.

    Fighting with two active sides stays as it is, and so does an act at home that names nobody who suffered it.
    """
    if event.type != "ASSAULT" or event.mode in {"sideAB", "abduct"} or any(r.country for r in event.recipients):
        return event
    place = event.where
    if place is None or place.best is None or place.best.country is None:
        return event
    country = place.best.country
    if event.recipients:
        return replace(event, recipients=tuple(_placed(r, country) for r in event.recipients))
    if any(a.country == country for a in event.actors):
        return event
    best = place.best
    struck = Actor(place.span, best.name, country, (), "group", None, None, None, -1, REASON, "events/struck",
                   0.6 * place.confidence)  # fmt: skip
    return replace(event, recipients=(struck,))


def _placed(actor: Actor, country: str) -> Actor:
    return replace(actor, country=country, reason=REASON, confidence=0.6 * actor.confidence)
