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
from vedette.tables.magnitudes import number_table

if TYPE_CHECKING:
    from vedette.record import Grounding, Parsed, Place, Span, Token

_LINKS = frozenset({"compound", "nmod", "poss", "appos", "conj", "amod", "nummod", "det"})
_CLAUSAL = frozenset({"advcl", "conj", "relcl", "acl", "xcomp", "ccomp", "pcomp", "parataxis", "dep"})
MAX_COST = 5
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
    sentence = parsed.sentences[parsed.tokens[anchor_token].sent]
    places = [p for p in grounding.places_within(sentence.start, sentence.end) if p.role == "place"]
    chosen = sites_of(parsed, tuple(p.span for p in places), anchor_token)
    if not chosen:
        return None
    return next(p for p in places if p.span == chosen[0])


def sites_of(parsed: Parsed, spans: tuple[Span, ...], anchor_token: int) -> tuple[Span, ...]:
    """Which of the toponyms ``spans`` are the place of the event at a token: one, or several joined by "and"."""
    sentence = parsed.sentences[parsed.tokens[anchor_token].sent]
    reach = _reach(parsed, anchor_token)
    near = (span for span in spans if sentence.start <= span.start < sentence.end)
    sites = [site for span in near if (site := _site(parsed, span)) is not None]
    costed = [(c, s) for s in sites if (c := _cost(parsed, s, anchor_token)) is not None and c <= reach]
    if not costed:
        return ()
    _, best = min(costed, key=lambda x: (x[0], x[1].depth, x[1].head))
    joined = [s for _, s in costed if s is not best and _coordinated(parsed, s.head, best.head)]
    return tuple(s.span for s in sorted([best, *joined], key=lambda s: s.span.start))


def _reach(parsed: Parsed, anchor: int) -> int:
    """How far a place may stand from an anchor; what is said has its place by the verb that says it, or nowhere."""
    lexicon = assertion_lexicon()
    lemma = parsed.tokens[anchor].lemma.lower()
    predicate = lexicon.predicate("V", lemma)
    if lemma in lexicon.table.reactions | lexicon.table.reproaching | lexicon.table.thanking:
        return 0
    if predicate is None or predicate.name not in lexicon.table.speech:
        return MAX_COST
    return 0 if predicate.name in {"report", "claim"} else 1


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
        step = {"appos": 0, "conj": 0, "poss": 2}.get(parsed.tokens[top].dep, 1)
        top, depth = parsed.tokens[top].head, depth + step
    token = parsed.tokens[top]
    if token.dep == "pobj":
        preposition = parsed.tokens[token.head]
        outer = parsed.tokens[preposition.head]
        while preposition.lemma.lower() == "of" and outer.lemma.lower() in siting().place_nouns:
            depth += _containment(parsed, top, outer.i)
            top, token = outer.i, outer
            while (
                token.dep in {"appos", "conj", "nsubj"}
                and parsed.tokens[token.head].lemma.lower() in siting().place_nouns
            ):
                top, token = token.head, parsed.tokens[token.head]
            if token.dep != "pobj":
                return Site(span, head, top, None, token.head, depth)
            preposition = parsed.tokens[token.head]
            outer = parsed.tokens[preposition.head]
        return Site(span, head, top, preposition.i, _above_prepositions(parsed, preposition.head), depth)
    return Site(span, head, top, None, token.head, depth)


def _containment(parsed: Parsed, inner: int, noun: int) -> int:
    """0 where "of" gives a noun its name ("the town of X"), more where it tells what holds it ("the X region of Y")."""
    if parsed.tokens[inner].pos != "PROPN":
        return 1
    named = any(c.pos == "PROPN" for c in parsed.dependents(noun, "compound", "nmod", "poss"))
    return 2 if named and parsed.tokens[noun].lemma.lower() not in siting().settlements else 0


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
    if _is_origin(parsed, site, anchor):
        return None
    if lemma in table.locatives:
        fronted = site.preposition < parsed.sentences[token.sent].first + 2 < anchor
        return None if _names_people(parsed, site) else way + fronted
    if lemma in table.directions and (site.governor == anchor or parsed.tokens[site.governor].pos == "VERB"):
        return way + 1 if way <= 2 else None
    if lemma == "of" and site.governor == anchor:
        return way + 1
    return None if token.pos == "" else (way + 3 if lemma == "from" and site.governor == anchor else None)


def _is_origin(parsed: Parsed, site: Site, anchor: int) -> bool:
    """Whether a place tells where what was fired came from: "a rocket from a grove at X fell", "launched from X"."""
    above = [site.preposition, *path_up(parsed, site.preposition)] if site.preposition is not None else []
    between = above[: above.index(anchor)] if anchor in above else above
    opener = next((i for i in between if i is not None and parsed.tokens[i].text.lower() == "from"), None)
    if opener is None:
        return False
    fired = number_table().munitions
    governor = parsed.tokens[parsed.tokens[opener].head]
    return governor.lemma.lower() in fired.nouns or (governor.i == anchor and governor.lemma.lower() in fired.verbs)


def _names_people(parsed: Parsed, site: Site) -> bool:
    """Whether the name only tells whose people or doings a phrase is about ("in U.S. custody", "on Iraqi forces")."""
    if site.top == site.head:
        return False
    lemma = parsed.tokens[site.top].lemma.lower()
    return lemma in number_table().persons or lemma in siting().collectives


def _bare_cost(parsed: Parsed, site: Site, anchor: int, way: int) -> int | None:
    """Without a preposition: the object of a verb that hits or takes, or a modifier of the event's noun."""
    token = parsed.tokens[site.top]
    if site.top != site.head and token.lemma.lower() not in siting().place_nouns and site.top != anchor:
        return None
    if site.top == anchor or (site.head + 1 == anchor and parsed.tokens[anchor].tag == "VBG"):
        return 1
    if token.dep in {"dobj", "nsubjpass"} and parsed.tokens[site.governor].lemma in siting().place_takers:
        return way - 1 + site.depth
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
    up = sum(2 if _stands_alone(parsed, i) or parsed.tokens[i].dep == "pobj" else 1 for i in climb)
    return up + sum(_step(parsed.tokens[i]) for i in descent)


def _step(token: Token) -> int:
    """The cost of going down to a token: the more a clause stands on its own, the more."""
    if token.dep in {"relcl", "ccomp", "conj"}:
        return 3
    if token.dep in _CLAUSAL:
        return 2
    return 0 if token.pos == "ADP" else 1


def _stands_alone(parsed: Parsed, i: int) -> bool:
    """Whether a conjunct has a subject of its own."""
    return parsed.tokens[i].dep == "conj" and bool(parsed.dependents(i, "nsubj", "nsubjpass"))
