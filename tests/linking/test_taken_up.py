"""Words that take up what was told or said before: denials, withdrawals, promises that are broken."""

from __future__ import annotations

from tests.factories import ReadingMaker
from vedette.linking import link, touches_of
from vedette.linking.denials import with_denials


def raid(after: str, outlet: str = "A", doer: str | None = "XBB") -> ReadingMaker:
    m = ReadingMaker(f"On 20 May troops of XBB raided Orst. {after}", "2031-05-21", outlet)
    actors = (m.actor("troops", doer, "MIL"),) if doer else ()
    m.event("raided", "ASSAULT", actors=actors, recipients=(m.actor("Orst", "XAA"),),
            when=m.when("20 May", "2031-05-20"), where=m.place("Orst", 40.1, 46.1, "XAA"))  # fmt: skip
    return m


def test_a_denial_that_takes_up_an_act_is_a_denied_telling_of_it() -> None:
    told = with_denials(raid("The troops of XBB denied it.").reading())
    assert [e.assertion for e in told] == ["asserted", "denied"]
    assert told[1].assertion_cue is not None
    assert told[1].assertion_cue.quote == "denied"
    story = with_denials(raid("The story is false, the troops say.").reading())
    assert [e.assertion for e in story] == ["asserted", "denied"]


def test_a_stranger_who_denies_a_part_denies_no_act() -> None:
    assert len(with_denials(raid("A third party denied any part in it.", doer=None).reading())) == 1
    assert len(with_denials(raid("The Ruritanian consul denied it.").reading())) == 1


def test_to_deny_somebody_something_is_no_denial() -> None:
    assert len(with_denials(raid("The troops denied them the bridge.").reading())) == 1


def threat(text: str, content: str, day: str, outlet: str) -> ReadingMaker:
    m = ReadingMaker(text, day, outlet)
    m.commitment(content, "conditional_threat", m.actor("Minister Ardo", "XAA", "GOV", kind="person"),
                 protects="territory")  # fmt: skip
    return m


def test_a_line_that_is_taken_back_is_withdrawn() -> None:
    words = "if boats cross the ford our guns will sink them"
    first = threat(f"Minister Ardo said that {words}.", words, "2031-05-02", "A")
    later = ReadingMaker("Minister Ardo said that the warning of last week no longer stands.", "2031-05-12", "B")
    (line,) = link([first.reading(), later.reading()]).lines
    assert [d.relation for d in line.declarations] == ["new", "withdraws"]


def test_a_promise_broken_by_who_gave_it_is_touched() -> None:
    words = "We will not raid the village of Orst"
    promise = ReadingMaker(f"{words}, Minister Brun of XBB said.", "2031-05-02", "A")
    promise.commitment(words, "assurance", promise.actor("Minister Brun", "XBB", "GOV", kind="person"))
    (touch,) = touches_of(link([promise.reading(), raid("").reading()]))
    assert touch.event.span.quote == "raided"
    assert not touches_of(link([promise.reading(), raid("", doer="XCC").reading()]))
