"""Warnings and threats without a condition of their own: deterrent, announced, vague."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.declarer import side
from vedette.coding.commitments.hit import (
    Hit,
    Setting,
    is_act,
    object_range,
    predicate_range,
    subject_range,
)
from vedette.tables.commitments import Cue, commitment_cues, compiled

if TYPE_CHECKING:
    from vedette.coding.commitments.hit import Setting
    from vedette.coding.commitments.words import Match, Range, Words

_NO_VICTIM = (
    r"\b(?:steps?|measures?|decisions?|care|action|everything|carcass\w*|rations?|stocks?|crops?|plant|it all)\b"
)


def deterrent(s: Setting) -> Hit | None:
    """A warning against an act, its condition left implicit."""
    if s.unit.cue in {"warn", "caution"} and not _warns_of(s):
        against = _warned_against(s)
        if against is not None:
            at, trigger = against
            idle = s.words.matches(commitment_cues().negotiable, (trigger[0], min(trigger[0] + 4, trigger[1])))
            return None if idle else Hit("deterrent_warning", at, trigger, weight=0.7)
    return deterrent_of(s)


def _warned_against(s: Setting) -> tuple[Range, Range] | None:
    """The words after "warned X against", and the words that show it."""
    words = s.words
    before = words.tokens[0] - 1
    if before > (s.unit.cue_token or 0) and words.parsed.tokens[before].text.lower() == "against":
        whole = words.trim((0, len(words.tokens)))
        return (whole, whole) if whole[0] < whole[1] else None
    told = words.first(r"^(?:[\w'.-]+ ){0,5}?not to (?=\w)")
    if told is not None:
        asked = object_range(words, told.end)
        return ((told.end - 2, told.end), asked) if asked is not None else None
    m = words.first(r"\bagainst (?=\w)")
    if m is None or m.start > 8 or words.matches("{WILL}", (0, m.start)):
        return None
    trigger = object_range(words, m.end)
    return ((m.start, m.end), trigger) if trigger is not None else None


def _warns_of(s: Setting) -> bool:
    """As in “warned of threats against …”: what follows is feared, not forbidden."""
    cue = s.unit.cue_token
    return cue is not None and s.words.parsed.tokens[min(cue + 1, len(s.words.parsed.tokens) - 1)].text.lower() == "of"


def deterrent_of(s: Setting) -> Hit | None:
    """A warning by the words of the sentence alone, whatever verb reports it."""
    for cue in commitment_cues().deterrent:
        for m in s.words.find(cue.pattern):
            hit = _deterrent_at(s, cue, m)
            if hit is not None:
                return hit
    return None


def _deterrent_at(s: Setting, cue: Cue, m: Match) -> Hit | None:
    words, cues = s.words, commitment_cues()
    subject = subject_range(words, m.start)
    at = (m.start, m.end)
    if cue.trigger == "whole":
        return Hit("deterrent_warning", at, words.trim(m.group or at), weight=0.6)
    if cue.trigger == "subject":
        late = words.first(r"\b(?:and|but|that) (?=(?:any|every|each) )")
        if late is not None and late.end < m.start and not words.matches(r"^(?:any|every|each)\b", subject):
            subject = words.trim((late.end, m.start))
        future = words.matches(r"{WILL}|not", (max(0, m.start - 1), m.end))
        general = words.matches(r"^(?:any|every|each|all|further|such|attempts?)\b", subject)
        if subject[0] >= subject[1] or not (general or (future and is_act(words, subject) and _acts(words, subject))):
            return None
        return Hit("deterrent_warning", at, subject, weight=0.7)
    if side(words, subject, s.declarer, s.grounding) == "other":
        return None
    if cue.trigger == "condition":
        verb = predicate_range(words, m.start)
        if not any(words.matches(c.pattern, verb) for c in cues.consequences):
            return None
        return Hit("deterrent_warning", at, None, verb, weight=0.65)
    found = object_range(words, m.end)
    if found is None or words.matches(cues.negotiable, (found[0], min(found[0] + 4, found[1]))):
        return None
    consequence = words.trim((m.start, _before_preposition(words, m))) if cue.consequence else None
    means = (
        words.first(r"\bwith (?=(?:a|an|all|every|full|force|its|our|their|the same|the utmost)\b)")
        if consequence
        else None
    )
    if means is not None and found[0] < means.start < found[1] and cue.consequence:
        found = words.trim((found[0], means.start))
    return Hit("deterrent_warning", at, found, consequence, weight=0.75)


def _acts(words: Words, at: Range) -> bool:
    return any(words.matches(t.pattern, at) for t in commitment_cues().trigger_words)


def _before_preposition(words: Words, m: Match) -> int:
    last = words.token(m.end - 1).text.lower()
    return m.end - 1 if last in {"to", "against", "for"} else m.end


def announced(s: Setting) -> Hit | None:
    """An intent to harm, without a condition; with one where its object is whoever does something."""
    words = s.words
    if s.unit.cue in {"threaten", "vow", "swear", "promise", "pledge"} and words.matches(commitment_cues().revenge):
        whole = words.trim((0, len(words.tokens)))
        return Hit("announced_threat", (0, 1), None, whole, weight=0.6)
    for cue in commitment_cues().announced:
        for m in words.find(cue.pattern):
            subject = subject_range(words, m.start)
            passive = words.matches(r"{WILL} {ADV}be\b|\btargets?\b", (m.start, m.end))
            before = (max(0, m.start - 3), m.end)
            if not _meant(s, subject, passive) or words.matches(r"\b(?:no|not|never|n't)\b(?! hesitate)", before):
                continue
            consequence = predicate_range(words, subject[0] if passive and subject[0] < subject[1] else m.start)
            doer = words.first(commitment_cues().doer)
            if doer is not None and doer.start >= m.end - 1:
                trigger = (doer.start, consequence[1])
                if trigger[0] < trigger[1]:
                    return Hit("conditional_threat", (m.start, m.end), trigger, consequence, weight=0.65)
            return Hit("announced_threat", (m.start, m.end), None, consequence, weight=0.65)
    return None


def _meant(s: Setting, subject: Range, passive: bool) -> bool:
    """Whether a harm is the declarer's to do: by its own side, or to somebody, and not a step, a carcass, a plant."""
    if s.declarer.standing < 2 or s.words.matches(_NO_VICTIM, subject):
        return False
    if subject[0] >= subject[1] or passive:
        return True
    whose = side(s.words, subject, s.declarer, s.grounding)
    armed = whose == "unknown" and s.words.matches(commitment_cues().demand.matter, subject)
    return whose in {"own", "state"} or armed


def vague(s: Setting) -> Hit | None:
    """A threat that names neither act nor consequence."""
    words, cues = s.words, commitment_cues()
    for cue in cues.vague:
        for m in words.find(cue.pattern):
            after = words.words((m.end, min(m.end + 6, len(words.tokens))))
            if compiled(cues.negotiable).search(after):
                continue
            at = (m.start, m.end)
            return Hit("vague_warning", at, None, predicate_range(words, m.start), weight=0.65)
    return None
