"""What the own words of each mention tell, where it stands in its sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.grounding.actors.evidence import Evidence, Phrase, phrase_of, read
from vedette.grounding.actors.lexicon import STATE_KINDS, Entry, Hit
from vedette.grounding.actors.positions import acts
from vedette.grounding.actors.words import plain, words
from vedette.record import Lookup

if TYPE_CHECKING:
    from collections.abc import Callable

    from vedette.grounding.actors.context import Context
    from vedette.grounding.actors.lexicon import Lexicon
    from vedette.grounding.actors.words import Word
    from vedette.record import Mention, Parsed, Place

    Choose = Callable[[Hit], Entry]

THINGS = frozenset(("EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "FAC", "LANGUAGE", "DATE", "TIME", "MONEY", "THING"))
PLACES = frozenset(("GPE", "LOC", "FAC"))
_NAMING = STATE_KINDS | {"people", "person_people"}
_REGIONS = frozenset(("admin1", "region", "country", "territory"))
_LIKELY = 0.5
"""How probable a place must be for its country to count."""
_STATE_PLACES = frozenset(("country", "state", "region", "territory"))


class Words:
    """Reads the mentions of one report, each by itself."""

    def __init__(self, lexicon: Lexicon, parsed: Parsed, places: tuple[Place, ...], context: Context) -> None:
        self.lexicon = lexicon
        self.parsed = parsed
        self.context = context
        self._places = {(p.span.start, p.span.end): p for p in places}
        self._sited = [p for p in places if p.role == "place" and p.best is not None]
        self._by_place = Lookup((p.span.start, p.span.end, p) for p in self._sited)
        self._towns = {(p.span.start, p.span.end) for p in places if p.role == "government"}

    def tell(self, mention: Mention) -> Evidence:
        """What the words of a mention tell; no kind when it is no actor."""
        if mention.kind == "pronoun" or self._thing(mention) or self._part_of_name(mention) or self._no_one(mention):
            return Evidence()
        phrase, choose = self._phrase(mention)
        person = mention.kind == "name" and mention.label == "PERSON" and not _named(phrase)
        told = read(self.lexicon, phrase, choose, person)
        head = phrase.head
        if head is not None and head.kind in STATE_KINDS and not told.members:
            return self._placed(mention, phrase, head, told)
        if head is not None and (head.kind == "people" or self._adjective(mention, head)):
            return Evidence()
        if head is not None and told.role in self.lexicon.cues.facilities and not self._acting(mention):
            return replace(told, kind="")
        if head is not None and head.kind == "place":
            return self._region(mention, head, told)
        if head is not None and self._is_town(mention, phrase, head):
            return Evidence()
        if not told.kind:
            told = replace(told, kind=self._unnamed(mention, phrase))
        return self._separatist(mention, told)

    def anywhere(self, mention: Mention) -> Evidence:
        """What the words tell wherever they stand: of a place that another mention is tied to ("in Iran")."""
        phrase, choose = self._phrase(mention)
        return read(self.lexicon, phrase, choose, person=False)

    def _thing(self, mention: Mention) -> bool:
        """Whether a nominal is a thing whose noun no table has: most are, and need no look at their words."""
        head = plain(self.parsed.tokens[mention.head].text)
        return mention.kind == "nominal" and mention.label == "THING" and not self.lexicon.ends(head)

    # --- the phrase

    def _phrase(self, mention: Mention) -> tuple[Phrase, Choose]:
        start, end = self._whole(mention)
        quote = self.parsed.text[start:end]
        hits = self.lexicon.hits(quote, self.context.lower or quote.isupper())
        hits = self._of_states(hits)
        titles = [h.start for h in hits if h.role is not None]
        named = mention.label == "PERSON" and mention.kind == "name"
        hits = self._with_places(hits, start, start + max(titles, default=0) if named else end, end)
        if named:
            hits = _without_surname(words(quote), hits)
        head_end = self.parsed.tokens[mention.head].end
        return phrase_of(words(quote), hits, head_end - start, start), self.context.chooser(hits)

    def _of_states(self, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """The hits without a world body whose name is a state's own body here ("Armenia's Security Council")."""
        stated = any(h.kind in STATE_KINDS or h.kind in _NAMING for h in hits)
        shared = self.lexicon.cues.shared_bodies
        return tuple(h for h in hits if not (stated and h.kind == "body" and h.text.lower() in shared))

    def _with_places(self, hits: tuple[Hit, ...], start: int, until: int, end: int) -> tuple[Hit, ...]:
        """The hits with the towns and regions in the phrase up to ``until`` ("East Azerbaijan" is no state)."""
        inside = [p for p in self._by_place.within(start, until) if p.span.end <= until]
        parts = words(self.parsed.text[start:end])
        out = list(hits)
        for place in inside:
            a, b = place.span.start - start, place.span.end - start
            over = [h for h in out if h.start < b and a < h.end]
            best = place.best
            if best is None or best.probability < _LIKELY or any(_outdoes(h, a, b) for h in over):
                continue
            covered = [i for i, w in enumerate(parts) if a <= w.start and w.end <= b]
            if covered:
                entry = Entry("place", best.country or "")
                text = place.span.quote
                out = [h for h in out if h not in over]
                out.append(Hit(covered[0], covered[-1] + 1, a, b, text, (entry,), False))
        return tuple(sorted(out, key=lambda h: h.first))

    def _region(self, mention: Mention, head: Hit, told: Evidence) -> Evidence:
        """A region or town that speaks or decides: its authorities."""
        sure = acts(self.parsed, mention.head, True, self.lexicon.cues)
        beside = self.parsed.tokens[mention.head].dep == "appos"
        if sure < 0.7 or beside or mention.kind != "name" or len(head.text) < len(mention.span) - 4:
            return Evidence()
        place = next((p for p in self._sited if p.span.start >= mention.span.start and p.toponym in head.text), None)
        best = place.best if place is not None else None
        if best is None or best.kind not in _REGIONS or best.probability < 0.6:
            return Evidence(kind="unknown", reason="a place that acts; whose it is cannot be told")
        return replace(told, kind="organisation", sectors=("GOV",), weight=0.5, reason="its authorities act")

    def _adjective(self, mention: Mention, head: Hit) -> bool:
        """Whether a noun of a role only modifies another ("six Muslim countries")."""
        token = self.parsed.tokens[mention.head]
        return (
            head.kind in {"role", "modifier"} and token.dep in {"amod", "compound", "nmod"} and mention.kind != "name"
        )

    def _is_town(self, mention: Mention, phrase: Phrase, head: Hit) -> bool:
        """Whether a town bears the name of an outlet ("Dabiq", "Petra"), and is what is meant."""
        entry = self.context.choose(head)
        place = self._places.get((phrase.offset + head.start, phrase.offset + head.end))
        town = place is not None and place.role == "place" and place.best is not None
        return town and "JRN" in entry.sectors and mention.label != "ORG"

    def _no_one(self, mention: Mention) -> bool:
        """Whether the words refer to nobody by themselves: "each other", "the 1990s", the Iran of "Iran-backed"."""
        span, head = mention.span, self.parsed.tokens[mention.head]
        return (
            span.quote.lower() in self.lexicon.cues.reciprocals
            or head.pos in {"NUM", "SYM", "DET"}
            or head.tag == "POS"
            or not any(c.isalpha() for c in head.text)
            or (mention.kind == "nominal" and any(c.isdigit() for c in head.text))
            or (mention.kind == "name" and head.text.isupper() and span.quote[:1].isdigit())
            or (span.start, span.end) in self.context.blocked
        )

    def _whole(self, mention: Mention) -> tuple[int, int]:
        """The characters of a mention, with the rest of a body's name that the parser cut ("Shining | Path")."""
        span = mention.span
        for a, b in self._bodies(mention):
            if a < span.start < b <= span.end or self._heads(mention, a, b):
                return min(a, span.start), max(b, span.end)
        return span.start, span.end

    def _bodies(self, mention: Mention) -> list[tuple[int, int]]:
        """The names of bodies, of several words, in the sentence of a mention."""
        return self.context.spans.get(self.parsed.tokens[mention.head].sent, [])

    def _heads(self, mention: Mention, a: int, b: int) -> bool:
        """Whether the mention's head governs the body's name at characters ``a`` to ``b``."""
        head = self.parsed.tokens[mention.head]
        above = self.parsed.tokens[head.head]
        return a <= head.start and head.end <= b and (above.i == head.i or not a <= above.start < b)

    def _part_of_name(self, mention: Mention) -> bool:
        """Whether a mention is only a piece of a body's name ("Human Rights" in that of an observatory)."""
        span = mention.span
        sent = self.parsed.tokens[mention.head].sent
        return any(
            a <= span.start and span.end <= b and b - a > len(span) and not self._heads(mention, a, b)
            for a, b in (*self._bodies(mention), *self.context.offices.get(sent, ()))
        )

    # --- its place in the sentence

    def _acting(self, mention: Mention) -> bool:
        token = self.parsed.tokens[mention.head]
        if token.dep == "pobj":
            return self.parsed.tokens[token.head].text.lower() == "by"
        return token.dep in {"nsubj", "agent"}

    def _placed(self, mention: Mention, phrase: Phrase, head: Hit, told: Evidence) -> Evidence:
        """A state, a capital or a people's name: an actor only where it acts."""
        kind = self.context.choose(head).kind
        town = kind == "capital" or (kind == "seat" and mention.label in PLACES)
        span = (phrase.offset + head.start, phrase.offset + head.end)
        place = self._places.get(span)
        best = place.best if place is not None and place.role == "place" else None
        if best is not None and kind == "state":
            if best.kind not in _STATE_PLACES and best.country != told.country:
                return Evidence()
            if best.kind == "country" and best.country in self.lexicon.states:
                told = replace(told, country=best.country)
        sure = acts(self.parsed, mention.head, town, self.lexicon.cues)
        if span in self._towns:
            sure = max(sure, 0.8)
        if kind == "national":
            sure = max(sure, 0.9)
        return replace(told, weight=min(told.weight, sure)) if sure else Evidence()

    def _unnamed(self, mention: Mention, phrase: Phrase) -> str:
        """The kind of a mention whose head no table has: by its label, or because it stands where actors stand."""
        head = phrase.head
        token = self.parsed.tokens[mention.head]
        if token.text.lower() in self.lexicon.cues.things or token.lemma.lower() in self.lexicon.cues.things:
            return ""
        if mention.kind == "name":
            stated = any(h.kind in STATE_KINDS for h in phrase.hits)
            if stated and (mention.label in {"NORP", "PERSON"} or not mention.label):
                return ""
            if mention.label in THINGS:
                return ""
            if mention.label == "NORP" and token.dep in {"amod", "compound", "nmod", "pobj", "dobj"}:
                return ""
            by_label = {"PERSON": "person", "ORG": "organisation", "NORP": "group"}.get(mention.label)
            if by_label is not None:
                return by_label
            sure = acts(self.parsed, mention.head, False, self.lexicon.cues)
            return "unknown" if sure >= 0.8 else ""
        if head is not None and head.kind == "modifier" and mention.label != "PERSON":
            return ""
        return {"PERSON": "person", "GROUP": "group"}.get(mention.label, "")

    def _separatist(self, mention: Mention, told: Evidence) -> Evidence:
        """Separatists are those of the unrecognised state whose kin they are, where the report names it."""
        folded = {w.folded for w in words(mention.span.quote)}
        if told.country is None or not folded & self.lexicon.cues.separatist:
            return told
        for code, state in self.lexicon.states.items():
            theirs = state.kind == "partial" and told.country in {state.kin, code}
            if theirs and self.context.named[code]:
                sectors = tuple(dict.fromkeys((*(told.sectors or ("REB",)), "PRE")))
                reason = f"{told.reason}; those of {state.name}, which the report names, are not the state's own"
                return replace(told, country=code, sectors=sectors, authority="nonstate", reason=reason, id=None)
        return told


def _without_surname(parts: tuple[Word, ...], hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits without those that are part of a person's name ("Abu Omar al-Iraqi", "Michael Jordan")."""
    covered = {i for h in hits for i in range(h.first, h.last)}

    def in_name(hit: Hit) -> bool:
        titled = any(h.role is not None and h.first > hit.first for h in hits)
        if not hit.first or hit.kind not in _NAMING or hit.first - 1 in covered or titled:
            return False
        before = parts[hit.first - 1]
        return before.text[:1].isupper() or before.folded in {"al", "el", "ibn", "bin"}

    return tuple(h for h in hits if not in_name(h))


def _outdoes(hit: Hit, a: int, b: int) -> bool:
    """Whether a name of the tables counts more than the place at characters ``a`` to ``b`` that it meets."""
    return hit.end - hit.start >= b - a or hit.kind == "body" or hit.end > b


def _named(phrase: Phrase) -> bool:
    """Whether a table has the name that the parser takes for a person's."""
    head = phrase.head
    if head is None:
        return False
    whole = all(w.folded == "the" for w in phrase.parts[: head.first])
    return (whole and head.kind in STATE_KINDS | {"person_people"}) or head.kind == "body"
