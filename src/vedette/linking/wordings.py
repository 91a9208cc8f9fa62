"""One quotation in rival words: "will" in one report, "may" in another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vedette.linking.contradictions import contradiction
from vedette.linking.declared import same_speaker
from vedette.linking.happening import content_words
from vedette.linking.rarity import Rarity
from vedette.record import Contradiction, Located, Span
from vedette.tables.linking import linking_rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vedette.record import Commitment, Reading

ALIKE = 0.4
"""Likeness of the words of two commitments of one speaker from which they are one saying."""
_WORD = re.compile(r"[\w'’]+")


def rival_words(readings: Iterable[Reading]) -> tuple[Contradiction, ...]:
    """Commitments of one speaker that two reports give in words of different force."""
    items = [(r, c) for r in sorted(readings, key=lambda r: r.report.id) for c in r.commitments if c.declarer]
    rarity = Rarity(content_words(c.content.quote) for _, c in items)
    found: dict[str, Contradiction] = {}
    for k, (later, d) in enumerate(items):
        for earlier, c in items[:k]:
            if later.report.id == earlier.report.id or not _one_saying(c, d, rarity):
                continue
            a, b = strongest(c), strongest(d)
            if a and b and a[1] != b[1]:
                ends = Located(earlier.report.id, a[0]), Located(later.report.id, b[0])
                made = contradiction(
                    "words", *ends, f"one saying, {a[0].quote!r} in one report, {b[0].quote!r} in another"
                )
                found[made.id] = made
    return tuple(found.values())


def _one_saying(c: Commitment, d: Commitment, rarity: Rarity) -> bool:
    assert c.declarer is not None
    assert d.declarer is not None
    if not same_speaker(c.declarer, d.declarer) or c.declarer.kind not in ("person", "unknown"):
        return False
    if c.when and d.when and c.when.start and d.when.start and c.when.start != d.when.start:
        return False
    return rarity.likeness(content_words(c.content.quote), content_words(d.content.quote)) >= ALIKE


def strongest(c: Commitment) -> tuple[Span, int] | None:
    """The modal of a commitment that binds most, with how much (3 will, 2 should, 1 may); None without one."""
    modals = linking_rules().modals
    words = [(m, modals[m.group().lower()]) for m in _WORD.finditer(c.content.quote) if m.group().lower() in modals]
    if not words:
        return None
    match, force = max(words, key=lambda w: (w[1], -w[0].start()))
    start = c.content.start + match.start()
    return Span(start, start + len(match.group()), match.group()), force
