from __future__ import annotations

import math

import pytest

from vedette.grounding.places.atlas import features
from vedette.tables import load_csv
from vedette.tables.actors import countries
from vedette.tables.places import (
    CountryPoint,
    DemonymRow,
    DisputeRow,
    PlaceRow,
    StateRow,
    place_names,
    place_words,
)
from vedette.tables.toponyms import normalise

CODES = {c.code for c in countries()} | {p.code for p in load_csv("places_countries.csv", CountryPoint)}


def test_rows_hold_together() -> None:
    rows = load_csv("places.csv", PlaceRow)
    disputes = {d.key for d in load_csv("places_disputes.csv", DisputeRow)}
    assert len(rows) > 600
    assert len({r.name for r in rows}) == len(rows)
    for row in rows:
        assert -90 <= row.lat <= 90
        assert -180 <= row.lon <= 180
        assert (row.lat, row.lon) != (0, 0)
        assert row.radius_km > 0
        assert row.country is None or row.country in CODES, row.name
        assert row.dispute is None or row.dispute in disputes, row.name


def test_every_country_has_a_point() -> None:
    points = {p.code for p in load_csv("places_countries.csv", CountryPoint)}
    lacking = [c.code for c in countries() if not {c.code, *c.successor} & points]
    assert lacking in ([], ["ANT"])


def test_claimants_are_known() -> None:
    for row in load_csv("places_disputes.csv", DisputeRow):
        assert set(row.claimants) <= CODES, row.key
        assert row.sentence.endswith(".")


def test_demonyms_name_places() -> None:
    names = {r.name for r in load_csv("places.csv", PlaceRow)} | {
        r.name for r in load_csv("places_states.csv", StateRow)
    }
    assert [
        r.name
        for r in load_csv("places_demonyms.csv", DemonymRow)
        if r.name not in names | {"London", "Moscow", "Paris"}
    ] == []


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Artsakh", ["vedette:nagorno-karabakh"]), ("Georgia", ["vedette:USA-GA", "iso3166:GEO"]),
        ("Ky.", ["vedette:USA-KY"]), ("Kosovo", ["vedette:kosovo"]), ("Republic of Congo", ["iso3166:COG"]),
    ],
)  # fmt: skip
def test_names(name: str, ids: list[str]) -> None:
    assert [p.id for p in place_names().names[normalise(name)]] == ids


def test_words_are_lower_case() -> None:
    words = place_words()
    for group in (words.locative, words.never, words.doubtful, words.bodies, words.streets):
        assert all(w == w.lower() for w in group)
    assert all(0 <= d < 360 for d in words.compass.values())


def test_every_own_name_can_be_looked_up() -> None:
    for name in place_names().names:
        assert all(math.isfinite(f.prior) for f in features(name))
