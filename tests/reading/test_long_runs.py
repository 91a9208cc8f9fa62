import re

import pytest

from vedette.articles import report_from_text
from vedette.reading.sentences import segments


@pytest.mark.parametrize("sign", ["&", "<", "x", "…"])
def test_a_run_without_white_space_is_cut_for_the_tokenizer(sign: str) -> None:
    """The tokenizer's time grows with the square of a word's length: 20,000 signs took it minutes."""
    report = report_from_text("Troops crossed the river on Monday. " + sign * 20_000)
    pieces = [report.text[start:end] for start, end, _, _ in segments(report)]
    assert "".join(pieces) == report.text
    assert all(len(word) <= 1000 for piece in pieces for word in re.findall(r"\S+", piece))


def test_prose_is_not_cut() -> None:
    report = report_from_text("Troops crossed the river on Monday, " * 200)
    assert len(list(segments(report))) == 1
