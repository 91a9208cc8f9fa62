from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.coding.events.sentences import Case, cases
from tests.factories import ReadingMaker
from vedette.articles import report_from_text
from vedette.coding.events import assertion
from vedette.coding.events.assertion.sources import same_side

if TYPE_CHECKING:
    from vedette import Reader

STATUSES = cases("assertion_sentences.txt")


@pytest.mark.parametrize("case", STATUSES, ids=lambda c: f"{c.expected}:{c.text[:40]}")
def test_status(reader: Reader, case: Case) -> None:
    stages, token = case.stages(reader)
    status, cue = assertion.assess(stages.parsed, stages.grounding, stages.reading.statements, token, ())
    assert status == case.expected
    if cue is not None:
        assert stages.parsed.text[cue.start : cue.end] == cue.quote


def value(reader: Reader, text: str, word: str) -> float:
    parsed = reader.parser.parse(report_from_text(text))
    return assertion.factuality(parsed, next(t.i for t in parsed.tokens if t.text == word))


@pytest.mark.parametrize(
    ("text", "word", "low", "high"),
    [
        ("The army shelled the port.", "shelled", 2.5, 3.0),
        ("The army did not shell the port.", "shell", -3.0, -2.0),
        ("The army failed to take the port.", "take", -3.0, -2.0),
        ("The army did not fail to take the port.", "take", 1.5, 3.0),
        ("The army managed to take the port.", "take", 2.5, 3.0),
        ("The army did not manage to take the port.", "take", -3.0, -1.5),
        ("The army may take the port.", "take", 0.0, 1.4),
        ("The army will take the port.", "take", 1.0, 2.5),
        ("The army wants to take the port.", "take", 0.0, 1.4),
        ("The mayor knows that the army took the port.", "took", 2.5, 3.0),
        ("The mayor does not know that the army took the port.", "took", 1.5, 3.0),
        ("The mayor said that the army took the port.", "took", 2.5, 3.0),
        ("The mayor denied that the army took the port.", "took", -3.0, -1.5),
        ("The storm prevented the army from taking the port.", "taking", -3.0, -1.5),
        ("If the army takes the port, the war is lost.", "takes", 0.0, 1.4),
        ("It was not until Friday that the army took the port.", "took", 2.5, 3.0),
    ],
)
def test_factuality(reader: Reader, text: str, word: str, low: float, high: float) -> None:
    assert low <= value(reader, text, word) <= high


def test_factuality_of_every_token_is_in_range(reader: Reader) -> None:
    text = "Unless they had not refused to deny that nobody failed to stop the planned attack, no one could leave."
    parsed = reader.parser.parse(report_from_text(text))
    values = [assertion.factuality(parsed, t.i) for t in parsed.tokens]
    assert all(-3.0 <= v <= 3.0 for v in values)
    assert values == [assertion.factuality(parsed, t.i) for t in parsed.tokens]


SAID = "The minister said that troops of the kingdom shelled the port of the republic."


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ({"country": "AAA", "sectors": "GOV"}, "claimed"),
        ({"country": "BBB", "sectors": "GOV"}, "accused"),
        ({"country": "CCC", "sectors": "GOV"}, "reported"),
        ({"country": "AAA", "sectors": "JRN", "authority": "state_media"}, "reported"),
    ],
)
def test_who_says_so_decides(reader: Reader, speaker: dict[str, str], expected: str) -> None:
    maker = ReadingMaker(SAID)
    sayer = maker.actor("The minister", entity=1, **speaker)
    doer = maker.actor("troops of the kingdom", "AAA", "MIL", entity=2)
    hit = maker.actor("the republic", "BBB", entity=3)
    parsed = reader.parser.parse(maker.report)
    stages = reader.stages(maker.report)
    grounding = replace(stages.grounding, actors=(sayer, doer, hit))
    token = next(t.i for t in parsed.tokens if t.text == "shelled")
    status, cue = assertion.assess(parsed, grounding, (), token, (doer,))
    assert status == expected
    assert cue is not None
    assert cue.quote == "said"


def test_a_party_that_says_it_did_not_denies(reader: Reader) -> None:
    maker = ReadingMaker("The minister said that his troops did not shell the port.")
    sayer = maker.actor("The minister", "AAA", "GOV", entity=1)
    doer = maker.actor("his troops", "AAA", "MIL", entity=2)
    stages = reader.stages(maker.report)
    grounding = replace(stages.grounding, actors=(sayer, doer))
    token = next(t.i for t in stages.parsed.tokens if t.text == "shell")
    assert assertion.assess(stages.parsed, grounding, (), token, (doer,))[0] == "denied"
    assert assertion.assess(stages.parsed, grounding, (), token, ())[0] == "negated"


def test_old_dates_are_background(reader: Reader) -> None:
    stages = reader.stages(report_from_text("Rebels shelled the port on May 3.", published="2021-06-16"))
    token = next(t.i for t in stages.parsed.tokens if t.text == "shelled")
    status, cue = assertion.assess(stages.parsed, stages.grounding, (), token, ())
    assert status == "background"
    assert cue is not None
    assert "May 3" in cue.quote


def test_fresh_dates_are_news(reader: Reader) -> None:
    stages = reader.stages(report_from_text("Rebels shelled the port on June 14.", published="2021-06-16"))
    token = next(t.i for t in stages.parsed.tokens if t.text == "shelled")
    assert assertion.assess(stages.parsed, stages.grounding, (), token, ()) == ("asserted", None)


def test_same_side_needs_a_country_or_an_entity() -> None:
    maker = ReadingMaker("The sheikh spoke to the elder.")
    sheikh, elder = maker.actor("The sheikh", entity=1), maker.actor("the elder", entity=2)
    assert not same_side(sheikh, (elder,))
    assert same_side(sheikh, (replace(elder, entity=1),))
    assert not same_side(None, (elder,))


def test_state_and_rebels_of_one_country_are_two_sides() -> None:
    maker = ReadingMaker("The army fought the rebels.")
    army = maker.actor("The army", "AAA", "MIL", entity=1)
    rebels = maker.actor("the rebels", "AAA", "REB", entity=2)
    assert not same_side(army, (rebels,))
    assert same_side(army, (replace(rebels, sectors=("MIL",)),))
