"""Average-link clustering on a sparse graph of scores; the same clusters in whatever order the items come."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Pair = tuple[int, int]


def average_link(count: int, scores: Mapping[Pair, float], threshold: float) -> list[list[int]]:
    """Groups items while the mean score between two groups reaches the threshold.

    Pairs without a score count as 0; a score below 0 speaks against. Ties go to the groups with the lowest first
    members, so items should be sorted by something of their own (an id) before they are numbered. Time is about that of
    sorting the scores that are given.

    Args:
        count: how many items there are, numbered from 0.
        scores: for pairs (low number, high number) how much they belong together.
        threshold: the mean that still joins.

    Returns:
        The groups, each in order, by their first members.
    """
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (a, b), score in sorted(scores.items()):
        sums[a][b] = sums[b][a] = score
    members = {i: [i] for i in range(count)}
    heap = [(-score, a, b, 1, 1) for (a, b), score in scores.items() if score >= threshold]
    heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heappop(heap)
        if a not in members or b not in members or (len(members[a]), len(members[b])) != (size_a, size_b):
            continue  # one of the two has grown or gone since this was noted
        _merge(a, b, sums, members)
        for other, total in sums[a].items():
            mean = total / (len(members[a]) * len(members[other]))
            if mean >= threshold:
                low, high = min(a, other), max(a, other)
                heappush(heap, (-round(mean, 9), low, high, len(members[low]), len(members[high])))
    return sorted(sorted(group) for group in members.values())


def _merge(a: int, b: int, sums: list[dict[int, float]], members: dict[int, list[int]]) -> None:
    """Puts group b into group a (a < b)."""
    members[a] += members.pop(b)
    del sums[a][b]
    for other, total in sorted(sums[b].items()):
        if other == a:
            continue
        del sums[other][b]
        sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
    sums[b] = {}
