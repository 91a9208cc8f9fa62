"""Number words, vague numbers, and the words that say what is counted."""

from __future__ import annotations

from functools import cache

import msgspec

from vedette.tables.loader import load_yaml


class Vague(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words such as "dozens", and the numbers that they are read as."""

    words: tuple[str, ...]
    low: int
    best: int
    high: int


class Bound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases such as "at least": each end as a multiple of the number; None leaves it open."""

    phrases: tuple[str, ...]
    low: float | None = None
    best: float | None = None
    high: float | None = None


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell what a number counts."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str] = frozenset()


class NumberTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``numbers.yaml``.

    Attributes:
        units, scales: number words; a scale multiplies what stands before it.
        vague: numbers in words that name none.
        bounds, after_bounds: phrases before and after a number.
        none: words for nothing or nobody; articles: words for one.
        parts: words that open a part of a number told before ("including").
        units_of_other: what a number may count that is no magnitude of ours (years, miles).
        deaths, injuries, displaced, troops, munitions: the kinds.
        of_persons: verbs that tell of deaths only with persons; tallies: verbs that tell a total.
        drives, homes: verbs and nouns of people who are made to leave.
        casualties: nouns for dead and wounded together, read only where there are none.
        persons, civilians, combatants: nouns for who is counted.
    """

    units: dict[str, int]
    scales: dict[str, int]
    vague: tuple[Vague, ...]
    bounds: tuple[Bound, ...]
    after_bounds: tuple[Bound, ...]
    none: frozenset[str]
    articles: frozenset[str]
    parts: frozenset[str]
    units_of_other: frozenset[str]
    deaths: Kind
    injuries: Kind
    displaced: Kind
    drives: frozenset[str]
    homes: frozenset[str]
    troops: Kind
    munitions: Kind
    of_persons: frozenset[str]
    tallies: frozenset[str]
    casualties: frozenset[str]
    persons: frozenset[str]
    civilians: frozenset[str]
    combatants: frozenset[str]

    def kind(self, name: str) -> Kind:
        """The words of ``deaths``, ``injuries``, ``displaced``, ``troops`` or ``munitions``."""
        found: Kind = getattr(self, name)
        return found


@cache
def number_table() -> NumberTable:
    """The table, read once."""
    return load_yaml("numbers.yaml", NumberTable)
