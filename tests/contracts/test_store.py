"""The contract of every store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.factories import ReadingMaker, by_another_coder
from vedette.errors import NotHeld
from vedette.store import EventQuery, Store, View, Writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from vedette.record import Reading


def shelling(published: str | None = "2020-10-05", outlet: str = "Frontier Post", place: str = "Qarah Su") -> Reading:
    m = ReadingMaker(
        f"Two shells fell on {place}. The ministry warned that fire on border villages is a red line.",
        published,
        outlet,
    )
    iran = m.actor("ministry", "IRN", "GOV")
    m.event(
        "fell", "ASSAULT", "heavy-weapons", recipients=(iran,), when=m.when("Two", "2020-10-04"),
        where=m.place(place, 39.2, 46.9, "IRN", states=("AZE", "IRN"), km=4.0),
        magnitudes=(m.magnitude("munitions", "Two", 2),),
    )  # fmt: skip
    m.statement("fire on border villages is a red line", iran)
    m.commitment("fire on border villages is a red line", "red_line_named", iran, protects="border_security")
    return m.reading()


def test_a_store_is_a_writer_and_a_view(store: Store) -> None:
    assert isinstance(store, Writer)
    assert isinstance(store, View)


def test_what_was_added_comes_back_whole(store: Store) -> None:
    reading = shelling()
    assert store.add(reading) is True
    assert store.reading(reading.report.id) == reading
    assert list(store.readings()) == [reading]


def test_adding_again_changes_nothing(store: Store, opener: Callable[[], Store]) -> None:
    reading = shelling()
    store.add(reading)
    before = store.reports()
    assert store.add(reading) is False
    assert store.reports() == before
    with opener() as again:
        assert again.add(reading) is False
        assert again.reports() == before


def test_a_new_version_counts_and_the_old_one_stays(store: Store) -> None:
    old = shelling()
    new = replace(by_another_coder(old, "vedette/test2"), commitments=())
    store.add(old)
    assert store.add(new) is True
    assert store.reading(old.report.id) == new
    assert store.reading(old.report.id, coder=old.coder) == old
    assert store.coders(old.report.id) == (old.coder, new.coder)
    assert [h.commitments for h in store.reports()] == [0]
    assert list(store.readings(declarer="IRN")) == []


def test_the_same_version_with_another_result_replaces(store: Store) -> None:
    old = shelling()
    store.add(old)
    assert store.add(replace(old, commitments=())) is True
    assert store.coders(old.report.id) == (old.coder,)
    assert store.reading(old.report.id).commitments == ()
    with pytest.raises(NotHeld):
        store.find(old.commitments[0].id)


def test_reports_stand_by_day_and_undated_ones_last(store: Store) -> None:
    days = ["2020-10-20", None, "2020-10-02"]
    for i, day in enumerate(days):
        store.add(shelling(day, f"Paper {i}"))
    held = store.reports()
    assert [h.published for h in held] == [date(2020, 10, 2), date(2020, 10, 20), None]
    assert [(h.statements, h.events, h.commitments) for h in held] == [(1, 1, 1)] * 3
    assert [r.report.id for r in store.readings()] == [h.id for h in held]


def test_records_are_found_by_the_beginning_of_their_id(store: Store) -> None:
    reading = shelling()
    store.add(reading)
    found = store.find(reading.events[0].id[:10])
    assert (found.kind, found.id, found.report) == ("event", reading.events[0].id, reading.report.id)
    assert store.find(reading.report.id).kind == "report"
    with pytest.raises(NotHeld, match="no record"):
        store.find("evt-nothing")


def test_an_id_that_fits_several_is_refused(store: Store) -> None:
    store.add(shelling(outlet="One"))
    store.add(shelling(outlet="Two"))
    with pytest.raises(NotHeld, match="several"):
        store.find("evt-")


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        (EventQuery(), 1),
        (EventQuery(type="ASSAULT", mode="heavy-weapons", country="IRN"), 1),
        (EventQuery(type="CONSULT"), 0),
        (EventQuery(country="ARM"), 0),
        (EventQuery(since=date(2020, 10, 4), until=date(2020, 10, 4)), 1),
        (EventQuery(since=date(2020, 10, 5)), 0),
        (EventQuery(until=date(2020, 10, 3)), 0),
    ],
)
def test_events_by_query(store: Store, query: EventQuery, hits: int) -> None:
    store.add(shelling())
    assert len(store.events(query)) == hits


def test_readings_of_a_declarer(store: Store) -> None:
    store.add(shelling())
    assert len(list(store.readings(declarer="IRN"))) == 1
    assert list(store.readings(declarer="TUR")) == []


def test_a_report_that_is_not_held(store: Store) -> None:
    with pytest.raises(NotHeld, match="Add the report"):
        store.reading("rep-nothing")
    assert store.coders("rep-nothing") == ()


def test_what_a_broken_write_had_begun_is_gone(store: Store) -> None:
    reading = shelling()
    broken = replace(reading, events=(replace(reading.events[0], type=None),))  # type: ignore[arg-type]
    with pytest.raises(Exception, match="NOT NULL"):
        store.add(broken)
    assert store.reports() == ()
    assert store.add(reading) is True


def test_two_writers_at_once_lose_nothing(opener: Callable[[], Store]) -> None:
    def write(name: str) -> None:
        with opener() as mine:
            for i in range(15):
                mine.add(shelling(outlet=f"{name} {i}"))

    threads = [Thread(target=write, args=(name,)) for name in ("left", "right")]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    with opener() as store:
        assert len(store.reports()) == 30
