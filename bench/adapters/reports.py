"""The task ``reports``: events, statements and commitments with their slots."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text
from vedette.record import hull

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette import Reader
    from vedette.record import Actor, Commitment, Event, Parsed, Reading, Span, Statement


SURE = 0.4
"""Below it one in five is a statement, on the labelled reports."""
ALL = 0.9
"""Share of a content from which on it is all of it."""

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_ENDS = re.compile(r"[.!?:]\s")


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """The records of each report, in the form of the task."""
    for doc in docs:
        report = report_from_text(
            doc["text"],
            title=doc.get("title") or None,
            outlet=doc.get("outlet") or None,
            published=_day(doc.get("date")),
        )
        stages = reader.stages(report)
        reading = stages.reading
        said = [s for s in reading.statements if _is_said(s, stages.parsed) and not _passes_on(s, reading)]
        yield {
            "id": doc["id"],
            "events": [_event(e) for e in reading.events],
            "statements": [out for s in said for out in _statements(reading, s)],
            "commitments": [_commitment(c) for c in reading.commitments],
        }


def _day(value: str | None) -> date | None:
    """The day of a document; None where it has none, or only a month."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _countries(actors: tuple[Actor, ...]) -> list[str]:
    """The countries of actors, each once; a collective ("both sides") stands for its members."""
    named = (c for a in actors for c in (a.members or (a.country,)))
    return list(dict.fromkeys(c for c in named if c is not None))


def _event(e: Event) -> dict[str, Any]:
    best = e.where.best if e.where else None
    return {
        "anchor": _pair(e.anchor),
        "type": e.type,
        "mode": e.mode,
        "actors": _countries(e.actors),
        "recipients": _countries(e.recipients),
        "country": best.country if best else None,
        "start": e.day.isoformat() if e.day else None,
        "assertion": e.assertion,
    }


def _is_said(s: Statement, parsed: Parsed) -> bool:
    """Whether it is a statement in the codebook's narrow sense: what is told as a clause, or in somebody's words.

    A noun phrase counts where a verb of saying that the rules know has it ("claimed responsibility"). "Reports that …"
    count whatever their confidence, which election news has brought down.
    """
    _, kind, pattern = s.made_by.split(".")
    if s.confidence < SURE and not pattern.startswith("noun_that_none"):
        return False
    if s.quoted or any(t.tag in _FINITE for c in s.content for t in parsed.tokens_within(c.start, c.end)):
        return kind != "act" or bool(s.quoted)
    return kind == "speech" and not pattern.startswith("learnt")


def _passes_on(s: Statement, reading: Reading) -> bool:
    """Whether all that it tells is told as another's words: the task gives these once, with the way they came."""
    inner = [t for t in reading.statements if t.parent == s.id]
    return any(_extent(t.content) >= ALL * _extent(s.content) or _opens(t, s) for t in inner)


def _opens(inner: Statement, outer: Statement) -> bool:
    """Whether another's words, then their cue, are what is told: "“A,” X said, Y reported"."""
    start, end = outer.content[0].start, outer.content[-1].end
    return inner.cue is not None and inner.content[0].start == start and inner.content[-1].end <= inner.cue.start < end


def _extent(content: tuple[Span, ...]) -> int:
    return sum(len(c) for c in content)


def _statements(reading: Reading, s: Statement) -> Iterator[dict[str, Any]]:
    """One for each stretch of what was said; a quotation that goes on behind its cue's sentence is a further one."""
    name = s.speaker.name if s.speaker else None
    if name is None and s.chain:
        name = s.chain[0].name
    for content in _stretches(reading.report.text, s.content):
        yield {
            "content": _pair(hull(reading.report.text, content)),
            "speaker": _pair(s.speaker_span),
            "name": name or (s.speaker_span.quote if s.speaker_span else None),
        }


def _stretches(text: str, content: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """The parts of a content, those together that one sentence holds."""
    out: list[tuple[Span, ...]] = []
    for part in content:
        gap = text[out[-1][-1].end : part.start] if out else ""
        if out and not _ENDS.search(gap):
            out[-1] = (*out[-1], part)
        else:
            out.append((part,))
    return out


def _commitment(c: Commitment) -> dict[str, Any]:
    return {
        "content": _pair(c.content),
        "form": c.form,
        "country": c.declarer.country if c.declarer else None,
        "name": c.declarer.name if c.declarer else None,
        "trigger": _pair(c.trigger.span) if c.trigger else None,
        "consequence": _pair(c.consequence.span) if c.consequence else None,
        "specificity": c.specificity,
    }
