"""Reports, their readings as JSON, and rows for statements, events, parties and commitments to query by."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _of_reading() -> sa.Column[int]:
    return sa.Column("reading", sa.Integer, sa.ForeignKey("readings.seq", ondelete="CASCADE"), primary_key=True)


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String, primary_key=True, index=True)


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "reports",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("source_id", sa.String),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.String),
        sa.Column("published", sa.Date, index=True),
        sa.Column("published_basis", sa.String),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.String),
    )
    op.create_table(
        "readings",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("report", sa.String, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("coder", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("report", "coder", name="one_reading_a_version"),
    )
    op.create_table(
        "statements",
        _of_reading(),
        _id(),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("speaker", sa.String),
        sa.Column("country", sa.String, index=True),
        sa.Column("direct", sa.Integer, nullable=False),
    )
    _make_events()
    op.create_table(
        "commitments",
        _of_reading(),
        _id(),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("form", sa.String, nullable=False),
        sa.Column("declarer", sa.String),
        sa.Column("country", sa.String, index=True),
        sa.Column("protects", sa.String),
        sa.Column("day", sa.Date),
        sa.Column("specificity", sa.Integer),
    )


def _make_events() -> None:
    op.create_table(
        "events",
        _of_reading(),
        _id(),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("mode", sa.String),
        sa.Column("assertion", sa.String, nullable=False),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("place", sa.String),
        sa.Column("country", sa.String),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("border", sa.String),
        sa.Column("border_km", sa.Float),
        sa.Column("deaths", sa.Integer),
        sa.Column("injuries", sa.Integer),
    )
    op.create_index("events_by_type_and_day", "events", ["type", "first_day"])
    op.create_table(
        "parties",
        _of_reading(),
        sa.Column("event", sa.String, primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("country", sa.String, index=True),
        sa.Column("actor", sa.String),
    )


def downgrade() -> None:
    """Drops the tables."""
    for table in ("commitments", "parties", "events", "statements", "readings", "reports"):
        op.drop_table(table)
