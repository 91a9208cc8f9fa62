"""What one phrase tells of whom it names, by its own words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from vedette.grounding.actors.lexicon import STATE_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from vedette.grounding.actors.lexicon import Entry, Hit, Lexicon
    from vedette.grounding.actors.words import Word
    from vedette.tables.actors import ActorCues, Role

    Choose = Callable[[Hit], Entry]

NONSTATE = frozenset(("REB", "UAF", "IMG", "CRM", "PRM"))
SPOKEN = {"head_of_state": 0, "spokesperson": 1, "minister": 2, "envoy": 3, "legislator": 4, "military": 5,
          "state_media": 6, "nonstate": 7, "anonymous": 8}  # fmt: skip
"""Which office counts where a person bears several."""


_BRANCHES = frozenset(("ISM", "NGO", "REL", "SOC"))
"""Sectors of bodies across borders that have a branch in each state ("Egypt's Muslim Brotherhood")."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a phrase tells; empty fields where it does not.

    Attributes:
        kind: of the actor; empty when the phrase names none.
        country, members: code, or codes of a collective of states.
        sectors, authority, title, id: as in ``Actor``.
        role: the singular noun of its role ("foreign minister").
        reason: how, in words.
        weight: confidence in the country.
    """

    kind: str = ""
    country: str | None = None
    members: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    authority: str | None = None
    title: str | None = None
    id: str | None = None
    role: str | None = None
    code: str | None = None
    reason: str = ""
    weight: float = 0.0
    people: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a mention and what they may name.

    ``head`` is the hit that holds its head; ``offset`` the character of the report where it starts.
    """

    parts: tuple[Word, ...]
    hits: tuple[Hit, ...]
    head: Hit | None
    offset: int


def phrase_of(parts: tuple[Word, ...], hits: tuple[Hit, ...], head_end: int, offset: int) -> Phrase:
    """The phrase, with the hit that ends at its head (``head_end``: characters from its start)."""
    head = next((h for h in hits if h.start < head_end <= h.end), None)
    return Phrase(parts, hits, head, offset)


def own_country(lexicon: Lexicon, phrase: Phrase, choose: Choose) -> tuple[str | None, tuple[str, ...], str, bool]:
    """The country that the words tell, or the countries of a collective; the words; whether a people's name told it."""
    named = [(h, choose(h)) for h in phrase.hits if not h.blocked]
    told = [(h, e) for h, e in named if e.country]
    if not told:
        return None, (), "", any(e.kind in {"people", "person_people"} for _, e in named)
    for (a, first), (b, second) in pairwise(told):
        between = phrase.parts[a.last : b.first]
        linked = all(w.folded in lexicon.cues.joining for w in between) and (between or phrase.parts[b.first].hyphen)
        if linked and first.country != second.country and first.kind in STATE_KINDS and second.kind in STATE_KINDS:
            codes = tuple(sorted({e.country for _, e in told if e.kind in STATE_KINDS}))
            return None, codes, f"“{a.text}” and “{b.text}”", False
    hit, entry = next(((h, e) for h, e in reversed(told) if e.kind == "body" and h is phrase.head), told[-1])
    people = entry.kind in {"people", "person_people"}
    return entry.country, (), f"“{hit.text}”", people


def read(lexicon: Lexicon, phrase: Phrase, choose: Choose, person: bool) -> Evidence:
    """What the words of a phrase tell; ``person``: its head is the name of a person."""
    country, members, words, people = own_country(lexicon, phrase, choose)
    told = Evidence(country=country, members=members, weight=0.9 if words else 0.0, people=people)
    if any(h.kind == "place" and h.text in words for h in phrase.hits):
        told = replace(told, weight=0.75)
    if words:
        told = replace(told, reason=f"{words} in the phrase")
    head = phrase.head
    entry = choose(head) if head is not None else None
    if person:
        return _by_title(phrase, choose, told, lexicon.cues)
    if head is None or entry is None:
        return _beside(phrase, choose, told)
    entry = _whole_name(phrase, head, entry, country)
    if entry.kind == "body" and entry.body is not None:
        return _by_body(told, entry)
    if entry.kind in STATE_KINDS and not head.blocked:
        return _in_arms(phrase, choose, head, _by_state(told, entry))
    if entry.kind == "person_people":
        return _in_arms(phrase, choose, head, replace(told, kind="group", sectors=("CVL",), people=True))
    if entry.kind == "people":
        return replace(told, kind="group", people=True)
    if entry.role is not None:
        return _by_role(phrase, choose, told, head, entry.role)
    return told


