"""Second mentions, pronouns, the sides of a conflict, and acts that only what is said shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vedette import Reader

if TYPE_CHECKING:
    from vedette.record import Event


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def events(reader: Reader, text: str, title: str | None = None) -> tuple[Event, ...]:
    return reader.read(text, published="2021-03-10", title=title).events


def of_type(found: tuple[Event, ...], kind: str) -> list[Event]:
    return [e for e in found if e.type == kind]


def doers(event: Event) -> list[str | None]:
    return [a.country for a in event.actors]


def sufferers(event: Event) -> list[str | None]:
    return [r.country for r in event.recipients]


def test_the_attack_is_the_one_told_of_before(reader: Reader) -> None:
    text = (
        "Gunmen raided a Kenyan police post near Mandera on Monday. The attack killed four officers, a medic said. "
        "No group claimed responsibility for the raid."
    )
    (assault,) = of_type(events(reader, text), "ASSAULT")
    assert assault.anchor.quote == "raided"
    assert assault.again


def test_acts_in_general_are_no_events(reader: Reader) -> None:
    text = "The Kenyan minister said the country would not retreat because of terrorist attacks."
    assert of_type(events(reader, text), "ASSAULT") == []


def test_assaults_on_different_people_are_two(reader: Reader) -> None:
    text = "Gunmen killed a judge in Basra on Monday. Gunmen killed a farmer in Mosul on Monday."
    assert len(of_type(events(reader, text), "ASSAULT")) == 2


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Poland said it has moved armoured vehicles to the border.", "MOBILIZE", "POL"),
        ("Chad denied the charge. It accused Sudan of shelling a village.", "ACCUSE", "TCD"),
        ('"We ask Turkey to take its soldiers out of the village," the Greek deputy minister said.', "REQUEST", "GRC"),
        ("The Turkish army has been placed on full alert.", "MOBILIZE", "TUR"),
    ],
)
def test_whom_a_pronoun_or_a_passive_leaves_unsaid(reader: Reader, text: str, kind: str, country: str) -> None:
    (event,) = of_type(events(reader, text), kind)
    assert doers(event) == [country]


def test_the_two_sides_are_those_of_the_conflict(reader: Reader) -> None:
    text = "Indian and Chinese troops clashed on Monday.\n\nOfficers of the two sides will meet at a post on Friday."
    (meeting,) = of_type(events(reader, text), "CONSULT")
    assert sorted(c or "" for c in doers(meeting)) == ["CHN", "IND"]


def test_a_place_tells_whose_people_were_struck(reader: Reader) -> None:
    (shelling,) = of_type(events(reader, "Turkish artillery shelled a village near Aleppo on Tuesday."), "ASSAULT")
    assert sufferers(shelling) == ["SYR"]


def test_a_side_threatens_the_other(reader: Reader) -> None:
    text = (
        "Thai artillery shelled a Cambodian village on Monday. Cambodian troops shelled a Thai post in reply. "
        '"If they cross the river, we shall answer at an hour that we choose," the Cambodian commander said.'
    )
    (threat,) = of_type(events(reader, text), "THREATEN")
    assert (doers(threat), sufferers(threat)) == (["KHM"], ["THA"])


def test_a_threat_that_only_its_content_shows(reader: Reader) -> None:
    text = '"Any ship that comes near the island is a legitimate target," the Iranian commander said.'
    (threat,) = of_type(events(reader, text), "THREATEN")
    assert doers(threat) == ["IRN"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad denied the charge.",
        "The Indian minister dismissed the report as baseless.",
        "The Kenyan president spoke to reporters in Nairobi.",
        "Does Turkey rule out an attack on Syria?",
        "Anyone who fires on Kenyan ships is a criminal, the spokesman said.",
        "Seventy soldiers died when two helicopters collided in fog.",
        "Heavy rain struck the Kenyan coast on Monday.",
        "The Kenyan defence ministry issued a news release.",
    ],
)
def test_what_is_no_event(reader: Reader, text: str) -> None:
    assert [e.anchor.quote for e in events(reader, text)] == []


def test_a_journey_at_home_is_no_visit(reader: Reader) -> None:
    assert of_type(events(reader, "The Kenyan president flew back to Nairobi on Monday."), "CONSULT") == []
    (visit,) = of_type(events(reader, "The Kenyan president flew to Khartoum on Monday."), "CONSULT")
    assert visit.mode == "visit"


def test_a_headline_tells_the_threat_of_its_report(reader: Reader) -> None:
    text = "Chad will punish any raid on its villages, the Chadian defence minister said on Tuesday."
    (threat,) = of_type(events(reader, text, "Minister vows to punish raids"), "THREATEN")
    assert doers(threat) == ["TCD"]


def test_each_side_accuses_the_other(reader: Reader) -> None:
    text = "Thai and Cambodian troops clashed on Monday. Each side accused the other of shooting first."
    blame = [(doers(e), sufferers(e)) for e in of_type(events(reader, text), "ACCUSE")]
    assert sorted(blame, key=str) == [(["KHM"], ["THA"]), (["THA"], ["KHM"])]


def test_what_reporters_are_told_is_asked_of_nobody(reader: Reader) -> None:
    text = "The Kenyan minister told foreign ambassadors that the truce would hold."
    assert of_type(events(reader, text), "REQUEST") == []


def test_people_forced_out_by_an_assault_are_no_second_act(reader: Reader) -> None:
    text = "Turkish planes bombed a Syrian village on Monday, forcing hundreds of people from their homes."
    found = events(reader, text)
    assert [e.type for e in found] == ["ASSAULT"]


def test_a_release_is_news_where_nobody_is_said_to_free(reader: Reader) -> None:
    (release,) = of_type(events(reader, "Two Kenyan aid workers were freed on Monday."), "RETREAT")
    assert (release.mode, doers(release)) == ("release", [])
