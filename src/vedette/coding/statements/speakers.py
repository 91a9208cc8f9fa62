"""Who a source is: its mention, the name that it refers to, the actor that was found for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vedette.coding.statements.documents import Documents
from vedette.coding.statements.naming import Naming
from vedette.coding.statements.plurals import Plurals
from vedette.coding.statements.standins import StandIns
from vedette.coding.statements.turns import Turns
from vedette.tables.actors import countries
from vedette.tables.attribution import attribution, media_names
from vedette.tables.people import people

if TYPE_CHECKING:
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Actor, Entity, Grounding, Mention, Span

_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_SECOND = frozenset(("you", "your", "yourself"))
FIRST_PERSON = frozenset(("i", "we", "me", "us", "my", "our", "myself", "ourselves", "mine"))


@cache
def _by_adjective() -> dict[str, str]:
    return {a.lower(): c.name for c in countries() for a in (*c.adjectives, *c.nationals)}


def country_of(adjective: str) -> str | None:
    """The state whose adjective a word is ("Lurian" of Luria)."""
    return _by_adjective().get(adjective.lower())


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source, resolved as far as the report allows.

    Attributes:
        span: its mention.
        entity: index into ``Parsed.entities``; None outside every mention.
        name: the fullest name of whom it refers to, of several the names joined by `` + ``; None where none is told.
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
        self._outlets: dict[int, bool] = {}
        self.naming = Naming(syntax)
        self.documents = Documents(self.naming)
        self.plurals = Plurals(self.naming)
        self.standins = StandIns(self.naming)
        self.turns = Turns(syntax.parsed)
        self.by_head = {m.head: m for m in reversed(self.parsed.mentions)}
        self.by_name = {e.name.lower(): i for i, e in reversed(list(enumerate(self.parsed.entities)))}
        self.actors = {(a.span.start, a.span.end): a for a in reversed(grounding.actors)}
        self.by_entity: dict[int, Actor] = {}
        for actor in grounding.actors:
            self.by_entity.setdefault(actor.entity, actor)

    def of(self, head: int) -> Speaker:
        """Whom the token at the head of a source stands for."""
        head = self.naming.core(head)
        token = self.parsed.tokens[head]
        spoken = self._voice(head)
        if spoken is not None:
            return spoken
        mention = self._mention(head)
        within = None if token.text.lower() in _RELATIVE else self._modifier(head)
        if within is not None:
            return within
        relative = token.text.lower() in _RELATIVE and token.tag in {"WP", "WDT", "WP$", "IN", "DT"}
        antecedent = self._antecedent(head) if relative else None
        mention = antecedent or mention
        if mention is None:
            span = self.parsed.report.span(token.start, token.end)
            return Speaker(span, None, self.naming.phrase(head) or None, None, False, "")
        entity = self.parsed.entity_of(mention)
        actor = self._actor(mention)
        name = self._name(mention, entity)
        if antecedent is not None and not self.naming.named(entity) and not self.documents.behind(entity):
            name = self.naming.phrase(antecedent.head, head) or name
        agency = entity.label != "PERSON" and self._outlet(name, mention, entity)
        return Speaker(mention.span, mention.entity, name, actor, agency, entity.label)

    def _voice(self, head: int) -> Speaker | None:
        """The speaker of a turn by its label, the voice of a turn or of the whole text by its "I" and "we"."""
        token = self.parsed.tokens[head]
        turn = self.turns.label_at(token.start)
        if turn is None and token.text.lower() in _SECOND and self.syntax.quote_at(token.start) is None:
            return self._by_name(head, self.turns.answering(token.start))
        if turn is None and token.text.lower() in FIRST_PERSON and self.syntax.quote_at(token.start) is None:
            turn = self.turns.at(token.start)
            if turn is None:
                return self._by_name(head, self.turns.voice(token.text.lower()))
        return self._by_name(head, turn.name) if turn is not None else None

    def _modifier(self, head: int) -> Speaker | None:
        """A source that is but a word of a phrase: "rebel claims", "Lurian charges"."""
        if head in self.by_head or head not in self.naming.marked:
            return None
        outer = self.parsed.mention_at(head)
        first, last = self.naming.marked[head]
        if outer is None or first <= outer.head < last:
            return None
        token = self.parsed.tokens[head]
        country = country_of(token.text) if token.tag in {"JJ", "NNP"} else None
        index = self.by_name.get(country.lower()) if country else None
        span = self.parsed.report.span(token.start, token.end)
        actor = self.by_entity.get(index) if index is not None else None
        return Speaker(span, index, country or self.naming.phrase(head) or None, actor, False, "GPE" if country else "")

    def _by_name(self, head: int, name: str | None) -> Speaker | None:
        """The speaker of a name that the turns of the text tell."""
        if name is None:
            return None
        token = self.parsed.tokens[head]
        span = self.parsed.report.span(token.start, token.end)
        index = self.by_name.get(name.lower())
        if index is None:
            return Speaker(span, None, name, None, False, "PERSON")
        entity = self.parsed.entities[index]
        if entity.label == "ORG":
            name = self.naming.name(entity) or name
        return Speaker(span, index, name, self.by_entity.get(index), False, entity.label)

    def _name(self, mention: Mention, entity: Entity) -> str | None:
        """The fullest name of an entity, else its fullest phrase."""
        if self._own(mention):
            return self.parsed.report.outlet
        if entity.label == "NORP" and mention.last - mention.first == 1:
            country = self._country(mention)
            if country is not None:
                return country
        told = self.documents.behind(entity) or self.plurals.names(mention) or self.standins.name(mention, entity)
        if told is None and self._indefinite(mention, entity):
            return self.naming.indefinite(mention.head) or None
        return told or self.naming.name(entity) or entity.name or None

    def _country(self, mention: Mention) -> str | None:
        """The state for which its adjective stands alone ("Lurian and Darian denials")."""
        token, before = self.parsed.tokens[mention.head], self.parsed.tokens[max(mention.first - 1, 0)]
        plural = token.tag in {"NNS", "NNPS"} or token.text.endswith("s")
        return None if plural or before.pos in {"DET", "ADJ", "NUM"} else country_of(token.text)

    def _indefinite(self, mention: Mention, entity: Entity) -> bool:
        """Whether a pronoun stands for nobody told before: "those who stayed", "somebody in the office"."""
        alone = all(self.parsed.mentions[i].kind == "pronoun" for i in entity.mentions)
        return mention.kind == "pronoun" and alone and self.parsed.mentions[entity.mentions[0]] is mention

    def _own(self, mention: Mention) -> bool:
        """Whether an outlet speaks of itself: "this newspaper"."""
        tokens = self.parsed.tokens
        told = tokens[mention.first].text.lower() == "this" and mention.last - mention.first == 2
        return (
            told and tokens[mention.head].lemma.lower() in self.naming.words.selves and bool(self.parsed.report.outlet)
        )

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
                return self._mention(self._higher(token.head, self.parsed.tokens[head].text.lower()))
            if token.head == i:
                return None
            i = token.head
        return None

    def _higher(self, noun: int, pronoun: str) -> int:
        """The noun of which a place or a day is told ("the refugees of Dar, who"), where the clause hangs on that."""
        token = self.parsed.tokens[noun]
        mention = self.by_head.get(noun)
        speaks = mention is not None and self.parsed.entity_of(mention).label in {"PERSON", "ORG", "GROUP"}
        placed = token.ner in {"DATE", "TIME", "GPE", "LOC", "FAC"} or (
            mention is not None and mention.label in {"GPE", "LOC", "FAC"}
        )
        several = any(self.parsed.tokens[c].tag == "VBP" for c in self.parsed.children[noun]) and token.tag in {
            "NN",
            "NNP",
        }
        if (speaks and not several) or not (placed or pronoun == "who") or token.dep != "pobj":
            return noun
        up = self.parsed.tokens[token.head].head
        return up if self.parsed.tokens[up].pos in {"NOUN", "PROPN"} else noun

    def _actor(self, mention: Mention) -> Actor | None:
        found = self.actors.get((mention.span.start, mention.span.end))
        if found is not None:
            return found
        return self.by_entity.get(mention.entity)

    def _outlet(self, name: str | None, mention: Mention, entity: Entity) -> bool:
        """Whether the name or a phrase of a body says that it is an outlet ("the state agency Dalform")."""
        if self._agency(name or mention.span.quote):
            return True
        first = entity.mentions[0]
        if first not in self._outlets:
            own = (m for m in (self.parsed.mentions[i] for i in entity.mentions) if m.kind != "pronoun")
            quotes = dict.fromkeys(m.span.quote for m in own)
            self._outlets[first] = any(self._agency(q) or set(q.split()) & people().outlet_set for q in quotes)
        return self._outlets[first]

    def _agency(self, name: str) -> bool:
        words = name.lower().replace(".", "").split()
        known = " ".join(w for w in words if w != "the") in media_names()
        return known or words[-1] in self.agencies or words[0] in self.agencies
