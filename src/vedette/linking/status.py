"""The status log of a line: when it became active, was tested, crossed, denied, expired or withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.linking.happening import REFUSED
from vedette.linking.incidents import first_day
from vedette.record import Located, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from vedette.linking.lines import Line
    from vedette.record import Incident

_CROSSED = {"near": "tested", "alleged": "alleged_crossed", "confirmed": "crossed", "conflicting": "alleged_crossed"}


def status_log(line: Line, incidents: Sequence[Incident], known_until: date | None) -> tuple[Status, ...]:
    """The log, by day; entries without a day come first among what follows the drawing of the line.

    Args:
        line: the line.
        incidents: what touches it.
        known_until: the day of the latest report at hand, by which a deadline may have passed.
    """
    first = line.declarations[0]
    speaker = first.commitment.declarer.name if first.commitment.declarer else line.declarer
    drawn = Status(first.date, "active", f"declared by {speaker}", (Located(first.report, first.commitment.content),))
    later = [*_tests(incidents), *_endings(line, known_until)]
    return (drawn, *sorted(later, key=lambda s: (str(s.date or ""), s.status)))


def _tests(incidents: Sequence[Incident]) -> Iterator[Status]:
    for incident in incidents:
        if not incident.tests:
            continue
        tellings = incident.occurrence.tellings
        yes = tuple(Located(t.report, t.event.anchor) for t in tellings if t.event.assertion not in REFUSED)
        no = tuple(Located(t.report, t.event.anchor) for t in tellings if t.event.assertion in REFUSED)
        day = first_day(incident.occurrence)
        what = f"{incident.occurrence.type} {incident.tier}: {tellings[0].event.anchor.quote!r}"
        yield Status(day, _CROSSED[incident.tier], what, yes or no)
        if incident.tier == "conflicting":
            yield Status(day, "denied", f"{what} is denied", no)


def _endings(line: Line, known_until: date | None) -> Iterator[Status]:
    for d in line.declarations:
        evidence = (Located(d.report, d.commitment.content),)
        deadline = d.commitment.deadline
        if deadline and deadline.end and known_until and deadline.end < known_until:
            yield Status(deadline.end, "expired", f"the deadline {deadline.span.quote!r} has passed", evidence)
        if d.relation == "withdraws":
            yield Status(d.date, "withdrawn", "taken back by its declarer", evidence)
