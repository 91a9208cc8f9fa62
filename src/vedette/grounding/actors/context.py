"""What a report as a whole tells of its actors: the states it names, the two at war, whose land a sentence is on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from vedette.grounding.actors.lexicon import STATE_KINDS, Entry
from vedette.grounding.actors.words import key, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from vedette.grounding.actors.lexicon import Hit, Lexicon
    from vedette.record import Parsed, Place, Sentence

UNSURE = Entry("unsure", "")
"""What an acronym of several bodies is, when nothing tells which."""
_LIKELY = 0.5
"""How probable a place must be for its country to count."""
_NOT_LAND = frozenset(("country", "border", "water", "strait", "sea", "river"))
_ABROAD = frozenset(("JRN", "BUS", "MNC"))


@dataclass(slots=True)
class Context:
    """Counts over one report.

    Attributes:
        year: of the report; None when not known.
        lower: the text has no capitals to go by.
        named: how often each country is named, by name, adjective or seat.
        pairs: how often two countries stand joined ("Armenia and Azerbaijan").
        land: for each sentence the countries of its towns and regions, and of the states that say where.
        sites: for each sentence the countries of the places that say where ("in Mali").
        bodies: how often the capital, bodies and groups of a country are named, outlets and companies apart.
        ids: how often a body is named by a name that only it has.
        blocked: characters of names that only say whose friend or foe somebody is.
        offices: for each sentence the offices of three words and more ("Secretary of State").
        known: where the words of names start that a table or the gazetteer has.
        spans: for each sentence the bodies of several words in it, with their characters of the report.
        last: the country last told for each office, body or noun of a role.
        spoken_for: the ministry, army or movement named last: its paragraph, country and sectors.
    """

    year: int | None
    lower: bool
    named: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    land: dict[int, set[str]] = field(default_factory=dict)
    sites: dict[int, set[str]] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)
    spoken_for: tuple[int, str, tuple[str, ...]] | None = None
    bodies: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)
    blocked: set[tuple[int, int]] = field(default_factory=set)
    known: set[int] = field(default_factory=set)
    offices: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    spans: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def choose(self, hit: Hit) -> Entry:
        """The entry of a hit that fits the report's year and the countries that it names."""
        if len(hit.entries) == 1 and hit.entries[0].kind != "body":
            return hit.entries[0]
        best = max(enumerate(hit.entries), key=lambda x: (self._fits(x[1]), -x[0]))[1]
        if best.kind != "body" or not best.country or best.body is None:
            return best
        if self.named[best.country] or self.bodies[best.country] > self.ids[best.body.id]:
            return best
        if hit.noun is not None:
            return hit.noun
        return self._alone(hit, best)

    def _alone(self, hit: Hit, best: Entry) -> Entry:
        """The entry of a name that several bodies bear, where the report names the country of none of them."""
        if len({e.country for e in hit.entries}) == 1 or (best.body is not None and self.ids[best.body.id]):
            return best
        in_time = [e for e in hit.entries if self._fits(e)[0]]
        if len(in_time) == 1:
            return in_time[0]
        return next((e for e in in_time if "JRN" in e.sectors), UNSURE)

    def chooser(self, hits: tuple[Hit, ...]) -> Callable[[Hit], Entry]:
        """A choice that heeds the states in a phrase: "South Korea's Joint Chiefs of Staff" are not America's."""
        named = {self.choose(h).country for h in hits if h.kind in STATE_KINDS and not h.blocked}
        if not named or all(h.kind != "body" for h in hits):
            return self.choose

        def choose(hit: Hit) -> Entry:
            entry = self.choose(hit)
            if entry.kind != "body" or not entry.country or entry.country in named:
                return entry
            other = next((e for e in hit.entries if e.country in named), None)
            return other or hit.noun or entry

        return choose

    def _fits(self, entry: Entry) -> tuple[int, int, int]:
        first, last = entry.start or 0, entry.end or 9999
        in_time = self.year is None or first - 1 <= self.year <= last + 1
        today = self.year is not None or entry.end is None
        body = entry.body
        if body is None:
            return int(in_time), 0, int(today)
        return (
            int(in_time),
            100 * self.ids[body.id] + self.named[entry.country] + self.bodies[entry.country],
            int(today),
        )

    def warring(self) -> tuple[str, ...]:
        """The two states that the report sets against each other; empty when it names no one such pair."""
        ranked = self.pairs.most_common(2)
        if not ranked and len(self.named) == 2:
            return tuple(sorted(self.named))
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return ()
        return ranked[0][0]

    def only(self) -> str | None:
        """The only country that the report names, itself or a body of it."""
        all_named = {**self.named, **self.bodies}
        return next(iter(all_named)) if len(all_named) == 1 else None


