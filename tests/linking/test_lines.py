from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from tests.factories import ReadingMaker
from vedette.linking.lines import lines_of

if TYPE_CHECKING:
    from vedette.linking import Line


def warning(text: str, content: str, who: str, outlet: str, day: str, **more: object) -> ReadingMaker:
    m = ReadingMaker(text, day, outlet)
    given: dict[str, object] = {"form": "conditional_threat", "country": "XAA", "kind": "person"} | more
    actor = m.actor(who, str(given.pop("country")) if given["country"] else None, kind=str(given.pop("kind")))
    given.pop("country", None)
    m.commitment(content, str(given.pop("form")), actor, **given)
    return m


FORD = "If boats cross the ford again, our guns will sink them"
FIRST = warning(
    f"Admiral Tolm spoke. {FORD}, he said.", FORD, "Admiral Tolm", "A", "2031-05-02", protects="border_security"
)
COPY = warning(f"Admiral Tolm: {FORD}!", FORD, "Admiral Tolm", "B", "2031-05-03", protects="border_security")
LATER = warning(
    "Minister Ardo went further. Boats that cross the ford will be sunk within the hour.",
    "Boats that cross the ford will be sunk within the hour", "Minister Ardo", "A", "2031-05-20",
    protects="border_security", specificity=3,
)  # fmt: skip
OTHER = warning(
    "Minister Ardo said that the bank must open its books.", "the bank must open its books", "Minister Ardo", "A",
    "2031-05-20", form="demand", aim="compel",
)  # fmt: skip
RIVAL = warning(f"General Brun echoed it: {FORD}.", FORD, "General Brun", "A", "2031-05-04", country="XBB")


def lines(*makers: ReadingMaker) -> tuple[Line, ...]:
    return lines_of([m.reading() for m in makers])


def test_one_declaration_told_twice_is_one() -> None:
    (line,) = lines(FIRST, COPY)
    (declaration,) = line.declarations
    assert declaration.relation == "new"
    assert [a.report for a in declaration.again] == [COPY.report.id]
    assert len(line.members) == 2


def test_another_office_sharpens_the_line_of_its_state() -> None:
    (line,) = lines(LATER, FIRST)
    assert [d.relation for d in line.declarations] == ["new", "sharpens"]
    assert [d.commitment.declarer.name for d in line.declarations if d.commitment.declarer] == [
        "Admiral Tolm", "Minister Ardo",
    ]  # fmt: skip
    assert "border security" in line.declarations[1].judgement.reason


def test_a_word_that_leaves_it_open_softens() -> None:
    text = "Admiral Tolm spoke again. If boats cross the ford again, our guns may sink them."
    content = "If boats cross the ford again, our guns may sink them"
    softer = warning(text, content, "Admiral Tolm", "A", "2031-06-20", protects="border_security")
    (line,) = lines(FIRST, softer)
    assert [d.relation for d in line.declarations] == ["new", "softens"]


def test_a_demand_about_something_else_is_a_line_of_its_own() -> None:
    assert len(lines(FIRST, OTHER)) == 2


def test_the_same_words_of_another_state_are_its_own_line() -> None:
    assert [line.declarer for line in lines(FIRST, RIVAL)] == ["XAA", "XBB"]


def test_a_copy_that_does_not_know_the_speaker_goes_with_the_one_that_does() -> None:
    unknown = warning(f"The commander: {FORD}.", FORD, "commander", "C", "2031-05-03", country="", kind="unknown")
    (line,) = lines(FIRST, unknown)
    assert line.declarer == "XAA"


def test_one_person_speaks_for_one_country() -> None:
    text = "Admiral Tolm also said that mines will wait for boats at the ford."
    nameless = warning(text, "mines will wait for boats at the ford", "Admiral Tolm", "C", "2031-05-05", country="")
    assert {line.declarer for line in lines(FIRST, nameless)} == {"XAA"}


def test_an_armed_group_draws_its_own_line() -> None:
    m = ReadingMaker("Sheikh Urd vowed revenge if the camp is touched.", "2031-05-05", "C")
    m.commitment(
        "revenge if the camp is touched", "conditional_threat", m.actor("Sheikh Urd", "XAA", "REB", id="XAA.REB.HILL")
    )
    assert [line.declarer for line in lines(FIRST, m)] == ["XAA", "XAA.REB.HILL"]


def test_the_order_of_readings_does_not_matter() -> None:
    results = {lines(*order) for order in permutations((FIRST, COPY, LATER, OTHER))}
    assert len(results) == 1
