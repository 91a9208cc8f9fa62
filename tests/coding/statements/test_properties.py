"""Whatever the text, its statements lie in it and hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedette.articles import report_from_text
from vedette.record import Grounding, spans_of

if TYPE_CHECKING:
    from vedette import Reader

PIECES = st.sampled_from(
    [
        "“We will answer,” ",
        '"We will answer," ',
        "he said. ",
        "the minister said",
        " that ",
        "If they fire, we fire",
        "\n",
        "\n\n",
        '"',
        "“",
        "”",
        "'",
        ": ",
        ", ",
        ". ",
        "according to the army",
        "Col. Arash Daneshvar told Mehrab News on Monday ",
        "his warning that ",
        "reportedly ",
        "was quoted as saying ",
        "accused them of shelling ",
        "the army",
        "described it as a red line",
        "hopes to ",
        "(AB)",
        "—",
        "was expected to ",
    ]
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(PIECES, min_size=1, max_size=20).map("".join))
def test_spans_parents_and_order(reader: Reader, text: str) -> None:
    parsed = reader.parser.parse(report_from_text(text))
    statements = reader.coder.statements.code(parsed, Grounding((), (), ()))
    assert reader.coder.statements.code(parsed, Grounding((), (), ())) == statements
    for path, span in spans_of(statements):
        assert text[span.start : span.end] == span.quote, path
    ids = [s.id for s in statements]
    assert len(set(ids)) == len(ids)
    starts = [s.content[0].start for s in statements]
    assert starts == sorted(starts)
    for s in statements:
        assert s.parent is None or s.parent in ids
        assert s.chain[-1].role == "outlet"
        assert all(a.end <= b.start for a, b in zip(s.content, s.content[1:], strict=False))
        assert 0 <= s.confidence <= 1
