"""Places that no table has, where the text says that they are places: "the village of X", "X district", "in X"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.record import Place, record_id
from vedette.tables.people import people
from vedette.tables.places import place_words

if TYPE_CHECKING:
    from vedette.grounding.places.anchors import Anchor, Anchors
    from vedette.record import PlaceCandidate, Token

MADE_BY = "places-unlisted/1"
CALLED = 0.7
LABELLED = 0.5
"""How sure such a place is: called one by a noun; labelled one by the parser, after "in", "at" or "near"."""
UNKNOWN = 7
"""UCDP ``where_prec`` of a place that cannot be put on the map."""
PRECISION = {"country": 6, "admin1": 4, "region": 5, "disputed": 5, "admin2": 3, "city": 2}
LONGEST = 6
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_JOINTS = frozenset({"-", "'", "’", "‘"})


def unlisted_places(anchors: Anchors, held: frozenset[int]) -> list[Place]:
    """The places, in the order of the text.

    Args:
        anchors: the resolved names.
        held: tokens of names that were resolved, or are in our own tables and were turned down.
    """
    out: list[Place] = []
    last: tuple[int, int] | None = None
    listing = False
    for sentence in anchors.parsed.sentences:
        i = sentence.first
        while i < sentence.last:
            end = _run(anchors, i, sentence.last, held)
            if end == i:
                i += 1
                continue
            after_listed = listing and last is not None and _joined(anchors, last[1], i)
            sure = _sureness(anchors, i, end, after_listed=after_listed)
            if sure:
                out.append(_place(anchors, i, end, sure))
                last, listing = (i, end), sure == CALLED
            i = end
    return out


def _run(anchors: Anchors, i: int, end: int, held: frozenset[int]) -> int:
    """The end of the run of capitalised words from token ``i`` that is a name of its own; ``i`` for none."""
    tokens, words = anchors.parsed.tokens, place_words()
    article = tokens[i].text in words.particles and i + 1 < end and tokens[i + 1].text == "-"
    if i in held or not (article or _opens(tokens[i])) or (i and _opens(tokens[i - 1])):
        return i
    j = i
    while j < min(end, i + LONGEST) and j not in held:
        token = tokens[j]
        joint = token.text in _JOINTS or (token.text in words.particles and tokens[j - 1].text == "-")
        if not (token.text[0].isupper() or (joint and j > i) or (article and j == i)):
            break
        if j > i and "\n" in anchors.parsed.text[tokens[j - 1].end : token.start]:
            break
        j += 1
    while j > i and not tokens[j - 1].text[0].isupper():
        j -= 1
    if j == i + 1 and (tokens[i].text.lower() in words.never | words.particles or len(tokens[i].text) < 3):
        return i
    return j if j not in held else i


def _opens(token: Token) -> bool:
    return token.text[0].isupper() and token.pos in {"PROPN", "X", "NOUN", "ADJ"}


def _joined(anchors: Anchors, a: int, b: int) -> bool:
    """Whether two runs stand side by side in a list."""
    tokens = anchors.parsed.tokens
    between = anchors.parsed.text[tokens[a - 1].end : tokens[b].start].strip()
    return between in {",", "and", ", and", "&", "or"}


def _sureness(anchors: Anchors, i: int, j: int, *, after_listed: bool) -> float:
    """How sure it is that the words from token ``i`` to ``j`` name a place; 0 where nothing says so."""
    words, tokens = place_words(), anchors.parsed.tokens
    sent = tokens[i].sent
    before, before2 = anchors.word(i - 1, sent), anchors.word(i - 2, sent)
    after, final = anchors.word(j, sent), tokens[j - 1].text.lower()
    if before.rstrip(".") in people().title_words or tokens[i].text.lower().rstrip(".") in people().title_words:
        return 0.0
    if j == i + 1 and tokens[i].pos in {"ADJ", "NOUN", "ADV"} and before != "of":
        return 0.0
    nouns = words.settlements
    if before in {"of", "called", "named"} and before2 in nouns:
        return CALLED
    if after in nouns or (before in nouns and tokens[i].ner in _PLACE_LABELS) or after_listed:
        return CALLED
    if j > i + 1 and final in nouns | words.facilities and (before in words.locative or before == "the"):
        return CALLED
    person = any(t.ner == "PERSON" for t in tokens[i:j])
    locative = before in words.locative or (before == "the" and before2 in words.locative)
    if locative and not person and after not in {"'s", "’s"} and any(t.ner in _PLACE_LABELS for t in tokens[i:j]):
        return LABELLED
    return 0.0


def _place(anchors: Anchors, i: int, j: int, sure: float) -> Place:
    span = anchors.parsed.span(i, j)
    holder = _holder(anchors, j)
    candidates: tuple[PlaceCandidate, ...] = ()
    precision = UNKNOWN
    if holder is not None:
        best = holder.best
        precision = PRECISION.get(best.kind, UNKNOWN)
        reason = f"In no table; put where {best.name} is, in or near which the text says it lies"
        candidates = (
            replace(
                best, id=f"within:{best.id}", name=span.quote, kind="unlisted", reason=reason,
                radius_km=max(best.radius_km, 20.0), probability=round(0.8 * best.probability, 4),
            ),
        )  # fmt: skip
    key = record_id("place", anchors.parsed.report.id, span.start, span.end)
    return Place(key, span, span.quote, "place", candidates, precision, None, MADE_BY, sure)


def _holder(anchors: Anchors, j: int) -> Anchor | None:
    """The resolved place that the words after a name put it in or near."""
    words, tokens = place_words(), anchors.parsed.tokens
    sent = tokens[j - 1].sent
    k = j
    while anchors.word(k, sent) in words.settlements | {
        ",",
        "the",
        "a",
        "in",
        "near",
        "outside",
        "of",
        "located",
        "which",
    }:
        k += 1
    if anchors.word(k, sent) in words.compass and anchors.word(k + 1, sent) == "of":
        k += 2
    elif anchors.word(k, sent) in words.compass:
        k += 1
    if k == j:
        return None
    found = anchors.starts.get(k)
    if found is None or found.place.role == "organisation" or found.best.kind in {"macro", "water"}:
        return None
    return found
