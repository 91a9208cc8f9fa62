"""Conflict incidents: the violent incidents of a report as templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text
from vedette.coding.events.incidents import Incident, incidents_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette import Reader

_ROLES = {"PerpInd": "doers", "PerpOrg": "organisations", "Target": "targets", "Victim": "victims", "Weapon": "weapons"}


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """One prediction a document: a template for each incident."""
    for doc in docs:
        parsed = reader.parser.parse(report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date")))
        yield {"id": doc["id"], "templates": [_template(i) for i in incidents_of(parsed)]}


def _template(incident: Incident) -> dict[str, Any]:
    roles = {role: [[s.quote] for s in getattr(incident, name)] for role, name in _ROLES.items()}
    return {"incident_type": incident.kind, **roles}
