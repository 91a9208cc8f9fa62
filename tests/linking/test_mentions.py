"""Stories and event mentions on parsed text."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from vedette.articles import report_from_text
from vedette.linking import Company, company, mention_groups, story_groups
from vedette.linking.mentions import SAME_EVENT, judge
from vedette.linking.rarity import Rarity
from vedette.reading import Parser

if TYPE_CHECKING:
    from vedette.record import Parsed

FERRY_1 = (
    "A ferry sank off Port Maril on Monday, drowning nine passengers. Captain Odo Brenk said that the Gull had hit a "
    "reef. Divers from Maril searched the wreck of the Gull until dusk, and the harbour office closed the reef channel."
)
FERRY_2 = (
    "Nine passengers drowned when the ferry Gull went down near Port Maril. Odo Brenk, its captain, blamed a reef that "
    "the charts of Maril do not show. The harbour office sent divers to the wreck."
)
FERRY_3 = (
    "Captain Brenk of the Gull must answer for nine drowned passengers, the prosecutor in Port Maril said. "
    "The ferry hit a reef in the Maril channel on Monday."
)
STRIKE_1 = (
    "Bakers in Tollen walked out on Friday over night pay. Union head Sela Rist told the bakers of Tollen that the "
    "walkout would last until the guild doubled the night rate."
)
STRIKE_2 = (
    "The bakers' walkout in Tollen entered its second day. The guild will not double night pay, it said, and Sela Rist "
    "of the union promised more walkouts. Bread in Tollen sold out at dawn."
)
STRIKE_3 = (
    "Union head Rist and the guild met in Tollen over night pay for bakers, a day after the walkout emptied shelves."
)


@cache
def parser() -> Parser:
    return Parser()


def parse(text: str) -> Parsed:
    return parser().parse(report_from_text(text, published="2031-06-01"))


def mention(text: str, words: str) -> Company:
    parsed = parse(text)
    start = text.index(words)
    made = company(parsed, start, start + len(words))
    assert made is not None
    return made


def score(a: Company, b: Company) -> float:
    return judge(a, b, Rarity([a.context, b.context])).score


def test_reports_of_two_stories_fall_into_two_groups_in_any_order() -> None:
    texts = [FERRY_1, STRIKE_1, FERRY_2, STRIKE_2, FERRY_3, STRIKE_3]
    groups = story_groups([parse(t) for t in texts])
    assert sorted(sorted(g) for g in groups) == [[0, 2, 4], [1, 3, 5]]
    backwards = story_groups([parse(t) for t in reversed(texts)])
    assert sorted(sorted(5 - i for i in g) for g in backwards) == [[0, 2, 4], [1, 3, 5]]


def test_a_mention_keeps_company() -> None:
    made = mention("The rebels of Orvane shelled the bridge on Friday.", "shelled")
    assert made.stem == mention("Shelling went on.", "Shelling").stem
    assert "rebel" in made.agents
    assert "bridge" in made.patients
    assert "friday" in made.times


@pytest.mark.parametrize(
    ("text", "words", "agent"),
    [
        ("The bridge was shelled by rebels.", "shelled", "rebel"),
        ("The shelling of the bridge by rebels went on.", "shelling", "rebel"),
        ("Rebels entered the town and shelled the bridge.", "shelled", "rebels"),
    ],
)
def test_who_acts_in_the_passive_in_a_noun_and_after_and(text: str, words: str, agent: str) -> None:
    assert {agent, agent.rstrip("s")} & mention(text, words).agents


def test_a_pronoun_has_the_company_of_whom_it_stands_for() -> None:
    made = mention("General Odo Brenk came to Maril. He warned the guild.", "warned")
    assert "brenk" in made.agents


def test_one_act_in_two_words_and_two_acts_in_one_story() -> None:
    sank = mention(FERRY_1, "sank")
    down = mention(FERRY_2, "went down")
    assert score(mention(FERRY_1, "searched"), sank) == 0
    assert (
        score(mention("Police arrested the mayor.", "arrested"), mention("The mayor's arrest shook us.", "arrest"))
        > SAME_EVENT
    )
    assert score(sank, down) >= 0


def test_the_same_verb_of_saying_by_others_is_another_event() -> None:
    one = mention("The mayor said that the bridge is safe.", "said")
    other = mention("The engineer said that the bridge is rotten.", "said")
    same = mention("The bridge will hold, the mayor said.", "said")
    assert score(one, other) < SAME_EVENT <= score(one, same)


def test_groups_do_not_reach_over_stories_and_do_not_depend_on_order() -> None:
    texts = [
        "Police arrested the mayor of Tollen.",
        "The arrest of the Tollen mayor came at dawn.",
        "Police arrested a thief.",
    ]
    made = [mention(t, "arrest") for t in texts]
    stories = {made[0].key[0]: 0, made[1].key[0]: 0, made[2].key[0]: 1}
    assert {frozenset(g) for g in mention_groups(made, stories)} == {frozenset({0, 1}), frozenset({2})}
    flipped = mention_groups(made[::-1], stories)
    assert {frozenset(2 - i for i in g) for g in flipped} == {frozenset({0, 1}), frozenset({2})}


def test_nothing_parsed_gives_no_company() -> None:
    assert company(parse("Fire."), 4, 5) is None


def test_groups_cover_all_mentions_once() -> None:
    parsed = parse(FERRY_1)
    spans = [(t.start, t.end) for t in parsed.tokens if t.pos == "VERB"]
    made = [c for s in spans if (c := company(parsed, *s)) is not None]
    groups = mention_groups(made, {parsed.report.id: 0})
    flat = sorted(i for g in groups for i in g)
    assert flat == list(range(len(made)))
    assert all(a != b for a, b in pairwise(flat))
