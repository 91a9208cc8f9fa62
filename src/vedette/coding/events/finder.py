"""All events of a report as its grammar shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.coding.events.classes import Classes
from vedette.coding.events.clauses import Clauses, refusal
from vedette.coding.events.figurative import Figures
from vedette.coding.events.lexicon import lexicon
from vedette.coding.events.means import mode_of
from vedette.coding.events.nouns import Nouns
from vedette.coding.events.roles import Roles
from vedette.coding.events.syntax import Syntax
from vedette.coding.events.verbs import Verbs

if TYPE_CHECKING:
    from vedette.coding.events.found import Found
    from vedette.record import Parsed

_KEEPS_NOUN = frozenset({"ACCUSE", "SUPPORT"})
_FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})


class Finder:
    """Finds the events of one report."""

    __slots__ = ("classes", "clauses", "figures", "nouns", "parsed", "roles", "syntax", "taken", "verbs")

    def __init__(self, parsed: Parsed) -> None:
        book = lexicon()
        self.parsed = parsed
        self.syntax = Syntax(parsed)
        self.classes = Classes(self.syntax, book)
        self.roles = Roles(self.syntax, self.classes)
        self.verbs = Verbs(self.syntax, self.classes, self.roles, book)
        self.nouns = Nouns(self.syntax, self.classes, self.roles)
        self.clauses = Clauses(self.syntax, self.classes, self.roles, self.verbs, book)
        self.figures = Figures(parsed)
        self.taken: set[int] = set()

    def find(self) -> tuple[Found, ...]:
        """The events, in the order of the text."""
        out: list[Found] = []
        for token in self.parsed.tokens:
            if token.pos in {"VERB", "ADJ"} and token.i not in self.taken:
                found = self._of_verb(token.i)
                if found is not None:
                    out.append(found)
        for token in self.parsed.tokens:
            if token.pos in {"NOUN", "PROPN"} and token.i not in self.taken:
                found = self.nouns.find(token.i)
                if found is not None:
                    out.append(found)
        kept = [self._finished(f) for f in out if not self.figures.held(f.anchor, f.kind)]
        return tuple(sorted(kept, key=lambda f: (f.anchor, f.kind)))

    def speakers(self, i: int) -> tuple[int, ...]:
        """Who says the clause that a token stands in, by the grammar; empty where nobody does."""
        speech = lexicon().speech
        node = i
        for _ in range(12):
            token = self.syntax.tokens[node]
            if token.head == node:
                return ()
            head = self.syntax.tokens[token.head]
            if token.dep in {"ccomp", "parataxis"} and head.lemma.lower() in speech:
                found = self.syntax.subjects(head.i)
                if found:
                    return found
            node = head.i
        return ()

    def _of_verb(self, i: int) -> Found | None:
        controlled = self.clauses.find(i)
        if controlled is not None:
            found, inner = controlled
            if inner is not None:
                self._take(inner, found.kind)
            return found
        if self.syntax.tokens[i].pos == "ADJ":
            return None
        threat = self.clauses.threat(i)
        if threat is not None:
            self.taken.update(self.syntax.objects(i))
            return threat
        demand = self.clauses.demand(i, self.speakers(i))
        if demand is not None:
            self._take(i, demand.kind)
            return demand
        matched = self.verbs.find(i)
        if matched is None:
            return None
        found, noun = matched
        if noun is not None and not (found.kind in _KEEPS_NOUN and self._forceful(noun)):
            self.taken.add(noun)
        return refusal(found, lexicon().controls["refuse"][0][1]) or found

    def _forceful(self, noun: int) -> bool:
        row = self.classes.event(noun)
        return row is not None and row.code.partition("/")[0] in _FORCE

    def _take(self, inner: int, kind: str) -> None:
        """Marks a complement, and what it takes up, as told by the verb above it."""
        if kind == "ACCUSE":
            return
        front = [inner]
        while front:
            node = front.pop()
            self.taken.add(node)
            matched = self.verbs.find(node)
            if matched is not None and matched[1] is not None:
                self.taken.add(matched[1])
            self.taken.update(o for o in self.syntax.objects(node) if self.classes.event(o))
            front += [k.i for k in self.syntax.kids(node, "xcomp", "conj") if k.i not in self.taken]

    def _finished(self, found: Found) -> Found:
        mode = mode_of(self.syntax, self.classes, found)
        return found if mode == found.mode else replace(found, mode=mode)
