"""The day in a page's metadata is taken where the page names it, and never made up."""

from datetime import date

import pytest

from vedette.articles import report_from_raw
from vedette.articles.datelines import names_day
from vedette.record.raw import Raw

PROSE = "<p>The army of Karvenia said that any attack on the bridge at Orvash would be answered at once.</p>" * 3
META = '<meta property="article:published_time" content="{}">'
LINKED = '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{}"}}</script>'
DAY = date(2020, 2, 1)


def day_of(head: str) -> date | None:
    page = f"<html><head><title>Orvash</title>{head}</head><body><article>{PROSE}</article></body></html>"
    return report_from_raw(Raw("page.html", None, "html", page, "")).published.date


@pytest.mark.parametrize("head", [META, LINKED])
@pytest.mark.parametrize("wrong", ["2020-02-31", "2020-02-31T10:00:00Z", "2020-02", "2020"])
def test_what_is_no_day_gives_none(head: str, wrong: str) -> None:
    assert day_of(head.format(wrong)) is None


@pytest.mark.parametrize("head", [META, LINKED])
@pytest.mark.parametrize("right", ["2020-02-01", "2020-02-01T23:30:00-05:00", "2020-02-01T10:00:00Z"])
def test_a_day_is_taken(head: str, right: str) -> None:
    assert day_of(head.format(right)) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "20200201103000",
        "2020/2/1",
        "01.02.2020",
        "2/1/2020",
        "Sat, 01 Feb 2020",
        "Feb. 1st, 2020",
        "1 of February, 2020",
    ],
)
def test_forms_of_a_day(text: str) -> None:
    assert names_day(text, DAY)


@pytest.mark.parametrize(
    "text",
    ["2020-02-31", "2020-02", "2020-02-10", "2020-12-01", "12/1/2020", "31 February 2020", "21 Feb 2020", "Feb 2020"],
)
def test_other_days(text: str) -> None:
    assert not names_day(text, DAY)
