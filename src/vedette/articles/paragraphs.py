"""The paragraphs of a text: lines, or blocks of lines where the text is wrapped by hand."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BLANK = re.compile(r"[^\S\n]*\n[^\S\n]*(?:\r?\n[^\S\n]*)+")
WRAP_MIN, WRAP_MAX = 45, 100
"""Columns at which text of agencies, mail and press archives is wrapped by hand."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text as offsets, without the white space around them, none of them empty."""
    if _is_wrapped(text):
        return _stripped(text, _blocks(text))
    return _stripped(text, [m.span() for m in _LINE.finditer(text)])


def _blocks(text: str) -> list[tuple[int, int]]:
    starts = [0, *(m.end() for m in _BLANK.finditer(text))]
    ends = [*(m.start() for m in _BLANK.finditer(text)), len(text)]
    return list(zip(starts, ends, strict=True))


def _is_wrapped(text: str) -> bool:
    """Whether lines break in mid-sentence at a right margin.

    True where most lines that another line follows at once fill the margin, and few of them end a sentence.
    """
    inner = [
        line.rstrip()
        for start, end in _blocks(text)
        for line in text[start:end].splitlines()[:-1]
        if line.strip()
    ]  # fmt: skip
    if len(inner) < 2:
        return False
    full = sum(WRAP_MIN <= len(line) <= WRAP_MAX for line in inner)
    stops = sum(line.endswith((".", "!", "?", ":", '"', "”")) for line in inner)
    return full >= 0.7 * len(inner) and stops <= 0.4 * len(inner)


def _stripped(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out = []
    for start, end in spans:
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if left < right:
            out.append((start + left, start + right))
    return out
