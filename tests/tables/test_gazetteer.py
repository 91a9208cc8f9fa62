from __future__ import annotations

import time

from vedette.tables.gazetteer import Gazetteer, gazetteer
from vedette.tables.toponyms import normalise


def test_spellings_meet() -> None:
    assert normalise("Khodā Āfarīn") == normalise("Khoda Afarin") == "khoda afarin"
    assert normalise("St. Petersburg") == normalise("Saint Petersburg")
    assert normalise("Nagorno-Karabakh") == normalise("Nagorno Karabakh")
    assert normalise("Xankəndi") == "xankandi"


def test_lookup_by_any_spelling_most_populous_first() -> None:
    found = gazetteer().lookup("Cordoba")
    assert found == gazetteer().lookup("CÓRDOBA")
    assert [e.population for e in found] == sorted((e.population for e in found), reverse=True)
    assert {"ARG", "ESP"} <= {e.country for e in found}


def test_divisions_above() -> None:
    entry = next(e for e in gazetteer().lookup("Springfield") if e.admin1 == "Illinois" and e.kind == "city")
    assert (entry.admin2, entry.country) == ("Sangamon County", "USA")


def test_unknown_and_empty() -> None:
    assert gazetteer().lookup("Qwertzuiopolis") == ()
    assert gazetteer().lookup("") == ()
    assert gazetteer().lookup(" '-. ") == ()


def test_opens_fast_and_has_all() -> None:
    start = time.perf_counter()
    opened = Gazetteer()
    assert time.perf_counter() - start < 0.3
    assert len(opened) > 250_000
    assert opened.entry(len(opened) - 1).kind == "admin2"
