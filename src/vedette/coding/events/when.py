"""The time of an event, among the times that its sentence gives.

A time belongs to the predicate that governs it; a noun event takes the time of its verb, and a conjunct without a time
of its own that of the first. A clause that somebody says does not take the time of the saying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.governors import governors, span_head, speech_between
from vedette.tables.assertion import assertion_lexicon

if TYPE_CHECKING:
    from vedette.record import Grounding, Parsed, When

_DIRECT, _CLAUSE, _SHARED, _MATRIX = 0, 1, 2, 3


def time_of(parsed: Parsed, grounding: Grounding, anchor_token: int) -> When | None:
    """The time of the event at ``anchor_token``; None where its sentence gives it none."""
    sentence = parsed.tokens[anchor_token].sent
    ranked: list[tuple[int, int, int, When]] = []
    for k, when in enumerate(grounding.times):
        if when.start is None and when.end is None:
            continue
        head = span_head(parsed, when.span)
        if head is None or parsed.tokens[head].sent != sentence:
            continue
        rank = _rank(parsed, head, anchor_token)
        if rank is not None:
            ranked.append((rank, abs(head - anchor_token), k, when))
    return min(ranked, default=(0, 0, 0, None), key=lambda r: r[:3])[3]


def _past_relative(parsed: Parsed, head: int, above: list[int]) -> list[int]:
    """What governs a time, without a relative clause that a comma closes before it."""
    verb = above[0]
    opener = parsed.tokens[head].head if parsed.tokens[head].dep == "pobj" else head
    comma = opener > 0 and parsed.tokens[opener - 1].text == ","
    if parsed.tokens[verb].dep != "relcl" or not comma or opener < verb:
        return above
    outer = [k for k in above[1:] if parsed.tokens[k].pos in {"VERB", "AUX"}]
    return above[above.index(outer[0]) :] if outer else above


def _rank(parsed: Parsed, head: int, anchor: int) -> int | None:
    """How closely a time is bound to an anchor; None where it belongs elsewhere."""
    if head == anchor:
        return None
    above_time = governors(parsed, head)
    if not above_time:
        return None
    above_time = _past_relative(parsed, head, above_time)
    holder = above_time[0]
    if anchor == holder:
        return _DIRECT
    if anchor in parsed.subtree(head):
        return None
    above_anchor = governors(parsed, anchor)
    if holder in above_anchor:
        if speech_between(parsed, holder, anchor, assertion_lexicon()):
            return None
        step = above_anchor.index(holder)
        return _CLAUSE if step == 0 else _SHARED + step
    if anchor in above_time and not speech_between(parsed, anchor, holder, assertion_lexicon()):
        depth = above_time.index(anchor)
        return _CLAUSE + depth if parsed.tokens[holder].dep != "relcl" else None
    return None
