"""Whose words a transcript's turns are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette import Reader

PRESS = """Regular press conference of the ministry, 18 June 2020

Q: Does Luria rule out force along the line?

A (spokesman Pavo Ren): We have seen the report. It is made up.

Q: And the cubs?

A: I understand the vote is close."""


def test_answers_are_those_of_whom_the_brackets_name(reader: Reader) -> None:
    reading = reader.read(PRESS, published="2020-06-18")
    names = {s.content[0].quote[:12]: s.chain[0].name for s in reading.statements}
    assert names["We have seen"] == "Pavo Ren"
    assert names["I understand"] == "Pavo Ren"
    assert names["Does Luria r"] == "Q"
    assert reading.report.outlet is None
