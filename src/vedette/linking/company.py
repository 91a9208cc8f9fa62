"""The head of an event's words and the company that it keeps: who, what, where, when, as the parse has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.linking.words import classes, lemma_of, stem
from vedette.tables.linking import linking_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vedette.record import Parsed, Token

_NAMES = ("PROPN", "NOUN", "NUM")
_TIMES = ("DATE", "TIME")


@dataclass(frozen=True, slots=True)
class Company:
    """An event mention as linking compares it.

    Attributes:
        key: what sorts it and makes it this one: report id, start, end.
        lemma, stem, classes: of its head.
        light: whether the head names no happening of its own ("it", "incident"); speech: whether it is a verb
            of saying.
        agents, patients, others: words of its subject or "by" phrase, of its object, of its further phrases.
        times: words of time in its clause.
        context: content words of its sentence.
    """

    key: tuple[str, int, int]
    lemma: str
    stem: str
    classes: frozenset[int]
    light: bool
    speech: bool
    agents: frozenset[str]
    patients: frozenset[str]
    others: frozenset[str]
    times: frozenset[str]
    context: frozenset[str]

    @property
    def everyone(self) -> frozenset[str]:
        """The words of all its phrases."""
        return self.agents | self.patients | self.others


def company(parsed: Parsed, start: int, end: int) -> Company | None:
    """The company of the words from ``start`` to ``end``; None where nothing there was parsed."""
    inside = [t for t in parsed.tokens if t.start < end and t.end > start and t.pos not in ("PUNCT", "SPACE")]
    if not inside:
        return None
    head = _head(inside)
    agents, patients, others = _arguments(parsed, head)
    sentence = parsed.sentences[head.sent]
    around = parsed.tokens[sentence.first : sentence.last]
    clause = [parsed.tokens[i] for i in parsed.subtree(head.i)]
    words = linking_words()
    lemma = lemma_of(head.lemma)
    return Company(
        (parsed.report.id, start, end), lemma, stem(lemma), classes(lemma, head.pos, _after(parsed, head, inside)),
        lemma in words.light or head.pos in ("PRON", "DET"), lemma in words.speech,
        _words(parsed, agents), _words(parsed, patients), _words(parsed, others),
        frozenset(lemma_of(t.text) for t in clause if t.ner in _TIMES and t.pos in ("PROPN", "NUM", "NOUN")),
        frozenset(lemma_of(t.lemma) for t in around if t.pos in ("NOUN", "VERB", "PROPN", "ADJ", "NUM")),
    )  # fmt: skip


def _head(inside: list[Token]) -> Token:
    """The token of a phrase that governs it; a content word where there is one."""
    numbers = {t.i for t in inside}
    roots = [t for t in inside if t.head not in numbers or t.head == t.i]
    return next((t for t in roots if t.pos in ("VERB", "NOUN", "PROPN")), roots[0])


def _after(parsed: Parsed, head: Token, inside: list[Token]) -> str | None:
    """The particle of a verb, or the word before a noun in a compound ("drunken driving")."""
    later = list(parsed.dependents(head.i, "prt")) or [t for t in inside if t.i > head.i and t.dep in ("dobj", "prep")]
    return lemma_of(later[0].lemma) if later else None


def _arguments(parsed: Parsed, head: Token) -> tuple[list[Token], list[Token], list[Token]]:
    agents: list[Token] = []
    patients: list[Token] = []
    others: list[Token] = []
    for kid in parsed.dependents(head.i):
        if kid.dep == "nsubj":
            agents.append(kid)
        elif kid.dep in ("dobj", "nsubjpass", "obj", "oprd", "attr"):
            patients.append(kid)
        elif kid.dep == "agent" or (kid.dep == "prep" and kid.lemma == "by"):
            agents += parsed.dependents(kid.i, "pobj")
        elif kid.dep == "prep":
            inner = parsed.dependents(kid.i, "pobj")
            (patients if kid.lemma == "of" and head.pos != "VERB" else others).extend(inner)
        elif kid.dep in ("poss", "compound", "amod", "nmod"):
            others.append(kid)
    if not agents:
        agents += _subject_from_above(parsed, head)
    if head.dep == "acl" and not patients:  # "the man arrested on Friday"
        patients.append(parsed.tokens[head.head])
    return agents, patients, others


def _subject_from_above(parsed: Parsed, head: Token) -> list[Token]:
    """The subject of the verb that governs a conjunct, an open clause or an object, where the head has none itself."""
    if head.dep not in ("conj", "xcomp", "dobj", "pobj", "attr", "advcl"):
        return []
    above = parsed.tokens[head.head]
    if above.pos == "ADP":
        above = parsed.tokens[above.head]
    return list(parsed.dependents(above.i, "nsubj")) if above.pos in ("VERB", "AUX") else []


def _words(parsed: Parsed, tokens: Iterable[Token]) -> frozenset[str]:
    """The words that name the phrases of tokens: a name's own, and of pronouns those of whom they refer to."""
    found: set[str] = set()
    for token in tokens:
        mention = parsed.mention_at(token.i)
        if mention is not None and mention.kind != "nominal":
            found.update(w.lower() for w in parsed.entity_of(mention).name.split() if w[:1].isupper())
        if token.pos in _NAMES:
            found.add(lemma_of(token.lemma))
            found.update(lemma_of(t.lemma) for t in parsed.dependents(token.i, "compound") if t.pos == "PROPN")
    return frozenset(found)
