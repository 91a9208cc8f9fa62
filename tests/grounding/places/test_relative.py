from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vedette.grounding.places.atlas import bearing, distance_km

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.grounding.places.conftest import Read

MOSUL = (36.34, 43.13)


@pytest.mark.parametrize(
    ("phrase", "km", "direction"),
    [
        ("60 miles northwest of Mosul", 96.5, 315),
        ("about 40 km (25 miles) south of Mosul", 40, 180),
        ("roughly 1,200 metres north-east of Mosul", 1.2, 45),
        ("twenty kilometres to the east of the city of Mosul", 20, 90),
    ],
)
def test_distance_and_direction(read: Callable[[str], Read], phrase: str, km: float, direction: float) -> None:
    place = read(f"The column stopped {phrase}, in Iraq.").at(phrase)
    best = place.best
    assert best is not None
    assert distance_km(*MOSUL, best.lat, best.lon) == pytest.approx(km, abs=2.5)
    if km > 10:
        assert bearing(*MOSUL, best.lat, best.lon) == pytest.approx(direction, abs=10)
    assert best.kind == "point"
    assert best.radius_km >= 5


def test_distance_without_direction_is_around(read: Callable[[str], Read]) -> None:
    best = read("The base lies 30 km from Mosul, Iraq.").at("30 km from Mosul").best
    assert best is not None
    assert distance_km(*MOSUL, best.lat, best.lon) < 3
    assert best.radius_km >= 30


def test_distance_counts_from_the_city(read: Callable[[str], Read]) -> None:
    best = read("The village lies 100 miles northwest of Ardabil in Iran.").at("100 miles northwest of Ardabil").best
    assert best is not None
    assert distance_km(38.25, 48.29, best.lat, best.lon) == pytest.approx(161, abs=3)


@pytest.mark.parametrize(
    ("text", "words", "country", "north", "east"),
    [
        ("Strikes hit northeastern Syria.", "northeastern Syria", "SYR", True, True),
        ("He toured Iran's northwestern region.", "Iran's northwestern region", "IRN", True, False),
        ("Floods struck the south of Pakistan.", "south of Pakistan", "PAK", False, False),
        ("Clashes went on in eastern Chad.", "eastern Chad", "TCD", None, True),
    ],
)
def test_part_of_a_country(
    read: Callable[[str], Read], text: str, words: str, country: str, north: bool | None, east: bool
) -> None:
    found = read(text)
    best = found.at(words).best
    whole = next(p.best for p in found.places if p.best and p.best.kind == "country")
    assert best is not None
    assert best.country == country
    assert found.at(words).precision == 5
    if north is not None:
        assert (best.lat > whole.lat) is north
    assert (best.lon > whole.lon) is east


def test_east_in_a_name_is_no_direction(read: Callable[[str], Read]) -> None:
    found = read("The county lies in Iran's East Azerbaijan province.")
    assert found.at("East Azerbaijan").best.kind == "admin1"  # type: ignore[union-attr]
    assert "Iran's East" not in found.quotes


def test_part_that_has_a_name_is_that_place(read: Callable[[str], Read]) -> None:
    found = read("He visited Iran's northwestern province of Ardabil on Monday.")
    assert found.quotes == ["Iran", "Ardabil"]
