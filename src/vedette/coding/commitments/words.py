"""The normalised words of a stretch of tokens, on which the cues of the tables are matched."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.tables.commitments import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette.record import Parsed, Span, Token

Range = tuple[int, int]
"""Positions in ``Words.tokens``: first, and last exclusive."""

_QUOTES = frozenset('"“”„«»‘`[]()') | {"``", "''", "'", "’"}
_DASHES = frozenset("-–‑")
_SHORT = {"n't": "not", "n’t": "not", "wo": "will", "ca": "can", "sha": "shall", "’ll": "will", "'ll": "will"}
_EDGE = frozenset(",;:.!?—–-…") | _QUOTES


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matched: its range, and the range of its group ``trigger`` or ``verb`` if it has one."""

    start: int
    end: int
    group: Range | None


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens of a report as one normalised string.

    Attributes:
        parsed: the report.
        tokens: indices of its tokens, in order; tokens of a cue that breaks a quotation are left out.
        text: lower case, quotation marks dropped, contractions written out, one blank between words.
        starts: for each token its offset in ``text``.
        prefix: words put before that stand elsewhere in the report (the verb that governs an infinitive).
    """

    parsed: Parsed
    tokens: tuple[int, ...]
    text: str
    starts: tuple[int, ...]
    prefix: str = ""

    @classmethod
    def of(cls, parsed: Parsed, tokens: Iterable[int], prefix: str = "") -> Words:
        """The words of some tokens."""
        kept = tuple(i for i in tokens if parsed.tokens[i].text not in _QUOTES)
        parts: list[str] = [prefix + " "] if prefix else []
        length = len(parts[0]) if parts else 0
        starts, before = [], None
        for i in kept:
            token = parsed.tokens[i]
            word = _SHORT.get(token.text.lower(), token.text.lower().replace("’", "'"))
            if before is not None and not _joined(before, token):
                parts.append(" ")
                length += 1
            starts.append(length)
            parts.append(word)
            length += len(word)
            before = token
        return cls(parsed, kept, "".join(parts), tuple(starts), prefix)

    def find(self, pattern: str) -> Iterator[Match]:
        """Where a pattern of the tables matches; what lies wholly in the prefix is skipped."""
        for m in compiled(pattern).finditer(self.text):
            last = self.at(max(m.end() - 1, m.start()))
            if m.end() <= len(self.prefix) or not self.tokens:
                continue
            name = m.lastgroup
            group = None
            if name is not None and m.end(name) > m.start(name):
                group = (self.at(m.start(name)), self.at(m.end(name) - 1) + 1)
            yield Match(self.at(m.start()), last + 1, group)

    def first(self, pattern: str) -> Match | None:
        """The first match of a pattern."""
        return next(self.find(pattern), None)

    def at(self, offset: int) -> int:
        """The position of the token at an offset of ``text``; 0 in the prefix."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def token(self, k: int) -> Token:
        """The token at a position."""
        return self.parsed.tokens[self.tokens[k]]

    def position(self, i: int) -> int | None:
        """The position of a token index; None where it is not among these words."""
        return self.tokens.index(i) if i in self.tokens else None

    def words(self, at: Range) -> str:
        """The normalised words of a range."""
        if at[0] >= at[1]:
            return ""
        end = self.starts[at[1]] if at[1] < len(self.starts) else len(self.text)
        return self.text[self.starts[at[0]] : end].strip()

    def trim(self, at: Range) -> Range:
        """A range without the punctuation and conjunctions at its edges."""
        first, last = at
        while first < last and (self.token(first).text in _EDGE or self.token(first).tag == "CC"):
            first += 1
        while first < last and (self.token(last - 1).text in _EDGE or self.token(last - 1).tag == "CC"):
            last -= 1
        return first, last

    def span(self, at: Range) -> Span:
        """The span of the text from the first to the last token of a range."""
        return self.parsed.report.span(self.token(at[0]).start, self.token(at[1] - 1).end)

    def matches(self, pattern: str, at: Range | None = None) -> bool:
        """Whether a pattern matches within a range (everywhere, with none given)."""
        text = self.text if at is None else self.words(at)
        return compiled(pattern).search(text) is not None


def _joined(before: Token, token: Token) -> bool:
    dashed = before.text in _DASHES or token.text in _DASHES
    return dashed and before.end == token.start
