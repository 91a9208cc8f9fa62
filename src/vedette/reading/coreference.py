"""Which mentions refer to one and the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.record import Entity

if TYPE_CHECKING:
    from vedette.record import Mention, Quotation, Sentence, Token

Resolved = tuple[tuple["Mention", ...], tuple[Entity, ...], tuple[int | None, ...]]


def resolve(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...],
    quotations: tuple[Quotation, ...],
) -> Resolved:  # fmt: skip
    """The mentions with their entities, the entities, and for each token the mention that it stands in."""
    entities = tuple(Entity(m.span.quote, m.label, (), (i,)) for i, m in enumerate(mentions))
    mention_of: list[int | None] = [None] * len(tokens)
    for i, m in sorted(enumerate(mentions), key=lambda x: x[1].first - x[1].last):
        mention_of[m.first : m.last] = [i] * (m.last - m.first)
    return mentions, entities, tuple(mention_of)
