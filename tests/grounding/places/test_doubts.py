from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.grounding.places.conftest import Read


def kinds(read: Callable[[str], Read], text: str) -> list[str]:
    return [d.kind for d in read(text).doubts]


@pytest.mark.parametrize(
    "text",
    [
        "The general toured border areas in Pakistan's southeastern region. The posts there face Afghanistan, he said "
        "at the border.",
        "He inspected frontier posts in northern Chad. Guards at the border with Cameroon cheered.",
        "Rockets hit the western city of Mashhad in Iran.",
        "The northern town of Basra in Iraq was calm.",
    ],
)
def test_direction_that_the_map_denies(read: Callable[[str], Read], text: str) -> None:
    assert kinds(read, text) == ["place_direction"]


@pytest.mark.parametrize(
    "text",
    [
        "The general toured border areas in Pakistan's northwestern region. The posts there face Afghanistan, he said.",
        "Rockets hit the eastern city of Mashhad in Iran.",
        "Northern Syria is calm. Iraq sent envoys.",
        "The central city of Yazd in Iran was calm.",
    ],
)
def test_direction_that_fits(read: Callable[[str], Read], text: str) -> None:
    assert kinds(read, text) == []


def test_two_spellings(read: Callable[[str], Read]) -> None:
    found = read("Shells fell on Khoda Afarin in Iran. People in Khoda Afrin fled.")
    assert [d.kind for d in found.doubts] == ["spelling"]
    assert [s.quote for s in found.doubts[0].spans] == ["Khoda Afarin", "Khoda Afrin"]


def test_two_names_are_no_two_spellings(read: Callable[[str], Read]) -> None:
    assert (
        kinds(read, "Artsakh, or Nagorno-Karabakh, lies in Azerbaijan. Shushi is called Khankendi's neighbour.") == []
    )
