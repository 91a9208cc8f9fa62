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

BATCH, PAIRS = 1, 1
"""Windows, and cues, that are read at once: one, so that all stays in the processor's cache."""

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
    window: int
    first: int
    last: int
    sure: float


def find(tokenizer: Tokenizer, backend: Backend, text: str, paragraphs: Sequence[Chars]) -> list[Attributed]:
    """The attributions of a text, in the order of their cues."""
    split = pieces(tokenizer, text, paragraphs)
    spread = list(windows(len(split.ids)))
    out: list[Attributed] = []
    for k in range(0, len(spread), BATCH):
        out.extend(_batch(backend, split, spread[k : k + BATCH]))
    return sorted(out, key=lambda f: (f.cue, f.content))


def _batch(backend: Backend, split: Pieces, spread: list[Window]) -> Iterator[Attributed]:
    length = 1 + max(w.last - w.first for w in spread)
    ids = np.zeros((len(spread), length), np.int64)
    cases, mask = np.zeros_like(ids), np.zeros_like(ids)
    for row, w in enumerate(spread):
        n = 1 + w.last - w.first
        ids[row, :n] = [CLS, *split.ids[w.first : w.last]]
        cases[row, 1:n] = split.cases[w.first : w.last]
        mask[row, :n] = 1
    states, sure = backend.encode(ids, cases, mask)
    cues = [c for row, w in enumerate(spread) for c in _cues(split, w, row, sure[row])]
    cues.sort(key=lambda c: c.last - c.first)
    for k in range(0, len(cues), PAIRS):
        yield from _roles(backend, split, spread, states, cues[k : k + PAIRS])


def _cues(split: Pieces, w: Window, row: int, sure: NDArray[np.float32]) -> Iterator[_Cue]:
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
            yield _Cue(row, first + 1, i + 1, float(on[first:i].max()))


def _joined(split: Pieces, i: int) -> bool:
    """Whether a piece goes on with the word of the piece before it."""
    return i > 0 and split.starts[i] == split.ends[i - 1] and split.ends[i] > split.starts[i] and split.ids[i] > SYMBOLS


SYMBOLS = 1995
"""Ids of BERT's vocabulary up to here are marks and single characters, not the rest of a word."""


def _roles(
    backend: Backend, split: Pieces, spread: list[Window], states: NDArray[np.float32], cues: list[_Cue]
) -> Iterator[Attributed]:
    reach = [
        (max(0, c.first - BEFORE), min(1 + spread[c.window].last - spread[c.window].first, c.last + AFTER))
        for c in cues
    ]
    length = max(b - a for a, b in reach)
    near = np.zeros((len(cues), length, states.shape[2]), np.float32)
    cue, mask = np.zeros((len(cues), length), np.int64), np.zeros((len(cues), length), np.int64)
    for row, (c, (a, b)) in enumerate(zip(cues, reach, strict=True)):
        near[row, : b - a] = states[c.window, a:b]
        cue[row, c.first - a : c.last - a] = 1
        mask[row, : b - a] = 1
    sure, told = backend.roles(near, cue, mask)
    for row, (c, (a, b)) in enumerate(zip(cues, reach, strict=True)):
        base = spread[c.window].first - 1 + a
        on = range(c.first - a, c.last - a)
        source, source_sure = _parts(split, base, sure[row, : b - a, 0], on)
        content, content_sure = _parts(split, base, sure[row, : b - a, 1], on)
        if not content:
            continue
        start, end = base + c.first - a, base + c.last - a
        yield Attributed(
            (split.starts[start], split.ends[end - 1]),
            source,
            content,
            c.sure,
            source_sure,
            content_sure,
            float(np.abs(sure[row, : b - a, 1] - 0.5).mean()),
            KINDS[int(told[row, : len(KINDS)].argmax())],
            STANCES[int(told[row, len(KINDS) :].argmax())],
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
