from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.grounding.places.conftest import Read


@pytest.mark.parametrize(
    ("text", "words", "place", "country"),
    [
        ("The man from Paris, Texas, was fined.", "Paris", "geonames:4717560", "USA"),
        ("Ministers met in Paris on Monday.", "Paris", "geonames:2988507", "FRA"),
        ("A bridge in Springfield, Ill., was closed.", "Springfield", "geonames:4250542", "USA"),
        ("Fighting near Stepanakert went on.", "Stepanakert", "vedette:stepanakert", "AZE"),
        ("Shells fell on Khankendi at dawn.", "Khankendi", "vedette:stepanakert", "AZE"),
        ("Troops in the Galwan Valley withdrew.", "Galwan Valley", "vedette:galwan-valley", "IND"),
        ("Tankers passed the Strait of Hormuz.", "Strait of Hormuz", "vedette:strait-of-hormuz", None),
        ("The crossing at Khudaferin was shut.", "Khudaferin", "vedette:khoda-afarin", "IRN"),
    ],
)  # fmt: skip
def test_best_candidate(read: Callable[[str], Read], text: str, words: str, place: str, country: str | None) -> None:
    best = read(text).at(words).best
    assert best is not None
    assert (best.id, best.country) == (place, country)


def test_one_name_in_two_containers(read: Callable[[str], Read]) -> None:
    found = read("Rebels met in Tbilisi, Georgia. A week later they flew to Atlanta, Georgia.")
    countries = [p.best.country for p in found.places if p.span.quote == "Georgia" and p.best]
    assert countries == ["GEO", "USA"]


def test_list_of_countries_is_no_containment(read: Callable[[str], Read]) -> None:
    found = read("Envoys came from Niger, Nigeria, Chad and Guinea.")
    assert [p.best.id for p in found.places if p.best] == ["iso3166:NER", "iso3166:NGA", "iso3166:TCD", "iso3166:GIN"]


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan and Jordan Blake played; Jordan scored twice.",
        "They cooked the turkey and put the china away.",
        "The West Nile virus and the Ebola virus were found.",
        "He lives on Washington Street and works on Paris Avenue.",
        "The New York Times and the Los Angeles Times reported it.",
        "Police said on Monday that most of the market was open.",
    ],
)
def test_not_a_place(read: Callable[[str], Read], text: str) -> None:
    assert read(text).quotes == []


def test_roles(read: Callable[[str], Read]) -> None:
    found = read("Tehran will not tolerate it. Iranian troops stood in Tabriz. Kabul Police Department officers left.")
    assert [(p.span.quote, p.role) for p in found.places] == [
        ("Tehran", "government"), ("Iranian", "demonym"), ("Tabriz", "place"), ("Kabul", "organisation"),
    ]  # fmt: skip
    assert found.at("Tehran").best.country == "IRN"  # type: ignore[union-attr]


def test_disputed_is_said(read: Callable[[str], Read]) -> None:
    found = read("The army of Nagorno-Karabakh, or Artsakh, fell back. Crimea and the Golan Heights were quiet.")
    for words, country in (
        ("Nagorno-Karabakh", "AZE"),
        ("Artsakh", "AZE"),
        ("Crimea", "UKR"),
        ("Golan Heights", "SYR"),
    ):
        best = found.at(words).best
        assert best is not None
        assert best.country == country
        assert best.disputed


def test_province_and_city_of_one_name(read: Callable[[str], Read]) -> None:
    found = read("He toured the Iranian province of Ardabil and slept in Ardabil.")
    kinds = [p.best.kind for p in found.places if p.span.quote == "Ardabil" and p.best]
    assert kinds == ["admin1", "city"]
    assert [p.precision for p in found.places if p.span.quote == "Ardabil"] == [4, 1]


def test_near_is_less_exact(read: Callable[[str], Read]) -> None:
    assert read("A convoy was hit near Mosul in Iraq.").at("Mosul").precision == 2
    assert read("A convoy was hit in Mosul in Iraq.").at("Mosul").precision == 1


def test_counties_named_together(read: Callable[[str], Read]) -> None:
    found = read("Deputies in Polk and Burnett counties in Wisconsin searched the woods.")
    assert [(p.best.admin2, p.best.admin1) for p in found.places if p.best and p.best.kind == "admin2"] == [
        ("Polk County", "Wisconsin"), ("Burnett County", "Wisconsin"),
    ]  # fmt: skip


def test_candidates_have_reasons(read: Callable[[str], Read]) -> None:
    place = read("A shop in Paris, Texas, burned.").at("Paris")
    assert len(place.candidates) > 1
    assert place.best is not None
    assert place.best.reason.startswith("The text puts it in Texas")
    assert all(c.reason for c in place.candidates)
    assert sum(c.probability for c in place.candidates) <= 1


def test_same_input_same_places(read: Callable[[str], Read]) -> None:
    text = "Shells hit Kobani, 12 km from the border with Turkey, and villages in northern Syria."
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fighters of the Islamic State of Iraq and the Levant came.",
        "A branch of al-Qaeda in the Arabian Peninsula denied it.",
        "The 5th Fleet and the Toyota plant were named on Nov. 6.",
    ],
)
def test_place_in_the_name_of_a_group(read: Callable[[str], Read], text: str) -> None:
    assert read(text).quotes == []
