from __future__ import annotations

import msgspec
import pytest

from vedette.errors import TableError
from vedette.tables.codebook import Codebook, check, codebook

PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
)


def test_has_the_sixteen_types_in_the_order_of_their_quads() -> None:
    book = codebook()
    assert book.keys("event_types") == tuple(PLOVER.split())
    quads = [book.keys("quads").index(kind.quad) for kind in book.event_types]
    assert quads == sorted(quads)


def test_mends_the_two_known_faults_of_plover() -> None:
    assert codebook().event_type("SANCTION").quad == "material_conflict"
    assert codebook().event_type("ACCUSE").intensity == -3


def test_sizes_of_the_vocabularies() -> None:
    book = codebook()
    assert len(book.contexts) == 37
    assert len(book.sectors) == 32
    assert len(book.assertions) == 10
    assert len(book.forms) == 9
    assert book.keys("specificities") == (0, 1, 2, 3)
    assert book.keys("date_precisions") == (1, 2, 3, 4, 5)
    assert sum(len(kind.modes) for kind in book.event_types) == 68


def test_every_definition_is_a_sentence() -> None:
    raw = msgspec.to_builtins(codebook())
    terms = [t for vocabulary in raw.values() for t in vocabulary]
    terms += [m for kind in raw["event_types"] for m in kind["modes"]]
    assert all(t["definition"].endswith(".") for t in terms)


def test_consequences_hold_the_modes_of_threaten() -> None:
    book = codebook()
    assert {m.key for m in book.event_type("THREATEN").modes} <= set(book.keys("consequences"))


def test_codes_of_a_mode_and_of_a_type_without_one() -> None:
    book = codebook()
    assert book.cameo("ASSAULT", "heavy-weapons") == "194"
    assert book.cameo("ASSAULT", None) == "19"
    assert book.cameo("SANCTION", "convict") == "116"
    assert book.cameo("COERCE", "misinformation") is None
    assert book.intensity("RETREAT", "ceasefire") == 9.0
    with pytest.raises(KeyError):
        book.event_type("FIGHT")


def _changed(**fields: object) -> Codebook:
    raw = msgspec.to_builtins(codebook())
    return msgspec.convert(raw | fields, Codebook)


def test_a_key_that_stands_twice_is_an_error() -> None:
    term = {"key": "deter", "definition": "To keep something from being done."}
    with pytest.raises(TableError, match="aims has deter twice"):
        check(_changed(aims=[term, term]))


def test_an_unknown_quad_and_a_wild_intensity_are_errors() -> None:
    kind = {"key": "AGREE", "quad": "cosy", "intensity": 1, "cameo": "03", "definition": "It.", "modes": []}
    with pytest.raises(TableError, match="unknown quad"):
        check(_changed(event_types=[kind]))
    with pytest.raises(TableError, match="not within"):
        check(_changed(event_types=[kind | {"quad": "verbal_conflict", "intensity": 11}]))


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(msgspec.ValidationError, match="colour"):
        _changed(colour=[])
