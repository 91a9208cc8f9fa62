"""The strongest commitment of each sentence of somebody's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments import pledges, vows
from vedette.coding.commitments.choice import Found
from vedette.coding.commitments.conditional import conditional_threat
from vedette.coding.commitments.declared import COMMISSIVE
from vedette.coding.commitments.declarer import is_media
from vedette.coding.commitments.deterrents import announced, deterrent, vague
from vedette.coding.commitments.hit import Hit, Setting
from vedette.coding.commitments.red_lines import red_line, ultimatum
from vedette.coding.commitments.speakers import Units, speaker_behind, told_as_history
from vedette.coding.commitments.stretch import continued
from vedette.coding.commitments.words import Words
from vedette.tables.commitment_forms import commitment_forms
from vedette.tables.commitments import commitment_cues, compiled, declarer_words

if TYPE_CHECKING:
    from vedette.coding.commitments.declared import Declared
    from vedette.record import Grounding, Parsed

_URGENCY = "before it is too late"
_ASKING = COMMISSIVE | {"warn", "caution", "draw", "give", "set", "issue"}
_WARLIKE = 6
"""How many different words of conflict make a report one of conflict; in others the sentence itself must hold one."""
_SHORT = 1200
"""Characters; a shorter report is not judged by how many words of conflict it holds."""
_JOINTS = r" (?:; |, but (?=(?:if|unless|we|they|he|she|it|the|any|should|no)\b)|and (?=that\b)|, while )"


def is_warlike(parsed: Parsed) -> bool:
    """Whether a report holds enough different words of conflict; short ones are not judged."""
    pattern = compiled(declarer_words().conflict)
    return len(parsed.text) < _SHORT or len(set(pattern.findall(parsed.text.lower()))) >= _WARLIKE


def in_words_of(parsed: Parsed, grounding: Grounding, unit: Declared, units: Units, warlike: bool) -> list[Found]:
    """The strongest commitment of each sentence of a unit, with why it must not count where it must not."""
    words = declarer_words()
    who = speaker_behind(parsed, grounding, unit, units)
    barred = "speaker" if who.standing == 0 or is_media(who, unit.cue) else ""
    if unit.cue in words.denials or unit.cue in words.recalls or told_as_history(parsed, unit):
        barred = "denied"
    out = []
    asks = unit.cue in _ASKING or unit.cue in commitment_cues().demand.cues
    segments = [continued(parsed, whole) for whole in unit.segments(parsed)]
    for segment in (part for whole in segments for part in _parts(parsed, whole)):
        if not asks and not segment.matches(commitment_cues().gate) and not segment.matches(commitment_forms().gate):
            continue
        setting = Setting(segment, unit, who, grounding)
        whole = segment.trim((0, len(segment.tokens)))
        if whole[0] >= whole[1]:
            continue
        elsewhere = segment.matches(words.elsewhere) and not segment.matches(words.conflict)
        asked = segment.token(len(segment.tokens) - 1).text == "?"
        unsure = (who.standing < 2 or not warlike) and not (segment.matches(words.conflict) or _state_in(setting))
        hit = None if elsewhere or asked or unsure else find(setting)
        if hit is None:
            continue
        if unit.basis == "carried" and not _may_carry(setting, hit):
            continue
        content = hit.content or (_opening(segment, whole[0], hit), whole[1])
        out.append(Found(setting, hit, segment.span(content), barred))
    return out


def _parts(parsed: Parsed, words: Words) -> list[Words]:
    """A sentence cut where a further main clause begins: "X; Y", "X, but if Y", "that X and that Y"."""
    cuts = [m.end for m in words.find(_JOINTS)]
    parts: list[Words] = []
    start = 0
    for cut in [*cuts, len(words.tokens)]:
        tokens = words.tokens[start:cut]
        if tokens and parsed.tokens[tokens[0]].text.lower() == "that":
            tokens = tokens[1:]
        start = cut
        if tokens:
            parts.append(Words.of(parsed, tokens, words.prefix if not parts else ""))
    return parts


def _opening(words: Words, start: int, hit: Hit) -> int:
    """Where the content begins: without "that" and without an adverb that only joins ("However,")."""
    first = min(at[0] for at in (hit.cue, hit.trigger, hit.consequence) if at is not None)
    performed = [m.end for m in words.find(commitment_cues().performed) if start < m.end <= first]
    if performed:
        return performed[-1]
    if start < first and words.token(start).text.lower() == "that" and words.token(start).dep == "mark":
        start += 1
    if start < first and words.token(start).ner == "DATE" and words.token(start + 1).pos in {"PRON", "DET"}:
        start += 1
    if start + 1 < first and words.token(start).pos == "ADV" and words.token(start + 1).text == ",":
        start += 2
    return start


def find(s: Setting) -> Hit | None:
    """The strongest commitment of a sentence."""
    red = red_line(s)
    if red is not None:
        return red
    asked = pledges.demand(s)
    conditional = conditional_threat(s, asked)
    limited = ultimatum(s, conditional, asked)
    hint = vague(s)
    if asked is not None and hint is not None and s.words.words(hint.cue) == _URGENCY:
        hint = None
    return (
        limited
        or conditional
        or deterrent(s)
        or announced(s)
        or hint
        or asked
        or vows.held_back(s)
        or pledges.self_limit(s)
        or vows.disowned(s)
        or pledges.assurance(s)
    )


def _state_in(s: Setting) -> bool:
    """Whether a sentence names a state or its government."""
    actors = (s.grounding.actor_at(s.words.token(k).start) for k in range(len(s.words.tokens)))
    return any(a is not None and a.kind == "state" for a in actors)


def _may_carry(s: Setting, hit: Hit) -> bool:
    """Without a reporting verb only plain words count: by a power named as the subject, or going on a quotation."""
    if s.declarer.standing < 2:
        return False
    if not s.unit.cue and s.unit.basis == "carried" and hit.form in {"vague_warning", "demand"}:
        return False
    if hit.form == "announced_threat" and not _in_quotation(s, hit):
        return s.unit.basis == "headline"
    return hit.form not in {"assurance", "self_limit"} and hit.weight >= (0.6 if s.unit.cue else 0.65)


def _in_quotation(s: Setting, hit: Hit) -> bool:
    at = s.words.token(hit.cue[0]).start
    return s.words.parsed.in_direct_quotation(at)
