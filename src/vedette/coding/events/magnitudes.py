"""Deaths, injuries, displaced, troops and munitions that a clause gives, as low, best and high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.counts import Count, counts_of
from vedette.coding.events.governors import clause_verb, path_up
from vedette.record import Magnitude
from vedette.tables.assertion import assertion_lexicon
from vedette.tables.magnitudes import number_table

if TYPE_CHECKING:
    from vedette.record import Grounding, Parsed, Token

_CASUALTIES = ("deaths", "injuries", "displaced")
_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "attr", "conj", "appos", "oprd", "pobj", "acomp", "dep", "npadvmod"}
)


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


def _only_speaks(parsed: Parsed, anchor: int) -> bool:
    """Whether the anchor is a verb of saying or judging: what its object did is no magnitude of the words."""
    token, lexicon = parsed.tokens[anchor], assertion_lexicon()
    if token.pos != "VERB":
        return False
    lemma, table = token.lemma.lower(), lexicon.table
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


def _read(parsed: Parsed, grounding: Grounding, count: Count, anchor: int) -> list[Magnitude]:
    noun = _counted(parsed, count)
    table = number_table()
    measured = {parsed.tokens[i].ner for i in range(count.first, count.last)} & {"PERCENT", "MONEY", "QUANTITY"}
    if measured or grounding.time_at(parsed.tokens[count.core].start) is not None:
        return []
    if noun.lemma.lower() in table.units_of_other or _is_part(parsed, noun.i):
        return []
    if count.first and (parsed.tokens[count.first - 1].text.lower() in table.none or _is_age(parsed, count, noun)):
        return []
    sign = _sign(parsed, noun, count)
    if sign is None or _joint(parsed, sign) or not _belongs(parsed, sign[1], anchor):
        return []
    kinds, word = sign
    span = parsed.span(count.first, count.last)
    by = _suffered_by(parsed, grounding, noun, word) if kinds[0] in _CASUALTIES else "unknown"
    return [Magnitude(kind, count.low, count.best, count.high, span, by) for kind in kinds]


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


def _is_part(parsed: Parsed, i: int) -> bool:
    """Whether a noun only names part of a number told before ("three, including a child")."""
    table = number_table()
    token = parsed.tokens[i]
    while token.dep in {"conj", "appos"}:
        token = parsed.tokens[token.head]
    head = parsed.tokens[token.head]
    return token.dep == "pobj" and head.text.lower() in table.parts - {"of"}


def _sign(parsed: Parsed, noun: Token, count: Count) -> tuple[tuple[str, ...], int] | None:
    """The kinds that a counted noun stands for, and the token that shows it."""
    table = number_table()
    lemma = noun.lemma.lower()
    if count.best == 0 and lemma in table.casualties:
        return ("deaths", "injuries"), noun.i
    for kind in _CASUALTIES:
        words = table.kind(kind)
        if lemma in words.nouns or noun.text.lower() in words.adjectives:
            return (kind,), noun.i
    found = _by_context(parsed, noun, count)
    if found is not None:
        return found
    return _forces(parsed, noun)


def _by_context(parsed: Parsed, noun: Token, count: Count) -> tuple[tuple[str, ...], int] | None:
    table = number_table()
    core = parsed.tokens[count.core]
    for word in [*_neighbours(parsed, noun), *_neighbours(parsed, core), *_beside(parsed, noun, count)]:
        for kind in _CASUALTIES:
            words = table.kind(kind)
            if _does_it(parsed, noun, word):
                continue
            if word.lemma in table.of_persons and noun.lemma.lower() not in table.persons:
                continue
            if word.lemma.lower() in words.verbs and word.pos in {"VERB", "ADJ", "NOUN"}:
                return (kind,), word.i
            if kind == "deaths" and _fatal(parsed, word):
                return (kind,), word.i
            if word.text.lower() in words.adjectives or (word.pos == "NOUN" and word.lemma.lower() in words.nouns):
                return (kind,), word.i
    return None


def _joint(parsed: Parsed, sign: tuple[tuple[str, ...], int]) -> bool:
    """Whether one number stands for dead and wounded together ("60 were killed and injured")."""
    (kind, *_), i = sign
    token = parsed.tokens[i]
    if kind not in {"deaths", "injuries"} or token.pos != "VERB":
        return False
    table = number_table()
    other = table.injuries.verbs if kind == "deaths" else table.deaths.verbs
    joined = [*parsed.dependents(i, "conj"), *([parsed.tokens[token.head]] if token.dep == "conj" else [])]
    for verb in joined:
        if verb.lemma.lower() in other:
            first, second = sorted((i, verb.i))
            own = [parsed.dependents(v, "dobj", "nsubjpass", "nsubj") for v in (first, second)]
            objects = [parsed.dependents(v, "dobj") for v in (first, second)]
            passive = bool(parsed.dependents(first, "nsubjpass")) and not own[1]
            shared = not objects[0] and bool(objects[1]) and not parsed.dependents(first, "nsubjpass")
            if passive or shared:
                return True
    return False


def _does_it(parsed: Parsed, noun: Token, word: Token) -> bool:
    """Whether a noun is the doer of the verb, not who suffers it ("one wounding a child")."""
    table = number_table()
    if word.lemma.lower() not in table.deaths.verbs | table.injuries.verbs:
        return False
    transitive = bool(parsed.dependents(word.i, "dobj"))
    if word.head == noun.i:
        return (word.dep == "acl" and word.tag == "VBG") or (
            word.dep == "relcl" and transitive and _who(parsed, word.i)
        )
    return noun.head == word.i and noun.dep == "nsubj" and transitive


def _neighbours(parsed: Parsed, noun: Token) -> list[Token]:
    """The words that say what befell a counted noun: its modifiers and clauses, its verb, a predicate beside it."""
    out = list(parsed.dependents(noun.i, "acl", "relcl", "amod", "acomp"))
    token = noun
    while token.dep in {"conj", "appos"} and parsed.tokens[token.head].pos in {"NOUN", "PROPN", "NUM"}:
        token = parsed.tokens[token.head]
    if token.dep in _ARGUMENTS and token.head != token.i:
        head = parsed.tokens[token.head]
        if head.pos == "ADP":
            head = parsed.tokens[head.head]
        out.append(head)
        out.extend(parsed.dependents(head.i, "oprd", "acomp", "xcomp", "ccomp"))
        if head.lemma in number_table().tallies:
            out.extend(parsed.dependents(head.i, "nsubj", "nsubjpass", "dobj"))
    return [w for w in out if w.i != noun.i]


def _fatal(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb is told with its end: "shot dead", "stabbed to death", "fatally shot"."""
    if verb.pos != "VERB":
        return False
    deep = [
        n for p in parsed.dependents(verb.i, "prep") if p.text.lower() == "to" for n in parsed.dependents(p.i, "pobj")
    ]
    beside = parsed.dependents(verb.i, "advmod", "acomp", "oprd", "advcl", "amod", "dobj")
    return any(n.lemma == "death" for n in deep) or any(t.text.lower() in {"fatally", "dead"} for t in beside)


