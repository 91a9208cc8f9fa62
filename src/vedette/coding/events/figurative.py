"""Where a word of force tells of no event: figures of speech, sport, markets, films, weather."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vedette.tables.events import modes

if TYPE_CHECKING:
    from vedette.record import Parsed

_DOUBTED = frozenset(
    {"ASSAULT", "COERCE", "PROTEST", "CONSULT", "MOBILIZE", "RETREAT", "THREATEN", "SANCTION", "REJECT"}
)


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, modes().figurative)) + r")\b", re.IGNORECASE)


@cache
def _topics() -> tuple[tuple[frozenset[str], frozenset[str], frozenset[str], re.Pattern[str]], ...]:
    return tuple(
        (
            frozenset(w for w in row.strong if " " not in w), frozenset(row.words), frozenset(row.unless),
            re.compile(r"\b(?:" + "|".join(re.escape(w) for w in row.strong) + r")s?\b", re.IGNORECASE),
        )
        for row in modes().elsewhere
    )  # fmt: skip


class Figures:
    """Tells, for one report, which anchors are no events."""

    __slots__ = ("_elsewhere", "_parsed", "_ranges")

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._ranges = tuple(m.span() for m in _phrases().finditer(parsed.text))
        self._elsewhere: dict[int, bool] = {}

    def held(self, i: int, kind: str) -> bool:
        """Whether the token stands in a figure of speech, or its sentence is about something else."""
        token = self._parsed.tokens[i]
        if any(start <= token.start < end for start, end in self._ranges):
            return True
        if kind not in _DOUBTED:
            return False
        if token.sent not in self._elsewhere:
            self._elsewhere[token.sent] = self._about_else(token.sent)
        return self._elsewhere[token.sent]

    def _about_else(self, sent: int) -> bool:
        sentence = self._parsed.sentences[sent]
        words = [t.lemma.lower() for t in self._parsed.tokens[sentence.first : sentence.last]]
        held = frozenset(words)
        text = self._parsed.text[sentence.start : sentence.end]
        for strong, weak, unless, phrases in _topics():
            if held & unless:
                continue
            if held & strong or phrases.search(text) or len(held & weak) >= 3:
                return True
        return False
