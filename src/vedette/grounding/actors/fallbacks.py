"""What the report as a whole tells where the words of a mention do not; always with less confidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.grounding.actors.words import words

if TYPE_CHECKING:
    from vedette.grounding.actors.context import Context
    from vedette.grounding.actors.evidence import Evidence
    from vedette.grounding.actors.lexicon import Lexicon
    from vedette.record import Mention, Parsed

_DOMESTIC = frozenset(("COP", "CVL", "MED", "JUD", "OPP", "EDU", "LEG", "GOV", "REL", "LAB", "AGR", "SPY"))
_PUBLIC = frozenset(("COP", "GOV", "JUD", "LEG", "MED", "SPY"))
_PRIVATE = frozenset(("PTY", "OPP", "REL", "BUS", "MNC", "SOC", "NGO", "LAB", "CRM", "ISM"))
_OFFICES = frozenset(("military", "minister", "spokesperson", "legislator", "head_of_state"))
_LEADERS = frozenset(("leader", "spokesman", "spokeswoman", "spokesperson", "press secretary"))
_UNTOLD = frozenset(("REB",))
_SPOKEN_FOR = frozenset(("GOV", "MIL", "REB", "PRM"))
_DEFINITE = frozenset(("the", "this", "that", "its", "his", "their"))


def fill(lexicon: Lexicon, parsed: Parsed, mention: Mention, told: Evidence, context: Context) -> Evidence:
    """The evidence with a country from the report, and the id of a state's office or body."""
    told = _sides(lexicon, mention, told, context)
    told = _unrecognised(lexicon, told, context)
    told = _again(mention, told, context)
    told = _speaks_for(parsed, mention, told, context)
    told = _here(lexicon, parsed, mention, told, context)
    told = _partial(lexicon, told)
    if told.authority is None and told.kind == "organisation" and told.sectors and told.sectors[0] in _PRIVATE:
        told = replace(told, authority="nonstate")
    if told.country and not set(told.sectors) - {"PRE"} and told.kind == "person" and told.role in _LEADERS:
        told = replace(told, sectors=("GOV", *told.sectors) if not told.people else told.sectors)
    if told.country and told.code and told.id is None and told.kind == "organisation" and told.sectors:
        told = replace(told, id=f"{told.country}.{told.sectors[0]}.{told.code}")
    return told


def _sides(lexicon: Lexicon, mention: Mention, told: Evidence, context: Context) -> Evidence:
    """The pair that the report sets against each other, for "both sides", "the two countries"."""
    cues = lexicon.cues
    if told.role not in cues.collectives:
        return told
    folded = {w.folded for w in words(mention.span.quote)}
    collective = bool(folded & cues.pair_words) or told.role in cues.collectives_alone
    pair = context.warring()
    if not collective or not pair or told.country:
        return told
    reason = f"the two that the report sets against each other, {pair[0]} and {pair[1]}"
    return replace(told, kind="group", members=pair, reason=reason, weight=0.7, id=None)


def _unrecognised(lexicon: Lexicon, told: Evidence, context: Context) -> Evidence:
    """The one unrecognised state that the report names, for "the breakaway territory"."""
    if told.role in lexicon.cues.unrecognised and not told.country:
        named = [code for code in context.named if lexicon.states[code].kind == "partial"]
        if len(named) == 1:
            reason = f"{told.reason}; the only unrecognised state that the report names"
            told = replace(told, country=named[0], reason=reason, weight=0.7)
    if told.kind == "state" and told.country and told.id is None and not told.members:
        told = replace(told, id=told.country, sectors=told.sectors or ("GOV",))
    return told


def _again(mention: Mention, told: Evidence, context: Context) -> Evidence:
    """The one last told by that name, for "the ministry" or "the army" after "Iran's foreign ministry"."""
    at = told.code or told.role
    if at is None or told.kind not in {"organisation", "person"} or told.members:
        return told
    if told.country:
        context.last[at] = told.country
        if told.role:
            context.last[told.role.split(" ")[-1]] = told.country
        return told
    first = mention.span.quote.split(" ", 1)[0].lower()
    held = context.last.get(at)
    if held is None or first not in _DEFINITE or told.id is not None:
        return told
    reason = f"{told.reason}; the one told before by that name".lstrip("; ")
    return replace(told, country=held, reason=reason, weight=0.6)


