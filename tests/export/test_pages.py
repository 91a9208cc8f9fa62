"""Pages hold at every width, whatever the text: no line too long, no control character, no blank left at an end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING, cast

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.factories import ReadingMaker
from vedette.export.terminal import dossier_list, dossier_page, reading_page, report_list, show
from vedette.export.terminal.parts import days, interval, short
from vedette.linking import build_dossiers
from vedette.store import Held

if TYPE_CHECKING:
    from rich.console import RenderableType

    from vedette.record import Dossier, Reading

WIDTHS = [60, 80, 100, 200]
HOSTILE = "\x1b[2J\x1b]0;owned\x07 \u202egnihtemos \x9b31m [bold]not markup[/bold] :smile: \x00"


def printed(page: RenderableType, width: int = 80, *, colour: bool = False) -> str:
    console = Console(
        width=width, file=StringIO(), color_system="standard" if colour else None, force_terminal=colour,
        highlight=False, emoji=False, markup=False,
    )  # fmt: skip
    show(console, page)
    return cast("StringIO", console.file).getvalue()


def threat(text: str, day: str, outlet: str | None, shelled: str = "shelled") -> Reading:
    """A report with a threat and a shelling, told by an officer."""
    made = ReadingMaker(text, day, outlet, "The river line")
    zoric = made.actor("Zoric", "KRV", "GOV")
    made.commitment(
        "Karvenia will answer if its villages are shelled", "conditional_threat", zoric,
        trigger=made.trigger("if its villages are shelled", "ASSAULT"),
    )  # fmt: skip
    made.event(
        shelled, "ASSAULT", recipients=(made.actor("Orvash", "KRV"),), when=made.when("Sunday", day),
        where=made.place("Orvash", 10.0, 10.0, "KRV"), attribution=(made.link("an officer"),), assertion="reported",
        magnitudes=(made.magnitude("injuries", "two", 2),),
    )  # fmt: skip
    made.statement("Karvenia will answer if its villages are shelled", zoric)
    return made.reading()


TEXT = (
    "Zoric said Karvenia will answer if its villages are shelled. Orvash was {} on Sunday, two hurt, an officer said."
)


@pytest.fixture
def dossiers() -> tuple[Dossier, ...]:
    made = build_dossiers([
        threat(TEXT.format("shelled"), "2011-03-13", "Orvash Post"),
        threat(TEXT.format("struck") + " It was quiet.", "2011-03-14", None, "struck"),
    ])  # fmt: skip
    assert made
    return made


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("why", [False, True])
def test_no_line_is_too_long_and_none_ends_in_blanks(dossiers: tuple[Dossier, ...], width: int, why: bool) -> None:
    reading = threat(TEXT.format("shelled"), "2011-03-13", "Orvash Post")
    for page in (dossier_page(dossiers, why=why), dossier_list(dossiers), reading_page(reading, why=why)):
        lines = printed(page, width).splitlines()
        assert [line for line in lines if cell_len(line) > width or line != line.rstrip()] == []


def test_every_row_shows_words_source_and_day(dossiers: tuple[Dossier, ...]) -> None:
    page = printed(dossier_page(dossiers), 200)
    assert "“Karvenia will answer if its villages are shelled” 11–59" in page
    assert "told by Orvash Post, Sun 13 Mar 2011" in page
    assert "“The river line”, Mon 14 Mar 2011" in page, "a report without an outlet goes by its title"
    assert "confidence" not in page


def test_why_prints_rule_and_confidence(dossiers: tuple[Dossier, ...]) -> None:
    assert "rule tests/1 · confidence 1.00" in printed(dossier_page(dossiers, why=True), 200)
    reading = threat(TEXT.format("shelled"), "2011-03-13", "Orvash Post")
    assert printed(reading_page(reading, why=True)).count("rule tests/1") == 2


def test_the_sentence_about_an_event_is_shown() -> None:
    page = printed(reading_page(threat(TEXT.format("shelled"), "2011-03-13", "Orvash Post")), 200)
    assert "Orvash was shelled on Sunday, two hurt" in page


def test_text_cannot_steer_the_terminal() -> None:
    made = ReadingMaker(f"Zoric said the line {HOSTILE} holds. They shelled it.", "2011-03-13", HOSTILE, HOSTILE)
    made.statement(f"the line {HOSTILE} holds", made.actor("Zoric"))
    made.event("shelled", "ASSAULT")
    page = printed(reading_page(made.reading()), 200)
    assert not set(page) & set("\x1b\x07\x00\x9b\u202e")
    assert "[bold]not markup[/bold] :smile:" in page


def test_colour_is_for_terminals() -> None:
    reading = threat(TEXT.format("shelled"), "2011-03-13", "Orvash Post")
    assert "\x1b[" in printed(reading_page(reading), colour=True)
    assert "\x1b[" not in printed(reading_page(reading))


@pytest.mark.parametrize("width", WIDTHS)
def test_wide_characters(width: int) -> None:
    words = "边境是红线" * 30
    made = ReadingMaker(f"Zoric said {words}.", "2011-03-13", "边境日报" * 10, words)
    made.statement(words, made.actor("Zoric"))
    lines = printed(reading_page(made.reading()), width).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []


def test_nothing_found_is_one_line() -> None:
    page = printed(reading_page(ReadingMaker("Rain fell on the harbour.").reading()))
    assert "Nothing found: who said what, events, commitments, places, dates." in " ".join(page.split())
    assert "EVENTS" not in page
    assert "published on a day not known" in page


def test_lists() -> None:
    held = Held("rep-1", None, None, None, None, None, "tests/1", 0, 0, 0)
    page = printed(
        report_list([held, replace(held, id="rep-2", title="The line", published=date(2011, 3, 13), events=2)])
    )
    assert "day not known" in page
    assert "nothing found in it · rep-1" in page
    assert "2 events · rep-2" in page
    assert printed(dossier_list(())).strip() == ""


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2020-09-27", "2020-09-27", "Sun 27 Sep 2020"),
        ("2020-09-21", "2020-09-30", "21–30 Sep 2020"),
        ("2020-09-27", "2020-10-03", "27 Sep – 3 Oct 2020"),
        ("2019-12-30", "2020-01-02", "30 Dec 2019 – 2 Jan 2020"),
        ("2020-02-01", "2020-02-29", "Feb 2020"),
        ("1991-01-01", "1991-12-31", "1991"),
        ("1990-01-01", "1999-12-31", "1990–1999"),
        ("2020-10-01", "2020-12-31", "1 Oct – 31 Dec 2020"),
        ("9999-12-31", "9999-12-31", "Fri 31 Dec 9999"),
        ("9998-12-30", "9999-12-31", "30 Dec 9998 – 31 Dec 9999"),
    ],
)
def test_days_in_words(first: str, last: str, words: str) -> None:
    assert days(date.fromisoformat(first), date.fromisoformat(last)) == words


def test_no_time_is_a_dash_and_words_are_cut_at_a_space() -> None:
    assert interval(None) == "—"
    assert short("the border villages", 12) == "the border…"
