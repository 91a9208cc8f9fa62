"""What stands beside an event and is of it: its dead in the next sentence, its day in a heading, its refutation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vedette.articles import report_from_text

if TYPE_CHECKING:
    from vedette import Reader
    from vedette.record import Event


def events(reader: Reader, text: str) -> dict[str, Event]:
    report = report_from_text(text, published="2015-05-17", outlet="Own Monitor")
    (reading,) = reader.read_reports([report])
    return {e.anchor.quote: e for e in reading.events}


@pytest.mark.parametrize(
    ("text", "anchor", "figures"),
    [
        ("Rebels shelled Goma on Sunday. The clinic counted nine dead.", "shelled", {"deaths": 9}),
        ("Armed men opened fire on three trucks near Sake. Four people died.", "opened", {"deaths": 4}),
        ("Mortar rounds struck a farm near Homs. No one was injured.", "struck", {"injuries": 0}),
        ("Guns shelled Homs on Monday, leading to the martyrdom of three villagers.", "shelled", {"deaths": 3}),
        ("Planes bombed Homs. Since January 300 people have been wounded there.", "bombed", {}),
        ("Planes bombed Homs on Friday. On Tuesday two people died in the city.", "bombed", {}),
    ],
)
def test_a_toll_told_after_an_assault_is_its_own(
    reader: Reader, text: str, anchor: str, figures: dict[str, int]
) -> None:
    found = {m.kind: m.best for m in events(reader, text)[anchor].magnitudes if m.kind in {"deaths", "injuries"}}
    assert found == figures


@pytest.mark.parametrize("mark", [".", ":"])
def test_a_heading_that_is_a_day_dates_what_stands_under_it(reader: Reader, mark: str) -> None:
    text = f"Our note.\n\nTuesday 12 May{mark} Rebels shelled Homs. Tanks fired on Hama."
    assert {e.when.start.isoformat() for e in events(reader, text).values() if e.when and e.when.start} == {
        "2015-05-12"
    }


@pytest.mark.parametrize(
    ("text", "status", "cue"),
    [
        ("Reports that Thai artillery shelled the commune that evening are untrue.", "denied", "untrue"),
        ("The ministry dismissed as baseless the charge that its troops had fired on Goma.", "denied", "baseless"),
        ("Reports that Thai artillery shelled the commune that evening are not untrue.", "reported", None),
    ],
)
def test_what_a_report_called_false_tells_is_denied(reader: Reader, text: str, status: str, cue: str | None) -> None:
    (event,) = [e for e in events(reader, text).values() if e.type == "ASSAULT"]
    assert event.assertion == status
    if cue is not None:
        assert event.assertion_cue is not None
        assert event.assertion_cue.quote == cue


def test_where_a_rocket_came_from_is_no_place_of_its_fall(reader: Reader) -> None:
    event = events(reader, "A rocket from an olive grove at Khiam came down on Friday in Metula.")["came"]
    assert event.where is not None
    assert event.where.toponym == "Metula"


def test_crossing_a_border_is_a_move_of_troops(reader: Reader) -> None:
    found = events(reader, "Two Turkish planes flew into Greece on Tuesday. No Thai aircraft crossed the frontier.")
    assert [(e.type, e.assertion) for e in found.values()] == [("MOBILIZE", "asserted"), ("MOBILIZE", "negated")]
