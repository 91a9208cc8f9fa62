"""A reading as a page for a terminal: what the report is, who said what, events, commitments, places, dates, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from vedette.export.terminal.parts import (
    QUAD_STYLES,
    STATUS_STYLES,
    border,
    chain,
    day,
    figure,
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
    from collections.abc import Iterator

    from rich.console import RenderableType

    from vedette.record import Commitment, Event, Reading, Report, Statement


def reading_page(reading: Reading) -> RenderableType:
    """The page of one report."""
    parts: list[RenderableType] = [*_head(reading.report), heading("parts"), indented(_parts(reading.report))]
    sections = (
        ("who said what", [_statement(s, i) for i, s in enumerate(reading.statements, 1)]),
        ("events", list(map(_event, reading.events))),
        ("commitments", list(map(_commitment, reading.commitments))),
        ("places", [_places(reading)] if reading.places else []),
        ("dates", [_times(reading)] if reading.times else []),
        ("doubts", [_doubt(d.kind, d.message, [s.quote for s in d.spans]) for d in reading.doubts]),
    )
    counts = {
        "who said what": len(reading.statements), "events": len(reading.events), "dates": len(reading.times),
        "commitments": len(reading.commitments), "places": len(reading.places), "doubts": len(reading.doubts),
    }  # fmt: skip
    for title, found in sections:
        if title == "doubts" and not found:
            continue
        parts.append(heading(title, counts[title]))
        parts.extend(map(indented, found or [Text("none found", style="dim")]))
    return Group(*parts)


def _head(report: Report) -> Iterator[RenderableType]:
    yield Text(safe(report.title or "Without a title"), style="bold")
    published = report.published
    line = Text(safe(report.outlet) if report.outlet else "outlet not known", style="" if report.outlet else "dim")
    line.append(" · published ")
    line.append(
        day(published.date) if published.date else "on a day not known", style="bold" if published.date else "dim"
    )
    if published.basis:
        line.append(f" ({published.basis})", style="dim")
    yield line
    yield Text(safe(published.reason), style="dim")
    yield Text(f"{report.id}  {len(report.text):,} characters", style="dim")


def _parts(report: Report) -> RenderableType:
    made = table("", "", ratios=(0, 1))
    made.show_header = False
    made.columns[0].width = 12
    paragraphs = sum(z.kind == "body" for z in report.zones)
    seen_body = False
    for zone in report.zones:
        if zone.kind != "body":
            made.add_row(Text(zone.kind, style="bold"), Text(short(zone.span.quote, 82)))
        elif not seen_body:
            seen_body = True
            made.add_row(
                Text("body", style="bold"), Text(f"{paragraphs} paragraph{'s' * (paragraphs != 1)}", style="dim")
            )
    return made


def _statement(statement: Statement, number: int) -> RenderableType:
    speaker = statement.speaker
    name = who(speaker) if speaker else safe(statement.speaker_span.quote) if statement.speaker_span else "unnamed"
    line = Text(f"{number:>2} ", style="dim")
    line.append(name, style="bold")
    line.append(f" {safe(statement.cue.quote)}" if statement.cue else "")
    line.append("" if statement.when is None else f" · {interval(statement.when)}", style="dim")
    words = Text()
    for i, span in enumerate(statement.content):
        words.append(" … " if i else "")
        words.append(quoted(span))
    tail = Text()
    tail.append("direct" if statement.direct else "mixed" if statement.quoted else "indirect", style="dim")
    tail.append(" · ", style="dim")
    tail.append(chain(statement.chain))
    return Group(line, Padding(words, (0, 0, 0, 3)), Padding(tail, (0, 0, 0, 3)))


def _event(event: Event) -> RenderableType:
    line = Text(f"{event.type}{f' {event.mode}' if event.mode else ''}", style=QUAD_STYLES.get(event.quad, ""))
    line.append(f"  {event.assertion}", style=STATUS_STYLES.get(event.assertion, "") or "none")
    line.append(f"  {interval(event.when)}" if event.when else "", style="dim")
    sides = Text(whom(event.actors))
    sides.append(f" → {whom(event.recipients)}" if event.recipients else "")
    sides.append(f" · at {where(event.where)}" if event.where else "")
    words = quoted(event.anchor)
    for magnitude in event.magnitudes:
        words.append(f" · {figure(magnitude)} {magnitude.kind} ").append(quoted(magnitude.span, 60))
    words.append(" · ", style="dim").append(chain(event.attribution))
    return Group(line, indented(sides), indented(words))


def _commitment(commitment: Commitment) -> RenderableType:
    line = Text(commitment.form.replace("_", " "), style="bold red" if "line" in commitment.form else "bold yellow")
    declarer = commitment.declarer
    line.append(f"  {who(declarer)}" if declarer else "  by whom is not said", style="bold" if declarer else "dim")
    line.append(f" · {interval(commitment.when)}" if commitment.when else "", style="dim")
    rows: list[RenderableType] = [line, indented(quoted(commitment.content))]
    slots = (
        ("protects", commitment.protects and (commitment.protects.kind, commitment.protects.span)),
        ("trigger", commitment.trigger and (commitment.trigger.status, commitment.trigger.span)),
        ("demand", commitment.demand and (commitment.demand.kind, commitment.demand.span)),
        ("consequence", commitment.consequence and (commitment.consequence.kind, commitment.consequence.span)),
        ("deadline", commitment.deadline and (interval(commitment.deadline), commitment.deadline.span)),
    )
    for name, slot in slots:
        if slot:
            row = Text(f"{name} ", style="dim")
            row.append(slot[0].replace("_", " ") + " ", style="")
            row.append(quoted(slot[1], 120) if slot[1] else Text("(inferred)", style="dim"))
            rows.append(indented(row))
    return Group(*rows)


def _places(reading: Reading) -> RenderableType:
    made = table("place", "what", "country", "nearest border", ratios=(26, 12, 22, 34))
    seen: set[tuple[str, str]] = set()
    for place in reading.places:
        key = (place.span.quote.lower(), place.role)
        if key in seen:
            continue
        seen.add(key)
        best = place.best
        country = ", ".join(filter(None, [best.country, best.admin1])) if best else "not in the gazetteer"
        what = best.kind if best and place.role == "place" else place.role
        made.add_row(
            Text(safe(place.span.quote)), Text(what, style="dim"), Text(safe(country) or "—"), Text(border(place))
        )
    return made


def _times(reading: Reading) -> RenderableType:
    made = table("words", "means", "value", "how", ratios=(22, 24, 18, 32))
    for when in reading.times:
        made.add_row(
            Text(safe(when.span.quote)), Text(interval(when)), Text(f"{when.type} {when.value or '—'}", style="dim"),
            Text(short(when.reason, 90), style="dim"),
        )  # fmt: skip
    return made


def _doubt(kind: str, message: str, quotes: list[str]) -> RenderableType:
    line = Text(f"{kind.replace('_', ' ')}: ", style="bold magenta")
    line.append(safe(message))
    for quote in quotes:
        line.append(f" “{short(quote, 60)}”", style="dim")
    return line