def context_of(lexicon: Lexicon, parsed: Parsed, places: tuple[Place, ...], year: int | None) -> Context:
    """Counts over a report before its actors are told."""
    letters = [c for c in parsed.text[:4000] if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    context = Context(year, bool(letters) and (upper < 0.004 * len(letters) or upper > 0.9 * len(letters)))
    for sentence in parsed.sentences:
        _count(lexicon, parsed, sentence, context)
    _lay_out(lexicon, parsed, places, context)
    return context


def _count(lexicon: Lexicon, parsed: Parsed, sentence: Sentence, context: Context) -> None:
    text = parsed.text[sentence.start : sentence.end]
    hits = lexicon.hits(text, context.lower)
    states = [h for h in hits if h.kind in STATE_KINDS and h.kind != "capital" and not h.blocked]
    codes = [context.choose(h).country for h in states]
    context.named.update(codes)
    context.bodies.update(context.choose(h).country for h in hits if h.kind == "capital" and not h.blocked)
    context.spans[sentence.i] = [
        (sentence.start + h.start, sentence.start + h.end) for h in hits if h.kind == "body" and h.last - h.first > 1
    ]
    for hit in hits:
        context.known.update(range(sentence.start + hit.start, sentence.start + hit.end))
    context.offices[sentence.i] = [
        (sentence.start + h.start, sentence.start + h.end) for h in hits if h.role is not None and h.last - h.first > 2
    ]
    context.blocked.update((sentence.start + h.start, sentence.start + h.end) for h in hits if h.blocked)
    for entry in (h.entries[0] for h in hits if h.kind == "body" and h.noun is None):
        if len({e.country for h in hits if h.entries[0] is entry for e in h.entries}) > 1:
            continue
        if entry.body is not None:
            context.ids[entry.body.id] += 1
        if entry.country and not set(entry.sectors) & _ABROAD:
            context.bodies[entry.country] += 1
    parts = words(text)
    for (a, first), (b, second) in pairwise(zip(states, codes, strict=True)):
        between = parts[a.last : b.first]
        joined = parts[b.first].hyphen or (bool(between) and all(w.folded in {"and", "with"} for w in between))
        if first != second and joined:
            weight = 1 + 2 * any(w.folded in lexicon.cues.conflict_words for w in parts)
            context.pairs[tuple(sorted((first, second)))] += weight


def _lay_out(lexicon: Lexicon, parsed: Parsed, places: tuple[Place, ...], context: Context) -> None:
    """The countries of the places of each sentence that say where ("in Mali")."""
    context.known.update(i for p in places if p.best is not None for i in range(p.span.start, p.span.end))
    starts = {t.start: t for t in parsed.tokens}
    for place in places:
        best, token = place.best, starts.get(place.span.start)
        if best is None or not best.country or token is None or place.role != "place" or best.probability < _LIKELY:
            continue
        located = _located(lexicon, parsed, token.i, place.span.end)
        struck = any(t.dep == "dobj" for t in parsed.tokens[token.i : token.i + 3] if t.end <= place.span.end)
        if located:
            context.sites.setdefault(token.sent, set()).add(best.country)
        seat = any(e.kind in STATE_KINDS for e in lexicon.names.get(key(place.toponym), ()))
        if located or (best.kind not in _NOT_LAND and (struck or not seat)):
            context.land.setdefault(token.sent, set()).add(best.country)


def _located(lexicon: Lexicon, parsed: Parsed, i: int, end: int) -> bool:
    """Whether the toponym that starts at token ``i`` stands after a preposition of place."""
    while parsed.tokens[i].dep in {"compound", "amod", "nmod"} and parsed.tokens[parsed.tokens[i].head].start < end:
        i = parsed.tokens[i].head
    token = parsed.tokens[i]
    while token.dep == "pobj" and parsed.tokens[token.head].text.lower() == "of":
        token = parsed.tokens[parsed.tokens[token.head].head]
    return token.dep == "pobj" and parsed.tokens[token.head].text.lower() in lexicon.cues.locating
