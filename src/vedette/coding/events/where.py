"""The place of an event, among the places that its sentence names.

A place counts by what it hangs on: a locative phrase of the verb, its object where something is hit or taken, a phrase
of its object or subject, of a neighbouring clause, of the whole sentence. The task, to tell the place of one event from
the places that are merely mentioned, is that of Halterman (2019), Geolocating Political Events in Text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.coding.events.governors import path_up, span_head, speech_between
from vedette.tables.assertion import assertion_lexicon
from vedette.tables.incidents import siting

if TYPE_CHECKING:
    from vedette.record import Grounding, Parsed, Place, Span

_LINKS = frozenset({"compound", "nmod", "poss", "appos", "conj", "amod", "nummod", "det"})
_CLAUSAL = frozenset({"advcl", "conj", "relcl", "acl", "xcomp", "ccomp", "pcomp", "parataxis", "dep"})
MAX_COST = 6
"""Beyond this a place is merely mentioned."""


@dataclass(frozen=True, slots=True)
class Site:
    """How a place stands in its sentence.

    Attributes:
        span: the toponym.
        head: its token.
        top: the head of the whole phrase of place ("the port of X").
        preposition: token of its preposition; None for a bare object, subject or modifier.
        governor: what the phrase hangs on.
        depth: links between the name and the top of its phrase.
    """

    span: Span
    head: int
    top: int
    preposition: int | None
    governor: int
    depth: int


def place_of(parsed: Parsed, grounding: Grounding, anchor_token: int) -> Place | None:
    """The place of the event at ``anchor_token``, by its sentence or its dateline; None where neither tells."""
    places = [p for p in grounding.places if p.role == "place"]
    chosen = sites_of(parsed, tuple(p.span for p in places), anchor_token)
    if not chosen:
        return None
    return next(p for p in places if p.span == chosen[0])


def sites_of(parsed: Parsed, spans: tuple[Span, ...], anchor_token: int) -> tuple[Span, ...]:
    """Which of the toponyms ``spans`` are the place of the event at a token: one, or several joined by "and"."""
    sentence = parsed.tokens[anchor_token].sent
    sites = [s for span in spans if (s := _site(parsed, span)) is not None and parsed.tokens[s.head].sent == sentence]
    costed = [(c, s) for s in sites if (c := _cost(parsed, s, anchor_token)) is not None and c <= MAX_COST]
    if not costed:
        return ()
    _, best = min(costed, key=lambda x: (x[0], x[1].depth, abs(x[1].head - anchor_token), x[1].head))
    joined = [s for _, s in costed if s is not best and _coordinated(parsed, s.head, best.head)]
    return tuple(s.span for s in sorted([best, *joined], key=lambda s: s.span.start))


def _coordinated(parsed: Parsed, a: int, b: int) -> bool:
    return _first_conjunct(parsed, a) == _first_conjunct(parsed, b)


def _first_conjunct(parsed: Parsed, i: int) -> int:
    while parsed.tokens[i].dep == "conj":
        i = parsed.tokens[i].head
    return i


def _site(parsed: Parsed, span: Span) -> Site | None:
    head = span_head(parsed, span)
    if head is None:
        return None
    top, depth = head, 0
    while parsed.tokens[top].dep in _LINKS and parsed.tokens[parsed.tokens[top].head].pos in {"NOUN", "PROPN", "NUM"}:
        step = 0 if parsed.tokens[top].dep in {"appos", "conj"} else 1
        top, depth = parsed.tokens[top].head, depth + step
    token = parsed.tokens[top]
    if token.dep == "pobj":
        preposition = parsed.tokens[token.head]
        outer = parsed.tokens[preposition.head]
        if preposition.lemma.lower() == "of" and outer.lemma.lower() in siting().place_nouns:
            return _lifted(parsed, Site(span, head, top, None, outer.i, depth), outer.i)
        return Site(span, head, top, preposition.i, _above_prepositions(parsed, preposition.head), depth)
    return Site(span, head, top, None, token.head, depth)


def _lifted(parsed: Parsed, site: Site, noun: int) -> Site:
    """The site of a name that a noun introduces ("the town of X"): that of the noun."""
    token = parsed.tokens[noun]
    while token.dep in {"appos", "conj"}:
        token = parsed.tokens[token.head]
    if token.dep == "pobj":
        return Site(
            site.span, site.head, token.i, token.head, _above_prepositions(parsed, parsed.tokens[token.head].head), 0
        )
    return Site(site.span, site.head, token.i, None, token.head, 0)


def _above_prepositions(parsed: Parsed, i: int) -> int:
    while parsed.tokens[i].pos == "ADP" and parsed.tokens[i].head != i:
        i = parsed.tokens[i].head
    return i


def _cost(parsed: Parsed, site: Site, anchor: int) -> int | None:
    """How far a site is from being that of the anchor; None where it can't be."""
    table = siting()
    token = parsed.tokens[site.top]
    way = _way(parsed, site.governor, anchor)
    if way is None:
        return None
    if site.preposition is None:
        return _bare_cost(parsed, site, anchor, way)
    lemma = parsed.tokens[site.preposition].text.lower()
    if lemma in table.locatives:
        return way
    if lemma in table.directions:
        return way + 1 if way <= 2 else None
    if lemma == "of" and site.governor == anchor:
        return way + 1
    return None if token.pos == "" else (way + 3 if lemma == "from" and site.governor == anchor else None)


def _bare_cost(parsed: Parsed, site: Site, anchor: int, way: int) -> int | None:
    """Without a preposition: the object of a verb that hits or takes, or a modifier of the event's noun."""
    token = parsed.tokens[site.top]
    if site.top != site.head and token.lemma.lower() not in siting().place_nouns and site.top != anchor:
        return None
    if site.top == anchor:
        return 1
    if token.dep in {"dobj", "nsubjpass"} and parsed.tokens[site.governor].lemma in siting().place_takers:
        return way
    if token.dep == "npadvmod":
        return way
    return None


def _way(parsed: Parsed, governor: int, anchor: int) -> int | None:
    """Steps between what a place hangs on and the anchor, clauses counted; None where somebody's words part them."""
    if governor == anchor:
        return 0
    lexicon = assertion_lexicon()
    up_anchor = [anchor, *path_up(parsed, anchor)]
    up_governor = [governor, *path_up(parsed, governor)]
    meeting = next((k for k in up_anchor if k in up_governor), None)
    if meeting is None:
        return None
    if speech_between(parsed, meeting, anchor, lexicon):
        return None
    climb = up_anchor[: up_anchor.index(meeting)]
    descent = up_governor[: up_governor.index(meeting)]
    cost = len(climb)
    for i in descent:
        dep = parsed.tokens[i].dep
        cost += 3 if dep in {"relcl", "ccomp"} else 2 if dep in _CLAUSAL else 1 if parsed.tokens[i].pos != "ADP" else 0
    return cost


def toponyms_of(parsed: Parsed) -> tuple[Span, ...]:
    """The spans that read as names of places, before any gazetteer is asked."""
    out: list[tuple[int, int, str]] = []
    for token in parsed.tokens:
        if token.ner not in {"GPE", "LOC", "FAC"}:
            continue
        if out and out[-1][1] == token.i and out[-1][2] == token.ner:
            out[-1] = (out[-1][0], token.i + 1, token.ner)
        else:
            out.append((token.i, token.i + 1, token.ner))
    return tuple(parsed.span(first, last) for first, last, _ in out)
