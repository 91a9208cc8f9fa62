from __future__ import annotations

import pytest

from vedette.errors import TableError
from vedette.tables import events


def test_split_code() -> None:
    assert events.split_code("ASSAULT") == ("ASSAULT", None, None)
    assert events.split_code("COERCE/seize:192") == ("COERCE", "seize", "192")
    assert events.split_code("SUPPORT:055") == ("SUPPORT", None, "055")


@pytest.mark.parametrize("code", ["FIGHT", "ASSAULT/troops", "AGREE/visit"])
def test_a_code_outside_the_codebook_is_an_error(code: str) -> None:
    with pytest.raises(TableError, match="no event"):
        events.check_code(code, "some.yaml")


def test_every_table_loads_and_is_large_enough() -> None:
    nouns = {n for row in events.noun_classes() for n in row.nouns if row.code}
    verbs = {v for row in events.frames() for v in row.verbs}
    verbs |= {v for row in events.families() for v in row.verbs}
    verbs |= {v for row in events.clauses().controls for v in row.verbs}
    assert len(nouns) > 1000
    assert len(verbs) > 1500
    assert len(events.modes().means) == 9


def test_families_name_classes_that_exist() -> None:
    classes = {row.key for row in events.noun_classes()} | {"MONEY"}
    for row in events.families():
        assert set(row.cells) <= classes, row.key


def test_own_cells_are_of_classes_with_a_code() -> None:
    coded = {row.key for row in events.noun_classes() if row.code} | {"ties"}
    for row in events.families():
        assert {key for key, code in row.cells.items() if code == "own"} <= coded, row.key


def test_every_type_has_verbs_and_precisions_are_shares() -> None:
    rows = events.frames()
    assert len({events.split_code(row.code)[0] for row in rows}) == 16
    assert all(0 < row.p <= 1 for row in rows)
    assert all(0 < row.p <= 1 for row in events.noun_classes())
