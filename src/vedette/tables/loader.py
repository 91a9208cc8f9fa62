"""Reads the data files of ``tables/data`` into typed, frozen rows."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
import yaml

from vedette.errors import TableError

T = TypeVar("T")

_DATA = Path(__file__).parent / "data"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def data_file(name: str) -> Path:
    """The data file ``name`` of ``tables/data``."""
    return _DATA / name


def load_yaml(name: str, kind: type[T]) -> T:
    """A YAML table as an instance of ``kind``: a frozen ``msgspec.Struct`` with ``forbid_unknown_fields``.

    Raises:
        TableError: the file is not of that form.
    """
    return cast("T", _yaml(name, cast("Any", kind)))


def load_csv(name: str, kind: type[T]) -> tuple[T, ...]:
    """A CSV table with a header line, as rows of ``kind``: a frozen Struct whose fields are its columns.

    Cells are converted from text (numbers, booleans); an empty cell is left to the field's default, and a cell of a
    tuple field is cut at ``|``.

    Raises:
        TableError: the file is not of that form; the message names the line.
    """
    return cast("tuple[T, ...]", _csv(name, cast("Any", kind)))


def reread() -> None:
    """Forgets what was read, so that a table that a script has written anew is read anew."""
    _yaml.cache_clear()
    _csv.cache_clear()


@cache
def _yaml(name: str, kind: Any) -> object:  # noqa: ANN401  # a type, which the cache takes only as a hashable value
    try:
        raw = yaml.load(data_file(name).read_text(encoding="utf-8"), Loader=_Loader)
        return cast("object", msgspec.convert(raw, type=kind))
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        message = f"tables/data/{name}: {error}"
        raise TableError(message) from error


@cache
def _csv(name: str, kind: Any) -> tuple[object, ...]:  # noqa: ANN401  # as above
    tuples = {f.name for f in msgspec.structs.fields(kind) if "tuple" in str(f.type)}
    rows: list[object] = []
    with data_file(name).open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for row in reader:
            try:
                cells = {k: v.split("|") if k in tuples else v for k, v in row.items() if v != ""}
                rows.append(msgspec.convert(cells, type=kind, strict=False))
            except (AttributeError, msgspec.ValidationError) as error:
                message = f"tables/data/{name}:{reader.line_num}: {error}"
                raise TableError(message) from error
    return tuple(rows)
