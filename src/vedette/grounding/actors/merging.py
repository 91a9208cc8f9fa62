"""What two phrases that name one and the same tell together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.grounding.actors.evidence import joined, rank

if TYPE_CHECKING:
    from vedette.grounding.actors.evidence import Evidence


def merge(told: Evidence, other: Evidence, reason: str) -> Evidence:
    """The first, its empty fields filled from the second; ``reason`` says what ties them."""
    if not other.kind and other.country is None:
        return told
    out = told
    untold = out.country is None and not out.members and (out.id is None or out.id == other.id)
    if untold and (other.country or other.members):
        source = f"{reason}: {other.reason}" if reason else other.reason
        weight = min(other.weight, 0.9)
        reason = joined(out.reason, source)
        out = replace(out, country=other.country, members=other.members, weight=weight, reason=reason)
    misread = out.kind == "organisation" and other.kind == "person" and not out.sectors and not out.id
    if not out.kind or out.kind == "unknown" or misread:
        out = replace(out, kind=other.kind or out.kind)
    same = not out.country or not other.country or out.country == other.country
    if other.id and same and not out.id and {out.kind, other.kind} == {"organisation"} and out.sectors[:1] != ("JRN",):
        out = replace(out, country=other.country, members=other.members, sectors=other.sectors)
    if not out.sectors or (out.sectors == ("CVL",) and other.authority):
        out = replace(out, sectors=other.sectors)
    if rank(other.authority) < rank(out.authority) and out.kind == other.kind and out.sectors != ("ELI",):
        sectors = other.sectors if other.sectors and out.sectors[:1] != other.sectors[:1] else out.sectors
        kept = (s for s in out.sectors if s in {"MIL", "REL", "LEG"})
        out = replace(out, authority=other.authority, sectors=tuple(dict.fromkeys((*sectors, *kept))))
    return replace(
        out, title=out.title or other.title, id=out.id or other.id, role=out.role or other.role,
        code=out.code or other.code,
    )  # fmt: skip
