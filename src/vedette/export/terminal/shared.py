"""What all lines of a dossier page share: where the sources differ, what is in doubt, the reports behind it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from vedette.export.terminal.parts import day, indented, quoted, safe, short, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from vedette.record import Contradiction, Dossier, Doubt, Located, Origin, Report

    Reports = dict[str, Report]


def source(report: str, reports: Reports) -> str:
    """The outlet of a report, or its title, and its day."""
    found = reports.get(report)
    if found is None:
        return report
    name = safe(found.outlet) if found.outlet else f"“{short(found.title, 40)}”" if found.title else report
    return f"{name}, {day(found.published.date) if found.published.date else 'day not known'}"


def differences(dossiers: Sequence[Dossier], reports: Reports) -> list[RenderableType]:
    """Where the sources differ; the same difference between other reports is told in the same place."""
    alike: dict[tuple[str, str], list[Contradiction]] = {}
    for found in {c.id: c for d in dossiers for c in d.contradictions}.values():
        alike.setdefault((found.field, found.message), []).append(found)
    return [_difference(field, message, found, reports) for (field, message), found in alike.items()]


def _difference(field: str, message: str, found: list[Contradiction], reports: Reports) -> RenderableType:
    line = Text() if field in {"figure", "happened"} or message.startswith(field) else Text(f"{field}: ")
    line.append(safe(message))
    line.stylize("magenta")
    sides: dict[str, list[Located]] = {}
    for located in (x for pair in ([c.a for c in found], [c.b for c in found]) for x in pair):
        held = sides.setdefault(located.span.quote.lower(), [])
        if located not in held:
            held.append(located)
    return Group(line, *(indented(_side(held, reports)) for held in sides.values()))


def _side(located: list[Located], reports: Reports) -> Text:
    line = Text()
    for i, one in enumerate(located):
        line.append("; " if i else "", style="dim")
        line.append(Text(f"{one.span.start}–{one.span.end}", style="dim") if i else quoted(one.span))
        line.append(f" {source(one.report, reports)}", style="dim" if i else "")
    return line


def doubts(dossiers: Sequence[Dossier], reports: Reports) -> list[RenderableType]:
    """What not to take on trust, each doubt once."""
    return [_doubt(r, x, reports) for r, x in {x.id: (r, x) for d in dossiers for r, x in d.doubts}.values()]


def _doubt(report: str, doubt: Doubt, reports: Reports) -> RenderableType:
    line = Text().append(f"{doubt.kind.replace('_', ' ')}: ", style="magenta")
    line.append(safe(doubt.message))
    return line.append(f" · {source(report, reports)}", style="dim")


def sources(dossiers: Sequence[Dossier], reports: Reports) -> list[RenderableType]:
    """The reports by day, and which of them count as one because they rest on one source."""
    made = table("", "", "", ratios=(0, 1, 0))
    made.show_header = False
    made.columns[0].no_wrap = made.columns[2].no_wrap = True
    for report in sorted(reports.values(), key=lambda r: (r.published.date or date.max, r.id)):
        name = Text(safe(report.outlet or "outlet not known"))
        name.append(f" · {short(report.title or 'without a title', 70)}", style="dim")
        made.add_row(Text(day(report.published.date)), name, Text(report.id, style="dim"))
    return [made, *_origins((o for d in dossiers for o in d.origins), reports)]


def _origins(origins: Iterable[Origin], reports: Reports) -> Iterable[RenderableType]:
    for origin in {o.id: o for o in origins if len(o.reports) > 1}.values():
        held = [reports[r] for r in origin.reports if r in reports]
        if len(held) < 2:
            continue
        names = "; ".join(
            source(r.id, reports) for r in sorted(held, key=lambda r: (r.published.date or date.max, r.id))
        )
        yield Text().append("counted as one  ", style="bold").append(names)
        yield indented(Text(safe(origin.judgement.reason), style="dim"))
