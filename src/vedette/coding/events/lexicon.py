"""The event lexicon, indexed by lemma."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from vedette.tables import events as tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vedette.tables.events import Control, NounClass, Threat


R = TypeVar("R")
NounEntry = tuple[tuple[str, ...], str, "NounClass"]
"""Modifiers, the noun after "of" (empty without), and the class."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of one verb: a frame, or a cell of a family, ready for matching.

    Attributes:
        rest: the words that stand with the verb (particles and the like).
        kind, mode, cameo: the code; ``kind`` empty where the object's noun has it.
        weight: how many conditions it has; more wins.
        rule: what to print as its source.
    """

    rest: tuple[str, ...]
    kind: str
    mode: str | None
    cameo: str | None
    object: frozenset[str]
    without: frozenset[str]
    subject: frozenset[str]
    not_subject: frozenset[str]
    passive: bool | None
    preps: tuple[str, ...]
    pobj: frozenset[str]
    clause: bool | None
    to: tuple[str, ...]
    by: tuple[str, ...]
    mutual: bool
    p: float
    weight: int
    rule: str


@dataclass(slots=True)
class Lexicon:
    """Verbs, nouns, controls and threats by the lemma of their first or head word."""

    senses: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    nouns: dict[str, tuple[NounEntry, ...]] = field(default_factory=dict)
    controls: dict[str, tuple[tuple[tuple[str, ...], Control], ...]] = field(default_factory=dict)
    states: dict[str, Control] = field(default_factory=dict)
    threats: dict[str, tuple[tuple[tuple[str, ...], Threat], ...]] = field(default_factory=dict)
    speech: frozenset[str] = frozenset()
    raising: frozenset[str] = frozenset()
    unsaid: frozenset[str] = frozenset()
    transparent: frozenset[str] = frozenset()
    plans: frozenset[str] = frozenset()
    happening: frozenset[str] = frozenset()
    uses: frozenset[str] = frozenset()
    harms: frozenset[str] = frozenset()
    object_control: frozenset[str] = frozenset()
    demand_modals: frozenset[str] = frozenset()


@cache
def lexicon() -> Lexicon:
    """The lexicon, built once."""
    clauses = tables.clauses()
    return Lexicon(
        senses=_senses(),
        nouns=_nouns(),
        controls=_by_first((verb, row) for row in clauses.controls for verb in row.verbs),
        states={word: row for row in clauses.controls for word in row.nouns},
        threats=_by_first((verb, row) for row in clauses.threats for verb in row.verbs),
        speech=frozenset(clauses.speech),
        raising=frozenset(clauses.raising),
        unsaid=frozenset(clauses.unsaid),
        transparent=frozenset(clauses.transparent),
        plans=frozenset(clauses.plans),
        harms=frozenset(clauses.harms),
        uses=frozenset(clauses.uses),
        happening=frozenset(v.split()[0] for v in clauses.happening),
        object_control=frozenset(clauses.object_control),
        demand_modals=frozenset(clauses.modals_of_demand),
    )


def _by_first(pairs: Iterable[tuple[str, R]]) -> dict[str, tuple[tuple[tuple[str, ...], R], ...]]:
    out: dict[str, list[tuple[tuple[str, ...], R]]] = {}
    for phrase, row in pairs:
        first, *rest = phrase.split()
        out.setdefault(first, []).append((tuple(rest), row))
    return {k: tuple(sorted(v, key=lambda x: -len(x[0]))) for k, v in out.items()}


def _nouns() -> dict[str, tuple[NounEntry, ...]]:
    out: dict[str, list[NounEntry]] = {}
    for row in tables.noun_classes():
        for entry in row.nouns:
            for form in dict.fromkeys((entry, entry.replace("-", " "), entry.replace("-", ""))):
                front, _, tail = form.partition(" of ")
                *modifiers, head = front.split()
                out.setdefault(head, []).append((tuple(modifiers), tail, row))
    return {k: tuple(sorted(v, key=lambda x: -len(x[0]))) for k, v in out.items()}


def _senses() -> dict[str, tuple[Sense, ...]]:
    out: dict[str, list[Sense]] = {}
    for n, frame in enumerate(tables.frames()):
        kind, mode, cameo = tables.split_code(frame.code)
        for verb in frame.verbs:
            first, *rest = verb.split()
            conditions = sum(map(bool, (frame.object, frame.subject, frame.preps, frame.pobj)))
            weight = 4 * conditions + 3 * bool(rest) + 2 * (frame.clause is not None) + 1
            if frame.object == ("NONE",):
                weight -= 2
            out.setdefault(first, []).append(
                Sense(tuple(rest), kind, mode, cameo, frozenset(frame.object), frozenset(frame.without),
                      frozenset(frame.subject), frozenset(frame.not_subject), frame.passive, frame.preps, frozenset(frame.pobj), frame.clause, frame.to, frame.by,
                      frame.mutual, frame.p, weight, f"verb:{verb}#{n}")
            )  # fmt: skip
    for sense, first in _cells():
        out.setdefault(first, []).append(sense)
    return {k: tuple(sorted(v, key=lambda s: -s.weight)) for k, v in out.items()}


def _cells() -> Iterable[tuple[Sense, str]]:
    """The cells of the families as senses; those that leave the code to the noun stand together."""
    classes = {row.key: row for row in tables.noun_classes()}
    none: frozenset[str] = frozenset()
    for family in tables.families():
        groups: dict[str, list[str]] = {}
        for key, code in family.cells.items():
            groups.setdefault(code, []).append(key)
        for verb in dict.fromkeys(family.verbs):
            first, *rest = verb.split()
            for code, keys in groups.items():
                kind, mode, cameo = ("", None, None) if code == "own" else tables.split_code(code)
                to = tuple(dict.fromkeys(t for k in keys if k in classes for t in classes[k].to)) or ("object",)
                mutual = False
                weight = 4 + 3 * bool(rest)
                yield (
                    Sense(tuple(rest), kind, mode, cameo, frozenset(keys), none, none, none, None, (), none, None, to, ("subject",),
                          mutual, 0.75, weight, f"{family.key}:{verb}"),
                    first,
                )  # fmt: skip
