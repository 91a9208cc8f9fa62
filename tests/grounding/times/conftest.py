"""Reads the times of a text as the stage does after the parser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from vedette.articles import report_from_text
from vedette.record import Doubt, Published, When

if TYPE_CHECKING:
    from vedette import Reader

Resolved = tuple[Published, tuple[When, ...], tuple[Doubt, ...]]
Resolve = Callable[..., Resolved]


@pytest.fixture(scope="session")
def resolve(reader: Reader) -> Resolve:
    """The day, times and doubts of a text; ``published`` an ISO date or None."""

    def run(text: str, published: str | None = "2023-03-15") -> Resolved:
        return reader.grounder.times.resolve(reader.parser.parse(report_from_text(text, published=published)))

    return run
