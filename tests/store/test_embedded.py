"""What the embedded store has of its own: the file."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tests.factories import ReadingMaker
from vedette.errors import StoreError
from vedette.store import open_store
from vedette.store.embedded import EmbeddedStore
from vedette.store.schema import HEAD, metadata


def test_the_migrations_make_the_schema(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "a.sqlite") as store, store.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == HEAD


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Patrol notes, not a database at all.\n", encoding="utf-8")
    with pytest.raises(StoreError, match="no SQLite database"):
        open_store(path)
    assert path.read_text(encoding="utf-8").startswith("Patrol notes")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE stamps (id INTEGER)")
    connection.close()
    with pytest.raises(StoreError, match="not one of Vedette's"):
        open_store(path)
    with sqlite3.connect(path) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    connection.close()
    assert names == ["stamps"]


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    open_store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreError, match="Install a newer Vedette"):
        open_store(path)


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    path.touch()
    with open_store(path) as store:
        assert store.reports() == ()


@pytest.mark.parametrize(
    ("where", "words"),
    [(".", "a folder"), ("nowhere/store.sqlite", "there is no folder"), ("postgresql://host/db", "no kind of store")],
)
def test_places_where_no_store_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, words: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=words):
        open_store(where)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="can be written"):
            open_store(tmp_path / "store.sqlite")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_folder_where_nobody_can_make_a_file() -> None:
    with pytest.raises(StoreError, match="can be written"):
        open_store("/proc/store.sqlite")


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "torn.sqlite"
    open_store(path).close()
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 3000)
    with pytest.raises(StoreError, match=r"torn\.sqlite"):
        open_store(path)


WRITER = """
import sys
sys.path.insert(0, {root!r})
from tests.factories import ReadingMaker
from vedette.store import open_store
with open_store({path!r}) as store:
    for i in range(100000):
        store.add(ReadingMaker("Shells fell.", None, f"Paper {{i}}").reading())
        print(i, flush=True)
"""


def test_an_interrupted_writer_loses_nothing_it_had_added(tmp_path: Path) -> None:
    path = str(tmp_path / "store.sqlite")
    script = WRITER.format(root=str(Path.cwd()), path=path)
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as writer:
        assert writer.stdout is not None
        seen = [writer.stdout.readline() for _ in range(5)]
        writer.send_signal(signal.SIGINT)
        added = len(seen) + len(writer.stdout.read().splitlines())
    with open_store(path) as store:
        assert len(store.reports()) >= added
        assert store.add(ReadingMaker("Shells fell.", None, "Paper 0").reading()) is False
