"""A text as word pieces, and the windows in which the encoder reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tokenizers import Tokenizer

CLS, SEP = 101, 102
"""Ids of BERT's vocabulary: the first piece of a window; the break between two paragraphs."""

WINDOW = 256
"""Pieces of a window, with its first; about nine sentences of news."""

OVERLAP = 64
"""Pieces that two windows share: those of the inner half are read in the later, those of the outer in the earlier."""


_BLANK = re.compile(r"[ \t\r\xa0]*\n[ \t\r\xa0]*\n\s*")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text, in its order.

    Attributes:
        ids: of the vocabulary; ``SEP`` between two paragraphs.
        starts, ends: characters of the text; those of a ``SEP`` are where the paragraph before it ends.
        cases: 0 lower case or no letter, 1 begins with a capital, 2 capitals only (the vocabulary is lower case).
    """

    ids: list[int]
    starts: list[int]
    ends: list[int]
    cases: list[int]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of pieces that is read at once.

    Attributes:
        first, last: its pieces (last exclusive).
        own_first, own_last: those of which it is the judge: what it finds elsewhere another window sees better.
    """

    first: int
    last: int
    own_first: int
    own_last: int


def pieces(tokenizer: Tokenizer, text: str, stretches: Sequence[tuple[int, int]]) -> Pieces:
    """The pieces of a text, of the stretches that are its paragraphs, given as characters."""
    out = Pieces([], [], [], [])
    coded = tokenizer.encode_batch([text[a:b] for a, b in stretches], add_special_tokens=False)
    for (base, end), encoding in zip(stretches, coded, strict=True):
        for piece, (a, b) in zip(encoding.ids, encoding.offsets, strict=True):
            out.ids.append(piece)
            out.starts.append(base + a)
            out.ends.append(base + b)
            out.cases.append(_case(text[base + a : base + b]))
        out.ids.append(SEP)
        out.starts.append(end)
        out.ends.append(end)
        out.cases.append(0)
    return out


def windows(count: int) -> Iterator[Window]:
    """The windows over a number of pieces."""
    room = WINDOW - 1
    first = 0
    while first < count:
        last = min(first + room, count)
        own_first = first + OVERLAP // 2 if first else 0
        own_last = last - OVERLAP // 2 if last < count else count
        yield Window(first, last, own_first, own_last)
        if last == count:
            return
        first = last - OVERLAP


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The stretches of a text between blank lines, as characters."""
    out, start = [], 0
    for gap in (*_BLANK.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            out.append((start, end))
        start = gap.end() if gap else end
    return out


def _case(word: str) -> int:
    if not word[:1].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1
