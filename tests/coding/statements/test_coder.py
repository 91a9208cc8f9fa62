"""Chains, parents, speakers, time, addressee and channel of statements in invented reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vedette.articles import report_from_text
from vedette.record import Grounding, When, record_id

if TYPE_CHECKING:
    from vedette import Reader
    from vedette.record import Statement


def code(reader: Reader, text: str, time: str | None = None, outlet: str | None = None) -> tuple[Statement, ...]:
    report = report_from_text(text, outlet=outlet)
    parsed = reader.parser.parse(report)
    times: tuple[When, ...] = ()
    if time:
        start = text.index(time)
        span = report.span(start, start + len(time))
        key = record_id("when", report.id, span.start)
        times = (When(key, span, "DATE", None, None, None, None, None, None, "", "tests/1", 1.0),)
    return reader.coder.statements.code(parsed, Grounding(times, (), ()))


def by_cue(statements: tuple[Statement, ...], cue: str) -> Statement:
    return next(s for s in statements if s.cue and cue in s.cue.quote)


def test_an_agency_that_cites_an_official_is_the_next_link(reader: Reader) -> None:
    text = "“The road is shut,” General Odo Veshti said, the Lurian News Agency reported."
    statement = by_cue(code(reader, text, outlet="Tarma Gazette"), "said")
    assert [(link.name, link.role) for link in statement.chain] == [
        ("Odo Veshti", "speaker"), ("Lurian News Agency", "agency"), ("Tarma Gazette", "outlet"),
    ]  # fmt: skip
    assert statement.chain[1].stance == "reports"
    assert statement.direct


def test_a_statement_within_a_statement_has_it_as_parent(reader: Reader) -> None:
    text = "The minister said that the general had warned that the road would be shut."
    statements = code(reader, text)
    outer, inner = by_cue(statements, "said"), by_cue(statements, "warned")
    assert inner.parent == outer.id
    assert outer.parent is None
    assert [link.role for link in inner.chain] == ["speaker", "speaker", "outlet"]


def test_an_agency_at_the_end_holds_what_it_cites(reader: Reader) -> None:
    text = "General Odo Veshti said on Monday the road is shut, the Lurian News Agency reported."
    statements = code(reader, text)
    inner, outer = by_cue(statements, "said"), by_cue(statements, "reported")
    assert inner.content[0].quote == "the road is shut"
    assert outer.content[0].quote == "General Odo Veshti said on Monday the road is shut"
    assert inner.parent == outer.id


def test_who_stands_for_its_noun(reader: Reader) -> None:
    text = "The report came from General Odo Veshti, who said that the road was shut."
    assert by_cue(code(reader, text), "said").chain[0].name == "Odo Veshti"


def test_a_mixed_quotation_is_indirect_with_its_words_kept(reader: Reader) -> None:
    statement = code(reader, "The general said the road was “shut for good” since noon.")[0]
    assert not statement.direct
    assert [q.quote for q in statement.quoted] == ["shut for good"]
    assert statement.chain[0].manner == "indirect"


TIMES = [
    ("The general said on Monday that the road was shut.", "Monday", True),
    ("On Monday, the general said the road was shut.", "Monday", True),
    ("The general said the road was shut on Monday.", "Monday", False),
    ("The general said the road, which opened on Monday, was shut.", "Monday", False),
]


@pytest.mark.parametrize(("text", "time", "of_saying"), TIMES)
def test_when_it_was_said(reader: Reader, text: str, time: str, of_saying: bool) -> None:
    assert (code(reader, text, time)[0].when is not None) == of_saying


CHANNELS = [
    ("The ministry said in a statement that the road was shut.", "statement"),
    ("During a visit to the ridge, the general said the road was shut.", "visit"),
    ("The minister wrote on Twitter that the road was shut.", "social"),
    ("In a phone call with his counterpart, the minister said the road was shut.", "phone"),
    ("The minister said in an interview that the road was shut.", "interview"),
    ("The Lurian News Agency reported that the road was shut.", "agency"),
    ("The minister said the road was shut.", None),
]


@pytest.mark.parametrize(("text", "channel"), CHANNELS)
def test_channel(reader: Reader, text: str, channel: str | None) -> None:
    assert code(reader, text)[0].channel == channel


STANCES = [
    ("The ministry denied that the road was shut.", "denies"),
    ("The mission questioned whether the road was shut.", "doubts"),
    ("The minister said the road was shut.", "asserts"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance(reader: Reader, text: str, stance: str) -> None:
    assert code(reader, text)[0].chain[0].stance == stance


def test_kinds_are_told_by_the_rule_name(reader: Reader) -> None:
    said, thinks = code(reader, "The minister said the road was shut. The envoy believes that it will open.")
    assert said.made_by.startswith("statements.speech.")
    assert thinks.made_by.startswith("statements.belief.")


def test_an_empty_report_says_nothing(reader: Reader) -> None:
    assert code(reader, "The road is long.") == ()


@pytest.mark.parametrize("text", ["Vardania rejected the charge.", "The ministry dismissed that account."])
def test_a_content_that_only_points_at_what_was_said_is_an_act_of_words(reader: Reader, text: str) -> None:
    assert {s.made_by.split(".")[1] for s in code(reader, text)} == {"act"}
