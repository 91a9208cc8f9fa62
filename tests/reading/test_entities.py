"""Mentions, and whom they refer to, in invented reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories import make_report
from vedette.articles import report_from_text

if TYPE_CHECKING:
    from vedette import Reader
    from vedette.record import Mention, Parsed


def parse(reader: Reader, text: str) -> Parsed:
    return reader.parser.parse(report_from_text(text))


def mention(parsed: Parsed, words: str) -> Mention:
    held = [m for m in parsed.mentions if m.span.quote == words]
    assert held, [m.span.quote for m in parsed.mentions]
    return held[0]


def name(parsed: Parsed, words: str) -> str:
    return parsed.entity_of(mention(parsed, words)).name


def test_a_long_name_is_one_mention_with_others_in_it(reader: Reader) -> None:
    text = (
        "Iran’s Northern Border Guards Corps (NBGC) Brigadier General Mahmoud Larestani said "
        "on Wednesday that the road is shut."
    )
    parsed = parse(reader, text)
    whole = mention(parsed, "Iran’s Northern Border Guards Corps (NBGC) Brigadier General Mahmoud Larestani")
    assert whole.kind == "name"
    assert whole.label == "PERSON"
    entity = parsed.entity_of(whole)
    assert entity.name == "Mahmoud Larestani"
    assert "brigadier general" in entity.titles
    assert mention(parsed, "Iran").label == "GPE"
    assert mention(parsed, "NBGC").label == "ORG"


CHAINS = [
    ("General Odo Veshti visited the ridge. The general said the road was shut.", "The general", "Odo Veshti"),
    ("General Odo Veshti visited the ridge. Veshti said the road was shut.", "Veshti", "Odo Veshti"),
    ("General Odo Veshti visited the ridge. He said the road was shut.", "He", "Odo Veshti"),
    (
        "Army chief warns of war\n\nGeneral Odo Veshti, commander of the army, said the road was shut.",
        "Army chief",
        "Odo Veshti",
    ),
    ("Foreign Minister Ana Kolvi left for talks. The minister will return on Monday.", "The minister", "Ana Kolvi"),
    ("Spokeswoman Ana Kolvi met Colonel Odo Veshti. The spokeswoman was brief.", "The spokeswoman", "Ana Kolvi"),
    ("Mr. Pavo Ren met Mrs. Ana Kolvi. She smiled.", "She", "Ana Kolvi"),
    ("KABUL, Afghanistan (AP)_ Guards fell on Tuesday. The AP gave no number.", "The AP", "AP"),
    ("Mirel Har-Teshi took the stand. Har-Teshi was calm.", "Har-Teshi", "Mirel Har-Teshi"),
    ("Pak Ki-sun took the stand on Friday.", "Pak Ki-sun", "Pak Ki-sun"),
    ("Head of Luria's Energy Organization Karim Eslani left. Eslani spoke.", "Eslani", "Karim Eslani"),
    ("The spokesman for the Foreign Ministry Nasser Kanari left. Kanari spoke.", "Kanari", "Nasser Kanari"),
    ("General Odo Veshti spoke. Al-Nasira quoted him as saying so.", "him", "Odo Veshti"),
    ("Pavo Ren met Odo Veshti. Ren told him to go.", "him", "Odo Veshti"),
    ("The Lurian Border Agency (LBA) closed the gate. The LBA gave no reason.", "The LBA", "Lurian Border Agency"),
    (
        "Ayatollah Karim Daneshvar spoke on Friday. The ayatollah also warned the militias.",
        "The ayatollah",
        "Karim Daneshvar",
    ),
    ("Secretary of State Ana Kolvi left. The secretary will return.", "The secretary", "Ana Kolvi"),
    ("A Western diplomat spoke. The talks failed. The diplomat was gloomy.", "The diplomat", "A Western diplomat"),
    (
        "Foreign Minister Ana Kolvi left. Defence Minister Pavo Ren stayed. The foreign minister spoke.",
        "The foreign minister",
        "Ana Kolvi",
    ),
    ("Commander of the Coast Guard Admiral Karim Daneshvar spoke on Friday.", "Commander", "Karim Daneshvar"),
    ("In his speech, President Ilo Marran named no date.", "his", "Ilo Marran"),
    ("Hossein Larestani spoke first. Hussein Larestani then left.", "Hussein Larestani", "Hossein Larestani"),
]


@pytest.mark.parametrize(("text", "words", "who"), CHAINS)
def test_who_is_meant(reader: Reader, text: str, words: str, who: str) -> None:
    assert name(parse(reader, text), words) == who


def test_two_of_one_surname_stay_apart(reader: Reader) -> None:
    parsed = parse(reader, "Odo Veshti spoke in the capital. Mira Veshti spoke at the ridge. Odo Veshti left.")
    names = {parsed.entity_of(m).name for m in parsed.mentions if "Veshti" in m.span.quote}
    assert names == {"Odo Veshti", "Mira Veshti"}


def test_an_unnamed_commander_of_another_army_is_not_the_named_one(reader: Reader) -> None:
    text = "Army commander Odo Veshti spoke. A commander of the rebels laughed."
    parsed = parse(reader, text)
    assert name(parsed, "A commander") == "A commander"


def test_abbreviations_end_no_sentence(reader: Reader) -> None:
    parsed = parse(reader, "Lt. Gen. Odo Veshti met Sen. Pavo Ren of the U.S. Senate. They spoke for an hour.")
    assert len(parsed.sentences) == 2


def test_a_line_break_in_a_paragraph_is_no_token(reader: Reader) -> None:
    parsed = reader.parser.parse(make_report("The general said the road\nwas shut for the night."))
    assert all(t.text.strip() for t in parsed.tokens)
    assert len(parsed.sentences) == 1


def test_quotation_marks_go_with_their_sentence(reader: Reader) -> None:
    parsed = parse(reader, '"We hold the ridge." The general left. "We stay."')
    assert parsed.sentences[0].end == len('"We hold the ridge."')
