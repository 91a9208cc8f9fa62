"""Vedette turns news of conflict into a record an analyst can defend."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vedette.pipeline import Reader
from vedette.record import Reading, Report

if TYPE_CHECKING:
    from datetime import date

__version__ = "0.1.0"
__all__ = ["Reader", "Reading", "Report", "__version__", "read"]

_reader = cache(Reader)


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
