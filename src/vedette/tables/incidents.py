"""Words of incidents: where things happen, what they are called, who and what is hit."""

from __future__ import annotations

from functools import cache

import msgspec

from vedette.tables.loader import load_yaml


class Siting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell where something happened.

    Attributes:
        locatives: prepositions of place; directions: those of the goal of a movement.
        name_locatives: prepositions after which a name is one of a place; goals: verbs whose object, if a name, is one.
        settlements: nouns that "of" gives a name ("the town of").
        collectives: nouns that a name of a place tells apart without telling where ("U.S. forces").
        place_nouns: nouns that introduce a name ("the town of").
        place_takers: verbs whose object is where they happen ("shelled").
    """

    locatives: frozenset[str]
    directions: frozenset[str]
    name_locatives: frozenset[str]
    goals: frozenset[str]
    settlements: frozenset[str]
    collectives: frozenset[str]
    place_nouns: frozenset[str]
    place_takers: frozenset[str]


class IncidentType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A type of incident and the words that name it.

    Attributes:
        verbs, nouns: lemmas; phrases: words of several tokens.
        weapons: whether it can be told by its weapon alone ("a bomb went off").
    """

    name: str
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    weapons: bool = False


class Responsibility(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs and nouns that say whose doing something was ("claimed responsibility")."""

    verbs: frozenset[str]
    nouns: frozenset[str]


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell of one kind of act: lemmas of verbs and nouns, and phrases as written."""

    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()


class Policing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the police do, and how it is told.

    Attributes:
        forces: nouns for police; phrases: those of several words.
        arrest, force, kill, fail: the acts (and the failure to act) that are told apart.
        shots: verbs that are force where police do them.
        idle: verbs that are no act of police; acts: nouns that are one.
        authorities: who else may fail to act; duties: verbs that they fail to do; neglect: nouns for not doing them.
        implied, implied_phrases: words for what only police do, so that nobody names them.
    """

    forces: frozenset[str]
    phrases: tuple[str, ...]
    arrest: Act
    force: Act
    kill: Act
    fail: Act
    shots: frozenset[str]
    idle: frozenset[str]
    acts: frozenset[str]
    authorities: frozenset[str]
    duties: frozenset[str]
    neglect: frozenset[str]
    implied: frozenset[str]
    implied_phrases: tuple[str, ...]


class IncidentTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``incidents.yaml``.

    Attributes:
        types: the types of incident, the first that fits wins.
        light_verbs: verbs that do what their object names ("carried out the attack").
        anonymous: doers without a name; hostages: what the taken are; state_forces: first names of the organisations
            that states keep.
        damage: verbs that tell what an incident did to things.
        generic: trigger words that say little alone ("attack").
        responsibility: words that say whose doing it was.
        perpetrators: nouns for who does such things; collectors: those among them that "of" goes on from.
        military: nouns for armed sides; fighting among them alone is no incident.
        groups: heads of names of groups that organisations does not list.
        organisations: armed groups and forces, each with its names.
        targets: nouns for things that are hit.
        weapons: nouns for weapons; weak_weapons need one of weak_weapon_modifiers before them.
        person_titles: words before a name that are no part of it.
        policing: what the police do.
    """

    siting: Siting
    types: tuple[IncidentType, ...]
    light_verbs: frozenset[str]
    anonymous: frozenset[str]
    hostages: frozenset[str]
    state_forces: frozenset[str]
    damage: frozenset[str]
    generic: frozenset[str]
    responsibility: Responsibility
    perpetrators: frozenset[str]
    collectors: frozenset[str]
    military: frozenset[str]
    groups: frozenset[str]
    organisations: tuple[tuple[str, ...], ...]
    targets: frozenset[str]
    weapons: frozenset[str]
    weak_weapons: frozenset[str]
    weak_weapon_modifiers: frozenset[str]
    person_titles: frozenset[str]
    policing: Policing


@cache
def incident_table() -> IncidentTable:
    """The table, read once."""
    return load_yaml("incidents.yaml", IncidentTable)


def siting() -> Siting:
    """Words that tell where something happened."""
    return incident_table().siting
