"""Brings the drafts of a report together: one for each cue, quotations with their clauses, none told twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.coding.statements.phrases import PhraseRules
from vedette.coding.statements.quotes import QuoteRules
from vedette.coding.statements.verbs import VerbRules
from vedette.record import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.coding.statements.draft import Chars, Draft
    from vedette.coding.statements.syntax import Syntax
    from vedette.coding.statements.weigh import Weigher

_OPEN_ENDED = ("ccomp", "to", "prep_on_to", "dobj_to", "quote_before")
_CONDITIONS = frozenset(("provided", "unless", "if", "until", "should"))
_NOBODY = frozenset(("no", "nobody", "none", "neither", "noone"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))

FLOOR = 0.12
"""Least confidence of a draft that goes on to be weighed with what the encoder saw."""

SLACK = 8
"""Characters by which a clause may stick out of a quotation and still be nothing but it ("that “…”")."""


def candidates(syntax: Syntax) -> Iterator[Draft]:
    """Every candidate once, quotations instead of the clauses of the same cue: what the weights are fitted on."""
    quoted = QuoteRules(syntax).all()
    heads = {d.head for d in quoted}
    yield from (d for d in _clauses(syntax) if d.head not in heads)
    yield from quoted


def gather(syntax: Syntax, weigher: Weigher, floor: float = FLOOR) -> list[Draft]:
    """The drafts that are kept, in the order of their content."""
    quoted = [weigher.weigh(d, syntax) for d in QuoteRules(syntax).all()]
    clauses = [w for w in (weigher.weigh(d, syntax) for d in _clauses(syntax)) if weigher.keeps(w, floor)]
    by_head = {d.head: d for d in quoted if d.pattern != "quote_next"}
    merged: list[Draft] = []
    used: set[int] = set()
    for draft in clauses:
        mate = by_head.get(draft.head)
        if mate is not None and draft.head not in used:
            used.add(draft.head)
            merged.append(_merged(_without_source(syntax, draft, mate), mate))
        elif mate is None:
            merged.append(draft)
    loose = (d for d in quoted if d.head not in used or d.pattern == "quote_next")
    merged += [d for d in loose if weigher.keeps(d, floor) and not _held(d, merged)]
    return sorted(_cut(merged), key=lambda d: (d.content[0], d.cue))


def nobody(syntax: Syntax, draft: Draft) -> bool:
    """Whether nobody says it ("No group claimed responsibility")."""
    if draft.source is None:
        return False
    words = {t.text.lower() for t in syntax.tokens[syntax.left[draft.source] : draft.source + 1][:1]}
    words.add(syntax.tokens[draft.source].text.lower())
    return bool(words & _NOBODY)


def gone_on(syntax: Syntax, draft: Draft) -> Draft:
    """A clause or infinitive with what follows it without a comma, which the parse lost ("to the truce agreed on …").

    Only a participle or a condition counts: a time or a place may belong to the cue.
    """
    start, end = draft.content[-1]
    if not draft.pattern.startswith(_OPEN_ENDED) or start < draft.cue[1] or syntax.quote_at(end - 1) is not None:
        return draft
    first = syntax.first_token(end)
    if first >= len(syntax.tokens):
        return draft
    token, sentence = syntax.tokens[first], syntax.parsed.sentences[syntax.tokens[first].sent]
    held = token.start < sentence.end and sentence.start <= start
    participle = token.tag == "VBN" or (token.tag == "VBD" and syntax.kid(first, "nsubj", "nsubjpass") is None)
    opened = {token.text.lower(), syntax.tokens[first - 1].text.lower()} & _CONDITIONS
    if not held or not (participle or opened):
        return draft
    last = next((i for i in range(first, sentence.last) if syntax.tokens[i].pos == "PUNCT"), sentence.last)
    if any(syntax.tokens[i].tag in _FINITE and syntax.tokens[i].lemma in syntax.saying for i in range(first + 1, last)):
        return draft
    return replace(draft, content=(*draft.content[:-1], (start, syntax.tokens[last - 1].end)))


def _cut(drafts: list[Draft]) -> list[Draft]:
    """Where an outer source ends a sentence (", Y reported"), what it cites ends before it."""
    drafts = _before_sources(drafts)
    outer = [d for d in drafts if d.pattern == "outer"]
    if not outer:
        return drafts
    ends = {d.content[-1][1]: d for d in outer}
    ended = Lookup((e, e + 1, d) for e, d in ends.items())
    out = []
    for draft in drafts:
        start, end = draft.content[-1]
        held = next((o for o in ended.within(start + 1, end) if o is not draft), None)
        if (
            held is not None
            and held.content[0][0] <= draft.cue[0] < held.content[-1][1]
            and held.cue[0] < draft.content[-1][1]
        ):
            last = (draft.content[-1][0], held.content[-1][1])
            draft = replace(draft, content=(*draft.content[:-1], last))
        out.append(draft)
    return out


def _before_sources(drafts: list[Draft]) -> list[Draft]:
    """Clauses end before a trailing "according to X": it is the source of all that stands before it."""
    tails = [d for d in drafts if d.pattern == "according" and d.content[-1][1] <= d.cue[0]]
    out = []
    for draft in drafts:
        start, end = draft.content[-1]
        tail = next((t for t in tails if draft.cue[1] <= start < t.cue[0] < end and t is not draft), None)
        last = tail.content[-1][1] if tail is not None else end
        out.append(replace(draft, content=(*draft.content[:-1], (start, last))) if start < last < end else draft)
    return out


def _clauses(syntax: Syntax) -> Iterator[Draft]:
    for draft in (*VerbRules(syntax).all(), *PhraseRules(syntax).all()):
        clipped = _clipped(syntax, draft)
        if clipped.content:
            yield clipped


def _clipped(syntax: Syntax, draft: Draft) -> Draft:
    """A draft whose cue stands in a quotation has its content there too; one outside takes no half of a quotation."""
    quote = syntax.inside(draft.head)
    parts: list[Chars] = []
    for start, end in draft.content:
        a, b = start, end
        if quote is not None:
            a, b = max(a, quote.inner.start), min(b, quote.inner.end)
        elif draft.cue[0] < end and start < draft.cue[0] < end and not draft.pattern.startswith(("passive", "adverb")):
            b = draft.cue[0]
        if a < b:
            parts.append((a, b))
    return replace(draft, content=tuple(parts))


def _without_source(syntax: Syntax, clause: Draft, quote: Draft) -> Draft:
    """A clause that the parse let run over its own source ("“…,” the spokesman, X, said"), cut before it."""
    source = quote.source if clause.source is None else clause.source
    if source is None:
        return clause
    at = syntax.tokens[source].start
    before = max((end for _, end in quote.content if end <= at), default=None)
    if before is None:
        return clause
    parts = tuple((a, min(b, before)) if a < before <= at < b else (a, b) for a, b in clause.content)
    return replace(clause, content=tuple(p for p in parts if not before <= p[0] <= at < p[1]) or quote.content)


def _merged(clause: Draft, quote: Draft) -> Draft:
    """One draft of a clause and the quotations of the same cue."""
    parts = list(quote.content)
    for start, end in clause.content:
        touching = [q for q in parts if q[0] < end and start < q[1]]
        if not touching:
            parts.append((start, end))
            continue
        low, high = min(q[0] for q in touching), max(q[1] for q in touching)
        if start < low - SLACK or end > high + SLACK:
            parts = [q for q in parts if q not in touching] + [(min(start, low), max(end, high))]
        elif start < low:
            parts = [(start, q[1]) if q[0] == low else q for q in parts]
    source = quote.source if clause.source is None else clause.source
    sure = max(quote.confidence, clause.confidence)
    return replace(quote, content=tuple(sorted(set(parts))), confidence=sure, source=source, addressee=clause.addressee)


def _held(draft: Draft, others: list[Draft]) -> bool:
    """Whether another draft's content holds the quotation, and the cue does not stand in that content too."""
    start, end = draft.content[0][0], draft.content[-1][1]
    for other in others:
        for a, b in other.content:
            if a <= start + 2 and end <= b + 2 and not (a <= draft.cue[0] < b):
                return True
    return False
