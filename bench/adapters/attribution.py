"""Attribution: the statements of a report, with the whole phrase of each source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text
from vedette.record import Grounding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette import Reader
    from vedette.record import Span


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """The statements of each document as source, cue and content."""
    for doc in docs:
        report = report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date"))
        parsed = reader.parser.parse(report)
        statements = reader.coder.statements.code(parsed, Grounding((), (), ()))
        rows = [
            {"source": _pairs(s.source), "cue": _pairs(s.cue), "content": [_pair(c) for c in s.content]}
            for s in statements
        ]
        yield {"id": doc["id"], "attributions": rows}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _pairs(span: Span | None) -> list[list[int]]:
    return [_pair(span)] if span else []
