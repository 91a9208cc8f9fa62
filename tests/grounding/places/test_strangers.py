"""A village that no gazetteer has is not the town of its name on another continent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from vedette import Reader


def best(reader: Reader, text: str, name: str) -> set[str | None]:
    """The countries that the places of a name are put in."""
    places = reader.read(text).places
    return {p.best.country for p in places if p.span.quote == name and p.best is not None and p.role == "place"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lebanon and Israel traded fire. A drone hit a car in the village of Blida, Lebanon's army said.", "Blida"),
        ("Sudan and South Sudan blame each other for the raid on Yida, South Sudan said.", "Yida"),
        ("South Sudan accused Sudan of a raid on Batal, where South Sudan has a garrison.", "Batal"),
    ],
)
def test_not_a_town_elsewhere(reader: Reader, text: str, name: str) -> None:
    assert not best(reader, text, name) & {"DZA", "PHL", "SAU"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Algeria and France agreed on a visit to Blida.", "Blida", "DZA"),
        ("Police in Blida arrested two men on Monday, a court heard.", "Blida", "DZA"),
        ("Iran and Iraq will meet in Geneva, Iran said.", "Geneva", "CHE"),
        ("Russia and Ukraine sent envoys to Istanbul, Russia said.", "Istanbul", "TUR"),
        ("India and Pakistan met in Tashkent, and India spoke of progress.", "Tashkent", "UZB"),
    ],
)
def test_known_towns_stay(reader: Reader, text: str, name: str, country: str) -> None:
    assert best(reader, text, name) == {country}
