"""Reports in files: text, web pages, e-mail, JSON, tables; one bad input loses nothing else."""

from __future__ import annotations

import io
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, cast

from vedette.errors import EmptyInput, InputError, MalformedRecord, TooLarge
from vedette.record.raw import Raw
from vedette.sources.decode import decode
from vedette.sources.forms import json_of, looks_like_html, looks_like_mail, opens_as_object, refuse_documents
from vedette.sources.lines import REPORT_FORM, parse_line, raw_of
from vedette.sources.lists import csv_reports, json_reports
from vedette.sources.mail import mail_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from typing import BinaryIO

MAX_BYTES = 8 * 1024 * 1024
"""A report larger than this is refused: the longest news reports are a hundredth of it, and memory stays bounded."""

MAX_LIST_BYTES = 8 * MAX_BYTES
"""An array or a table larger than this is refused, since it is held whole; JSON lines have no limit."""

_JSON_LINES = {".jsonl", ".ndjson"}
_LISTS = {".json", ".csv", ".tsv"}
_HTML = {".html", ".htm", ".xhtml"}


def read_inputs(paths: Iterable[str], today: date | None = None) -> Iterator[Raw | InputError]:
    """The raw reports of files, in order; in the place of one that cannot be read, the error.

    Args:
        paths: file names; ``-`` is standard input. JSON lines are told by their suffix or their first line; JSON by its
            suffix or by being JSON from ``[`` or ``{`` on; tables by their suffix; HTML and e-mail by their suffix or
            by how they open; all else is plain text.
        today: a ``published`` after the day that follows it is an error; None to take any date.
    """
    for path in paths:
        try:
            if path == "-":
                yield from _stream(sys.stdin.buffer, "-", None, today)
            else:
                yield from _file(path, today)
        except InputError as error:
            yield error
        except OSError as error:
            yield _os_error(path, error)


def _file(path: str, today: date | None) -> Iterator[Raw | InputError]:
    file = Path(path)
    if file.is_dir():
        raise InputError("a directory.", path, hint=f"Name the files in it: {path.rstrip('/')}/*.txt")
    with file.open("rb") as stream:
        yield from _stream(stream, path, file.suffix.lower(), today)


def _os_error(path: str, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        pattern = any(c in path for c in "*?[")
        hint = "No name fits this pattern." if pattern else "Check the name; quote it if it holds spaces."
        return InputError("no such file.", path, hint=hint)
    if isinstance(error, PermissionError):
        return InputError("no permission to read it.", path, hint="Check its owner and mode.")
    return InputError(f"cannot be read: {error.strerror or error}.", path)


def _stream(stream: BinaryIO, source: str, suffix: str | None, today: date | None) -> Iterator[Raw | InputError]:
    if suffix in _JSON_LINES:
        yield from _json_lines(stream, source, today)
        return
    data = stream.read(MAX_BYTES + 1)
    refuse_documents(data, source)
    if suffix not in _HTML and opens_as_object(data):
        yield from _json_lines(cast("BinaryIO", io.BufferedReader(_Rejoined(data, stream))), source, today)
    elif suffix in _LISTS or data.lstrip()[:1] in (b"[", b"{"):
        data += stream.read(MAX_LIST_BYTES + 1 - len(data))
        yield from _list(data, source, suffix, today)
    else:
        yield _single(data, source, suffix)


def _list(data: bytes, source: str, suffix: str | None, today: date | None) -> Iterator[Raw | InputError]:
    _limit(data, MAX_LIST_BYTES, source, "Make it JSON lines, with one report a line.")
    if suffix in {".csv", ".tsv"}:
        yield from csv_reports(decode(data, source), source, today)
        return
    value = json_of(decode(data, source).lstrip("\ufeff").encode())
    if isinstance(value, list | dict) and (suffix == ".json" or _of_reports(value)):
        yield from json_reports(value, source, today)
    elif suffix == ".json":
        yield MalformedRecord("not JSON.", source, hint=f"Make it {REPORT_FORM}, or an array of those.")
    else:
        yield _single(data, source, suffix)


def _of_reports(value: list[object] | dict[str, object]) -> bool:
    first = value[:1] if isinstance(value, list) else [value]
    return any(isinstance(entry, dict) for entry in first)


def _single(data: bytes, source: str, suffix: str | None) -> Raw:
    _limit(data, MAX_BYTES, source, "Cut it into one file a report, or make it JSON lines with one report a line.")
    text = decode(data, source)
    if not text.strip():
        raise EmptyInput("empty: there is no text in it.", source)
    if suffix == ".eml" or (suffix not in _HTML and looks_like_mail(text)):
        return mail_report(data, source)
    kind = "html" if suffix in _HTML or looks_like_html(text) else "text"
    return Raw(source, None, kind, text, sha256(data).hexdigest())


def _limit(data: bytes, most: int, source: str, hint: str) -> None:
    if len(data) > most:
        raise TooLarge(f"over {most // 1024 // 1024} MB, which no report is.", source, hint=hint)


class _Rejoined(io.RawIOBase):
    """What was read to tell the kind of a stream, and then the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        chunk = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _json_lines(stream: BinaryIO, source: str, today: date | None) -> Iterator[Raw | InputError]:
    number, found = 0, False
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            yield TooLarge(f"a line of over {MAX_BYTES // 1024 // 1024} MB, which no report is.", source, number)
            continue
        if line.strip():
            found = True
            yield _one_line(line, source, number, today)
    if not found:
        yield EmptyInput("empty: there is no report in it.", source, hint=f"Each line is {REPORT_FORM}.")


def _one_line(line: bytes, source: str, number: int, today: date | None) -> Raw | InputError:
    try:
        value = parse_line(decode(line, source, number), source, number)
    except InputError as error:
        return error
    return raw_of(value, source, number, sha256(line).hexdigest(), today)
