from hypothesis import given
from hypothesis import strategies as st

from vedette.record.lookup import Lookup

stretches = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda p: (p[0], p[0] + p[1])), max_size=25)


@given(stretches, st.integers(-2, 60))
def test_finds_what_a_walk_through_all_finds(spans: list[tuple[int, int]], offset: int) -> None:
    lookup = Lookup((start, end, n) for n, (start, end) in enumerate(spans))
    assert lookup.at(offset) == [n for n, (start, end) in enumerate(spans) if start <= offset < end]


@given(stretches, st.integers(-2, 60), st.integers(0, 20))
def test_finds_what_starts_in_a_stretch(spans: list[tuple[int, int]], start: int, length: int) -> None:
    lookup = Lookup((first, end, n) for n, (first, end) in enumerate(spans))
    assert lookup.within(start, start + length) == [n for n, (a, _) in enumerate(spans) if start <= a < start + length]
