"""Deaths, injuries, displaced, troops and munitions that a clause gives, as low, best and high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.assertion import factuality
from vedette.coding.events.counted import CASUALTIES, has_relative_subject, is_joint, sign_of, tells_harm
from vedette.coding.events.counts import Count, counts_of
from vedette.coding.events.governors import clause_verb, path_up
from vedette.record import Magnitude
from vedette.tables.assertion import assertion_lexicon
from vedette.tables.magnitudes import number_table

if TYPE_CHECKING:
    from vedette.record import Grounding, Parsed, Token

_TOLD = 1.5
"""Factuality from which a toll is told as real; somebody's saying so is enough."""


def magnitudes_of(parsed: Parsed, grounding: Grounding, anchor_token: int) -> tuple[Magnitude, ...]:
    """The magnitudes that the anchor's sentence gives of its event, in the order of the text."""
    if _only_speaks(parsed, anchor_token):
        return ()
    sentence = parsed.tokens[anchor_token].sent
    out: list[Magnitude] = []
    for count in (*counts_of(parsed, sentence), *_ones(parsed, sentence)):
        found = _read(parsed, grounding, count, anchor_token)
        for magnitude in found:
            if not any(m.kind == magnitude.kind and m.span.overlap(magnitude.span) for m in out):
                out.append(magnitude)
    return tuple(sorted(out, key=lambda m: (m.span.start, m.kind)))


def loose_magnitudes(parsed: Parsed, grounding: Grounding, sentence: int) -> tuple[Magnitude, ...]:
    """What a sentence counts, whatever event it is of: what happened, not what may, and no part of a larger number."""
    out: list[Magnitude] = []
    for count in (*counts_of(parsed, sentence), *_ones(parsed, sentence)):
        for magnitude in _read(parsed, grounding, count, None):
            if not any(m.kind == magnitude.kind and m.span.overlap(magnitude.span) for m in out):
                out.append(magnitude)
    return tuple(out)


def _only_speaks(parsed: Parsed, anchor: int) -> bool:
    """Whether the anchor is a verb of saying or judging: what its object did is no magnitude of the words."""
    token, lexicon = parsed.tokens[anchor], assertion_lexicon()
    if token.pos != "VERB":
        return False
    lemma, table = token.lemma.lower(), lexicon.table
    if lemma in number_table().of_persons:
        return False
    predicate = lexicon.predicate("V", lemma)
    if predicate is not None and predicate.name in table.speech:
        return True
    return lemma in table.reactions | table.reproaching | table.thanking


def _ones(parsed: Parsed, sentence: int) -> tuple[Count, ...]:
    """Singular persons with an article ("a child") and words for nobody ("no casualties"), as numbers."""
    table = number_table()
    out = []
    for token in parsed.tokens[parsed.sentences[sentence].first : parsed.sentences[sentence].last]:
        text, head = token.text.lower(), parsed.tokens[token.head]
        if token.dep in {"det", "neg"} and text in table.none and head.pos == "NOUN":
            out.append(Count(0, 0, 0, token.i, head.i + 1, head.i))
        elif text == "one" and token.i and parsed.tokens[token.i - 1].text.lower() == "no":
            out.append(Count(0, 0, 0, token.i - 1, token.i + 1, token.i))
        elif text in table.none and token.dep in {"nsubj", "nsubjpass", "dobj"}:
            out.append(Count(0, 0, 0, token.i, token.i + 1, token.i))
        elif (
            token.dep == "det" and text in {*table.articles, "another"} and head.tag == "NN"
            and head.lemma.lower() in table.persons
        ):  # fmt: skip
            out.append(Count(1, 1, 1, token.i, head.i + 1, head.i))
    return tuple(out)


def _read(parsed: Parsed, grounding: Grounding, count: Count, anchor: int | None) -> list[Magnitude]:
    """The magnitudes of a number, where it is of the event at ``anchor``, or has no event to look for (None)."""
    noun = _counted(parsed, count)
    table = number_table()
    measured = {parsed.tokens[i].ner for i in range(count.first, count.last)} & {"PERCENT", "MONEY", "QUANTITY"}
    if measured or grounding.time_at(parsed.tokens[count.core].start) is not None:
        return []
    if noun.lemma.lower() in table.units_of_other or _is_part(parsed, count, noun.i):
        return []
    if count.first and (parsed.tokens[count.first - 1].text.lower() in table.none or _is_age(parsed, count, noun)):
        return []
    sign = sign_of(parsed, noun, count)
    if sign is None or is_joint(parsed, sign):
        return []
    if anchor is None:
        if count.best != 0 and not _happened(parsed, sign[1]):
            return []
    elif not _belongs(parsed, sign[1], anchor):
        return []
    kinds, word = sign
    span = parsed.span(count.first, count.last)
    by = _suffered_by(parsed, grounding, noun, word) if kinds[0] in CASUALTIES else "unknown"
    return [Magnitude(kind, count.low, count.best, count.high, span, by) for kind in kinds]


