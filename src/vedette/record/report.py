"""A report: what one outlet published, as text, with what is known of where it came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from vedette.record.span import Span


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text with one function.

    Attributes:
        kind: ``headline``, ``subhead``, ``byline``, ``dateline``, ``caption``, ``credit``, ``body`` or
            ``boilerplate``. Zones do not overlap; they are in the order of the text; white space between is in none.
        span: where. A dateline that opens a paragraph is a zone of its own, and the paragraph's zone starts after it.
    """

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Published:
    """The day a report was published, and how that is known.

    Attributes:
        date: the day; None when it cannot be told.
        basis: ``given`` (by the caller or the file), ``metadata`` (of the web page), ``text`` (a date line
            in the text), ``inferred`` (from weekdays and dated events), or None with no date.
        reason: a sentence that says how it is known, or why it is not.
        evidence: the spans that it rests on; empty for ``given`` and ``metadata``.
        confidence: in [0, 1].
    """

    date: date | None
    basis: str | None
    reason: str
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Report:
    """One report, cleaned of markup and cut into zones.

    Attributes:
        id: hash of text, title, outlet and the date as given (see ``ids``); two copies from two outlets differ.
        text: what is read. For plain text and JSON lines it is the input, character for character; for a web page, the
            text that was extracted. All offsets of all records count in it.
        title: the headline, given or found.
        outlet: who published it, given or found; None when unknown.
        outlet_span: where the text names the outlet, when it does.
        published: the day of publication.
        url: where it came from, as given. Never fetched.
        language: ISO 639-1 code, as detected.
        source_id: the id that the input gave it, kept for joining back.
        zones: the functions of the parts of the text.
    """

    id: str
    text: str
    title: str | None
    outlet: str | None
    published: Published
    zones: tuple[Zone, ...]
    outlet_span: Span | None = None
    title_span: Span | None = None
    url: str | None = None
    language: str | None = None
    source_id: str | None = None

    def span(self, start: int, end: int) -> Span:
        """The span of this report's text from ``start`` to ``end``."""
        return Span.of(self.text, start, end)

    def zone_at(self, offset: int) -> str | None:
        """The kind of the zone at a character offset; None between zones."""
        k = bisect_right(self.zones, offset, key=lambda z: z.span.start) - 1
        return self.zones[k].kind if k >= 0 and offset < self.zones[k].span.end else None
