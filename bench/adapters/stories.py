"""Stories: the links between the reports of a week, as linking makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text
from vedette.linking import link, mentions_of, touches_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vedette.linking import Linked
    from vedette.pipeline import Reader
    from vedette.record import Located, Span

Row = dict[str, Any]


def predict(docs: Iterable[Row], reader: Reader) -> Iterator[Row]:
    """Occurrences, origins, contradictions, lines and tests of each story."""
    for doc in docs:
        reports = [
            report_from_text(
                r["text"], title=r["title"], outlet=r["outlet"], published=r["published"], source_id=r["id"]
            )
            for r in doc["reports"]
        ]
        names = {report.id: report.source_id or "" for report in reports}
        yield {"id": doc["id"], **_answer(link(reader.read_reports(reports)), names)}


def _answer(linked: Linked, names: Mapping[str, str]) -> Row:
    return {
        "occurrences": [
            [_span(names, t.report, s) for t in o.tellings for s in mentions_of(linked, t)] for o in linked.occurrences
        ],
        "origins": [[names[r] for r in o.reports] for o in linked.origins.all],
        "contradictions": [
            {"field": c.field, "a": _located(names, c.a), "b": _located(names, c.b)}
            for c in linked.contradictions
            if c.a.report != c.b.report
        ],
        "lines": [
            [_span(names, m.report, s) for m in line.members for s in (m.commitment.content, *m.commitment.again)]
            for line in linked.lines
        ],
        "tests": [
            {"event": _located(names, t.event), "commitment": _located(names, t.commitment), "tier": t.tier}
            for t in touches_of(linked)
        ],
    }


def _span(names: Mapping[str, str], report: str, span: Span) -> Row:
    return {"report": names[report], "span": [span.start, span.end]}


def _located(names: Mapping[str, str], where: Located) -> Row:
    return _span(names, where.report, where.span)
