import pickle

from hypothesis import given
from hypothesis import strategies as st

from vedette.articles import report_from_text
from vedette.record import Grounding, Span, When, to_json, with_spans
from vedette.record.lookup import Lookup

stretches = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda p: (p[0], p[0] + p[1])), max_size=25)


@given(stretches, st.integers(-2, 60))
def test_finds_what_a_walk_through_all_finds(spans: list[tuple[int, int]], offset: int) -> None:
    lookup = Lookup((start, end, n) for n, (start, end) in enumerate(spans))
    assert lookup.at(offset) == [n for n, (start, end) in enumerate(spans) if start <= offset < end]


@given(stretches, st.integers(-2, 60), st.integers(1, 20))
def test_finds_what_overlaps(spans: list[tuple[int, int]], start: int, length: int) -> None:
    lookup = Lookup((first, end, n) for n, (first, end) in enumerate(spans))
    stop = start + length
    assert lookup.over(start, stop) == [n for n, (a, b) in enumerate(spans) if a < stop and start < b]


@given(stretches, st.integers(-2, 60), st.integers(0, 20))
def test_finds_what_starts_in_a_stretch(spans: list[tuple[int, int]], start: int, length: int) -> None:
    lookup = Lookup((first, end, n) for n, (first, end) in enumerate(spans))
    assert lookup.within(start, start + length) == [n for n, (a, _) in enumerate(spans) if start <= a < start + length]


def test_a_lookup_is_no_part_of_the_record() -> None:
    report = report_from_text("Troops left Sura on Monday.")
    when = When("w", report.span(20, 26), "DATE", None, None, None, None, None, None, "", "", 0.5)
    asked, fresh = Grounding((when,), (), ()), Grounding((when,), (), ())
    assert asked.time_at(21) is when and asked.time_at(19) is None and asked.times_within(20, 21) == (when,)
    assert asked == fresh and hash(asked) == hash(fresh) and to_json(asked) == to_json(fresh)
    again = pickle.loads(pickle.dumps(asked))
    assert again == asked and again.time_at(25) == when


@given(st.lists(st.integers(0, 30), max_size=20))
def test_spans_are_put_in_their_places_each_once(starts: list[int]) -> None:
    spans = [Span(s, s + 1, "x") for s in starts]
    kept: tuple[Span, ...] = ()
    for span in spans:
        kept = with_spans(kept, (span,))
    assert kept == tuple(sorted(set(spans))) == with_spans((), tuple(spans))
