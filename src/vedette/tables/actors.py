"""States and whoever else acts: countries, roles and titles, bodies and groups, who held an office when.

The rows are facts of our own writing; country names are checked against Unicode CLDR by ``scripts/build_countries.py``.
"""

from __future__ import annotations

import msgspec

from vedette.tables.loader import load_csv


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state, a state that few recognise, a territory, or a state that is no more.

    Attributes:
        code: ISO 3166-1 alpha-3, ISO 3166-3 for former states, or our own ``X..`` code.
        alpha2: ISO 3166 alpha-2; empty for our own codes.
        kind: ``state``, ``partial`` (few recognise it), ``territory`` or ``historical``.
        name, official: usual and official English name.
        aliases: other names, as written in news ("the Islamic Republic" without its article).
        adjectives: "Iranian"; also names used as one ("U.S.").
        nationals: plural nouns, "Iranians".
        capital: its capital.
        seats: other names that stand for the government ("Kremlin", "Peking").
        start, end: first and last year; None where news since 1980 need not know it.
        successor: alpha-3 codes of what came after it, or of the state that holds it now.
    """

    code: str
    alpha2: str = ""
    kind: str = "state"
    name: str = ""
    official: str = ""
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nationals: tuple[str, ...] = ()
    capital: str = ""
    seats: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    successor: tuple[str, ...] = ()


def countries() -> tuple[Country, ...]:
    """All rows of ``countries.csv``."""
    return load_csv("countries.csv", Country)
