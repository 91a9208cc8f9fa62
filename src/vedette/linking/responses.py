"""What was done in answer: by the declarer, after incidents or in support of its word; by those it was meant for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.linking.declared import declarer_key, in_words
from vedette.linking.happening import REFUSED, UNREAL
from vedette.linking.incidents import BORDER_KM, first_day
from vedette.linking.words import words_of
from vedette.record import Response
from vedette.tables.linking import linking_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from vedette.linking.lines import Line
    from vedette.record import Actor, Event, Incident, Occurrence, Span

ANSWER_DAYS = 45
"""An act that comes longer after the last incident or declaration is no answer to it."""
_SPEECH = frozenset({"THREATEN"})
"""What a declarer threatens is a declaration, not an answer."""
_LEADS_IN = 60
"""Characters before the words of a commitment in which the verb that says them stands."""
_PROMPT_DAYS = 21
"""Days after a declaration in which an act of those it was meant for, towards the declarer, answers it."""
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Side:
    """Who is who in a line: its declarer, those whom it is drawn against or near, the people who declared it.

    ``meant`` are those whom it names itself, ``days`` when it was declared. ``said`` has, for each report, the words of
    all commitments there, of this line or another. ``demands`` is whether the line only asks, so that what its declarer
    does elsewhere is no answer to it.
    """

    declarer: str
    targets: frozenset[str]
    speakers: frozenset[str]
    reports: frozenset[str]
    backing: frozenset[str]
    said: Mapping[str, Sequence[Span]]
    drawn: date | None
    demands: bool
    meant: frozenset[str]
    days: frozenset[date]


def side_of(line: Line, incidents: Sequence[Incident], said: Mapping[str, Sequence[Span]]) -> Side:
    """Who is who in a line."""
    commitments = [m.commitment for m in line.members]
    against = [i.actor for c in commitments for i in c.addressees]
    against += [a for c in commitments if c.trigger for a in c.trigger.who]
    meant = frozenset(declarer_key(a) for a in against if a.country or a.id) - {line.declarer}
    tellings = [t for i in incidents for t in i.occurrence.tellings]
    against += [a for t in tellings for a in t.event.actors]
    targets = {declarer_key(a) for a in against if a.country or a.id}
    targets |= {s for t in tellings if t.event.where and t.event.where.border for s in t.event.where.border.states}
    speakers = {
        w
        for c in commitments
        if c.declarer and c.declarer.kind == "person"
        for w in words_of(c.declarer.name)
        if len(w) >= _SHORTEST
    }
    return Side(
        line.declarer, frozenset(targets - {line.declarer}), frozenset(speakers),
        frozenset(m.report for m in line.members), frozenset(b for c in commitments for b in c.backing), said,
        min((m.date for m in line.members if m.date), default=None), all(c.form == "demand" for c in commitments),
        meant, frozenset(m.date for m in line.members if m.date),
    )  # fmt: skip


def responses_of(
    line: Line, side: Side, incidents: Sequence[Incident], occurrences: Iterable[Occurrence]
) -> tuple[Response, ...]:
    """The answers to a line and its incidents, by day (undated last); ``side`` as ``side_of`` gives it."""
    taken = {i.occurrence.id for i in incidents}
    found = [
        r for o in occurrences if o.id not in taken for r in [_response(line, side, incidents, o)] if r is not None
    ]
    return tuple(sorted(found, key=lambda r: (str(first_day(r.occurrence) or "9999"), r.occurrence.id)))


def _response(line: Line, side: Side, incidents: Sequence[Incident], occurrence: Occurrence) -> Response | None:
    events = [t.event for t in occurrence.tellings]
    kind = linking_rules().responses.get(occurrence.type)
    if kind is None or all(e.assertion in REFUSED for e in events):
        return None
    day = first_day(occurrence)
    lag = _lag(day, incidents)
    if day and side.drawn and lag is None and not -ANSWER_DAYS <= (day - side.drawn).days <= 3 * ANSWER_DAYS:
        return None
    done_by = {declarer_key(a) for e in events for a in e.actors}
    if side.declarer in done_by:
        why = _why_by_declarer(side, occurrence)
        if why is None:
            return None
        kind = "military" if _soldiers_at_home(events, side) else kind
        return Response(occurrence, kind, "declarer", lag, _matches(line, occurrence, incidents), _tell(why, events))
    if done_by & side.targets:
        why = _why_by_target(side, occurrence)
        if why is not None:
            return Response(occurrence, kind, "target", lag, None, _tell(why, events))
    return None


def _lag(day: date | None, incidents: Sequence[Incident]) -> int | None:
    """Days from the latest incident on or before a day."""
    if day is None:
        return None
    before = [d for i in incidents if (d := first_day(i.occurrence)) is not None and d <= day]
    lag = (day - max(before)).days if before else None
    return lag if lag is not None and lag <= ANSWER_DAYS else None


def _why_by_declarer(side: Side, occurrence: Occurrence) -> str | None:
    events = [t.event for t in occurrence.tellings]
    if occurrence.type in _SPEECH or _is_declaration(side, occurrence):
        return None
    if any(e.id in side.backing for e in events):
        return "goes with the declaration in the same report"
    if side.demands:
        return None
    hit = {declarer_key(a) for e in events for a in e.recipients} | {
        declarer_key(a) for e in events for a in e.actors if not e.recipients
    }
    if hit & side.targets:
        parties = [a for e in events for a in (*e.recipients, *e.actors)]
        return f"{in_words([side.declarer], parties)} towards {in_words(hit & side.targets, parties)}"
    near = [e.where.border for e in events if e.where and e.where.border]
    if any(side.declarer in b.states and b.km <= BORDER_KM for b in near):
        return "at the border that the line is about"
    if occurrence.type in ("MOBILIZE", "CONSULT") and _at_home(events, side) and _same_report(side, occurrence):
        return "on its own soil, told with the declaration"
    if occurrence.type == "MOBILIZE" and _same_report(side, occurrence):
        return "told with the declaration"
    return None


def _is_declaration(side: Side, occurrence: Occurrence) -> bool:
    """Whether an event is the saying of a commitment: its anchor stands in the words, or leads into them."""
    for telling in occurrence.tellings:
        at = telling.event.anchor.start
        if any(span.start - _LEADS_IN <= at < span.end for span in side.said.get(telling.report, ())):
            return True
    return False


def _why_by_target(side: Side, occurrence: Occurrence) -> str | None:
    events = [t.event for t in occurrence.tellings]
    recipients = [a for e in events for a in (e.recipients or e.actors)]
    if not any(declarer_key(a) == side.declarer for a in recipients):
        return None
    names, declarer = {w for a in recipients for w in words_of(a.name)}, in_words([side.declarer], recipients)
    if names & side.speakers:
        return f"to {' '.join(sorted(names & side.speakers)).title()}, who declared it"
    if _same_report(side, occurrence):
        return f"to {declarer}, told with the declaration"
    day = first_day(occurrence)
    since = [(day - d).days for d in side.days if day and d <= day]
    meant = {declarer_key(a) for e in events for a in e.actors} & side.meant
    if meant and since and min(since) <= _PROMPT_DAYS:
        by = in_words(meant, [a for e in events for a in e.actors])
        days = "1 day" if min(since) == 1 else f"{min(since)} days"
        return f"{by} to {declarer}, {days} after the declaration"
    return None


def _same_report(side: Side, occurrence: Occurrence) -> bool:
    return any(t.report in side.reports for t in occurrence.tellings)


def _at_home(events: Sequence[Event], side: Side) -> bool:
    return any(e.where and e.where.best and e.where.best.country == side.declarer for e in events)


def _soldiers_at_home(events: Sequence[Event], side: Side) -> bool:
    """Whether it is a commander's visit or a move of troops on the declarer's own soil."""
    return _at_home(events, side) and any("MIL" in a.sectors for e in events for a in _ours(e.actors, side))


def _ours(actors: Iterable[Actor], side: Side) -> list[Actor]:
    return [a for a in actors if declarer_key(a) == side.declarer]


def _matches(line: Line, occurrence: Occurrence, incidents: Sequence[Incident]) -> bool | None:
    """Whether it is what was threatened; None where that was left open, or nothing has happened yet."""
    kinds = {m.commitment.consequence.kind for m in line.members if m.commitment.consequence} - {"unspecified"}
    ends = [c.deadline.end for m in line.members if (c := m.commitment).deadline and c.deadline.end]
    day = first_day(occurrence)
    passed = day is not None and any(end <= day for end in ends)
    if not kinds or not (passed or any(i.tests for i in incidents)):
        return None
    carried = linking_rules().carries_out
    return any(occurrence.type in carried.get(k, frozenset()) for k in sorted(kinds))


def _tell(why: str, events: Sequence[Event]) -> str:
    """The reason, and how far it is fact."""
    statuses = {e.assertion for e in events}
    if statuses <= UNREAL:
        return f"{why}; only possible so far ({', '.join(sorted(statuses))})"
    if statuses <= UNREAL | {"planned"}:
        return f"{why}; planned"
    sources = sorted({link.name for e in events for link in e.attribution if link.name and link.role != "outlet"})
    return f"{why}; told by {', '.join(sources)}" if sources else why
