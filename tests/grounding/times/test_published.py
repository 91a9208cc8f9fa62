"""The day of a report that bears none, and what is doubtful about its dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.grounding.times.conftest import Resolve

CAPTION = (
    "River posts come under fire\n\n"
    "In this photo released by the frontier guard on Saturday, June 6, 2015, a gunner watches the Vell river.\n\n"
)


def test_given_date_is_kept(resolve: Resolve) -> None:
    published, _, doubts = resolve("Shells fell on 3 May 1999 and will fall on 4 May 2090.", "2023-03-15")
    assert (published.date, published.basis) == (date(2023, 3, 15), "given")
    assert doubts == ()


def test_inferred_from_caption_weekday_and_dates(resolve: Resolve) -> None:
    text = CAPTION + (
        "Guards on the Vell river returned fire on Friday, the ministry said.\n\n"
        "A patrol was ambushed on Tuesday, the ministry added. "
        "Three guards died in the ambush, a spokesman said on June 9.\n\n"
        "The river towns had been quiet since the truce of 2009.\n"
    )
    published, times, doubts = resolve(text, None)
    assert (published.date, published.basis) == (date(2015, 6, 12), "inferred")
    assert {s.quote for s in published.evidence} == {"Saturday, June 6, 2015", "Friday", "Tuesday", "June 9"}
    assert 0.5 < published.confidence < 1
    assert "2015-06-09" in published.reason
    values = {t.span.quote: t.value for t in times}
    assert values["Friday"] == "2015-06-12"
    assert values["Tuesday"] == "2015-06-09"
    assert [d.kind for d in doubts] == ["undated"]


def test_inferred_from_a_weekday_and_its_date(resolve: Resolve) -> None:
    text = "The blast on Thursday, June 9, killed three, police said Friday. It broke a truce of 2022."
    published, _, _ = resolve(text, None)
    assert published.date == date(2022, 6, 10)
    assert published.confidence < 0.6


@pytest.mark.parametrize(
    "text",
    [
        "Officials said on Tuesday that shells hit the town on March 3.",
        "A post was shelled on Saturday, the ministry said. The treaty of 3 May 1999 forbids it.",
        "A post was shelled on Saturday, the ministry said. The two states signed a treaty on 3 May 1999.",
        "On June 6, 1744 the fleet landed. The war ended in 1745.",
        "Nothing is known.",
        "The vote will be held on Friday, and a second one on 3 May 2019.",
    ],
)
def test_not_guessed_without_evidence(resolve: Resolve, text: str) -> None:
    published, _, doubts = resolve(text, None)
    assert (published.date, published.basis) == (None, None)
    assert published.reason
    assert doubts[0].kind == "undated"


def test_partial_dates_of_an_undated_report_stay_open(resolve: Resolve) -> None:
    _, times, _ = resolve("Officials said on Tuesday that shells hit the town on March 3.", None)
    assert [(t.value, t.start) for t in times] == [("XXXX-WXX-2", None), ("XXXX-03-03", None)]


def test_mistyped_dates_are_read_and_doubted(resolve: Resolve) -> None:
    _, times, doubts = resolve("0n March 9 the minister spoke; on 1O March he resigned.")
    assert [(t.span.quote, t.value) for t in times] == [("March 9", "2023-03-09"), ("1O March", "2023-03-10")]
    assert [(d.kind, d.spans[0].quote) for d in doubts] == [("typo", "0n"), ("typo", "1O")]


def test_days_that_no_calendar_has(resolve: Resolve) -> None:
    _, times, doubts = resolve("It rained on 31 February and on 30/02/2023.")
    assert [(t.value, t.precision) for t in times] == [("2023-02", 4), (None, None)]
    assert [d.kind for d in doubts] == ["typo", "typo"]


def test_weekday_and_date_that_disagree(resolve: Resolve) -> None:
    _, _, doubts = resolve("The bridge fell on Sunday, March 14, 2023.")
    assert [(d.kind, [s.quote for s in d.spans]) for d in doubts] == [("date_conflict", ["Sunday", "March 14, 2023"])]
    assert "Tuesday" in doubts[0].message


def test_weekday_tells_the_year_of_its_date(resolve: Resolve) -> None:
    _, times, doubts = resolve("The bridge fell on Sunday, October 31.", "2022-12-01")
    assert [t.value for t in times] == ["2021-10-31"]
    assert doubts == ()


@pytest.mark.shared
def test_first_seed_is_of_late_october_2020(resolve: Resolve, shared: Path) -> None:
    text = sorted((shared / "seeds").glob("000*.txt"))[0].read_text(encoding="utf-8")
    published, times, doubts = resolve(text, None)
    assert published.date == date(2020, 10, 28)
    assert published.basis == "inferred"
    assert {t.start for t in times if t.span.quote == "Wednesday"} == {date(2020, 10, 28)}
    assert [d.kind for d in doubts].count("typo") == 1
