"""Makes a draft from tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.statements.draft import Draft

if TYPE_CHECKING:
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Token

Range = tuple[int, int]


def make_draft(
    syntax: Syntax, word: Token, pattern: str, source: int | None, where: tuple[Range, ...],
    addressee: Token | None = None,
) -> Draft:  # fmt: skip
    """A draft by its cue word, construction, head of the source and the token ranges of its content.

    A negated cue has a construction of its own, since it attributes less often.
    """
    first, last = syntax.cue(word.i)
    if syntax.negated(word.i):
        pattern += "_neg"
    cue = syntax.tokens[first].start, syntax.tokens[last - 1].end
    content = tuple(c for c in (syntax.chars(*r) for r in where) if c is not None)
    goal = addressee.i if addressee is not None else None
    return Draft(pattern, word.lemma.lower(), word.i, cue, source, content, addressee=goal)
