"""Where something stands in a report."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's text.

    Attributes:
        start: first character, an offset into ``Report.text``.
        end: one past the last character.
        quote: the text between, so that a record can be read without its report.
    """

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span from ``start`` to ``end`` of ``text``.

        Raises:
            ValueError: the offsets are outside the text, or the span is empty.
        """
        if not 0 <= start < end <= len(text):
            message = f"no span [{start}, {end}) in a text of {len(text)} characters"
            raise ValueError(message)
        return cls(start, end, text[start:end])

    def __len__(self) -> int:
        return self.end - self.start

    def overlap(self, other: Span) -> int:
        """How many characters the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end


def hull(text: str, spans: tuple[Span, ...]) -> Span:
    """The smallest span that covers all of ``spans`` (at least one)."""
    return Span.of(text, min(s.start for s in spans), max(s.end for s in spans))


def with_spans(spans: tuple[Span, ...], more: tuple[Span, ...]) -> tuple[Span, ...]:
    """Sorted spans with more of them put in their places, each once."""
    for span in more:
        k = bisect_left(spans, span)
        if k == len(spans) or spans[k] != span:
            spans = (*spans[:k], span, *spans[k:])
    return spans
