"""Names spelt two ways, short and long."""

from __future__ import annotations

import pytest

from vedette.reading.matching import alike, initials, is_acronym, key, same_name, same_person

SAME = [
    ("Odo Veshti", "Veshti"),
    ("Odo Veshti", "O. Veshti"),
    ("Mohammad Parvani", "Muhammad Parvani"),
    ("Hossein Larami", "Hussein Larami"),
    ("Odo Khalil Veshti", "Odo Veshti"),
    ("Zoltán Veshti", "Zoltan Veshti"),
    ("Veshti’s", "Veshti"),
]
OTHER = [
    ("Odo Veshti", "Mira Veshti"),
    ("Odo Veshti", "Odo Tassen"),
    ("Veshti", "Vesh"),
    ("", "Veshti"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same_person(a: str, b: str) -> None:
    assert same_person(key(a), key(b))
    assert same_person(key(b), key(a))


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_other_person(a: str, b: str) -> None:
    assert not same_person(key(a), key(b))


def test_places_spelt_two_ways_are_one_but_an_adjective_is_not_its_country() -> None:
    assert same_name(key("Tarma Gavarin"), key("Tarma Gavrin"))
    assert not same_name(key("Luria"), key("Lurian"))
    assert not same_name(key("Lurian"), key("Lurians"))


def test_acronyms() -> None:
    assert initials("Agence Franco-Press of the North") == "afpn"
    assert is_acronym("U.N.")
    assert not is_acronym("Un")


def test_short_words_are_never_alike_by_accident() -> None:
    assert not alike("Iran", "Iraq")
    assert not alike("Mali", "Malta")
