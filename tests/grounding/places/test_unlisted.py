from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.grounding.places.conftest import Read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen burned the village of Zarqotun on Friday.", ["Zarqotun"]),
        ("Shells hit the villages of Mirbatash, Zarqotun and Oldubad.", ["Mirbatash", "Zarqotun", "Oldubad"]),
        ("The army held the Qarnouba district and the Al-Wusaym Farms.", ["Qarnouba", "Al-Wusaym Farms"]),
        ("Troops entered Tal Hamrun village at night.", ["Tal Hamrun"]),
    ],
)
def test_called_a_place(read: Callable[[str], Read], text: str, names: list[str]) -> None:
    found = [p for p in read(text).places if p.span.quote in names]
    assert [p.span.quote for p in found] == names
    assert all(not p.candidates and p.precision == 7 and p.border is None for p in found)


def test_put_where_the_text_says(read: Callable[[str], Read]) -> None:
    place = read("Gunmen burned the village of Zarqotun in Anbar province, Iraq.").at("Zarqotun")
    assert place.best is not None
    assert (place.best.kind, place.best.country, place.best.admin1) == ("unlisted", "IRQ", "Anbar")
    assert place.best.radius_km > 100
    assert place.precision == 4


@pytest.mark.parametrize(
    "text",
    ["Entire villages are gone.", "The spokesman, Colonel Zarqotun, said so.", "He spoke to Zarqotun on Friday."],
)
def test_called_nothing(read: Callable[[str], Read], text: str) -> None:
    assert read(text).quotes == []
