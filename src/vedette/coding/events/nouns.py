"""Events that a noun tells of by itself: "clashes between A and B", "the shelling of X by Y", "a visit to Z"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.found import Found
from vedette.tables.events import split_code

if TYPE_CHECKING:
    from vedette.coding.events.classes import Classes
    from vedette.coding.events.roles import Roles
    from vedette.coding.events.syntax import Syntax

_NOT_PREDICATES = frozenset({"compound", "nmod", "amod", "npadvmod"})


class Nouns:
    """Finds the event that a noun tells of in one report."""

    __slots__ = ("_classes", "_roles", "_syntax")

    def __init__(self, syntax: Syntax, classes: Classes, roles: Roles) -> None:
        self._syntax = syntax
        self._classes = classes
        self._roles = roles

    def find(self, i: int) -> Found | None:
        """The event of noun ``i``; None where it names none, or where its parties are needed and missing."""
        token = self._syntax.tokens[i]
        if token.pos not in {"NOUN", "PROPN"} or token.dep in _NOT_PREDICATES or token.tag == "NNPS":
            return None
        row = self._classes.event(i)
        if row is None:
            return None
        kind, mode, cameo = split_code(row.code)
        actors = self._roles.of_noun_actors(i, row.to)
        to = ("with", "between", *row.to) if row.mutual else row.to
        recipients, soft = self._roles.filled(i, (i,), to)
        recipients = tuple(r for r in recipients if r not in actors)
        if row.alone == "never":
            return None
        p = row.p - (0.1 if row.alone == "actors" else 0.0)
        if row.alone == "actors" and not (actors and (recipients or soft or (row.mutual and len(actors) > 1))):
            if not (actors or recipients):
                return None
            p -= 0.2
        verb = self._predicate(i)
        others = tuple(dict.fromkeys((*soft, *self._roles.others(i, (i,)))))
        return Found(i, i, i + 1, verb, kind, mode, row.cameo or cameo, actors, recipients, row.mutual, others,
                     False, False, p, f"noun:{row.key}")  # fmt: skip

    def _predicate(self, i: int) -> int:
        """The verb that the noun is subject or object of; itself where there is none."""
        token = self._syntax.tokens[i]
        head = self._syntax.tokens[token.head]
        if token.dep in {"nsubj", "nsubjpass", "dobj", "attr"} and head.pos in {"VERB", "AUX"}:
            return head.i
        return i
