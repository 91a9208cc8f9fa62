"""Floors on the invented passages. ``heldout.yaml`` was first read after its first score (docs/commitments.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.coding.commitments.scoring import load, mean, score, summary

if TYPE_CHECKING:
    from vedette import Reader

FLOORS = {
    "dev.yaml": (0.95, 0.95, 0.95),
    "reports.yaml": (0.95, 0.92, 0.90),
    "heldout.yaml": (0.92, 0.90, 0.88),
    "indirect.yaml": (0.95, 0.95, 0.95),
}
"""Precision, recall and accuracy of forms."""


def test_what_only_has_the_shape_of_one_is_none(reader: Reader) -> None:
    result = score(reader, load("nearmisses.yaml"))
    assert result.false_alarms <= 1, "\n".join(result.errors)


@pytest.mark.parametrize("name", FLOORS)
def test_the_passages_are_read_as_labelled(reader: Reader, name: str) -> None:
    result = score(reader, load(name))
    precision, recall, form = FLOORS[name]
    message = summary(result) + "\n" + "\n".join(result.errors)
    assert result.precision >= precision, message
    assert result.recall >= recall, message
    assert result.form_accuracy >= form, message
    assert mean(result.trigger) >= 0.85, message
    assert mean(result.specificity) >= 0.9, message
