"""What a number counts the dead, the wounded, the displaced, troops or munitions by: the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.governors import path_up
from vedette.tables.magnitudes import number_table

if TYPE_CHECKING:
    from vedette.coding.events.counts import Count
    from vedette.record import Parsed, Token

CASUALTIES = ("deaths", "injuries", "displaced")
_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "attr", "conj", "appos", "oprd", "pobj", "acomp", "dep", "npadvmod"}
)


def sign_of(parsed: Parsed, noun: Token, count: Count) -> tuple[tuple[str, ...], int] | None:
    """The kinds that a counted noun stands for, and the token that shows it."""
    table = number_table()
    lemma = noun.lemma.lower()
    if count.best == 0 and lemma in table.casualties:
        return ("deaths", "injuries"), noun.i
    for kind in CASUALTIES:
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
    own = _beside(parsed, noun, count) if noun.i == core.i else []
    for word in [*own, *_neighbours(parsed, noun), *_neighbours(parsed, core), *_beside(parsed, noun, count)]:
        for kind in CASUALTIES:
            words = table.kind(kind)
            if kind == "deaths" and noun.lemma != "life" and _loses_life(parsed, word):
                return (kind,), word.i
            if _does_it(parsed, noun, word):
                continue
            if word.lemma in table.of_persons and noun.lemma.lower() not in table.persons:
                continue
            if word.lemma.lower() in words.verbs and word.pos in {"VERB", "ADJ", "NOUN"}:
                return (kind,), word.i
            if kind == "displaced" and _driven_out(parsed, word):
                return (kind,), word.i
            if kind == "deaths" and _fatal(parsed, word):
                return (kind,), word.i
            if word.text.lower() in words.adjectives or (word.pos == "NOUN" and word.lemma.lower() in words.nouns):
                return (kind,), word.i
    return None


def is_joint(parsed: Parsed, sign: tuple[tuple[str, ...], int]) -> bool:
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
            word.dep == "relcl" and transitive and has_relative_subject(parsed, word.i)
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
            told = parsed.dependents(head.i, "nsubj", "nsubjpass", "dobj")
            out.extend(told)
            out.extend(parsed.tokens[k] for t in told for k in parsed.subtree(t.i) if parsed.tokens[k].dep == "pobj")
    return [w for w in out if w.i != noun.i]


def _beside(parsed: Parsed, noun: Token, count: Count) -> list[Token]:
    """The participle or adjective right after a number or its noun ("dozens injured", "12 people dead")."""
    last = max(count.last, noun.i + 1) if noun.i < count.last + 3 else count.last
    after = parsed.tokens[last : last + 1]
    return [t for t in after if t.sent == noun.sent and t.tag in {"VBN", "JJ", "VBD"}]


def _fatal(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb is told with its end: "shot dead", "stabbed to death", "fatally shot"."""
    if verb.pos != "VERB":
        return False
    deep = [
        n for p in parsed.dependents(verb.i, "prep") if p.text.lower() == "to" for n in parsed.dependents(p.i, "pobj")
    ]
    beside = parsed.dependents(verb.i, "advmod", "acomp", "oprd", "advcl", "amod", "dobj")
    return any(n.lemma == "death" for n in deep) or any(t.text.lower() in {"fatally", "dead"} for t in beside)


def _loses_life(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb says of its subject that it died: "gave his life", "lost their lives"."""
    return verb.lemma.lower() in {"lose", "give"} and any(o.lemma == "life" for o in parsed.dependents(verb.i, "dobj"))


def _driven_out(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb tells of people made to leave ("forced from their homes")."""
    table = number_table()
    if verb.lemma not in table.drives:
        return False
    return any(parsed.tokens[k].lemma in table.homes for k in parsed.subtree(verb.i))


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


def has_relative_subject(parsed: Parsed, relative: int) -> bool:
    """Whether a relative clause has "which" or "that" for its subject, and so tells what its noun did."""
    return any(t.tag in {"WDT", "WP"} for t in parsed.dependents(relative, "nsubj", "nsubjpass"))


def tells_harm(parsed: Parsed, i: int) -> bool:
    """Whether a verb is one of killing or wounding: headlines string these together ("12 killed, 30 injured")."""
    table = number_table()
    return parsed.tokens[i].lemma.lower() in table.deaths.verbs | table.injuries.verbs