def _beside(parsed: Parsed, noun: Token, count: Count) -> list[Token]:
    """The participle or adjective right after a number or its noun ("dozens injured", "12 people dead")."""
    last = max(count.last, noun.i + 1) if noun.i < count.last + 3 else count.last
    after = parsed.tokens[last : last + 1]
    return [t for t in after if t.sent == noun.sent and t.tag in {"VBN", "JJ", "VBD"}]


def _forces(parsed: Parsed, noun: Token) -> tuple[tuple[str, ...], int] | None:
    table = number_table()
    for kind in ("munitions", "troops"):
        words = table.kind(kind)
        if noun.lemma.lower() not in words.nouns:
            continue
        for i in path_up(parsed, noun.i):
            if parsed.tokens[i].pos == "VERB":
                return ((kind,), i) if parsed.tokens[i].lemma.lower() in words.verbs else None
    return None


def _belongs(parsed: Parsed, word: int, anchor: int) -> bool:
    """Whether what a number tells of belongs to the event at the anchor."""
    if word == anchor:
        return True
    a, b = clause_verb(parsed, word), clause_verb(parsed, anchor)
    if a == b:
        return True
    return _linked(parsed, a, b, anchor) or _linked(parsed, b, a, anchor)


def _linked(parsed: Parsed, lower: int, upper: int, anchor: int) -> bool:
    """Whether the clause of ``lower`` hangs on that of ``upper`` without a saying or another doer between."""
    i = lower
    while i != upper:
        token = parsed.tokens[i]
        if token.head == i or token.dep in {"ccomp", "parataxis"}:
            return False
        if token.dep == "relcl" and token.head != anchor and not _who(parsed, i):
            return False
        if token.dep == "conj" and token.pos == "VERB" and token.tag != "VBN" and parsed.dependents(i, "nsubj"):
            return False
        i = token.head
    return True


def _who(parsed: Parsed, relative: int) -> bool:
    """Whether a relative clause has "which" or "that" for its subject, and so tells what its noun did."""
    return any(t.tag in {"WDT", "WP"} for t in parsed.dependents(relative, "nsubj", "nsubjpass"))


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
