"""Times that an event of the report anchors: "the first week of fighting", where the report dates its beginning."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from vedette.grounding.times.calendar import precision
from vedette.record import When, record_id
from vedette.tables.times import time_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.record import Parsed, Span

DAYS = {"day": 1, "week": 7, "month": 30}
"""How many days a first unit has; how many "the first days" are is not told."""
MADE_BY = "times.anchored/1"


def anchored(parsed: Parsed, times: tuple[When, ...]) -> tuple[When, ...]:
    """The times anchored in a beginning that the report dates, in the order of the text.

    A beginning is a sentence in which a conflict (a noun of the table) begins on a day. Where two conflicts begin on
    two days, nothing is anchored.
    """
    begun = {(w.start, w.span) for w in _beginnings(parsed, times)}
    starts = {start for start, _ in begun if start is not None}
    if len(starts) != 1:
        return ()
    start, basis = min(starts), min(span for _, span in begun)
    taken = [t.span for t in times]
    return tuple(
        _record(parsed, span, unit, start, basis)
        for span, unit in _mentions(parsed)
        if not any(span.overlap(t) for t in taken)
    )


def _beginnings(parsed: Parsed, times: tuple[When, ...]) -> Iterator[When]:
    words = time_lexicon().words
    for token in parsed.tokens:
        if token.lemma.lower() not in words["begin"] or token.pos != "VERB":
            continue
        subjects = parsed.dependents(token.i, "nsubj", "nsubjpass")
        if not any(s.lemma.lower() in words["conflicts"] for s in subjects):
            continue
        sentence = parsed.sentences[token.sent]
        after = [t for t in times if token.end <= t.span.start < sentence.end and t.start and t.precision == 1]
        yield from after[:1]


def _mentions(parsed: Parsed) -> Iterator[tuple[Span, str]]:
    """Phrases such as “the first week of fighting”, “the conflict’s first week”, with the unit."""
    nouns = "|".join(sorted({*time_lexicon().words["conflicts"], *time_lexicon().words["conflict_forms"]}))
    units = "|".join(DAYS)
    pattern = re.compile(
        rf"\b(?:the )?(?:first|opening) ({units}) of (?:the |this )?(?:{nouns})\b"
        rf"|\bthe (?:{nouns})['’]s? (?:first|opening) ({units})\b",
        re.IGNORECASE,
    )
    for zone in parsed.report.zones:
        if zone.kind != "boilerplate":
            for match in pattern.finditer(parsed.text, zone.span.start, zone.span.end):
                yield parsed.report.span(*match.span()), (match.group(1) or match.group(2)).lower()


def _record(parsed: Parsed, span: Span, unit: str, start: date, basis: Span) -> When:
    end = start + timedelta(days=DAYS[unit] - 1)
    return When(
        record_id("when", parsed.report.id, span.start, span.end, "DATE"), span, "DATE", None, "START", start, end,
        precision(start, end), start, f"counted from the beginning that the text dates: “{basis.quote}”", MADE_BY, 0.8,
    )  # fmt: skip
