"""From triggers to incidents: one for each kind that a report tells of, with all that is said of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.coding.events.incidents import fillers
from vedette.coding.events.incidents.triggers import Trigger, triggers_of, with_conjuncts
from vedette.tables.incidents import incident_table
from vedette.tables.magnitudes import number_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vedette.record import Parsed, Span

NEAR = 15
"""How many tokens after what it did an incident may be named ("destroyed two shops in the attack")."""
MOST = {"doers": 2, "organisations": 1, "targets": 3, "victims": 3, "weapons": 1}
"""How many fillers a role takes; the first named come first, as the news does."""


@dataclass(frozen=True, slots=True)
class Incident:
    """A violent incident of a report.

    Attributes:
        kind: a type of ``incidents.yaml``.
        triggers: the words that name it.
        doers, organisations, targets, victims, weapons: the phrases of its roles.
    """

    kind: str
    triggers: tuple[Span, ...]
    doers: tuple[Span, ...]
    organisations: tuple[Span, ...]
    targets: tuple[Span, ...]
    victims: tuple[Span, ...]
    weapons: tuple[Span, ...]


@dataclass(slots=True)
class _Draft:
    """What one sentence's triggers give of an incident."""

    trigger: Trigger
    doers: list[Span]
    organisations: list[Span]
    targets: list[Span]
    victims: list[Span]
    weapons: list[Span]
    armed_sides: bool
    persons: bool


def incidents_of(parsed: Parsed) -> tuple[Incident, ...]:
    """The incidents of a report, in the order of their first words."""
    drafts = [_draft(parsed, t) for t in triggers_of(parsed)]
    _add_damage(parsed, drafts)
    kinds = Counter(d.trigger.kind for d in drafts if _tells(d))
    out = []
    for kind in sorted(kinds, key=lambda k: next(i for i, d in enumerate(drafts) if d.trigger.kind == k and _tells(d))):
        mine = [d for d in drafts if d.trigger.kind == kind]
        if kind == "attack" and len(kinds) > 1 and not any(d.victims for d in mine):
            continue
        out.append(_merged(parsed, kind, mine))
    return tuple(out)


def _add_damage(parsed: Parsed, drafts: list[_Draft]) -> None:
    """Gives things that are told as damaged or destroyed to the bombing or attack that the text told of last."""
    table = incident_table()
    for token in parsed.tokens:
        if token.pos != "VERB" or token.lemma.lower() not in table.damage:
            continue
        before = [d for d in drafts if d.trigger.kind in {"bombing", "attack"} and d.trigger.token < token.i + NEAR]
        hit = with_conjuncts(parsed, [t.i for t in parsed.dependents(token.i, "dobj", "nsubjpass")])
        if before:
            before[-1].targets += _spans(fillers.thing(parsed, i) for i in hit)


def _tells(draft: _Draft) -> bool:
    """Whether a draft says enough to stand for an incident: whom or what it hit, or how."""
    if draft.armed_sides and not draft.victims and not draft.targets:
        return False
    if draft.trigger.kind in {"bombing"}:
        return bool(draft.weapons or draft.targets or draft.victims)
    if draft.trigger.generic or draft.trigger.kind in {"robbery", "arson"}:
        return bool(draft.targets or draft.victims or (draft.persons and draft.trigger.kind == "attack"))
    return bool(draft.victims or draft.targets or draft.doers or draft.persons)


def _draft(parsed: Parsed, trigger: Trigger) -> _Draft:
    sentence = parsed.sentences[parsed.tokens[trigger.token].sent]
    table = incident_table()
    doers = _spans(fillers.doer(parsed, i) for i in trigger.doers)
    victims = [] if trigger.kind in {"arson", "robbery"} else _spans(fillers.victim(parsed, i) for i in trigger.objects)
    targets = _spans(fillers.thing(parsed, i) for i in (*trigger.objects, *_scene(trigger)))
    weapons = _weapons(parsed, trigger, sentence.first, sentence.last)
    named: list[Span] = []
    for i in trigger.doers:
        named += fillers.groups(parsed, i)
    hit = [parsed.tokens[i].lemma.lower() for i in trigger.objects]
    armed = bool(hit) and all(h in table.military for h in hit)
    persons = any(h in number_table().persons and h not in table.military for h in hit)
    return _Draft(trigger, doers, named, targets, victims, weapons, armed, persons)


def _scene(trigger: Trigger) -> tuple[int, ...]:
    return trigger.scene if trigger.kind == "bombing" else ()


def _weapons(parsed: Parsed, trigger: Trigger, first: int, last: int) -> list[Span]:
    if trigger.kind not in {"bombing", "attack"}:
        return []
    return _spans(fillers.weapon(parsed, i) for i in range(first, last))


def _spans(found: Iterable[Span | None]) -> list[Span]:
    return [s for s in found if s is not None]


def _merged(parsed: Parsed, kind: str, drafts: list[_Draft]) -> Incident:
    doers = _distinct(s for d in drafts for s in d.doers) or _unnamed(parsed, drafts)
    organisations = _distinct(s for d in drafts for s in d.organisations) or _beside(parsed, drafts)
    return Incident(
        kind,
        tuple(parsed.span(d.trigger.token, d.trigger.token + 1) for d in drafts),
        doers[: MOST["doers"]],
        organisations[: MOST["organisations"]],
        _distinct(s for d in drafts for s in d.targets)[: MOST["targets"]],
        _distinct(s for d in drafts for s in d.victims)[: MOST["victims"]],
        _distinct(s for d in drafts for s in d.weapons)[: MOST["weapons"]],
    )


def _sentences(parsed: Parsed, drafts: list[_Draft]) -> list[tuple[int, int]]:
    """The token ranges of the sentences of the drafts, each once, in the order of the text."""
    held = sorted({parsed.tokens[d.trigger.token].sent for d in drafts})
    return [(parsed.sentences[k].first, parsed.sentences[k].last) for k in held]


def _unnamed(parsed: Parsed, drafts: list[_Draft]) -> tuple[Span, ...]:
    """The first doers without a name that the sentences speak of, where the parse gives none to the trigger.

    A word before the trigger ("a terrorist attack") counts as well; failing these, the first in the whole report.
    """
    table = incident_table()
    everything = [(s.first, s.last) for s in parsed.sentences]
    for ranges, before_nouns in (
        (_sentences(parsed, drafts), False),
        (_sentences(parsed, drafts), True),
        (everything, False),
    ):
        for i in (k for first, last in ranges for k in range(first, last)):
            token = parsed.tokens[i]
            if token.lemma.lower() not in table.anonymous or token.pos not in {"NOUN", "ADJ"}:
                continue
            modifies = token.dep in {"compound", "amod"}
            if modifies == before_nouns:
                return (parsed.span(i, i + 1) if modifies else fillers.phrase(parsed, i),)
    return ()


def _beside(parsed: Parsed, drafts: list[_Draft]) -> tuple[Span, ...]:
    """The first armed group, no state's force, that the sentences name, where the parse gives none to the trigger."""
    table = incident_table()
    for first, last in _sentences(parsed, drafts):
        for which, span in fillers.organisations(parsed, first, last):
            if table.organisations[which][0] not in table.state_forces:
                return (span,)
    return ()


def _distinct(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of different words, the first of each; what lies within the words of one kept is left out."""
    out: list[Span] = []
    for span in spans:
        words = span.quote.lower()
        if not any(words in kept.quote.lower() or kept.quote.lower() in words for kept in out):
            out.append(span)
    return tuple(out)
