"""A report from a web page: the article alone, without script, menus and adverts."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import trafilatura

from vedette.articles.article import report_from_text
from vedette.articles.datelines import iso_day, names_day
from vedette.errors import EmptyInput, TooLarge
from vedette.record import Published

if TYPE_CHECKING:
    from datetime import date

    from vedette.record import Report
    from vedette.record.raw import Raw

MIN_TEXT = 80
"""A page with less text than this holds no article: a menu, a consent form, a paywall."""
MAX_MARKS = 50_000
"""Signs that open a tag or an entity. The longest live pages have half as many; past it, a page only stalls readers."""

_HEAVY_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9:-]{0,30}+)(?=[\s/])[^<>]{10000,}+>")
"""A tag with more attributes than any page needs; parsers take time that grows with the square of their number."""
_TAG = re.compile(r"<[^<>]{1,1000}+>")


def report_from_html(raw: Raw) -> Report:
    """A report from a web page. Nothing in the page is run, fetched or followed.

    Raises:
        EmptyInput: the page holds no article text.
        TooLarge: it has over ``MAX_MARKS`` tags and entities.
    """
    marks = raw.data.count("<") + raw.data.count("&")
    if marks > MAX_MARKS:
        raise TooLarge(
            f"a page of {marks:,} tags and entities; the limit is {MAX_MARKS:,}.", raw.source, raw.line,
            "Save the article alone, or give its text.",
        )  # fmt: skip
    page = _HEAVY_TAG.sub(r"<\1>", raw.data)
    found = trafilatura.bare_extraction(
        page, url=raw.url, with_metadata=True, include_comments=False, include_tables=False, include_links=False,
        deduplicate=False,
    )  # fmt: skip
    if isinstance(found, dict):
        message = "bare_extraction gave a dict, though it was asked for a document"
        raise TypeError(message)
    body = (found.text or "").strip() if found else ""
    if found is None or len(body) < MIN_TEXT:
        raise EmptyInput(
            "no article text in this page: a menu, a consent form or a paywall.", raw.source, raw.line,
            "Save the page with its full text, or give the text itself.",
        )  # fmt: skip
    title = raw.title or found.title
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    report = report_from_text(
        text, title=title, outlet=raw.outlet or found.sitename, published=raw.published, url=raw.url or found.url,
        source_id=raw.id,
    )  # fmt: skip
    day = iso_day(found.date) if report.published.date is None else None
    if day is not None and _stands_in(page, raw.url or "", day):
        return replace(report, published=Published(day, "metadata", "The page's own metadata.", (), 0.95))
    return report


def _stands_in(page: str, url: str, day: date) -> bool:
    """Whether a day stands in a page or its address.

    The extractor completes what is no day, "2020-02" or "2020-02-31", to one that nobody wrote.
    """
    return names_day(url, day) or names_day(page, day) or names_day(unescape(_TAG.sub(" ", page)), day)
