"""Who declares: may this speaker bind anyone, and whose side is a phrase on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.coding.commitments.naming import home_of, named
from vedette.tables.commitments import compiled, declarer_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette.coding.commitments.declared import Declared
    from vedette.coding.commitments.words import Range, Words
    from vedette.record import Actor, Entity, Grounding, Mention, Parsed, Span

_POWERS = frozenset({"GOV", "MIL", "REB", "OPP", "PTY", "LEG", "SPY", "UAF", "PRE", "IGO", "UNO", "IMG", "PRM", "ISM"})
_OTHERS = frozenset({"EDU", "BUS", "MED", "JRN", "AGR", "LAB", "MNC", "NGO", "CVL", "JUD", "CRM", "ELI", "REF"})
_THIRD = frozenset({"they", "their", "he", "his", "she", "her", "it", "its"})
_MEDIA = frozenset({"JRN"})
NAMESAKES = 4
"""How many other mentions of a name are asked what its bearer is."""


@dataclass(frozen=True, slots=True)
class Declarer:
    """Who declares.

    Attributes:
        actor: as grounded; None where that failed.
        span: the phrase that names the speaker.
        name: the fullest name known.
        country: of the actor.
        standing: 2 surely a political or armed actor, 1 perhaps, 0 not.
    """

    actor: Actor | None
    span: Span | None
    name: str | None
    country: str | None
    standing: int


def declarer_of(parsed: Parsed, grounding: Grounding, unit: Declared) -> Declarer:
    """The declarer of somebody's words."""
    if unit.speaker is None:
        return Declarer(None, None, None, None, 0)
    token = parsed.tokens[unit.speaker]
    mention = parsed.mention_at(token.i)
    span = unit.speaker_span or (mention.span if mention else parsed.report.span(token.start, token.end))
    told = unit.statement is not None and unit.speaker_span is not None
    actor = unit.statement.speaker if unit.statement is not None and told else None
    actor = named(parsed, grounding, actor or grounding.actor_at(token.start), token)
    name = actor.name if actor else (parsed.entity_of(mention).name if mention else token.text)
    country = home_of(grounding, actor)
    return Declarer(actor, span, name, country, _standing(parsed, unit.speaker, span, actor))


def _standing(parsed: Parsed, head: int, span: Span, actor: Actor | None) -> int:
    called = _called(parsed, head, span)
    if called is not None:
        return called
    if actor is not None:
        sectors = set(actor.sectors)
        if actor.authority == "state_media":
            return 2
        if sectors & _OTHERS and not sectors & _POWERS:
            return 0
        if sectors & _POWERS or actor.kind == "state":
            return 2
        if actor.country and actor.kind in {"organisation", "group"}:
            return 1
    token = parsed.tokens[head]
    if token.pos == "PRON":
        mention = parsed.mention_at(head)
        named = mention is not None and any(
            parsed.mentions[m].kind == "name" for m in parsed.entity_of(mention).mentions
        )
        return 1 if named else 0
    return 2 if token.ner in {"GPE", "NORP"} else 1 if token.pos == "PROPN" else 0


def _called(parsed: Parsed, head: int, span: Span) -> int | None:
    """The standing by the speaker's phrase, then its appositions, then how the report names the same one elsewhere."""
    token = parsed.tokens[head]
    own = [span.quote, _around(parsed, head)]
    if token.pos == "PROPN" and token.ner not in {"GPE", "NORP"}:
        others = [m for m in parsed.derived(_namesakes).get(token.text, ()) if m.head != head]
        own.extend(_around(parsed, m.head) for m in others[:NAMESAKES])
    found = _first(own)
    mention = parsed.mention_at(head)
    if found is not None or mention is None:
        return found
    known = parsed.derived(_known)
    if mention.entity not in known:
        known[mention.entity] = _first(_names(parsed, parsed.entity_of(mention)))
    return known[mention.entity]


def _first(texts: Iterable[str]) -> int | None:
    return next((s for s in map(_standing_in, texts) if s is not None), None)


