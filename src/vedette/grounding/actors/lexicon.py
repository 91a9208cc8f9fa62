"""What the words of a phrase name: states, their adjectives and seats of government, bodies, peoples, roles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from vedette.grounding.actors.words import Word, key, words
from vedette.tables.actors import bodies, countries, cues, peoples, role_table, roles

if TYPE_CHECKING:
    from vedette.tables.actors import Body, Country, Role

MAX_WORDS = 9
MIN_FOLDED = 4
"""Letters that a name needs to be told where the case of letters tells nothing ("is", "car" do not)."""
STATE_KINDS = frozenset(("state", "adjective", "national", "seat", "capital"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that words may name.

    Attributes:
        kind: ``state``, ``adjective``, ``national``, ``capital``, ``seat``; ``body``; ``people``, ``person_people``
            (its plural noun); ``role``; ``modifier``; ``former``; ``honorific``; ``place`` (a town of the report).
        country: alpha-3 or own code; empty when it tells none.
        start, end: first and last year.
        row: the table's row.
        sectors: of a body or modifier.
    """

    kind: str
    country: str
    start: int | None = None
    end: int | None = None
    state: Country | None = None
    body: Body | None = None
    role: Role | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """Words ``first`` to ``last`` (exclusive) of a phrase and what they may name; characters ``start`` to ``end``.

    ``blocked``: the name only says whose friend or foe somebody is. ``noun``: the role noun that the same words are.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    blocked: bool
    noun: Entry | None = None

    @property
    def kind(self) -> str:
        """The kind of the first entry."""
        return self.entries[0].kind

    @property
    def role(self) -> Role | None:
        """The role, when it is one."""
        return self.entries[0].role


class Lexicon:
    """The tables, indexed by words."""

    def __init__(self) -> None:
        self.names: dict[str, tuple[Entry, ...]] = {}
        self.nouns: dict[str, tuple[Entry, ...]] = {}
        self.cues = cues()
        self._short: frozenset[str] = frozenset()
        self._index_states()
        self._index_peoples()
        self._index_bodies()
        self._index_roles()
        self.folded: dict[str, tuple[Entry, ...]] = {}
        for name, entries in self.names.items():
            if len(name) >= MIN_FOLDED:
                self.folded.setdefault(name.lower(), entries)
        self._starts: dict[str, int] = {}
        for name in (*self.names, *self.nouns):
            first, size = name.split(" ", 1)[0].lower(), min(name.count(" ") + 1, MAX_WORDS)
            self._starts[first] = max(size, self._starts.get(first, 0))
        self._ends = {name.rsplit(" ", 1)[-1].lower() for name in (*self.names, *self.nouns)}
        self.states = {row.code: row for row in countries()}
        self.hits = lru_cache(maxsize=32_768)(self._hits)

    def _add(self, name: str, entry: Entry) -> None:
        at = name if name.startswith("The ") and name.count(" ") == 1 else key(name)
        for form in {at: None, _article(at, "al", "Al"): None, _article(at, "Al", "al"): None}:
            held = self.names.get(form, ())
            if form and not any(e.country == entry.country and e.body is entry.body for e in held):
                self.names[form] = (*held, entry)

    def _index_states(self) -> None:
        for row in countries():
            named = {"state": (row.name, row.official, *row.aliases), "adjective": row.adjectives,
                     "national": row.nationals, "capital": (row.capital,), "seat": row.seats}  # fmt: skip
            for kind, names in named.items():
                for name in names:
                    self._add(name, Entry(kind, row.code, row.start, row.end, state=row))

    def _index_peoples(self) -> None:
        for row in peoples():
            for name in row.nationals:
                self._add(name, Entry("person_people", row.country))
            for name in row.adjectives:
                self._add(name, Entry("people", row.country))

    def _index_bodies(self) -> None:
        for row in bodies():
            for name in (row.name.split(" (")[0], *row.aliases):
                self._add(name, Entry("body", row.country, row.start, row.end, body=row, sectors=row.sectors))

    def _index_roles(self) -> None:
        table = role_table()
        self._short = frozenset(key(short).lower() for short in table.abbreviations)
        for noun, role in roles().items():
            self.nouns.setdefault(key(noun), (Entry("role", "", role=role),))
        for noun, sectors in table.modifiers.items():
            self.nouns.setdefault(key(noun), (Entry("modifier", "", sectors=sectors),))
        for kind, nouns in (("former", table.former), ("honorific", table.honorifics)):
            for noun in nouns:
                self.nouns.setdefault(key(noun).lower(), (Entry(kind, ""),))

    def ends(self, word: str) -> bool:
        """Whether any name or noun of the tables ends with a word."""
        return word.lower() in self._ends

    def _hits(self, phrase: str, folded: bool = False) -> tuple[Hit, ...]:
        """What the words of a phrase name, the longest first at each word.

        Args:
            phrase: the words of a mention.
            folded: the case of letters tells nothing (a headline in capitals, a wire in lower case).
        """
        parts = words(phrase)
        out: list[Hit] = []
        i = 0
        while i < len(parts):
            hit = self._longest(phrase, parts, i, folded)
            if hit is None:
                i += 1
            else:
                out.append(hit)
                i = hit.last
        return tuple(out)

    def _longest(self, phrase: str, parts: tuple[Word, ...], i: int, folded: bool) -> Hit | None:
        longest = min(self._starts.get(parts[i].folded, 0), len(parts) - i)
        exact = [w.text for w in parts[i : i + longest]]
        lower = [w.folded for w in parts[i : i + longest]]
        for size in range(longest, 0, -1):
            noun_key = " ".join(lower[:size])
            nouns = self.nouns.get(noun_key, ())
            entries = self._entries(" ".join(exact[:size]), noun_key, nouns, folded)
            if entries:
                start, end = parts[i].start, parts[i + size - 1].end
                blocked = self._blocked(parts, i, i + size) or self._past(parts, i, entries)
                noun = nouns[0] if nouns else None
                return Hit(i, i + size, start, end, phrase[start:end], entries, blocked, noun)
        return None

    def _entries(self, exact: str, lower: str, nouns: tuple[Entry, ...], folded: bool) -> tuple[Entry, ...]:
        found = self.names.get(exact, ())
        if not found and folded:
            found = self.folded.get(lower, ())
        if found:
            return found
        if nouns and lower in self._short and not (folded or exact[:1].isupper()):
            return ()
        return nouns

    def _past(self, parts: tuple[Word, ...], first: int, entries: tuple[Entry, ...]) -> bool:
        """Whether a state that is no more only says where others come from: "former Soviet republics"."""
        state = entries[0].state
        return (
            bool(first)
            and state is not None
            and state.kind == "historical"
            and parts[first - 1].folded in {"former", "ex"}
        )

    def _blocked(self, parts: tuple[Word, ...], first: int, last: int) -> bool:
        """Whether the name only says whose friend or foe it is: "Iran-backed", "pro-Russian", "post-Soviet"."""
        after = parts[last] if last < len(parts) else None
        joined = after is not None and (after.hyphen or after.folded in self.cues.backed_apart)
        if joined and after is not None and after.folded in self.cues.backed:
            return True
        before = parts[first - 1] if first else None
        if before is None:
            return False
        if before.folded in self.cues.against and parts[first].hyphen:
            return True
        return before.folded in self.cues.before


def _article(name: str, old: str, new: str) -> str:
    """A name with its Arabic article in the other case ("Ahrar al Sham", "Ahrar Al Sham")."""
    return " ".join(new if word == old else word for word in name.split(" "))
