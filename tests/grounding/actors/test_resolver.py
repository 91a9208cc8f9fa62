from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from vedette.articles import report_from_text

if TYPE_CHECKING:
    from pathlib import Path

    from vedette import Reader
    from vedette.record import Actor


def actors(reader: Reader, text: str, day: str | None = None) -> dict[str, Actor]:
    """The actors of a text by their words, the first of each."""
    parsed = reader.parser.parse(report_from_text(text, published=day))
    places, _ = reader.grounder.places.resolve(parsed)
    found = reader.grounder.actors.resolve(parsed, places, date.fromisoformat(day) if day else None)
    return {a.span.quote: a for a in reversed(found)}


def test_a_state_that_few_recognise_is_not_its_neighbour(reader: Reader) -> None:
    text = "Armenian separatists in Nagorno-Karabakh fired at Azerbaijani troops, and Armenia denied that it took part."
    found = actors(reader, text, "2020-10-02")
    assert (found["Armenian separatists"].country, found["Armenian separatists"].id) == ("XNK", None)
    assert "PRE" in found["Armenian separatists"].sectors
    assert found["Armenia"].country == "ARM"


def test_a_backer_is_not_the_country_of_whom_it_backs(reader: Reader) -> None:
    found = actors(reader, "Iran-backed militiamen and Turkish-backed Syrian rebels traded fire.", "2021-01-05")
    assert all(a.country != "IRN" for a in found.values())
    assert found["Turkish-backed Syrian rebels"].country == "SYR"


def test_a_bare_place_is_no_actor(reader: Reader) -> None:
    found = actors(reader, "Shells fell in Tehran and near Isfahan, and Tehran vowed to answer.", "2020-10-02")
    assert [a.span.start for a in found.values() if a.span.quote == "Tehran"] == [44]
    assert "Isfahan" not in found


def test_the_same_seat_stood_for_another_state_then(reader: Reader) -> None:
    text = "The Kremlin warned that it would answer."
    assert actors(reader, text, "1985-03-01")["The Kremlin"].country == "SUN"
    assert actors(reader, text, "2015-03-01")["The Kremlin"].country == "RUS"


def test_former_office_gives_no_authority(reader: Reader) -> None:
    found = actors(reader, "Former Iranian defense minister Hamid Rostami criticised the plan.", "2015-03-01")
    actor = found["Former Iranian defense minister Hamid Rostami"]
    assert (actor.country, actor.sectors, actor.authority) == ("IRN", ("ELI",), None)


def test_soldiers_are_not_of_the_country_they_are_in(reader: Reader) -> None:
    found = actors(reader, "Soldiers in Mali came under fire.", "2015-03-01")
    assert found["Soldiers"].country is None


def test_whoever_is_not_told_stays_unknown(reader: Reader) -> None:
    found = actors(reader, "Gunmen killed two of their guards, a witness said.")
    assert found["Gunmen"].country is None
    assert found["a witness"].country is None


def test_an_acronym_of_two_bodies_goes_by_the_report(reader: Reader) -> None:
    sudan = actors(reader, "The RSF shelled a suburb of Khartoum, the Sudanese army said.", "2023-06-01")
    press = actors(reader, "Reporters Without Borders, or RSF, called on France to free the editor.", "2012-06-01")
    assert sudan["The RSF"].id == "SDN.PRM.RSF"
    assert press["RSF"].sectors == ("NGO",)


def test_an_office_holder_is_known_by_name_and_day(reader: Reader) -> None:
    text = "Saddam Hussein received the delegation in Baghdad."
    assert actors(reader, text, "1995-03-01")["Saddam Hussein"].authority == "head_of_state"
    assert actors(reader, text, "2005-03-01")["Saddam Hussein"].sectors == ("ELI",)


def test_a_state_nobody_knows_is_still_an_actor(reader: Reader) -> None:
    found = actors(reader, "Zamoria attacked Ostrava-on-Lake, and Zamoria's army crossed the river.")
    assert found["Zamoria"].country is None
    assert found["Zamoria's army"].sectors == ("MIL",)


def test_members_of_a_joint_force(reader: Reader) -> None:
    found = actors(reader, "Indian and Pakistani troops exchanged fire for an hour.", "2013-03-01")
    actor = found["Indian and Pakistani troops"]
    assert (actor.country, actor.members) == (None, ("IND", "PAK"))


