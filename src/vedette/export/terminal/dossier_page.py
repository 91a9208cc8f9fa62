"""A dossier for a terminal: one line, or all of one declarer, with the words behind every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from vedette.export.terminal.lists import STATUS_COLOURS
from vedette.export.terminal.parts import (
    STATUS_STYLES,
    around,
    before_outlet,
    chain,
    day,
    heading,
    indented,
    interval,
    number,
    quoted,
    safe,
    where,
    who,
    whom,
    why_of,
)
from vedette.export.terminal.shared import differences, doubts, source, sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from vedette.record import (
        Declaration,
        Dossier,
        Incident,
        Judgement,
        Link,
        Occurrence,
        Report,
        Response,
        Statement,
        Telling,
    )

THREATS = {"conditional_threat", "ultimatum", "red_line_named"}
"""Forms that say what would follow, or leave it open: that it is left open is worth a row."""
TIER_STYLES = {"confirmed": "bold red", "near": "dim"}


def dossier_page(dossiers: Sequence[Dossier], *, why: bool = False) -> RenderableType:
    """The page of one line, or of all lines of one declarer; what several lines share is printed once.

    Args:
        dossiers: the lines.
        why: prints under each record why it stands there, the rule that made it and its confidence.
    """
    page = _Page({r.id: r for d in dossiers for r in d.reports}, why)
    parts: list[RenderableType] = []
    for dossier in dossiers:
        parts += [Text("\n")] if parts else []
        parts += page.line(dossier)
    parts += _section("where the sources differ", differences(dossiers, page.reports))
    parts += _section("doubts", doubts(dossiers, page.reports))
    listed = sources(dossiers, page.reports)
    return Group(*parts, heading("sources", len(page.reports)), *map(indented, listed))


def _section(title: str, rows: list[RenderableType]) -> Iterator[RenderableType]:
    if rows:
        yield heading(title, len(rows))
        yield from map(indented, rows)


def _spaced(title: str, rows: list[RenderableType]) -> Iterator[RenderableType]:
    """A section whose rows are long: a blank line goes between them, save where two are a single line."""
    for i, row in enumerate(_section(title, rows)):
        single = isinstance(row, Text) or all(isinstance(r, Text) for r in rows[max(0, i - 2) : i])
        yield from (row,) if i < 2 or single else (Text(), row)


class _Page:
    """What the rows of a page need to know: the reports, whether reasons are wanted, what was told above."""

    def __init__(self, reports: dict[str, Report], why: bool) -> None:
        self.reports, self._why = reports, why
        self._told: set[str] = set()

    def line(self, dossier: Dossier) -> Iterator[RenderableType]:
        """The sections of one line; an occurrence that is told above is only named."""
        yield Text(safe(dossier.title), style="bold underline")
        protected = "what it protects is not said" if dossier.about == "other" else f"protects {dossier.about}"
        yield Text(f"{dossier.id} · {protected.replace('_', ' ')}", style="dim")
        yield Text()
        yield from self._status(dossier)
        yield from _section("declared", [self._declaration(d) for d in dossier.declarations])
        yield from _spaced("incidents near it", [self._incident(i) for i in dossier.incidents])
        yield from _spaced("responses", [self._response(r) for r in dossier.responses])
        yield from _section("others said", [self._said(s, report) for report, s in dossier.statements])

    def _status(self, dossier: Dossier) -> Iterator[RenderableType]:
        for entry in dossier.status:
            line = Text().append(entry.status.replace("_", " "), style=STATUS_COLOURS.get(entry.status, ""))
            line.append(f" since {day(entry.date)}" if entry.date else "")
            yield line.append(f" · {safe(entry.reason)}", style="dim")

    def _declaration(self, declaration: Declaration) -> RenderableType:
        commitment = declaration.commitment
        line = Text().append(f"{day(declaration.date):<16} ", style="bold")
        line.append(who(commitment.declarer) if commitment.declarer else "by whom is not said", style="bold")
        line.append(f" · {commitment.form.replace('_', ' ')}", style="yellow")
        line.append(f" · {declaration.relation}", style="dim")
        if declaration.date and commitment.when is None:
            line.append(" · dated by its report", style="dim")
        rows: list[RenderableType] = [line, indented(quoted(commitment.content))]
        rows += map(indented, _slots(declaration))
        links = before_outlet(commitment.attribution, self.reports.get(declaration.report))
        by = commitment.declarer.name if commitment.declarer else None
        told = (
            Text()
            .append("told by ", style="dim")
            .append(self._from(tuple(x for x in links if x.name != by), declaration.report))
        )
        others = "; ".join(dict.fromkeys(source(x.report, self.reports) for x in declaration.again))
        rows.append(indented(told.append(f" · also {others}" if others else "", style="dim")))
        if self._why:
            rows.append(indented(why_of(commitment, declaration.judgement.reason)))
        return Group(*rows)

    def _from(self, links: tuple[Link, ...], report: str) -> Text:
        """Who tells it: the chain, and the report at its end."""
        line = chain(links)
        return line.append(" ← " if links else "", style="dim").append(source(report, self.reports), style="dim")

    def _telling(self, telling: Telling, joined: Judgement | None) -> RenderableType:
        event, report = telling.event, self.reports.get(telling.report)
        line = quoted(event.anchor)
        line.append(f" {event.assertion}", style=STATUS_STYLES.get(event.assertion, ""))
        for magnitude in event.magnitudes:
            line.append(f" · {magnitude.kind} ").append(quoted(magnitude.span, 60))
        rows: list[RenderableType] = [line]
        if report is not None:
            rows.append(indented(around(event.anchor, report.text)))
        rows.append(indented(self._from(before_outlet(event.attribution, report), telling.report)))
        rows += [indented(Text("also ", style="dim").append(chain(before_outlet(a, report)))) for a in event.also]
        if self._why:
            rows.append(indented(why_of(event, joined.reason if joined else "")))
        return indented(Group(*rows))

    def _tellings(self, occurrence: Occurrence) -> list[RenderableType]:
        reasons = (None, *occurrence.judgements, *[None] * len(occurrence.tellings))
        return [self._telling(t, reason) for t, reason in zip(occurrence.tellings, reasons, strict=False)]

    def _incident(self, incident: Incident) -> RenderableType:
        line = Text().append(incident.tier, style=TIER_STYLES.get(incident.tier, "bold yellow"))
        line.append(" · ").append(_occurrence(incident.occurrence))
        if self._seen(incident.occurrence):
            return line.append(" · told above", style="dim")
        reasons = "; ".join(f"{s.slot}: {safe(s.reason)}" for s in incident.slots)
        rows = [_counts(incident.occurrence), Text(reasons, style="dim")]
        return Group(line, *map(indented, rows), *self._tellings(incident.occurrence))

    def _response(self, response: Response) -> RenderableType:
        line = Text().append(f"{response.kind} by the {response.by}", style="bold")
        line.append(" · ").append(_occurrence(response.occurrence))
        if self._seen(response.occurrence):
            return line.append(" · told above", style="dim")
        lag = "" if response.lag_days is None else f"{number(response.lag_days, 'day')} after the latest incident; "
        reason = Text(lag + safe(response.reason), style="dim")
        return Group(line, indented(reason), *self._tellings(response.occurrence))

    def _seen(self, occurrence: Occurrence) -> bool:
        """Whether an occurrence was told before; from now on it is."""
        before = occurrence.id in self._told
        self._told.add(occurrence.id)
        return before

    def _said(self, statement: Statement, report: str) -> RenderableType:
        line = Text().append(who(statement.speaker) if statement.speaker else "unnamed", style="bold")
        line.append(f" {safe(statement.cue.quote)} " if statement.cue else " ")
        line.append(Text(" … ").join([quoted(span) for span in statement.content]))
        return line.append(f" · {source(report, self.reports)}", style="dim")


def _slots(declaration: Declaration) -> Iterator[Text]:
    commitment = declaration.commitment
    trigger, demand, consequence = commitment.trigger, commitment.demand, commitment.consequence
    if trigger and trigger.span != commitment.content:
        yield _slot("trigger", "").append(quoted(trigger.span, 140))
    if demand and demand.span != commitment.content:
        yield _slot("demand", demand.kind).append(quoted(demand.span, 140))
    if commitment.deadline:
        yield _slot("deadline", interval(commitment.deadline)).append(quoted(commitment.deadline.span))
    if consequence:
        kind = "left open" if consequence.kind == "unspecified" else consequence.kind
        yield _slot("consequence", kind).append(quoted(consequence.span, 140))
    elif commitment.form in THREATS:
        yield Text("consequence not said", style="dim")


def _slot(name: str, kind: str) -> Text:
    return Text().append(f"{name} ", style="dim").append(f"{kind.replace('_', ' ')} " if kind else "")


def _occurrence(occurrence: Occurrence) -> Text:
    first = occurrence.tellings[0].event
    kind = f"{occurrence.type} {occurrence.mode}" if occurrence.mode else occurrence.type
    found = Text(kind)
    sides = whom(first.actors) if first.actors else "by whom is not said" if first.recipients else ""
    sides += f" → {whom(first.recipients)}" if first.recipients else ""
    told = "" if first.day is None else f"{'by ' * (first.day_basis == 'report')}{day(first.day)}"
    time = interval(first.when) if first.when else told or "day not known"
    place = f"at {where(first.where)}" if first.where else ""
    for part in filter(None, (time, sides, place)):
        found.append(f" · {part}")
    return found


def _counts(occurrence: Occurrence) -> Text:
    n = occurrence
    numbers = (number(n.reports, "report"), number(n.outlets, "outlet"), number(n.origins, "independent origin"))
    return Text(", ".join(numbers), style="dim")
