"""All that a report tells of each mention's actor, from the nearest words to the farthest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.grounding.actors.evidence import NONSTATE, Evidence, authority_of, combine
from vedette.grounding.actors.fallbacks import fill
from vedette.grounding.actors.merging import merge
from vedette.record import Actor
from vedette.tables.actors import roles

if TYPE_CHECKING:
    from vedette.grounding.actors.offices import Offices
    from vedette.grounding.actors.own import Words
    from vedette.record import Entity, Mention

MADE_BY = "actors/1"
_LINKS = {"of": 0.85, "for": 0.85, "from": 0.8, "at": 0.8, "in": 0.7, "within": 0.75}
"""Prepositions that tie a person or body to another, with how sure the country that they give is."""
_ABROAD = frozenset(("MIL", "IGO", "UNO", "NGO", "JRN", "BUS", "MNC", "REF", "IMG"))
"""Sectors of those who may well be abroad: soldiers in Mali need not be Malian."""
_SHORT = 6
"""Letters of an acronym at most: where it stands for a body named in full, that name tells."""
_ITS = frozenset(("its", "their"))
_DEEP = 4


class Teller:
    """Works on one report."""

    def __init__(self, words: Words, offices: Offices) -> None:
        self.words = words
        self.offices = offices
        self.parsed = words.parsed
        self._own: dict[int, Evidence] = {}
        self._full: dict[int, Evidence] = {}
        self._shared: tuple[Evidence, ...] = ()

    def actors(self) -> tuple[Actor, ...]:
        """The actors of the report, in the order of the text."""
        self._shared = tuple(self._of_entity(e) for e in self.parsed.entities)
        found = [a for a in map(self._actor, range(len(self.parsed.mentions)), self.parsed.mentions) if a is not None]
        return tuple(sorted(_alike(found), key=lambda a: (a.span.start, -a.span.end)))

    # --- one mention with what is tied to it

    def _tell(self, i: int, deep: int = 0) -> Evidence:
        """What a mention tells with its "of", "for", "from" phrases and its appositions."""
        held = self._full.get(i)
        if held is not None:
            return held
        mention = self.parsed.mentions[i]
        told = self._own.get(i)
        if told is None:
            told = self._own[i] = self.words.tell(mention)
        if mention.kind != "pronoun" and deep < _DEEP and told.kind not in {"", "state"}:
            told = self._tied(mention, told, deep)
        if told.authority == "minister" and not told.sectors:
            told = replace(told, authority=None)
        if deep == 0:
            self._full[i] = told
        return told

    def _tied(self, mention: Mention, told: Evidence, deep: int) -> Evidence:
        for child in self.parsed.dependents(mention.head, "prep", "appos", "poss"):
            if child.dep == "poss":
                outside = child.i < mention.first
                owner = (
                    self._at(child.i, mention, deep, places=True) if outside else self._meant(child.i, mention, deep)
                )
                told = _owned(told, owner, "possessive", 0.85) if owner is not None else told
                continue
            if child.dep == "appos":
                other = self._at(child.i, mention, deep)
                if other is not None and other.kind not in {"", "state"}:
                    told = merge(told, other, "the apposition beside it")
                continue
            sure = _LINKS.get(child.text.lower())
            if sure is None:
                continue
            for token in self.parsed.dependents(child.i, "pobj"):
                owner = self._at(token.i, mention, deep, places=True)
                if owner is not None:
                    told = _owned(told, owner, child.text.lower(), sure)
        return self._after(mention, told, deep)

    def _after(self, mention: Mention, told: Evidence, deep: int) -> Evidence:
        """A role right after a name that the parser has hung elsewhere ("Qatar's | emir", "Basij | militiamen")."""
        if mention.kind != "nominal" or told.role is None or told.country or mention.first == 0:
            return told
        before = self.parsed.tokens[mention.first - 1]
        if before.sent != self.parsed.tokens[mention.head].sent:
            return told
        i = before.i - 1 if before.tag == "POS" and before.i else before.i
        other = self.parsed.mention_at(i)
        if other is None or other.kind != "name" or other.last < i + 1:
            return told
        owner = self._at(i, mention, deep, places=True)
        return _owned(told, owner, "the name before it", 0.8) if owner is not None else told

    def _meant(self, token: int, mention: Mention, deep: int) -> Evidence | None:
        """What the body tells that a pronoun before a role stands for ("its spokesman"); None for a person's."""
        index = self.parsed.mention_of[token]
        if index is None or self.parsed.tokens[token].text.lower() not in _ITS:
            return None
        entity = self.parsed.entities[self.parsed.mentions[index].entity]
        for i in entity.mentions:
            other = self.parsed.mentions[i]
            told = self._tell(i, deep + 1) if other.kind != "pronoun" and other.entity != mention.entity else Evidence()
            if told.country or told.members:
                return told
        return None

    def _at(self, token: int, mention: Mention, deep: int, places: bool = False) -> Evidence | None:
        index = self.parsed.mention_of[token]
        if index is None or self.parsed.mentions[index] is mention:
            return None
        told = self._tell(index, deep + 1)
        other = self.parsed.mentions[index]
        if not told.kind and places and other.kind == "name":
            return self.words.anywhere(other)
        return told

    # --- with its entity

    def _of_entity(self, entity: Entity) -> Evidence:
        """What all the mentions of an entity tell, and the table of office holders."""
        told = Evidence()
        for i in entity.mentions:
            if self.parsed.mentions[i].kind != "pronoun":
                told = merge(told, self._tell(i), "another mention of it")
        return self._in_office(entity, _titled(entity, told))

    def _in_office(self, entity: Entity, told: Evidence) -> Evidence:
        bare = not told.country and not told.sectors and told.id is None
        if told.kind not in {"person", "unknown"} and entity.label != "PERSON" and not (bare and told.kind):
            return told
        title = " ".join((told.title or "", *entity.titles))
        row, then = self.offices.find(entity.name, self.words.context, title)
        if row is None or (told.country and row.country and told.country != row.country):
            return told
        known = Evidence(
            "person", row.country or None, (), row.sectors if then else ("ELI",),
            (row.authority or None) if then else None, row.title if then else None,
            f"{row.country or 'INT'}.{row.sectors[0]}.{row.name.split()[-1].upper()}",
            reason=f"{row.name} is in the table of office holders", weight=0.85,
        )  # fmt: skip
        return merge(replace(told, kind="person"), known, "")

    def _possessed(self, mention: Mention, told: Evidence) -> Evidence:
        """The country of whomever a pronoun or name before it stands for ("its troops", "the Karimi regime")."""
        if told.country or told.members or told.id is not None:
            return told
        for token in self.parsed.dependents(mention.head, "poss", "compound", "nmod"):
            owner = self.parsed.mention_at(token.i)
            if owner is None or owner is mention or owner.kind == "nominal" or owner.entity == mention.entity:
                continue
            other = self._shared[owner.entity]
            if other.country or other.members:
                reason = f"{told.reason}; “{token.text}” stands for {self.parsed.entities[owner.entity].name}"
                return replace(told, country=other.country, members=other.members, weight=0.7, reason=reason)
        return told

    # --- the record

    def _actor(self, i: int, mention: Mention) -> Actor | None:
        told = self._tell(i)
        if mention.kind != "pronoun" and not told.kind:
            return None
        entity = self.parsed.entities[mention.entity]
        shared = self._shared[mention.entity]
        short = mention.span.quote.isupper() and len(mention.span) <= _SHORT and entity.name != mention.span.quote
        if short and shared.country and told.country and shared.country != told.country:
            told = shared
        told = merge(told, shared, "another mention of it" if len(entity.mentions) > 1 else "")
        if not told.kind or (mention.kind == "pronoun" and told.kind == "unknown"):
            return None
        anonymous = told.authority == "anonymous" and told.kind == "person"
        if anonymous and any(self.parsed.mentions[k].kind == "name" for k in entity.mentions):
            told = replace(told, authority=None)
        told = self._possessed(mention, told)
        told = fill(self.words.lexicon, self.parsed, mention, told, self.words.context)
        return Actor(
            mention.span, entity.name or mention.span.quote, told.country, told.sectors, told.kind, told.title,
            told.authority, told.id, mention.entity, told.reason or "nothing in the report tells more", MADE_BY,
            _confidence(told), told.members,
        )  # fmt: skip


