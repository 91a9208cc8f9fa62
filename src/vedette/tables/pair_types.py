"""The weights of the model that tells what one party of a sentence does to another (``docs/model-pairs.md``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import msgspec
import numpy as np

from vedette.errors import TableError
from vedette.tables.loader import data_file, load_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

FILE, MIXING = "pair_types.npz", "pair_types.yaml"
_ARRAYS = ("bias", "features", "roots", "weights")


@dataclass(frozen=True, slots=True)
class PairWeights:
    """A multinomial logistic regression, fitted by ``scripts/fit_pairs.py``.

    Attributes:
        roots: PLOVER roots, sorted; the columns.
        rows: the row of each feature.
        weights: features by roots; bias: by roots.
    """

    roots: tuple[str, ...]
    rows: dict[str, int]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]


class Mixing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the model and the lexicon are weighed against each other; the file says how the numbers were found.

    Attributes:
        model: factor of the model's log probability.
        fits: what is added for the root of the event that fits the pair best, by how well it fits: from the score
            (first) on, the log odds (second); scores ascend.
        other: what is added for the root of each of the next ``others`` events.
    """

    model: float
    fits: tuple[tuple[float, float], ...]
    other: float
    others: int


def read_weights(path: Path) -> PairWeights:
    """The weights in a file.

    Raises:
        TableError: arrays are missing, unknown, of another shape, unsorted, or not finite.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            if tuple(sorted(file.files)) != _ARRAYS:
                raise TableError(f"tables/data/{path.name}: holds {sorted(file.files)} instead of {list(_ARRAYS)}")
            bias, packed, roots, weights = (file[name] for name in _ARRAYS)
        names = tuple(packed.tobytes().decode("utf-8").split("\n"))
    except (OSError, ValueError, BadZipFile, EOFError) as error:
        raise TableError(f"tables/data/{path.name}: {error}") from error
    labels = tuple(str(r) for r in roots.tolist())
    if weights.shape != (len(names), len(labels)) or bias.shape != (len(labels),):
        raise TableError(f"tables/data/{path.name}: {weights.shape} weights for {len(names)} features")
    if list(names) != sorted(set(names)) or list(labels) != sorted(set(labels)):
        raise TableError(f"tables/data/{path.name}: features or roots are not sorted and distinct")
    if not (np.isfinite(weights).all() and np.isfinite(bias).all()):
        raise TableError(f"tables/data/{path.name}: a weight is no number")
    rows = {name: i for i, name in enumerate(names)}
    return PairWeights(labels, rows, weights.astype(np.float32), bias.astype(np.float32))


@cache
def pair_weights() -> PairWeights:
    """The weights, read once."""
    return read_weights(data_file(FILE))


def mixing() -> Mixing:
    """The mixing weights, read once."""
    return load_yaml(MIXING, Mixing)
