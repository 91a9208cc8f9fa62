"""Dossiers for a terminal: the list of lines held, and one line with the words behind every row."""

from __future__ import annotations

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
    from collections.abc import Iterable

    from rich.console import RenderableType

    from vedette.record import Contradiction, Declaration, Dossier, Event, Incident, Occurrence, Report, Response

Reports = dict[str, "Report"]

STATUS_COLOURS = {
    "active": "green", "tested": "yellow", "alleged_crossed": "yellow", "crossed": "bold red", "denied": "magenta",
    "expired": "dim", "withdrawn": "dim",
}  # fmt: skip


def dossier_list(dossiers: Iterable[Dossier]) -> RenderableType:
    """The lines held, one a row."""
    made = table("line", "by", "about", "status", "declared", "last", "incidents", ratios=(22, 14, 36, 16, 8, 12, 9))
    for dossier in dossiers:
        dates = [d.date for d in dossier.declarations if d.date]
        status = dossier.status[-1].status if dossier.status else "active"
        made.add_row(
            Text(dossier.id), Text(safe(dossier.name)), Text(safe(dossier.title)),
            Text(status.replace("_", " "), style=STATUS_COLOURS.get(status, "")), Text(f"{len(dossier.declarations)}×"),
            Text(max(dates).isoformat() if dates else "—"), Text(str(len(dossier.incidents))),
        )  # fmt: skip
    return made


def dossier_page(dossier: Dossier) -> RenderableType:
    """The page of one line."""
    reports = {r.id: r for r in dossier.reports}
    sections: tuple[tuple[str, list[RenderableType]], ...] = (
        ("declared", [_declaration(d, reports) for d in dossier.declarations]),
        ("incidents near it", [_incident(i, reports) for i in dossier.incidents]),
        ("responses", [_response(r, reports) for r in dossier.responses]),
        ("others said", [_said(dossier, reports)] if dossier.statements else []),
        ("where the sources differ", [_contradiction(c, reports) for c in dossier.contradictions]),
        ("doubts", [_doubt(report, d.kind, d.message, reports) for report, d in dossier.doubts]),
        ("status", [_status(dossier)] if dossier.status else []),
        ("sources", [_sources(dossier)]),
    )
    counts = (
        len(dossier.declarations), len(dossier.incidents), len(dossier.responses), len(dossier.statements),
        len(dossier.contradictions), len(dossier.doubts), None, len(dossier.reports),
    )  # fmt: skip
    parts: list[RenderableType] = [
        Text(safe(f"{dossier.name}: {dossier.title}"), style="bold"),
        Text(f"{dossier.id}  protects {dossier.about.replace('_', ' ')}", style="dim"),
    ]
    for (title, found), count in zip(sections, counts, strict=True):
        if found:
            parts.append(heading(title, count))
            parts.extend(map(indented, found))
    return Group(*parts)


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
    return Text(
        f"{n.reports} report{'s' * (n.reports != 1)}, {n.outlets} outlet{'s' * (n.outlets != 1)}, "
        f"{n.origins} independent origin{'s' * (n.origins != 1)}",
        style="dim",
    )


def _incident(incident: Incident, reports: Reports) -> RenderableType:
    line = Text(incident.tier, style="bold red" if incident.tier == "confirmed" else "bold yellow")
    line.append("  ").append(_occurrence(incident.occurrence))
    reasons = "; ".join(f"{s.slot}: {safe(s.reason)}" for s in incident.slots)
    tellings = [_telling(t.event, t.report, reports) for t in incident.occurrence.tellings]
    return Group(line, indented(_counts(incident.occurrence)), *tellings, indented(Text(reasons, style="dim")))


def _response(response: Response, reports: Reports) -> RenderableType:
    line = Text(f"{response.kind} by the {response.by}", style="bold")
    if response.lag_days is not None:
        line.append(f" · {response.lag_days} day{'s' * (response.lag_days != 1)} after")
    line.append("  ").append(_occurrence(response.occurrence))
    tellings = [_telling(t.event, t.report, reports) for t in response.occurrence.tellings]
    return Group(line, *tellings, indented(Text(safe(response.reason), style="dim")))


def _said(dossier: Dossier, reports: Reports) -> RenderableType:
    rows = []
    for report, statement in dossier.statements:
        line = Text(who(statement.speaker) if statement.speaker else "unnamed", style="bold")
        line.append(f" {safe(statement.cue.quote)} " if statement.cue else " ")
        line.append(quoted(statement.content[0]))
        line.append(f" · {_source(report, reports)}", style="dim")
        rows.append(line)
    return Group(*rows)


def _contradiction(found: Contradiction, reports: Reports) -> RenderableType:
    line = Text(f"{found.field}: ", style="bold magenta").append(safe(found.message))
    sides = [
        indented(quoted(x.span).append(f" · {_source(x.report, reports)}", style="dim")) for x in (found.a, found.b)
    ]
    return Group(line, *sides)


def _doubt(report: str, kind: str, message: str, reports: Reports) -> RenderableType:
    line = Text(f"{kind.replace('_', ' ')}: ", style="bold magenta").append(safe(message))
    return line.append(f" · {_source(report, reports)}", style="dim")


def _status(dossier: Dossier) -> RenderableType:
    made = table("since", "status", "why", ratios=(16, 18, 66))
    for entry in dossier.status:
        status = Text(entry.status.replace("_", " "), style=STATUS_COLOURS.get(entry.status, ""))
        made.add_row(Text(day(entry.date)), status, Text(safe(entry.reason)))
    return made


def _sources(dossier: Dossier) -> RenderableType:
    made = table("report", "outlet", "published", "title", ratios=(24, 20, 18, 38))
    for report in dossier.reports:
        made.add_row(
            Text(report.id, style="dim"), Text(safe(report.outlet or "—")), Text(day(report.published.date)),
            Text(short(report.title or "—", 60)),
        )  # fmt: skip
    shared = [o for o in dossier.origins if len(o.reports) > 1]
    notes = [
        Text(f"One origin{f' ({safe(o.name)})' if o.name else ''}: {', '.join(o.reports)}. {safe(o.judgement.reason)}")
        for o in shared
    ]
    return Group(made, *notes)
