"""Whatever the text, what is read lies in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.articles import report_from_text
from vedette.record import spans_of

if TYPE_CHECKING:
    from vedette import Reader
    from vedette.record import Parsed

PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "``",
        "''",
        "\n",
        "\n\n",
        " ",
        ", ",
        ". ",
        ": ",
        " — ",
        "(",
        ")",
        "IRGC",
        "The general said",
        " he added",
        "Gen. Arash Daneshvar",
        "according to Mehrab News",
        " that ",
        "the Ministry of Defence (MOD)",
        "x",
        "\xa0",
        "\t",
        "«",
        "»",
        "„",
        "rockets' range",
        "it's",
        "5'10\"",
        "Ünal",
        "…",
        "\u2028",
        "🙂",
        "12 dead",
        "?",
        "!",
        "If they fire,",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map("".join)


def check(parsed: Parsed) -> None:
    text = parsed.report.text
    for path, span in spans_of((parsed.mentions, parsed.quotations)):
        assert text[span.start : span.end] == span.quote, path
    n = len(parsed.tokens)
    assert len(parsed.mention_of) == len(parsed.children) == n
    for token in parsed.tokens:
        assert text[token.start : token.end] == token.text
        assert parsed.sentences[token.sent].first <= token.i < parsed.sentences[token.sent].last
    for index, mention in enumerate(parsed.mentions):
        assert mention.first <= mention.head < mention.last
        assert index in parsed.entities[mention.entity].mentions
    assert sorted(i for e in parsed.entities for i in e.mentions) == list(range(len(parsed.mentions)))
    for quotation in parsed.quotations:
        assert quotation.span.covers(quotation.inner)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_everything_lies_in_the_text(reader: Reader, text: str) -> None:
    parsed = reader.parser.parse(report_from_text(text))
    check(parsed)
    assert reader.parser.parse(parsed.report) == parsed


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_any_characters(reader: Reader, text: str) -> None:
    check(reader.parser.parse(report_from_text(text)))
