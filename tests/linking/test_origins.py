from __future__ import annotations

from itertools import permutations

from tests.factories import ReadingMaker
from vedette.linking import Origins

WIRE = (
    "DAWRA, March 3 (North Gulf Wire) - Gunmen opened fire on a customs post near the Dawra crossing late on Monday "
    "and burned two trucks, a customs officer said. The guards withdrew into the station house and called the army, "
    "which came after an hour. Nobody was hurt."
)
REWRITE = (
    "Late on Monday gunmen opened fire on a customs post near the Dawra crossing and burned two trucks, a customs "
    "officer said. Nobody was hurt. The town council will meet on Friday to talk about the road and the roof."
)
OWN = (
    "Our correspondent reached Dawra at noon. Two trucks still smoke beside the customs post. The shopkeepers say that "
    "the attackers came from the hills after dark and left when the soldiers came."
)


def origins(*readings: ReadingMaker) -> list[set[str]]:
    made = [m.reading() for m in readings]
    outlet = {r.report.id: r.report.outlet or "" for r in made}
    return sorted(({outlet[i] for i in o.reports} for o in Origins(made).all), key=sorted)


def test_a_rewritten_copy_has_the_origin_of_what_it_copies() -> None:
    found = origins(
        ReadingMaker(WIRE, "2031-03-03", "North Gulf Wire"), ReadingMaker(REWRITE, "2031-03-04", "Dawra Times"),
        ReadingMaker(OWN, "2031-03-04", "Salt Road Weekly"),
    )  # fmt: skip
    assert found == [{"Dawra Times", "North Gulf Wire"}, {"Salt Road Weekly"}]


def test_two_papers_that_quote_one_speech_are_no_copies() -> None:
    speech = (
        '"We shall stand on this river for as long as it runs, and whoever wants to cross it will have to ask us first"'
    )
    found = origins(
        ReadingMaker(f"The governor told the crowd: {speech}. It cheered.", "2031-03-03", "One"),
        ReadingMaker(f"In the rain the old man raised his hand. {speech}, he cried.", "2031-03-03", "Two"),
    )
    assert found == [{"One"}, {"Two"}]


def test_a_report_that_says_that_it_rests_on_an_agency() -> None:
    note = "This page is compiled from dispatches of the North Gulf Wire. Trucks burned at Dawra."
    found = origins(
        ReadingMaker(WIRE, "2031-03-03", "North Gulf Wire"), ReadingMaker(note, "2031-03-05", "Harbour Live")
    )
    assert found == [{"Harbour Live", "North Gulf Wire"}]


def test_an_agency_in_a_closing_credit_by_its_acronym() -> None:
    other = "Two trucks stood in flames at the post when the army came up the hill road.\n\n(NGW, staff)"
    found = origins(
        ReadingMaker(WIRE, "2031-03-03", "North Gulf Wire"), ReadingMaker(other, "2031-03-05", "Dawra Times")
    )
    assert found == [{"Dawra Times", "North Gulf Wire"}]


def test_an_agency_that_is_none_of_the_outlets_but_stands_in_both_datelines() -> None:
    one = "DAWRA (Meridian News) - Trucks burned at the crossing on Monday, the customs office said."
    two = "By our desk\n\nDAWRA, March 4 (Meridian News) — The army took an hour to reach the post."
    abroad = "DAWRA (Norway) - A choir from the north sang at the crossing."
    found = origins(
        ReadingMaker(one, "2031-03-04", "One"), ReadingMaker(two, "2031-03-04", "Two"),
        ReadingMaker(abroad, "2031-03-04", "Three"), ReadingMaker(abroad + " Again.", "2031-03-05", "Four"),
    )  # fmt: skip
    assert {"One", "Two"} in found
    assert not any({"One", "Three"} <= group for group in found)


def test_one_quotation_of_an_agency_makes_no_origin_of_it() -> None:
    other = (
        "The army denies that it came late. The North Gulf Wire said that it had taken an hour. Our count is two hours."
    )
    found = origins(
        ReadingMaker(WIRE, "2031-03-03", "North Gulf Wire"), ReadingMaker(other, "2031-03-05", "Salt Road Weekly")
    )
    assert found == [{"North Gulf Wire"}, {"Salt Road Weekly"}]


def test_a_telling_that_cites_an_agency_counts_as_the_agencys() -> None:
    wire = ReadingMaker(WIRE, "2031-03-03", "North Gulf Wire")
    other = ReadingMaker("Gunmen burned two trucks, the North Gulf Wire reported.", "2031-03-05", "Salt Road Weekly")
    event = other.event("burned", "ASSAULT", attribution=(other.link("North Gulf Wire", "agency"),))
    found = Origins([wire.reading(), other.reading()])
    assert found.of_telling(other.report.id, event) == found.of_report(wire.report.id).id
    assert found.of_report(other.report.id) != found.of_report(wire.report.id)


def test_the_order_of_readings_does_not_matter_and_every_origin_says_why() -> None:
    readings = [
        ReadingMaker(WIRE, "2031-03-03", "North Gulf Wire").reading(),
        ReadingMaker(OWN, "2031-03-04", "Salt Road").reading(),
        ReadingMaker(REWRITE, "2031-03-04", "Dawra Times").reading(),
    ]  # fmt: skip
    results = {Origins(order).all for order in permutations(readings)}
    assert len(results) == 1
    assert all(o.judgement.reason and 0 < o.judgement.score <= 1 for o in results.pop())
