"""Lists for a terminal: the red lines that a store holds, and its reports."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from vedette.export.terminal.parts import day, indented, number, safe, short, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from vedette.record import Dossier
    from vedette.store import Held

STATUS_COLOURS = {
    "active": "green", "tested": "yellow", "alleged_crossed": "yellow", "crossed": "bold red", "denied": "magenta",
    "expired": "dim", "withdrawn": "dim",
}  # fmt: skip
_TIERS = ("confirmed", "conflicting", "alleged", "near")


def dossier_list(dossiers: Iterable[Dossier]) -> RenderableType:
    """The lines held, each with its status, who declared it last, what happened, and the id that opens it."""
    rows: list[RenderableType] = []
    for dossier in dossiers:
        rows += [Text()] if rows else []
        rows.append(Text(f"{dossier.declarer}  {safe(dossier.title)}", style="bold"))
        rows += map(indented, (_declared(dossier), _happened(dossier), Text(dossier.id, style="dim")))
    return Group(*rows)


def _declared(dossier: Dossier) -> Text:
    status = dossier.status[-1].status if dossier.status else "active"
    line = Text().append(status.replace("_", " "), STATUS_COLOURS.get(status, ""))
    times = len(dossier.declarations)
    line.append(" · declared once," if times == 1 else f" · declared {times} times, last")
    last = max(dossier.declarations, key=lambda d: (d.date is not None, d.date), default=None)
    if last is not None:
        by = last.commitment.declarer
        line.append(f" {day(last.date)}" if last.date else " on a day not known")
        line.append(f" by {safe(by.name)}" if by else "")
    return line


def _happened(dossier: Dossier) -> Text:
    tiers = Counter(i.tier for i in dossier.incidents)
    kinds = ", ".join(f"{tiers[t]} {t}" for t in _TIERS if tiers[t])
    line = Text(number(len(dossier.incidents), "incident") + (f" ({kinds})" if kinds else ""))
    return line.append(f", {number(len(dossier.responses), 'response')}, {number(len(dossier.reports), 'report')}")


def report_list(reports: Iterable[Held]) -> RenderableType:
    """The reports held, by day: outlet and title, how many records each gave, and its id."""
    made = table("", "", ratios=(0, 1))
    made.show_header = False
    made.columns[0].no_wrap = True
    for held in reports:
        name = Text().append(safe(held.outlet) if held.outlet else "outlet not known", "bold" if held.outlet else "dim")
        name.append(f" · {short(held.title or 'without a title', 110)}")
        name.append(f"\n{_records(held)} · {held.id}", "dim")
        made.add_row(Text(day(held.published) if held.published else "day not known"), name)
    return made


def _records(held: Held) -> str:
    counts = ((held.statements, "statement"), (held.events, "event"), (held.commitments, "commitment"))
    return ", ".join(number(n, noun) for n, noun in counts if n) or "nothing found in it"
