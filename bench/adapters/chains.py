"""Attribution chains: the statements of a report, each with the names from its speaker outwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette import Reader
    from vedette.record import Span, Statement


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """The statements of each document with name and chain; the outlet, which ends every chain, is left out."""
    for doc in docs:
        report = report_from_text(doc["text"], outlet=doc.get("outlet"), published=doc.get("date"))
        yield {"id": doc["id"], "attributions": [_row(s) for s in reader.stages(report).reading.statements]}


def _row(s: Statement) -> dict[str, Any]:
    chain = [link.name for link in s.chain[:-1]]
    own = s.chain[0] if len(chain) > 0 and s.source is not None else None
    return {
        "source": _pairs(s.source), "cue": _pairs(s.cue), "content": [[c.start, c.end] for c in s.content],
        "name": own.name if own else None, "chain": chain if own else [None, *chain],
        "stance": own.stance if own else "asserts", "kind": s.made_by.split(".")[1],
    }  # fmt: skip


def _pairs(span: Span | None) -> list[list[int]]:
    return [[span.start, span.end]] if span else []
