"""What the coder finds in invented passages, slot by slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vedette.record import spans_of

if TYPE_CHECKING:
    from vedette import Reader
    from vedette.record import Commitment


def one(reader: Reader, text: str) -> Commitment:
    found = reader.read(text).commitments
    assert len(found) == 1, [(c.form, c.content.quote) for c in found]
    return found[0]


FORMS = {
    "red_line_named": '"The presence of foreign troops in Abkhazia is our red line," President Levan Kobia said.',
    "conditional_threat": "If the convoy moves again, the air force will bomb it, General Levan Kobia said.",
    "ultimatum": "The rebels must leave Sukhumi by Friday or the army will storm the port, General Levan Kobia said.",
    "deterrent_warning": "Georgia will not tolerate any attack on its coast guard, General Levan Kobia said.",
    "announced_threat": '"We will destroy every nest of these bandits," General Levan Kobia vowed.',
    "vague_warning": '"All options are on the table," President Levan Kobia said of the blockade.',
    "demand": "The separatists must withdraw their artillery from the ridge, President Levan Kobia said.",
    "assurance": "Georgia guarantees the security of the convoys, President Levan Kobia said.",
    "self_limit": "Georgia will never be the first to use force in the gorge, President Levan Kobia said.",
}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_told_from_the_others(reader: Reader, form: str) -> None:
    assert one(reader, FORMS[form]).form == form


def test_a_conditional_threat_has_trigger_and_consequence_as_they_are_written(reader: Reader) -> None:
    c = one(reader, "If a shell lands in Goris again, Armenia will answer with rockets, General Vahan Adoyan said.")
    assert c.trigger is not None and c.consequence is not None
    assert c.trigger.span.quote == "If a shell lands in Goris again"
    assert c.consequence.span.quote == "will answer with rockets"
    assert (c.trigger.type, c.trigger.status, c.aim) == ("ASSAULT", "repeat_of_past", "deter")


def test_a_quotation_that_its_cue_breaks_is_one_commitment(reader: Reader) -> None:
    c = one(reader, '"If they land," Admiral Jorge Brenta said, "we will sink them."')
    assert c.content.quote == 'If they land," Admiral Jorge Brenta said, "we will sink them'
    assert c.declarer is not None and c.declarer.name == "Jorge Brenta"


def test_inverted_conditions_are_conditions(reader: Reader) -> None:
    c = one(reader, "Kenya would close the border should the militia enter Mandera, President Daniel Otiende said.")
    assert c.form == "conditional_threat"
    assert c.trigger is not None and c.trigger.span.quote == "should the militia enter Mandera"


def test_should_after_its_subject_is_no_condition(reader: Reader) -> None:
    c = one(reader, "The militia should withdraw from Mandera, Kenya's foreign minister Daniel Otiende said.")
    assert c.form == "demand"


def test_specificity_rises_with_what_is_named(reader: Reader) -> None:
    said = "If the dam is filled, {}, Sudan's water minister Osman Elbakri said."
    levels = [
        one(reader, said.format(threat)).specificity
        for threat in ("Sudan will not remain indifferent", "Sudan will use force", "Sudan will bomb the gates")
    ]
    assert levels == [0, 1, 2]


def test_what_threatens_nothing_has_no_specificity(reader: Reader) -> None:
    c = one(reader, FORMS["demand"])
    assert c.specificity is None and c.consequence is None
    assert c.demand is not None and c.demand.kind == "withdraw"


def test_a_line_is_no_trigger_where_it_only_says_what_is_dear(reader: Reader) -> None:
    c = one(reader, "The security of our borders is our red line, Tajik Defence Minister Sherali Nazar said.")
    assert c.trigger is None and c.specificity == 0
    assert c.protects is not None and c.protects.kind == "border_security"


def test_a_line_regarded_as_red_has_its_trigger(reader: Reader) -> None:
    c = one(reader, "Jordan regards any change at the shrine as a red line, Foreign Minister Ziad Qutaish said.")
    assert c.trigger is not None and c.trigger.span.quote == "any change at the shrine"


def test_the_headline_of_a_lead_is_a_second_telling(reader: Reader) -> None:
    text = (
        "Chad will answer any raid, army warns\n\n"
        "NDJAMENA, May 3 (SWA) - Chad will answer any raid across its border, army chief General Idriss Allamine "
        "said on Monday. He spoke in Adre.\n\nThe army has sent two battalions to the frontier.\n"
    )
    found = reader.read(text, title="Chad will answer any raid, army warns").commitments
    assert len(found) == 1
    assert found[0].content.start > text.index("NDJAMENA")
    assert [s.start for s in found[0].again] == [0]


def test_a_deadline_is_kept_with_its_time(reader: Reader) -> None:
    found = reader.read(FORMS["ultimatum"], published="2008-08-04").commitments
    deadline = found[0].deadline
    assert deadline is not None and deadline.start is not None
    assert deadline.start.isoformat() == "2008-08-08"


def test_weaknesses_come_with_their_words(reader: Reader) -> None:
    c = one(reader, "Oman will not tolerate any provocation in its waters, Oman's navy chief Salim Harthy said.")
    assert [(w.kind, w.span.quote) for w in c.weaknesses] == [("imprecise", "provocation")]


def test_every_span_equals_its_quote(reader: Reader) -> None:
    text = "\n\n".join(FORMS.values())
    for c in reader.read(text).commitments:
        for path, span in spans_of(c):
            assert text[span.start : span.end] == span.quote, path


def test_the_same_text_gives_the_same_records(reader: Reader) -> None:
    text = "\n\n".join(FORMS.values())
    assert reader.read(text).commitments == reader.read(text).commitments


@pytest.mark.parametrize(
    "text",
    [
        "The minister denied that the army had drawn a red line.",
        "Trains on the red line will not stop at Harbour Square until Sunday, the operator said.",
        "Analysts at a Paris institute said Georgia would respond if the convoy moved.",
        "The company will not tolerate any breach of its patents, its chief executive said.",
        "Will the army storm the port? Nobody in Sukhumi knew.",
        "Residents said they would leave if the shelling went on.",
        "If elected, he will raise pensions, the candidate for president said.",
    ],
)
def test_what_only_looks_like_one_is_none(reader: Reader, text: str) -> None:
    assert reader.read(text).commitments == ()


def test_the_feared_side_is_not_the_declarers(reader: Reader) -> None:
    text = (
        "The rebels' military spokesman, Brigadier Yaro Madhan, spoke in Aden. Any American ship in the strait "
        '"is a legitimate target until the siege is lifted," Al-Nasira quoted him as saying.'
    )
    found = one(reader, text)
    assert found.declarer is not None
    assert (found.declarer.name, found.declarer.country) == ("Yaro Madhan", None)
