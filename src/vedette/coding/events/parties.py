"""From the heads of phrases to actors: "both sides" are those of the conflict told of before."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from vedette.coding.events.lexicon import lexicon
from vedette.coding.events.merging import who
from vedette.coding.events.pronouns import Pronouns
from vedette.record import Actor
from vedette.tables.events import clauses

if TYPE_CHECKING:
    from vedette.coding.events.finder import Finder
    from vedette.record import Grounding, Statement

RECIPROCAL = frozenset({"other", "another"})
"""The last words of "each other" and "one another"."""


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    table = clauses()
    return frozenset(table.sides), frozenset(table.side_words)


class Parties:
    """Resolves the heads of one report, in the order of its text, and remembers who fights whom."""

    __slots__ = ("_finder", "_grounding", "_pronouns", "_two")

    def __init__(self, finder: Finder, grounding: Grounding, statements: tuple[Statement, ...] = ()) -> None:
        self._finder = finder
        self._grounding = grounding
        self._pronouns = Pronouns(finder, grounding, statements)
        self._two: tuple[Actor, ...] = ()

    def resolved(self, heads: tuple[int, ...]) -> tuple[Actor, ...]:
        """The actors of some heads, each once."""
        out: list[Actor] = []
        for head in heads:
            if self._two and self._of_sides(head):
                out += self._two
                continue
            for part in self._finder.roles.parts(head):
                out += self._at(part)
        return distinct(tuple(out))

    def _at(self, head: int) -> list[Actor]:
        """The actor of a head; where it has none, that of the people or body named before it or after "of"."""
        tokens = self._finder.parsed.tokens
        actor = self._grounding.actor_at(tokens[head].start)
        if actor is not None:
            return [self._owned(actor, head)]
        known = self._state(head) or self._pronouns.actor(head)
        if known is not None:
            return [known]
        roles = self._finder.roles
        near = (*roles.noun_args(head, "adjective"), *roles.noun_args(head, "poss"), *roles.noun_args(head, "of"))
        for inner in roles.noun_args(head, "of"):
            near = (*near, *roles.noun_args(inner, "adjective"), *roles.noun_args(inner, "poss"))
        found = [self._grounding.actor_at(tokens[n].start) for n in near]
        owners = (self._pronouns.actor(k.i) for k in self._finder.syntax.kids(head, "poss"))
        return [a for a in (*found, *owners) if a is not None][:1]

    def _owned(self, actor: Actor, head: int) -> Actor:
        """An actor of no known country, with that of whoever it belongs to: "our navy", a speaker's "the army"."""
        if actor.country is not None or actor.id is not None:
            return actor
        syntax, token = self._finder.syntax, self._finder.parsed.tokens[head]
        owner = next((o for k in syntax.kids(head, "poss") if (o := self._pronouns.actor(k.i)) is not None), None)
        bare = {k.text.lower() for k in syntax.kids(head, "det", "amod", "compound", "nmod")} == {"the"}
        if owner is None and bare and token.lemma.lower() in lexicon().state_bodies:
            owner = self._pronouns.speaker(head)
        return actor if owner is None or owner.country is None else replace(actor, country=owner.country)

    def _state(self, head: int) -> Actor | None:
        """A country in the place of an actor, where no actor was made of its name."""
        parsed = self._finder.parsed
        token = parsed.tokens[head]
        place = self._grounding.place_at(token.start)
        mention = parsed.mention_at(head)
        if place is None or mention is None or place.best is None or place.best.kind != "country":
            return None
        best = place.best
        return Actor(place.span, best.name, best.country, ("GOV",), "state", None, None, best.country, mention.entity,
                     "The name of a country stands where somebody acts.", "events/state", place.confidence)  # fmt: skip

    def reciprocal(self, heads: tuple[int, ...]) -> bool:
        """Whether the heads are "each other", or "the other" of two."""
        tokens = self._finder.parsed.tokens
        return any(
            tokens[h].text.lower() in RECIPROCAL and h > 0 and tokens[h - 1].text.lower() in {"each", "one", "the"}
            for h in heads
        )

    def remember(self, actors: tuple[Actor, ...]) -> None:
        """Keeps the two sides of a two-sided act."""
        if len({a.country for a in actors if a.country}) == 2:
            first = next(a for a in actors if a.country)
            other = next(a for a in actors if a.country and a.country != first.country)
            self._two = (first, other)

    def mobilised(self, verb: int) -> tuple[int, ...]:
        """What a passive verb sends or readies: the forces whose move it is, where nobody is said to order it."""
        syntax = self._finder.syntax
        return syntax.objects(verb) if syntax.passive(verb) else ()

    def foes(self, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]) -> None:
        """Keeps the two countries of a one-sided act of conflict, where no two-sided one was told of before."""
        if not self._two and len({a.country for a in actors}) == 1 and len({r.country for r in recipients}) == 1:
            self.remember((*actors, *recipients))

    def _of_sides(self, head: int) -> bool:
        """Whether a phrase means the two sides or people of theirs: "officers of the two sides"."""
        return self._sides(head) or any(self._sides(h) for h in self._finder.roles.noun_args(head, "of"))

    def _sides(self, head: int) -> bool:
        """Whether a phrase means the two sides: "both sides", "the two countries", "the warring parties"."""
        token = self._finder.parsed.tokens[head]
        sides, words = _words()
        if token.text.lower() == "both" and token.pos in {"PRON", "DET"}:
            return True
        each = any(k.text.lower() == "each" for k in self._finder.syntax.kids(head, "det"))
        if token.lemma.lower() not in sides or not (token.tag == "NNS" or each):
            return False
        if each:
            return True
        kids = self._finder.syntax.kids(head, "nummod", "det", "predet", "amod", "advmod")
        return any(k.text.lower() in words for k in kids)


def distinct(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors, each once; two mentions of one are the first."""
    out: dict[tuple[str, int], Actor] = {}
    for actor in actors:
        out.setdefault((who(actor), actor.entity), actor)
    return tuple(out.values())
