"""The rules, the tables behind them, and how they are compiled."""

from __future__ import annotations

import pytest

from vedette.grounding.times.finder import Finder
from vedette.grounding.times.grammar import expand
from vedette.grounding.times.guards import GUARDS
from vedette.grounding.times.resolver import NORMALISERS
from vedette.grounding.times.tokens import Lexer
from vedette.tables.times import time_lexicon, time_rules


def test_every_rule_has_a_normaliser_and_its_test() -> None:
    rules = time_rules().rules
    assert {r.kind for r in rules} <= NORMALISERS.keys()
    assert {r.guard for r in rules if r.guard} <= GUARDS.keys()
    assert GUARDS.keys() == {r.guard for r in rules if r.guard}
    assert len({r.name for r in rules}) == len(rules)


def test_every_class_of_a_rule_is_known() -> None:
    lexicon, rules = time_lexicon(), time_rules()
    made = {"NUM", "ORD", "DAY", "ORDDAY", "YEAR", "YEAR3", "YEAR2", "DECADE", "DECADE3", "ISO", "NUMDATE", "CLOCK"}
    known = lexicon.classes.keys() | made | {"QUARTER", "FYYEAR", "FYYEAR2", "CLOCK4"}
    used = {
        name
        for rule in rules.rules
        for pattern in rule.patterns
        for sequence in expand(pattern, rules.macros)
        for is_class, name, _ in sequence
        if is_class
    }
    assert used <= known


def test_patterns_expand() -> None:
    found = {" ".join(name for _, name, _ in seq) for seq in expand("the? (MONTH|<d> of) YEAR", {"d": "DAY"})}
    assert found == {"MONTH YEAR", "the MONTH YEAR", "DAY of YEAR", "the DAY of YEAR"}


def test_unbalanced_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="unbalanced"):
        list(expand("MONTH ) YEAR", {}))


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("twenty-four", "NUM", 24),
        ("two hundred and ten", "NUM", 210),
        ("nineteen ninety-six", "YEAR", 1996),
        ("two thousand and six", "YEAR", 2006),
        ("2 1/2", "NUM", "2.5"),
        ("twenty-first", "ORD", 21),
        ("1,200", "NUM", 1200),
        ("2O21", "YEAR", 2021),
    ],
)
def test_numbers(text: str, name: str, value: int | str) -> None:
    lattice = Lexer(time_lexicon()).lattice(text)
    assert (len(lattice.pieces), value) in [(end, classes.get(name)) for end, classes in lattice.edges[0]]


def test_twelve_thousand_is_no_year() -> None:
    lattice = Lexer(time_lexicon()).lattice("twelve thousand")
    assert not any("YEAR" in classes for edges in lattice.edges for _, classes in edges)


@pytest.mark.parametrize(
    "text",
    ["", " ", "1" * 5000, "a " * 5000, "the " * 3000, "- " * 3000, "thousand " * 3000, "20:" * 2000, "1/1/" * 2000],
)
def test_strange_text_ends(text: str) -> None:
    finder = Finder(time_lexicon(), time_rules())
    lattice = finder._lexer.lattice(text)
    assert len(finder.find(lattice, narrative=False)) <= len(text)
