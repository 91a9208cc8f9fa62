"""The days that an expression covers, and how far they are known."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.grounding.times.calendar import Point, easter, interval, orthodox_easter, precision, value_of

if TYPE_CHECKING:
    from tests.grounding.times.conftest import Resolve

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("value", "mod", "start", "end", "prec"),
    [
        ("2020-10-28", None, "2020-10-28", "2020-10-28", 1),
        ("2020-10-28TNI", None, "2020-10-28", "2020-10-28", 1),
        ("2020-09", "START", "2020-09-01", "2020-09-10", 4),
        ("2020-09", "MID", "2020-09-11", "2020-09-20", 4),
        ("2020-09", "END", "2020-09-21", "2020-09-30", 4),
        ("2020-10", "END", "2020-10-21", "2020-10-31", 4),
        ("2023-02", "MID", "2023-02-11", "2023-02-20", 4),
        ("2020", None, "2020-01-01", "2020-12-31", 5),
        ("2020-W44", None, "2020-10-26", "2020-11-01", 3),
        ("2020-W44-WE", None, "2020-10-31", "2020-11-01", 2),
        ("2020-Q3", None, "2020-07-01", "2020-09-30", 5),
        ("2021-WI", None, "2021-12-01", "2022-02-28", 5),
        ("199", None, "1990-01-01", "1999-12-31", 5),
    ],
)
def test_interval_of_value(value: str, mod: str | None, start: str, end: str, prec: int) -> None:
    days = interval(value, mod)
    assert days == (date.fromisoformat(start), date.fromisoformat(end))
    assert precision(*days) == prec


@pytest.mark.parametrize(
    "value", [None, "PAST_REF", "PXW", "P3Y", "XXXX-05-03", "BC0490", "2023-13", "2023-Q7", "9999-WI"]
)
def test_no_interval(value: str | None) -> None:
    assert interval(value) is None


def test_late_september_is_of_the_past(resolve: Resolve) -> None:
    _, (when,), _ = resolve("Since late September, clashes have been reported.", "2020-11-06")
    assert (when.span.quote, when.value, when.mod) == ("late September", "2020-09", "END")
    assert (when.start, when.end, when.precision) == (date(2020, 9, 21), date(2020, 9, 30), 4)
    assert when.against == date(2020, 11, 6)


def test_recent_weeks_name_no_interval(resolve: Resolve) -> None:
    _, (when,), _ = resolve("Shells have fallen in recent weeks.")
    assert (when.start, when.end, when.precision) == (None, None, None)
    assert "no interval" in when.reason


def test_ends_of_a_range_cover_all_of_it(resolve: Resolve) -> None:
    _, times, _ = resolve("Shelling was reported on Nov 5-7.")
    assert [(t.span.quote, t.value) for t in times] == [("Nov 5", "2022-11-05"), ("7", "2022-11-07")]
    assert {(t.start, t.end, t.precision) for t in times} == {(date(2022, 11, 5), date(2022, 11, 7), 2)}


def test_members_of_a_list_stay_apart(resolve: Resolve) -> None:
    _, times, _ = resolve("Shelling was reported on 8 and 9 December.")
    assert [(t.start, t.end) for t in times] == [(date(2022, 12, d), date(2022, 12, d)) for d in (8, 9)]


def test_first_end_of_a_range_takes_the_year_of_the_last(resolve: Resolve) -> None:
    _, times, _ = resolve(
        "They fought from 27 November 2020 to 10 January 2021, and from 3 December to 4 January 2022."
    )
    assert [t.value for t in times] == ["2020-11-27", "2021-01-10", "2021-12-03", "2022-01-04"]


def test_past_and_coming_spans_reach_the_report(resolve: Resolve) -> None:
    _, times, _ = resolve("For the past two days it rained; over the next two weeks it will snow.")
    assert [(t.start, t.end) for t in times] == [
        (date(2023, 3, 13), date(2023, 3, 15)),
        (date(2023, 3, 15), date(2023, 3, 29)),
    ]


def test_past_hours_reach_back_into_the_day_before(resolve: Resolve) -> None:
    _, (when,), _ = resolve("In the past 24 hours, 31 drones were shot down.")
    assert (when.value, when.start, when.end) == ("PT24H", date(2023, 3, 14), date(2023, 3, 15))


def test_week_of_a_month(resolve: Resolve) -> None:
    _, times, _ = resolve("It began in the last week of June 2020 and ended in the first week of July 2020.")
    assert [(t.start, t.end) for t in times] == [
        (date(2020, 6, 24), date(2020, 6, 30)),
        (date(2020, 7, 1), date(2020, 7, 7)),
    ]


def test_week_ending(resolve: Resolve) -> None:
    _, (when,), _ = resolve("The week ending March 12 was the deadliest.")
    assert (when.start, when.end, when.precision) == (date(2023, 3, 6), date(2023, 3, 12), 3)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was signed on 25/12/2022.", "2022-12-25"),
        ("It was signed on 12/25/2022.", "2022-12-25"),
        ("They clashed on 12/03/2023 and on 25/12/2022.", "2023-03-12"),
        ("They clashed on 03/12/2023 and on 12/25/2022.", "2023-03-12"),
        ("They clashed on 12/03/2023.", "2023-03-12"),
        ("They clashed on 03/04/2019.", "2019-03-04"),
        ("They clashed on 03.04.2019.", "2019-04-03"),
    ],
)
def test_order_of_day_and_month(resolve: Resolve, text: str, value: str) -> None:
    assert resolve(text)[1][0].value == value


def test_easters() -> None:
    assert (easter(2023), orthodox_easter(2023)) == (date(2023, 4, 9), date(2023, 4, 16))
    assert (easter(2000), orthodox_easter(2000)) == (date(2000, 4, 23), date(2000, 4, 30))


@given(DAYS, st.integers(-400, 400), st.sampled_from(["D", "W", "M", "Q", "HY", "Y", "DE"]))
def test_points_move_and_come_back(day: date, n: int, unit: str) -> None:
    point = Point.of(day, unit)
    moved = point.moved(n, unit)
    assert moved is not None
    assert moved.moved(-n, unit) == point
    days = interval(value_of(moved))
    assert days is None or days[0] <= days[1]


@given(DAYS)
def test_every_stretch_holds_its_day(day: date) -> None:
    for unit in ("D", "W", "M", "Q", "HY", "Y", "DE", "CE"):
        days = interval(value_of(Point.of(day, unit)))
        assert days is not None
        assert days[0] <= day <= days[1]


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = (
    *WEEKDAYS, "May", "March 3", "last week", "next month", "two days later", "the 20th", "31 February", "2O21",
    "0n", "490 BC",
    "Nov 5-7", "late", "early", "mid-", "the end of", "12/13/2014", "99/99/99", "1999", "'99", "a year ago", "Easter",
    "half", "ago", "the following", "overnight", "25:61", "5 p.m.", "in", "since", "fought", "will meet", "BC",
    "the 1990s", "every", "recent weeks", "Q3", "the third quarter", ",", ".", "-", "\n", "—", "9999", "thousand",
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.one_of(st.none(), DAYS))
def test_any_text_holds_its_spans(resolve: Resolve, words: list[str], day: date | None) -> None:
    text = " ".join(words)
    published, times, doubts = resolve(text, day.isoformat() if day else None)
    for when in times:
        assert text[when.span.start : when.span.end] == when.span.quote
        assert (when.start is None) == (when.end is None) == (when.precision is None)
        assert when.start is None or when.end is None or when.start <= when.end
        assert 0 <= when.confidence <= 1
        assert when.reason
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(times))
    for span in [*published.evidence, *(s for d in doubts for s in d.spans)]:
        assert text[span.start : span.end] == span.quote


@settings(max_examples=40, deadline=None)
@given(DAYS, DAYS)
def test_a_written_day_is_that_day_whenever_it_is_read(resolve: Resolve, day: date, published: date) -> None:
    text = f"It happened on {day.day} {day:%B} {day.year}."
    _, (when,), _ = resolve(text, published.isoformat())
    assert (when.start, when.end) == (day, day)


@settings(max_examples=40, deadline=None)
@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_bare_past_weekday_lies_in_the_last_seven_days(resolve: Resolve, published: date, weekday: str) -> None:
    _, (when,), _ = resolve(f"The village was shelled on {weekday}.", published.isoformat())
    assert when.start is not None
    assert published - timedelta(days=6) <= when.start <= published
    assert WEEKDAYS[when.start.weekday()] == weekday
