"""PLOVER's fifteen roots, and the root of an event as the PLV corpus labels it.

The corpus labels by CAMEO roots, so an event's CAMEO code decides where it has one; what is told as to come is a
promise (AGREE) if friendly and a threat (THREATEN) if hostile, as CAMEO's "express intent" and "threaten" have it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.tables.codebook import codebook

if TYPE_CHECKING:
    from vedette.coding.events.found import Found

_ROOTS = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
    "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
ROOTS = tuple(sorted(set(_ROOTS.values())))
FRIENDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
HOSTILE = frozenset({"PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"})


def root(found: Found) -> str:
    """The corpus's label of an event."""
    label = root_of(found.kind, found.mode, found.cameo)
    if label in FRIENDLY and found.negated:
        return "REJECT"
    if found.future and label in FRIENDLY:
        return "AGREE"
    if found.future and label in HOSTILE and not found.negated:
        return "THREATEN"
    return label


def root_of(kind: str, mode: str | None, cameo: str | None) -> str:
    """The root of a code."""
    if mode == "cyber":
        return "ASSAULT"
    code = cameo or codebook().cameo(kind, mode) or codebook().event_type(kind).cameo
    return _ROOTS[code[:2]]
