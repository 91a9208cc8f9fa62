"""JSON Schema (2020-12) of what ``--json`` prints, made from the records and the codebook's vocabularies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from vedette.record import Dossier, Reading
from vedette.tables.codebook import codebook

if TYPE_CHECKING:
    from collections.abc import Sequence

BASE = "https://json-schema.org/draft/2020-12/schema"

VOCABULARIES = {
    "Event": {"quad": "quads", "contexts": "contexts", "assertion": "assertions"},
    "Magnitude": {"kind": "magnitudes", "suffered_by": "sides"},
    "Link": {"role": "link_roles", "manner": "manners", "stance": "stances"},
    "Statement": {"channel": "channels"},
    "Actor": {"kind": "actor_kinds", "authority": "authorities", "sectors": "sectors"},
    "Place": {"precision": "place_precisions"},
    "When": {"precision": "date_precisions"},
    "Commitment": {"form": "forms", "aim": "aims", "specificity": "specificities"},
    "Protected": {"kind": "protects"},
    "Trigger": {"status": "trigger_statuses"},
    "Demand": {"kind": "demands"},
    "Consequence": {"kind": "consequences"},
    "Weakness": {"kind": "weaknesses"},
    "Declaration": {"relation": "relations"},
    "Incident": {"tier": "tiers"},
    "Response": {"kind": "response_kinds"},
    "Status": {"status": "dossier_statuses"},
    "Contradiction": {"field": "contradictions"},
}
"""Which fields of which records hold keys of which vocabulary of the codebook."""


def reading_schema() -> dict[str, Any]:
    """The schema of a reading."""
    return _schema(Reading, "A reading of one report")


def dossier_schema() -> dict[str, Any]:
    """The schema of a dossier."""
    return _schema(Dossier, "A dossier: one red line through time")


def _schema(kind: type, title: str) -> dict[str, Any]:
    made = msgspec.json.schema(kind, ref_template="#/$defs/{name}")
    made = {"$schema": BASE, "title": title, **made}
    for name, definition in made["$defs"].items():
        definition.pop("description", None)
        definition["additionalProperties"] = False
        for field, vocabulary in VOCABULARIES.get(name, {}).items():
            _restrict(definition["properties"][field], codebook().keys(vocabulary))
    types = [t.key for t in codebook().event_types]
    modes = sorted({m.key for t in codebook().event_types for m in t.modes})
    for name in ("Event", "Trigger", "Occurrence"):
        if name in made["$defs"]:
            _restrict(made["$defs"][name]["properties"]["type"], types)
            _restrict(made["$defs"][name]["properties"]["mode"], modes)
    return made


def _restrict(field: dict[str, Any], keys: Sequence[str | int]) -> None:
    """Lets a field, the strings of a list, or the string of an optional field, hold only ``keys``."""
    for option in field.get("anyOf", [field]):
        target = option.get("items", option)
        if target.get("type") in {"string", "integer"}:
            target["enum"] = list(keys)
