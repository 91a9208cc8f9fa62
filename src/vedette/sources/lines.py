"""One line of JSON lines as a report."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec

from vedette.errors import MalformedRecord

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


def parse_line(line: str, source: str, number: int, today: date | None) -> ReportLine:
    """The report on a line.

    Raises:
        MalformedRecord: no JSON, no object, a field of the wrong type, or a date that cannot be.
    """
    try:
        value = msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        raise MalformedRecord(f"not JSON ({error}).", source, number, f"Each line is {REPORT_FORM}.") from error
    if not isinstance(value, dict):
        raise MalformedRecord(f"not an object but {_named(value)}.", source, number, f"Each line is {REPORT_FORM}.")
    value.pop("day", None)
    if isinstance(value.get("id"), int):
        value["id"] = str(value["id"])
    try:
        record = msgspec.convert(value, type=ReportLine)
    except msgspec.ValidationError as error:
        raise MalformedRecord(f"{error}.", source, number, f"Each line is {REPORT_FORM}.") from error
    day = _day(record.published, source, number, today)
    return msgspec.structs.replace(record, day=day, title=record.title or None, outlet=record.outlet or None)


def _named(value: object) -> str:
    return {"list": "a list", "str": "a string", "NoneType": "null", "bool": "true or false"}.get(
        type(value).__name__, "a number"
    )


def _day(published: str | None, source: str, number: int, today: date | None) -> date | None:
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
