"""The names of several: "X and Y", "both ministers", "the two"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.statements.naming import Resolver

if TYPE_CHECKING:
    from vedette.record import Entity, Mention

_TWO = frozenset(("both", "two"))
_PAIRS = frozenset(("both", "neither", "couple", "pair"))
_BACK = 4
"""Sentences that "both" looks back for the two who spoke."""


class Plurals(Resolver):
    """The sources of one report that are several."""

    def names(self, mention: Mention) -> str | None:
        """The names of "X and Y", joined."""
        if self.tokens[mention.head].text.lower() == "they":
            return self._before(mention)
        _, last = self.naming.marked.get(mention.head) or (mention.first, self.syntax.right[mention.head])
        heads = self._joined(mention.head, last)
        if len(heads) < 2:
            pair = self._pair(mention)
            return " + ".join(pair) if pair else None
        if any(self._title(h) for h in heads[1:]):
            return None
        if any(self.tokens[h].tag == "NNPS" for h in heads) or all(self._bare(h) for h in heads):
            return None
        names = [self._one(h) for h in heads]
        return " + ".join(dict.fromkeys(n for n in names if n)) if all(names) else None

    def _before(self, mention: Mention) -> str | None:
        """The names of the several who spoke last before "they", with nobody nearer to whom it may refer."""
        if self.syntax.quote_at(mention.span.start) is not None:
            return None
        own = [self.parsed.mentions[i] for i in self.parsed.entity_of(mention).mentions]
        near = max((m.head for m in own if m.kind != "pronoun" and m.head < mention.head), default=-1)
        here = self.tokens[mention.head].sent
        for head in sorted(self.naming.marked, reverse=True):
            if not near < head < mention.head or here - self.tokens[head].sent > _BACK:
                continue
            other = self.by_head.get(head)
            if other is not None and self.tokens[head].text.lower() != "they":
                return self.names(other)
        return None

    def _title(self, head: int) -> bool:
        """Whether a noun but adds a title to the one before ("the former minister and current mayor")."""
        mention, token = self.by_head[head], self.tokens[head]
        return mention.kind == "nominal" and token.tag == "NN" and self.tokens[mention.first].pos in {"NOUN", "ADJ"}

    def _bare(self, head: int) -> bool:
        """Whether an office stands without an article ("President and Imam alike")."""
        mention = self.by_head[head]
        return mention.kind == "nominal" and mention.last - mention.first == 1 and self.tokens[head].text[:1].isupper()

    def _one(self, head: int) -> str | None:
        """The name, else the phrase, of one of several; None for a thing."""
        entity = self.parsed.entity_of(self.by_head[head])
        if self.naming.named(entity):
            return self.naming.name(entity) if entity.label != "NORP" else None
        if entity.label not in {"PERSON", "GROUP", "ORG"}:
            return None
        return self.naming.phrase(head, parsed=True).removeprefix("both ").removeprefix("the ") or None

    def _joined(self, head: int, last: int) -> list[int]:
        """A head and the heads joined to it."""
        if head not in self.by_head or self.by_head[head].kind == "name" or self.tokens[head].text.lower() == "one":
            apposed: set[str] = {"conj"}
        else:
            apposed = {"conj", "appos"}
        out = [head]
        for i in out:
            out += [
                c
                for c in self.parsed.children[i]
                if self.tokens[c].dep in apposed and i < c < last and c in self.by_head
            ]
        joined = any(self.tokens[i].dep == "conj" for i in out[1:])
        return out if joined else out[:1]

    def _pair(self, mention: Mention) -> list[str]:
        """The two that "both ministers", "the two" or "the Ministers" stand for, in the order of the text."""
        words = [t.text.lower() for t in self.tokens[mention.first : mention.last]]
        plural = self.tokens[mention.head].tag in {"NNS", "NNPS"}
        if not set(words) & (_TWO | _PAIRS) and not (plural and words[0] == "the" and len(words) == 2):
            return []
        entity = self.parsed.entity_of(mention)
        lemma = self.tokens[mention.head].lemma.lower()
        held = [e for e in self.parsed.entities if self._bears(e, lemma)] if plural else []
        if len(held) == 2 and not any(
            self.tokens[k].dep in {"prep", "relcl"} for k in self.parsed.children[mention.head]
        ):
            return [e.name for e in held]
        if plural or not set(words) & _PAIRS or len(words) > 2:
            return []
        before = sorted(
            h
            for h in self.naming.marked
            if h < mention.head and self.tokens[h].sent >= self.tokens[mention.head].sent - 4
        )
        told = [self.parsed.entity_of(self.by_head[h]) for h in before if h in self.by_head]
        last = list(dict.fromkeys(id(e) for e in reversed(told) if e is not entity and e.label == "PERSON"))[:2]
        pair = [e for e in self.parsed.entities if id(e) in last]
        return [self.naming.name(e) or e.name for e in pair] if len(pair) == 2 else []

    def _bears(self, entity: Entity, noun: str) -> bool:
        named = any(self.parsed.mentions[i].kind == "name" for i in entity.mentions)
        return entity.label == "PERSON" and named and any(t.split()[-1] == noun for t in entity.titles)
