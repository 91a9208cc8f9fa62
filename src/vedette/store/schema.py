"""The tables, as SQLAlchemy sees them; ``migrations`` makes them. Only types that SQLite and PostgreSQL share."""

from __future__ import annotations

from sqlalchemy import Column, Date, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

HEAD = "0001"
"""The newest migration that this version knows."""

metadata = MetaData()

reports = Table(
    "reports", metadata,
    Column("id", String, primary_key=True),
    Column("source_id", String),
    Column("title", Text),
    Column("outlet", String),
    Column("published", Date, index=True),
    Column("published_basis", String),
    Column("url", Text),
    Column("language", String),
)  # fmt: skip

readings = Table(
    "readings", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False),
    Column("coder", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("report", "coder", name="one_reading_a_version"),
)  # fmt: skip

statements = Table(
    "statements", metadata,
    Column("reading", Integer, ForeignKey("readings.seq", ondelete="CASCADE"), primary_key=True),
    Column("id", String, primary_key=True, index=True),
    Column("start", Integer, nullable=False),
    Column("speaker", String),
    Column("country", String, index=True),
    Column("direct", Integer, nullable=False),
)  # fmt: skip

events = Table(
    "events", metadata,
    Column("reading", Integer, ForeignKey("readings.seq", ondelete="CASCADE"), primary_key=True),
    Column("id", String, primary_key=True, index=True),
    Column("start", Integer, nullable=False),
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("assertion", String, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("place", String),
    Column("country", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("border", String),
    Column("border_km", Float),
    Column("deaths", Integer),
    Column("injuries", Integer),
    Index("events_by_type_and_day", "type", "first_day"),
)  # fmt: skip

parties = Table(
    "parties", metadata,
    Column("reading", Integer, ForeignKey("readings.seq", ondelete="CASCADE"), primary_key=True),
    Column("event", String, primary_key=True),
    Column("role", String, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("country", String, index=True),
    Column("actor", String),
)  # fmt: skip

commitments = Table(
    "commitments", metadata,
    Column("reading", Integer, ForeignKey("readings.seq", ondelete="CASCADE"), primary_key=True),
    Column("id", String, primary_key=True, index=True),
    Column("start", Integer, nullable=False),
    Column("form", String, nullable=False),
    Column("declarer", String),
    Column("country", String, index=True),
    Column("protects", String),
    Column("day", Date),
    Column("specificity", Integer),
)  # fmt: skip
