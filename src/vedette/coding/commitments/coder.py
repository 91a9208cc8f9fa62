"""Finds the commitments of a report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.coding.commitments.attribution import attributed
from vedette.coding.commitments.choice import Found, chosen
from vedette.coding.commitments.declared import Declared, from_statements
from vedette.coding.commitments.finder import in_words_of, is_warlike
from vedette.coding.commitments.hit import Hit, Setting, subject_range
from vedette.coding.commitments.naming import home_by_dateline, own_country
from vedette.coding.commitments.repeats import Told, content_lemmas, merge
from vedette.coding.commitments.slots import (
    addressees_of,
    aim_of,
    beneficiaries_of,
    consequence_of,
    deadline_of,
    protected_of,
    trigger_of,
    weaknesses_of,
)
from vedette.coding.commitments.speakers import Units
from vedette.record import Actor, Commitment, Demand, Link, When, record_id
from vedette.tables.commitments import commitment_cues

if TYPE_CHECKING:
    from vedette.coding.commitments.declarer import Declarer
    from vedette.record import Event, Grounding, Parsed, Span, Statement

_SPEAKS_FOR = frozenset({"deterrent_warning", "assurance", "self_limit", "conditional_threat", "announced_threat"})


class CommitmentCoder:
    """Finds the commitments of a report: in what statements hold, and in what an own search for declarers adds."""

    def __init__(self) -> None:
        self.made_by = f"commitments/{commitment_cues().version}"

    def code(
        self, parsed: Parsed, grounding: Grounding, statements: tuple[Statement, ...], events: tuple[Event, ...]
    ) -> tuple[Commitment, ...]:
        """The commitments, in the order of the text."""
        units = [*from_statements(parsed, statements), *attributed(parsed)]
        warlike = is_warlike(parsed)
        around = Units(parsed, units)
        found = [f for unit in units for f in in_words_of(parsed, grounding, unit, around, warlike)]
        told = []
        picked = chosen(found)
        homes = _homes(picked)
        for f in picked:
            commitment = self._record(f, events, homes)
            zone = parsed.sentences[f.setting.words.token(0).sent].zone
            inside = [t.lemma for t in parsed.tokens_within(commitment.content.start, commitment.content.end)]
            told.append(Told(commitment, zone, content_lemmas(inside)))
        return tuple(merge(told))

    def _record(self, f: Found, events: tuple[Event, ...], homes: dict[str, str]) -> Commitment:
        s, hit = f.setting, f.hit
        words, unit, who = s.words, s.unit, s.declarer
        trigger = trigger_of(s, hit.trigger, events)
        consequence, specificity = consequence_of(s, hit)
        report = words.parsed.report
        return Commitment(
            id=record_id("commitment", report.id, f.content.start, f.content.end, hit.form),
            content=f.content, form=hit.form, form_cue=words.span(hit.cue), aim=aim_of(hit, trigger),
            declarer=_declarer(s, homes), declarer_span=who.span,
            addressees=addressees_of(s, hit, trigger), beneficiaries=beneficiaries_of(s, hit),
            protects=protected_of(words, hit), trigger=trigger,
            deadline=deadline_of(s, hit),
            demand=Demand(hit.demand[0], words.span(hit.demand[1])) if hit.demand else None,
            consequence=consequence, specificity=specificity, weaknesses=weaknesses_of(words, hit),
            backing=_backing(events, who), statement=unit.statement.id if unit.statement else None,
            attribution=unit.statement.chain if unit.statement else _chain(s),
            when=_when(s, f.content), again=(), made_by=self.made_by, confidence=_confidence(s, hit),
        )  # fmt: skip


def _homes(picked: list[Found]) -> dict[str, str]:
    """By name, the country that declarers without one of their own speak for ("said Iran would …")."""
    out: dict[str, str] = {}
    for f in picked:
        s, hit = f.setting, f.hit
        refuses = hit.form == "vague_warning" and s.words.matches(r"\bnot\b", hit.cue)
        if s.declarer.name is None or s.declarer.country is not None or not (refuses or hit.form in _SPEAKS_FOR):
            continue
        start = min(at[0] for at in (hit.cue, hit.consequence) if at is not None)
        modal = next((m.start for m in s.words.find("{WILL}") if m.start >= start), start)
        at = subject_range(s.words, modal)
        feared = hit.trigger is not None and hit.trigger[0] < at[1] and at[0] < hit.trigger[1]
        if at[0] < at[1] and not feared:
            span = s.words.span(at)
            country = own_country(s.grounding, (span.start, span.end))
            if country is not None:
                out.setdefault(s.declarer.name, country)
    return out


def _declarer(s: Setting, homes: dict[str, str]) -> Actor | None:
    who, parsed = s.declarer, s.words.parsed
    actor = who.actor or _stand_in(who, parsed, s.unit)
    if actor is None:
        return None
    country = who.country or homes.get(who.name or "") or actor.country or home_by_dateline(parsed, s.grounding, actor)
    if country is None or country == actor.country:
        return actor
    return replace(actor, country=country, reason=f"{actor.reason}; country from what they speak for, or the dateline")


def _stand_in(who: Declarer, parsed: Parsed, unit: Declared) -> Actor | None:
    """An actor for a speaker that grounding could not resolve."""
    if who.span is None or who.name is None or unit.speaker is None:
        return None
    mention = parsed.mention_at(unit.speaker)
    entity = mention.entity if mention else -1
    return Actor(who.span, who.name, None, (), "unknown", None, None, None, entity, "the speaker, not resolved",
                 "commitments/1", 0.3)  # fmt: skip


def _chain(s: Setting) -> tuple[Link, ...]:
    who, cue = s.declarer, s.unit.cue_token
    if who.span is None:
        return ()
    span = None
    if cue is not None:
        token = s.words.parsed.tokens[cue]
        span = s.words.parsed.report.span(token.start, token.end)
    speaker = Link(who.span, who.name, "speaker", span, "indirect", "asserts", who.actor)
    return speaker, Link(None, s.words.parsed.report.outlet, "outlet", None, "indirect", "reports")


def _when(s: Setting, content: Span) -> When | None:
    if s.unit.statement is not None:
        return s.unit.statement.when
    sentence = s.words.parsed.sentences[s.words.token(0).sent]
    outside = [t for t in s.grounding.times_within(sentence.start, sentence.end)
               if not content.overlap(t.span) and t.start is not None]  # fmt: skip
    return outside[0] if outside else None


def _backing(events: tuple[Event, ...], who: Declarer) -> tuple[str, ...]:
    if who.country is None:
        return ()
    return tuple(
        e.id for e in events
        if (e.type == "MOBILIZE" or (e.type == "CONSULT" and e.mode == "visit"))
        and any(a.country == who.country for a in e.actors)
    )  # fmt: skip


def _confidence(s: Setting, hit: Hit) -> float:
    """From what was seen on the project's own passages: the cue's weight, less where the declarer is unsure."""
    value = hit.weight
    if s.declarer.standing < 2:
        value -= 0.15
    if s.unit.statement is None:
        value -= 0.05
    if s.unit.basis in {"carried", "headline"}:
        value -= 0.1
    return round(max(0.1, value), 2)
