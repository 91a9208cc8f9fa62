from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.grounding.places.conftest import Read


@pytest.mark.parametrize(
    ("text", "words", "states", "side"),
    [
        ("Troops went to Iran's border with Armenia and Azerbaijan.", "Iran's border with Armenia and Azerbaijan",
         ("ARM", "AZE", "IRN"), None),
        ("Rounds fell in border villages in Iran during the war in Armenia.", "border villages in Iran",
         ("ARM", "IRN"), "IRN"),
        ("Rounds hit border rural areas of Iran, as Azerbaijan fought.", "border rural areas of Iran",
         ("AZE", "IRN"), "IRN"),
        ("Guards closed the Syrian-Turkish border.", "Syrian-Turkish border", ("SYR", "TUR"), None),
        ("A clash broke out on the border between Chad and Sudan.", "border between Chad and Sudan",
         ("SDN", "TCD"), None),
        ("They strayed across the [Iranian] border into Iraq.", "[Iranian] border", ("IRN", "IRQ"), None),
        ("Iraq fears for Iran's borders.", "Iran's borders", ("IRN", "IRQ"), "IRN"),
        ("A drone fell in Ukraine near the border with Poland.", "border with Poland", ("POL", "UKR"), None),
    ],
)  # fmt: skip
def test_strip_along_a_border(
    read: Callable[[str], Read], text: str, words: str, states: tuple[str, ...], side: str | None
) -> None:
    place = read(text).at(words)
    assert place.best is not None
    assert place.best.kind == "border"
    assert place.border is not None
    assert (place.border.states, place.border.km, place.border.side) == (states, 0.0, side)


def test_direction_picks_the_stretch(read: Callable[[str], Read]) -> None:
    north = read("Pakistan's northwestern border areas are tense.").at("Pakistan's northwestern border areas").best
    east = read("Pakistan's eastern border areas are tense.").at("Pakistan's eastern border areas").best
    assert north is not None
    assert east is not None
    assert north.lon < east.lon


@pytest.mark.parametrize(
    "text", ["Guards watched the border.", "The border was quiet, he said.", "Borders Books closed."]
)
def test_border_of_nobody(read: Callable[[str], Read], text: str) -> None:
    assert not [p for p in read(text).places if p.best and p.best.kind == "border"]


def test_border_of_a_part_is_its_stretch(read: Callable[[str], Read]) -> None:
    strips = [p.best for p in read("Trucks waited along the border of Khuzestan, in Iran.").places if p.best]
    strip = next(s for s in strips if s.kind == "border")
    assert strip.country == "IRN"
    assert strip.radius_km < 300
    assert 29 < strip.lat < 34
