"""Events that a noun tells of by itself: "clashes between A and B", "the shelling of X by Y", "a visit to Z"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.found import Found
from vedette.coding.events.lexicon import lexicon
from vedette.coding.events.verbs import PHYSICAL
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
        if (
            not (token.pos == "NOUN" or self._gerund(i))
            or token.dep in _NOT_PREDICATES
            or token.ner in {"DATE", "TIME"}
        ):
            return None
        row = self._classes.event(i)
        if row is None or self._classes.in_compound(i):
            return None
        kind, mode, cameo = split_code(row.code)
        actors = self._roles.of_noun_actors(i, row.to)
        to = ("with", "between", *row.to) if row.mutual else row.to
        recipients, soft = self._roles.filled(i, (i,), to, places=kind in PHYSICAL)
        recipients = tuple(r for r in recipients if r not in actors)
        if row.alone == "never" or (row.alone == "subject" and not (len(actors) > 1 or self._happens(i))):
            return None
        p = row.p - (0.1 if row.alone == "actors" else 0.0)
        if row.alone == "actors" and not (actors and (recipients or soft or (row.mutual and len(actors) > 1))):
            if not (actors or recipients):
                return None
            p -= 0.2
        verb = self._predicate(i)
        if (not actors and row.alone == "actors") or (row.mutual and len(actors) < 2):
            actors = (*actors, *(a for a in self._circumstance(i, kind, row.mutual) if a not in (*actors, *recipients)))
        others = tuple(dict.fromkeys((*soft, *self._roles.others(i, (i,)))))
        return Found(i, i, i + 1, verb, kind, mode, row.cameo or cameo, actors, recipients, row.mutual, others,
                     False, False, p, f"noun:{row.key}")  # fmt: skip

    def _gerund(self, i: int) -> bool:
        """Whether a verb in -ing stands as a noun: "fighting between", "the shelling of"."""
        token = self._syntax.tokens[i]
        if token.tag != "VBG" or token.dep not in {"nsubj", "nsubjpass", "pobj", "dobj"}:
            return False
        return not self._syntax.kids(i, "dobj", "nsubj", "aux")

    def _happens(self, i: int) -> bool:
        """Whether the noun is the subject of a verb with which an act takes place."""
        token = self._syntax.tokens[i]
        head = self._syntax.tokens[token.head]
        return token.dep in {"nsubj", "nsubjpass"} and head.lemma.lower() in lexicon().happening

    def _circumstance(self, i: int, kind: str, mutual: bool) -> tuple[int, ...]:
        """Who speaks or acts "in a telephone call with", "during a visit to": the subject of the clause."""
        token = self._syntax.tokens[i]
        prep = self._syntax.tokens[token.head]
        if (
            not (kind == "CONSULT" or mutual)
            or token.dep != "pobj"
            or prep.text.lower()
            not in ({"in", "during", "at", "on"} | ({"after", "before"} if kind == "CONSULT" else set()))
        ):
            return ()
        verb = self._syntax.tokens[prep.head]
        subjects = self._syntax.grammatical_subject(verb.i) if verb.pos in {"VERB", "AUX"} else ()
        return tuple(s for s in subjects if self._classes.actorish(s))

    def _predicate(self, i: int) -> int:
        """The verb that the noun is subject or object of; itself where there is none."""
        token = self._syntax.tokens[i]
        head = self._syntax.tokens[token.head]
        if token.dep in {"nsubj", "nsubjpass", "dobj", "attr"} and head.pos in {"VERB", "AUX"}:
            return head.i
        return i
