"""Reads the data files of ``tables/data`` into typed, frozen rows."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
import yaml

from vedette.errors import TableError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

T = TypeVar("T")

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def data_file(name: str) -> Traversable:
    """The data file ``name`` of ``tables/data``."""
    return resources.files("vedette.tables") / "data" / name


@cache
def load_yaml(name: str, kind: type[T]) -> T:
    """A YAML table as an instance of ``kind``: a frozen ``msgspec.Struct`` with ``forbid_unknown_fields``.

    Raises:
        TableError: the file is not of that form.
    """
    try:
        raw = yaml.load(data_file(name).read_text(encoding="utf-8"), Loader=_Loader)
        return msgspec.convert(raw, type=kind)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        message = f"tables/data/{name}: {error}"
        raise TableError(message) from error


@cache
def load_csv(name: str, kind: type[T]) -> tuple[T, ...]:
    """A CSV table with a header line, as rows of ``kind``: a frozen Struct whose fields are its columns.

    Cells are converted from text (numbers, booleans); an empty cell is left to the field's default, and a cell of a
    tuple field is cut at ``|``.

    Raises:
        TableError: the file is not of that form; the message names the line.
    """
    tuples = {f.name for f in msgspec.structs.fields(kind) if "tuple" in str(f.type)}
    rows = []
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
