"""Second tellings: the headline of a lead, a quotation told twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vedette.record import with_spans

if TYPE_CHECKING:
    from vedette.record import Commitment

_RELATED = {
    frozenset({"conditional_threat", "ultimatum"}), frozenset({"conditional_threat", "deterrent_warning"}),
    frozenset({"conditional_threat", "announced_threat"}), frozenset({"vague_warning", "deterrent_warning"}),
    frozenset({"vague_warning", "conditional_threat"}), frozenset({"vague_warning", "announced_threat"}),
    frozenset({"demand", "ultimatum"}), frozenset({"red_line_named", "deterrent_warning"}),
}  # fmt: skip
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "and",
        "or",
        "that",
        "this",
        "it",
        "its",
        "our",
        "their",
        "his",
        "her",
        "is",
        "are",
        "be",
        "will",
        "would",
        "not",
        "any",
        "by",
        "with",
        "from",
        "as",
    ]
)


@dataclass(frozen=True, slots=True)
class Told:
    """A commitment with the zone that it stands in and the lemmas of its words."""

    commitment: Commitment
    zone: str
    lemmas: frozenset[str]


def merge(told: list[Told]) -> list[Commitment]:
    """The commitments, each once; further tellings become its ``again``."""
    kept: list[Told] = []
    for t in sorted(told, key=lambda t: (t.zone in {"headline", "subhead"}, t.commitment.content.start)):
        at = next((k for k, other in enumerate(kept) if _same(other, t)), None)
        if at is None:
            kept.append(t)
            continue
        twin = kept[at]
        first, second = (t, twin) if _fuller(t, twin) else (twin, t)
        again = with_spans(first.commitment.again, (*second.commitment.again, second.commitment.content))
        kept[at] = replace(first, commitment=replace(first.commitment, again=again))
    return sorted((k.commitment for k in kept), key=lambda c: (c.content.start, c.content.end))


def _fuller(t: Told, twin: Told) -> bool:
    if t.zone in {"headline", "subhead"}:
        return False
    return len(t.commitment.content) > len(twin.commitment.content) and t.commitment.form == twin.commitment.form


def _same(a: Told, b: Told) -> bool:
    x, y = a.commitment, b.commitment
    if x.form != y.form and frozenset({x.form, y.form}) not in _RELATED:
        return False
    headline = "headline" in {a.zone, b.zone} or "subhead" in {a.zone, b.zone}
    if not headline and not _same_declarer(x, y):
        return False
    shared = len(a.lemmas & b.lemmas)
    small, union = min(len(a.lemmas), len(b.lemmas)), len(a.lemmas | b.lemmas)
    if not small:
        return False
    if headline and x.form == y.form == "demand" and x.demand and y.demand:
        return shared / small >= 0.4 or (shared > 0 and x.demand.kind == y.demand.kind and _same_declarer(x, y))
    if headline:
        return shared / small >= 0.4
    return shared / union >= 0.5 or (x.form == y.form and shared / small >= 0.7)


def _same_declarer(x: Commitment, y: Commitment) -> bool:
    if x.declarer is None or y.declarer is None:
        return x.declarer is y.declarer
    same = x.declarer.name == y.declarer.name or x.declarer.entity == y.declarer.entity
    if x.declarer.kind == y.declarer.kind == "person" and not same:
        return False
    return same or (x.declarer.country is not None and x.declarer.country == y.declarer.country)


def content_lemmas(lemmas: list[str]) -> frozenset[str]:
    """The lemmas that carry meaning."""
    return frozenset(w for w in (x.lower() for x in lemmas) if w.isalnum() and w not in _EMPTY)
