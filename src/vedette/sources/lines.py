"""A record of a list of reports: a line of JSON lines, an entry of an array, a row of a table."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec

from vedette.errors import EmptyInput, InputError, MalformedRecord
from vedette.record.raw import Raw
from vedette.sources.forms import looks_like_html

FIELDS = ("text", "id", "title", "published", "outlet", "url")
REPORT_FORM = '{"text": …, "id"?, "title"?, "published"? (YYYY-MM-DD), "outlet"?, "url"?}'


class ReportLine(msgspec.Struct, frozen=True):
    """The fields of a line; others are passed over, since exports carry many."""

    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    day: date | None = None


def parse_line(line: str, source: str, number: int) -> object:
    """The JSON value on a line.

    Raises:
        MalformedRecord: it holds no JSON.
    """
    try:
        value: object = msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        raise MalformedRecord(f"not JSON ({error}).", source, number, f"Each line is {REPORT_FORM}.") from error
    return value


def raw_of(value: object, source: str, number: int | None, sha256: str, today: date | None) -> Raw | InputError:
    """The report in a record, or what is wrong with it: no object, a field of the wrong type, a date that cannot be."""
    try:
        record = _record(value, source, number, today)
    except InputError as error:
        return error
    if not record.text.strip():
        return EmptyInput("the report's text is empty.", source, number)
    if "\0" in record.text:
        return MalformedRecord("the text holds a NUL character.", source, number, "Take it out and try again.")
    kind = "html" if looks_like_html(record.text) else "text"
    return Raw(
        source, number, kind, record.text, sha256, record.title or None, record.day, record.outlet or None, record.url,
        record.id,
    )  # fmt: skip


def _record(value: object, source: str, number: int | None, today: date | None) -> ReportLine:
    if not isinstance(value, dict):
        raise MalformedRecord(f"not an object but {_named(value)}.", source, number, f"Each is {REPORT_FORM}.")
    fields = {name: value[name] for name in FIELDS if name in value}
    if isinstance(fields.get("id"), int):
        fields["id"] = str(fields["id"])
    try:
        record = msgspec.convert(fields, type=ReportLine)
    except msgspec.ValidationError as error:
        raise MalformedRecord(f"{error}.", source, number, f"Each is {REPORT_FORM}.") from error
    return msgspec.structs.replace(record, day=_day(record.published, source, number, today))


def _named(value: object) -> str:
    return {"list": "a list", "str": "a string", "NoneType": "null", "bool": "true or false"}.get(
        type(value).__name__, "a number"
    )


def _day(published: str | None, source: str, number: int | None, today: date | None) -> date | None:
    if not published:
        return None
    try:
        day = datetime.fromisoformat(published.strip()).date()
    except ValueError as error:
        hint = "Write it as YYYY-MM-DD, or leave it out."
        raise MalformedRecord(f'"published" is no date: {published[:40]!r}.', source, number, hint) from error
    if today is not None and day > today + timedelta(days=1):
        hint = "Correct it, or leave it out to have it inferred."
        raise MalformedRecord(f'"published" lies in the future: {day.isoformat()}.', source, number, hint)
    return day
