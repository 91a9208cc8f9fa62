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
    of_entity, of_name = grounding.derived(_homes)
    found = [of_entity.get(actor.entity) if actor.entity >= 0 else None]
    found.append(of_name.get(actor.name) if " " in actor.name else None)
    return min((f for f in found if f is not None), default=(0, None))[1]


def _homes(grounding: Grounding) -> tuple[dict[int, tuple[int, str]], dict[str, tuple[int, str]]]:
    """By entity and by name, the first country that words give, with the index of the actor that has it."""
    of_entity: dict[int, tuple[int, str]] = {}
    of_name: dict[str, tuple[int, str]] = {}
    for k, a in enumerate(grounding.actors):
        if a.country is not None and a.confidence > SURE:
            of_entity.setdefault(a.entity, (k, a.country))
            of_name.setdefault(a.name, (k, a.country))
    return of_entity, of_name


def home_by_dateline(parsed: Parsed, grounding: Grounding, actor: Actor) -> str | None:
    """The country of the dateline, for an official that nothing else places."""
    if not {"GOV", "MIL"} & set(actor.sectors):
        return None
    lines = [z.span for z in parsed.report.zones if z.kind == "dateline"]
    held = [(p, z) for z in lines for p in grounding.places_within(z.start, z.end)]
    found = [p.best.country for p, z in held if p.best and z.covers(p.span)]
    homes = sorted({c for c in found if c is not None})
    return homes[0] if len(homes) == 1 else None


def own_country(grounding: Grounding, subject: tuple[int, int] | None) -> str | None:
    """The one country that the subject of what the declarer's side will do names ("said Iran would defend …")."""
    if subject is None:
        return None
    found = {a.country for a in grounding.actors_within(*subject) if a.country is not None}
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
    for a in grounding.derived(_holders).get(office, {}).values():
        if actor.country is None or a.country in {None, actor.country}:
            people.setdefault(a.name, a)
    return next(iter(people.values())) if len(people) == 1 else None


def _holders(grounding: Grounding) -> dict[str, dict[tuple[str, str | None], Actor]]:
    """By office, the people of the report who bear it, each once for a name and country."""
    out: dict[str, dict[tuple[str, str | None], Actor]] = {}
    for a in grounding.actors:
        office = "".join((a.title or "").lower().split()[-1:])
        named = a.name != a.span.quote.lower() and " " in a.name and a.name[0].isupper()
        if a.kind != "person" or not office or not named:
            continue
        if office not in a.name.lower().split() and not a.name.lower().startswith(("the ", "a ")):
            out.setdefault(office, {}).setdefault((a.name, a.country), a)
    return out


def _whole(parsed: Parsed, actor: Actor) -> Actor:
    """The report's fullest writing of a name: "Homsi" as "Abu Qasim al-Homsi", "Almaz" as "Almaz Tessema"."""
    made = parsed.derived(_made_whole)
    if actor.name not in made:
        made[actor.name] = _fullest(parsed, actor.name)
    best = made[actor.name]
    return replace(actor, name=best) if best != actor.name else actor


def _made_whole(parsed: Parsed) -> dict[str, str]:
    """Room for the fullest writing of each name: found when first asked for."""
    del parsed
    return {}


def _fullest(parsed: Parsed, name: str) -> str:
    fuller = [e.name for e in parsed.entities if e.label == "PERSON" and e.name[:1].isupper()
              and 1 < len(e.name.split()) <= 4 and name in e.name.split()]  # fmt: skip
    if len(set(fuller)) == 1:
        return fuller[0]
    text, best = parsed.text, name
    at = text.find(name)
    while at >= 0:
        before = _BEFORE.search(text, max(0, at - 60), at)
        if before is not None and before.end() == at and len(before.group()) + len(name) > len(best):
            best = before.group() + name
        at = text.find(name, at + 1)
    return best
