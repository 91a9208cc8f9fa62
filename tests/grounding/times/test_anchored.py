"""Times counted from the beginning of a conflict that the report dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from vedette import Reader

BEGUN = "The war between Karvenia and Zorania began on 3 March 1992. "


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        (BEGUN + "In the first week of fighting, shells hit a mill.", "the first week of fighting", (3, 9)),
        (BEGUN + "Shells hit a mill on the war's first day.", "the war's first day", (3, 3)),
        ("In the opening week of the conflict 40 people died. " + BEGUN, "the opening week of the conflict", (3, 9)),
    ],
)
def test_counted_from_the_beginning(reader: Reader, text: str, words: str, days: tuple[int, int]) -> None:
    found = [(w.start, w.end) for w in reader.read(text, published="1992-04-02").times if w.span.quote == words]
    assert found == [(date(1992, 3, days[0]), date(1992, 3, days[1]))]


@pytest.mark.parametrize(
    "text",
    [
        "In the first week of fighting, shells hit a mill.",
        BEGUN + "The siege of Orvash began on 9 March 1992. In the first week of fighting, shells hit a mill.",
        BEGUN + "In the first week of school, pupils stayed away.",
    ],
)
def test_nothing_is_anchored_without_one_beginning(reader: Reader, text: str) -> None:
    assert not [w for w in reader.read(text, published="1992-04-02").times if "first week" in w.span.quote and w.start]
