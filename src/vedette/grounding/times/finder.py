"""Finds the temporal expressions of a text: the matches of the grammar that their neighbours bear out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.grounding.times.grammar import Grammar
from vedette.grounding.times.guards import GUARDS
from vedette.grounding.times.scene import Scene
from vedette.grounding.times.tokens import TOKEN, Lattice, Lexer

if TYPE_CHECKING:
    from vedette.grounding.times.grammar import Match
    from vedette.record import Parsed
    from vedette.tables.times import Modifier, TimeLexicon, TimeRules

DURATION_KINDS = frozenset(("duration", "offset", "refoffset"))
OWN_ARTICLE = frozenset(("date.full", "date.month-day"))
"""Before a date that qualifies a noun the article is the noun's: "the 7 October attack"."""
MANY_YEARS = 5
YEARS_PER_DEICTIC = 8
"""A text that names many years before its own, and this many for each weekday, "today" or "last week", is a history."""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: its match, with the modifier before it.

    Attributes:
        match: the core.
        start, end: characters, modifier included.
        mod: of the modifier; None without one.
    """

    match: Match
    start: int
    end: int
    mod: str | None


class Finder:
    """The grammar and the lexicon, compiled once."""

    def __init__(self, lexicon: TimeLexicon, rules: TimeRules) -> None:
        self._lexicon = lexicon
        self._lexer = Lexer(lexicon)
        self._grammar = Grammar(rules)
        self._modifiers: dict[str, list[tuple[tuple[str, ...], Modifier]]] = {}
        for phrase, modifier in lexicon.modifiers.items():
            key = tuple(m.group().lower() for m in TOKEN.finditer(phrase))
            self._modifiers.setdefault(key[-1], []).append((key, modifier))
        self._tails = {tuple(phrase.split()): tail for phrase, tail in lexicon.tails.items()}
        for held in self._modifiers.values():
            held.sort(key=lambda item: -len(item[0]))

    def lattice(self, parsed: Parsed) -> Lattice:
        """The tokens of a report, tied to those of its parse."""
        lattice = self._lexer.lattice(parsed.text)
        lattice.parse.update((t.start, t) for t in parsed.tokens)
        lattice.eras = sum("BC" in (c.get("ERA") for _, c in e) for e in lattice.edges if e)
        return lattice

    def narrative(self, lattice: Lattice, year: int | None) -> bool:
        """Whether the text is a history: many years far from the report's own, few weekdays and deictics."""
        far = near = 0
        for i, edges in enumerate(lattice.edges):
            for _, classes in edges:
                if "YEAR" in classes or "ERA" in classes:
                    far += year is None or int(classes.get("YEAR", 0)) < year - 1
                near += "WEEKDAY" in classes or "DAYWORD" in classes or "AGO" in classes
                near += bool(classes.keys() & {"PASTREL", "THIS"}) and any(
                    "BIG" in c for _, c in lattice.edges[i + 1 : i + 2] and lattice.edges[i + 1]
                )
        return far >= MANY_YEARS and far > YEARS_PER_DEICTIC * near

    def find(self, lattice: Lattice, narrative: bool) -> list[Found]:
        """The expressions, in the order of the text; they do not overlap."""
        found: list[Found] = []
        previous: Match | None = None
        i, floor = 0, 0
        while i < len(lattice.pieces):
            match = self._best(lattice, i, previous, narrative) if self._grammar.starts(lattice, i) else None
            if match is None:
                i += 1
                continue
            found.append(self._extended(lattice, match, floor))
            previous, i, floor = match, match.last, match.last
        return found

    def _best(self, lattice: Lattice, i: int, previous: Match | None, narrative: bool) -> Match | None:
        for match in self._grammar.matches(lattice, i):
            rule = match.rule
            if rule.name in OWN_ARTICLE and lattice.low(i) == "the" and lattice.tag(match.last).startswith("NN"):
                return None
            if rule.mode and (rule.mode == "narrative") != narrative:
                continue
            before, behind = lattice.low(match.first - 1), lattice.low(match.last)
            if (rule.after and before not in rule.after) or before in rule.not_after:
                continue
            if (rule.before and behind not in rule.before) or behind in rule.not_before:
                continue
            if rule.guard is None or GUARDS[rule.guard](Scene(lattice, match, previous, narrative, self._lexicon)):
                return match
        return None

    def _extended(self, lattice: Lattice, match: Match, floor: int) -> Found:
        first, last, mod = match.first, match.last, None
        family = "duration" if match.rule.kind in DURATION_KINDS else "date"
        while found := self._modifier(lattice, first, floor, family, match):
            first, mod = found[0], mod or found[1]
        tail = self._tails.get((lattice.low(last), lattice.low(last + 1)))
        if tail and tail.of in (family, "both"):
            last, mod = last + 2, mod or tail.mod
        pieces = lattice.pieces
        return Found(match, pieces[first].start, pieces[last - 1].end, mod)

    def _modifier(
        self, lattice: Lattice, first: int, floor: int, family: str, match: Match
    ) -> tuple[int, str | None] | None:
        if match.rule.kind in ("ref", "set", "recent", "anaphor"):
            return None
        at = first - 1 - (lattice.low(first - 1) == "-" and lattice.low(first - 2) in ("mid", "late", "early"))
        for key, modifier in self._modifiers.get(lattice.low(at), ()):
            start = at - len(key) + 1
            if start < floor or modifier.of not in (family, "both"):
                continue
            if any(lattice.low(start + k) != word for k, word in enumerate(key)):
                continue
            if not self._fits(key, lattice, start, first, match):
                continue
            determined = (
                key[0] in ("early", "late", "mid", "very") and lattice.low(start - 1) == "the" and start > floor
            )
            return start - determined, modifier.mod
        return None

    def _fits(self, key: tuple[str, ...], lattice: Lattice, start: int, first: int, match: Match) -> bool:
        """Whether a modifier that is also a preposition stands as one ("over three years", "around Friday")."""
        slots = match.slots
        if key == ("over",):
            counted = lattice.low(first) in ("a", "an") or lattice.low(start - 1) in self._lexicon.words["over_after"]
            return counted and lattice.low(match.last - 1) != "period"
        if key == ("around",):
            return "day" in slots or not slots.keys() & {"weekday", "dayword", "unit"}
        return key != ("about",) or match.rule.kind in DURATION_KINDS or "year" in slots
