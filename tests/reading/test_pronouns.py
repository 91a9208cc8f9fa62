"""Whom pronouns and second mentions refer to, in invented reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vedette.articles import report_from_text

if TYPE_CHECKING:
    from vedette import Reader


def name(reader: Reader, text: str, word: str) -> str:
    """The entity of the last mention that reads ``word``."""
    parsed = reader.parser.parse(report_from_text(text))
    return parsed.entity_of([m for m in parsed.mentions if m.span.quote == word][-1]).name


CASES = [
    ("Ana Kolvi told reporters that a policeman had shouted at her. She was not afraid.", "She", "Ana Kolvi"),
    ('General Odo Suvin praised the crew. "The cook went on cooking," he said.', "he", "Odo Suvin"),
    ("The alliance met on Monday. It denied the raid.", "It", "The alliance"),
    ("Pakistan said on Saturday it would ask for talks.", "it", "Pakistan"),
    ("General Odo Suvin spoke. His deputy left.", "His", "Odo Suvin"),
    ("Lidia Ren met Odo Suvin in Tarma. She was tired.", "She", "Lidia Ren"),
    ("The gunmen fled. They left two rifles.", "They", "The gunmen"),
    ("Odo Suvin, a baker from Dar, saw it. The baker fled.", "The baker", "Odo Suvin"),
    ("The foreign minister, Ana Kolvi, left. The prime minister stayed.", "The prime minister", "The prime minister"),
    ("Muwaffaq al-Hadir spoke on Monday. Hadir denied it.", "Hadir", "Muwaffaq al-Hadir"),
    ("Qatar News Agency reported it. Qatar denied the raid.", "Qatar", "Qatar"),
    ("Bill Varno met Hale Varno twice. Varno left.", "Varno", "Hale Varno"),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_whom_a_word_refers_to(reader: Reader, text: str, word: str, expected: str) -> None:
    assert name(reader, text, word) == expected


def test_it_of_no_subject_is_nobody(reader: Reader) -> None:
    assert name(reader, "The army left Dar. It seems that the road is open.", "It") == "It"


def test_they_of_a_quotation_is_nobody_outside_it(reader: Reader) -> None:
    assert name(reader, 'The soldiers left. "They say nothing," a widow said.', "They") == "They"
