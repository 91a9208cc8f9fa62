from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vedette import Reader

if TYPE_CHECKING:
    from vedette.record import Event

FIRST = "Norway has sent troops to the border with Sweden, General Erik Berg said on Sunday."
AGENCY = '"Norway has sent troops to the border with Sweden," {who} said, the state news agency Nordavis reported.'


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def moves(reader: Reader, text: str) -> list[Event]:
    return [e for e in reader.read(text, published="2021-03-10").events if e.type == "MOBILIZE"]


def roles(event: Event) -> list[str]:
    return [link.role for link in event.attribution]


def test_the_agency_of_a_second_telling_by_the_same_speaker_is_kept(reader: Reader) -> None:
    (event,) = moves(reader, f"{FIRST} {AGENCY.format(who='Berg')}")
    assert event.again
    assert roles(event) == ["speaker", "agency", "outlet"]
    assert event.attribution[0].name == "Erik Berg"


def test_a_second_telling_without_an_agency_leaves_the_chain(reader: Reader) -> None:
    (event,) = moves(reader, f'{AGENCY.format(who="General Erik Berg")} "{FIRST.split(",")[0]}," Berg said.')
    assert event.again
    assert roles(event) == ["speaker", "agency", "outlet"]


def test_another_speaker_s_agency_is_not_lent_to_the_first(reader: Reader) -> None:
    (event,) = moves(reader, f"{FIRST} {AGENCY.format(who='Colonel Anna Lund')}")
    assert event.again
    assert roles(event) == ["speaker", "outlet"]
    assert event.attribution[0].name == "Erik Berg"


def test_another_source_of_a_second_telling_is_kept(reader: Reader) -> None:
    text = (
        "Shells fired by Karvenian troops hit the Turkish village of Akova on Monday, wounding a farmer, "
        "according to Reuters.\n\n"
        "Karvenian shells hit the Turkish village of Akova on Monday, Anadolu reported.\n"
    )
    events = [e for e in reader.read(text, published="2016-05-04").events if e.type == "ASSAULT"]
    assert len(events) == 1
    assert events[0].attribution[0].name == "Reuters"
    assert [chain[0].name for chain in events[0].also] == ["Anadolu"]
