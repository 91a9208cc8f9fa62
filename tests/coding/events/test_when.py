from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.events.sentences import Case, cases
from vedette.articles import report_from_text
from vedette.coding.events.when import time_of

if TYPE_CHECKING:
    from vedette import Reader

SENTENCES = cases("time_sentences.txt")


@pytest.mark.parametrize("case", SENTENCES, ids=lambda c: f"{c.expected}:{c.text[:45]}")
def test_time_of(reader: Reader, case: Case) -> None:
    stages, token = case.stages(reader, published="2021-06-16")
    when = time_of(stages.parsed, stages.grounding, token)
    if case.expected == "-":
        assert when is None
    else:
        assert when is not None
        assert case.expected in when.span.quote


def test_further_words_have_the_time_of_the_first(reader: Reader) -> None:
    text = (
        "Foreign minister Adel Rostam said on Monday that the talks had failed. "
        "Rostam warned the rebels of a harsh answer. A doctor said that two people died."
    )
    stages = reader.stages(report_from_text(text, published="2021-06-16"))
    warned = next(t.i for t in stages.parsed.tokens if t.text == "warned")
    when = time_of(stages.parsed, stages.grounding, warned)
    assert when is not None
    assert when.span.quote.endswith("Monday")
    other = [t.i for t in stages.parsed.tokens if t.text == "said"][-1]
    assert time_of(stages.parsed, stages.grounding, other) is None
