from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.events.sentences import Case, cases
from vedette.articles import report_from_text
from vedette.coding.events.toponyms import toponyms_of
from vedette.coding.events.where import place_of, sites_of

if TYPE_CHECKING:
    from vedette import Reader

SENTENCES = cases("place_sentences.txt")


@pytest.mark.parametrize("case", SENTENCES, ids=lambda c: c.text[:50])
def test_sites(reader: Reader, case: Case) -> None:
    stages, token = case.stages(reader)
    known = tuple(p.span for p in stages.grounding.places if p.role == "place")
    found = sites_of(stages.parsed, toponyms_of(stages.parsed, known), token)
    assert (", ".join(s.quote for s in found) or "-") == case.expected


def test_place_of_gives_the_grounded_place(reader: Reader) -> None:
    stages = reader.stages(report_from_text("A bomb exploded in Baghdad, officials in Washington said."))
    token = next(t.i for t in stages.parsed.tokens if t.text == "exploded")
    place = place_of(stages.parsed, stages.grounding, token)
    assert place is not None
    assert place.toponym == "Baghdad"
    assert place.best is not None
    assert place.best.country == "IRQ"


def test_place_of_without_a_place(reader: Reader) -> None:
    stages = reader.stages(report_from_text("A bomb exploded at dawn."))
    token = next(t.i for t in stages.parsed.tokens if t.text == "exploded")
    assert place_of(stages.parsed, stages.grounding, token) is None
