"""Signs that an event lies before the news of the report."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from vedette.coding.events.assertion import tree
from vedette.coding.events.governors import clause_verb
from vedette.coding.events.when import time_of
from vedette.tables.assertion import assertion_lexicon

if TYPE_CHECKING:
    from datetime import date

    from vedette.record import Grounding, Parsed, Span, When

NEWS_WINDOW = timedelta(days=7)
"""What lies longer before the day of publication is background: agencies and dailies tell of the last week."""

YEAR_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Sign:
    """That an event is background; cue: the words that show it, None for a caption."""

    cue: Span | None


def sign_of(parsed: Parsed, grounding: Grounding, anchor: int) -> Sign | None:
    """What sets the event at a token before the news; None where nothing does."""
    token = parsed.tokens[anchor]
    if parsed.sentences[token.sent].zone == "caption":
        return Sign(None)
    dated = time_of(parsed, grounding, anchor)
    published = parsed.report.published.date
    if dated is not None and _past_year(dated, published):
        return Sign(dated.span)
    if dated is not None and published is not None:
        first = dated.end or dated.start
        if _follows_since(parsed, dated.span):
            first = dated.start or dated.end
        if first is not None and published - first > NEWS_WINDOW:
            return Sign(dated.span)
        if first is not None:
            return _retold(parsed, anchor)
    return (
        _pluperfect(parsed, anchor) or _historic(parsed, anchor) or _retold(parsed, anchor) or _earlier(parsed, anchor)
    )


def _past_year(when: When, published: date | None) -> bool:
    """Whether a time is a bare year, and not that of the report: news of this year has months and days."""
    if when.value is None or len(when.value) != YEAR_LENGTH or not when.value.isdigit():
        return False
    return published is None or int(when.value) < published.year


def _follows_since(parsed: Parsed, span: Span) -> bool:
    before = bisect_right(parsed.tokens, span.start, key=lambda t: t.end) - 1
    return (before >= 0 and parsed.tokens[before].lemma.lower() == "since") or span.quote.lower().startswith("since")


def _pluperfect(parsed: Parsed, anchor: int) -> Sign | None:
    verb = clause_verb(parsed, anchor)
    for aux in parsed.dependents(verb, "aux"):
        if aux.lemma == "have" and aux.text.lower() in {"had", "'d", "’d"}:
            return Sign(parsed.span(aux.i, aux.i + 1))
        if aux.lemma == "use":
            return Sign(parsed.span(aux.i, aux.i + 1))
    return None


def _historic(parsed: Parsed, anchor: int) -> Sign | None:
    """Words of history in the clause: "since", "previously", "decades ago", "last year"."""
    table = assertion_lexicon().table
    verb = clause_verb(parsed, anchor)
    for child in parsed.dependents(verb, "advmod", "npadvmod", "prep"):
        lemma = child.lemma.lower()
        if lemma in table.history_markers and child.dep == "advmod" and child.tag != "WRB":
            return Sign(parsed.span(child.i, child.i + 1))
        if lemma in table.history_periods and child.dep == "npadvmod":
            past = any(c.lemma.lower() in {"last", "previous", "past"} for c in parsed.dependents(child.i))
            if past:
                return Sign(parsed.subtree_span(child.i))
    return None


def _earlier(parsed: Parsed, anchor: int) -> Sign | None:
    """A noun event that an adjective sets before the news ("recent attacks")."""
    if parsed.tokens[anchor].pos != "NOUN":
        return None
    for child in parsed.dependents(anchor, "amod"):
        if child.lemma.lower() in assertion_lexicon().table.history_adjectives:
            return Sign(parsed.span(child.i, child.i + 1))
    return None


def _retold(parsed: Parsed, anchor: int) -> Sign | None:
    """An event that only sets the time of another: "came after", "a day after visiting"."""
    i = anchor
    while parsed.tokens[i].head != i:
        dep, here = parsed.tokens[i].dep, i
        i = parsed.tokens[i].head
        if dep in {"ccomp", "relcl", "conj"}:
            return None
        mark = tree.mark_of(parsed, here)
        opener = parsed.tokens[i] if dep in {"pcomp", "pobj"} else mark
        if opener is None or opener.lemma.lower() != "after":
            continue
        main = clause_verb(parsed, opener.head if dep in {"pcomp", "pobj"} else i)
        before = parsed.tokens[opener.i - 1] if opener.i else opener
        counted = parsed.dependents(opener.i, "npadvmod") or before.lemma.lower() in assertion_lexicon().table.periods
        if counted or parsed.tokens[main].lemma in {"come", "follow"}:
            return Sign(parsed.span(opener.i, opener.i + 1))
    return None


def reacted_to(parsed: Parsed, grounding: Grounding, anchor: int) -> Sign | None:
    """A noun event, presented as known, that somebody describes, welcomes or condemns: it lies before that.

    One that its own date puts within the news window is news all the same.
    """
    token = parsed.tokens[anchor]
    dated, published = time_of(parsed, grounding, anchor), parsed.report.published.date
    day = None if dated is None else dated.end or dated.start
    if day is not None and published is not None and published - day <= NEWS_WINDOW:
        return None
    if token.pos != "NOUN" or not tree.is_definite(parsed, anchor):
        return None
    head = parsed.tokens[token.head]
    if token.dep == "conj":
        return reacted_to(parsed, grounding, token.head)
    if token.dep in {"dobj", "nsubj", "pobj"} and head.pos in {"VERB", "ADP"}:
        verb = parsed.tokens[head.head] if head.pos == "ADP" else head
        above = parsed.tokens[verb.head]
        for k in (verb, above):
            if k.lemma.lower() in assertion_lexicon().table.reactions and token.dep != "nsubj":
                return Sign(parsed.span(k.i, k.i + 1))
    return None
