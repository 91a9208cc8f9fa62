"""Finds the commitments of a report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vedette.coding.commitments import pledges, threats
from vedette.coding.commitments.attribution import attributed
from vedette.coding.commitments.declared import Declared, from_statements
from vedette.coding.commitments.declarer import Declarer, declarer_of, is_media
from vedette.coding.commitments.hit import Hit, Setting, subject_range
from vedette.coding.commitments.naming import own_country
from vedette.coding.commitments.words import Words
from vedette.coding.commitments.repeats import Told, content_lemmas, merge
from vedette.coding.commitments.slots import (
    addressees_of,
    aim_of,
    beneficiaries_of,
    consequence_of,
    protected_of,
    trigger_of,
    weaknesses_of,
)
from vedette.record import Actor, Commitment, Demand, Link, When, record_id
from vedette.tables.commitments import commitment_cues, compiled, declarer_words

if TYPE_CHECKING:
    from vedette.record import Event, Grounding, Parsed, Span, Statement

_URGENCY = "before it is too late"
_WARLIKE = 3
"""How many different words of conflict make a report one of conflict; in others the sentence itself must hold one."""
_SHORT = 1200
"""Characters; a shorter report is not judged by how many words of conflict it holds."""
_STRENGTH = ("red_line_named", "ultimatum", "conditional_threat", "deterrent_warning", "announced_threat", "vague_warning",
             "demand", "self_limit", "assurance")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with its sentence and the span of its content.

    Attributes:
        barred: why it must not count: ``denied`` (nor anything within it), ``speaker`` (nor the same words from further out).
    """

    setting: Setting
    hit: Hit
    content: Span
    barred: str = ""

    @property
    def hit_span(self) -> Span:
        """The words of the cue."""
        return self.setting.words.span(self.hit.cue)


class CommitmentCoder:
    """Finds the commitments of a report: in what statements hold, and in what an own search for declarers adds."""

    def __init__(self) -> None:
        self.made_by = f"commitments/{commitment_cues().version}"

    def code(
        self, parsed: Parsed, grounding: Grounding, statements: tuple[Statement, ...], events: tuple[Event, ...]
    ) -> tuple[Commitment, ...]:
        """The commitments, in the order of the text."""
        units = [*from_statements(parsed, statements), *attributed(parsed)]
        found = [f for unit in units for f in _in_unit(parsed, grounding, unit, units)]
        told = []
        chosen = _chosen(found)
        homes = _homes(chosen)
        for f in chosen:
            commitment = self._record(f, events, homes)
            zone = parsed.sentences[f.setting.words.token(0).sent].zone
            inside = [t.lemma for t in parsed.tokens
                      if commitment.content.start <= t.start < commitment.content.end]  # fmt: skip
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
            declarer=_declarer(who, words.parsed, unit, homes), declarer_span=who.span,
            addressees=addressees_of(s, hit, trigger), beneficiaries=beneficiaries_of(s, hit),
            protects=protected_of(words, hit), trigger=trigger,
            deadline=s.grounding.time_at(words.token(hit.deadline[1] - 1).start) if hit.deadline else None,
            demand=Demand(hit.demand[0], words.span(hit.demand[1])) if hit.demand else None,
            consequence=consequence, specificity=specificity, weaknesses=weaknesses_of(words, hit),
            backing=_backing(events, who), statement=unit.statement.id if unit.statement else None,
            attribution=unit.statement.chain if unit.statement else _chain(s),
            when=_when(s, f.content), again=(), made_by=self.made_by, confidence=_confidence(s, hit),
        )  # fmt: skip


def _in_unit(parsed: Parsed, grounding: Grounding, unit: Declared, units: list[Declared]) -> list[Found]:
    words = declarer_words()
    who = _outer(parsed, grounding, unit, units)
    barred = "speaker" if who.standing == 0 or is_media(who) else ""
    if unit.cue in words.denials or unit.cue in words.recalls or _past(parsed, unit):
        barred = "denied"
    out = []
    warlike = len(parsed.text) < _SHORT or len(set(compiled(words.conflict).findall(parsed.text.lower()))) >= _WARLIKE
    for segment in (part for whole in unit.segments(parsed) for part in _parts(parsed, whole)):
        setting = Setting(segment, unit, who, grounding)
        whole = segment.trim((0, len(segment.tokens)))
        if whole[0] >= whole[1]:
            continue
        elsewhere = segment.matches(words.elsewhere) and not segment.matches(words.conflict)
        asked = segment.token(len(segment.tokens) - 1).text == "?"
        unsure = (who.standing < 2 or not warlike) and not segment.matches(words.conflict)
        hit = None if elsewhere or asked or unsure else find(setting)
        if hit is None:
            continue
        if unit.basis == "carried" and not _may_carry(setting, hit):
            continue
        content = hit.content or (_opening(segment, whole[0], hit), whole[1])
        out.append(Found(setting, hit, segment.span(content), barred))
    return out


