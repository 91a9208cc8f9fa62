"""All that a report tells of each mention's actor, from the nearest words to the farthest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.grounding.actors.evidence import NONSTATE, Evidence, combine, phrase_of, rank, read
from vedette.grounding.actors.fallbacks import fill
from vedette.grounding.actors.lexicon import STATE_KINDS
from vedette.grounding.actors.positions import acts
from vedette.grounding.actors.words import words
from vedette.record import Actor
from vedette.tables.actors import roles

if TYPE_CHECKING:
    from vedette.grounding.actors.context import Context
    from vedette.grounding.actors.lexicon import Hit, Lexicon
    from vedette.grounding.actors.offices import Offices
    from vedette.record import Entity, Mention, Parsed, Place

MADE_BY = "actors/1"
THINGS = frozenset(("EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "FAC", "LANGUAGE", "DATE", "TIME", "MONEY", "THING"))
PLACES = frozenset(("GPE", "LOC", "FAC"))
_LINKS = {"of": 0.85, "for": 0.85, "from": 0.8, "at": 0.8, "in": 0.7, "within": 0.75}
"""Prepositions that tie a person or body to another, with how sure the country that they give is."""
_DEEP = 4


class Teller:
    """Works on one report."""

    def __init__(
        self, lexicon: Lexicon, offices: Offices, parsed: Parsed, places: tuple[Place, ...], context: Context
    ) -> None:
        self.lexicon = lexicon
        self.offices = offices
        self.parsed = parsed
        self.context = context
        self.place_at = {(p.span.start, p.span.end): p for p in places}
        self.towns = {(p.span.start, p.span.end) for p in places if p.role == "government"}
        self._own: dict[int, Evidence] = {}
        self._full: dict[int, Evidence] = {}

    def actors(self) -> tuple[Actor, ...]:
        """The actors of the report, in the order of the text."""
        shared = self._shared()
        out = []
        for i, mention in enumerate(self.parsed.mentions):
            found = self._actor(i, mention, shared.get(mention.entity, Evidence()))
            if found is not None:
                out.append(found)
        return tuple(sorted(out, key=lambda a: (a.span.start, -a.span.end)))

    # --- one mention

    def own(self, i: int) -> Evidence:
        """What a mention's own words tell."""
        held = self._own.get(i)
        if held is None:
            held = self._own[i] = self._read(self.parsed.mentions[i])
        return held

    def _read(self, mention: Mention) -> Evidence:
        if mention.kind == "pronoun":
            return Evidence()
        text = mention.span.quote
        hits = self.lexicon.hits(text, self.context.lower or text.isupper())
        head_end = self.parsed.tokens[mention.head].end - mention.span.start
        phrase = phrase_of(self.lexicon, words(text), hits, head_end)
        person = mention.kind == "name" and mention.label == "PERSON" and not _named(phrase.head)
        told = read(self.lexicon, phrase, self.context.choose, person)
        if phrase.head is not None and phrase.head.kind in STATE_KINDS and not told.members:
            return self._placed(mention, phrase.head, told)
        if phrase.head is not None and phrase.head.kind == "people" and mention.label in PLACES:
            return Evidence()
        if phrase.head is not None and told.role in self.lexicon.cues.facilities and not self._acting(mention):
            return replace(told, kind="")
        if not told.kind:
            told = replace(told, kind=self._unnamed(mention, phrase.head))
        return self._separatist(mention, told)

    def _acting(self, mention: Mention) -> bool:
        token = self.parsed.tokens[mention.head]
        return token.dep in {"nsubj", "agent"} or (
            token.dep == "pobj" and self.parsed.tokens[token.head].text.lower() in {"by", "to"}
        )

    def _placed(self, mention: Mention, head: Hit, told: Evidence) -> Evidence:
        """A state, a capital or a people's name: an actor only where it acts."""
        kind = self.context.choose(head).kind
        town = kind == "capital" or (kind == "seat" and mention.label in PLACES)
        span = (mention.span.start + head.start, mention.span.start + head.end)
        place = self.place_at.get(span)
        if place is not None and place.best is not None and place.role == "place" and kind == "state":
            if (
                place.best.kind not in {"country", "state", "region", "territory"}
                and place.best.country != told.country
            ):
                return Evidence()
            if place.best.kind == "country" and place.best.country in self.lexicon.states:
                told = replace(told, country=place.best.country)
        sure = acts(self.parsed, mention.head, town, self.lexicon.cues)
        if span in self.towns:
            sure = max(sure, 0.8)
        if kind == "national":
            sure = max(sure, 0.9)
        return replace(told, weight=min(told.weight, sure)) if sure else Evidence()

    def _unnamed(self, mention: Mention, head: Hit | None) -> str:
        """The kind of a mention whose head no table has: by its label, or because it stands where actors stand."""
        if mention.kind == "name":
            by_label = {"PERSON": "person", "ORG": "organisation", "NORP": "group"}.get(mention.label)
            if by_label is not None:
                return by_label
            if mention.label in THINGS or (mention.span.start, mention.span.end) in self.place_at:
                return ""
            sure = acts(self.parsed, mention.head, False, self.lexicon.cues)
            return "unknown" if sure >= 0.8 else ""
        if head is not None and head.kind == "modifier" and mention.label != "PERSON":
            return ""
        return {"PERSON": "person", "GROUP": "group"}.get(mention.label, "")

    def _separatist(self, mention: Mention, told: Evidence) -> Evidence:
        """ "Armenian separatists" are those of the self-proclaimed state whose kin they are, where the report names it."""
        folded = {w.folded for w in words(mention.span.quote)}
        if told.country is None or not folded & self.lexicon.cues.separatist:
            return told
        for code, state in self.lexicon.states.items():
            if (
                state.kind == "partial"
                and (state.kin == told.country or code == told.country)
                and self.context.named[code]
            ):
                sectors = tuple(dict.fromkeys((*(told.sectors or ("REB",)), "PRE")))
                reason = f"{told.reason}; those of {state.name}, which the report names, are not the state's own"
                return replace(told, country=code, sectors=sectors, authority="nonstate", reason=reason, id=None)
        return told

    # --- with what is tied to it

    def full(self, i: int, deep: int = 0) -> Evidence:
        """What a mention tells with its "of", "for", "from" phrases and its appositions."""
        held = self._full.get(i)
        if held is not None:
            return held
        told = self.own(i)
        mention = self.parsed.mentions[i]
        if mention.kind != "pronoun" and deep < _DEEP and told.kind not in {"", "state"}:
            told = self._tied(mention, told, deep)
        if deep == 0:
            self._full[i] = told
        return told

    def _tied(self, mention: Mention, told: Evidence, deep: int) -> Evidence:
        for child in self.parsed.dependents(mention.head, "prep", "appos"):
            if child.dep == "appos":
                other = self._at(child.i, mention, deep)
                if other is not None and other.kind and other.kind != "state":
                    told = merge(told, other, "the apposition beside it")
                continue
            sure = _LINKS.get(child.text.lower())
            for owner in self.parsed.dependents(child.i, "pobj") if sure is not None else ():
                other = self._at(owner.i, mention, deep, places=True)
                if other is not None and sure is not None:
                    told = self._owned(told, other, child.text.lower(), sure)
        return told

    def _at(self, token: int, mention: Mention, deep: int, places: bool = False) -> Evidence | None:
        index = self.parsed.mention_of[token]
        if index is None or self.parsed.mentions[index] is mention:
            return None
        other = self.parsed.mentions[index]
        told = self.full(index, deep + 1)
        if not told.kind and places and other.kind == "name":
            text = other.span.quote
            phrase = phrase_of(self.lexicon, words(text), self.lexicon.hits(text, self.context.lower),
                               self.parsed.tokens[other.head].end - other.span.start)  # fmt: skip
            told = read(self.lexicon, phrase, self.context.choose, person=False)
        return told

    def _owned(self, told: Evidence, owner: Evidence, link: str, sure: float) -> Evidence:
        role = roles().get(told.role or "")
        if told.country is None and not told.members and told.id is None and (owner.country or owner.members):
            reason = f"{told.reason}; “{link}” ties it to {owner.reason}".lstrip("; ")
            told = replace(
                told, country=owner.country, members=owner.members, weight=min(sure, owner.weight), reason=reason
            )
        if role is not None and (role.inherits or not role.sectors) and owner.kind not in {"", "person"}:
            if link != "in" and owner.sectors:
                pre = tuple(s for s in owner.sectors if s == "PRE")
                sectors = combine(role, tuple(s for s in owner.sectors if s != "PRE")) or told.sectors
                told = replace(told, sectors=(*sectors, *pre))
                if sectors and sectors[0] in NONSTATE and told.authority != "anonymous":
                    told = replace(told, authority="nonstate")
        return told

    # --- with its entity

    def _shared(self) -> dict[int, Evidence]:
        """For each entity what all its mentions tell."""
        out: dict[int, Evidence] = {}
        for index, entity in enumerate(self.parsed.entities):
            told = Evidence()
            for i in entity.mentions:
                if self.parsed.mentions[i].kind != "pronoun":
                    told = merge(told, self.full(i), "another mention of it")
            out[index] = self._person(entity, self._titled(entity, told))
        return out

    def _titled(self, entity: Entity, told: Evidence) -> Evidence:
        if told.authority is not None or told.kind not in {"person", ""}:
            return told
        for title in entity.titles:
            role = roles().get(title.lower())
            if role is not None:
                return replace(told, kind="person", sectors=told.sectors or role.sectors, authority=role.authority,
                               title=told.title or title, reason=f"{told.reason}; title “{title}”".lstrip("; "))  # fmt: skip
        return told

    def _person(self, entity: Entity, told: Evidence) -> Evidence:
        if told.kind not in {"person", "unknown"} and entity.label != "PERSON":
            return told
        row, then = self.offices.find(entity.name, self.context)
        if row is None or (told.country and row.country and told.country != row.country):
            return told
        known = Evidence(
            "person", row.country or None, (), row.sectors if then else ("ELI",), row.authority or None if then else None,
            row.title if then else None, f"{row.country or 'INT'}.{row.sectors[0]}.{row.name.split()[-1].upper()}",
            reason=f"{row.name} is in the table of office holders", weight=0.85,
        )  # fmt: skip
        return merge(replace(told, title=told.title), known, "")

    # --- the record

    def _actor(self, i: int, mention: Mention, shared: Evidence) -> Actor | None:
        told = self.full(i)
        if mention.kind != "pronoun" and not told.kind:
            return None
        entity = self.parsed.entities[mention.entity]
        told = merge(told, shared, "another mention of it" if len(entity.mentions) > 1 else "")
        if not told.kind or (mention.kind == "pronoun" and told.kind == "unknown"):
            return None
        told = fill(self.lexicon, self.parsed, mention, told, self.context)
        return Actor(
            mention.span, entity.name or mention.span.quote, told.country, told.sectors, told.kind, told.title,
            told.authority, told.id, mention.entity, told.reason or "nothing in the report tells more", MADE_BY,
            round(max(told.weight, 0.3), 3), told.members,
        )  # fmt: skip


