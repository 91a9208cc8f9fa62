from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.events.sentences import Case, cases
from vedette.articles import report_from_text
from vedette.coding.events.counts import counts_of
from vedette.coding.events.magnitudes import magnitudes_of

if TYPE_CHECKING:
    from vedette import Reader

SENTENCES = cases("magnitude_sentences.txt")


def shown(number: int | None) -> str:
    return "-" if number is None else str(number)


@pytest.mark.parametrize("case", SENTENCES, ids=lambda c: c.text[:50])
def test_magnitudes(reader: Reader, case: Case) -> None:
    stages, token = case.stages(reader)
    found = magnitudes_of(stages.parsed, stages.grounding, token)
    said = "; ".join(f"{m.kind} {shown(m.low)} {shown(m.best)} {shown(m.high)} {m.suffered_by}" for m in found)
    assert (said or "-") == case.expected
    assert all(stages.parsed.text[m.span.start : m.span.end] == m.span.quote for m in found)


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("at least 12 goats", 12, 12, None),
        ("nearly 200 goats", 190, 200, 200),
        ("up to 50 goats", None, 50, 50),
        ("fewer than 20 goats", None, None, 20),
        ("between 20 and 30 goats", 20, 25, 30),
        ("tens of thousands of goats", 20000, 45000, 99999),
        ("1.5 million goats", 1500000, 1500000, 1500000),
        ("two hundred and six goats", 206, 206, 206),
        ("thirty-four goats", 34, 34, 34),
        ("3,400 goats", 3400, 3400, 3400),
        ("half a dozen goats", 6, 6, 6),
        ("20-30 goats", 20, 25, 30),
    ],
)
def test_counts(reader: Reader, text: str, low: int | None, best: int | None, high: int | None) -> None:
    parsed = reader.parser.parse(report_from_text(f"He owns {text}."))
    (count,) = counts_of(parsed, 0)
    assert (count.low, count.best, count.high) == (low, best, high)


def test_a_saying_keeps_its_numbers_apart(reader: Reader) -> None:
    text = "Police arrested nine men, and a doctor said that four people died in a fire elsewhere."
    stages = reader.stages(report_from_text(text))
    token = next(t.i for t in stages.parsed.tokens if t.text == "arrested")
    assert magnitudes_of(stages.parsed, stages.grounding, token) == ()
