from __future__ import annotations

import pytest

from vedette.linking.words import classes, lemma_of, shingles, stem, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("nominate", "nomination"), ("nominated", "nominee"), ("deploy", "deployment"), ("struck", "strike"),
     ("Hits", "hit"), ("explode", "explosions"), ("withdrew", "withdrawal")],
)  # fmt: skip
def test_verbs_and_their_nouns_share_a_stem_or_a_class(one: str, other: str) -> None:
    assert stem(one) == stem(other) or classes(one, "VERB") & classes(other, "NOUN")


def test_a_word_can_be_in_one_class_as_a_verb_and_in_another_as_a_noun() -> None:
    assert classes("fire", "VERB") & classes("sack", "VERB")
    assert not classes("fire", "NOUN") & classes("sack", "VERB")
    assert classes("fire", "NOUN") & classes("blaze", "NOUN")


def test_a_particle_makes_another_verb() -> None:
    assert classes("shoot", "VERB", "down") & classes("intercept", "VERB")
    assert not classes("shoot", "VERB", "down") & classes("gunfire", "NOUN")


def test_acts_that_have_nothing_in_common() -> None:
    assert not classes("visit", "VERB") & classes("kill", "VERB")


def test_lemmas_that_taggers_leave() -> None:
    assert lemma_of("Slain") == "slay"
    assert lemma_of("bridge") == "bridge"


def test_shingles() -> None:
    assert shingles(["a", "b"], 5) == {"a b"}
    assert shingles([], 5) == frozenset()
    assert len(shingles(words_of("The guns along the river fell silent at dawn."), 5)) == 5
