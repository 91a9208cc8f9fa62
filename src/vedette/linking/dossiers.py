"""All that is known of each line: from readings to dossiers, the same ones in any order of readings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.linking.contradictions import Context, context_of, contradictions_of
from vedette.linking.declared import declarer_key, declarer_name
from vedette.linking.incidents import incidents_of
from vedette.linking.lines import Line, lines_of
from vedette.linking.occurrences import occurrences_of
from vedette.linking.origins import Origins
from vedette.linking.responses import responses_of, side_of
from vedette.linking.siblings import joined
from vedette.linking.status import status_log
from vedette.linking.withdrawals import with_withdrawals
from vedette.linking.wordings import rival_words
from vedette.linking.words import words_of
from vedette.record import Dossier, Located, record_id
from vedette.tables.actors import countries
from vedette.tables.linking import linking_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vedette.linking.responses import Side
    from vedette.record import (
        Contradiction,
        Incident,
        Occurrence,
        Origin,
        Reading,
        Response,
        Span,
        Statement,
        Telling,
    )  # fmt: skip

_IN_WORDS = frozenset({"THREATEN", "REQUEST"})
_TITLE_WORDS = 12
_NAMED_IN = 4
"""Letters that a name must have at least to be looked for in a statement."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking makes of a set of readings."""

    readings: tuple[Reading, ...]
    origins: Origins
    occurrences: tuple[Occurrence, ...]
    contradictions: tuple[Contradiction, ...]
    lines: tuple[Line, ...]
    context: Context


def link(readings: Iterable[Reading]) -> Linked:
    """Origins, occurrences, contradictions and lines of readings; a report given twice counts once."""
    held = tuple(sorted({r.report.id: r for r in readings}.values(), key=_by_day))
    origins = Origins(held)
    occurrences = occurrences_of(held, origins)
    context = context_of(held)
    lines = with_withdrawals(joined(lines_of(held), occurrences, origins), held)
    rival = contradictions_of(occurrences, context) + rival_words(held)
    return Linked(held, origins, occurrences, tuple(sorted(rival, key=lambda c: c.id)), lines, context)


def build_dossiers(readings: Iterable[Reading]) -> tuple[Dossier, ...]:
    """The dossiers of all lines that readings tell of, by declarer, the longest first."""
    linked = link(readings)
    ids: set[str] = set()
    made = []
    for line in linked.lines:
        key = _line_id(line, ids)
        ids.add(key)
        made.append(_dossier(key, line, linked))
    return tuple(sorted(made, key=lambda d: (d.declarer, -len(d.declarations), d.id)))


@dataclass(frozen=True, slots=True)
class Touch:
    """An occurrence that touches a line which stood when it happened: its first telling, a commitment, the tier."""

    event: Located
    commitment: Located
    tier: str


def touches_of(linked: Linked) -> tuple[Touch, ...]:
    """What tests each line; acts that fall short of it, or came before it, do not."""
    found = []
    for line in linked.lines:
        reports = {m.commitment.id: Located(m.report, m.commitment.content) for m in line.members}
        for incident in incidents_of(line, linked.occurrences, linked.origins):
            if incident.tests and incident.tier != "near":
                first = incident.occurrence.tellings[0]
                found.append(
                    Touch(Located(first.report, first.event.anchor), reports[incident.tests[0]], incident.tier)
                )
    return tuple(found)


def mentions_of(linked: Linked, telling: Telling) -> tuple[Span, ...]:
    """Where a report tells of an event: its anchors, and for words that are quoted the verb that attributes them."""
    event = telling.event
    spans = (event.anchor, *event.again)
    if event.statement is None or event.type not in _IN_WORDS:
        return spans
    said = (s for r in linked.readings if r.report.id == telling.report for s in r.statements)
    cue = next((s.cue for s in said if s.id == event.statement), None)
    return spans if cue is None or cue in spans else (*spans, cue)


def _by_day(reading: Reading) -> tuple[str, str]:
    day = reading.report.published.date
    return (day.isoformat() if day else "9999", reading.report.id)


