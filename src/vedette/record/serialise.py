"""Records to JSON and back. The same record gives the same bytes on every machine."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def to_builtins(record: object) -> Any:  # noqa: ANN401  # any JSON value
    """A record as dicts, lists, strings, numbers and None; dates as ISO strings."""
    return msgspec.json.decode(msgspec.json.encode(record))


def to_json(record: object) -> bytes:
    """A record as UTF-8 JSON on one line, its keys in the order of its fields."""
    return msgspec.json.encode(record)


def from_json(kind: type[T], data: bytes | str) -> T:
    """The record of class ``kind`` that ``to_json`` wrote.

    Raises:
        msgspec.ValidationError: the JSON has another form.
    """
    return msgspec.json.decode(data, type=kind)
