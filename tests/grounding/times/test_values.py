"""Values against the day of the report, 15 March 2023, a Wednesday."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.grounding.times.conftest import Resolve

CASES = [
    # calendar dates
    ("The raid took place on March 3, the ministry said.", "March 3", "DATE", "2023-03-03"),
    ("Talks will resume on March 20 in Vell.", "March 20", "DATE", "2023-03-20"),
    ("The bridge was hit on 12 August 2022.", "12 August 2022", "DATE", "2022-08-12"),
    ("The bridge was hit on the 12th of August, 2022.", "the 12th of August, 2022", "DATE", "2022-08-12"),
    ("The law was signed on 2022-11-30.", "2022-11-30", "DATE", "2022-11-30"),
    ("It was stamped 12-Aug-2022 at the gate.", "12-Aug-2022", "DATE", "2022-08-12"),
    ("Protests began in May.", "May", "DATE", "2022-05"),
    ("The army may march in March.", "March", "DATE", "2023-03"),
    ("The Oct. 7 attack changed everything.", "Oct. 7", "DATE", "2022-10-07"),
    ("The 7 October attack changed everything.", "7 October", "DATE", "2022-10-07"),
    ("The 15 January 2020 strike hit the port.", "15 January 2020", "DATE", "2020-01-15"),
    ("Exports fell in the last quarter of 2021.", "the last quarter of 2021", "DATE", "2021-Q4"),
    ("It was 9.30am on Sept 1st, 1939.", "9.30am on Sept 1st, 1939", "TIME", "1939-09-01T09:30"),
    ("The pact of 1648 ended a war.", "1648", "DATE", "1648"),
    ("In AD 79 the mountain burst.", "AD 79", "DATE", "0079"),
    ("In 44 BC the consul died.", "44 BC", "DATE", "BC0044"),
    ("The border was quiet in the mid-1990s.", "the mid-1990s", "DATE", "199"),
    ("Trade grew during the '90s.", "the '90s", "DATE", "199"),
    ("Forts of the 19th century still stand.", "the 19th century", "DATE", "18"),
    ("Exports fell in the third quarter of last year.", "the third quarter of last year", "DATE", "2022-Q3"),
    ("Spending rose in FY2021.", "FY2021", "DATE", "2021"),
    ("Losses mounted in the first half of 2022.", "the first half of 2022", "DATE", "2022-H1"),
    ("Prices rose in the winter of 2021-22.", "the winter of 2021-22", "DATE", "2021-WI"),
    ("On Tuesday the 14th they parted.", "Tuesday the 14th", "DATE", "2023-03-14"),
    ("They were last seen on Christmas Eve 2022.", "Christmas Eve 2022", "DATE", "2022-12-24"),
    # against the report's day
    ("The envoy spoke on Wednesday.", "Wednesday", "DATE", "2023-03-15"),
    ("The envoy spoke on Thursday.", "Thursday", "DATE", "2023-03-09"),
    ("The envoy will speak on Thursday.", "Thursday", "DATE", "2023-03-16"),
    ("Talks resume on Thursday.", "Thursday", "DATE", "2023-03-16"),
    ("The envoy plans to speak on Thursday.", "Thursday", "DATE", "2023-03-16"),
    ("The vote is set for next Tuesday.", "next Tuesday", "DATE", "2023-03-21"),
    ("The vote took place last Wednesday.", "last Wednesday", "DATE", "2023-03-08"),
    ("He gave them until Sunday to leave.", "Sunday", "DATE", "2023-03-19"),
    ("Yesterday the guns were silent.", "Yesterday", "DATE", "2023-03-14"),
    ("The dam broke last month.", "last month", "DATE", "2023-02"),
    ("The dam broke last week.", "last week", "DATE", "2023-W10"),
    ("The summit is set for early next week.", "early next week", "DATE", "2023-W12"),
    ("They met a year ago.", "a year ago", "DATE", "2022"),
    ("They met two weeks ago.", "Two weeks ago".lower(), "DATE", "2023-W09"),
    ("They met ten days ago.", "ten days ago", "DATE", "2023-03-05"),
    ("They met a year and a half ago.", "a year and a half ago", "DATE", "2021-09"),
    ("It lapses at the end of the month.", "the end of the month", "DATE", "2023-03"),
    ("They met a year ago today.", "a year ago today", "DATE", "2022-03-15"),
    ("On May 5 the fort fell.", "May 5", "DATE", "2022-05-05"),
    ("The board declared a dividend payable May 5.", "May 5", "DATE", "2023-05-05"),
    ("The truce was extended to April 2.", "April 2", "DATE", "2023-04-02"),
    ("The truce held until 12 March.", "12 March", "DATE", "2023-03-12"),
    ("The minister will visit Vell on Friday and return on Monday.", "Monday", "DATE", "2023-03-20"),
    ("Luria demanded that the rebels withdraw by Friday.", "Friday", "DATE", "2023-03-17"),
    ("The general told them to leave the valley by Friday.", "Friday", "DATE", "2023-03-17"),
    ("They had left the valley by Friday.", "Friday", "DATE", "2023-03-10"),
    ("It had been due to expire on Friday.", "Friday", "DATE", "2023-03-10"),
    ("The court has scheduled a hearing on Friday.", "Friday", "DATE", "2023-03-17"),
    ("Payments stop by end-March.", "end-March", "DATE", "2023-03"),
    ("It was the summer of last year.", "the summer of last year", "DATE", "2022-SU"),
    ("They had fled last summer.", "last summer", "DATE", "2022-SU"),
    # against the last date
    ("On Friday they crossed; two days later they fled.", "two days later", "DATE", "2023-03-12"),
    ("The war began in 1992. In the following year it spread.", "the following year", "DATE", "1993"),
    ("He left on 3 March; the previous day he had sold his house.", "the previous day", "DATE", "2023-03-02"),
    ("They met on 3 March and talked again that day.", "that day", "DATE", "2023-03-03"),
    # times of day
    ("The siren went off at 5:30 a.m. on Monday.", "5:30 a.m. on Monday", "TIME", "2023-03-13T05:30"),
    ("It began at 9pm on Saturday.", "9pm on Saturday", "TIME", "2023-03-11T21:00"),
    ("It was the second strike since Friday night.", "Friday night", "TIME", "2023-03-10TNI"),
    ("The convoy left in the early hours of Sunday.", "the early hours of Sunday", "TIME", "2023-03-12TMO"),
    ("Shells fell this morning.", "this morning", "TIME", "2023-03-15TMO"),
    # durations and sets
    ("The curfew begins at 1800 hours.", "1800 hours", "TIME", "2023-03-15T18:00"),
    ("The train left at 7.50 pm on February 22.", "7.50 pm on February 22", "TIME", "2023-02-22T19:50"),
    ("A three-year war followed.", "three-year", "DURATION", "P3Y"),
    ("Six months of talks failed.", "Six months", "DURATION", "P6M"),
    ("They waited for two and a half hours.", "two and a half hours", "DURATION", "PT2H30M"),
    ("They waited 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
    ("He was gone for several days.", "several days", "DURATION", "PXD"),
    ("Patrols go out every week.", "every week", "SET", "P1W"),
    ("The council meets every Thursday.", "every Thursday", "SET", "XXXX-WXX-4"),
    ("They report annually.", "annually", "SET", "P1Y"),
    # fluid
    ("The town is now empty.", "now", "DATE", "PRESENT_REF"),
    ("They recently returned.", "recently", "DATE", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), CASES)
def test_type_and_value(resolve: Resolve, text: str, words: str, kind: str, value: str) -> None:
    _, times, _ = resolve(text)
    assert (words, kind, value) in [(t.span.quote, t.type, t.value) for t in times]


@pytest.mark.parametrize(
    "text",
    [
        "He will visit April Jones, and Theresa May may come.",
        "They listen to 990 AM and read Last Mile.",
        "The 34-year-old soldier and a 6-year-old child were wounded.",
        "The boy is nine years old, the girl of six years was hurt.",
        "He fired 2000 rounds at 1500 troops and paid $1990.",
        "The Sunday Times denied it, and the May family sued.",
        "You may march if you must.",
        "They sheltered 1,200 people in 1200 tents.",
        "The second half was better, and a quarter of them left.",
    ],
)
def test_no_times(resolve: Resolve, text: str) -> None:
    _, times, _ = resolve(text)
    assert [t.span.quote for t in times] == []


def test_history_goes_by_its_own_dates(resolve: Resolve) -> None:
    text = (
        "The war began in March 1821. In May the coast fell, and in 1822 the fleet came. The siege of 1823 failed. "
        "On 3 January 1824 a truce was signed; it held until June. In 1825 the raids went on. "
        "A second truce, in December 1826, lasted. In February the garrison left."
    )
    _, times, _ = resolve(text, "2011-05-05")
    values = {t.span.quote: t.value for t in times}
    assert values["May"] == "1821-05"
    assert values["June"] == "1824-06"
    assert values["February"] == "1827-02"


def test_asides_do_not_move_the_thread_of_a_history(resolve: Resolve) -> None:
    text = (
        "The siege began on 10 March 1875. A book of 1902 describes it. On 11 March the wall fell. "
        "The governor, elected two years earlier, fled in April. In 1876 peace came; by December 1877 walls stood.\n"
        "The towns of 1701, 1702, 1703, 1704 and 1705 had been smaller. In May the market opened."
    )
    _, times, _ = resolve(text, "2011-05-05")
    values = {t.span.quote: t.value for t in times}
    assert values["11 March"] == "1875-03-11"
    assert values["two years earlier"] == "1873"
    assert values["April"] == "1875-04"
