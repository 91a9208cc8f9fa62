"""How far a sentence of somebody's words reaches: over the next that hangs on it, and not past its quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.declared import hangs
from vedette.coding.commitments.words import Words

if TYPE_CHECKING:
    from vedette.record import Parsed

_TAIL = 6
"""Words; what stands after a quotation and has no verb is no more than that."""


def continued(parsed: Parsed, words: Words) -> Words:
    """With the sentence that hangs on them (“…,” he said. “After that …”), without what follows the quotation."""
    kept = _within_quotation(parsed, words)
    last = parsed.tokens[kept[-1]]
    following = parsed.sentences[last.sent + 1] if last.sent + 1 < len(parsed.sentences) else None
    more: tuple[int, ...] = ()
    if following is not None and parsed.in_direct_quotation(last.start - 1):
        spoken = (i for i in range(following.first, following.last)
                  if parsed.in_direct_quotation(parsed.tokens[i].start))  # fmt: skip
        inside = [i for i in spoken if parsed.tokens[i].text not in {'"', "“", "”"}]
        hung = inside and inside[0] <= following.first + 1 and inside[0] > last.i and hangs(parsed, inside[0])
        more = tuple(inside) if hung else ()
    if len(kept) == len(words.tokens) and not more:
        return words
    return Words.of(parsed, (*kept, *more), words.prefix)


def _within_quotation(parsed: Parsed, words: Words) -> tuple[int, ...]:
    tokens = words.tokens
    quoted = [parsed.in_direct_quotation(parsed.tokens[i].start) for i in tokens]
    if not quoted[0] or quoted[-1]:
        return tokens
    end = max(k for k, inside in enumerate(quoted) if inside) + 1
    tail = [parsed.tokens[i] for i in tokens[end:]]
    short = len(tail) <= _TAIL and not any(t.pos in {"VERB", "AUX"} for t in tail)
    return tokens[:end] if short and tail[0].i - tokens[end - 1] > 2 else tokens