def test_no_text_no_actors(reader: Reader) -> None:
    parsed = reader.parser.parse(report_from_text("It rained."))
    assert all(a.kind for a in reader.grounder.actors.resolve(parsed, (), None))


@pytest.mark.shared
def test_actors_of_the_labelled_seeds(reader: Reader, shared: Path) -> None:
    """The countries that the labels give to the actors of events are told of some actor of the same sentence."""
    path = shared / "data/reports/seeds.jsonl"
    right = total = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        doc = json.loads(line)
        parsed = reader.parser.parse(report_from_text(doc["text"], published=doc.get("date")))
        places, _ = reader.grounder.places.resolve(parsed)
        found = reader.grounder.actors.resolve(parsed, places, None)
        for event in doc["gold"]["events"]:
            sentence = parsed.sentence_of(event["anchor"][0])
            assert sentence is not None
            codes: set[str] = set()
            for actor in found:
                if sentence.start <= actor.span.start < sentence.end:
                    codes.update((*actor.members, actor.country or ""))
            for code in (*event["actors"], *event["recipients"]):
                total += 1
                right += code in codes
    assert right / total >= 0.85


def test_a_name_that_sounds_like_a_people_is_a_person(reader: Reader) -> None:
    found = actors(reader, "Abu Hamza al-Iraqi, a militant leader, was killed by a drone in Yemen.", "2015-03-01")
    person = next(a for a in found.values() if a.span.quote.startswith("Abu Hamza"))
    assert (person.kind, person.country) != ("state", "IRQ")


def test_a_surname_needs_the_office(reader: Reader) -> None:
    text = "Rafsanjani spoke in Tehran. The Iranian parliament listened. A grocer named Carter was hurt in Perth."
    found = actors(reader, text, "1992-03-01")
    assert found["Rafsanjani"].authority == "head_of_state"
    assert all(a.country != "USA" for a in found.values())


def test_a_president_of_a_party_heads_no_state(reader: Reader) -> None:
    found = actors(reader, "Awami League president Rashid Karim met the president of Nepal.", "2015-03-01")
    party = found["Awami League president Rashid Karim"]
    assert (party.country, party.sectors[0], party.authority) == ("BGD", "PTY", "nonstate")
    assert found["the president"].authority == "head_of_state"


def test_a_short_name_is_that_of_the_full_one(reader: Reader) -> None:
    found = actors(reader, "The Estonian Defence Forces (EDF) sent a company to the exercise.", "2020-03-01")
    assert all(a.country == "EST" for a in found.values() if "EDF" in a.span.quote)


def test_ex_minister_keeps_his_country(reader: Reader) -> None:
    found = actors(reader, "Ex-Ecuadorian foreign minister Raul Ortega left for Peru.", "2018-03-01")
    actor = next(a for a in found.values() if "Raul Ortega" in a.span.quote)
    assert (actor.country, actor.sectors) == ("ECU", ("ELI",))


def test_a_word_before_the_adjective_does_not_hide_it(reader: Reader) -> None:
    found = actors(reader, "Imprisoned Chadian opposition leader Adoum Kellou ended his fast.", "2018-03-01")
    actor = next(a for a in found.values() if "Adoum Kellou" in a.span.quote)
    assert (actor.country, actor.sectors[0]) == ("TCD", "OPP")


def test_people_in_arms_are_no_civilians(reader: Reader) -> None:
    found = actors(reader, "Rebel Serbs shelled the suburb at 2 p.m., and Croats fled.", "1992-03-01")
    assert found["Rebel Serbs"].sectors[0] == "REB"
    assert found["Croats"].sectors == ("CVL",)
    assert not any("p.m." in quote for quote in found)


def test_a_plural_in_a_headline_is_no_title(reader: Reader) -> None:
    found = actors(reader, "Lawmakers Rebuke Walter Hadley\n\nWalter Hadley, the head of a club, said he was sorry.")
    people = [a for a in found.values() if a.span.quote.endswith("Walter Hadley")]
    assert people
    assert all("LEG" not in a.sectors and "GOV" not in a.sectors for a in people)