def _speaks_for(parsed: Parsed, mention: Mention, told: Evidence, context: Context) -> Evidence:
    """The body that a bare spokesman speaks for: the ministry or army named last, in the sentences right before."""
    paragraph = parsed.sentences[parsed.tokens[mention.head].sent].paragraph
    official = told.kind == "organisation" and told.sectors[:1] and told.sectors[0] in _SPOKEN_FOR
    if official and told.country and not told.members:
        context.spoken_for = (paragraph, told.country, told.sectors)
        return told
    untold = told.kind == "person" and not told.country and told.authority == "spokesperson" and told.id is None
    if not untold or context.spoken_for is None or mention.label != "PERSON":
        return told
    where, country, sectors = context.spoken_for
    if where != paragraph:
        return told
    reason = f"{told.reason}; speaks for the body named before".lstrip("; ")
    return replace(told, country=country, sectors=told.sectors or sectors, weight=0.55, reason=reason)


def _strange(lexicon: Lexicon, parsed: Parsed, mention: Mention, context: Context) -> bool:
    """Whether a name that no table has tells the country, though not to us ("the Gondor police")."""
    tied = [t for p in parsed.dependents(mention.head, "prep") for t in parsed.dependents(p.i, "pobj")]
    if any(t.pos == "PROPN" and t.start not in context.known for t in tied):
        return True
    if mention.label == "PERSON" and mention.kind == "name":
        return False
    hits = lexicon.hits(mention.span.quote)
    start = mention.span.start
    return any(
        t.pos == "PROPN" and not any(h.start <= t.start - start < h.end for h in hits)
        for t in parsed.tokens[mention.first : mention.last]
    )


def _here(lexicon: Lexicon, parsed: Parsed, mention: Mention, told: Evidence, context: Context) -> Evidence:
    """Police, residents, officials of no told country: of the land that the sentence is on, or the only one named."""
    if told.country or told.members or told.id is not None or told.kind in {"unknown", "state"} or not told.sectors:
        return told
    if mention.kind == "pronoun" or _strange(lexicon, parsed, mention, context):
        return told
    sector = told.sectors[0]
    named = mention.kind == "name" and mention.label == "PERSON"
    untold = sector in _UNTOLD and told.kind != "organisation"
    own_army = sector in {"MIL", "PRM"} and (
        told.kind == "organisation" or (told.role or "").startswith(("government", "regime", "state", "federal"))
    )
    land = (context.sites if untold else context.land).get(parsed.tokens[mention.head].sent, set())
    if len(land) == 1 and (sector in _DOMESTIC or untold or own_army) and not (named and told.authority in _OFFICES):
        return _by(told, next(iter(land)), "the place of the sentence", 0.35 if untold else 0.45)
    state = sector == "MIL" or sector in _PUBLIC
    own_opposition = sector == "OPP" and told.kind == "organisation"
    speaks = state and told.kind == "person" and told.title is not None and told.authority in _OFFICES
    foreign = named and told.authority == "military"
    only = (
        context.only()
        if own_army or own_opposition or told.people or ((speaks or sector in _PUBLIC) and not foreign)
        else None
    )
    return told if only is None else _by(told, only, "the only state named", 0.45)


def _by(told: Evidence, code: str, basis: str, weight: float) -> Evidence:
    reason = f"{told.reason}; its country only by {basis}".lstrip("; ")
    return replace(told, country=code, reason=reason, weight=weight)


def _partial(lexicon: Lexicon, told: Evidence) -> Evidence:
    state = lexicon.states.get(told.country or "")
    if state is not None and state.kind == "partial" and "PRE" not in told.sectors:
        return replace(told, sectors=(*(s for s in told.sectors if told.kind != "state"), "PRE"))
    return told
