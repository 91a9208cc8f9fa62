"""Resolved names, by token: what relative places, border phrases and doubts hang on."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.record import Place, PlaceCandidate, record_id
from vedette.tables.places import place_words

if TYPE_CHECKING:
    from vedette.record import Border, Parsed, Token

MADE_BY = "places-relative/1"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A resolved name and its tokens (last exclusive)."""

    first: int
    last: int
    place: Place

    @property
    def best(self) -> PlaceCandidate:
        """The likeliest candidate."""
        return self.place.candidates[0]

    @property
    def country(self) -> str | None:
        """The country that the name is, or lies in."""
        return self.best.country


def _is_state(anchor: Anchor) -> bool:
    """Whether a disputed territory has borders of its own on the map."""
    return anchor.best.kind == "disputed" and (anchor.country or "").startswith("X")


class Anchors:
    """The resolved names of one report, found by their first or last token.

    ``countries`` are all that they lie in, ``middles`` those that are named themselves.
    """

    def __init__(self, parsed: Parsed, anchors: list[Anchor]) -> None:
        self.parsed = parsed
        self.all = anchors
        self.starts = {a.first: a for a in anchors}
        self.ends = {a.last: a for a in anchors}
        self.countries = {a.country for a in anchors if a.country}
        self.middles = {a.country: a.best for a in reversed(anchors) if a.best.kind == "country" or _is_state(a)}
        self._firsts = [a.first for a in anchors]

    def within(self, first: int, last: int) -> list[Anchor]:
        """The names that begin in tokens ``first`` to ``last`` (exclusive)."""
        return self.all[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def token(self, i: int, sent: int) -> Token | None:
        """The token, where it is in that sentence."""
        tokens = self.parsed.tokens
        return tokens[i] if 0 <= i < len(tokens) and tokens[i].sent == sent else None

    def word(self, i: int, sent: int) -> str:
        """The token in lower case; empty outside the sentence."""
        token = self.token(i, sent)
        return token.text.lower() if token else ""

    def compass(self, i: int, sent: int, *, back: bool = True) -> tuple[float | None, int]:
        """The direction that the token names, with its hyphenated half, and how many tokens that takes."""
        w, words = self.word(i, sent), place_words().compass
        step = -1 if back else 1
        if self.word(i + step, sent) == "-":
            other = self.word(i + 2 * step, sent)
            joined = f"{other}-{w}" if back else f"{w}-{other}"
            if joined in words:
                return words[joined], 3
        return (words[w], 1) if w in words else (None, 0)


def relative_place(parsed: Parsed, span: tuple[int, int], candidate: PlaceCandidate, precision: int,
                   border: Border | None) -> Place:  # fmt: skip
    """A place for the phrase of a relative place; ``span`` in characters."""
    start, end = span
    return Place(
        record_id("place", parsed.report.id, start, end, "relative"), parsed.report.span(start, end),
        parsed.text[start:end], "place", (candidate,), precision, border, MADE_BY,
        round(0.85 * candidate.probability, 3),
    )  # fmt: skip
