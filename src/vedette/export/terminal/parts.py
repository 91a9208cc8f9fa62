"""What the pages share: text made safe, headings, tables, how names, days, places and chains are put."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.segment import Segment, Segments
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from rich.console import Console, RenderableType

    from vedette.record import Actor, Commitment, Event, Link, Magnitude, Place, Report, Span, When


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


def around(span: Span, text: str, reach: int = 70) -> Text:
    """The words about a span on its line of the text, the span itself in bold."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - reach)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + reach)
    head, tail = text[start : span.start], text[span.end : end]
    if start and text[start - 1] != "\n":
        head = "…" + (head.partition(" ")[2] or head)
    if end < len(text) and text[end] != "\n":
        tail = (tail.rpartition(" ")[0] or tail) + "…"
    gap_before, gap_after = " " * head[-1:].isspace(), " " * tail[:1].isspace()
    found = Text().append(safe(head) + gap_before, style="dim").append(safe(span.quote), style="bold")
    return found.append(gap_after + safe(tail), style="dim")


def day(value: date | None) -> str:
    """A day in words, such as ``Fri 6 Nov 2020``; a dash where it is unknown."""
    return "—" if value is None else f"{value:%a} {value.day} {value:%b} {value.year}"


def interval(when: When | None) -> str:
    """The days of a time in words, its TIMEX value where it names no day, a dash where there is neither."""
    if when is None or when.start is None:
        return (when and when.value) or "—"
    return days(when.start, when.end or when.start)


def days(first: date, last: date) -> str:
    """The days from one to another, both included: ``27 Sep – 3 Oct 2020``, ``Oct 2020``, ``2020``."""
    if first == last:
        return day(first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if (first.month, last.month) == (1, 12):
            return str(first.year) if last.year == first.year else f"{first.year}–{last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%b} {first.year}"
    start = f"{first.day}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{start}–{last.day} {last:%b} {last.year}"
    start += f" {first:%b}" if first.year == last.year else f" {first:%b} {first.year}"
    return f"{start} – {last.day} {last:%b} {last.year}"


def number(n: int, noun: str) -> str:
    """How many of a thing: ``1 report``, ``2 reports``."""
    return f"{n:,} {noun}{'s' * (n != 1)}"


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


def before_outlet(links: tuple[Link, ...], report: Report | None) -> tuple[Link, ...]:
    """A chain without its last link where that is the report's own outlet, which the page names anyway."""
    outlet = report.outlet if report else None
    return links[:-1] if links and links[-1].name in {None, outlet} else links


def why_of(record: Event | Commitment, reason: str = "") -> Text:
    """Why a record is there: the reason where there is one, the rule that made it, its confidence."""
    text = f"{safe(reason).rstrip('.')} · " if reason else ""
    return Text(f"{text}rule {record.made_by} · confidence {record.confidence:.2f}", style="dim italic")


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


def show(console: Console, page: RenderableType) -> None:
    """Prints a page without the spaces that fill its lines, which only get in the way of pipes and of copying."""
    console.print(Segments(_trimmed(console, page)), end="")


def _trimmed(console: Console, page: RenderableType) -> Iterator[Segment]:
    for line in console.render_lines(page, pad=False):
        segments = list(line)
        while segments and not segments[-1].text.rstrip():
            segments.pop()
        if segments:
            last = segments.pop()
            segments.append(Segment(last.text.rstrip(), last.style, last.control))
        yield from segments
        yield Segment.line()
