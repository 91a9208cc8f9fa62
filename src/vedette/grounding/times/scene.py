"""A match of the grammar among its neighbours: what the tests on it look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.grounding.times.grammar import Match
    from vedette.grounding.times.tokens import Classes, Lattice
    from vedette.tables.times import TimeLexicon


@dataclass(frozen=True, slots=True)
class Scene:
    """A match among its neighbours.

    Attributes:
        lattice, match: the tokens and the match.
        previous: the match accepted before it.
        narrative: whether the text is a history rather than news.
        lexicon: the words.
    """

    lattice: Lattice
    match: Match
    previous: Match | None
    narrative: bool
    lexicon: TimeLexicon

    @property
    def before(self) -> str:
        """The word before the match."""
        return self.lattice.low(self.match.first - 1)

    @property
    def behind(self) -> str:
        """The word behind the match."""
        return self.lattice.low(self.match.last)

    @property
    def first(self) -> str:
        """The first word of the match."""
        return self.lattice.low(self.match.first)

    @property
    def last(self) -> str:
        """The last word of the match."""
        return self.lattice.low(self.match.last - 1)

    @property
    def one_word(self) -> bool:
        """Whether the match is a single token."""
        return self.match.last == self.match.first + 1

    def words(self, name: str) -> frozenset[str]:
        """A list of words of the lexicon."""
        return self.lexicon.words[name]

    def edges(self, i: int) -> list[tuple[int, Classes]]:
        """The edges at token ``i``; none outside the text."""
        return self.lattice.edges[i] if 0 <= i < len(self.lattice.edges) else []

    def punctuated(self) -> bool:
        """Whether the text ends, or a punctuation mark stands, behind the match."""
        last = self.match.last
        return last >= len(self.lattice.pieces) or self.lattice.pieces[last].kind == "PUNCT"
