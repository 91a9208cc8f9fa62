from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.events.sentences import Case, cases
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