def _line_id(line: Line, taken: set[str]) -> str:
    """The hash of the declarer and of what is protected; a second such line is told apart by its first declaration."""
    first = record_id("line", line.declarer, line.about, _family(line))
    if first not in taken:
        return first
    return record_id("line", line.declarer, line.about, _family(line), line.declarations[0].commitment.id)


def _family(line: Line) -> str:
    return "demand" if _demands(line) else "line"


def _demands(line: Line) -> bool:
    return all(m.commitment.form == "demand" for m in line.members)


def _dossier(key: str, line: Line, linked: Linked) -> Dossier:
    incidents = incidents_of(line, linked.occurrences, linked.origins)
    said = {r.report.id: [c.content for c in r.commitments] for r in linked.readings}
    side = side_of(line, incidents, said)
    responses = responses_of(line, side, incidents, linked.occurrences)
    reports = _reports(line, incidents, responses)
    held = [r for r in linked.readings if r.report.id in reports]
    name = declarer_name(line.declarer, [m.commitment.declarer for m in line.members if m.commitment.declarer])
    end = max((r.report.published.date for r in linked.readings if r.report.published.date), default=None)
    return Dossier(
        id=key, declarer=line.declarer, name=name, about=line.about, title=_title(name, line),
        declarations=line.declarations, incidents=incidents, responses=responses,
        contradictions=_contradictions(line, incidents, responses, linked),
        doubts=tuple((r.report.id, d) for r in held for d in r.doubts),
        status=status_log(line, incidents, end), statements=tuple(_statements(side, held)),
        reports=tuple(r.report for r in held), origins=_origins(held, linked.origins),
    )  # fmt: skip


def _title(name: str, line: Line) -> str:
    """A line of text that tells lines of one declarer apart."""
    named = next((d for d in line.declarations if d.commitment.form == "red_line_named"), line.declarations[0])
    first = named.commitment.content.quote.split()
    words = " ".join(first[:_TITLE_WORDS]).strip(" “”\"'‘’,.") + (" …" if len(first) > _TITLE_WORDS else "")
    if _demands(line):
        return f"{name} demands: {words}"
    titles = linking_rules().titles
    return f"{name}: {titles.get(line.about, line.about)} ({words})"


def _reports(line: Line, incidents: Sequence[Incident], responses: Sequence[Response]) -> set[str]:
    told = [i.occurrence for i in incidents] + [r.occurrence for r in responses]
    return {m.report for m in line.members} | {t.report for o in told for t in o.tellings}


def _contradictions(
    line: Line, incidents: Sequence[Incident], responses: Sequence[Response], linked: Linked
) -> tuple[Contradiction, ...]:
    """Those between tellings of its incidents and responses, and between wordings of its declarations."""
    told = [i.occurrence for i in incidents] + [r.occurrence for r in responses]
    ids = {c.id for c in contradictions_of(told, linked.context)}
    said = [(m.report, m.commitment.content) for m in line.members]
    return tuple(
        c for c in linked.contradictions
        if c.id in ids or (c.field == "words" and any(r == c.a.report and s.covers(c.a.span) for r, s in said))
    )  # fmt: skip


def _statements(side: Side, readings: Iterable[Reading]) -> Iterable[tuple[str, Statement]]:
    """What others who are concerned say of the declarer, in the reports of the line."""
    country = next((c for c in countries() if c.code == side.declarer), None)
    names = side.speakers | set(words_of(" ".join((country.name, *country.adjectives)) if country else ""))
    names = frozenset(n for n in names if len(n) >= _NAMED_IN)
    for reading in readings:
        for statement in reading.statements:
            speaker = statement.speaker
            if speaker is None or declarer_key(speaker) not in side.targets:
                continue
            if names & set(words_of(" ".join(s.quote for s in statement.content))):
                yield reading.report.id, statement


def _origins(readings: Iterable[Reading], origins: Origins) -> tuple[Origin, ...]:
    found = Counter({origins.of_report(r.report.id).id: 1 for r in readings})
    return tuple(o for o in origins.all if o.id in found)
