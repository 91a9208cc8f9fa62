"""Words that stand where names of places stand, before any gazetteer is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.tables.incidents import siting

if TYPE_CHECKING:
    from vedette.record import Parsed, Span

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OTHERS = frozenset({"", "ORG", "PERSON", "PRODUCT", "NORP", "WORK_OF_ART"})


def toponyms_of(parsed: Parsed, known: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """The names that the recogniser or the syntax takes for places, in the order of the text.

    Those of ``known``, which a gazetteer found, are added where they share no words with these.

    The recogniser misses many small places; a name after a preposition of place, or one that "town" or "district" goes
    with, is taken for one, too.
    """
    chunks = [*_recognised(parsed)]
    taken = {i for first, last in chunks for i in range(first, last)}
    for first, last in _name_runs(parsed):
        if not taken & set(range(first, last)) and _sited(parsed, first, last):
            chunks.append((first, last))
    found = [parsed.span(first, last) for first, last in chunks]
    added = [k for k in known if not any(k.overlap(f) for f in found)]
    return tuple(sorted([*found, *added]))


def _recognised(parsed: Parsed) -> list[tuple[int, int]]:
    out: list[tuple[int, int, str]] = []
    for token in parsed.tokens:
        if token.ner not in _PLACES:
            continue
        if out and out[-1][1] == token.i and out[-1][2] == token.ner:
            out[-1] = (out[-1][0], token.i + 1, token.ner)
        else:
            out.append((token.i, token.i + 1, token.ner))
    return [(first, last) for first, last, _ in out]


def _name_runs(parsed: Parsed) -> list[tuple[int, int]]:
    """Runs of proper nouns that the recogniser does not take for a time or a place."""
    out: list[tuple[int, int]] = []
    for token in parsed.tokens:
        joins = token.text == "-" and bool(out) and out[-1][1] == token.i
        if not joins and (token.pos != "PROPN" or token.ner not in _OTHERS):
            continue
        if out and out[-1][1] == token.i and parsed.tokens[token.i - 1].sent == token.sent:
            out[-1] = (out[-1][0], token.i + 1)
        else:
            out.append((token.i, token.i + 1))
    return [(first, last - 1 if parsed.tokens[last - 1].text == "-" else last) for first, last in out]


def _sited(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a name stands as a place: after "in" or "near", beside "town", after "town of"."""
    table = siting()
    head = next((i for i in range(first, last) if not first <= parsed.tokens[i].head < last), last - 1)
    token = parsed.tokens[head]
    if any(parsed.tokens[i].lemma.lower() in table.place_nouns for i in range(first, last)):
        return True
    while token.dep == "conj" and token.head != token.i:
        token = parsed.tokens[token.head]
    above = parsed.tokens[token.head]
    if token.dep in {"compound", "nmod", "appos"}:
        return above.lemma.lower() in table.place_nouns and above.pos in {"NOUN", "PROPN"}
    if token.dep == "pobj":
        if above.lemma.lower() == "of":
            return parsed.tokens[above.head].lemma.lower() in table.place_nouns
        return above.text.lower() in table.name_locatives
    return token.dep == "dobj" and above.lemma.lower() in table.goals and token.ner != "PERSON"
