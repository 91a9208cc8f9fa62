"""Bad input is normal: each gets a message that names file and line, and loses nothing else."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.errors import EmptyInput, InputError, MalformedRecord, NotText, TooLarge
from vedette.record.raw import Raw
from vedette.sources import read_inputs
from vedette.sources.files import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Shells fell near Orvash.\n\nThe ministry said on Friday that it had protested."
TODAY = date(2024, 5, 1)


def read(path: Path | str, data: bytes | None = None) -> list[Raw | InputError]:
    if data is not None:
        assert not isinstance(path, str)
        path.write_bytes(data)
    return list(read_inputs([str(path)], TODAY))


def only_error(found: list[Raw | InputError]) -> InputError:
    assert len(found) == 1
    assert isinstance(found[0], InputError)
    return found[0]


def only_raw(found: list[Raw | InputError]) -> Raw:
    assert len(found) == 1
    assert isinstance(found[0], Raw)
    return found[0]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", "\ufeff \n".encode()])
def test_empty(tmp_path: Path, data: bytes) -> None:
    error = only_error(read(tmp_path / "a.txt", data))
    assert isinstance(error, EmptyInput)
    assert "a.txt" in str(error)


def test_twenty_megabytes(tmp_path: Path) -> None:
    error = only_error(read(tmp_path / "big.txt", b"Shells fell. " * (20 * 1024 * 1024 // 13)))
    assert isinstance(error, TooLarge)
    assert "JSON lines" in error.hint


@pytest.mark.parametrize(
    "data", [b"Shells\0fell near the border", b"\x7fELF\x02\x01\x01" + bytes(200), bytes(range(256)) * 9]
)
def test_binary(tmp_path: Path, data: bytes) -> None:
    assert isinstance(only_error(read(tmp_path / "a.txt", data)), NotText)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "The café in Besançon was hit, the mayor said; “no”." if encoding not in {"latin-1"} else "The café was hit."
    assert only_raw(read(tmp_path / "a.txt", text.encode(encoding))).data == text


def test_directory(tmp_path: Path) -> None:
    error = only_error(read(tmp_path))
    assert "a directory" in str(error)
    assert "*.txt" in error.hint


def test_missing_file(tmp_path: Path) -> None:
    assert "no such file" in str(only_error(read(tmp_path / "absent.txt", None)))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[1, 2]", "not an object but a list"),
        ("7", "not an object but a number"),
        ("null", "not an object but null"),
        ('{"title": "x"}', "text"),
        ('{"text": 5}', "text"),
        ('{"text": "x", "title": ["a"]}', "title"),
        ("{oops", "not JSON"),
        ('{"text": "x", "published": "last week"}', "no date"),
        ('{"text": "x", "published": "2091-01-01"}', "future"),
        ('{"text": "a\\u0000b"}', "NUL"),
    ],
)
def test_bad_line_names_its_line_and_loses_no_other(tmp_path: Path, line: str, words: str) -> None:
    good = json.dumps({"text": TEXT, "id": 3, "published": "1987-06-05", "outlet": "Orvash Post", "extra": True})
    found = read(tmp_path / "r.jsonl", f"{good}\n{line}\n\n{good}\n".encode())
    assert [type(f) for f in found] == [Raw, MalformedRecord, Raw]
    error, raw = found[1], found[2]
    assert isinstance(error, InputError)
    assert isinstance(raw, Raw)
    assert error.line == 2
    assert "r.jsonl:2" in str(error)
    assert words in str(error)
    assert (raw.line, raw.id, raw.published, raw.outlet) == (4, "3", date(1987, 6, 5), "Orvash Post")


def test_line_over_the_limit_loses_no_other(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT}).encode()
    found = read(tmp_path / "r.jsonl", good + b"\n" + b"x" * (2 * MAX_BYTES + 5) + b"\n" + good)
    assert [type(f) for f in found] == [Raw, TooLarge, Raw]
    assert [f.line for f in found] == [1, 2, 3]


def test_html_is_told_by_suffix_and_by_tag(tmp_path: Path) -> None:
    page = b"<html><body><p>Shells fell.</p></body></html>"
    assert only_raw(read(tmp_path / "a.html", page)).kind == "html"
    assert only_raw(read(tmp_path / "a.txt", page)).kind == "html"
    assert only_raw(read(tmp_path / "b.txt", b"1 < 2, the minister said.")).kind == "text"


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (TEXT.encode(), ["text"]),
        (json.dumps({"text": TEXT}).encode() + b"\n" + json.dumps({"text": TEXT}).encode(), ["text", "text"]),
        (b"{ he said, in a brace } and went", ["text"]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, kinds: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = list(read_inputs(["-"], TODAY))
    assert [f.kind for f in found if isinstance(f, Raw)] == kinds
    assert all(isinstance(f, Raw) and f.source == "-" for f in found)


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_report_or_an_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    for name in ("a.txt", "a.jsonl"):
        path = tmp_path_factory.mktemp("any") / name
        path.write_bytes(data)
        for found in read_inputs([str(path)], TODAY):
            assert isinstance(found, Raw | InputError)
            if isinstance(found, Raw):
                assert found.data.strip()
                assert "\0" not in found.data
