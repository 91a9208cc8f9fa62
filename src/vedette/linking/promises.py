"""What would breach a promise whose act is not coded: its words, whom it was made to, and the place that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.linking.declared import declarer_key, in_words
from vedette.linking.words import classes, words_of
from vedette.record import SlotMatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vedette.record import Commitment, Event, Occurrence, Place

UNKNOWN = 0.4
"""What a slot counts that the text leaves open."""
OWN_ACTS = frozenset({"assurance", "self_limit"})
"""Forms that bind what their declarer does himself."""
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_REFUSALS = frozenset({"not", "never", "no", "nobody", "won't", "refrain"})
_ARTICLE = 3
"""Letters of a word that says nothing of whom it is about."""


def shares_words(trigger: str, occurrence: Occurrence) -> bool:
    """Whether the trigger's words can name what the tellings' anchors name."""
    mine = {c for w in words_of(trigger) for c in classes(w, "NOUN") | classes(w, "VERB")}
    return any(
        mine & (classes(w, "VERB") | classes(w, "NOUN"))
        for t in occurrence.tellings
        for w in words_of(t.event.anchor.quote)
    )


def breach_of(c: Commitment, occurrence: Occurrence) -> SlotMatch | None:
    """Whether an act of force is what its doer promised not to do, by the words of the promise."""
    words = words_of(c.content.quote)
    if occurrence.type not in _FORCE or not _REFUSALS & set(words) or not shares_words(c.content.quote, occurrence):
        return None
    return SlotMatch("act", 0.8, f"{occurrence.type} by one who had promised not to, and the words agree")


def promised_against(c: Commitment, events: Sequence[Event]) -> SlotMatch:
    """Whether an act is against those to whom, or about whom, a promise was made."""
    meant = {declarer_key(i.actor) for i in (*c.addressees, *c.beneficiaries)}
    suffered = [a for e in events for a in e.recipients]
    hit = {declarer_key(a) for a in suffered}
    if hit & meant:
        return SlotMatch("against", 1.0, f"{in_words(hit & meant, suffered)}, to whom it was promised")
    named = set(words_of(c.content.quote)) & {w for e in events for a in e.recipients for w in words_of(a.name)}
    if any(len(w) > _ARTICLE for w in named):
        return SlotMatch("against", 0.9, f"{' '.join(sorted(named))}, as the promise has it")
    return SlotMatch("against", UNKNOWN, "the promise does not say")


def promised_where(c: Commitment, places: Iterable[Place]) -> SlotMatch:
    """Whether an act is where a promise says."""
    words = set(words_of(c.content.quote))
    met = next((p for p in places if set(words_of(p.toponym)) & words), None)
    if met is None:
        return SlotMatch("where", UNKNOWN, "the promise names no such place")
    return SlotMatch("where", 1.0, f"{met.toponym}, as the promise has it")
