"""Temporal expressions: what the grounding room makes of a report's times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette.pipeline import Reader


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """The times of each document, as TIMEX3 types and values."""
    for doc in docs:
        report = report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date"))
        _, times, _ = reader.grounder.times.resolve(reader.parser.parse(report))
        yield {
            "id": doc["id"],
            "timexes": [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in times],
        }
