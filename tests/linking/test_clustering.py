from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vedette.linking.clustering import average_link


def test_groups_what_belongs_together_and_leaves_the_rest_alone() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7, (3, 4): 0.6}
    assert average_link(6, scores, 0.5) == [[0, 1, 2], [3, 4], [5]]


def test_a_chain_is_not_enough() -> None:
    assert average_link(3, {(0, 1): 0.9, (1, 2): 0.6}, 0.5) == [[0, 1], [2]]


def test_what_speaks_against_keeps_apart() -> None:
    assert average_link(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): -1.0}, 0.5) == [[0, 1], [2]]


def test_nothing_to_group() -> None:
    assert average_link(0, {}, 0.5) == []
    assert average_link(2, {}, 0.5) == [[0], [1]]


graphs = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]),
    st.integers(-4, 10).map(lambda n: n / 10),
    max_size=20,
)


@given(graphs)
def test_the_order_in_which_scores_come_does_not_matter(scores: dict[tuple[int, int], float]) -> None:
    groups = average_link(8, scores, 0.5)
    assert sorted(i for g in groups for i in g) == list(range(8))
    assert average_link(8, dict(reversed(scores.items())), 0.5) == groups