def _named(head: Hit | None) -> bool:
    return head is not None and head.kind in {"body", "state", "adjective", "national", "person_people"}


def merge(told: Evidence, other: Evidence, reason: str) -> Evidence:
    """The first, its empty fields filled from the second."""
    if not other.kind and other.country is None:
        return told
    out = told
    if (
        out.country is None
        and not out.members
        and (other.country or other.members)
        and (out.id is None or out.id == other.id)
    ):
        out = replace(out, country=other.country, members=other.members, weight=min(other.weight, 0.9),
                      reason="; ".join(r for r in (out.reason, (reason and f"{reason}: {other.reason}") or other.reason) if r))  # fmt: skip
    if not out.kind or out.kind == "unknown":
        out = replace(out, kind=other.kind or out.kind)
    if not out.sectors or (out.sectors == ("CVL",) and other.authority):
        out = replace(out, sectors=other.sectors)
    if rank(other.authority) < rank(out.authority) and out.kind == other.kind:
        sectors = other.sectors if other.sectors and out.sectors[:1] != other.sectors[:1] else out.sectors
        merged = tuple(dict.fromkeys((*sectors, *(s for s in out.sectors if s in {"MIL", "REL", "LEG"}))))
        out = replace(out, authority=other.authority, sectors=merged)
    return replace(out, title=out.title or other.title, id=out.id or other.id, role=out.role or other.role,
                   code=out.code or other.code)  # fmt: skip