def _confidence(told: Evidence) -> float:
    """How sure it is: of the country where one is told, else of what the words say without it."""
    if told.country or told.members or told.id is not None:
        return round(max(told.weight, 0.3), 3)
    return 0.5 if told.sectors else 0.3


def _alike(actors: list[Actor]) -> list[Actor]:
    """The actors; those of one entity share the country that the report as a whole told of one of them."""
    told: dict[int, dict[str, Actor]] = {}
    for actor in actors:
        if actor.country:
            told.setdefault(actor.entity, {}).setdefault(actor.country, actor)
    out = []
    for actor in actors:
        known = told.get(actor.entity, {})
        if len(known) == 1 and not actor.country and not actor.members and actor.id is None:
            other = next(iter(known.values()))
            sure = min(other.confidence, 0.6)
            reason = f"another mention of it: {other.reason}"
            actor = replace(actor, country=other.country, confidence=sure, reason=reason)
        out.append(actor)
    return out


def _owned(told: Evidence, owner: Evidence, link: str, sure: float) -> Evidence:
    """The evidence with what the body, group or place behind "of", "for", "in" gives it."""
    own_army = told.kind == "organisation" and told.sectors[:1] == ("MIL",)
    abroad = link in {"in", "within", "at"} and not own_army and set(told.sectors[:1]) & _ABROAD
    untold = not told.country and not told.members and told.id is None
    if untold and not abroad and (owner.country or owner.members):
        reason = f"{told.reason}; “{link}” ties it to {owner.reason}".lstrip("; ")
        weight = min(sure, owner.weight)
        told = replace(told, country=owner.country, members=owner.members, weight=weight, reason=reason)
    role = roles().get(told.role or "")
    heads = role is not None and (role.inherits or not role.sectors) and owner.kind not in {"", "person"}
    if not heads or role is None or link == "in" or not owner.sectors:
        return told
    sectors = combine(role, tuple(s for s in owner.sectors if s != "PRE")) or told.sectors
    authority = authority_of(sectors, told.authority)
    if sectors and sectors[0] in NONSTATE and authority != "anonymous":
        authority = "nonstate"
    unrecognised = tuple(s for s in owner.sectors if s == "PRE")
    return replace(told, sectors=(*sectors, *unrecognised), authority=authority)


def _titled(entity: Entity, told: Evidence) -> Evidence:
    """The evidence with the title that the report gives the person elsewhere."""
    if told.authority is not None or told.kind not in {"person", ""} or told.sectors == ("ELI",):
        return told
    for title in entity.titles:
        role = roles().get(title.lower())
        if role is not None and role.kind == "person":
            return replace(
                told, kind="person", sectors=told.sectors or role.sectors, authority=role.authority,
                title=told.title or title, reason=f"{told.reason}; title “{title}”".lstrip("; "),
            )  # fmt: skip
    return told
