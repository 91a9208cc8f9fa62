"""What a report as a whole tells of its actors: which states it names, which two are at war, whose land a sentence is on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vedette.grounding.actors.lexicon import STATE_KINDS
from vedette.grounding.actors.words import words

if TYPE_CHECKING:
    from vedette.grounding.actors.lexicon import Entry, Hit, Lexicon
    from vedette.record import Parsed, Place, Sentence

PLACE_KINDS_OF_STATES = frozenset(("country", "state"))


@dataclass(slots=True)
class Context:
    """Counts over one report.

    Attributes:
        year: of the report; None when not known.
        lower: the text has no capitals to go by.
        named: how often each country is named, by name, adjective or seat.
        pairs: how often two countries stand joined ("Armenia and Azerbaijan").
        land: for each sentence the countries of its places.
        last: the country last told for each office, body or noun of a role.
    """

    year: int | None
    lower: bool
    named: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    land: dict[int, tuple[str, ...]] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)

    def choose(self, hit: Hit) -> Entry:
        """The entry of a hit that fits the report's year and the countries that it names."""
        if len(hit.entries) == 1:
            return hit.entries[0]
        return max(enumerate(hit.entries), key=lambda x: (self._fits(x[1]), -x[0]))[1]

    def _fits(self, entry: Entry) -> tuple[int, int, int]:
        first, last = entry.start or 0, entry.end or 9999
        in_time = self.year is None or first - 1 <= self.year <= last + 1
        today = self.year is not None or entry.end is None
        return int(in_time), self.named[entry.country] if entry.kind == "body" else 0, int(today)

    def warring(self) -> tuple[str, ...]:
        """The two states that the report sets against each other; empty when it names no one such pair."""
        ranked = self.pairs.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return ()
        return ranked[0][0]

    def only(self) -> str | None:
        """The only country that the report names."""
        return next(iter(self.named)) if len(self.named) == 1 else None


def context_of(lexicon: Lexicon, parsed: Parsed, places: tuple[Place, ...], year: int | None) -> Context:
    """Counts over a report before its actors are told."""
    letters = [c for c in parsed.text[:4000] if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    context = Context(year, bool(letters) and (upper < 0.004 * len(letters) or upper > 0.9 * len(letters)))
    for sentence in parsed.sentences:
        _count(lexicon, parsed, sentence, context)
    _lay_out(parsed, places, context)
    return context


def _count(lexicon: Lexicon, parsed: Parsed, sentence: Sentence, context: Context) -> None:
    text = parsed.text[sentence.start : sentence.end]
    hits = lexicon.hits(text, context.lower)
    states = [h for h in hits if h.kind in STATE_KINDS and h.kind != "capital" and not h.blocked]
    codes = [context.choose(h).country for h in states]
    context.named.update(codes)
    parts = words(text)
    for (a, first), (b, second) in zip(
        zip(states, codes, strict=True), list(zip(states, codes, strict=True))[1:], strict=False
    ):
        between = parts[a.last : b.first]
        joined = parts[b.first].hyphen or (bool(between) and all(w.folded in {"and", "with"} for w in between))
        if first != second and joined:
            weight = 1 + 2 * any(w.folded in lexicon.cues.conflict_words for w in parts)
            context.pairs[tuple(sorted((first, second)))] += weight


def _lay_out(parsed: Parsed, places: tuple[Place, ...], context: Context) -> None:
    found: dict[int, list[str]] = {}
    i = 0
    for place in sorted(places, key=lambda p: p.span.start):
        while i < len(parsed.sentences) and parsed.sentences[i].end <= place.span.start:
            i += 1
        best = place.best
        if i < len(parsed.sentences) and best is not None and best.country and place.role == "place":
            held = found.setdefault(i, [])
            if best.country not in held:
                held.append(best.country)
    context.land = {k: tuple(v) for k, v in found.items()}
