"""Denials that name no act but take up the one told before: "Khartoum denied it", "the story is false"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from vedette.linking.declared import declarer_key
from vedette.linking.happening import REFUSED, UNREAL, sentence_around
from vedette.linking.words import words_of
from vedette.record import Span, record_id
from vedette.tables.assertion import assertion_lexicon
from vedette.tables.linking import linking_rules

if TYPE_CHECKING:
    from vedette.record import Event, Reading

_REACH = 400
"""Characters before a denial within which the act ends that it denies."""
_NAMED = 4
"""Letters of a word that can name the doer of an act."""
_DEEDS = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})
_PART = re.compile(r" (?:any|all|having) ")
_PLANNED = frozenset({"planned"})


def with_denials(reading: Reading) -> tuple[Event, ...]:
    """The events of a reading, and one more telling, denied, of each act that a denial takes up.

    A denial is of the last act before it that may be the denier's. Where somebody else is known to have done it, or
    where only a part in it is denied by one who is not known to have had any, it says nothing of whether it happened.
    """
    told = [e for e in reading.events if e.type in _DEEDS and e.assertion not in REFUSED | UNREAL | _PLANNED]
    refused = [e.anchor.start for e in reading.events if e.assertion in REFUSED]
    more: dict[str, Event] = {}
    for match in _pattern().finditer(reading.report.text) if told else ():
        start, end = sentence_around(reading.report.text, match.end() - 1)
        if any(start <= at < end for at in refused):
            continue  # what is denied there is an event of its own
        act = _act_before(reading, told, (start, end), strict=_PART.match(reading.report.text, match.end()) is not None)
        if act is not None:
            word = Span(match.start(), match.end(), match.group())
            key = record_id("event", reading.report.id, word.start, word.end, "denied", act.id)
            made = replace(act, id=key, assertion="denied", assertion_cue=word, magnitudes=(), again=())
            more.setdefault(act.id, made)
    return (*reading.events, *more.values())


@cache
def _pattern() -> re.Pattern[str]:
    """What denies and takes up: "denied it", "rejected the charge", "the story is false"."""
    table = assertion_lexicon().table
    tales, false = "|".join(sorted(table.tales)), "|".join(sorted(table.falsehoods))
    denies = "|".join(sorted(linking_rules().denies))
    taken_up = rf"(?:it|this|that (?:it|they|he|its|their)|having|any|all|(?:the|this|these|such) (?:{tales})s?)"
    return re.compile(
        rf"\b(?:{denies})(?= {taken_up}\b)|(?<=\b)(?:the|this|that) (?:{tales})s? (?:is|was|are|were) (?:{false})\b",
        re.IGNORECASE,
    )


def _act_before(reading: Reading, told: list[Event], sentence: tuple[int, int], *, strict: bool) -> Event | None:
    """The last act before a sentence, within its paragraph or the one before, if the denier may have done it."""
    start, end = sentence
    before = [e for e in told if e.anchor.end <= start and start - e.anchor.end <= _REACH]
    gap = reading.report.text
    before = [e for e in before if gap.count("\n\n", e.anchor.end, start) <= 1]
    if not before:
        return None
    act = max(before, key=lambda e: e.anchor.start)
    doers = {declarer_key(a) for a in act.actors if a.country or a.id}
    deniers = {
        declarer_key(s.speaker)
        for s in reading.statements
        if s.speaker is not None and any(c.start < end and start < c.end for c in (*s.content, *filter(None, [s.cue])))
    }
    if (not doers and not strict) or doers & deniers:
        return act
    names = {w for a in act.actors for w in words_of(a.name) if len(w) >= _NAMED}
    return act if names & set(words_of(reading.report.text[start:end])) else None
