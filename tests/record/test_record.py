"""Spans, ids and serialisation: what every record rests on."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.record import Place, PlaceCandidate, Published, Span, When, from_json, hull, record_id, spans_of, to_json
from vedette.record.ids import PREFIXES

TEXT = "Shells fell near the bridge at Orvash on Friday."


def test_span_equals_its_quote() -> None:
    span = Span.of(TEXT, 0, 6)
    assert span.quote == "Shells"
    assert len(span) == 6


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4), (0, 999)])
def test_no_empty_or_outer_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span.of(TEXT, start, end)


@given(st.integers(0, 40), st.integers(1, 40), st.integers(0, 40), st.integers(1, 40))
def test_overlap_is_symmetric_and_hull_covers(a: int, n: int, b: int, m: int) -> None:
    text = "x" * 90
    x, y = Span.of(text, a, a + n), Span.of(text, b, b + m)
    assert x.overlap(y) == y.overlap(x) == len(set(range(a, a + n)) & set(range(b, b + m)))
    assert hull(text, (x, y)).covers(x)
    assert hull(text, (x, y)).covers(y)


def test_ids_are_the_same_on_every_machine() -> None:
    assert record_id("event", "rep-1", 4, 9, "ASSAULT") == "evt-d752bc32e53c48ae"
    assert record_id("when", date(2020, 11, 6)) == record_id("when", date(2020, 11, 6))


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 10**6), st.text(max_size=8)), max_size=4),
    st.sampled_from(sorted(PREFIXES)),
)
def test_ids_differ_with_content_and_kind(content: list[object], kind: str) -> None:
    assert record_id(kind, *content) != record_id(kind, *content, "more")
    others = [record_id(k, *content).partition("-")[2] for k in PREFIXES if k != kind]
    assert record_id(kind, *content).partition("-")[2] not in others


def _when() -> When:
    day = date(2020, 11, 6)
    return When("tim-1", Span.of(TEXT, 41, 47), "DATE", "2020-11-06", None, day, day, 1, day, "r", "t/1", 0.9)


def test_json_and_back() -> None:
    when = _when()
    assert from_json(When, to_json(when)) == when
    published = Published(None, None, "not known", confidence=0.0)
    assert from_json(Published, to_json(published)) == published


def test_json_of_another_form_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        from_json(When, b'{"id": 5}')


def test_walk_finds_every_span() -> None:
    when = _when()
    assert [path for path, _ in spans_of(when)] == ["span"]
    best = PlaceCandidate("geonames:1", "Orvash", "city", 1.0, 2.0, 3.0, "XXX", None, None, None, 0.9, "r")
    place = Place("pla-1", Span.of(TEXT, 31, 37), "Orvash", "place", (best,), 1, None, "t/1", 0.9)
    assert [path for path, _ in spans_of((place, [when]))] == ["[0].span", "[1][0].span"]
