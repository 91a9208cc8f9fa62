from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.tables.borders import borders


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [(35.7, 51.4, "IRN"), (39.8, 46.75, "AZE"), (39.3, 45.4, "AZE"), (40.2, 44.5, "ARM"), (48.86, 2.35, "FRA"),
     (-29.5, 28.5, "LSO"), (30.0, -40.0, None), (64.0, -150.0, "USA"), (54.7, 20.5, "RUS")],
)  # fmt: skip
def test_country_at(lat: float, lon: float, country: str | None) -> None:
    assert borders().country_at(lat, lon) == country


def test_neighbours() -> None:
    assert borders().neighbours("IRN") == ("AFG", "ARM", "AZE", "IRQ", "PAK", "TKM", "TUR")
    assert borders().neighbours("JPN") == ()


def test_frontier_between_two() -> None:
    found = borders().frontier("ARM", "IRN")
    assert found is not None
    assert found.lat == pytest.approx(38.9, abs=0.2)
    assert 10 < found.radius_km < 40
    assert borders().frontier("FRA", "JPN") is None
    assert borders().frontier("QQQ") is None


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_nearest_is_finite_and_lies_where_it_says(lat: float, lon: float) -> None:
    found = borders().nearest(round(lat, 3), round(lon, 3))
    if found is not None:
        assert math.isfinite(found.km)
        assert found.km >= 0
        assert found.states == tuple(sorted(found.states))


def test_lines_that_are_no_international_border() -> None:
    found = borders().nearest(45.9, 34.0)
    assert found is not None
    assert (found.name, found.basis) == ("Crimea line", "de_facto")
