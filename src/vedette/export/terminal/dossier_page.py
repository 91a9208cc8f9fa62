"""Dossiers for a terminal: the list of lines held, and one line with the words behind every row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from vedette.export.terminal.parts import (
    STATUS_STYLES,
    chain,
    day,
    heading,
    indented,
    interval,
    quoted,
    safe,
    short,
    table,
    where,
    who,
    whom,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from vedette.record import (
        Contradiction,
        Declaration,
        Dossier,
        Doubt,
        Event,
        Incident,
        Occurrence,
        Report,
        Response,
        Statement,
    )

Reports = dict[str, "Report"]

STATUS_COLOURS = {
    "active": "green", "tested": "yellow", "alleged_crossed": "yellow", "crossed": "bold red", "denied": "magenta",
    "expired": "dim", "withdrawn": "dim",
}  # fmt: skip


def dossier_list(dossiers: Iterable[Dossier]) -> RenderableType:
    """The lines held, two rows each: what it is about; its id, status and counts."""
    rows: list[RenderableType] = []
    for dossier in dossiers:
        dates = [d.date for d in dossier.declarations if d.date]
        status = dossier.status[-1].status if dossier.status else "active"
        title = Text(f"{dossier.declarer}  ", style="bold").append(safe(dossier.title), style="bold")
        counts = Text(f"{dossier.id}  ", style="dim")
        counts.append(status.replace("_", " "), style=STATUS_COLOURS.get(status, ""))
        counts.append(
            f" · declared {len(dossier.declarations)} times" if len(dossier.declarations) > 1 else " · declared once"
        )
        counts.append(f", last {day(max(dates))}" if dates else "")
        counts.append(
            f" · {_number(len(dossier.incidents), 'incident')}, {_number(len(dossier.responses), 'response')}"
        )
        rows += [title, counts, Text()]
    return Group(*rows)


def dossier_page(dossiers: Sequence[Dossier]) -> RenderableType:
    """The page of one line, or of all lines of one declarer; what several lines share is printed once."""
    parts: list[RenderableType] = []
    told: set[str] = set()
    for dossier in dossiers:
        parts += [Text() if parts else Text(end=""), *_line(dossier, told)]
    reports = {r.id: r for d in dossiers for r in d.reports}
    shared: dict[str, list[RenderableType]] = {
        "where the sources differ": _once(
            (c.id, _contradiction(c, reports)) for d in dossiers for c in d.contradictions
        ),
        "doubts": _once((x.id, _doubt(r, x, reports)) for d in dossiers for r, x in d.doubts),
    }
    for title, found in shared.items():
        if found:
            parts += [heading(title, len(found)), *map(indented, found)]
    parts += [heading("sources", len(reports)), indented(_sources(reports, dossiers))]
    return Group(*parts)


def _once(items: Iterable[tuple[str, RenderableType]]) -> list[RenderableType]:
    return list(dict(items).values())


def _line(dossier: Dossier, told: set[str]) -> Iterator[RenderableType]:
    """The sections of one line; an occurrence that is told above is only named."""
    reports = {r.id: r for r in dossier.reports}
    yield Text(safe(dossier.title), style="bold underline")
    yield Text(f"{dossier.id}  protects {dossier.about.replace('_', ' ')}", style="dim")
    sections: tuple[tuple[str, list[RenderableType]], ...] = (
        ("declared", [_declaration(d, reports) for d in dossier.declarations]),
        ("incidents near it", [_incident(i, reports, told) for i in dossier.incidents]),
        ("responses", [_response(r, reports, told) for r in dossier.responses]),
        ("others said", [_said(s, report, reports) for report, s in dossier.statements]),
        ("status", [_status(dossier)] if dossier.status else []),
    )
    for title, found in sections:
        if found:
            yield heading(title, None if title == "status" else len(found))
            yield from map(indented, found)


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}{'s' * (n != 1)}"


def _source(report: str, reports: Reports) -> str:
    found = reports.get(report)
    if found is None:
        return report
    name = found.outlet or short(found.title or report, 40)
    return f"{safe(name)}, {day(found.published.date)}"


def _declaration(declaration: Declaration, reports: Reports) -> RenderableType:
    commitment = declaration.commitment
    line = Text(f"{day(declaration.date):<16} ", style="bold")
    line.append(who(commitment.declarer) if commitment.declarer else "by whom is not said", style="bold")
    line.append(f" · {commitment.form.replace('_', ' ')}", style="yellow")
    line.append(f" · {declaration.relation}", style="dim")
    rows: list[RenderableType] = [line, indented(quoted(commitment.content))]
    slots = (
        ("trigger", commitment.trigger.span if commitment.trigger else None, ""),
        ("demand", commitment.demand.span if commitment.demand else None, ""),
        ("consequence", commitment.consequence.span if commitment.consequence else None,
         commitment.consequence.kind if commitment.consequence else ""),
    )  # fmt: skip
    for name, span, kind in slots:
        if span:
            row = Text(f"{name} ", style="dim").append(f"{kind.replace('_', ' ')} " if kind else "")
            rows.append(indented(row.append(quoted(span, 140))))
    if commitment.form in {"conditional_threat", "ultimatum", "red_line_named"} and commitment.consequence is None:
        rows.append(indented(Text("consequence not said", style="dim")))
    told = Text("told by ", style="dim").append(chain(commitment.attribution))
    told.append(f" · {_source(declaration.report, reports)}", style="dim")
    told.append(f" · and {len(declaration.again)} more" if declaration.again else "", style="dim")
    rows.append(indented(told))
    return Group(*rows)


def _telling(event: Event, report: str, reports: Reports) -> RenderableType:
    line = quoted(event.anchor)
    line.append(f" {event.assertion}", style=STATUS_STYLES.get(event.assertion, ""))
    for magnitude in event.magnitudes:
        line.append(f" · {magnitude.kind} ").append(quoted(magnitude.span, 60))
    line.append(" · ").append(chain(event.attribution))
    line.append(f" · {_source(report, reports)}", style="dim")
    return indented(line)


def _occurrence(occurrence: Occurrence) -> Text:
    first = occurrence.tellings[0].event
    kind = f"{occurrence.type}/{occurrence.mode}" if occurrence.mode else occurrence.type
    sides = whom(first.actors) + (f" → {whom(first.recipients)}" if first.recipients else "")
    return Text(f"{interval(first.when)}  {kind}  {sides}  {where(first.where)}")


def _counts(occurrence: Occurrence) -> Text:
    n = occurrence
    numbers = (_number(n.reports, "report"), _number(n.outlets, "outlet"), _number(n.origins, "independent origin"))
    return Text(", ".join(numbers), style="dim")


def _tellings(occurrence: Occurrence, reports: Reports) -> list[RenderableType]:
    return [_telling(t.event, t.report, reports) for t in occurrence.tellings]


def _incident(incident: Incident, reports: Reports, told: set[str]) -> RenderableType:
    line = Text(incident.tier, style="bold red" if incident.tier == "confirmed" else "bold yellow")
    line.append("  ").append(_occurrence(incident.occurrence))
    if _seen(incident.occurrence, told):
        return line.append(" · told above", style="dim")
    reasons = "; ".join(f"{s.slot}: {safe(s.reason)}" for s in incident.slots)
    tellings = _tellings(incident.occurrence, reports)
    return Group(line, indented(_counts(incident.occurrence)), *tellings, indented(Text(reasons, style="dim")))


def _response(response: Response, reports: Reports, told: set[str]) -> RenderableType:
    line = Text(f"{response.kind} by the {response.by}", style="bold")
    if response.lag_days is not None:
        line.append(f" · {_number(response.lag_days, 'day')} after")
    line.append("  ").append(_occurrence(response.occurrence))
    if _seen(response.occurrence, told):
        return line.append(" · told above", style="dim")
    return Group(line, *_tellings(response.occurrence, reports), indented(Text(safe(response.reason), style="dim")))


def _seen(occurrence: Occurrence, told: set[str]) -> bool:
    """Whether an occurrence was told before; from now on it is."""
    before = occurrence.id in told
    told.add(occurrence.id)
    return before


def _said(statement: Statement, report: str, reports: Reports) -> RenderableType:
    line = Text(who(statement.speaker) if statement.speaker else "unnamed", style="bold")
    line.append(f" {safe(statement.cue.quote)} " if statement.cue else " ")
    line.append(quoted(statement.content[0]))
    return line.append(f" · {_source(report, reports)}", style="dim")


def _contradiction(found: Contradiction, reports: Reports) -> RenderableType:
    line = Text(f"{found.field}: ", style="bold magenta").append(safe(found.message))
    sides = [
        indented(quoted(x.span).append(f" · {_source(x.report, reports)}", style="dim")) for x in (found.a, found.b)
    ]
    return Group(line, *sides)


def _doubt(report: str, doubt: Doubt, reports: Reports) -> RenderableType:
    line = Text(f"{doubt.kind.replace('_', ' ')}: ", style="bold magenta").append(safe(doubt.message))
    return line.append(f" · {_source(report, reports)}", style="dim")


def _status(dossier: Dossier) -> RenderableType:
    made = table("since", "status", "why", ratios=(16, 18, 66))
    for entry in dossier.status:
        status = Text(entry.status.replace("_", " "), style=STATUS_COLOURS.get(entry.status, ""))
        made.add_row(Text(day(entry.date)), status, Text(safe(entry.reason)))
    return made


def _sources(reports: Reports, dossiers: Sequence[Dossier]) -> RenderableType:
    rows: list[RenderableType] = []
    for report in sorted(reports.values(), key=lambda r: (r.published.date or date.max, r.id)):
        line = Text(f"{day(report.published.date):<16} ").append(safe(report.outlet or "outlet not known"))
        rows.append(line.append(f" · {short(report.title or 'without a title', 60)} · {report.id}", style="dim"))
    origins = {o.id: o for d in dossiers for o in d.origins if len(o.reports) > 1}
    for origin in origins.values():
        name = f" ({safe(origin.name)})" if origin.name else ""
        rows.append(Text(f"One origin{name}: {', '.join(origin.reports)}. {safe(origin.judgement.reason)}"))
    return Group(*rows)
