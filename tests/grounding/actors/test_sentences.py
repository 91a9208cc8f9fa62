from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from tests.grounding.actors.sentences import actors_of, cases, compare
from vedette.record import spans_of

if TYPE_CHECKING:
    from vedette import Reader
    from vedette.record import Actor

Judged = tuple["Counter[str]", list["Any"], list[tuple[str, tuple["Actor", ...]]]]
FLOORS = {"found": 0.98, "country": 0.96, "sector": 0.96, "authority": 0.96}
"""Shares of the labels that must be right; set just under what was measured."""


@pytest.fixture(scope="module")
def judged(reader: Reader) -> Judged:
    """All labelled sentences with their actors, compared."""
    count: Counter[str] = Counter()
    wrong: list[Any] = []
    read = []
    for case in cases():
        actors = actors_of(case, reader.parser, reader.grounder.places, reader.grounder.actors)
        compare(case, actors, count, wrong)
        read.append((case.text, actors))
    return count, wrong, read


def test_there_are_sentences_enough() -> None:
    held = list(cases())
    assert len(held) >= 150
    assert {c.day.year // 10 for c in held if c.day is not None} >= {197, 198, 199, 200, 201, 202}


@pytest.mark.parametrize("field", sorted(FLOORS))
def test_share_of_labels_that_are_right(field: str, judged: Judged) -> None:
    count, wrong, _ = judged
    assert count[field] / count["labels"] >= FLOORS[field], [w for w in wrong if w[0] == field]


def test_spans_are_the_words_and_stand_in_order(judged: Judged) -> None:
    for text, actors in judged[2]:
        assert all(text[s.start : s.end] == s.quote for _, s in spans_of(actors))
        starts = [a.span.start for a in actors]
        assert starts == sorted(starts)
        assert len({a.span for a in actors}) == len(actors)


def test_every_actor_says_why(judged: Judged) -> None:
    for _, actors in judged[2]:
        assert all(a.reason and 0 < a.confidence <= 1 and a.kind for a in actors)
