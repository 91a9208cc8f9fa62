"""A reading as rows to query by: the key columns of its records. The whole of it is kept as JSON beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vedette.store import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

    from vedette.record import Actor, Commitment, Event, Reading, Report, Statement

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows for one table."""

    table: Table
    rows: tuple[Row, ...]


def report_row(report: Report) -> Row:
    """The row of a report."""
    return {
        "id": report.id, "source_id": report.source_id, "title": report.title, "outlet": report.outlet,
        "published": report.published.date, "published_basis": report.published.basis, "url": report.url,
        "language": report.language,
    }  # fmt: skip


def record_rows(reading: Reading, seq: int) -> tuple[Rows, ...]:
    """The rows of the records of a reading; the table of each, in an order that keeps references whole."""
    return (
        Rows(schema.statements, tuple(_once(_statement(s, seq) for s in reading.statements))),
        Rows(schema.events, tuple(_once(_event(e, seq) for e in reading.events))),
        Rows(
            schema.parties, tuple(row for e in {e.id: e for e in reading.events}.values() for row in _parties(e, seq))
        ),
        Rows(schema.commitments, tuple(_once(_commitment(c, seq) for c in reading.commitments))),
    )


def _once(rows: Iterator[Row]) -> Iterator[Row]:
    seen: set[str] = set()
    for row in rows:
        if row["id"] not in seen:
            seen.add(row["id"])
            yield row


def _statement(s: Statement, seq: int) -> Row:
    return {
        "reading": seq, "id": s.id, "start": s.content[0].start if s.content else 0,
        "speaker": s.speaker.name if s.speaker else None, "country": s.speaker.country if s.speaker else None,
        "direct": int(s.direct),
    }  # fmt: skip


def _event(e: Event, seq: int) -> Row:
    best = e.where.best if e.where else None
    border = e.where.border if e.where else None
    return {
        "reading": seq, "id": e.id, "start": e.anchor.start, "type": e.type, "mode": e.mode, "assertion": e.assertion,
        "first_day": e.day, "last_day": e.when.end if e.when else None,
        "place": e.where.toponym if e.where else None, "country": best.country if best else None,
        "lat": best.lat if best else None, "lon": best.lon if best else None,
        "border": border.name if border else None, "border_km": border.km if border else None,
        "deaths": _best(e, "deaths"), "injuries": _best(e, "injuries"),
    }  # fmt: skip


def _best(e: Event, kind: str) -> int | None:
    return next((m.best for m in e.magnitudes if m.kind == kind), None)


def _parties(e: Event, seq: int) -> Iterator[Row]:
    roles: tuple[tuple[str, tuple[Actor, ...]], ...] = (("actor", e.actors), ("recipient", e.recipients))
    for role, actors in roles:
        for i, a in enumerate(actors):
            yield {
                "reading": seq, "event": e.id, "role": role, "place": i, "name": a.name, "country": a.country,
                "actor": a.id,
            }  # fmt: skip


def _commitment(c: Commitment, seq: int) -> Row:
    return {
        "reading": seq, "id": c.id, "start": c.content.start, "form": c.form,
        "declarer": c.declarer.name if c.declarer else None, "country": c.declarer.country if c.declarer else None,
        "protects": c.protects.kind if c.protects else None, "day": c.when.start if c.when else None,
        "specificity": c.specificity,
    }  # fmt: skip
