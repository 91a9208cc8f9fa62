"""The slots of a commitment: trigger, consequence, what is protected, aim, weaknesses, whom it is meant for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import timedelta
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from vedette.coding.commitments.hit import deadline_in
from vedette.record import Actor, Consequence, Inferred, Protected, Trigger, Weakness
from vedette.tables.commitment_forms import commitment_forms
from vedette.tables.commitments import commitment_cues, compiled

if TYPE_CHECKING:
    from vedette.coding.commitments.hit import Hit, Setting
    from vedette.coding.commitments.words import Range, Words
    from vedette.record import Event, Place, Span, When

_WEEK = timedelta(days=7)
_UNPROMISED = frozenset({"demand", "assurance", "self_limit"})


def trigger_of(s: Setting, at: Range | None, events: tuple[Event, ...]) -> Trigger | None:
    """The trigger, coded by the event found in it, else by its words."""
    if at is None:
        return None
    words, cues = s.words, commitment_cues()
    span = words.span(at)
    first = bisect_left(events, span.start, key=lambda e: e.anchor.start)
    ahead = takewhile(lambda e: e.anchor.start < span.end, islice(events, first, None))
    inside = next((e for e in ahead if span.covers(e.anchor) and e.type not in {"THREATEN", "REQUEST"}), None)
    coded = next((t for t in cues.trigger_words if words.matches(t.pattern, at)), None)
    kind, mode = (inside.type, inside.mode) if inside else (coded.type, coded.mode) if coded else (None, None)
    who = inside.actors if inside else _who(s, at)
    against = inside.recipients if inside else _named(s, at, "own")
    where = inside.where if inside and inside.where else _place(s, at)
    status = next(
        (k for k in ("repeat_of_past", "already_occurring") if words.matches(cues.status[k], at)), "hypothetical"
    )
    threshold = _threshold(words, at)
    return Trigger(span, kind, mode, who, against, where, threshold, status)


def _threshold(words: Words, at: Range) -> Span | None:
    for m in words.find(commitment_cues().thresholds):
        if at[0] <= m.start and m.end <= at[1]:
            return words.span((m.start, m.end))
    return None


def _actors(s: Setting, at: Range) -> list[Actor]:
    out: list[Actor] = []
    for k in range(*at):
        actor = s.grounding.actor_at(s.words.token(k).start)
        if actor is not None and all(actor.span != a.span for a in out):
            out.append(actor)
    return out


def _who(s: Setting, at: Range) -> tuple[Actor, ...]:
    return _named(s, at, "other")


def _named(s: Setting, at: Range, whose: str) -> tuple[Actor, ...]:
    own = s.declarer.country
    found = [a for a in _actors(s, at) if a.country is not None and own is not None]
    return tuple(a for a in found if (a.country == own) == (whose == "own"))


def _place(s: Setting, at: Range) -> Place | None:
    places = [s.grounding.place_at(s.words.token(k).start) for k in range(*at)]
    return next((p for p in places if p is not None and p.role == "place"), None)


def consequence_of(s: Setting, hit: Hit) -> tuple[Consequence | None, int | None]:
    """The consequence with its kind, and its specificity by the codebook."""
    if hit.form in _UNPROMISED:
        return None, None
    if hit.consequence is None or hit.consequence[0] >= hit.consequence[1]:
        return None, 0
    words = s.words
    kind, level = "unspecified", 0
    text = words.words(hit.consequence)
    for row in (*commitment_cues().consequences, *commitment_forms().consequences):
        if row.specificity >= level and compiled(row.pattern).search(text):
            kind, level = row.kind, row.specificity
    if level == 2 and _located(s, hit.consequence):
        level = 3
    if level == 0 and kind == "unspecified" and not _vague_verb(text):
        level = 1
    return Consequence(words.span(hit.consequence), kind), level


def deadline_of(s: Setting, hit: Hit) -> When | None:
    """The deadline as a time; a weekday that was read as last week's is the coming one, for a deadline lies ahead."""
    if hit.deadline is None:
        return None
    when = s.grounding.time_at(s.words.token(hit.deadline[1] - 1).start)
    today = s.words.parsed.report.published.date
    if when is None or when.start is None or when.end is None or today is None or when.precision != 1:
        return when
    if not 0 < (today - when.start).days <= _WEEK.days:
        return when
    start = when.start + _WEEK
    return replace(
        when,
        value=start.isoformat(),
        start=start,
        end=when.end + _WEEK,
        reason=f"{when.reason}; the next one, as a deadline",
    )


