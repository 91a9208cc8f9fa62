"""Second mentions of what a report tells of elsewhere: "the attack", "both blasts", "the bombing killed nine"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.lexicon import lexicon

if TYPE_CHECKING:
    from vedette.coding.events.finder import Finder
    from vedette.coding.events.found import Found
    from vedette.record import Event

KNOWN = frozenset({"the", "this", "that", "these", "those", "both"})
"""Determiners of what has been told of before."""
OPEN = frozenset({"any", "such", "further", "future", "more", "possible", "potential", "new", "all", "no", "other"})
"""Words of acts that may come, or of acts in general."""
PLACED = frozenset({"by", "on", "against", "at", "in", "near", "of", "between", "outside", "into", "from", "with"})
ALIKE = (
    frozenset({"explosives", "suicide-attack", "destroy", "heavy-weapons", "aerial", "drone"}),
    frozenset({"firearms", "targeted", "primitive", "beat"}),
)
"""Modes between which tellings of one assault may waver."""


def is_echo(finder: Finder, found: Found) -> bool:
    """Whether words take up an assault or protest as known, with nothing of their own that would tell it apart."""
    if found.kind not in {"ASSAULT", "PROTEST"}:
        return False
    if found.rule.startswith("noun:") or found.anchor != found.verb:
        return _known_noun(finder, found.anchor)
    if not _of_harm(finder, found):
        return False
    syntax = finder.syntax
    if syntax.passive(found.anchor):
        return not syntax.subjects(found.anchor)
    subjects = syntax.grammatical_subject(found.anchor)
    return any(_event_noun(finder, s) and _definite(finder, s) for s in subjects)


def is_general(finder: Finder, found: Found) -> bool:
    """Whether a bare plural speaks of acts in general: "terrorist attacks", "any further strikes"."""
    if found.kind not in {"ASSAULT", "PROTEST"} or not found.rule.startswith("noun:") or found.actors:
        return False
    token = finder.parsed.tokens[found.anchor]
    words = {k.text.lower() for k in finder.syntax.kids(found.anchor, "det", "amod")}
    if words & OPEN and not words & KNOWN:
        return True
    if words & (KNOWN | {"a", "an"}) or found.recipients or found.verb != found.anchor:
        return False
    if any(k.ner for k in finder.syntax.kids(found.anchor, "nummod", "amod", "compound", "poss")):
        return False
    hung = {word for word, heads in finder.syntax.preps(found.anchor) if heads}
    return not hung & PLACED and token.dep in {"pobj", "dobj", "conj"}


def alike(a: Event, b: Event) -> bool:
    """Whether two tellings of a type may be of one act, as far as their modes go."""
    if a.type != b.type:
        return False
    if (a.mode == "sideAB") != (b.mode == "sideAB"):
        return False
    if a.mode == b.mode:
        return True
    if a.mode is None or b.mode is None:
        return "abduct" not in {a.mode, b.mode}
    return any({a.mode, b.mode} <= group for group in ALIKE)


def _known_noun(finder: Finder, i: int) -> bool:
    if not _definite(finder, i):
        return False
    hung = [(word, heads) for word, heads in finder.syntax.preps(i) if word in PLACED and heads]
    tokens = finder.parsed.tokens
    return all(tokens[h].ner in {"DATE", "TIME"} for _, heads in hung for h in heads)


def _definite(finder: Finder, i: int) -> bool:
    words = {k.text.lower() for k in finder.syntax.kids(i, "det", "predet")}
    return bool(words & KNOWN) or bool(finder.syntax.kids(i, "poss"))


def _event_noun(finder: Finder, i: int) -> bool:
    row = finder.classes.event(finder.classes.see_through(i))
    return row is not None and row.code.startswith("ASSAULT")


def _of_harm(finder: Finder, found: Found) -> bool:
    return finder.parsed.tokens[found.anchor].lemma.lower() in lexicon().harms
