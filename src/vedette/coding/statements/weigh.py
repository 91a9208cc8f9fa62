"""How sure a draft is: how often its word attributes in its construction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.tables.attribution import attribution, rates

if TYPE_CHECKING:
    from vedette.coding.statements.draft import Draft
    from vedette.tables.attribution import VerbGroup

PSEUDO = 4
"""Weight of the construction's own rate against the word's, in candidates; found on PolNeAR's training half."""

KNOWN, OTHER = "*known", "*other"
"""Rows of the rates for all words of the attribution table, and for all others."""


class Weigher:
    """Gives each draft its kind, stance and confidence."""

    def __init__(self) -> None:
        self.table = attribution()
        self.rates = {(r.lemma, r.pattern): (r.right, r.seen) for r in rates()}

    def weigh(self, draft: Draft) -> Draft:
        """The draft with what the tables say of its word."""
        kind, stance, channel = draft.kind, draft.stance, draft.channel
        if not draft.pattern.startswith("noun"):
            group = self._group(draft)
            if group is not None:
                kind, stance, channel = group.kind, group.stance, group.channel
        return replace(
            draft, kind=kind, stance=stance, channel=channel, confidence=self.rate(draft.lemma, draft.pattern)
        )

    def _group(self, draft: Draft) -> VerbGroup | None:
        groups = self.table.verb_groups.get(draft.lemma, ())
        if not groups:
            return None
        wanted = _objects(draft.pattern)
        return next((g for g in groups if g.object in wanted), groups[0])

    def known(self, lemma: str) -> bool:
        """Whether the attribution table has the word."""
        return lemma in self.table.verb_groups or lemma in self.table.noun_group or lemma in self.table.adjectives

    def rate(self, lemma: str, pattern: str) -> float:
        """The share of right candidates of this word and construction, smoothed by the construction's."""
        right, seen = self.rates.get((KNOWN if self.known(lemma) else OTHER, pattern), (0, 0))
        prior = (right + 0.5) / (seen + 4)
        own_right, own_seen = self.rates.get((lemma, pattern), (0, 0))
        return (own_right + PSEUDO * prior) / (own_seen + PSEUDO)


def _objects(pattern: str) -> tuple[str, ...]:
    if pattern.startswith(("dobj_as", "dobj_oprd", "dobj_of", "dobj_for", "small")):
        return ("both",)
    if pattern.startswith("dobj_to"):
        return ("addressee",)
    if pattern.startswith(("dobj", "prep", "gerund")):
        return ("content", "both")
    return ("none", "addressee", "content")