def _whole_name(phrase: Phrase, head: Hit, entry: Entry, country: str | None) -> Entry:
    """The body that a phrase names, or the common noun that its last words are ("the Syrian Arab Coalition")."""
    if entry.body is None or head.noun is None or (entry.country and entry.country == country):
        return entry
    more = any(w.folded not in {"the", "a"} for w in phrase.parts[: head.first])
    return head.noun if more else entry


def _beside(phrase: Phrase, choose: Choose, told: Evidence) -> Evidence:
    """A phrase whose head no table has, with the body before it ("a Hamas network"); its kind is left open."""
    body = next((choose(h) for h in reversed(phrase.hits) if h.kind == "body" and not h.blocked), None)
    if body is None or not body.sectors:
        return told
    return replace(told, sectors=body.sectors, authority="nonstate" if body.sectors[0] in NONSTATE else None)


def _by_body(told: Evidence, entry: Entry) -> Evidence:
    body = entry.body
    if body is None:
        return told
    branch = told.country if not body.country and body.sectors[0] in _BRANCHES else None
    return replace(
        told, kind=body.kind, country=body.country or branch, members=(), sectors=body.sectors,
        authority=body.authority or None, id=body.id, reason=f"“{body.name}” is in the actor table",
        weight=0.8 if branch else 0.93,
    )  # fmt: skip


def _by_state(told: Evidence, entry: Entry) -> Evidence:
    if told.members:
        return replace(told, kind="group", sectors=("GOV",))
    state = entry.state
    sectors: tuple[str, ...] = ("PRE",) if state is not None and state.kind == "partial" else ("GOV",)
    if entry.kind == "national":
        return replace(told, kind="group", sectors=("CVL",), country=entry.country)
    if entry.kind in {"seat", "capital"}:
        reason = "a seat of government stands for the government"
        return replace(told, kind="state", sectors=sectors, country=entry.country, id=entry.country, reason=reason)
    return replace(told, kind="state", sectors=sectors, country=entry.country, id=entry.country)


def _in_arms(phrase: Phrase, choose: Choose, head: Hit, told: Evidence) -> Evidence:
    """People whom the word before calls fighters ("rebel Serbs")."""
    before = [choose(h) for h in phrase.hits if h.last <= head.first]
    words = next((e.sectors for e in before if e.kind == "modifier" and e.sectors and e.sectors[0] in NONSTATE), None)
    roles = next((e.role.sectors for e in before if e.role is not None and set(e.role.sectors) & NONSTATE), None)
    sectors = words or roles
    if told.sectors != ("CVL",) or sectors is None:
        return told
    return replace(told, sectors=sectors, authority="nonstate")


def _by_role(phrase: Phrase, choose: Choose, told: Evidence, head: Hit, role: Role) -> Evidence:
    kind = "group" if role.plural and role.kind in {"person", "state"} else role.kind
    sectors = _with_owner(phrase, choose, head, role)
    authority = role.authority
    if sectors and sectors[0] in NONSTATE and (authority != "anonymous" or role.sectors):
        authority = "nonstate"
    authority = authority_of(sectors, authority)
    if _former(phrase, head) and role.kind == "person":
        sectors, authority = ("ELI",), None
    title = head.text if role.kind == "person" and not role.plural and role.sectors[:1] != ("CVL",) else None
    return replace(
        told, kind=kind, sectors=sectors, authority=authority, title=title, role=role.noun, code=role.code,
        reason=joined(told.reason, f"role “{head.text}”"),
    )  # fmt: skip