def _vague_verb(text: str) -> bool:
    return any(r.specificity == 0 and compiled(r.pattern).search(text) for r in commitment_cues().consequences)


def _located(s: Setting, at: Range) -> bool:
    if deadline_in(s.words, at) is not None or s.words.matches(commitment_forms().timed, at):
        return True
    tokens = [s.words.token(k) for k in range(*at)]
    named = [t for t in tokens if t.ner in {"GPE", "LOC", "FAC"}]
    return any(t.dep in {"pobj", "dobj"} and s.words.parsed.tokens[t.head].tag == "IN" for t in named)


def protected_of(words: Words, hit: Hit) -> Protected | None:
    """What is held dear, by the words of the trigger first, else of the sentence."""
    whole = (0, len(words.tokens))
    for at in (hit.trigger or whole, whole):
        for row in commitment_cues().protects:
            for m in words.find(row.pattern):
                if at[0] <= m.start and m.end <= at[1]:
                    return Protected(row.kind, words.span((m.start, m.end)))
    return None


def aim_of(hit: Hit, trigger: Trigger | None) -> str:
    """``deter`` an act not yet done, ``compel`` one that goes on to stop, ``both``, or ``unclear``."""
    if hit.form in {"demand", "ultimatum"}:
        return "compel"
    if hit.form in {"announced_threat", "self_limit"}:
        return "unclear"
    if hit.form == "conditional_threat" and hit.demand is not None and trigger is None:
        return "compel"
    if trigger is not None and hit.form == "conditional_threat":
        return "compel" if trigger.status == "already_occurring" else "deter"
    return "deter"


def weaknesses_of(words: Words, hit: Hit) -> tuple[Weakness, ...]:
    """Altman's weaknesses that the words of the trigger show."""
    if hit.trigger is None or hit.form in _UNPROMISED:
        return ()
    out = []
    for row in commitment_cues().weaknesses:
        for m in words.find(row.pattern):
            if hit.trigger[0] <= m.start and m.end <= hit.trigger[1]:
                out.append(Weakness(row.kind, words.span((m.start, m.end)), row.reason))
                break
    return tuple(out)


def addressees_of(s: Setting, hit: Hit, trigger: Trigger | None) -> tuple[Inferred, ...]:
    """Whom it is meant for: whom the cue or the demand names, else who would act."""
    parsed, unit = s.words.parsed, s.unit
    if unit.statement is not None and unit.statement.addressee is not None:
        return (Inferred(unit.statement.addressee, True, "the words were said to them"),)
    if unit.cue_token is not None and unit.cue in {
        "warn",
        "tell",
        "urge",
        "give",
        "call",
        "order",
        "demand",
        "caution",
    }:
        for child in parsed.dependents(unit.cue_token, "dobj", "dative"):
            actor = s.grounding.actor_at(child.start)
            if actor is not None and actor.country != s.declarer.country:
                return (Inferred(actor, True, "object of the verb that reports"),)
    if hit.demand is not None:
        asked = _named(s, hit.demand[1], "other")[:1]
        if asked:
            return (Inferred(asked[0], True, "the demand names them"),)
    if trigger is not None and trigger.who:
        return tuple(Inferred(a, False, "they would do the act that it is about") for a in trigger.who)
    return ()


def beneficiaries_of(s: Setting, hit: Hit) -> tuple[Inferred, ...]:
    """For whose good: who stands in the words of an assurance, or is named as the object of the trigger."""
    if hit.form == "assurance":
        named = _named(s, (hit.cue[1], len(s.words.tokens)), "other")
        if named:
            return tuple(Inferred(a, True, "the assurance names them") for a in named)
    if s.declarer.actor is not None and hit.form not in {"demand", "vague_warning", "announced_threat"}:
        return (Inferred(s.declarer.actor, False, "it protects what is the declarer's own"),)
    return ()
