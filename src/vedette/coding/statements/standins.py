"""Who stands behind a noun that no name explains: "the paper", "the doctor" of a headline."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from vedette.coding.statements.naming import Resolver
from vedette.tables.attribution import media_names
from vedette.tables.people import people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.coding.statements.naming import Naming
    from vedette.record import Entity, Mention

_DEFINITE = frozenset(("the", "this", "that"))
_NO_OUTLET = frozenset(("PERSON", "GPE", "NORP", "LOC", "FAC"))
_LEAD = 1
"""The last sentence of a headline or lead whose "doctor" may be named later."""
_ONWARDS = 4
"""Sentences in which that name has to come."""


class StandIns(Resolver):
    """Resolves the nouns of one report by its other sources."""

    def __init__(self, naming: Naming) -> None:
        super().__init__(naming)
        self.table = people()
        self._marked = sorted(naming.marked)

    def name(self, mention: Mention, entity: Entity) -> str | None:
        """The name of whom an entity without a name stands for; None where nobody is told."""
        if self.naming.named(entity):
            return None
        own = [m for m in (self.parsed.mentions[i] for i in entity.mentions) if m.kind != "pronoun"]
        if own and self._paper(own[0]):
            return self._outlet(own[0])
        return self._later(own[0]) if own else None

    def _sources(self, before: int) -> Iterator[Entity]:
        """The entities that spoke before a token, the last first."""
        for head in reversed(self._marked[: bisect_left(self._marked, before)]):
            mention = self.by_head.get(head)
            if mention is not None:
                yield self.parsed.entity_of(mention)

    def _paper(self, mention: Mention) -> bool:
        """Whether a mention is "the paper" and no more."""
        bare = self.tokens[mention.first].text.lower() in _DEFINITE and mention.last - mention.first == 2
        marked = self.naming.marked.get(mention.head)
        alone = marked is None or marked[1] - marked[0] <= 2
        return bare and alone and self.tokens[mention.head].text.lower() in self.table.outlet_set

    def _outlet(self, mention: Mention) -> str | None:
        """The outlet that spoke last before "the paper", else the one named last, of its sort if that is told."""
        row = self._rows({self.tokens[mention.head].text.lower()})
        told = [e for e in self._sources(mention.head) if self._may(e, row)]
        named = [
            self.parsed.entity_of(m)
            for m in reversed(self.parsed.mentions)
            if m.kind == "name" and m.head < mention.head and self._is_outlet(self.parsed.entity_of(m))
        ]
        found = [e for e in told if self._is_outlet(e)] + [e for e in named if self._may(e, row)] + told
        return self.naming.name(found[0]) if found else None

    def _rows(self, words: set[str]) -> set[int]:
        return {i for i, row in enumerate(self.table.media) if words & set(row)}

    def _may(self, entity: Entity, row: set[int]) -> bool:
        """Whether an entity may be an outlet of a sort: no person, no place, no body of another kind."""
        words = entity.name.lower().split()
        other = words[-1] in self.table.org_head_words and not self._is_outlet(entity)
        rows = self._rows(set(words))
        return (
            self.naming.named(entity)
            and entity.label not in _NO_OUTLET
            and not other
            and (not rows or bool(rows & row))
        )

    def _is_outlet(self, entity: Entity) -> bool:
        """Whether a name says that it is an outlet, or a table does."""
        words = entity.name.lower().split()
        known = " ".join(w for w in words if w != "the") in media_names()
        own = self.parsed.report.outlet or ""
        if own and entity.name.lower() in own.lower():
            return False
        return entity.label not in _NO_OUTLET and (known or bool(self._rows(set(words))))

    def _later(self, mention: Mention) -> str | None:
        """The person whom the text names after its headline or lead spoke of them by a noun ("Doctor says …")."""
        token = self.tokens[mention.head]
        first = self.tokens[mention.first].text.lower()
        single = token.tag in {"NN", "NNP"} and mention.label == "PERSON"
        if (
            token.sent > _LEAD
            or not single
            or first in {"a", "an", "one", "another"}
            or mention.head not in self.naming.marked
        ):
            return None
        for other in sorted(h for h in self.naming.marked if h > mention.head):
            name = self.by_head.get(other)
            if name is None or self.tokens[other].sent - token.sent > _ONWARDS:
                continue
            entity = self.parsed.entity_of(name)
            fresh = self.parsed.mentions[entity.mentions[0]].head > mention.head
            if name.kind == "name" and entity.label == "PERSON":
                return entity.name if fresh and not entity.titles and len(entity.name.split()) > 1 else None
        return None
