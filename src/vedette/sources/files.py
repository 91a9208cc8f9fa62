"""Reports in files: plain text, web pages, JSON lines; one bad input loses nothing else."""

from __future__ import annotations

import io
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from vedette.errors import EmptyInput, InputError, MalformedRecord, TooLarge
from vedette.record.raw import Raw
from vedette.sources.decode import decode
from vedette.sources.lines import REPORT_FORM, ReportLine, parse_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from typing import BinaryIO

MAX_BYTES = 8 * 1024 * 1024
"""A report larger than this is refused: the longest news reports are a hundredth of it, and memory stays bounded."""

_JSON_LINES = {".jsonl", ".ndjson"}
_HTML = {".html", ".htm", ".xhtml"}


def read_inputs(paths: Iterable[str], today: date | None = None) -> Iterator[Raw | InputError]:
    """The raw reports of files, in order; in the place of one that cannot be read, the error.

    Args:
        paths: file names; ``-`` is standard input. JSON lines are told by their suffix, or on standard input by their
            first character; HTML by suffix or by its opening tag; all else is plain text.
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
        return InputError("no such file.", path, hint="Check the name; quote it if it holds spaces.")
    if isinstance(error, PermissionError):
        return InputError("no permission to read it.", path, hint="Check its owner and mode.")
    return InputError(f"cannot be read: {error.strerror or error}.", path)


def _stream(stream: BinaryIO, source: str, suffix: str | None, today: date | None) -> Iterator[Raw | InputError]:
    if suffix in _JSON_LINES:
        yield from _json_lines(stream, source, today)
        return
    data = stream.read(MAX_BYTES + 1)
    if suffix is None and data.lstrip()[:1] == b"{" and _is_object(data):
        yield from _json_lines(cast("BinaryIO", io.BufferedReader(_Rejoined(data, stream))), source, today)
        return
    if len(data) > MAX_BYTES:
        raise TooLarge(
            f"over {MAX_BYTES // 1024 // 1024} MB, which no report is.", source,
            hint="Cut it into one file a report, or make it JSON lines with one report a line.",
        )  # fmt: skip
    text = decode(data, source)
    if not text.strip():
        raise EmptyInput("empty: there is no text in it.", source)
    kind = "html" if suffix in _HTML or _looks_like_html(text) else "text"
    yield Raw(source, None, kind, text, sha256(data).hexdigest())


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


def _is_object(data: bytes) -> bool:
    first = data.lstrip().split(b"\n", 1)[0]
    try:
        return isinstance(msgspec.json.decode(first), dict)
    except msgspec.DecodeError:
        return False


def _looks_like_html(text: str) -> bool:
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return (
        head.startswith(("<!doctype html", "<html", "<head", "<body", "<article", "<div", "<?xml")) and "<" in head[1:]
    )


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
        record = parse_line(decode(line, source, number), source, number, today)
        _check_text(record, source, number)
    except InputError as error:
        return error
    return Raw(
        source, number, "html" if _looks_like_html(record.text) else "text", record.text, sha256(line).hexdigest(),
        record.title, record.day, record.outlet, record.url, record.id,
    )  # fmt: skip


def _check_text(record: ReportLine, source: str, number: int) -> None:
    if not record.text.strip():
        raise EmptyInput("the report's text is empty.", source, number)
    if "\0" in record.text:
        raise MalformedRecord("the text holds a NUL character.", source, number, "Take it out and try again.")