def _standing_in(text: str) -> int | None:
    """The standing that a description gives; None where it gives none."""
    words = declarer_words()
    said = text.lower().replace("’", "'")
    if compiled(words.never).search(said):
        return 2 if compiled(r"\b(?:foreign|defen[cs]e|prime) minister|\b(?:general|president)\b").search(said) else 0
    return 2 if compiled(words.armed).search(said) or compiled(words.political).search(said) else None


def _names(parsed: Parsed, entity: Entity) -> Iterator[str]:
    others = [parsed.mentions[m] for m in entity.mentions]
    yield from entity.titles
    yield from (m.span.quote for m in others)
    yield from (_around(parsed, m.head) for m in others)


def _known(parsed: Parsed) -> dict[int, int | None]:
    """Room for the standing that its names give each entity, by its index: found when first asked for."""
    del parsed
    return {}


def _namesakes(parsed: Parsed) -> dict[str, list[Mention]]:
    """By word, the first mentions of more than one word that hold it; the one that asks may be among them."""
    out: dict[str, list[Mention]] = {}
    for m in parsed.mentions:
        if m.last - m.first > 1:
            for word in dict.fromkeys(m.span.quote.split()):
                held = out.setdefault(word, [])
                if len(held) < 2 * NAMESAKES:
                    held.append(m)
    return out


def _around(parsed: Parsed, head: int) -> str:
    return " ".join(parsed.tokens[i].text for i in _near(parsed, head))


def _near(parsed: Parsed, head: int) -> tuple[int, ...]:
    top = head
    while parsed.tokens[top].dep in {"appos", "compound", "nmod"} and parsed.tokens[top].head != top:
        top = parsed.tokens[top].head
    return tuple(i for i in parsed.subtree(top) if abs(i - head) < 16)


def is_media(declarer: Declarer, cue: str) -> bool:
    """Whether the speaker is an outlet that only passes words on; a state's own that warns speaks for the state."""
    if declarer.actor is None or not set(declarer.actor.sectors) & _MEDIA:
        return False
    if compiled(declarer_words().armed).search(declarer.actor.span.quote.lower()):
        return False
    return not (declarer.actor.authority == "state_media" and cue in {"write", "warn", "threaten", "demand"})


_REBELS = frozenset({"REB", "OPP", "UAF"})
_STATE_WORDS = frozenset({"government", "army", "regime", "state", "troops", "soldiers", "military", "navy", "police"})


def _against_state(declarer: Declarer) -> bool:
    """Whether the declarer fights a state, so that "the army" in its words is the other side's."""
    if declarer.span is not None and compiled(r"\b(?:rebels?|guerrillas?|insurgents?)\b").search(
        declarer.span.quote.lower()
    ):
        return True
    return declarer.actor is not None and bool(_REBELS & set(declarer.actor.sectors))


def side(words: Words, at: Range, declarer: Declarer, grounding: Grounding) -> str:
    """Whose side a phrase is on: ``own``, ``other``, ``unknown``, or ``state`` where the declarer has no country."""
    if at[0] >= at[1]:
        return "unknown"
    own = frozenset(declarer_words().own_side)
    tokens = [words.token(k) for k in range(*at)]
    if tokens[0].text.lower() in {"we", "our", "i", "my", "us"}:
        return "own"
    countries = []
    for token in tokens:
        actor = grounding.actor_at(token.start)
        place = grounding.place_at(token.start) if actor is None and token.pos == "PROPN" else None
        country = actor.country if actor else place.best.country if place is not None and place.best else None
        if country and country not in countries:
            countries.append(country)
    if declarer.country and declarer.country in countries:
        return "own"
    if declarer.country and countries:
        return "other"
    if declarer.name and any(t.text in declarer.name.split() for t in tokens if t.pos == "PROPN"):
        return "own"
    quoted = words.parsed.in_direct_quotation(tokens[0].start)
    if quoted and tokens[0].text.lower() in _THIRD:
        return "unknown"
    if _against_state(declarer) and any(t.text.lower() in _STATE_WORDS for t in tokens):
        return "other"
    if any(t.text.lower() in own for t in tokens):
        return "own"
    return "state" if countries else "unknown"
