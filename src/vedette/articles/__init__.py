"""Raw input → Report: clean text, title, outlet, dates, language; boilerplate and captions told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.articles.article import report_from_text
from vedette.articles.doubts import doubts_of

if TYPE_CHECKING:
    from vedette.record import Report
    from vedette.record.raw import Raw

__all__ = ["doubts_of", "report_from_raw", "report_from_text"]


def report_from_raw(raw: Raw) -> Report:
    """The report in a raw input.

    Raises:
        EmptyInput: a web page without an article in it.
    """
    if raw.kind == "html":
        from vedette.articles.webpage import report_from_html

        return report_from_html(raw)
    return report_from_text(
        raw.data, title=raw.title, outlet=raw.outlet, published=raw.published, url=raw.url, source_id=raw.id
    )
