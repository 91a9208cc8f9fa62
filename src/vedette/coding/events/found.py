"""An event as the grammar shows it, before its actors, time and place are known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """An event in terms of tokens.

    Attributes:
        anchor: the token that tells of it; first, last: the anchor's tokens (last exclusive).
        verb: the predicate that asserts it; the anchor itself unless the anchor is a noun with a light verb.
        kind, mode, cameo: its code.
        actors, recipients: heads of the phrases that fill the roles.
        mutual: whether the act has two active sides.
        others: heads of other phrases that hang on it (places, topics), nearest first.
        future, negated: whether it is told as to come, or as not so.
        p: how often the rule is right; in [0, 1].
        rule: the lexicon entry.
    """

    anchor: int
    first: int
    last: int
    verb: int
    kind: str
    mode: str | None
    cameo: str | None
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    mutual: bool
    others: tuple[int, ...]
    future: bool
    negated: bool
    p: float
    rule: str
