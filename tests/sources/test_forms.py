"""Each form of input is taken for what it is; documents are refused with the way to their text."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.errors import EmptyInput, InputError, MalformedRecord, NotText
from vedette.record.raw import Raw
from vedette.sources import read_inputs
from vedette.sources.forms import looks_like_mail

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Shells fell near Orvash.\n\nThe ministry said on Friday that it had protested."
TODAY = date(2024, 5, 1)
MAIL = (
    "Received: from mx.example.org by in.example.net;\n\tTue, 15 Mar 2011 08:12:01 +0000\n"
    "From: Desk <desk@example.org>\nDate: Tue, 15 Mar 2011 08:11:59 +0000\nSubject: Re: Fwd: Shells near Orvash\n"
    "Message-ID: <17@example.org>\nContent-Type: text/plain; charset=utf-8\n"
    "Content-Transfer-Encoding: quoted-printable\n\n"
    "Shells fell near Orvash. The ministry said on Friday that it =\nhad protested.\n\n-- \nDesk\nTo leave, write\n"
)


def read(path: Path, data: bytes | str) -> list[Raw | InputError]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_inputs([str(path)], TODAY))


def raws(found: list[Raw | InputError]) -> list[Raw]:
    assert [x for x in found if not isinstance(x, Raw)] == []
    return [x for x in found if isinstance(x, Raw)]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("name", ["a.json", "a.txt"])
def test_json_array(tmp_path: Path, indent: int | None, name: str) -> None:
    records = [{"text": TEXT, "title": "One", "published": "2024-04-30"}, {"text": TEXT + " Two."}]
    found = raws(read(tmp_path / name, json.dumps(records, indent=indent)))
    assert [(r.line, r.title, r.published) for r in found] == [(1, "One", date(2024, 4, 30)), (2, None, None)]


@pytest.mark.parametrize("indent", [None, 2])
def test_one_json_object(tmp_path: Path, indent: int | None) -> None:
    (raw,) = raws(read(tmp_path / "a.json", json.dumps({"text": TEXT, "outlet": "Post"}, indent=indent)))
    assert (raw.data, raw.outlet) == (TEXT, "Post")


def test_a_bad_entry_of_an_array_loses_no_other(tmp_path: Path) -> None:
    bad, good = read(tmp_path / "a.json", json.dumps([{"title": "no text"}, {"text": TEXT}]))
    assert isinstance(bad, MalformedRecord)
    assert "a.json:1: Object missing required field `text`" in str(bad)
    assert isinstance(good, Raw)


@pytest.mark.parametrize(("data", "kind"), [("[]", EmptyInput), ("[1,", MalformedRecord), ("3", MalformedRecord)])
def test_json_without_reports(tmp_path: Path, data: str, kind: type[InputError]) -> None:
    (error,) = read(tmp_path / "a.json", data)
    assert isinstance(error, kind)


def test_text_that_opens_with_a_bracket_is_text(tmp_path: Path) -> None:
    (raw,) = raws(read(tmp_path / "a.txt", "[Orvash Post] " + TEXT))
    assert raw.data.startswith("[Orvash Post]")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_table(tmp_path: Path, separator: str) -> None:
    quoted = '"' + TEXT.replace("ministry", 'ministry, ""for once"",') + '"'
    table = "\ufeff" + separator.join(["ID", "Text", "published", "note"]) + "\r\n"
    table += separator.join(["7", quoted, "2024-04-30", "x"]) + "\r\n" + separator.join(["8", "", "", ""]) + "\r\n"
    first, second = read(tmp_path / "a.csv", table)
    assert isinstance(first, Raw)
    assert (first.id, first.published, first.line) == ("7", date(2024, 4, 30), 4)
    assert 'ministry, "for once", said' in first.data
    assert isinstance(second, EmptyInput)
    assert "a.csv:5" in str(second)


@pytest.mark.parametrize("column", ["published", "Date", "published_at", "pubdate"])
def test_day_of_a_table(tmp_path: Path, column: str) -> None:
    (raw,) = raws(read(tmp_path / "a.csv", f"text,{column}\n{TEXT.strip()!r},2024-04-30\n".replace("'", '"')))
    assert raw.published == date(2024, 4, 30)


def test_published_goes_before_date(tmp_path: Path) -> None:
    table = "date,text,published\n2024-04-29,Shells fell.,2024-04-30\n2024-04-29,Shells fell.,\n,Shells fell.,\n"
    found = [raw.published for raw in raws(read(tmp_path / "a.csv", table))]
    assert found == [date(2024, 4, 30), date(2024, 4, 29), None]


@pytest.mark.parametrize(
    ("table", "words"),
    [("a,b\n1,2\n", 'without a column "text"'), ("text\n", "without rows"), ('text\n"a"b\n', "no table")],
)
def test_what_is_no_table_of_reports(tmp_path: Path, table: str, words: str) -> None:
    (error,) = read(tmp_path / "a.csv", table)
    assert isinstance(error, InputError)
    assert words in str(error)


@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
def test_mail(tmp_path: Path, name: str) -> None:
    (raw,) = raws(read(tmp_path / name, MAIL))
    assert (raw.title, raw.published, raw.id) == ("Shells near Orvash", date(2011, 3, 15), "17@example.org")
    assert raw.data == "Shells fell near Orvash. The ministry said on Friday that it had protested."
    assert raw.outlet is None, "who sends is not who publishes"


def test_mail_in_html_and_without_text(tmp_path: Path) -> None:
    head = "From: a@example.org\nDate: soon\nSubject: x\nContent-Type: "
    (raw,) = raws(read(tmp_path / "a.eml", head + "text/html\n\n<p>Shells fell.</p>\n"))
    assert (raw.kind, raw.published) == ("html", None)
    (error,) = read(tmp_path / "b.eml", head + "image/png\nContent-Transfer-Encoding: base64\n\niVBOR\n")
    assert isinstance(error, EmptyInput)
    (error,) = read(tmp_path / "c.eml", head + "text/plain; charset=none-such\n\nShells fell.\n")
    assert isinstance(error, InputError | Raw)


@pytest.mark.parametrize(
    "text", ["From: the border\nShells fell.", "Subject: x\nDate: y\n\n" + TEXT, "", "From here on: nothing", TEXT]
)
def test_no_mail(text: str) -> None:
    assert not looks_like_mail(text)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\n", "pdftotext"),
        (b"PK\x03\x04rest", "plain text"),
        (b"{\\rtf1 Shells fell.}", "plain text"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"SQLite format 3\0", "vedette dossier"),
    ],
)
def test_documents_are_refused_with_the_way_to_their_text(tmp_path: Path, data: bytes, words: str) -> None:
    (error,) = read(tmp_path / "a.bin", data)
    assert isinstance(error, NotText)
    assert words in error.hint


def test_pattern_that_fits_no_name(tmp_path: Path) -> None:
    (error,) = read_inputs([str(tmp_path / "*.txt")], TODAY)
    assert "No name fits this pattern" in str(error)


@given(st.binary(max_size=200), st.sampled_from(["a.json", "a.csv", "a.tsv", "a.eml", "a.txt"]))
def test_any_bytes_give_reports_or_errors(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    for start in (b"", b"From: a\nDate: b\nSubject: c\n", b"text,id\n", b"[{"):
        found = read(tmp_path_factory.mktemp("any") / name, start + data)
        assert all(isinstance(x, Raw | InputError) for x in found)
