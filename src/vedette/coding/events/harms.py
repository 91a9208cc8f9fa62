"""Verbs of harm ("killing two", "was wounded") that only say what an assault told beside them did."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.coding.events.lexicon import lexicon
from vedette.record import Lookup

if TYPE_CHECKING:
    from vedette.coding.events.found import Found
    from vedette.coding.events.syntax import Syntax

NEAR = 2
"""How many sentences before a passive "was killed" the assault may stand that did it."""


def without_harms(syntax: Syntax, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The events without those that only tell of the harm of another one, whose missing parties they give."""
    doing = (f for f in found if f.kind == "ASSAULT" and not _harm(syntax, f))
    assaults = Lookup((sent := syntax.tokens[f.anchor].sent, sent + 1, f) for f in doing)
    anchors = {f.anchor for f in found if f.kind == "ASSAULT"}
    given: dict[int, Found] = {}
    dropped: set[int] = set()
    forced: set[int] = set()
    for f in found:
        if f.rule == "verb:force" and _result(syntax, f.anchor, anchors):
            forced.add(f.anchor)
        if f.kind != "ASSAULT":
            continue
        told = _told(syntax, f, assaults) if _harm(syntax, f) else None
        if told is not None:
            dropped.add(f.anchor)
            given.setdefault(told.anchor, f)
        elif _result(syntax, f.anchor, anchors):
            dropped.add(f.anchor)
    return tuple(
        _with(f, given.get(f.anchor)) for f in found if f.anchor not in (dropped if f.kind == "ASSAULT" else forced)
    )


def _with(found: Found, harm: Found | None) -> Found:
    if harm is None or found.kind != "ASSAULT" or found.mutual:
        return found
    actors = found.actors or tuple(a for a in harm.actors if a != found.anchor)
    return replace(found, actors=actors, recipients=found.recipients or harm.recipients)


def _result(syntax: Syntax, i: int, anchors: set[int]) -> bool:
    """Whether a participle tells what the assault of its main clause led to: "shelled the town, burning two houses"."""
    token = syntax.tokens[i]
    while token.dep == "conj" and token.tag == "VBG":
        token = syntax.tokens[token.head]
    return token.pos == "VERB" and token.dep == "advcl" and token.tag == "VBG" and token.head in anchors


def _harm(syntax: Syntax, found: Found) -> bool:
    token = syntax.tokens[found.anchor]
    return token.pos == "VERB" and token.lemma.lower() in lexicon().harms


def _told(syntax: Syntax, harm: Found, assaults: Lookup[Found]) -> Found | None:
    """The assault that did the harm."""
    tokens = syntax.tokens
    sent = tokens[harm.anchor].sent
    for other in assaults.over(sent - NEAR, sent + 1):
        gap = sent - tokens[other.anchor].sent
        same = {*other.actors, other.anchor, *syntax.grammatical_subject(other.anchor)}
        if gap == 0 and (not harm.actors or set(harm.actors) & same or _thing(syntax, harm)):
            return other
        if gap == 0 and other.anchor == other.verb and not other.actors and _beside(syntax, harm, other):
            return other
        if 0 < gap <= NEAR and not harm.actors and other.verb == other.anchor:
            return other
    return None


def _beside(syntax: Syntax, harm: Found, other: Found) -> bool:
    """Whether the assault is named beside the harm: "killed nine in a raid"."""
    return any(other.anchor in heads for word, heads in syntax.preps(harm.anchor) if word in {"in", "by", "during"})


def _thing(syntax: Syntax, harm: Found) -> bool:
    """Whether what did the harm is a number or a pronoun for a weapon or an act ("one", "it", "which")."""
    return all(syntax.tokens[a].text.lower() in {"one", "it", "which", "that", "another", "two"} for a in harm.actors)
