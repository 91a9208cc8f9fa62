"""The fullest name of a declarer, where the phrase that speaks is only an office or the end of a name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.record import Actor, Grounding, Parsed, Token

_BEFORE = re.compile(r"(?:[A-Z][\w'’]{1,20} ){0,3}(?:[\w'’]{1,20}-){1,3}$")


def named(parsed: Parsed, grounding: Grounding, actor: Actor | None, token: Token) -> Actor | None:
    """The actor, with the name of its apposition, of the office's only holder in the report, or its name made whole."""
    if actor is None:
        return None
    if token.pos == "NOUN" and actor.name == actor.span.quote:
        found = _apposition(parsed, grounding, actor, token) or _holder(grounding, actor, token)
        if found is not None:
            return replace(actor, name=found.name, country=actor.country or found.country, entity=found.entity)
    if " " not in actor.name and "-" not in actor.name:
        return _whole(parsed, actor, token)
    return actor


def _apposition(parsed: Parsed, grounding: Grounding, actor: Actor, token: Token) -> Actor | None:
    for child in parsed.dependents(token.i, "appos"):
        found = grounding.actor_at(child.start)
        if child.pos == "PROPN" and found is not None and found.name != actor.name and found.kind in {"person", "unknown"}:
            return found
    return None


def _holder(grounding: Grounding, actor: Actor, token: Token) -> Actor | None:
    """The one person of the report who bears the office that the speaker is named by."""
    office = token.lemma.lower()
    people: dict[str, Actor] = {}
    for a in grounding.actors:
        holds = a.title is not None and a.title.lower().split()[-1:] == [office]
        if a.kind == "person" and holds and a.name != a.span.quote.lower() and " " in a.name and a.name[0].isupper():
            same = actor.country is None or a.country in {None, actor.country}
            if same and not a.name.lower().startswith(("the ", "a ")):
                people.setdefault(a.name, a)
    return next(iter(people.values())) if len(people) == 1 else None


def _whole(parsed: Parsed, actor: Actor, token: Token) -> Actor:
    """ "Homsi" as "Abu Qasim al-Homsi": the report's longest writing of a name that a hyphen cut."""
    text = parsed.text
    best = actor.name
    at = text.find(actor.name)
    while at >= 0:
        before = _BEFORE.search(text, max(0, at - 60), at)
        if before is not None and before.end() == at and len(before.group()) + len(actor.name) > len(best):
            best = before.group() + actor.name
        at = text.find(actor.name, at + 1)
    return replace(actor, name=best) if best != actor.name else actor
