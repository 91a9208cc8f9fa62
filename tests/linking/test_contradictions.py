from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.factories import ReadingMaker
from vedette.linking import link
from vedette.record import Span

if TYPE_CHECKING:
    from vedette.record import Contradiction

TEXT = "On Monday three soldiers died and 20 shells fell when guns from across the river shelled the mill at Beltar."
OTHER = "On Tuesday, rather, eight soldiers died and 20 shells fell when the hill militia shelled the mill at Beltar."


def shelling(
    text: str, outlet: str, day: tuple[str, str], deaths: tuple[str, int] | None = None, **more: object
) -> ReadingMaker:
    m = ReadingMaker(text, "2031-05-08", outlet)
    given: dict[str, object] = {
        "when": m.when(*day), "where": m.place("Beltar", 40.0, 46.0, "AZE"),
        "magnitudes": (m.magnitude("deaths", *deaths), m.magnitude("munitions", "20", 20)) if deaths else (),
    } | more  # fmt: skip
    m.event("shelled", "ASSAULT", "heavy-weapons", **given)
    return m


def found(*makers: ReadingMaker) -> dict[str, Contradiction]:
    return {c.field: c for c in link([m.reading() for m in makers]).contradictions}


def test_rival_deaths_and_days_with_the_words_of_both() -> None:
    rival = found(
        shelling(TEXT, "A", ("Monday", "2031-05-05"), ("three", 3)),
        shelling(OTHER, "B", ("Tuesday", "2031-05-06"), ("eight", 8)),
    )
    assert set(rival) == {"deaths", "date"}
    assert {rival["deaths"].a.span.quote, rival["deaths"].b.span.quote} == {"three", "eight"}
    assert {rival["date"].a.span.quote, rival["date"].b.span.quote} == {"Monday", "Tuesday"}


def test_an_open_figure_holds_the_exact_one() -> None:
    a = shelling(TEXT, "A", ("Monday", "2031-05-05"))
    a.events[:] = []
    a.event(
        "shelled", "ASSAULT", "heavy-weapons", when=a.when("Monday", "2031-05-05"),
        where=a.place("Beltar", 40.0, 46.0, "AZE"), magnitudes=(a.magnitude("deaths", "three", 3, 3, 99),),
    )  # fmt: skip
    assert found(a, shelling(OTHER, "B", ("Tuesday", "2031-05-05"), ("eight", 8))) == {}


def test_rival_culprits() -> None:
    a = shelling(TEXT, "A", ("Monday", "2031-05-05"))
    b = shelling(OTHER, "B", ("Tuesday", "2031-05-05"))
    a.events[:] = []
    b.events[:] = []
    for m, who, country, day in ((a, "guns", "ARM", "Monday"), (b, "hill militia", "XNK", "Tuesday")):
        m.event(
            "shelled", "ASSAULT", "heavy-weapons", actors=(m.actor(who, country),), when=m.when(day, "2031-05-05"),
            where=m.place("Beltar", 40.0, 46.0, "AZE"),
        )  # fmt: skip
    rival = found(a, b)
    assert {rival["actor"].a.span.quote, rival["actor"].b.span.quote} == {"guns", "hill militia"}


def test_a_denial_against_a_telling() -> None:
    b = ReadingMaker(
        "Nobody shelled the mill at Beltar on Monday, the ministry said; no guns fired.", "2031-05-08", "B"
    )
    b.event(
        "shelled", "ASSAULT", "heavy-weapons", assertion="negated", assertion_cue=b.span("Nobody"),
        when=b.when("Monday", "2031-05-05"), where=b.place("Beltar", 40.0, 46.0, "AZE"),
    )  # fmt: skip
    rival = found(shelling(TEXT, "A", ("Monday", "2031-05-05"), ("three", 3)), b)
    assert set(rival) == {"happened"}
    assert {rival["happened"].a.span.quote, rival["happened"].b.span.quote} == {"shelled", "Nobody"}


@pytest.mark.parametrize(("other", "rival"), [("may", True), ("will", False)])
def test_one_saying_in_words_of_another_force(other: str, rival: bool) -> None:
    makers = []
    for outlet, modal in (("A", "will"), ("B", other)):
        m = ReadingMaker(
            f"The admiral swore: touch the strait again and we {modal} sink the ferries.", "2031-05-08", outlet
        )
        m.commitment(
            f"touch the strait again and we {modal} sink the ferries",
            "conditional_threat",
            m.actor("admiral", "XAA", kind="person"),
        )
        makers.append(m)
    assert ("words" in found(*makers)) is rival


def test_a_surname_alone_is_the_same_speaker() -> None:
    makers = []
    for outlet, who, modal in (("A", "Admiral Odo Brenk", "will"), ("B", "Brenk", "may")):
        m = ReadingMaker(f"{who} swore: touch the strait again and we {modal} sink the ferries.", "2031-05-08", outlet)
        content = f"touch the strait again and we {modal} sink the ferries"
        m.commitment(content, "conditional_threat", m.actor(who, "XAA", kind="person"))
        makers.append(m)
    assert "words" in found(*makers)


def test_a_denial_in_the_same_report() -> None:
    m = ReadingMaker(
        "XBB jets bombed the mill at Beltar on Monday, XAA says. XBB denied that its jets bombed it.", "2031-05-08", "A"
    )
    m.event(
        "bombed", "ASSAULT", "aerial", when=m.when("Monday", "2031-05-05"), where=m.place("Beltar", 40.0, 46.0, "XAA")
    )
    start = m.text.rindex("bombed")
    again = Span(start, start + len("bombed"), "bombed")
    m.events.append(replace(m.events[0], id="evt-denied", anchor=again, assertion="denied", when=None, where=None))
    m.events[-1] = replace(m.events[-1], assertion_cue=m.span("denied"))
    rival = found(m)
    assert rival["happened"].b.span.quote == "denied"
    assert rival["happened"].a.report == rival["happened"].b.report


def test_no_clash_of_places_where_both_reports_name_both() -> None:
    texts = ("A rocket from Sarn hit Beltar at dawn on Monday.", "At dawn on Monday a rocket left Sarn and hit Beltar.")
    makers = []
    for outlet, text, place, lat in (("A", texts[0], "Beltar", 40.0), ("B", texts[1], "Sarn", 40.1)):
        m = ReadingMaker(text, "2031-05-08", outlet)
        m.event(
            "hit",
            "ASSAULT",
            "heavy-weapons",
            when=m.when("Monday", "2031-05-05"),
            where=m.place(place, lat, 46.0, "XAA"),
        )
        makers.append(m)
    assert found(*makers) == {}
