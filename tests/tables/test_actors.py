from __future__ import annotations

from collections import Counter

from babel import core

from vedette.tables.actors import bodies, countries, cues, holders, media_names, peoples, role_table, roles
from vedette.tables.codebook import codebook


def test_country_codes_are_unique_and_iso_agrees() -> None:
    rows = countries()
    assert max(Counter(r.code for r in rows).values()) == 1
    iso = core.get_global("territory_aliases")
    own = {r.code for r in rows if r.code not in iso}
    assert all(iso[r.code] == [r.alpha2] for r in rows if r.kind == "state" and r.code not in own)
    assert {"XNK", "XAB", "XSO", "XTN", "XSL", "XNC", "XDN", "XLN", "XKX"} <= own


def test_successors_and_kin_are_countries() -> None:
    codes = {r.code for r in countries()}
    for row in countries():
        assert set(row.successor) <= codes
        assert not row.kin or row.kin in codes


def test_bodies_have_one_id_a_known_country_and_known_sectors() -> None:
    codes, sectors = {r.code for r in countries()}, set(codebook().keys("sectors"))
    assert max(Counter(r.id for r in bodies()).values()) == 1
    for row in bodies():
        assert not row.country or row.country in codes, row
        assert row.sectors, row
        assert set(row.sectors) <= sectors, row
        assert not row.authority or row.authority in codebook().keys("authorities"), row
        assert row.id.startswith(f"{row.country or 'INT'}.{row.sectors[0]}."), row
        assert (row.start or 0) <= (row.end or 9999), row


def test_holders_are_of_known_countries_and_in_order() -> None:
    codes, sectors = {r.code for r in countries()}, set(codebook().keys("sectors"))
    assert len(holders()) >= 300
    for row in holders():
        assert not row.country or row.country in codes, row
        assert set(row.sectors) <= sectors, row
        assert not row.authority or row.authority in codebook().keys("authorities"), row
        assert (row.start or 0) <= (row.end or 9999), row


def test_peoples_are_of_known_countries() -> None:
    codes = {r.code for r in countries()}
    assert all(not p.country or p.country in codes for p in peoples())


def test_no_role_is_listed_twice() -> None:
    nouns = Counter(noun for group in role_table().groups for noun in group.nouns)
    assert [n for n, k in nouns.items() if k > 1] == []


def test_roles_speak_the_codebook() -> None:
    book = codebook()
    for noun, role in roles().items():
        assert set(role.sectors) <= set(book.keys("sectors")), noun
        assert role.authority is None or role.authority in book.keys("authorities"), noun
        assert role.kind in {"person", "group", "organisation", "state"}, noun


def test_forms_of_roles() -> None:
    held = roles()
    assert held["lt. col."].noun == "lieutenant colonel"
    assert held["foreign ministers"].plural
    assert held["policemen"].noun == "policeman"
    assert held["commanders-in-chief"].noun == "commander-in-chief"
    assert held["defence ministry"].code == held["ministry of defense"].code == "MOD"
    assert held["ministers of defence"].authority == "minister"
    assert not held["troops"].plural


def test_names_of_outlets_are_folded() -> None:
    assert {"tasnim news agency", "tass", "associated press"} <= media_names()


def test_cues_are_lower_case() -> None:
    table = cues()
    for name in table.__struct_fields__:
        assert all(word == word.lower() for word in getattr(table, name)), name
