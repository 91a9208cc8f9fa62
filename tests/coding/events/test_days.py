"""The first day of an event, and how it is known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from vedette import Reader

TEXT = """Karvenian army shells Orvash

Karvenia's army shelled the Ukrainian town of Izium, officials said.

Turkish defence minister Orkun Tan warned Syria against a new attack. Turkish jets bombed a camp near Idlib on Monday.

In 1999 Serbian forces attacked the Kosovan village of Racak. Turkish troops occupied a hill.
"""
TODAY = date(2022, 5, 4)


@pytest.mark.parametrize(
    ("word", "day", "basis"),
    [
        ("warned", TODAY, "report"),
        ("bombed", date(2022, 5, 2), "when"),
        ("shelled", TODAY, "report"),
        ("occupied", None, None),
    ],
)
def test_first_day(reader: Reader, word: str, day: date | None, basis: str | None) -> None:
    events = [e for e in reader.read(TEXT, published=TODAY).events if e.anchor.quote == word]
    assert [(e.day, e.day_basis) for e in events] == [(day, basis)]


def test_no_day_without_the_day_of_the_report(reader: Reader) -> None:
    assert {e.day_basis for e in reader.read(TEXT).events} <= {None, "when"}
