"""PLOVER's contexts of an event, from the words of its sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vedette.tables.events import modes

if TYPE_CHECKING:
    from vedette.record import Parsed

MOST = 4
"""Contexts given to one event at most; those that its sentence shows with most words, first."""


@cache
def _words() -> tuple[dict[str, tuple[str, ...]], re.Pattern[str], dict[str, tuple[str, ...]]]:
    single: dict[str, list[str]] = {}
    phrases: dict[str, list[str]] = {}
    for context, words in modes().contexts.items():
        for word in words:
            (phrases if re.search(r"[ -]", word) else single).setdefault(word, []).append(context)
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) + r")s?\b", re.I)
    return {k: tuple(v) for k, v in single.items()}, pattern, {k: tuple(v) for k, v in phrases.items()}


class Contexts:
    """Gives the contexts of each sentence of one report."""

    __slots__ = ("_held", "_parsed")

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._held: dict[int, tuple[str, ...]] = {}

    def of(self, anchor: int) -> tuple[str, ...]:
        """The contexts of the event at a token, in the order of the codebook's table."""
        sent = self._parsed.tokens[anchor].sent
        if sent not in self._held:
            self._held[sent] = self._find(sent)
        return self._held[sent]

    def _find(self, sent: int) -> tuple[str, ...]:
        single, pattern, phrases = _words()
        sentence = self._parsed.sentences[sent]
        counts: dict[str, int] = {}
        for token in self._parsed.tokens[sentence.first : sentence.last]:
            for context in single.get(token.lemma.lower(), ()):
                counts[context] = counts.get(context, 0) + 1
        for match in pattern.finditer(self._parsed.text, sentence.start, sentence.end):
            for context in phrases[match.group(1).lower()]:
                counts[context] = counts.get(context, 0) + 2
        best = sorted(counts, key=lambda c: (-counts[c], c))[:MOST]
        return tuple(c for c in modes().contexts if c in best)
