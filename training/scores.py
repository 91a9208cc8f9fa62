"""Scores what a network finds in marked documents, as the bench's scorer of attribution does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vedette.reading.encoder.cues import find
from vedette.reading.encoder.pieces import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tokenizers import Tokenizer

    from training.samples import Document
    from vedette.reading.encoder.cues import Backend

LEAST = 0.5
"""Least certainty of the cue for an attribution to count here."""


def relation(tokenizer: Tokenizer, backend: Backend, docs: list[Document]) -> dict[str, float]:
    """Precision, recall and F1 of relations (contents share half of their words, sources meet), in percent."""
    hits = predicted = marked = 0
    for doc in docs:
        tokens = [m.span() for m in re.finditer(r"\w+", doc.text)]
        gold = [(words(m.content, tokens), words(m.source, tokens)) for m in doc.marked]
        found = [f for f in find(tokenizer, backend, doc.text, paragraphs(doc.text)) if f.cue_sure >= LEAST]
        pred = [(words(f.content, tokens), words(f.source, tokens)) for f in found]
        predicted += len(pred)
        marked += len(gold)
        pairs = sorted(
            ((len(a & c) / len(a | c), i, j) for i, (a, b) in enumerate(gold) for j, (c, d) in enumerate(pred)
             if len(a & c) * 2 >= len(a | c) and (b & d or not (b or d)) and a | c),
            reverse=True,
        )  # fmt: skip
        left, right = set(), set()
        for _, i, j in pairs:
            if i not in left and j not in right:
                left.add(i)
                right.add(j)
        hits += len(left)
    p, r = hits / max(predicted, 1), hits / max(marked, 1)
    return {"precision": round(100 * p, 1), "recall": round(100 * r, 1), "f1": round(200 * p * r / max(p + r, 1e-9), 1)}


def words(spans: Iterable[Iterable[int]], tokens: list[tuple[int, int]]) -> frozenset[int]:
    """The indices of the words that spans touch."""
    pairs = [tuple(s) for s in spans]
    return frozenset(i for i, (s, e) in enumerate(tokens) if any(s < end and e > start for start, end in pairs))
