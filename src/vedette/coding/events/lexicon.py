"""The event lexicon, indexed by lemma."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from vedette.tables import events as tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vedette.tables.events import Control, Family, Frame, NounClass, Threat


R = TypeVar("R")
NounEntry = tuple[tuple[str, ...], str, "NounClass"]
"""Modifiers, the noun after "of" (empty without), and the class."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of one verb: a frame, or a cell of a family, ready for matching.

    Attributes:
        rest: the words that stand with the verb (particles and the like).
        rule: what to print as its source.
        weight: how many conditions it has; more wins.
        p: how often it is right.
        kind, mode, cameo: the code; ``kind`` empty where the object's noun has it.
        object to mutual: as of a frame.
    """

    rest: tuple[str, ...]
    rule: str
    weight: int
    p: float
    kind: str = ""
    mode: str | None = None
    cameo: str | None = None
    object: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    not_subject: frozenset[str] = frozenset()
    passive: bool | None = None
    preps: tuple[str, ...] = ()
    pobj: frozenset[str] = frozenset()
    clause: bool | None = None
    to: tuple[str, ...] = ()
    by: tuple[str, ...] = ("subject",)
    mutual: bool = False


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
    said: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()
    press: frozenset[str] = frozenset()
    travel: frozenset[str] = frozenset()
    state_bodies: frozenset[str] = frozenset()
    plans: frozenset[str] = frozenset()
    friendly: frozenset[str] = frozenset()
    happening: frozenset[str] = frozenset()
    uses: frozenset[str] = frozenset()
    harms: frozenset[str] = frozenset()
    object_control: frozenset[str] = frozenset()
    perception: frozenset[str] = frozenset()
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
        said=frozenset(clauses.said),
        standing=frozenset(clauses.standing),
        press=frozenset(clauses.press),
        travel=frozenset(clauses.travel),
        state_bodies=frozenset(clauses.state_bodies),
        plans=frozenset(clauses.plans),
        harms=frozenset(clauses.harms),
        uses=frozenset(clauses.uses),
        friendly=frozenset(clauses.friendly),
        happening=frozenset(v.split()[0] for v in clauses.happening),
        object_control=frozenset(clauses.object_control),
        perception=frozenset(clauses.perception),
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
    for frame in tables.frames():
        for verb in frame.verbs:
            first, *rest = verb.split()
            out.setdefault(first, []).append(_of_frame(frame, verb, tuple(rest)))
    for family in tables.families():
        for verb in dict.fromkeys(family.verbs):
            first, *rest = verb.split()
            out.setdefault(first, []).extend(_of_family(family, verb, tuple(rest)))
    return {k: tuple(sorted(v, key=lambda s: -s.weight)) for k, v in out.items()}


def _of_frame(frame: Frame, verb: str, rest: tuple[str, ...]) -> Sense:
    kind, mode, cameo = tables.split_code(frame.code)
    conditions = sum(map(bool, (frame.object, frame.subject, frame.preps, frame.pobj)))
    weight = 4 * conditions + 3 * bool(rest) + 2 * (frame.clause is not None) + 1 - 2 * (frame.object == ("NONE",))
    return Sense(
        rest, f"verb:{verb}", weight, frame.p, kind, mode, cameo,
        object=frozenset(frame.object), without=frozenset(frame.without), subject=frozenset(frame.subject),
        not_subject=frozenset(frame.not_subject), passive=frame.passive, preps=frame.preps,
        pobj=frozenset(frame.pobj), clause=frame.clause, to=frame.to, by=frame.by, mutual=frame.mutual,
    )  # fmt: skip


def _of_family(family: Family, verb: str, rest: tuple[str, ...]) -> Iterable[Sense]:
    """The cells of a family as senses; those with the same code stand together."""
    classes = {row.key: row for row in tables.noun_classes()}
    groups: dict[str, list[str]] = {}
    for key, code in family.cells.items():
        groups.setdefault(code, []).append(key)
    for code, keys in groups.items():
        kind, mode, cameo = ("", None, None) if code == "own" else tables.split_code(code)
        to = tuple(dict.fromkeys(t for k in keys if k in classes for t in classes[k].to)) or ("object",)
        yield Sense(
            rest, f"{family.key}:{verb}", 4 + 3 * bool(rest), 0.75, kind, mode, cameo,
            object=frozenset(keys), to=(*family.to, *to), by=family.by,
        )  # fmt: skip
