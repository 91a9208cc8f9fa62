"""Vedette turns news of conflict into a record an analyst can defend."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from vedette.pipeline import Reader
    from vedette.record import Reading, Report

__version__ = "0.1.0"
__all__ = ["Reader", "Reading", "Report", "__version__", "read"]


def read(
    text: str, published: date | str | None = None, title: str | None = None, outlet: str | None = None
) -> Reading:
    """Reads one report with a reader that is loaded on the first call; for many reports, make a ``Reader``.

    Args:
        text: the report; offsets of all records count in it.
        published: its day, a date or an ISO string; inferred where it is not given.
        title, outlet: as known.
    """
    return _reader().read(text, published=published, title=title, outlet=outlet)


@cache
def _reader() -> Reader:
    from vedette.pipeline import Reader

    return Reader()


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """The exported classes, loaded when first asked for: the parser's library takes most of a second."""
        if name not in {"Reader", "Reading", "Report"}:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        found = getattr(import_module("vedette.pipeline" if name == "Reader" else "vedette.record"), name)
        globals()[name] = found
        return found
