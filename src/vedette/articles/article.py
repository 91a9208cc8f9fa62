"""A report from its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vedette.record import Published, Report, Span, Zone, record_id

if TYPE_CHECKING:
    from datetime import date


def report_from_text(
    text: str, *, title: str | None = None, outlet: str | None = None, published: date | None = None,
    url: str | None = None, source_id: str | None = None,
) -> Report:  # fmt: skip
    """A report from its text and what is known of it. ``text`` is kept character for character."""
    found = Published(published, "given", "given with the report") if published else Published(None, None, "not given")
    zones = tuple(Zone("body", Span.of(text, *m.span())) for m in re.finditer(r"\S[^\n]*", text))
    key = record_id("report", text, title, outlet, published)
    return Report(key, text, title, outlet, found, zones, url=url, source_id=source_id)
