from __future__ import annotations

import pytest

from vedette import Reader
from vedette.record import Event, Reading, spans_of


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def read(reader: Reader, text: str, title: str | None = None) -> Reading:
    return reader.read(text, published="2021-03-10", title=title)


def sides(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [a.country for a in event.actors], [a.country for a in event.recipients]


def test_an_act_of_one_state_against_another(reader: Reader) -> None:
    (event,) = read(reader, "Turkey expelled two Greek diplomats on Monday.").events
    assert (event.type, event.mode, event.quad, event.cameo) == ("SANCTION", "expel", "material_conflict", "166")
    assert sides(event) == (["TUR"], ["GRC"])
    assert event.when is not None
    assert str(event.when.start) == "2021-03-08"
    assert event.anchor.quote == "expelled"


def test_a_meeting_has_all_its_parties_as_actors(reader: Reader) -> None:
    for text in ("Kenya held talks with Somalia in Nairobi.", "Kenya and Somalia held talks in Nairobi."):
        (event,) = read(reader, text).events
        assert event.type == "CONSULT"
        assert sorted(a.country or "" for a in event.actors) == ["KEN", "SOM"]
        assert event.recipients == ()


def test_clashes_between_forces_named_by_their_adjectives(reader: Reader) -> None:
    (event,) = read(reader, "Heavy clashes have been underway between Thai and Cambodian troops since Sunday.").events
    assert (event.type, event.mode) == ("ASSAULT", "sideAB")
    assert sorted(a.country or "" for a in event.actors) == ["KHM", "THA"]


def test_mutual_blame_is_two_events(reader: Reader) -> None:
    text = "Clashes broke out between Thai and Cambodian troops. Both sides blamed each other for the fighting."
    blame = [sides(e) for e in read(reader, text).events if e.type == "ACCUSE"]
    assert sorted(blame, key=str) == [(["KHM"], ["THA"]), (["THA"], ["KHM"])]


def test_an_event_told_twice_stands_once(reader: Reader) -> None:
    text = (
        "Turkish artillery shelled the Syrian town of Azaz on Monday. Residents of Azaz fled.\n\n"
        "Turkey shelled Azaz with mortars, the governor said."
    )
    shelling = [e for e in read(reader, text, "Turkey shells Syrian town").events if e.mode == "heavy-weapons"]
    assert len(shelling) == 1
    assert shelling[0].anchor.start < 40
    assert shelling[0].again


def test_harm_is_part_of_the_assault_that_did_it(reader: Reader) -> None:
    text = "Turkish warplanes bombed a camp near Erbil, killing nine fighters and wounding three."
    (event,) = [e for e in read(reader, text).events if e.type == "ASSAULT"]
    assert event.anchor.quote == "bombed"
    assert {m.kind: m.best for m in event.magnitudes} == {"deaths": 9, "injuries": 3}


def test_fire_that_is_denied_is_not_told_as_done(reader: Reader) -> None:
    text = "Pakistan denied that its troops had opened fire on Indian soldiers."
    fire = [e for e in read(reader, text).events if e.type == "ASSAULT"]
    assert all(e.assertion in {"denied", "negated"} for e in fire)


def test_a_warning_in_a_statement_belongs_to_who_is_bound(reader: Reader) -> None:
    text = "Iran will not tolerate any threat to its borders, the foreign minister said on Tuesday."
    (event,) = read(reader, text).events
    assert event.type == "THREATEN"
    assert event.anchor.quote == "will not tolerate"
    assert sides(event)[0] == ["IRN"]


def test_what_is_only_supposed_is_left_out(reader: Reader) -> None:
    text = "If Turkey bombs the camp, talks will end. The risk of attacks on Syrian towns is low."
    assert [e for e in read(reader, text).events if e.type == "ASSAULT"] == []


def test_private_meetings_are_no_events(reader: Reader) -> None:
    assert read(reader, "The teacher met the parents. The plumber called the widow on Sunday.").events == ()


def test_a_warning_of_rain_is_no_threat(reader: Reader) -> None:
    text = "Turkish officials warned residents that rains would cause floods."
    assert [e for e in read(reader, text).events if e.type == "THREATEN"] == []


def test_every_span_and_code_holds(reader: Reader) -> None:
    text = (
        "Russia and Belarus signed a treaty in Minsk. Ukraine condemned it, accused Moscow of aggression and recalled "
        "its ambassador. Protesters marched in Kyiv; police fired tear gas and arrested forty people."
    )
    reading = read(reader, text)
    assert {e.type for e in reading.events} >= {"AGREE", "ACCUSE", "SANCTION", "PROTEST", "ASSAULT", "COERCE"}
    assert len({e.id for e in reading.events}) == len(reading.events)
    for _, span in spans_of(reading.events):
        assert text[span.start : span.end] == span.quote
    for event in reading.events:
        assert event.contexts
        assert 0 < event.confidence <= 1
        assert event.made_by.startswith("events/")
        assert event.attribution[-1].role == "outlet"
