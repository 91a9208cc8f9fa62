from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from vedette.coding.events.roots import ROOTS
from vedette.errors import TableError
from vedette.tables.loader import data_file
from vedette.tables.pair_types import FILE, mixing, pair_weights, read_weights

if TYPE_CHECKING:
    from pathlib import Path


def _arrays(**changed: Any) -> dict[str, Any]:  # noqa: ANN401  # arrays of any kind
    packed = np.frombuffer(b"a=x\nb=y", dtype=np.uint8)
    whole = {"features": packed, "roots": np.array(["AID", "YIELD"]), "weights": np.zeros((2, 2)), "bias": np.zeros(2)}
    return {k: v for k, v in (whole | changed).items() if v is not None}


def test_the_shipped_weights() -> None:
    model = pair_weights()
    assert model.roots == ROOTS
    assert model.weights.shape == (len(model.rows), len(ROOTS))
    assert data_file(FILE).stat().st_size < 1_000_000


def test_scores_of_fit_ascend() -> None:
    least = [score for score, _ in mixing().fits]
    assert least == sorted(least)
    assert least[0] < -20


def test_reads_what_is_whole(tmp_path: Path) -> None:
    np.savez(tmp_path / "w.npz", **_arrays())
    assert read_weights(tmp_path / "w.npz").rows == {"a=x": 0, "b=y": 1}


@pytest.mark.parametrize(
    "changed",
    [
        {"bias": None},
        {"more": np.zeros(1)},
        {"weights": np.zeros((3, 2))},
        {"bias": np.zeros(3)},
        {"features": np.frombuffer(b"b=y\na=x", dtype=np.uint8)},
        {"features": np.frombuffer(b"a=x\na=x", dtype=np.uint8)},
        {"roots": np.array(["YIELD", "AID"])},
        {"weights": np.full((2, 2), np.nan)},
        {"roots": np.array(["AID", None], dtype=object)},
    ],
)
def test_refuses_anything_else(tmp_path: Path, changed: dict[str, Any]) -> None:
    np.savez(tmp_path / "w.npz", **_arrays(**changed))
    with pytest.raises(TableError, match=r"w\.npz"):
        read_weights(tmp_path / "w.npz")


def test_refuses_a_file_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "w.npz").write_text("words", encoding="utf-8")
    with pytest.raises(TableError, match=r"w\.npz"):
        read_weights(tmp_path / "w.npz")