_JOINTS = r" (?:; |, but (?=(?:if|unless|we|they|he|she|it|the|any|should|no)\b)|and (?=that\b)|, while )"


def _parts(parsed: Parsed, words: Words) -> list[Words]:
    """A sentence cut where a further main clause begins: "X; Y", "X, but if Y", "that X and that Y"."""
    cuts = [m.end for m in words.find(_JOINTS)]
    parts, start = [], 0
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
    if start + 1 < first and words.token(start).pos == "ADV" and words.token(start + 1).text == ",":
        start += 2
    return start


def find(s: Setting) -> Hit | None:
    """The strongest commitment of a sentence."""
    red = threats.red_line(s)
    if red is not None:
        return red
    asked = pledges.demand(s)
    conditional = threats.conditional_threat(s, asked)
    ultimatum = threats.ultimatum(s, conditional, asked)
    vague = threats.vague(s)
    if asked is not None and vague is not None and s.words.words(vague.cue) == _URGENCY:
        vague = None
    return (
        ultimatum
        or conditional
        or threats.deterrent(s)
        or threats.announced(s)
        or vague
        or asked
        or pledges.self_limit(s)
        or pledges.assurance(s)
    )


def _may_carry(s: Setting, hit: Hit) -> bool:
    """Without a reporting verb only plain words count: by a power named as the subject, or going on a quotation."""
    if s.declarer.standing < 2:
        return False
    if hit.form == "announced_threat" and not _in_quotation(s, hit):
        return s.unit.basis == "headline"
    return hit.form not in {"assurance", "self_limit"} and hit.weight >= 0.65


def _in_quotation(s: Setting, hit: Hit) -> bool:
    at = s.words.token(hit.cue[0]).start
    return any(q.kind == "direct" and q.inner.start <= at < q.inner.end for q in s.words.parsed.quotations)


def _outer(parsed: Parsed, grounding: Grounding, unit: Declared, units: list[Declared]) -> Declarer:
    """The declarer; a spokesman for the body whose words he gives ("said the army announces that …")."""
    who = declarer_of(parsed, grounding, unit)
    parent = _parent(unit, units)
    if parent is None and who.standing == 0 and _pronoun(parsed, unit):
        return _before(parsed, grounding, unit, units) or who
    if parent is None:
        return who
    outer = declarer_of(parsed, grounding, parent)
    if who.standing == 0 and _pronoun(parsed, unit):
        return outer
    person = outer.actor is not None and outer.actor.kind == "person"
    body = who.actor is None or who.actor.kind != "person"
    if person and body and outer.standing == 2 and (who.country in {None, outer.country}):
        return outer
    return who


def _pronoun(parsed: Parsed, unit: Declared) -> bool:
    return unit.speaker is not None and parsed.tokens[unit.speaker].pos == "PRON"


def _before(parsed: Parsed, grounding: Grounding, unit: Declared, units: list[Declared]) -> Declarer | None:
    """For "he" that nothing resolves: the person who spoke last, within two paragraphs."""
    speaker = unit.speaker or 0
    if parsed.tokens[speaker].text.lower() not in {"he", "she"}:
        return None
    here = parsed.sentences[parsed.tokens[speaker].sent].paragraph
    earlier = [u for u in units if u.speaker is not None and u.speaker < speaker and not _pronoun(parsed, u)
               and here - parsed.sentences[parsed.tokens[u.speaker].sent].paragraph <= 1]  # fmt: skip
    if not earlier:
        return None
    found = declarer_of(parsed, grounding, max(earlier, key=lambda u: u.speaker or 0))
    return found if found.standing == 2 else None


def _parent(unit: Declared, units: list[Declared]) -> Declared | None:
    """The statement that holds this one: by its record, else the shortest whose words hold them."""
    if unit.statement is None:
        return None
    if unit.statement.parent is not None:
        return next((u for u in units if u.statement is not None and u.statement.id == unit.statement.parent), None)
    first, last = unit.tokens[0], unit.tokens[-1]
    around = [u for u in units if u.statement is not None and u is not unit and u.tokens[0] <= first
              and last <= u.tokens[-1] and len(u.tokens) > len(unit.tokens)]  # fmt: skip
    return min(around, key=lambda u: len(u.tokens), default=None)


