"""What one party does to another, as a PLOVER root: a linear model of the sentence, with the lexicon's events weighed.

The model answers where the lexicon finds no event, and overrules it where its event fits the pair badly. It is of no
use for coding: an event that Vedette records rests on an entry of the lexicon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vedette.coding.events.finder import Finder
from vedette.coding.events.pair_features import features
from vedette.coding.events.pairs import ranked, tokens_of
from vedette.coding.events.roots import root
from vedette.tables.pair_types import mixing, pair_weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from vedette.coding.events.found import Found
    from vedette.record import Parsed
    from vedette.tables.pair_types import Mixing, PairWeights


def root_of_pair(parsed: Parsed, source: str, target: str) -> str:
    """What the sentence says that the one does to the other; always one of the fifteen roots."""
    a, b = tokens_of(parsed, source), tokens_of(parsed, target)
    model = pair_weights()
    scores = mix(log_odds(model, features(parsed, a, b)), model.roots, ranked(Finder(parsed), a, b), mixing())
    return model.roots[int(scores.argmax())]


def log_odds(model: PairWeights, named: dict[str, float]) -> NDArray[np.float64]:
    """The model's log probability of each of its roots, from the features alone."""
    scores = model.bias.astype(np.float64)
    for name, value in named.items():
        row = model.rows.get(name)
        if row is not None:
            scores += value * model.weights[row]
    scores -= scores.max()
    out: NDArray[np.float64] = scores - np.log(np.exp(scores).sum())
    return out


def mix(
    told: NDArray[np.float64], roots: tuple[str, ...], events: Sequence[tuple[float, Found]], by: Mixing
) -> NDArray[np.float64]:
    """The model's log probabilities with those of the lexicon's events, best first, added."""
    out = by.model * told
    for k, (score, found) in enumerate(events[: 1 + by.others]):
        fit = score - found.p
        bonus = by.other if k else [odds for least, odds in by.fits if fit >= least][-1]
        out[roots.index(root(found))] += bonus
    return out
