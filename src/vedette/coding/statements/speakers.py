"""Who a source is: its mention, the name that it refers to, the actor that was found for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.tables.attribution import attribution, media_names

if TYPE_CHECKING:
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Actor, Grounding, Mention, Span

_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
FIRST_PERSON = frozenset(("i", "we", "me", "us", "my", "our", "myself", "ourselves", "mine"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source, resolved as far as the report allows.

    Attributes:
        span: its mention.
        entity: index into ``Parsed.entities``; None outside every mention.
        name: the fullest name of whom it refers to; None where only a phrase is known.
        actor: as grounded.
        agency: whether it is an agency, a paper or another outlet.
        label: of the entity.
    """

    span: Span
    entity: int | None
    name: str | None
    actor: Actor | None
    agency: bool
    label: str


class Speakers:
    """Resolves the sources of one report."""

    def __init__(self, syntax: Syntax, grounding: Grounding) -> None:
        self.syntax = syntax
        self.parsed = syntax.parsed
        self.agencies = attribution().agency_set
        self.by_head = {m.head: m for m in reversed(self.parsed.mentions)}
        self.actors = {(a.span.start, a.span.end): a for a in reversed(grounding.actors)}
        self.by_entity: dict[int, Actor] = {}
        for actor in grounding.actors:
            self.by_entity.setdefault(actor.entity, actor)

    def of(self, head: int) -> Speaker:
        """Whom the token at the head of a source stands for."""
        token = self.parsed.tokens[head]
        mention = self._mention(head)
        if token.text.lower() in _RELATIVE and token.tag in {"WP", "WDT", "WP$", "IN", "DT"}:
            mention = self._antecedent(head) or mention
        if mention is None:
            return Speaker(self.parsed.report.span(token.start, token.end), None, None, None, False, "")
        entity = self.parsed.entity_of(mention)
        actor = self._actor(mention)
        name = entity.name if entity.name else None
        agency = entity.label != "PERSON" and self._agency(name or mention.span.quote)
        return Speaker(mention.span, mention.entity, name, actor, agency, entity.label)

    def _mention(self, head: int) -> Mention | None:
        found = self.by_head.get(head) or self.parsed.mention_at(head)
        for c in self.parsed.children[head]:
            apposed = self.by_head.get(c) if self.parsed.tokens[c].dep == "appos" else None
            if apposed is not None and found is not None and apposed.first <= found.first and apposed.label == "PERSON":
                return apposed
        return found

    def _antecedent(self, head: int) -> Mention | None:
        """What a relative pronoun stands for: the noun that its clause hangs on."""
        i = head
        for _ in range(6):
            token = self.parsed.tokens[i]
            if token.dep == "relcl" and token.head != i:
                return self._mention(token.head)
            if token.head == i:
                return None
            i = token.head
        return None

    def _actor(self, mention: Mention) -> Actor | None:
        found = self.actors.get((mention.span.start, mention.span.end))
        if found is not None:
            return found
        return self.by_entity.get(mention.entity)

    def _agency(self, name: str) -> bool:
        words = name.lower().replace(".", "").split()
        known = " ".join(w for w in words if w != "the") in media_names()
        return known or words[-1] in self.agencies or words[0] in self.agencies
