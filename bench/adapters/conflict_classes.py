"""What the police did, by article, in the labels that a document offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text
from vedette.coding.events.policing import police_acts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette import Reader

_LABELS = {"KILL": "kill", "ARREST": "arrest", "FAIL": "fail", "FORCE": "force", "ANY_ACTION": "any"}


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """One prediction a document: those of its ``choices`` that we know and that the text tells of."""
    for doc in docs:
        parsed = reader.parser.parse(report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date")))
        told = {act.kind for act in police_acts(parsed)}
        yield {"id": doc["id"], "labels": [c for c in doc.get("choices") or _LABELS if _LABELS.get(c) in told]}
