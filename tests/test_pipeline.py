"""What holds for every reading: evidence, schema, determinism."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import vedette
from vedette.errors import UnsupportedLanguage
from vedette.export.schema import reading_schema
from vedette.record import Reading, from_json, spans_of, to_json

if TYPE_CHECKING:
    from vedette import Reader

SCHEMA = jsonschema.Draft202012Validator(reading_schema())
EXAMPLES = sorted((Path(__file__).resolve().parents[1] / "examples").rglob("*.txt"))

PIECES = st.sampled_from(
    [
        "The defence ministry of Karvenia said on Monday that its troops had not crossed the river.",
        "“If one more shell falls on our soil,” Gen. Petar Zoric warned, “we will answer within the hour.”",
        "According to the KNA agency, at least 12 people, including a child, were wounded near Orvash in late March.",
        "ORVASH, March 14 (KNA) —",
        "He added that any crossing of the border would be a red line for Tehran.",
        "In this photo, soldiers stand guard.\nAP Photo/J. Doe",
        "Both sides blame each other.",
        "“We",
        "”",
        "...",
        "Jan. 32, 2091 -- 99 June 0000",
        "The U.S. and the U.K. said, Israel reported, that 100 miles northwest of Ardabil 3.5m fled.",
        "Leave a Comment",
        "\n",
        "\r\n\r\n",
        "\u202e\u200b",
        "🚀🚀",
        "a" * 300,
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=12).map(" ".join) | st.lists(PIECES).map("\n\n".join)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))


def check(reading: Reading) -> None:
    """Every span of every record lies in its text and equals its quote; ids are unique; the output fits its schema."""
    text = reading.report.text
    for path, span in spans_of(reading):
        assert 0 <= span.start < span.end <= len(text), path
        assert text[span.start : span.end] == span.quote, path
    for records in (
        reading.statements,
        reading.events,
        reading.commitments,
        reading.times,
        reading.places,
        reading.doubts,
    ):
        ids = [r.id for r in records]
        assert len(ids) == len(set(ids))
    SCHEMA.validate(reading.to_dict())
    assert from_json(Reading, to_json(reading)) == reading


@given(TEXTS, DAYS, st.none() | st.text(max_size=30))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_span_equals_its_quote(reader: Reader, text: str, day: date | None, title: str | None) -> None:
    try:
        reading = reader.read(text, published=day, title=title)
    except UnsupportedLanguage:
        return
    check(reading)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_examples(reader: Reader, path: Path) -> None:
    check(reader.read(path.read_text(encoding="utf-8")))


@pytest.mark.shared
def test_seeds(reader: Reader, shared: Path) -> None:
    seeds = sorted((shared / "seeds").glob("*.txt"))
    assert len(seeds) == 2
    for seed in seeds:
        check(reader.read(seed.read_text(encoding="utf-8")))


def test_same_input_same_bytes_in_any_order(reader: Reader) -> None:
    texts = [p.read_text(encoding="utf-8") for p in EXAMPLES[:4]]
    forward = [to_json(reader.read(t)) for t in texts]
    assert forward == [to_json(reader.read(t)) for t in reversed(texts)][::-1]


def test_slots_are_never_shared_between_reports(reader: Reader) -> None:
    first = to_json(reader.read("Iran warned Orvash on Monday."))
    reader.read("He added that it would act. The commander denied it.")
    assert to_json(reader.read("Iran warned Orvash on Monday.")) == first


def test_module_level_read_gives_plain_data() -> None:
    built: dict[str, Any] = vedette.read(
        "The minister said no.", published="2011-03-14", outlet="Orvash Post"
    ).to_dict()
    assert json.loads(json.dumps(built)) == built
    assert built["report"]["published"]["date"] == "2011-03-14"


def test_another_language_is_said() -> None:
    with pytest.raises(UnsupportedLanguage, match="ru"):
        vedette.read(
            "Министерство заявило в среду, что войска не пересекали границу, и обвинило соседей в обстреле. " * 3
        )
