from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factories import ReadingMaker
from vedette.linking import build_dossiers, link, touches_of
from vedette.record import Dossier, Inferred, from_json, spans_of, to_json

if TYPE_CHECKING:
    from vedette.record import Reading

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
LINE = "shells on the river villages are a red line"


def drawn() -> ReadingMaker:
    """The line of XAA, drawn on 10 May, with a shell of 1 May before it and soldiers sent."""
    m = ReadingMaker(
        f"Minister Ardo said that {LINE}. On 1 May a shell fell on Dolna. "
        "XBB denies it. On 12 May soldiers went to Dolna.",
        "2031-05-12", "A",
    )  # fmt: skip
    m.commitment(
        LINE, "red_line_named", m.actor("Minister Ardo", "XAA", "GOV", kind="person"), protects="border_security",
        trigger=m.trigger("shells on the river villages", "ASSAULT", "heavy-weapons", who=(m.actor("XBB", "XBB"),)),
        when=m.when("10 May", "2031-05-10") if "10 May" in m.text else None,
    )  # fmt: skip
    m.event(
        "fell", "ASSAULT", "heavy-weapons", recipients=(m.actor("Dolna", "XAA"),), when=m.when("1 May", "2031-05-01"),
        where=m.place("Dolna", 40.0, 46.0, "XAA", states=("XAA", "XBB"), km=3.0, line="XAA–XBB"),
    )  # fmt: skip
    m.event(
        "went", "MOBILIZE", "troops", actors=(m.actor("soldiers", "XAA", "MIL"),), when=m.when("12 May", "2031-05-12"),
        where=m.place("Dolna", 40.0, 46.0, "XAA", states=("XAA", "XBB"), km=3.0, line="XAA–XBB"),
    )  # fmt: skip
    m.doubt("Dolna", "place_direction", "Dolna lies elsewhere.")
    return m


def shelled(outlet: str, verb: str, assertion: str = "asserted", country: str = "XAA", km: float = 3.0) -> ReadingMaker:
    """A report of shells on Orst on 20 May."""
    m = ReadingMaker(f"On 20 May shells {verb} the village of Orst by the river, {outlet} says.", "2031-05-21", outlet)
    m.event(
        verb, "ASSAULT", "heavy-weapons", assertion=assertion, when=m.when("20 May", "2031-05-20"),
        where=m.place("Orst", 40.1, 46.1, country, states=("XAA", "XBB"), km=km, line="XAA–XBB"),
    )  # fmt: skip
    return m


def dossier(*makers: ReadingMaker) -> Dossier:
    (found,) = [d for d in build_dossiers([m.reading() for m in makers]) if d.declarer == "XAA"]
    return found


def test_an_attack_by_those_meant_goes_beyond_the_overflight_that_a_line_names() -> None:
    m = ReadingMaker("XAA will not bear aircraft of XBB over the river. On 20 May XBB bombed Orst.", "2031-05-21", "A")
    xbb = m.actor("XBB", "XBB")
    m.commitment(
        "XAA will not bear aircraft of XBB over the river", "deterrent_warning", m.actor("XAA", "XAA"),
        protects="territory", trigger=m.trigger("aircraft of XBB over the river", "MOBILIZE", who=(xbb,)),
    )  # fmt: skip
    where = m.place("Orst", 40.1, 46.1, "XAA", states=("XAA", "XBB"), km=3.0)
    m.event("bombed", "ASSAULT", "aerial", actors=(xbb,), when=m.when("20 May", "2031-05-20"), where=where)
    (incident,) = dossier(m).incidents
    assert "graver than the MOBILIZE" in incident.slots[0].reason


def test_what_came_before_the_line_is_its_occasion_and_no_test() -> None:
    d = dossier(drawn())
    (incident,) = d.incidents
    assert incident.tests == ()
    slots = {s.slot: s for s in incident.slots}
    assert slots["when"].score == 0
    assert "before the line was drawn" in slots["when"].reason
    assert "3 km (± 3) from the XAA–XBB border" in slots["where"].reason
    assert [s.status for s in d.status] == ["active"]


def test_one_source_alleges_two_confirm_a_denial_conflicts() -> None:
    one = dossier(drawn(), shelled("B", "hit"))
    assert [i.tier for i in one.incidents] == ["conflicting", "alleged"]  # of the first, "XBB denies it"
    assert one.status[-1].status == "alleged_crossed"
    two = dossier(drawn(), shelled("B", "hit"), shelled("C", "struck"))
    assert two.incidents[-1].tier == "confirmed"
    assert two.incidents[-1].occurrence.origins == 2
    assert two.status[-1].status == "crossed"
    denied = dossier(drawn(), shelled("B", "hit"), shelled("C", "struck", "denied"))
    assert denied.incidents[-1].tier == "conflicting"
    assert {s.status for s in denied.status} == {"active", "alleged_crossed", "denied"}
    assert [c.field for c in denied.contradictions] == ["happened"]


def test_the_other_side_of_the_border_is_near_and_no_more() -> None:
    linked = link([drawn().reading(), shelled("B", "hit", country="XBB").reading()])
    incidents = {i.tier for d in build_dossiers(linked.readings) for i in d.incidents if i.tests}
    assert incidents <= {"near"}
    assert touches_of(linked) == ()


def test_a_far_town_of_another_country_is_no_incident() -> None:
    assert len(dossier(drawn(), shelled("B", "hit", country="XBB", km=200.0)).incidents) == 1