def _former(phrase: Phrase, head: Hit) -> bool:
    return any(h.kind == "former" and h.last <= head.first for h in phrase.hits)


def _with_owner(phrase: Phrase, choose: Choose, head: Hit, role: Role) -> tuple[str, ...]:
    """The sectors of a role, with those of the body or modifier before it."""
    if role.kind == "state":
        return role.sectors
    for hit in reversed(phrase.hits):
        if hit.first >= head.first or (hit.blocked and hit.kind != "modifier"):
            continue
        entry = choose(hit)
        if entry.kind in {"modifier", "body"} or (entry.role is not None and entry.role.sectors):
            own = entry.role.sectors if entry.role is not None else entry.sectors
            return combine(role, own)
        if entry.kind in {"seat", "capital"}:
            return combine(role, ("GOV",))
    return role.sectors


def authority_of(sectors: tuple[str, ...], authority: str | None) -> str | None:
    """The authority of a head, chief, secretary or president: that of the body which he heads."""
    if authority not in {"minister", "head_of_state"} or not sectors or {"GOV", "REL"} & set(sectors):
        return authority
    return {
        "MIL": "military",
        "LEG": "legislator",
        "OPP": "nonstate",
        "IGO": "envoy",
        "UNO": "envoy",
        "PTY": "nonstate",
    }.get(sectors[0])


def combine(role: Role, owner: tuple[str, ...]) -> tuple[str, ...]:
    """The sectors of a role and of the body that it belongs to, the most specific first."""
    if not owner:
        return role.sectors
    if not role.sectors:
        return owner
    mine = role.sectors[0]
    if mine in {"MIL", "COP", "SPY", "JUD"} and owner[0] not in NONSTATE and "UNO" not in owner:
        return role.sectors if owner[0] != "IGO" else (mine, "IGO")
    if mine == "LEG" and owner[0] != "LEG":
        return (mine, *(s for s in owner if s != "GOV"))
    if not role.inherits and owner[0] not in NONSTATE | {"OPP"}:
        return role.sectors
    if mine in {"REB", "UAF", "OPP", "REF", "JRN", "CVL", "EDU", "MED"} and owner[0] in {
        "GOV",
        "CVL",
        "REL",
        "PTY",
        "MIL",
    }:
        return role.sectors
    return owner if mine in owner or mine in {"GOV", "MIL", "PTY", "COP", "BUS"} else (*owner, mine)


def _in_name(phrase: Phrase, hit: Hit, cues: ActorCues) -> bool:
    """Whether a title is part of a name ("Osman Sheik Mohamed"): another name stands right before it."""
    if not hit.first or hit.text.lower() not in cues.name_words:
        return False
    before = phrase.parts[hit.first - 1]
    return before.text[:1].isupper() and not any(h.first <= hit.first - 1 < h.last for h in phrase.hits)


def _by_title(phrase: Phrase, choose: Choose, told: Evidence, cues: ActorCues) -> Evidence:
    """A person's name, with the titles before it."""
    best: Evidence | None = None
    for hit in phrase.hits:
        entry = choose(hit)
        if entry.role is None or entry.role.kind != "person" or entry.role.plural:
            continue
        if hit.blocked or _in_name(phrase, hit, cues):
            continue
        found = _by_role(phrase, choose, told, hit, entry.role)
        if best is None or rank(found.authority) < rank(best.authority):
            best = found
    if best is not None:
        return replace(best, kind="person")
    owner = next((choose(h) for h in reversed(phrase.hits) if h.kind == "body" and not h.blocked), None)
    return replace(told, kind="person", sectors=owner.sectors if owner is not None else ())


def rank(authority: str | None) -> int:
    """How much an authority counts against another; the lowest first."""
    return SPOKEN.get(authority or "", 9)


def joined(*reasons: str) -> str:
    """Reasons as one sentence."""
    return "; ".join(r for r in reasons if r)
