from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.grounding.places.conftest import Read


@pytest.mark.parametrize(
    ("text", "words", "states", "km", "side", "basis"),
    [
        ("Shells fell in Kobani, Syria.", "Kobani", ("SYR", "TUR"), 1, "SYR", "international"),
        ("A rally was held in Goma in Congo.", "Goma", ("COD", "RWA"), 1, "COD", "international"),
        ("He flew to Ardabil city in Iran.", "Ardabil", ("AZE", "IRN"), 31, "IRN", "international"),
        ("A depot burned in Dzhankoy in Crimea.", "Dzhankoy", ("RUS", "UKR"), 27, "UKR", "de_facto"),
        ("Guns fired at Poonch along the Line of Control.", "Poonch", ("IND", "PAK"), 7, "IND", "de_facto"),
    ],
)  # fmt: skip
def test_nearest_border(
    read: Callable[[str], Read], text: str, words: str, states: tuple[str, ...], km: float, side: str, basis: str
) -> None:
    border = read(text).at(words).border
    assert border is not None
    assert (border.states, border.side, border.basis) == (states, side, basis)
    assert border.km == pytest.approx(km, abs=2)
    assert border.uncertainty_km >= 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Elections were held in France.", "France"),
        ("Ships sailed the Red Sea.", "Red Sea"),
        ("A quake shook Tokyo in Japan.", "Tokyo"),
        ("It rained in the Middle East.", "Middle East"),
    ],
)
def test_no_border(read: Callable[[str], Read], text: str, words: str) -> None:
    assert read(text).at(words).border is None