def _happened(parsed: Parsed, word: int) -> bool:
    return factuality(parsed, word) >= _TOLD or parsed.tokens[word].pos not in {"VERB", "AUX"}


def _is_age(parsed: Parsed, count: Count, noun: Token) -> bool:
    """Whether a number stands after a name and a comma ("Ms Abo, 18")."""
    first = count.first
    return (
        noun.i == count.core and first > 1
        and parsed.tokens[first - 1].text == "," and parsed.tokens[first - 2].pos == "PROPN"
    )  # fmt: skip


def _counted(parsed: Parsed, count: Count) -> Token:
    """What a number counts: the noun that it modifies, "of" passed over; the number itself where it stands alone."""
    token = parsed.tokens[count.core]
    while token.dep in {"nummod", "quantmod", "compound", "amod", "advmod", "det", "predet"} and token.head != token.i:
        token = parsed.tokens[token.head]
        if token.pos in {"NOUN", "PROPN"}:
            return token
    for preposition in parsed.dependents(token.i, "prep"):
        if preposition.lemma == "of":
            for noun in parsed.dependents(preposition.i, "pobj"):
                return noun
    after = parsed.tokens[count.last] if count.last < len(parsed.tokens) else token
    return after if token.pos == "NUM" and after.pos == "NOUN" and after.sent == token.sent else token


def _is_part(parsed: Parsed, count: Count, i: int) -> bool:
    """Whether a number is only part of one told before: "three, including a child", "among them two", "two of them"."""
    table = number_table()
    before = [t.text.lower() for t in parsed.tokens[max(0, count.first - 2) : count.first]]
    after = [t.text.lower() for t in parsed.tokens[count.last : count.last + 2]]
    among_them = before[-1:] == ["them"] and before[0] in table.parts
    if among_them or after in (["of", "them"], ["of", "whom"]):
        return True
    token = parsed.tokens[i]
    while token.dep in {"conj", "appos"}:
        token = parsed.tokens[token.head]
    head = parsed.tokens[token.head]
    return token.dep == "pobj" and head.text.lower() in table.parts - {"of"}


def _belongs(parsed: Parsed, word: int, anchor: int) -> bool:
    """Whether what a number tells of belongs to the event at the anchor."""
    if word == anchor:
        return True
    a, b = clause_verb(parsed, word), clause_verb(parsed, anchor)
    if a == b or (_in_headline(parsed, a) and _in_headline(parsed, b)):
        return True
    return _linked(parsed, a, b, anchor) or _linked(parsed, b, a, anchor)


def _in_headline(parsed: Parsed, i: int) -> bool:
    """Whether a participle stands by a number in a sentence without a verb ("12 killed, 30 injured in blast")."""
    token = parsed.tokens[i]
    above = path_up(parsed, i)
    return token.dep == "acl" and all(parsed.tokens[k].pos in {"NUM", "NOUN", "PROPN"} for k in above)


def _linked(parsed: Parsed, lower: int, upper: int, anchor: int) -> bool:
    """Whether the clause of ``lower`` hangs on that of ``upper`` without a saying or another doer between."""
    i = lower
    while i != upper:
        token = parsed.tokens[i]
        if token.head == i or (token.dep in {"ccomp", "parataxis"} and not tells_harm(parsed, token.head)):
            return False
        if token.dep == "relcl" and token.head != anchor and not has_relative_subject(parsed, i):
            return False
        apart = token.dep == "conj" and token.pos == "VERB" and token.tag != "VBN" and parsed.dependents(i, "nsubj")
        if apart and (not tells_harm(parsed, i) or parsed.dependents(i, "dobj")):
            return False
        i = token.head
    return True


def _suffered_by(parsed: Parsed, grounding: Grounding, noun: Token, word: int) -> str:
    table = number_table()
    lemmas = {noun.lemma.lower()}
    if lemmas & table.civilians or any(c.lemma.lower() == "civilian" for c in parsed.dependents(noun.i)):
        return "civilian"
    if lemmas & table.combatants:
        verb = clause_verb(parsed, word)
        if parsed.tokens[verb].lemma.lower() == "lose":
            return "side_a"
        doer = next(iter(parsed.dependents(verb, "nsubj")), None)
        if noun.dep == "dobj" and doer is not None and grounding.actor_at(doer.start) is not None:
            return "side_b"
    return "unknown"
