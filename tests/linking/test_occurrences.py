from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

from tests.factories import ReadingMaker
from vedette.linking import link

if TYPE_CHECKING:
    from vedette.record import Occurrence, Reading


def raid(text: str, words: str, *, outlet: str, day: str | None, kind: str = "ASSAULT", **more: Any) -> ReadingMaker:  # noqa: ANN401
    """A report of one event at the ford of Beltar, by raiders of ARM on AZE."""
    m = ReadingMaker(text, "2031-05-06", outlet)
    given: dict[str, Any] = {
        "mode": "firearms", "actors": (m.actor("raiders", "ARM"),), "recipients": (m.actor("post", "AZE"),),
        "when": m.when("night", day) if day else None, "where": m.place("Beltar", 40.0, 46.0, "AZE"),
    } | more  # fmt: skip
    m.event(words, kind, given.pop("mode"), **given)
    return m


ONE = "At night raiders attacked the post at the ford of Beltar and burned its boats."
TWO = "The post by Beltar was raided in the night; the raiders set fire to boats."


def occurrences(*makers: ReadingMaker) -> tuple[Occurrence, ...]:
    return link([m.reading() for m in makers]).occurrences


def test_two_reports_of_one_raid() -> None:
    (found,) = occurrences(
        raid(ONE, "attacked", outlet="A", day="2031-05-05"), raid(TWO, "raided", outlet="B", day="2031-05-05")
    )
    assert (found.reports, found.outlets, found.origins) == (2, 2, 2)
    assert len(found.judgements) == 1
    assert "the days agree" in found.judgements[0].reason


def test_a_raid_ten_days_later_is_another_one() -> None:
    found = occurrences(
        raid(ONE, "attacked", outlet="A", day="2031-04-25"), raid(TWO, "raided", outlet="B", day="2031-05-05")
    )
    assert len(found) == 2


def test_a_raid_in_a_town_far_away_is_another_one() -> None:
    moved = ReadingMaker(TWO, "2031-05-06", "B")
    away = moved.place("Beltar", 38.0, 44.0, "AZE", id="test:other")
    moved.event("raided", "ASSAULT", "firearms", when=moved.when("night", "2031-05-05"), where=away)
    assert len(occurrences(raid(ONE, "attacked", outlet="A", day="2031-05-05"), moved)) == 2


def test_answering_fire_is_not_the_first_fire() -> None:
    back = ReadingMaker("In the night the post at Beltar fired on the raiders.", "2031-05-06", "B")
    back.event(
        "fired", "ASSAULT", "firearms", actors=(back.actor("post", "AZE"),), recipients=(back.actor("raiders", "ARM"),),
        when=back.when("night", "2031-05-05"), where=back.place("Beltar", 40.0, 46.0, "AZE"),
    )  # fmt: skip
    assert len(occurrences(raid(ONE, "attacked", outlet="A", day="2031-05-05"), back)) == 2


def test_what_is_only_possible_is_no_telling_of_what_was_done() -> None:
    maybe = raid(TWO, "raided", outlet="B", day="2031-05-05", assertion="hypothetical")
    assert len(occurrences(raid(ONE, "attacked", outlet="A", day="2031-05-05"), maybe)) == 2


def test_a_denial_is_a_telling_of_what_it_denies() -> None:
    denied = raid(TWO, "raided", outlet="B", day="2031-05-05", assertion="denied")
    assert len(occurrences(raid(ONE, "attacked", outlet="A", day="2031-05-05"), denied)) == 1


def test_one_report_tells_its_events_apart() -> None:
    m = raid(
        "At night raiders attacked the post at Beltar and then attacked the mill.",
        "attacked",
        outlet="A",
        day="2031-05-05",
    )
    m.event(
        "then attacked",
        "ASSAULT",
        "firearms",
        when=m.when("night", "2031-05-05"),
        where=m.place("mill", 40.0, 46.0, "AZE"),
    )
    assert len(occurrences(m)) == 2


def test_the_order_of_readings_does_not_matter() -> None:
    readings: list[Reading] = [
        raid(ONE, "attacked", outlet="A", day="2031-05-05").reading(),
        raid(TWO, "raided", outlet="B", day="2031-05-05").reading(),
        raid(ONE + " All fled.", "attacked", outlet="C", day=None).reading(),
    ]  # fmt: skip
    results = {link(order).occurrences for order in permutations(readings)}
    assert len(results) == 1
