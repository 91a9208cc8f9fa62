"""Normalised words keep the way back to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.articles import report_from_text
from vedette.coding.commitments.conditions import conditions
from vedette.coding.commitments.words import Words

if TYPE_CHECKING:
    from vedette import Reader


def words_of(reader: Reader, text: str) -> Words:
    parsed = reader.parser.parse(report_from_text(text))
    return Words.of(parsed, range(len(parsed.tokens)))


def test_contractions_and_quotation_marks_are_written_out(reader: Reader) -> None:
    words = words_of(reader, "They “won’t” cross a cease-fire line")
    assert words.text == "they will not cross a cease-fire line"


def test_a_match_leads_back_to_the_text(reader: Reader) -> None:
    words = words_of(reader, "They won't cross “the red line” again")
    match = words.first(r"\bred line\b")
    assert match is not None
    assert words.span((match.start, match.end)).quote == "red line"


def test_what_lies_in_the_prefix_is_not_found(reader: Reader) -> None:
    parsed = reader.parser.parse(report_from_text("shell the port"))
    words = Words.of(parsed, range(3), "will")
    assert words.first(r"\bwill\b") is None
    assert words.first(r"\bwill shell\b") is not None


def test_a_fronted_condition_ends_at_its_comma(reader: Reader) -> None:
    found = conditions(words_of(reader, "If they come, as they said, in force, we will fight"))
    assert [found[0].mark] == ["if"]
    assert found[0].fronted


def test_a_time_after_until_is_no_condition(reader: Reader) -> None:
    assert conditions(words_of(reader, "They have until Friday to leave")) == []
