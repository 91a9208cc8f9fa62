"""What the SQL stores share: the contract in SQLAlchemy Core, without anything that one database has alone."""

from __future__ import annotations

from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import ColumnElement, and_, delete, func, or_, select

from vedette.errors import NotHeld
from vedette.record import Reading, from_json, to_json
from vedette.store import schema
from vedette.store.base import EventQuery, Found, Held
from vedette.store.rows import record_rows, report_row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from types import TracebackType

    from sqlalchemy import Connection, Engine, Select, Table

_KINDS = {"statement": schema.statements, "event": schema.events, "commitment": schema.commitments}
_LATEST = select(func.max(schema.readings.c.seq)).group_by(schema.readings.c.report).scalar_subquery()


class SqlStore:
    """The contract on a database that SQLAlchemy reaches. A backend adds how it opens and how it explains errors."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def guarded(self) -> AbstractContextManager[None]:
        """Turns the database's errors into a StoreError."""
        raise NotImplementedError

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: all of it is kept, or nothing."""
        with self.guarded(), self.engine.connect() as connection:
            connection = connection.execution_options(vedette_writes=True)
            with connection.begin():
                yield connection

    @contextmanager
    def _seeing(self) -> Iterator[Connection]:
        with self.guarded(), self.engine.connect() as connection:
            yield connection

    def add(self, reading: Reading) -> bool:
        """Keeps a reading; see the contract."""
        body = to_json(reading)
        digest = sha256(body).hexdigest()
        mine = and_(schema.readings.c.report == reading.report.id, schema.readings.c.coder == reading.coder)
        with self.writing() as connection:
            held = connection.execute(select(schema.readings.c.digest).where(mine)).scalar()
            if held == digest:
                return False
            if held is not None:
                connection.execute(delete(schema.readings).where(mine))
            _insert(connection, reading, digest, body)
        return True

    def reports(self) -> tuple[Held, ...]:
        """The reports held; see the contract."""
        counts = [
            select(func.count()).where(table.c.reading == schema.readings.c.seq).scalar_subquery()
            for table in _KINDS.values()
        ]
        r = schema.reports.c
        columns = (r.id, r.source_id, r.title, r.outlet, r.published, r.url, schema.readings.c.coder, *counts)
        with self._seeing() as connection:
            return tuple(Held(*row) for row in connection.execute(_current(*columns)))

    def readings(self, *, declarer: str | None = None) -> Iterator[Reading]:
        """The readings that count; see the contract."""
        query = _current(schema.readings.c.seq)
        if declarer is not None:
            drawn = select(schema.commitments.c.reading).where(schema.commitments.c.country == declarer)
            query = query.where(schema.readings.c.seq.in_(drawn))
        with self._seeing() as connection:
            numbers = connection.execute(query).scalars().all()
        for seq in numbers:  # one at a time: a store may hold more than memory does
            with self._seeing() as connection:
                body = connection.execute(select(schema.readings.c.body).where(schema.readings.c.seq == seq)).scalar()
            if body is not None:
                yield from_json(Reading, body)

    def reading(self, report: str, *, coder: str | None = None) -> Reading:
        """The reading of one report; see the contract."""
        query = select(schema.readings.c.body).where(schema.readings.c.report == report)
        if coder is not None:
            query = query.where(schema.readings.c.coder == coder)
        with self._seeing() as connection:
            body = connection.execute(query.order_by(schema.readings.c.seq.desc()).limit(1)).scalar()
        if body is None:
            message = f"no reading of {report}{f' by {coder}' if coder else ''} is held. Add the report first."
            raise NotHeld(message)
        return from_json(Reading, body)

    def coders(self, report: str) -> tuple[str, ...]:
        """The versions that read a report; see the contract."""
        query = select(schema.readings.c.coder).where(schema.readings.c.report == report)
        with self._seeing() as connection:
            return tuple(connection.execute(query.order_by(schema.readings.c.seq)).scalars())

    def find(self, record: str) -> Found:
        """Where a record stands; see the contract."""
        hits: list[Found] = []
        with self._seeing() as connection:
            query = select(schema.reports.c.id).where(_begins(schema.reports, record)).limit(2)
            hits.extend(Found("report", row.id, row.id) for row in connection.execute(query))
            for kind, table in _KINDS.items():
                query = _located(table).where(_begins(table, record)).distinct().limit(2)
                hits.extend(Found(kind, *row) for row in connection.execute(query))
        exact = [h for h in hits if h.id == record]
        if len(exact or hits) != 1:
            some = ", ".join(h.id for h in hits)
            message = f"several records begin with {record!r}: {some} … Give more of the id." if hits else (
                f"no record {record!r} is held. List what is held, or add its report."
            )  # fmt: skip
            raise NotHeld(message)
        return (exact or hits)[0]

    def events(self, query: EventQuery) -> tuple[Found, ...]:
        """The events that a query asks for; see the contract."""
        e = schema.events.c
        chosen = _located(schema.events).where(e.reading.in_(_LATEST))
        wanted: tuple[ColumnElement[bool] | None, ...] = (
            e.type == query.type if query.type else None,
            e.mode == query.mode if query.mode else None,
            func.coalesce(e.last_day, e.first_day) >= query.since if query.since else None,
            func.coalesce(e.first_day, e.last_day) <= query.until if query.until else None,
        )
        chosen = chosen.where(*(w for w in wanted if w is not None))
        if query.country:
            p = schema.parties.c
            here = select(p.event).where(p.reading == e.reading, p.event == e.id, p.country == query.country)
            chosen = chosen.where(here.exists())
        with self._seeing() as connection:
            rows = connection.execute(chosen.order_by(e.first_day.is_(None), e.first_day, e.id))
            return tuple(Found("event", *row) for row in rows)

    def close(self) -> None:
        """Releases the connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _insert(connection: Connection, reading: Reading, digest: str, body: bytes) -> None:
    row = report_row(reading.report)
    held = connection.execute(select(schema.reports.c.id).where(schema.reports.c.id == row["id"])).scalar()
    if held is None:
        connection.execute(schema.reports.insert().values(row))
    else:  # a later version may have dated it better
        connection.execute(schema.reports.update().where(schema.reports.c.id == row["id"]).values(row))
    new = schema.readings.insert().values(
        report=row["id"], coder=reading.coder, digest=digest, body=body.decode("utf-8")
    )
    seq = connection.execute(new.returning(schema.readings.c.seq)).scalar_one()
    for rows in record_rows(reading, seq):
        if rows.rows:
            connection.execute(rows.table.insert(), list(rows.rows))


def _current(*columns: Any) -> Select[Any]:  # noqa: ANN401  # any columns
    """The readings that count, with their reports, in the order of ``reports``."""
    r = schema.reports.c
    joined = schema.reports.join(schema.readings, schema.readings.c.report == r.id)
    chosen = select(*columns).select_from(joined).where(schema.readings.c.seq.in_(_LATEST))
    return chosen.order_by(r.published.is_(None), r.published, r.id)


def _located(table: Table) -> Select[Any]:
    return select(table.c.id, schema.readings.c.report).join(schema.readings, schema.readings.c.seq == table.c.reading)


def _begins(table: Table, record: str) -> ColumnElement[bool]:
    # A range instead of LIKE, which in SQLite ignores case and goes round the index.
    return or_(table.c.id == record, and_(table.c.id >= record, table.c.id < record + "\uffff"))
