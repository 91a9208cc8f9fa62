"""The words and rules of English temporal expressions."""

from __future__ import annotations

import msgspec

from vedette.tables.loader import load_yaml

LexValue = int | str


class Modifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that narrows or blurs what follows: the TIMEX3 ``mod`` (None for none) and what it may stand before."""

    mod: str | None
    of: str


class TimeLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lexicon of ``times.yaml``; its comments say what each part is for."""

    classes: dict[str, dict[str, LexValue]]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    modifiers: dict[str, Modifier]
    future_heads: frozenset[str]
    scheduling: frozenset[str]
    tails: dict[str, Modifier]
    words: dict[str, frozenset[str]]
    proper: frozenset[str]
    ambiguous: frozenset[str]
    name_heads: frozenset[str]
    year_prepositions: frozenset[str]
    counted: frozenset[str]
    not_before_year: frozenset[str]


class TimeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern over token classes and what it means.

    Attributes:
        name: unique; reasons and ``made_by`` show it.
        patterns: alternatives. ``UPPER`` is a class (``UPPER:slot`` binds its value to another slot), ``lower`` a word,
            ``x?`` optional, ``(a b|c)`` a choice, ``<name>`` a macro.
        kind: the normaliser's entry for it.
        set: slots with fixed values.
        after, not_after: what the word before must, or must not, be; ``before``, ``not_before``: the word behind.
        mode: ``news`` or ``narrative`` where it holds in one only.
        guard: a named test in code.
        confidence: of a match, before what resolution takes off.
    """

    name: str
    patterns: tuple[str, ...]
    kind: str
    set: dict[str, LexValue] = {}
    after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    mode: str | None = None
    guard: str | None = None
    confidence: float = 0.9


class TimeRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules of ``times_rules.yaml``: macros, then rules in the order of their priority between equal lengths."""

    macros: dict[str, str]
    rules: tuple[TimeRule, ...]


def time_lexicon() -> TimeLexicon:
    """The words of temporal expressions."""
    return load_yaml("times.yaml", TimeLexicon)


def time_rules() -> TimeRules:
    """The rules of temporal expressions."""
    return load_yaml("times_rules.yaml", TimeRules)
