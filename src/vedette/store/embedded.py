"""The embedded store: one SQLite file, written ahead (WAL), through SQLAlchemy Core."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from vedette.errors import StoreError
from vedette.store.schema import HEAD
from vedette.store.sql import SqlStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

MAGIC = b"SQLite format 3\x00"
"""The first bytes of every SQLite 3 file (its file format, section 1.3)."""
BUSY_SECONDS = 60
"""How long a writer waits for another one: a transaction keeps one reading, so a few milliseconds are the rule."""


class EmbeddedStore(SqlStore):
    """A store in one SQLite file. Several processes may write at once: each transaction waits for its turn."""

    def __init__(self, path: Path) -> None:
        self.path = path
        _check_file(path)
        self._new = not path.exists()
        with _explained(path):
            super().__init__(_engine(path))
            try:
                self._make_ready()
            except BaseException:
                self.engine.dispose()
                raise

    def _make_ready(self) -> None:
        with self.engine.connect() as connection:
            found = _version(connection)
        if found == HEAD:
            return
        if found is not None and found > HEAD:
            message = (
                f"{self.path}: the store has schema {found}, this Vedette knows up to {HEAD}. "
                "Install a newer Vedette, or name another file."
            )
            raise StoreError(message)
        with self.writing() as connection:
            if _version(connection) is None and inspect(connection).get_table_names():
                message = f"{self.path}: a database, but not one of Vedette's. Name another file."
                raise StoreError(message)
            _upgrade(connection)

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Turns what the database says into a StoreError with what to do next."""
        with _explained(self.path):
            yield


def _check_file(path: Path) -> None:
    if path.is_dir():
        message = f"{path}: a folder. Name a file in it, such as {path / 'vedette.sqlite'}."
        raise StoreError(message)
    if not path.parent.is_dir():
        message = f"{path}: there is no folder {path.parent}. Make it, or name another file."
        raise StoreError(message)
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}). Check who may read it, or name another file."
        raise StoreError(message) from error
    if head and head != MAGIC:
        message = f"{path}: no SQLite database. Name another file; this one was left as it is."
        raise StoreError(message)


def _engine(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}", poolclass=QueuePool, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}
    )

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:  # noqa: ANN401  # the driver's connection
        connection.isolation_level = None  # the driver must not begin transactions of its own
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes its turn at once: a lock that is upgraded half-way fails instead of waiting.
        writes = connection.get_execution_options().get("vedette_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _version(connection: Connection) -> str | None:
    if "alembic_version" not in inspect(connection).get_table_names():
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _upgrade(connection: Connection) -> None:
    # Imported here: only a new or an old store needs Alembic, and every command opens one.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = str(getattr(error, "orig", None) or error)
        hints = {
            "readonly": "It, or its folder, is read-only: name a file in a folder that can be written.",
            "unable to open": f"Check that {path.parent} can be written, or name another file.",
            "locked": "Another program holds it: try again when that is done.",
            "full": "The disk is full: make room and try again; what was added before is kept.",
            "malformed": "The file is damaged: restore a copy, or add the reports to a new file.",
            "not a database": "Name another file; this one was left as it is.",
        }
        hint = next((h for key, h in hints.items() if key in cause), "Check the file and the disk, then try again.")
        message = f"{path}: {cause}. {hint}"
        raise StoreError(message) from error
