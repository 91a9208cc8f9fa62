"""A reading as a page for a terminal: what the report is, who said what, events, commitments, places, dates, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from vedette.export.terminal.parts import (
    QUAD_STYLES,
    STATUS_STYLES,
    around,
    before_outlet,
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
    why_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.table import Table

    from vedette.record import Commitment, Event, Place, Reading, Report, Span, Statement, When


def reading_page(reading: Reading, *, why: bool = False) -> RenderableType:
    """The page of one report.

    Args:
        reading: what was read.
        why: prints under each event and commitment the rule that made it and its confidence.
    """
    report = reading.report
    places, times = _places(reading), _times(reading)
    sections: tuple[tuple[str, int, list[RenderableType]], ...] = (
        (
            "who said what",
            len(reading.statements),
            [_statement(s, i, report) for i, s in enumerate(reading.statements, 1)],
        ),
        ("events", len(reading.events), [_event(e, report, why) for e in reading.events]),
        ("commitments", len(reading.commitments), [_commitment(c, why) for c in reading.commitments]),
        ("places", places.row_count, [places] if places.row_count else []),
        ("dates", times.row_count, [times] if times.row_count else []),
        (
            "doubts",
            len(reading.doubts),
            [_doubt(d.kind, d.message, [s.quote for s in d.spans]) for d in reading.doubts],
        ),
    )
    parts: list[RenderableType] = [*_head(report), heading("parts"), indented(_parts(report))]
    nothing = [title for title, count, _ in sections if not count and title != "doubts"]
    for title, count, found in sections:
        if count:
            parts += [heading(title, count), *map(indented, found)]
    if nothing:
        parts += [Text(f"\nNothing found: {', '.join(nothing)}.", style="dim")]
    return Group(*parts)


def _head(report: Report) -> Iterator[RenderableType]:
    yield Text(safe(report.title or "Without a title"), style="bold")
    published = report.published
    line = Text(safe(report.outlet) if report.outlet else "outlet not known", style="" if report.outlet else "dim")
    line.append(" · ", style="dim")
    if published.date:
        line.append("published ").append(day(published.date), style="bold")
        line.append(f" ({published.basis})" if published.basis else "", style="dim")
    else:
        line.append("published on a day not known", style="dim")
    yield line
    yield Text(safe(published.reason), style="dim")
    yield Text(f"{report.id} · {len(report.text):,} characters", style="dim")


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


def _statement(statement: Statement, index: int, report: Report) -> RenderableType:
    speaker = statement.speaker
    name = who(speaker) if speaker else _source(statement)
    line = Text().append(f"{index:>2} ", style="dim")
    line.append(name, style="bold")
    line.append(f" {safe(statement.cue.quote)}" if statement.cue else "")
    line.append("" if statement.when is None else f" · {interval(statement.when)}", style="dim")
    line.append(f" · {'direct' if statement.direct else 'mixed' if statement.quoted else 'indirect'}", style="dim")
    words = Text(" … ").join([quoted(span) for span in statement.content])
    rows: list[RenderableType] = [line, Padding(words, (0, 0, 0, 3))]
    links = before_outlet(statement.chain, report)
    if len(links) > 1:
        rows.append(Padding(Text("as told by ", style="dim").append(chain(links[1:])), (0, 0, 0, 3)))
    return Group(*rows)


def _source(statement: Statement) -> str:
    """The name of a source of whom no actor could be made; its words, where it is never named."""
    first = statement.chain[0] if statement.chain and statement.source is not None else None
    words = statement.source.quote if statement.source is not None else "unnamed"
    return safe(first.name if first is not None and first.name is not None else words)


def _event(event: Event, report: Report, why: bool) -> RenderableType:
    line = Text().append(f"{event.type}{f' {event.mode}' if event.mode else ''}", style=QUAD_STYLES.get(event.quad, ""))
    line.append(f" · {event.assertion}", style=STATUS_STYLES.get(event.assertion, ""))
    line.append(f" · {interval(event.when)}" if event.when else "", style="dim")
    sides = whom(event.actors) if event.actors else "by whom is not said"
    sides += f" → {whom(event.recipients)}" if event.recipients else ""
    sides += f" · at {where(event.where)}" if event.where else ""
    words = quoted(event.anchor)
    for magnitude in event.magnitudes:
        words.append(f" · {figure(magnitude)} {magnitude.kind} ").append(quoted(magnitude.span, 60))
    links = before_outlet(event.attribution, report)
    if links:
        words.append(" · says ", style="dim").append(chain(links))
    for also in event.also:
        words.append(" · also ", style="dim").append(chain(before_outlet(also, report)))
    rows = [Text(sides), words, around(event.anchor, report.text), *([why_of(event)] if why else [])]
    return Group(line, *map(indented, rows))


def _commitment(commitment: Commitment, why: bool) -> RenderableType:
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
    if why:
        rows.append(indented(why_of(commitment)))
    return Group(*rows)


def _places(reading: Reading) -> Table:
    made = table("place", "what", "country", "nearest border", ratios=(28, 12, 22, 36))
    alike: dict[tuple[str, str], list[Place]] = {}
    for place in reading.places:
        alike.setdefault((place.span.quote.lower(), place.role), []).append(place)
    for (_, role), found in alike.items():
        best = found[0].best
        country = ", ".join(filter(None, [best.country, best.admin1])) if best else "not in the gazetteer"
        what = best.kind if best and role == "place" else role
        made.add_row(
            _times_over(found[0].span, len(found)), Text(what, style="dim"), Text(safe(country) or "—"),
            Text(border(found[0])),
        )  # fmt: skip
    return made


def _times(reading: Reading) -> Table:
    made = table("words", "means", "value", "how", ratios=(24, 24, 16, 34))
    alike: dict[tuple[str, str | None, str], list[When]] = {}
    for when in reading.times:
        alike.setdefault((when.span.quote.lower(), when.value, when.reason), []).append(when)
    for (_, value, reason), found in alike.items():
        means = interval(found[0]) if found[0].start else "—"
        made.add_row(
            _times_over(found[0].span, len(found)), Text(means), Text(value or "—", style="dim"),
            Text(short(reason, 90), style="dim"),
        )  # fmt: skip
    return made


def _times_over(span: Span, count: int) -> Text:
    """The words, and how often they stand in the text."""
    return Text(safe(span.quote)).append(f" ×{count}" if count > 1 else "", style="dim")


def _doubt(kind: str, message: str, quotes: list[str]) -> RenderableType:
    line = Text().append(f"{kind.replace('_', ' ')}: ", style="bold magenta")
    line.append(safe(message))
    for quote in quotes:
        line.append(f" “{short(quote, 60)}”", style="dim")
    return line
