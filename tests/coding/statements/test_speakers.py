"""Whom a source stands for, by name, in invented reports."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from vedette.articles import report_from_text
from vedette.coding.statements.naming import Naming
from vedette.coding.statements.speakers import Speakers
from vedette.coding.statements.syntax import Syntax
from vedette.record import Grounding

if TYPE_CHECKING:
    from vedette import Reader
    from vedette.record import Attributed


def name(reader: Reader, text: str, word: str, outlet: str | None = None) -> str | None:
    """The name of the source whose head is the last ``word`` of the text."""
    parsed = reader.parser.parse(report_from_text(text, outlet=outlet))
    head = next(t.i for t in reversed(parsed.tokens) if t.text == word)
    return Speakers(Syntax(parsed), Grounding((), (), ())).of(head).name


SUVIN = "The mayor of Tarma, Odo Suvin, said the bridge was shut. "

NAMED = [
    (SUVIN + "He called it a loss.", "He", "Odo Suvin"),
    (SUVIN + "Two lorries burnt. The mayor blamed the army.", "mayor", "Odo Suvin"),
    (SUVIN + '"The cook went on cooking," he said.', "he", "Odo Suvin"),
    ("Col. Odo Suvin saw the raid. The colonel said it was brief.", "colonel", "Odo Suvin"),
    (
        "The surgeon on duty at Dar hospital, Dr. Ana Kolvi, said two died. The surgeon was tired.",
        "surgeon",
        "Ana Kolvi",
    ),
    ("The Minister of Roads and Bridges, Odo Suvin, spoke. The minister left.", "minister", "Odo Suvin"),
    ("The groom, Odo, said the road was mined.", "groom", "Odo"),
    ("The owner, the Dar company Tarma Lines, said the ship was empty.", "owner", "Tarma Lines"),
    ("A Dar weekly, Nova Tarma, said the ship was empty.", "weekly", "Nova Tarma"),
    ("ACP Odo Suvin said the road was shut.", "Suvin", "Odo Suvin"),
    ("Tuner Ana Kolvi said the piano was lost.", "Kolvi", "Ana Kolvi"),
    ("The general, General Odo Suvin, left. The general denied the raid.", "general", "Odo Suvin"),
    ("The Sentinel reported it. The paper gave no number.", "paper", "Sentinel"),
    ("Rear Admiral (ret.) Odo Suvin said the fleet was gone.", "Admiral", "Odo Suvin"),
    ("A Foreign Ministry spokesman spoke. The spokesman, Mr. Odo Suvin, left.", "spokesman", "Odo Suvin"),
    ("Luria television showed the road.", "television", "Luria television"),
    ("MINISTRY OF ROADS OF LURIA\n\nThe Ministry of Roads denies it.", "Ministry", "Ministry of Roads of Luria"),
    ("Communiqué No. 4\n\nThe Central Command announces the fall of Dar. We warn everybody.", "We", "Central Command"),
    ("The chairman of the chamber, Haji Pavo Ren, said nobody would pay.", "chairman", "Pavo Ren"),
    ("Pakistan said it would close the border.", "it", "Pakistan"),
    ("The agency Dalform said the road was mined. The agency gave no number.", "agency", "Dalform"),
    ("Tarma's Dalform agency said the road was mined.", "agency", "Dalform"),
    (
        "The Ministry of Defence of Luria spoke. The Ministry denied the raid.",
        "Ministry",
        "Ministry of Defence of Luria",
    ),
    ("A driver known as Grey Wolf said the road was mined.", "driver", "Grey Wolf"),
    ("10:47 Odo Suvin says the road is mined.", "Suvin", "Odo Suvin"),
]


@pytest.mark.parametrize(("text", "word", "expected"), NAMED)
def test_the_fullest_name(reader: Reader, text: str, word: str, expected: str) -> None:
    assert name(reader, text, word) == expected


PHRASES = [
    (
        "A doctor at the field hospital was less discreet. Eleven came by mule, he said.",
        "he",
        "doctor at the field hospital",
    ),
    (
        "An officer who saw the shells spoke to reporters. The officer said they were old.",
        "officer",
        "officer who saw the shells",
    ),
    (
        "The representative of Dar spoke. The representative of Luria objected.",
        "representative",
        "representative of Luria",
    ),
    ("Two villagers saw it. The two villagers said it was night.", "villagers", "Two villagers"),
]


@pytest.mark.parametrize(("text", "word", "expected"), PHRASES)
def test_the_fullest_phrase_of_who_has_no_name(reader: Reader, text: str, word: str, expected: str) -> None:
    found = name(reader, text, word)
    assert found is not None
    assert found.lower() == expected.lower()


DOCUMENTS = [
    ("The foreign ministry's note called it a lie.", "note", "foreign ministry"),
    ("A study by the Dalform Institute found no mines. The study counted twelve roads.", "study", "Dalform Institute"),
    ("A letter from a widow in Tarma said the road was mined.", "letter", "letter from a widow in Tarma"),
]


@pytest.mark.parametrize(("text", "word", "expected"), DOCUMENTS)
def test_who_speaks_through_a_document(reader: Reader, text: str, word: str, expected: str) -> None:
    assert name(reader, text, word) == expected


def test_two_of_a_surname_are_two(reader: Reader) -> None:
    text = "Odo Suvin met his sister, Ana Suvin. Ana Suvin said the talks were slow. Odo Suvin said they were over."
    assert name(reader, text, "Suvin") == "Odo Suvin"
    assert name(reader, text.rsplit(". Odo", 1)[0] + ".", "Suvin") == "Ana Suvin"


def test_a_phrase_cut_short_or_run_on_is_set_right(reader: Reader) -> None:
    text = "For his part, the mayor of Dar denied it. Its radio tonight called him a liar."
    parsed = reader.parser.parse(report_from_text(text))
    wrong = ((text.index("his part"), text.index(" denied")), (text.index("Its radio"), text.index(" called")))
    found = tuple(SimpleNamespace(source=(a,), cue=(0, 0), content=()) for a in wrong)
    naming = Naming(Syntax(replace(parsed, attributed=cast("tuple[Attributed, ...]", found))))
    told = [naming.phrase(next(t.i for t in parsed.tokens if t.text == w)) for w in ("mayor", "radio")]
    assert told == ["mayor of Dar", "Its radio"]


def test_several_are_joined(reader: Reader) -> None:
    assert name(reader, "Dar and Luria welcomed the truce.", "Dar") == "Dar + Luria"
    text = "Minister Odo Suvin met Minister Ana Kolvi in Dar. Both ministers said the talks were brief."
    assert name(reader, text, "ministers") == "Odo Suvin + Ana Kolvi"


def test_an_agency_is_known_by_the_noun_beside_its_name(reader: Reader) -> None:
    parsed = reader.parser.parse(report_from_text("The state news agency Dalform reported that the road was mined."))
    head = next(t.i for t in parsed.tokens if t.text == "agency")
    speaker = Speakers(Syntax(parsed), Grounding((), (), ())).of(head)
    assert speaker.name == "Dalform"
    assert speaker.agency


def test_an_outlet_speaks_of_itself(reader: Reader) -> None:
    assert name(reader, "Luria told this newspaper nothing.", "newspaper", "Tarma Gazette") == "Tarma Gazette"
    assert name(reader, "We ask that the road be opened.", "We", "Tarma Gazette") == "Tarma Gazette"


INTERVIEW = "Interview with Judge Ana Kolvi on the missing\n\nQ: What did you see?\n\nA: Less than I had asked to see."
MINUTES = "MINUTES\n\nMr. Suvin (Dar): My country regrets it.\n\nMrs. KOLVI (Luria): I regret nothing."


def test_turns_of_an_interview_and_of_minutes(reader: Reader) -> None:
    assert name(reader, INTERVIEW, "A") == "Ana Kolvi"
    assert name(reader, INTERVIEW, "I") == "Ana Kolvi"
    assert name(reader, MINUTES, "I") == "KOLVI"


def test_who_signs_a_letter_is_its_voice(reader: Reader) -> None:
    text = "Letter to the Council\n\nI have the honour to protest against the raid.\n\nAna Kolvi"
    assert name(reader, text, "I") == "Ana Kolvi"


def test_a_relative_pronoun_is_its_noun(reader: Reader) -> None:
    assert name(reader, "The mayor met Ana Kolvi, who said the road was mined.", "who") == "Ana Kolvi"
