"""What the encoder finds in a text: cues of attribution, with their source and content, each piece with how sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from vedette.reading.encoder.pieces import CLS, Pieces, pieces, windows
from vedette.record import Attributed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from vedette.reading.encoder.pieces import Window

BEFORE, AFTER = 72, 88
"""Pieces before the first and after the last piece of a cue that are read for its source and content."""

LEAST_CUE = 0.2
"""Least probability of a piece that can stand in a cue; what is kept in the end is weighed with all that is known."""

KINDS = ("speech", "act", "belief", "intention", "knowledge")
STANCES = ("asserts", "reports", "doubts", "denies")

Chars = tuple[int, int]


class Backend(Protocol):
    """Runs the two networks: torch while training, ONNX in the product."""

    def encode(
        self, ids: NDArray[np.int64], cases: NDArray[np.int64], mask: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Shared states [windows, length, hidden] and cue probabilities [windows, length, 3]."""

    def roles(
        self, states: NDArray[np.float32], cue: NDArray[np.int64], mask: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Role probabilities [cues, length, 2] and logits of kind and stance [cues, 9]."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """Pieces of a window (its first, ``CLS``, is 0; last exclusive) that look like a cue, and how much."""

    first: int
    last: int
    sure: float


def find(tokenizer: Tokenizer, backend: Backend, text: str, paragraphs: Sequence[Chars]) -> list[Attributed]:
    """The attributions of a text, in the order of their cues.

    Windows and cues are read one at a time, so that all stays in the processor's cache.
    """
    split = pieces(tokenizer, text, paragraphs)
    found = (f for w in windows(len(split.ids)) for f in _read(backend, split, w))
    return sorted(found, key=lambda f: (f.cue, f.content))


def _read(backend: Backend, split: Pieces, w: Window) -> Iterator[Attributed]:
    ids = np.array([[CLS, *split.ids[w.first : w.last]]], np.int64)
    cases = np.array([[0, *split.cases[w.first : w.last]]], np.int64)
    states, sure = backend.encode(ids, cases, np.ones_like(ids))
    for cue in _cues(split, w, sure[0]):
        found = _roles(backend, split, w, states, cue)
        if found is not None:
            yield found


def _cues(split: Pieces, w: Window, sure: NDArray[np.float32]) -> Iterator[_Cue]:
    """The runs of pieces that look like a cue and of which this window is the judge."""
    n = w.last - w.first
    on = 1.0 - sure[1 : n + 1, 0]
    i = 0
    while i < n:
        if on[i] < LEAST_CUE:
            i += 1
            continue
        first, i = i, i + 1
        while (
            i < n and on[i] >= LEAST_CUE and not (sure[i + 1, 1] > sure[i + 1, 2] and not _joined(split, w.first + i))
        ):
            i += 1
        while first > 0 and _joined(split, w.first + first):
            first -= 1
        while i < n and _joined(split, w.first + i):
            i += 1
        if w.own_first <= w.first + first < w.own_last:
            yield _Cue(first + 1, i + 1, float(on[first:i].max()))


def _joined(split: Pieces, i: int) -> bool:
    """Whether a piece goes on with the word of the piece before it."""
    return i > 0 and split.starts[i] == split.ends[i - 1] and split.ends[i] > split.starts[i] and split.ids[i] > SYMBOLS


SYMBOLS = 1995
"""Ids of BERT's vocabulary up to here are marks and single characters, not the rest of a word."""


def _roles(backend: Backend, split: Pieces, w: Window, states: NDArray[np.float32], cue: _Cue) -> Attributed | None:
    """The attribution of a cue; None where nothing is its content."""
    first, last = max(0, cue.first - BEFORE), min(1 + w.last - w.first, cue.last + AFTER)
    on = range(cue.first - first, cue.last - first)
    marked = np.zeros((1, last - first), np.int64)
    marked[0, on.start : on.stop] = 1
    sure, told = backend.roles(states[:, first:last], marked, np.ones_like(marked))
    base = w.first - 1 + first
    source, source_sure = _parts(split, base, sure[0, :, 0], on)
    content, content_sure = _parts(split, base, sure[0, :, 1], on)
    if not content:
        return None
    return Attributed(
        (split.starts[base + on.start], split.ends[base + on.stop - 1]),
        source,
        content,
        cue.sure,
        source_sure,
        content_sure,
        float(np.abs(sure[0, :, 1] - 0.5).mean()),
        KINDS[int(told[0, : len(KINDS)].argmax())],
        STANCES[int(told[0, len(KINDS) :].argmax())],
    )


GAP = 2
"""Pieces with less than an even chance that two parts of a role may have between them and still be one."""


def _parts(split: Pieces, base: int, sure: NDArray[np.float32], cue: range) -> tuple[tuple[Chars, ...], float]:
    """The runs of pieces with more than an even chance, as characters; their mean probability.

    Small gaps are closed, but never over the cue.
    """
    inside = [
        i for i in range(len(sure)) if sure[i] > 0.5 and base + i >= 0 and split.ends[base + i] > split.starts[base + i]
    ]
    runs: list[list[int]] = []
    for i in inside:
        over = runs and runs[-1][-1] < cue.stop and cue.start < i
        if runs and i - runs[-1][-1] <= GAP + 1 and not over:
            runs[-1].append(i)
        else:
            runs.append([i])
    best = max((len(r) for r in runs), default=0)
    kept = [r for r in runs if len(r) > 1 or best == 1 or sure[r[0]] > 0.8]
    out = []
    for run in kept:
        first, last = base + run[0], base + run[-1]
        while first > 0 and _joined(split, first):
            first -= 1
        while last + 1 < len(split.ids) and _joined(split, last + 1):
            last += 1
        out.append((split.starts[first], split.ends[last]))
    flat = [float(sure[i]) for r in kept for i in r]
    return tuple(out), sum(flat) / len(flat) if flat else 0.0
