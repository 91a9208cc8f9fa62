"""Event structure: whether a sentence has an event, and its pairs of source and target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text
from vedette.coding.events.pairs import told_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette import Reader


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """The pairs of each sentence; an event without a second party has no target."""
    for doc in docs:
        parsed = reader.parser.parse(report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date")))
        yield {"id": doc["id"], "events": [{"source": s, "target": t, "event": k} for s, t, k in told_pairs(parsed)]}
