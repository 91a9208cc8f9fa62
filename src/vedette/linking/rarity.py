"""How alike two bags of words are, where a rare word says more than a common one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import fsum, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class _Bag:
    weights: dict[str, float]
    total: float


class Rarity:
    """Weighs words by the log of the inverse of how many bags have them. Sums are exact, so no order matters."""

    def __init__(self, bags: Iterable[frozenset[str]]) -> None:
        bags = list(bags)
        found = Counter(word for bag in bags for word in bag)
        self._weights = {word: log((len(bags) + 1) / n) for word, n in found.items()}
        self._most = log(len(bags) + 1)
        self._bags: dict[frozenset[str] | frozenset[tuple[str, float]], _Bag] = {}

    def of(self, word: str) -> float:
        """How rare a word is: 1 for one bag alone, 0 for all bags or a word never seen."""
        return self._weights.get(word, 0.0) / self._most if self._most else 0.0

    def likeness(
        self, a: frozenset[str] | frozenset[tuple[str, float]], b: frozenset[str] | frozenset[tuple[str, float]]
    ) -> float:
        """Weighted Dice coefficient of two bags, in [0, 1]."""
        one, other = self._bag(a), self._bag(b)
        if not one.total + other.total:
            return 0.0
        if len(one.weights) > len(other.weights):
            one, other = other, one
        shared = fsum(min(x, other.weights[w]) for w, x in one.weights.items() if w in other.weights)
        return 2 * shared / (one.total + other.total)

    def _bag(self, words: frozenset[str] | frozenset[tuple[str, float]]) -> _Bag:
        bag = self._bags.get(words)
        if bag is None:
            pairs = [(w, 1.0) if isinstance(w, str) else w for w in words]
            weights = {w: x * self._weights.get(w, 0.0) for w, x in pairs}
            bag = self._bags[words] = _Bag(weights, fsum(weights.values()))
        return bag
