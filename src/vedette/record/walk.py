"""All the spans of a record, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from vedette.record.span import Span


def spans_of(record: object, path: str = "") -> Iterator[tuple[str, Span]]:
    """Every span within a record, with the path of fields that leads to it (``events[0].anchor``)."""
    if isinstance(record, Span):
        yield path, record
    elif isinstance(record, tuple | list):
        for i, item in enumerate(record):
            yield from spans_of(item, f"{path}[{i}]")
    elif is_dataclass(record):
        for field in fields(record):
            yield from spans_of(getattr(record, field.name), f"{path}.{field.name}" if path else field.name)
