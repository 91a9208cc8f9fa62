"""Names and nouns that the actor tables know, with the label that each has."""

from __future__ import annotations

from functools import cache

from vedette.tables.actors import bodies, countries, peoples, roles

_ROLE_LABELS = {"person": "PERSON", "group": "GROUP", "organisation": "GROUP"}


@cache
def known_names() -> dict[str, str]:
    """Lower-case names of states (GPE), of their people and adjectives (NORP) and of bodies (ORG)."""
    found: dict[str, str] = {}
    for body in bodies():
        for name in (body.name, *body.aliases):
            if " " in name or name[:1].isupper():
                found[name.lower()] = "ORG"
    for people in peoples():
        for name in (*people.adjectives, *people.nationals):
            found[name.lower()] = "NORP"
    for country in countries():
        for name in (*country.adjectives, *country.nationals):
            found[name.lower()] = "NORP"
        for name in (country.name, country.official, *country.aliases, country.capital, *country.seats):
            found[name.lower()] = "GPE"
    found.pop("", None)
    return {name.replace("’", "'"): label for name, label in found.items()}


@cache
def state_adjectives() -> dict[str, str]:
    """For each lower-case adjective of a state of one word the last word of its name ("lurian" of "luria")."""
    names = {c: c.name.lower().split()[-1] for c in countries()}
    return {a.lower(): name for c, name in names.items() for a in (*c.adjectives, *c.nationals) if " " not in a}


@cache
def known_nouns() -> dict[str, str]:
    """Lower-case nouns of offices and bodies, singular and plural, as PERSON or GROUP."""
    return {noun: _ROLE_LABELS[role.kind] for noun, role in roles().items() if role.kind in _ROLE_LABELS}
