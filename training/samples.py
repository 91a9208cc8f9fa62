"""Documents with marked attributions as windows of word pieces with labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.reading.encoder.cues import AFTER, BEFORE
from vedette.reading.encoder.pieces import CLS, Pieces, paragraphs, pieces, windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tokenizers import Tokenizer

    from vedette.reading.encoder.pieces import Window

Chars = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as marked: characters of its parts; kind and stance where the corpus gives them."""

    source: Chars
    cue: Chars
    content: Chars
    kind: str | None = None
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its attributions."""

    id: str
    text: str
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One cue of a window: stretch of the window that is read, and labels for its pieces.

    Attributes:
        first, last: pieces of the window (its first piece, ``CLS``, is 0).
        cue, source, content: 0 or 1 for each of these pieces.
        kind, stance: names; None where the corpus has none.
    """

    first: int
    last: int
    cue: list[int]
    source: list[int]
    content: list[int]
    kind: str | None
    stance: str | None


@dataclass(frozen=True, slots=True)
class Sample:
    """A window: ids and cases of its pieces, cue labels (0 outside, 1 begins, 2 goes on), its cues."""

    ids: list[int]
    cases: list[int]
    cue: list[int]
    pairs: list[Pair]


def samples(tokenizer: Tokenizer, document: Document) -> Iterator[Sample]:
    """The windows of a document."""
    split = pieces(tokenizer, document.text, paragraphs(document.text))
    for window in windows(len(split.ids)):
        yield _sample(split, window, document.marked)


def _sample(split: Pieces, window: Window, marked: tuple[Marked, ...]) -> Sample:
    ids = [CLS, *split.ids[window.first : window.last]]
    cases = [0, *split.cases[window.first : window.last]]
    labels = [0] * len(ids)
    pairs = []
    for one in marked:
        cue = _within(split, window, one.cue)
        for k, i in enumerate(cue):
            labels[i] = 1 if k == 0 or labels[i] == 1 else 2
        if cue and window.own_first <= cue[0] - 1 + window.first < window.own_last:
            pairs.append(_pair(split, window, one, cue))
    return Sample(ids, cases, labels, pairs)


def _pair(split: Pieces, window: Window, one: Marked, cue: list[int]) -> Pair:
    first, last = max(0, cue[0] - BEFORE), min(window.last - window.first + 1, cue[-1] + 1 + AFTER)
    on = [set(cue), set(_within(split, window, one.source)), set(_within(split, window, one.content))]
    cues, sources, contents = ([int(i in part) for i in range(first, last)] for part in on)
    return Pair(first, last, cues, sources, contents, one.kind, one.stance)


def _within(split: Pieces, window: Window, spans: Chars) -> list[int]:
    """The pieces of a window that stand in spans of the text; 1 is the first behind ``CLS``."""
    return [
        i - window.first + 1
        for i in range(window.first, window.last)
        if split.ends[i] > split.starts[i] and any(a < split.ends[i] and split.starts[i] < b for a, b in spans)
    ]
