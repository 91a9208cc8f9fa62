"""The fullest name and the country of a declarer, where the phrase that speaks is an office or the end of a name."""

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
    if actor.name == actor.span.quote and (token.pos == "NOUN" or actor.title is not None):
        found = _apposition(parsed, grounding, actor, token) or _holder(grounding, actor, token)
        if found is not None:
            return replace(actor, name=found.name, country=actor.country or found.country, entity=found.entity)
    if " " not in actor.name:
        return _whole(parsed, actor)
    return actor


SURE = 0.5
"""Above it a country was read from words about the actor, not only from where the sentence plays."""


def home_of(grounding: Grounding, actor: Actor | None) -> str | None:
    """The country of a declarer where words say so: its own, or that of another mention of it."""
    if actor is None:
        return None
    if actor.country is not None and actor.confidence > SURE:
        return actor.country
    for a in grounding.actors:
        same = a.entity == actor.entity >= 0 or (a.name == actor.name and " " in a.name)
        if same and a.country is not None and a.confidence > SURE:
            return a.country
    return None


def home_by_dateline(parsed: Parsed, grounding: Grounding, actor: Actor) -> str | None:
    """The country of the dateline, for an official that nothing else places."""
    if not {"GOV", "MIL"} & set(actor.sectors):
        return None
    lines = [z.span for z in parsed.report.zones if z.kind == "dateline"]
    found = [p.best.country for p in grounding.places if p.best and any(z.covers(p.span) for z in lines)]
    homes = sorted({c for c in found if c is not None})
    return homes[0] if len(homes) == 1 else None


def own_country(grounding: Grounding, subject: tuple[int, int] | None) -> str | None:
    """The one country that the subject of what the declarer's side will do names ("said Iran would defend …")."""
    if subject is None:
        return None
    found = {a.country for a in grounding.actors if subject[0] <= a.span.start < subject[1] and a.country is not None}
    return next(iter(found)) if len(found) == 1 else None


def _apposition(parsed: Parsed, grounding: Grounding, actor: Actor, token: Token) -> Actor | None:
    for child in parsed.dependents(token.i, "appos"):
        found = grounding.actor_at(child.start)
        if (
            found is not None
            and child.pos == "PROPN"
            and found.name != actor.name
            and found.kind in {"person", "unknown"}
        ):
            return found
    return None


def _holder(grounding: Grounding, actor: Actor, token: Token) -> Actor | None:
    """The one person of the report who bears the office that the speaker is named by."""
    office = token.lemma.lower()
    people: dict[str, Actor] = {}
    for a in grounding.actors:
        holds = a.title is not None and a.title.lower().split()[-1:] == [office]
        if a.kind == "person" and holds and a.name != a.span.quote.lower() and " " in a.name and a.name[0].isupper():
            if office in a.name.lower().split():
                continue
            same = actor.country is None or a.country in {None, actor.country}
            if same and not a.name.lower().startswith(("the ", "a ")):
                people.setdefault(a.name, a)
    return next(iter(people.values())) if len(people) == 1 else None


def _whole(parsed: Parsed, actor: Actor) -> Actor:
    """The report's fullest writing of a name: "Homsi" as "Abu Qasim al-Homsi", "Almaz" as "Almaz Tessema"."""
    fuller = [e.name for e in parsed.entities if e.label == "PERSON" and e.name[:1].isupper()
              and 1 < len(e.name.split()) <= 4 and actor.name in e.name.split()]  # fmt: skip
    if len(set(fuller)) == 1:
        return replace(actor, name=fuller[0])
    text = parsed.text
    best = actor.name
    at = text.find(actor.name)
    while at >= 0:
        before = _BEFORE.search(text, max(0, at - 60), at)
        if before is not None and before.end() == at and len(before.group()) + len(actor.name) > len(best):
            best = before.group() + actor.name
        at = text.find(actor.name, at + 1)
    return replace(actor, name=best) if best != actor.name else actor
