from __future__ import annotations

import pytest

from vedette.grounding.actors.lexicon import Lexicon
from vedette.grounding.actors.words import key, words


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The tables, indexed once."""
    return Lexicon()


def test_words_join_what_hyphens_and_dots_part() -> None:
    parts = words("U.S.-led al-Qa’ida fighters")
    assert [w.text for w in parts] == ["US", "led", "al", "Qa'ida", "fighters"]
    assert [w.hyphen for w in parts] == [False, True, False, True, False]


def test_words_keep_their_characters() -> None:
    phrase = "Türkiye's foreign ministry"
    assert all(phrase[w.start : w.end] for w in words(phrase))
    assert words(phrase)[0].text == "Turkiye"


def test_key_drops_the_article() -> None:
    assert key("the Kremlin") == "Kremlin"
    assert key("Côte d’Ivoire") == key("Cote d'Ivoire")


def test_the_longest_name_wins(lexicon: Lexicon) -> None:
    hits = lexicon.hits("Islamic Republic News Agency")
    assert [h.kind for h in hits] == ["body"]


def test_a_backer_is_blocked(lexicon: Lexicon) -> None:
    by_text = {h.text: h.blocked for h in lexicon.hits("Iran-backed pro-Syrian Iraqi militia")}
    assert by_text == {"Iran": True, "Syrian": True, "Iraqi": False, "militia": False}


def test_former_soviet_says_only_where_from(lexicon: Lexicon) -> None:
    assert lexicon.hits("the two former Soviet leaders")[-2].blocked
    assert not lexicon.hits("former Ivorian minister")[1].blocked


def test_short_titles_need_their_capital(lexicon: Lexicon) -> None:
    assert [h.text for h in lexicon.hits("Gen. Smith")] == ["Gen."]
    assert not lexicon.hits("gen smith")


def test_case_is_folded_where_it_tells_nothing(lexicon: Lexicon) -> None:
    assert lexicon.hits("shining path guerrillas", True)[0].kind == "body"
    assert [h.kind for h in lexicon.hits("shining path guerrillas")] == ["role"]
