from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from vedette.articles import report_from_text
from vedette.coding.events.finder import Finder
from vedette.reading import Parser
from vedette.tables.events import check_code

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Wanted:
    code: str
    actors: frozenset[str]
    recipients: frozenset[str]

    @classmethod
    def of(cls, line: str) -> Wanted:
        left, _, right = line.partition(" > ")
        code, *actors = left.split()
        return cls(code, frozenset(actors), frozenset(right.split()))


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def test_covers_every_type_and_enough_sentences() -> None:
    types = {Wanted.of(line).code.partition("/")[0] for case in CASES for line in case["events"]}
    assert len(CASES) >= 150
    assert len(types) == 16
    for case in CASES:
        for line in case["events"]:
            check_code(Wanted.of(line).code, "cases.yaml")


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:50] for c in CASES])
def test_events_of(case: dict[str, Any], parser: Parser) -> None:
    parsed = parser.parse(report_from_text(case["text"]))
    found = Finder(parsed).find()
    wanted = [Wanted.of(line) for line in case["events"]]
    codes = sorted(f"{f.kind}/{f.mode}" if f.mode else f.kind for f in found)
    assert codes == sorted(w.code for w in wanted)
    for want in wanted:
        roles = [
            ({parsed.tokens[i].text for i in f.actors + (f.recipients if f.mutual else ())},
             {parsed.tokens[i].text for i in f.recipients})
            for f in found
            if want.code == (f"{f.kind}/{f.mode}" if f.mode else f.kind)
        ]  # fmt: skip
        assert any(want.actors <= a and want.recipients <= r for a, r in roles), roles
