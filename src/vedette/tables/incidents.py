"""Words of incidents: where things happen, what they are called, who and what is hit."""

from __future__ import annotations

from functools import cache

import msgspec

from vedette.tables.loader import load_yaml


class Siting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell where something happened.

    Attributes:
        locatives: prepositions of place; directions: those of the goal of a movement.
        place_nouns: nouns that introduce a name ("the town of").
        place_takers: verbs whose object is where they happen ("shelled").
    """

    locatives: frozenset[str]
    directions: frozenset[str]
    place_nouns: frozenset[str]
    place_takers: frozenset[str]


class IncidentTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``incidents.yaml``."""

    siting: Siting


@cache
def incident_table() -> IncidentTable:
    """The table, read once."""
    return load_yaml("incidents.yaml", IncidentTable)


def siting() -> Siting:
    """Words that tell where something happened."""
    return incident_table().siting
