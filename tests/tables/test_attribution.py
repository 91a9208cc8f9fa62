"""The tables of attributing words, their rates and weights, and of people."""

from __future__ import annotations

import pytest

from vedette.tables.attribution import attribution, media_names, rates, weights
from vedette.tables.people import people


def test_groups_are_found_by_verb_in_the_order_of_the_table() -> None:
    table = attribution()
    assert [g.object for g in table.verb_groups["warn"]] == ["none", "addressee"]
    assert table.verb_groups["deny"][0].stance == "denies"
    assert table.noun_group["report"].stance == "reports"


def test_rates_are_counts() -> None:
    rows = rates()
    assert all(0 <= r.right <= r.seen and r.seen > 0 for r in rows)
    assert len({(r.lemma, r.pattern) for r in rows}) == len(rows)


@pytest.mark.parametrize("lemma", ["say", "tell", "add"])
def test_verbs_of_saying_attribute_in_most_of_their_clauses(lemma: str) -> None:
    counted = [(r.right, r.seen) for r in rates() if r.lemma == lemma and r.pattern.startswith("quote_after")]
    assert sum(a for a, _ in counted) > 0.8 * sum(b for _, b in counted)


def test_weights_name_features_of_the_weigher() -> None:
    table = weights()
    assert table.rate > 0
    assert table.features["cue_quoted"] < 0


def test_people_and_media() -> None:
    table = people()
    assert table.office_rows["spokeswoman"] == table.office_rows["spokesman"]
    assert "general" in table.title_words
    assert "of" not in table.title_words
    assert not table.male_set & table.female_set
    assert "irna" in media_names()
