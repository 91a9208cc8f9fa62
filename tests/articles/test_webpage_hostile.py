"""Pages made to stall a parser are read, or refused, at once."""

import time

import pytest

from vedette.articles import report_from_raw
from vedette.errors import EmptyInput
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
def test_a_hundred_thousand_nested_tags_are_no_page(tag: str) -> None:
    with pytest.raises(EmptyInput):
        report_from_raw(page(f"<{tag}>" * 100_000 + PROSE))