def _past(parsed: Parsed, unit: Declared) -> bool:
    """Whether the saying itself is told as history: "had warned", "was told in 1939"."""
    if unit.cue_token is None:
        return False
    kids = parsed.dependents(unit.cue_token, "aux")
    sentence = parsed.sentences[parsed.tokens[unit.cue_token].sent]
    texts = [parsed.tokens[i].text for i in range(sentence.first, sentence.last)]
    years = any(len(t) == 4 and t.isdigit() and "1700" <= t <= "2099" for t in texts)
    return years and any(k.text.lower() == "had" for k in kids)


def _chosen(found: list[Found]) -> list[Found]:
    """One for each stretch of text: of statements before own finds, the innermost, the strongest form."""
    out: list[Found] = []
    barred = [f for f in found if f.barred]
    free = [f for f in found if not f.barred]
    free = [f for f in free if not any(_completes(g, f) for g in free)]
    for f in sorted(free, key=_rank):
        if not any(_overlaps(f.content, g.content) for g in out) and not any(_bars(g, f) for g in barred):
            out.append(f)
    return out


_SPEAKS_FOR = frozenset({"deterrent_warning", "assurance", "self_limit", "conditional_threat", "announced_threat"})
_OPEN = frozenset({"announced_threat", "vague_warning", "demand", "assurance", "deterrent_warning"})
_CONDITIONAL = frozenset({"conditional_threat", "ultimatum"})


def _completes(g: Found, f: Found) -> bool:
    """Whether ``g`` has the condition that ``f``, the same words from the same speaker, was cut short of."""
    same = g.setting.unit.speaker == f.setting.unit.speaker and g.content.start <= f.content.start + 5
    longer = g.content.end > f.content.end and bool(g.content.overlap(f.hit_span))
    return same and longer and f.hit.form in _OPEN and g.hit.form in _CONDITIONAL


def _bars(g: Found, f: Found) -> bool:
    if not _overlaps(f.content, g.content):
        return False
    if g.barred == "denied":
        return True
    stronger = g.setting.unit.statement is not None or f.setting.unit.statement is None
    return stronger and len(g.content) <= len(f.content) + 3


def _rank(f: Found) -> tuple[bool, int, int, int]:
    own = f.setting.unit.statement is None
    return own, len(f.content), _STRENGTH.index(f.hit.form), f.content.start


def _overlaps(a: Span, b: Span) -> bool:
    shared = a.overlap(b)
    return shared * 2 > min(len(a), len(b))


def _homes(chosen: list[Found]) -> dict[str, str]:
    """By name, the country of declarers that have none of their own: that for which they speak ("said Iran would …")."""
    out: dict[str, str] = {}
    for f in chosen:
        s, hit = f.setting, f.hit
        if s.declarer.name is None or s.declarer.country is not None or hit.form not in _SPEAKS_FOR:
            continue
        start = min(at[0] for at in (hit.cue, hit.consequence) if at is not None)
        modal = next((m.start for m in s.words.find("{WILL}") if m.start >= start), start)
        at = subject_range(s.words, modal)
        if at[0] < at[1]:
            span = s.words.span(at)
            country = own_country(s.grounding, (span.start, span.end))
            if country is not None:
                out.setdefault(s.declarer.name, country)
    return out


def _declarer(who: Declarer, parsed: Parsed, unit: Declared, homes: dict[str, str]) -> Actor | None:
    actor = who.actor or _stand_in(who, parsed, unit)
    if actor is None or actor.country is not None:
        return actor
    country = who.country or homes.get(who.name or "")
    if country is None:
        return actor
    return replace(actor, country=country, reason=f"{actor.reason}; country from what they speak for")


def _stand_in(who: Declarer, parsed: Parsed, unit: Declared) -> Actor | None:
    """An actor for a speaker that grounding could not resolve."""
    if who.span is None or who.name is None or unit.speaker is None:
        return None
    mention = parsed.mention_at(unit.speaker)
    entity = mention.entity if mention else -1
    return Actor(who.span, who.name, None, (), "unknown", None, None, None, entity, "named as the speaker, not resolved",
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
    outside = [t for t in s.grounding.times if sentence.start <= t.span.start < sentence.end
               and not content.overlap(t.span) and t.start is not None]  # fmt: skip
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
