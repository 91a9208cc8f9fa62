"""Casualties that a report gives beside an assault, in a sentence of their own: "Two soldiers were killed."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.coding.events.magnitudes import loose_magnitudes
from vedette.tables.magnitudes import number_table

if TYPE_CHECKING:
    from vedette.record import Event, Grounding, Magnitude, Parsed, Sentence

REACH = 3
"""How many sentences before a toll the assault may stand that it is of."""
_REAL = frozenset({"asserted", "reported", "claimed", "accused", "background"})
_HARM = frozenset({"deaths", "injuries"})
_WEAPONS = frozenset({"heavy-weapons", "aerial", "explosives", "drone"})
_DAYS, _VAGUE = 2, 5


def with_tolls(parsed: Parsed, grounding: Grounding, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, those of assault with what a sentence after them says that they cost.

    A sentence that tells of an assault itself, that has a day of its own, or that speaks of a longer time gives nothing
    to an event before it. Of several assaults the toll is of the one whose victims or words the sentence names.
    """
    held = list(events)
    taken = {m.span.start for e in events for m in e.magnitudes}
    at: dict[int, list[int]] = {}
    for k, event in enumerate(events):
        sentence = parsed.sentence_of(event.anchor.start)
        if event.type == "ASSAULT" and sentence is not None:
            at.setdefault(parsed.tokens[sentence.first].sent, []).append(k)
    after = {n + step for n in at for step in range(1, REACH + 1)} - set(at)
    for number in sorted(n for n in after if n < len(parsed.sentences)):
        sentence = parsed.sentences[number]
        near = [k for n in range(number - REACH, number) for k in at.get(n, ())]
        for magnitude in loose_magnitudes(parsed, grounding, number):
            if magnitude.span.start in taken:
                continue
            ranked = [
                (*rank, held[k].anchor.start, k)
                for k in near
                if _can_have(held[k], magnitude) and (rank := _rank(parsed, grounding, held[k], sentence)) is not None
            ]
            if ranked:
                k = max(ranked)[-1]
                held[k] = replace(held[k], magnitudes=(*held[k].magnitudes, magnitude))
    return tuple(held)


def _can_have(event: Event, toll: Magnitude) -> bool:
    if event.assertion not in _REAL or any(m.kind == toll.kind for m in event.magnitudes):
        return False
    return toll.kind in _HARM or (toll.kind == "munitions" and event.mode in _WEAPONS)


def _rank(parsed: Parsed, grounding: Grounding, event: Event, sentence: Sentence) -> tuple[int, int] | None:
    """How well a sentence fits an assault before it: whom and what both name, and whether one paragraph holds both."""
    own = parsed.sentence_of(event.anchor.start)
    if own is None or not _one_time(grounding, event, sentence):
        return None
    here = "\n" not in parsed.report.text[own.start : sentence.end].strip()
    hit = {a.country for a in event.recipients if a.country}
    named = {a.country for a in grounding.actors_within(sentence.start, sentence.end) if a.country}
    fit = 2 * bool(hit & named) - 2 * bool(named and hit and not hit & named)
    fit += len(_nouns(parsed, own) & _nouns(parsed, sentence))
    next_to = parsed.tokens[sentence.first].sent - parsed.tokens[own.first].sent == 1
    if not here and (fit < 0 or not next_to):
        return None
    return int(here), 2 * fit + (event.when is not None)


def _one_time(grounding: Grounding, event: Event, sentence: Sentence) -> bool:
    """Whether no time in a sentence is another one than the event's, or a longer one."""
    for when in grounding.times_within(sentence.start, sentence.end):
        if when.start is None:
            continue
        if (when.precision or _VAGUE) > _DAYS:
            return False
        if event.when is not None and event.when.start is not None and when.start != event.when.start:
            return False
    return True


def _nouns(parsed: Parsed, sentence: Sentence) -> set[str]:
    words = (t for t in parsed.tokens[sentence.first : sentence.last] if t.pos in {"NOUN", "PROPN"})
    return {t.lemma.lower() for t in words} - number_table().persons
