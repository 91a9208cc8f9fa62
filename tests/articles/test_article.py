"""What each part of a report is for, in the manners of many outlets."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.articles import report_from_raw, report_from_text
from vedette.articles.datelines import is_date_line, opening_dateline
from vedette.articles.paragraphs import paragraphs
from vedette.errors import EmptyInput
from vedette.record import Report
from vedette.record.raw import Raw


def zones(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(z.kind, z.span.quote) for z in report_from_text(text, title=title).zones]


AGENCY = """Guards to hold drill near Orvash

14 March 2011 - 08:20

ORVASH, March 14 (KNA) - The border guards will hold a drill on Friday, the command said.

In this photo released by the command on Sunday, guards stand beside a river crossing
Border Command via AP

It is the third this year. Residents were told to stay indoors.

Leave a Comment
Related articles
Guards end drill
"""


def test_parts_of_an_agency_report() -> None:
    kinds = [k for k, _ in zones(AGENCY)]
    assert kinds == [
        "headline", "dateline", "dateline", "body", "caption", "credit", "body", *["boilerplate"] * 3,
    ]  # fmt: skip
    report = report_from_text(AGENCY)
    assert report.title == "Guards to hold drill near Orvash"
    assert report.outlet == "KNA"
    assert (report.published.date, report.published.basis) == (date(2011, 3, 14), "text")
    assert report.published.evidence[0].quote == "14 March 2011"


def test_title_that_runs_into_the_body() -> None:
    assert zones("Guards hold drill. The drill began at dawn.", "Guards hold drill") == [
        ("headline", "Guards hold drill."),
        ("body", "The drill began at dawn."),
    ]


def test_a_title_that_the_text_does_not_repeat() -> None:
    assert [k for k, _ in zones("The drill began at dawn.\n\nIt ended at noon.", "Guards hold drill")] == [
        "body",
        "body",
    ]


def test_one_paragraph_is_body() -> None:
    assert [k for k, _ in zones("The drill began at dawn, the command said")] == ["body"]


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("TEHRAN — The ministry said", "TEHRAN —"),
        ("KABUL, Afghanistan (AP) _ Rockets fell", "KABUL, Afghanistan (AP) _"),
        ("Damascus, May 14 (BNA) - The ministry", "Damascus, May 14 (BNA) -"),
        ("WASHINGTON (Reuters) - The envoy", "WASHINGTON (Reuters) -"),
        ("Geneva, 3 June 1994 – Talks", "Geneva, 3 June 1994 –"),
        ("ahmedabad: the ruling party", None),
        ("UNITED NATIONS -- The council", "UNITED NATIONS --"),
        ("The well-known general - who fled - said", None),
        ("No - he said no", None),
        ("Iran—which borders it—said", None),
        ("US-led forces struck", None),
        ("He said: they fled", None),
        (
            "ISLAMABAD: Two guards were hurt on Tuesday when shells fell on a post near the river, the army said.",
            "ISLAMABAD:",
        ),
        ("BULLETIN: Two guards were hurt on Tuesday when shells fell on a post near the river, the army said.", None),
        ("ISLAMABAD: no comment", None),
    ],
)
def test_datelines(paragraph: str, place: str | None) -> None:
    found = opening_dateline(paragraph)
    assert (paragraph[: found.end].rstrip() if found else None) == place


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("November 6, 2020 - 13:35", True),
        ("Published: Friday, 6 Nov 2020 10:05 GMT", True),
        ("Last updated on 2020-11-06", True),
        ("On November 6, 2020 the army struck", False),
        ("Friday", False),
        ("February 31, 2020", False),
    ],
)
def test_date_lines(line: str, is_one: bool) -> None:
    assert is_date_line(line) is is_one


def test_text_wrapped_by_hand_is_read_by_blocks() -> None:
    text = (
        "The command of the border guards said on Monday that it had moved two\n"
        "companies to the river after shots were heard on the far bank, and that\n"
        "a third company would follow if the shooting went on through the week.\n\n"
        "Nobody was hurt.\n"
    )
    assert len(paragraphs(text)) == 2
    assert len(paragraphs("First line here\nSecond line here\nThird line here")) == 3


def test_prose_behind_a_cue_is_no_boilerplate() -> None:
    text = (
        "Head\n\nThe army said so.\n\nRead more in the report.\n\n" + "The second battalion moved north at dawn. " * 4
    )
    assert zones(text)[-1][0] == "body"


def test_copyright_line_names_the_outlet() -> None:
    report = report_from_text("Head\n\nThe army said so today.\n\n© 2014 The Orvash Post. All rights reserved")
    assert report.outlet == "The Orvash Post"
    assert report.outlet_span is not None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said that it had not fired on the village, and that it would look into the matter.", "en"),
        ("Das Ministerium erklärte am Mittwoch, die Truppen hätten die Grenze nicht überschritten, und wies die "
         "Vorwürfe der Nachbarn zurück, die von einem Angriff gesprochen hatten.", "de"),
        ("Министерство заявило в среду, что войска не пересекали границу и что обвинения соседей ложны, а жители "
         "деревни сообщили о выстрелах в ночь на четверг и о раненых.", "ru"),
        ("le ministère a déclaré mercredi que ses troupes n'avaient pas franchi la frontière et que les accusations "
         "de ses voisins étaient fausses.", "fr"),
        ("Iran warns", "en"),
    ],
)  # fmt: skip
def test_language(text: str, language: str) -> None:
    assert report_from_text(text).language == language


PAGE = """<!doctype html><html><head><title>Guards hold drill</title>
<meta property="article:published_time" content="2011-03-14T08:00:00Z">
<meta property="og:site_name" content="Orvash Post">
<script>alert(1)</script></head><body><nav><a href="/">Home</a></nav><article><h1>Guards hold drill</h1>
<p>The border guards held a drill on Friday, the command said in a statement to reporters at the river.</p>
<p onclick="x()">Nobody was hurt, it added, and residents were told that they could leave their houses again.</p>
<script>document.write("The army confessed")</script></article><footer>Cookies</footer></body></html>"""


def test_web_page() -> None:
    report = report_from_raw(Raw("a.html", None, "html", PAGE, "0"))
    assert report.title == "Guards hold drill"
    assert report.outlet == "Orvash Post"
    assert (report.published.date, report.published.basis) == (date(2011, 3, 14), "metadata")
    assert "confessed" not in report.text
    assert "alert" not in report.text
    assert [z.kind for z in report.zones] == ["headline", "body", "body"]


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><p>Log in</p>", "<" * 5000, "<div>" * 3000 + "x"])
def test_page_without_an_article(page: str) -> None:
    with pytest.raises(EmptyInput):
        report_from_raw(Raw("a.html", None, "html", page, "0"))


@given(st.text(max_size=600), st.one_of(st.none(), st.text(max_size=40)))
@settings(max_examples=300, deadline=None)
def test_zones_are_spans_in_order(text: str, title: str | None) -> None:
    report = report_from_text(text, title=title)
    assert isinstance(report, Report)
    end = 0
    for zone in report.zones:
        assert end <= zone.span.start < zone.span.end
        assert report.text[zone.span.start : zone.span.end] == zone.span.quote
        end = zone.span.end
    covered = sum(len(z.span) for z in report.zones)
    assert covered >= len("".join(text.split())) - sum(text.count(c) for c in "\x1c\x1d\x1e\x1f")


@pytest.mark.parametrize("month", ["2016-10", "2016"])
def test_a_month_alone_gives_no_day_and_says_so(month: str) -> None:
    report = report_from_text("The talks went on for a week, the envoy said.", published=month)
    assert report.published.date is None
    assert month in report.published.reason
