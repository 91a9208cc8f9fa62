"""Many reports in one file that is no JSON lines: a JSON array or object, a table of comma-separated values."""

from __future__ import annotations

import csv
import io
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from vedette.errors import EmptyInput, InputError, MalformedRecord
from vedette.sources.lines import FIELDS, REPORT_FORM, raw_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from vedette.record.raw import Raw

_DAYS = ("published", "date", "published_at", "pubdate")
"""Columns of a table that tell the day of publication; the first that is filled does."""


def json_reports(value: object, source: str, today: date | None) -> Iterator[Raw | InputError]:
    """The reports in a JSON value: an array of them, or one."""
    if isinstance(value, list) and not value:
        yield EmptyInput("an empty array: there is no report in it.", source, hint=f"Each is {REPORT_FORM}.")
    for number, entry in enumerate(value if isinstance(value, list) else [value], 1):
        digest = sha256(msgspec.json.encode(entry)).hexdigest()
        yield raw_of(entry, source, number if isinstance(value, list) else None, digest, today)


def csv_reports(text: str, source: str, today: date | None) -> Iterator[Raw | InputError]:
    """The reports in a table whose first row names its columns; the separator is told by that row.

    Each goes by the line of the file on which it ends.
    """
    head = text.lstrip("\ufeff\r\n").partition("\n")[0]
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        names = [name.strip().lower() for name in next(rows, [])]
        if "text" not in names:
            hint = f"The first row names the columns: text, and any of {', '.join(FIELDS[1:])}."
            yield MalformedRecord('a table without a column "text".', source, 1, hint)
            return
        empty = True
        for row in rows:
            if any(row):
                empty = False
                yield raw_of(
                    _entry(names, row), source, rows.line_num, sha256(msgspec.json.encode(row)).hexdigest(), today
                )
        if empty:
            yield EmptyInput("a table without rows.", source)
    except csv.Error as error:
        yield MalformedRecord(f"no table of comma-separated values ({error}).", source, rows.line_num)


def _entry(names: list[str], row: list[str]) -> dict[str, str]:
    cells = dict(zip(names, row, strict=False))
    published = next((cells[name] for name in _DAYS if cells.get(name, "").strip()), "")
    return {n: v for n, v in {**cells, "published": published}.items() if n in FIELDS and (v or n == "text")}
