"""Words that name an incident, with what the parse gives as its doers and its objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.coding.events.assertion.factuality import Projection
from vedette.tables.incidents import incident_table

if TYPE_CHECKING:
    from vedette.record import Parsed, Token

_OBJECT_PREPOSITIONS = frozenset({"of", "on", "against", "at", "upon"})
_SCENE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "under", "opposite", "of", "against", "on"})
LEAST = 0.5
"""Factuality below which an incident is only feared or threatened."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an incident.

    Attributes:
        token: its index.
        kind: the type of incident.
        doers, objects, scene: heads of the phrases of who did it, of what it was done to, and of where.
        generic: whether the word says little alone.
        value: its factuality.
    """

    token: int
    kind: str
    doers: tuple[int, ...]
    objects: tuple[int, ...]
    scene: tuple[int, ...]
    generic: bool
    value: float


def triggers_of(parsed: Parsed) -> tuple[Trigger, ...]:
    """The triggers of a report, in the order of the text, save those that only might have happened."""
    projection = Projection(parsed)
    out = []
    for token in parsed.tokens:
        kind = _kind(parsed, token)
        if kind is None:
            continue
        value = projection.verdict(token.i).value
        if value < LEAST:
            continue
        reader = _verb_arguments if token.pos in {"VERB", "AUX"} else _noun_arguments
        doers, objects, scene = reader(parsed, token)
        generic = token.lemma.lower() in incident_table().generic
        out.append(Trigger(token.i, kind, doers, objects, scene, generic, value))
    return tuple(out)


def _kind(parsed: Parsed, token: Token) -> str | None:
    lemma, text = token.lemma.lower(), token.text.lower()
    if lemma in {"take", "hold"} and token.pos == "VERB" and _takes_hostage(parsed, token):
        return "kidnapping"
    if lemma in {"attack", "raid"} and token.pos in {"NOUN", "PROPN"} and _by_weapon(parsed, token):
        return "bombing"
    for kind in incident_table().types:
        if token.pos == "VERB" and lemma in kind.verbs:
            return kind.name if _is_violent(parsed, token) else None
        if token.pos in {"NOUN", "PROPN"} and (lemma in kind.nouns or text in kind.nouns):
            return kind.name if token.dep != "compound" else None
        if kind.phrases and token.i and f"{parsed.tokens[token.i - 1].text} {token.text}".lower() in kind.phrases:
            return kind.name
        if kind.weapons and lemma in {"go", "blow"} and _goes_off(parsed, token):
            return kind.name
        if lemma == "set" and kind.name == "arson" and any(c.lemma == "fire" for c in _deep(parsed, token.i)):
            return kind.name
    return None


def _takes_hostage(parsed: Parsed, token: Token) -> bool:
    return any(c.lemma.lower() in incident_table().hostages for c in parsed.dependents(token.i) if c.dep != "nsubj")


def _by_weapon(parsed: Parsed, token: Token) -> bool:
    """Whether a word before "attack" is a bomb ("a car bomb attack")."""
    before = parsed.dependents(token.i, "compound", "amod")
    words = {parsed.tokens[k].lemma.lower() for c in before for k in parsed.subtree(c.i)}
    return bool(words & {"bomb", "dynamite", "explosive", "car-bomb"})


def _deep(parsed: Parsed, i: int) -> list[Token]:
    out = [parsed.tokens[c] for c in parsed.children[i]]
    return out + [parsed.tokens[g] for c in parsed.children[i] for g in parsed.children[c]]


def _goes_off(parsed: Parsed, token: Token) -> bool:
    particles = {c.text.lower() for c in parsed.dependents(token.i, "prt", "advmod")}
    return ("off" in particles and token.lemma == "go") or ("up" in particles and token.lemma == "blow")


def _is_violent(parsed: Parsed, token: Token) -> bool:
    """Leaves out "executed the plan", "fire a minister", "burned calories" by asking for a person or a thing."""
    if token.lemma.lower() not in {"execute", "gun", "storm", "steal"}:
        return True
    return any(t.pos in {"NOUN", "PROPN"} for t in parsed.dependents(token.i, "dobj", "nsubjpass"))


def with_conjuncts(parsed: Parsed, heads: list[int]) -> tuple[int, ...]:
    """Heads and all that "and" joins to them, in the order of the text."""
    out = list(heads)
    for i in out:
        out.extend(c.i for c in parsed.dependents(i, "conj", "appos") if c.pos in {"NOUN", "PROPN", "PRON", "ADJ"})
    return tuple(sorted(set(out)))


def _objects_of(parsed: Parsed, i: int, prepositions: frozenset[str]) -> list[int]:
    return [
        noun.i
        for preposition in parsed.dependents(i, "prep", "agent", "dative")
        if preposition.text.lower() in prepositions
        for noun in parsed.dependents(preposition.i, "pobj")
    ]


def _subject(parsed: Parsed, i: int) -> list[int]:
    """The subject of a verb: its own, that of the verb it is joined to, or the noun whose clause it is."""
    seen = 0
    while seen < 6:
        own = [t.i for t in parsed.dependents(i, "nsubj", "nsubjpass") if t.tag not in {"WDT", "WP"}]
        if own:
            return own
        token = parsed.tokens[i]
        if token.dep in {"relcl", "acl"}:
            return [token.head]
        if token.dep not in {"conj", "xcomp", "advcl", "pcomp", "prep"} or token.head == i:
            return []
        i, seen = token.head, seen + 1
    return []


def _verb_arguments(parsed: Parsed, token: Token) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    passive = bool(parsed.dependents(token.i, "nsubjpass", "auxpass")) or (token.dep == "acl" and token.tag == "VBN")
    agents = _objects_of(parsed, token.i, frozenset({"by"})) + _responsible(parsed, token)
    objects = [t.i for t in parsed.dependents(token.i, "dobj")]
    if passive:
        agents = agents or _stray_agent(parsed, token.i)
        objects += _subject(parsed, token.i)
    else:
        agents += _subject(parsed, token.i)
    objects += _objects_of(parsed, token.i, frozenset({"on", "against", "at"}))
    scene = _objects_of(parsed, token.i, _SCENE_PREPOSITIONS)
    return with_conjuncts(parsed, agents), with_conjuncts(parsed, objects), with_conjuncts(parsed, scene)


def _stray_agent(parsed: Parsed, i: int) -> list[int]:
    """Who "by" names later in the sentence, where the parse hangs it elsewhere ("murdered last friday by men")."""
    last = parsed.sentences[parsed.tokens[i].sent].last
    for k in range(i + 1, min(last, i + 12)):
        token = parsed.tokens[k]
        if token.pos == "VERB":
            return []
        if token.text.lower() == "by":
            return [n.i for n in parsed.dependents(k, "pobj") if n.lemma.lower() in incident_table().perpetrators]
    return []


def _responsible(parsed: Parsed, token: Token) -> list[int]:
    """Who claims an incident, or is blamed for it: "X claimed responsibility for", "blamed X for", "accused X of"."""
    table = incident_table().responsibility
    preposition = parsed.tokens[token.head]
    if token.dep not in {"pobj", "pcomp"} or preposition.text.lower() not in {"for", "of", "with"}:
        return []
    governor = parsed.tokens[preposition.head]
    if governor.lemma.lower() in table.nouns and governor.dep == "dobj":
        return _subject(parsed, governor.head)
    if governor.dep == "dobj" and parsed.tokens[governor.head].lemma.lower() in table.verbs:
        return [governor.i]
    if governor.lemma.lower() in table.verbs:
        return [t.i for t in parsed.dependents(governor.i, "dobj", "nsubjpass")]
    return []


def _noun_arguments(parsed: Parsed, token: Token) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    agents = _objects_of(parsed, token.i, frozenset({"by"})) + _responsible(parsed, token)
    objects = _objects_of(parsed, token.i, _OBJECT_PREPOSITIONS)
    objects += [t.i for t in parsed.dependents(token.i, "poss")]
    scene = _objects_of(parsed, token.i, _SCENE_PREPOSITIONS)
    head = parsed.tokens[token.head]
    if token.dep == "nsubj" and head.pos == "VERB":
        objects += [t.i for t in parsed.dependents(head.i, "dobj")]
        scene += _objects_of(parsed, head.i, _SCENE_PREPOSITIONS)
    if token.dep == "dobj" and head.lemma.lower() in incident_table().light_verbs:
        agents += _subject(parsed, head.i)
        objects += _objects_of(parsed, head.i, frozenset({"on", "against"}))
    return with_conjuncts(parsed, agents), with_conjuncts(parsed, objects), with_conjuncts(parsed, scene)
