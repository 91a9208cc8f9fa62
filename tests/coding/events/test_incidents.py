from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.articles import report_from_text
from vedette.coding.events.incidents import Incident, incidents_of

if TYPE_CHECKING:
    from vedette import Reader


def read(reader: Reader, text: str) -> tuple[Incident, ...]:
    return incidents_of(reader.parser.parse(report_from_text(text)))


def test_a_bombing_in_lower_case(reader: Reader) -> None:
    (incident,) = read(reader, "two unidentified men detonated a car bomb near a bank in the capital last night.")
    assert incident.kind == "bombing"
    assert [s.quote for s in incident.doers] == ["two unidentified men"]
    assert [s.quote for s in incident.targets] == ["bank"]
    assert [s.quote for s in incident.weapons] == ["car bomb"]


def test_a_murder_names_its_victim_without_the_title(reader: Reader) -> None:
    (incident,) = read(reader, "gunmen today murdered senator pedro alonso vidal outside his residence.")
    assert incident.kind == "attack"
    assert [s.quote for s in incident.victims] == ["pedro alonso vidal"]
    assert [s.quote for s in incident.doers] == ["gunmen"]


def test_a_kidnapping_by_taking_hostage(reader: Reader) -> None:
    (incident,) = read(reader, "the rebels took the engineer rafael soto hostage on friday.")
    assert incident.kind == "kidnapping"


def test_an_armed_group_is_named(reader: Reader) -> None:
    (incident,) = read(reader, "members of the shining path burned a school in the village.")
    assert incident.kind == "arson"
    assert [s.quote for s in incident.organisations] == ["shining path"]
    assert [s.quote for s in incident.targets] == ["school"]


def test_what_is_only_feared_is_no_incident(reader: Reader) -> None:
    assert read(reader, "the minister did not rule out talks. the rebels have not attacked any town.") == ()


def test_fighting_among_armed_sides_is_no_incident(reader: Reader) -> None:
    assert read(reader, "the guerrillas attacked an army patrol, and the soldiers attacked the rebels.") == ()


def test_who_claims_responsibility_did_it(reader: Reader) -> None:
    (incident,) = read(reader, "the shining path claimed responsibility for the murder of judge roberto jimenez salas.")
    assert [s.quote for s in incident.organisations] == ["shining path"]
    assert [s.quote for s in incident.victims] == ["roberto jimenez salas"]
