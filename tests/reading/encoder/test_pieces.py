from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from vedette.reading.encoder.encoder import plain
from vedette.reading.encoder.onnx import MODELS, VOCABULARY
from vedette.reading.encoder.pieces import OVERLAP, SEP, WINDOW, paragraphs, pieces, windows

TOKENIZER = plain(Tokenizer.from_file(str(MODELS / VOCABULARY)))


@given(count=st.integers(0, 3000))
def test_every_piece_has_one_judge(count: int) -> None:
    judged: list[int] = []
    for w in windows(count):
        assert w.first <= w.own_first <= w.own_last <= w.last
        assert w.last - w.first <= WINDOW - 1
        judged.extend(range(w.own_first, w.own_last))
    assert judged == list(range(count))


def test_neighbours_are_seen_on_both_sides() -> None:
    spread = list(windows(1000))
    for before, after in pairwise(spread):
        assert before.last - after.first == OVERLAP
        assert after.own_first - after.first == before.last - before.own_last == OVERLAP // 2


def test_pieces_keep_offsets_and_case() -> None:
    text = "TASS said\n\nÉmile Zoë left."
    split = pieces(TOKENIZER, text, paragraphs(text))
    words = [text[a:b] for a, b in zip(split.starts, split.ends, strict=True)]
    assert split.ids.count(SEP) == 2
    assert "".join(words) == "TASSsaidÉmileZoëleft."
    assert split.cases[0] == 2
    assert split.cases[words.index("said")] == 0
    assert split.cases[words.index("left")] == 0


@given(text=st.text(max_size=200))
def test_any_text(text: str) -> None:
    stretches = paragraphs(text)
    split = pieces(TOKENIZER, text, stretches)
    assert all(0 <= a <= b <= len(text) for a, b in zip(split.starts, split.ends, strict=True))
    assert split.ids.count(SEP) >= len(stretches)


def test_paragraphs_are_parted_by_blank_lines() -> None:
    text = "One\nline\n \nTwo\n\n\n"
    assert [text[a:b] for a, b in paragraphs(text)] == ["One\nline", "Two"]
    assert paragraphs(" \n\n ") == []
