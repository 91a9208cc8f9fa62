"""Whether the name of a state or town acts where it stands, or only says where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.record import Parsed, Token
    from vedette.tables.actors import ActorCues

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "agent"))
_OBJECTS = frozenset(("dobj", "dative", "oprd", "iobj"))
_WITH = frozenset(("by", "with", "between", "against", "among", "than", "unlike", "including", "like"))
_TOWARDS = frozenset(("warn", "tell", "ask", "urge", "accuse", "blame", "press", "condemn", "criticize", "thank",
                      "call", "support", "back", "criticise", "pressure", "persuade", "force"))  # fmt: skip
_MODIFIERS = frozenset(("compound", "amod", "nmod"))


def acts(parsed: Parsed, i: int, town: bool, cues: ActorCues, depth: int = 0) -> float:
    """How sure it is that the name headed by token ``i`` acts or is acted upon, in [0, 1].

    Args:
        parsed: the report.
        i: the head of the name.
        town: it is a capital or a building, not a state: it acts only where a verb makes it speak or decide.
        cues: the lists of verbs and prepositions.
        depth: of conjunctions gone up so far.
    """
    token = parsed.tokens[i]
    head = parsed.tokens[token.head]
    if token.dep in {"conj", "appos"} and depth < 8:
        return acts(parsed, token.head, town, cues, depth + 1)
    if token.dep in _SUBJECTS and token.dep != "agent":
        return _subject(parsed, token, head, town, cues)
    if token.dep in _OBJECTS:
        return (0.7 if head.lemma in _TOWARDS else 0.0) if town else 0.85
    if token.dep == "pobj":
        return _after_preposition(parsed, head, town, cues)
    if token.dep == "poss":
        return 0.6 if town else 0.85
    if token.dep in _MODIFIERS:
        return 0.0 if town else 0.7
    return 0.0 if town else 0.6


def _subject(parsed: Parsed, token: Token, head: Token, town: bool, cues: ActorCues) -> float:
    if not town:
        return 0.95
    if token.dep == "nsubjpass":
        return 0.0
    if head.lemma in cues.speaking:
        return 0.85
    deeds = parsed.dependents(head.i, "dobj", "ccomp", "xcomp")
    return 0.7 if deeds and head.lemma not in cues.placid else 0.0


def _after_preposition(parsed: Parsed, head: Token, town: bool, cues: ActorCues) -> float:
    prep = head.text.lower()
    if prep in cues.locating:
        return 0.0
    if prep in _WITH:
        return 0.8 if prep != "including" or not town else 0.0
    return 0.0 if town else 0.6