def test_a_warning_that_names_nothing_goes_with_the_line_that_the_same_acts_touch() -> None:
    m = ReadingMaker("The spokesman said: whoever harms our people will regret it.", "2031-05-30", "E")
    m.commitment(
        "whoever harms our people will regret it", "deterrent_warning", m.actor("The spokesman", "XAA"),
        protects="population", trigger=m.trigger("harms our people"),
    )  # fmt: skip
    readings = [x.reading() for x in (drawn(), shelled("B", "hit"), m)]
    (d,) = build_dossiers(readings)
    assert len(d.declarations) == 2
    assert "2 acts" in d.declarations[1].judgement.reason
    assert len(build_dossiers([drawn().reading(), m.reading()])) == 2


def test_soldiers_sent_are_a_response_with_its_lag() -> None:
    (response,) = dossier(drawn()).responses
    assert (response.by, response.kind, response.lag_days) == ("declarer", "military", 11)


def test_an_answer_of_the_other_side_counts_where_it_is_to_the_declarer() -> None:
    m = ReadingMaker("XBB thanked Ardo for his patience on 13 May.", "2031-05-13", "D")
    m.event(
        "thanked", "SUPPORT", None, quad="verbal_cooperation", actors=(m.actor("XBB", "XBB"),),
        recipients=(m.actor("Ardo", "XAA", name="Minister Ardo"),), when=m.when("13 May", "2031-05-13"),
    )  # fmt: skip
    answers = [r for r in dossier(drawn(), m).responses if r.by == "target"]
    assert [r.kind for r in answers] == ["verbal"]
    assert "Ardo" in answers[0].reason


def test_who_is_told_to_withdraw_and_refuses_in_another_report_has_answered() -> None:
    first = ReadingMaker("On 5 May XAA told XBB to withdraw the ship by Friday.", "2031-05-05", "A")
    first.event(
        "told", "REQUEST", "yield", quad="verbal_conflict", actors=(first.actor("XAA", "XAA"),),
        recipients=(first.actor("XBB", "XBB"),), when=first.when("5 May", "2031-05-05"),
    )  # fmt: skip
    meant = Inferred(first.actor("XBB", "XBB"), explicit=True, reason="named")
    first.commitment("withdraw the ship by Friday", "ultimatum", first.actor("XAA", "XAA"), addressees=(meant,))
    later = ReadingMaker("XBB rejected the demand of XAA on 7 May.", "2031-05-07", "B")
    later.event(
        "rejected", "REJECT", None, quad="verbal_conflict", actors=(later.actor("XBB", "XBB"),),
        recipients=(later.actor("XAA", "XAA"),), when=later.when("7 May", "2031-05-07"),
    )  # fmt: skip
    d = dossier(first, later)
    assert [(r.by, r.occurrence.type) for r in d.responses] == [("target", "REJECT")]
    assert "2 days after" in d.responses[0].reason


def test_it_carries_doubts_reports_and_origins_and_goes_through_json() -> None:
    d = dossier(drawn(), shelled("B", "hit"))
    assert [x.kind for _, x in d.doubts] == ["place_direction"]
    assert [r.outlet for r in d.reports] == ["A", "B"]
    assert len(d.origins) == 2
    assert from_json(Dossier, to_json(d)) == d


def test_readings_in_any_order_and_given_twice_make_the_same_dossiers() -> None:
    readings: list[Reading] = [m.reading() for m in (drawn(), shelled("B", "hit"), shelled("C", "struck"))]
    results = {build_dossiers([*order, order[0]]) for order in permutations(readings)}
    assert len(results) == 1


def test_nothing_to_build_from() -> None:
    assert build_dossiers([]) == ()


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not beside the checkout")
def test_the_seeds_dossier_shows_what_an_analyst_must_see() -> None:
    from vedette.pipeline import Reader

    reader = Reader()
    readings = [reader.read(path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    dossiers = [d for d in build_dossiers(readings) if d.declarer == "IRN"]
    border = max(dossiers, key=lambda d: len(d.declarations))
    speakers = {d.commitment.declarer.name.split()[-1] for d in border.declarations if d.commitment.declarer}
    assert {"Pakpoor", "Shekarchi", "Salami", "Khamenei"} <= speakers
    shekarchi = next(
        d for d in border.declarations if d.commitment.declarer and "Shekarchi" in d.commitment.declarer.name
    )
    assert shekarchi.date == date(2020, 10, 21)
    everyone = {d.commitment.declarer.name for x in dossiers for d in x.declarations if d.commitment.declarer}
    assert "Saeed Khatibzadeh" in everyone
    threat = next(
        d.commitment for x in dossiers for d in x.declarations
        if d.commitment.declarer and d.commitment.declarer.name == "Saeed Khatibzadeh"
    )  # fmt: skip
    assert threat.form == "conditional_threat"
    assert threat.trigger is not None
    assert threat.consequence is not None
    assert threat.specificity == 0
    assert any(i.occurrence.type == "ASSAULT" for i in border.incidents)
    kinds = {(r.by, r.occurrence.type) for r in border.responses}
    assert ("declarer", "MOBILIZE") in kinds
    assert ("target", "SUPPORT") in kinds
    assert any("only possible" in r.reason for r in border.responses)
    texts = {r.report.id: r.report.text for r in readings}
    for report, doubt in border.doubts:
        assert all(texts[report][s.start : s.end] == s.quote for _, s in spans_of(doubt))


def test_reasons_do_not_repeat_the_name_of_their_slot() -> None:
    (incident,) = dossier(drawn()).incidents
    assert all(not s.reason.startswith((s.slot, f"{s.slot.title()} ")) for s in incident.slots)
    assert incident.slots[0].reason.startswith("the one named (")
