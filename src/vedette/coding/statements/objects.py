"""Objects of verbs that attribute: nouns with their complements, figures, what somebody was told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.statements.making import make_draft
from vedette.tables.attribution import attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.coding.statements.draft import Draft
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Token

_WITH_OBJECT = frozenset(("as", "of", "for", "to", "with", "against", "by", "over", "on", "about"))
_ABOUT = frozenset(("of", "about", "against", "over"))
_REFLEXIVE = frozenset(("themselves", "himself", "herself", "itself", "myself", "ourselves", "yourself"))
_CONVENED = frozenset(("session", "meeting", "summit", "election", "vote", "conference", "police", "rally", "force"))
_PUTTING = frozenset(("put", "place", "estimate", "set"))
_COUNTING = frozenset(("count", "tally"))
_BLOWS = frozenset(("attack", "hit", "blast", "knock", "rip", "slam", "savage", "bash", "assail", "charge"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))


def is_day(goal: Token) -> bool:
    """Whether the object of a preposition is a time and not what was said."""
    return goal.ner in {"DATE", "TIME"}


class ObjectRules:
    """Finds the drafts whose content is an object."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.tokens = syntax.tokens
        self.table = attribution()

    def of(self, verb: Token, dobj: Token, source: int | None) -> Iterator[Draft]:
        """A noun object, with the complement that belongs to it ("X as Y", "X of Y", "X a Y")."""
        s = self.syntax
        if dobj.i < verb.i and dobj.text.lower() not in _RELATIVE:
            return
        if dobj.text.lower() in _REFLEXIVE or self._convenes(verb, dobj) or self._strikes(verb, dobj, source):
            return
        name, first, last = "dobj", s.left[dobj.i], s.right[dobj.i]
        figure = self._figure(verb, dobj)
        if figure is not None:
            yield make_draft(s, verb, "figure", source, (figure,))
            return
        told = self._told(verb, dobj)
        if told is not None:
            yield make_draft(s, verb, "told_of", source, (told,), dobj)
            return
        for c in s.parsed.children[verb.i]:
            token = self.tokens[c]
            if c <= dobj.i:
                continue
            if token.dep == "oprd":
                name, last = "dobj_oprd", s.right[c]
            elif token.dep == "prep" and token.lemma in _WITH_OBJECT and name == "dobj" and s.left[c] == last:
                name, last = f"dobj_{token.lemma}", s.right[c]
            elif token.dep == "advcl" and name == "dobj" and s.left[c] == last and self._advcl_to(token):
                name, last = "dobj_to", s.right[c]
        if name == "dobj":
            name = "dobj_as" if self._likened(verb, dobj) else self._after_noun(dobj)
        yield make_draft(s, verb, name, source, ((first, last),), dobj)

    def _convenes(self, verb: Token, dobj: Token) -> bool:
        """Whether "called" means that somebody made something meet ("called an emergency session")."""
        return verb.lemma == "call" and dobj.lemma.lower() in _CONVENED and self.syntax.kid(verb.i, "oprd") is None

    def _figure(self, verb: Token, dobj: Token) -> tuple[int, int] | None:
        """A number that somebody gives: "put the dead at 44", "counted five bodies"."""
        s = self.syntax
        if verb.lemma in _COUNTING and s.kid(dobj.i, "nummod") is not None:
            return s.phrase(dobj.i)
        preps = (p for i in (verb.i, dobj.i) for p in s.kids(i, "prep") if p.lemma == "at")
        goal = next((g for p in preps if (g := s.kid(p.i, "pobj")) is not None), None)
        if (
            verb.lemma not in _PUTTING
            or goal is None
            or not any(t.pos == "NUM" for t in self.tokens[s.left[goal.i] : s.right[goal.i]])
        ):
            return None
        return s.left[dobj.i], s.right[goal.i]

    def _strikes(self, verb: Token, dobj: Token, source: int | None) -> bool:
        """Whether "attacked" means blows, not words: it is not a person's about a person, nor with "as" or "for"."""
        s = self.syntax
        if verb.lemma not in _BLOWS or any(p.lemma in {"as", "for", "over"} for p in s.kids(verb.i, "prep")):
            return False
        ends = [s.parsed.mention_at(i) for i in (source, dobj.i) if i is not None]
        return len(ends) < 2 or not all(m is not None and m.label == "PERSON" and m.kind != "nominal" for m in ends)

    def _told(self, verb: Token, dobj: Token) -> tuple[int, int] | None:
        """What somebody was told of, without whom: "warned the sides of a tough response if …"."""
        s = self.syntax
        if verb.lemma == "call":
            return None
        if not any(g.object == "addressee" for g in self.table.verb_groups.get(verb.lemma, ())):
            return None
        preps = [p for i in (verb.i, dobj.i) for p in s.kids(i, "prep") if p.i > dobj.i and p.lemma in _ABOUT]
        goal = s.kid(preps[0].i, "pobj", "pcomp") if preps else None
        if goal is None or is_day(goal):
            return None
        last = s.right[goal.i]
        for c in s.parsed.children[verb.i]:
            if s.left[c] == last and self.tokens[c].dep == "advcl":
                last = s.right[c]
        return s.left[goal.i], last

    def _likened(self, verb: Token, dobj: Token) -> bool:
        """Whether the "as" of "described X as Y" stands in the object, where the parser hung it."""
        both = any(g.object == "both" for g in self.table.verb_groups.get(verb.lemma, ()))
        first, last = self.syntax.phrase(dobj.i)
        return both and any(t.text.lower() == "as" and t.pos in {"ADP", "SCONJ"} for t in self.tokens[first:last])

    def _after_noun(self, dobj: Token) -> str:
        inner = self.syntax.kid(dobj.i, "prep")
        if inner is not None and inner.lemma in {"as", "of", "for"}:
            return f"dobj_{inner.lemma}"
        return "dobj"

    def _advcl_to(self, clause: Token) -> bool:
        return any(t.text.lower() == "to" for t in self.syntax.kids(clause.i, "aux"))
