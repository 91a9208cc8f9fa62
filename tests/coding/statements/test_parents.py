"""Through whom a statement comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vedette.articles import report_from_text
from vedette.record import Grounding

if TYPE_CHECKING:
    from vedette import Reader
    from vedette.record import Statement


def told(reader: Reader, text: str) -> list[Statement]:
    parsed = reader.parser.parse(report_from_text(text, outlet="Harbour Post"))
    return list(reader.coder.statements.code(parsed, Grounding((), (), ())))


def chain(statement: Statement) -> list[str | None]:
    return [link.name for link in statement.chain]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "Radio Sahra reported that the governor, Idris Kone, had warned of famine in the north.",
            "famine",
            ["Idris Kone", "Radio Sahra", "Harbour Post"],
        ),
        (
            "Mehrab News, quoting Colonel Arash Daneshvar, said that two posts had been shelled.",
            "two posts",
            ["Arash Daneshvar", "Mehrab News", "Harbour Post"],
        ),
        (
            "“The pass is ours,” Colonel Arash Daneshvar said, Mehrab News reported.",
            "The pass is ours",
            ["Arash Daneshvar", "Mehrab News", "Harbour Post"],
        ),
        (
            "Dario Melk, the mayor, said that residents had told him that the bridge was mined.",
            "the bridge was mined",
            ["residents", "Dario Melk", "Harbour Post"],
        ),
        (
            "The ministry said the road was open. Dario Melk, the mayor, said it was closed.",
            "it was closed",
            ["Dario Melk", "Harbour Post"],
        ),
    ],
)
def test_chains(reader: Reader, text: str, words: str, names: list[str]) -> None:
    held = [s for s in told(reader, text) if any(words in c.quote for c in s.content)]
    innermost = max(held, key=lambda s: len(s.chain))
    assert chain(innermost) == names


def test_who_is_cited_lies_within_who_cites(reader: Reader) -> None:
    statements = told(reader, "Mehrab News, quoting Colonel Arash Daneshvar, said that two posts had been shelled.")
    by_name = {s.chain[0].name: s for s in statements}
    inner, outer = by_name["Arash Daneshvar"], by_name["Mehrab News"]
    assert inner.parent == outer.id
    assert outer.parent is None


def test_parents_lead_outwards(reader: Reader) -> None:
    text = (
        "Radio Sahra, citing Mehrab News, said the governor had denied that his men had told villagers that the wells "
        "were poisoned. “They said it themselves,” an elder told Radio Sahra, according to Mehrab News."
    )
    statements = told(reader, text)
    by_id = {s.id: s for s in statements}
    for s in statements:
        seen, at = {s.id}, s.parent
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = by_id[at].parent
        assert len(s.chain) <= len(seen) + 1
