"""Compiles the rules into a trie over words and classes, and finds the longest match at each token."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.grounding.times.tokens import Lattice
    from vedette.tables.times import LexValue, TimeRule, TimeRules

Slots = dict[str, "LexValue"]
Element = tuple[bool, str, str]
"""Whether it is a class, its name, the slot that it fills (empty for none)."""

_PART = re.compile(r"\s*(\\[()?|]|[()|?]|[^\s()|?]+)")
_MACRO = re.compile(r"<(\w+)>")
_VALUE_CLASSES = ("SAME", "PASTREL", "NEXTREL", "THIS", "REFNEXT", "REFPREV")


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that holds for tokens ``first`` to ``last`` (exclusive), with what its slots were filled with."""

    first: int
    last: int
    rule: TimeRule
    slots: Slots


@dataclass(slots=True)
class _Node:
    words: dict[str, dict[str, _Node]] = field(default_factory=dict)
    classes: dict[str, dict[str, _Node]] = field(default_factory=dict)
    rules: list[int] = field(default_factory=list)


class Grammar:
    """The rules, compiled once."""

    def __init__(self, rules: TimeRules) -> None:
        self._rules = rules.rules
        self._root = _Node()
        for index, rule in enumerate(rules.rules):
            for pattern in rule.patterns:
                for sequence in expand(pattern, rules.macros):
                    self._add(sequence, index)

    def _add(self, sequence: tuple[Element, ...], index: int) -> None:
        node = self._root
        for is_class, name, slot in sequence:
            table = node.classes if is_class else node.words
            node = table.setdefault(name, {}).setdefault(slot, _Node())
        if index not in node.rules:
            node.rules.append(index)

    def starts(self, lattice: Lattice, i: int) -> bool:
        """Whether any rule can start at token ``i``: a cheap test before ``matches``."""
        root = self._root
        return lattice.pieces[i].low in root.words or any(
            name in root.classes for _, classes in lattice.edges[i] for name in classes
        )

    def matches(self, lattice: Lattice, i: int) -> list[Match]:
        """All matches at token ``i``, the longest first, between equal lengths in the order of the rules."""
        found: list[tuple[int, int, Slots]] = []
        stack: list[tuple[_Node, int, Slots]] = [(self._root, i, {})]
        while stack:
            node, at, slots = stack.pop()
            found.extend((-at, index, slots) for index in node.rules)
            if at < len(lattice.pieces):
                stack.extend(_steps(node, lattice, at, slots))
        found.sort(key=lambda f: (f[0], f[1]))
        return [Match(i, -end, self._rules[index], self._rules[index].set | slots) for end, index, slots in found]


def _steps(node: _Node, lattice: Lattice, at: int, slots: Slots) -> Iterator[tuple[_Node, int, Slots]]:
    by_slot = node.words.get(lattice.pieces[at].low)
    if by_slot:
        for slot, child in by_slot.items():
            yield child, at + 1, (slots | {slot: _literal_value(lattice, at)}) if slot else slots
    if node.classes:
        for end, classes in lattice.edges[at]:
            for name, value in classes.items():
                for slot, child in node.classes.get(name, {}).items():
                    yield child, end, slots | {slot: value}


def _literal_value(lattice: Lattice, at: int) -> LexValue:
    for _, classes in lattice.edges[at]:
        for name in _VALUE_CLASSES:
            if name in classes:
                return classes[name]
    return 1


def expand(pattern: str, macros: dict[str, str]) -> Iterator[tuple[Element, ...]]:
    """The sequences of elements that a pattern stands for.

    Raises:
        KeyError: the pattern uses a macro that is not defined.
    """
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda m: f"({macros[m.group(1)]})", pattern)
    parts = [m.group(1) for m in _PART.finditer(pattern)]
    sequences, end = _alternatives(parts, 0)
    if end != len(parts):
        message = f"unbalanced pattern: {pattern}"
        raise ValueError(message)
    yield from dict.fromkeys(s for s in sequences if s)


def _alternatives(parts: list[str], at: int) -> tuple[list[tuple[Element, ...]], int]:
    done: list[tuple[Element, ...]] = []
    current: list[tuple[Element, ...]] = [()]
    while at < len(parts) and parts[at] != ")":
        if parts[at] == "|":
            done.extend(current)
            current = [()]
            at += 1
            continue
        if parts[at] == "(":
            options, at = _alternatives(parts, at + 1)
        else:
            options = [(_element(parts[at]),)]
        at += 1
        if at < len(parts) and parts[at] == "?":
            options = [*options, ()]
            at += 1
        current = [head + tail for head in current for tail in options]
    return done + current, at


def _element(part: str) -> Element:
    name, _, slot = part.partition(":")
    is_class = name[:1].isupper()
    return is_class, name if is_class else name.lower().lstrip("\\"), slot or (name.lower() if is_class else "")
