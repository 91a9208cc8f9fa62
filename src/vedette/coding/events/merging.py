"""An event told twice in one report stands once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.record import Actor, Event, Parsed, Place, When

_UNREAL = frozenset({"planned", "conditional", "hypothetical", "negated"})
_LEADS = ("headline", "subhead", "caption")


def merge(events: tuple[Event, ...], parsed: Parsed) -> tuple[Event, ...]:
    """The events, each with its second tellings in ``again``; a telling in the body stands before one in a headline."""
    ordered = sorted(events, key=lambda e: (_in_lead(e, parsed), e.anchor))
    kept: list[Event] = []
    for event in ordered:
        for k, other in enumerate(kept):
            if same(other, event):
                kept[k] = join(other, event)
                break
        else:
            kept.append(event)
    return tuple(sorted(kept, key=lambda e: (e.anchor, e.type, e.id)))


def same(a: Event, b: Event) -> bool:
    """Whether two records of one report tell of one event: nothing that both give differs."""
    if a.type != b.type or (a.mode and b.mode and a.mode != b.mode):
        return False
    if (a.assertion in _UNREAL) != (b.assertion in _UNREAL) or (a.assertion == "negated") != (b.assertion == "negated"):
        return False
    if a.anchor.overlap(b.anchor):
        return _sides(a) == _sides(b)
    if not _parties(a, b):
        return False
    return _times(a.when, b.when) and _places(a.where, b.where) and _counts(a, b)


def join(first: Event, second: Event) -> Event:
    """The first telling with what only the second one gives."""
    more = tuple(m for m in second.magnitudes if not any(n.kind == m.kind for n in first.magnitudes))
    return replace(
        first,
        mode=first.mode or second.mode,
        actors=first.actors or second.actors,
        recipients=first.recipients or second.recipients,
        when=first.when or second.when,
        where=first.where or second.where,
        magnitudes=first.magnitudes + more,
        contexts=first.contexts or second.contexts,
        again=tuple(sorted({*first.again, second.anchor, *second.again})),
        confidence=max(first.confidence, second.confidence),
    )


def who(actor: Actor) -> str:
    """What tells one actor from another: its country, else its id, else its name."""
    return actor.country or actor.id or actor.name.lower()


def _sides(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(who, event.actors)), frozenset(map(who, event.recipients))


def _parties(a: Event, b: Event) -> bool:
    """Whether the parties agree: those of one are among those of the other, and somebody is named in both."""
    (a1, a2), (b1, b2) = _sides(a), _sides(b)
    if not (_within(a1, b1) and _within(a2, b2)):
        return False
    if not (a1 | a2) or not (b1 | b2):
        return a.type == "ASSAULT"
    return bool((a1 & b1) or (a2 & b2))


def _within(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or a <= b or b <= a


def _times(a: When | None, b: When | None) -> bool:
    if a is None or b is None or a.start is None or b.start is None:
        return True
    return (a.end or a.start) >= b.start and (b.end or b.start) >= a.start


def _places(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or a.best is None or b.best is None:
        return True
    x, y = a.best, b.best
    if x.id == y.id:
        return True
    if x.country != y.country:
        return False
    return (
        x.kind == "country" or y.kind == "country" or bool({x.name, y.name} & {x.admin1, y.admin1, x.admin2, y.admin2})
    )


def _counts(a: Event, b: Event) -> bool:
    """Whether casualty figures that both give are the same; a differing figure is another event, or a rival claim."""
    mine = {m.kind: m.best for m in a.magnitudes}
    return all(m.best is None or mine.get(m.kind, m.best) in {None, m.best} for m in b.magnitudes)


def _in_lead(event: Event, parsed: Parsed) -> bool:
    return parsed.report.zone_at(event.anchor.start) in _LEADS
