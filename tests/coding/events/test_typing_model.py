from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from vedette.articles import report_from_text
from vedette.coding.events.finder import Finder
from vedette.coding.events.pair_features import features
from vedette.coding.events.pairs import tokens_of
from vedette.coding.events.roots import ROOTS
from vedette.coding.events.typing_model import log_odds, mix, root_of_pair
from vedette.tables.pair_types import Mixing, pair_weights
from vedette.tables.places import place_names

if TYPE_CHECKING:
    from vedette import Reader
    from vedette.record import Parsed


def _read(reader: Reader, text: str) -> Parsed:
    return reader.parser.parse(report_from_text(text))


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("For the embassy, relief goods from Ruritania to Borduria meant food and medical equipment.", "Ruritania",
         "Borduria", "AID"),
        ("In the Ruritanian capital, police turned dogs on opposition activists.", "police", "opposition activists",
         "ASSAULT"),
        ("For Ruritania, the evidence for the cyber intrusion leads to Borduria.", "Ruritania", "Borduria", "ACCUSE"),
        ("The Ruritanian envoy and the Bordurian premier were at the summit table, for talks on trade.",
         "The Ruritanian envoy", "the Bordurian premier", "CONSULT"),
    ],
)  # fmt: skip
def test_answers_where_the_lexicon_finds_no_frame(
    reader: Reader, text: str, source: str, target: str, expected: str
) -> None:
    parsed = _read(reader, text)
    assert not Finder(parsed).find()
    assert root_of_pair(parsed, source, target) == expected


def test_same_twice(reader: Reader) -> None:
    text = "Ruritania hinted to Borduria that the grain would stay in its silos."
    first, second = _read(reader, text), _read(reader, text)
    a, b = (tokens_of(first, w) for w in ("Ruritania", "Borduria"))
    assert list(features(first, a, b).items()) == list(features(second, a, b).items())
    assert root_of_pair(first, "Ruritania", "Borduria") == root_of_pair(second, "Ruritania", "Borduria")


def test_answers_for_phrases_that_the_text_lacks(reader: Reader) -> None:
    assert root_of_pair(_read(reader, "The road was quiet."), "Ruritania", "Borduria") in ROOTS


def test_names_are_no_features(reader: Reader) -> None:
    parsed = _read(reader, "France and Kenya asked the Turkish government to receive Maria Lopez in Ankara.")
    named = features(parsed, tokens_of(parsed, "France"), tokens_of(parsed, "the Turkish government"))
    words = {w for n in named for w in n.partition("=")[2].lower().split("_")}
    assert not words & {"france", "kenya", "turkish", "maria", "lopez", "ankara"}
    assert "p=ask" in named or "t=ask" in named


def test_no_weight_names_a_country_or_people() -> None:
    known = place_names()
    single = {w for w in (*known.names, *known.demonyms) if " " not in w}
    assert not [n for n in pair_weights().rows if single & set(n.partition("=")[2].split("_"))]


def test_log_odds_are_those_of_a_distribution() -> None:
    model = pair_weights()
    told = log_odds(
        model, {"t=arrest": 1.0, "p=arrest": 1.0, "w=arrest": 1.0, "kp=COERCE": 1.0, "no such feature": 1.0}
    )
    assert np.exp(told).sum() == pytest.approx(1.0)
    assert model.roots[int(told.argmax())] == "COERCE"


def test_the_lexicon_counts_for_more_the_better_its_event_fits(reader: Reader) -> None:
    parsed = _read(reader, "Ruritanian gunmen killed four Bordurian soldiers.")
    (found,) = Finder(parsed).find()
    flat = np.zeros(len(ROOTS))
    by = Mixing(model=1.0, fits=((-99, 1.0), (5.0, 2.0)), other=0.5, others=1)
    at = ROOTS.index("ASSAULT")
    scores = [mix(flat, ROOTS, [(fit + found.p, found)], by)[at] for fit in (0.0, 5.0)]
    assert scores == [1.0, 2.0]
    assert mix(flat, ROOTS, [(9.0, found), (0.0, found), (0.0, found)], by)[at] == 2.5
    assert not flat.any()
