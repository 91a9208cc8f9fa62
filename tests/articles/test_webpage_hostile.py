"""Pages made to stall a parser are read, or refused, at once."""

import time

import pytest

from vedette.articles import report_from_raw
from vedette.articles.webpage import MAX_MARKS
from vedette.errors import EmptyInput, TooLarge
from vedette.record.raw import Raw

PROSE = "<p>The army of Karvenia said on Monday that any attack on the bridge at Orvash would be answered.</p>" * 3


def page(body: str) -> Raw:
    return Raw("page.html", None, "html", f"<html><body><article>{body}</article></body></html>", "")


def test_a_hundred_thousand_attributes_cost_nothing() -> None:
    attributes = " ".join(f"a{i}=1" for i in range(100_000))
    start = time.process_time()
    report = report_from_raw(page(f"<p {attributes}>The river is calm.</p>{PROSE}"))
    assert "would be answered" in report.text
    assert time.process_time() - start < 10


@pytest.mark.parametrize("tag", ["div", "span", "blockquote"])
def test_thousands_of_nested_tags_are_no_page(tag: str) -> None:
    with pytest.raises(EmptyInput):
        report_from_raw(page(f"<{tag}>" * (MAX_MARKS - 100) + PROSE))


@pytest.mark.parametrize("mark", ["<br>", "<", "&", "&amp;", "<div>"])
def test_more_marks_than_any_page_has_are_refused(mark: str) -> None:
    with pytest.raises(TooLarge, match=r"^page.html: a page of 50,0\d\d tags and entities; the limit is 50,000\."):
        report_from_raw(page(PROSE + mark * MAX_MARKS))


def test_as_many_marks_as_the_limit_are_read() -> None:
    raw = page(PROSE)
    filled = page(PROSE + "<br>" * (MAX_MARKS - raw.data.count("<")))
    assert filled.data.count("<") == MAX_MARKS
    assert "would be answered" in report_from_raw(filled).text
