"""Whom words are meant for, where only the conflict shows it: what one side threatens is meant for the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.record import Actor, Event

AIMED = frozenset({"THREATEN", "REQUEST", "ACCUSE"})
"""Acts in words that a side of a conflict does to the other where nobody else is named."""
HOSTILE = frozenset({"ASSAULT", "COERCE", "ACCUSE", "THREATEN", "REQUEST", "REJECT", "SANCTION", "MOBILIZE"})
REASON = "The other side of the conflict that the report tells of."
LEAST = 1
"""How many events of a report must set the same two countries against each other."""


def with_opponents(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, with the other side as the recipient of threats, demands and blame that name none."""
    foes = _foes(events)
    if foes is None:
        return events
    return tuple(_aimed(e, foes) if e.type in AIMED and not e.recipients else e for e in events)


def _foes(events: tuple[Event, ...]) -> dict[str, Actor] | None:
    """The two sides that most events set against each other, by country; None without such two."""
    pairs: Counter[tuple[str, str]] = Counter()
    who: dict[str, Actor] = {}
    for event in events:
        parties = [p for p in (*event.actors, *event.recipients) if p.country]
        for p in parties:
            who.setdefault(p.country or "", p)
        one = {a.country for a in event.actors if a.country}
        two = {r.country for r in event.recipients if r.country}
        if event.mode == "sideAB":
            one, two = one, one
        if event.type in HOSTILE:
            pairs.update({(min(a, b), max(a, b)) for a in one for b in two if a != b})
    if not pairs:
        return None
    best, count = min(pairs.items(), key=lambda x: (-x[1], x[0]))
    rivals = sum(n == count for n in pairs.values())
    return None if count < LEAST or rivals > 1 else {best[0]: who[best[1]], best[1]: who[best[0]]}


def _aimed(event: Event, foes: dict[str, Actor]) -> Event:
    homes = {a.country for a in event.actors if a.country}
    if len(homes) != 1:
        return event
    other = foes.get(next(iter(homes)) or "")
    if other is None:
        return event
    return replace(event, recipients=(replace(other, reason=REASON, confidence=0.6 * other.confidence),))
