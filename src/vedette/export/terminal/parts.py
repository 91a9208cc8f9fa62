"""What the pages share: text made safe, headings, tables, how names, days, places and chains are put."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rich.console import RenderableType

    from vedette.record import Actor, Link, Magnitude, Place, Span, When

WIDTH = 100
"""Columns of a page at most: longer lines are hard to read."""

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")

QUAD_STYLES = {
    "verbal_cooperation": "green",
    "material_cooperation": "bold green",
    "verbal_conflict": "yellow",
    "material_conflict": "bold red",
}
STATUS_STYLES = {
    "asserted": "", "reported": "cyan", "claimed": "yellow", "accused": "yellow", "denied": "magenta",
    "negated": "magenta", "planned": "blue", "conditional": "blue", "hypothetical": "blue", "background": "dim",
}  # fmt: skip


def safe(text: str) -> str:
    """Text of a report on one line, without characters that could steer a terminal or turn its direction."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def short(text: str, width: int) -> str:
    """Text cut to a width at a space, with an ellipsis where it was cut."""
    text = safe(text)
    if len(text) <= width:
        return text
    cut = text.rfind(" ", width // 2, width - 1)
    return text[: cut if cut > 0 else width - 1] + "…"


def heading(title: str, count: int | None = None) -> Text:
    """A section's heading, with how many things are in it."""
    text = Text(f"\n{title.upper()}", style="bold")
    if count is not None:
        text.append(f"  {count}", style="dim")
    return text


def table(*columns: str, ratios: tuple[int, ...] = ()) -> Table:
    """A plain table, with widths in the ratios given."""
    made = Table(box=None, pad_edge=False, header_style="dim", expand=True)
    for i, column in enumerate(columns):
        made.add_column(column, ratio=ratios[i] or None if ratios else None, overflow="fold")
    return made


def indented(content: RenderableType) -> Padding:
    """Content moved in by two columns."""
    return Padding(content, (0, 0, 0, 2))


def quoted(span: Span, width: int = 400) -> Text:
    """The words of a span in quotation marks, and where they stand."""
    text = Text(f"“{short(span.quote, width).strip('“”')}”")
    text.append(f" {span.start}–{span.end}", style="dim")
    return text


def day(value: date | None) -> str:
    """A day in words, such as ``Fri 6 Nov 2020``; a dash where it is unknown."""
    return "—" if value is None else f"{value:%a} {value.day} {value:%b} {value.year}"


def interval(when: When | None) -> str:
    """The days of a time: one, from–to, or its TIMEX value where it names no day."""
    if when is None:
        return "—"
    if when.start is None:
        return when.value or "—"
    if when.end is None or when.end == when.start:
        return when.start.isoformat()
    return f"{when.start.isoformat()} to {when.end.isoformat()}"


def who(actor: Actor) -> str:
    """An actor as name, and country and sectors in brackets."""
    codes = " ".join(filter(None, [actor.country or "/".join(actor.members), *actor.sectors[:2]]))
    return f"{safe(actor.name)} [{codes}]" if codes else safe(actor.name)


def whom(actors: Iterable[Actor]) -> str:
    """Actors in a list; a dash for none."""
    return ", ".join(dict.fromkeys(map(who, actors))) or "—"


def chain(links: Iterable[Link]) -> Text:
    """An attribution chain, innermost first; a link that doubts or denies says so."""
    text = Text()
    for i, link in enumerate(links):
        text.append(" ← " if i else "", style="dim")
        text.append(safe(link.name) if link.name else "outlet not known", style="" if link.name else "dim")
        if link.stance in {"doubts", "denies"}:
            text.append(f" ({link.stance})", style="magenta")
    return text


def where(place: Place | None) -> str:
    """A place as written, and its country; a dash for none."""
    if place is None:
        return "—"
    country = place.best.country if place.best else None
    return f"{safe(place.span.quote)} [{country}]" if country else safe(place.span.quote)


def border(place: Place) -> str:
    """The nearest border, with distance and uncertainty; a dash where there is none."""
    found = place.border
    if found is None:
        return "—"
    if found.km == 0:
        return f"along {safe(found.name)}"
    return f"{found.km:.0f} ± {found.uncertainty_km:.0f} km from {safe(found.name)}"


def figure(magnitude: Magnitude) -> str:
    """A number as one figure, or as a range with an open end marked ``?``."""
    low, best, high = magnitude.low, magnitude.best, magnitude.high
    if low == best == high:
        return str(best)
    span = f"{'?' if low is None else low}–{'?' if high is None else high}"
    return span if best is None else f"{best} ({span})"
