"""Who says that an event happened, and whether they are a party to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vedette.coding.events.governors import clause_verb, tokens_in
from vedette.coding.events.said import Said
from vedette.tables.assertion import assertion_lexicon

if TYPE_CHECKING:
    from vedette.record import Actor, Grounding, Parsed, Span, Statement

_POLITICAL = frozenset({"GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "LEG", "SPY", "PRM", "UAF", "PRE", "IMG"})
_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
_REBELS = frozenset({"REB", "UAF", "IMG", "OPP"})
_PRESS = frozenset({"JRN"})


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever vouches for an event.

    Attributes:
        speaker: who that is; None where it cannot be told.
        cue: the word that attributes.
        by_outlet: whether nobody but the outlet says so.
        accuses: whether the cue itself lays blame ("accused").
        claims: whether the cue leaves it open that it is so ("claims").
        thanks: whether the cue gives thanks or praise for it.
        relays: whether it is a report of the press or of nobody in particular.
    """

    speaker: Actor | None
    cue: Span | None
    by_outlet: bool
    accuses: bool
    relays: bool
    thanks: bool = False
    claims: bool = False


def source_of(parsed: Parsed, grounding: Grounding, statements: tuple[Statement, ...], anchor: int) -> Source | None:
    """The source of the innermost statement whose content holds the anchor; without statements, that of the parse."""
    inner = innermost(parsed, statements, anchor)
    if inner is not None:
        words = set() if inner.cue is None else set(inner.cue.quote.lower().split())
        accusing = any(w.startswith(assertion_lexicon().table.accusing_stems) for w in words)
        relays = inner.speaker is None or _is_press(inner.speaker) or inner.channel == "agency"
        claims = any(w.startswith("claim") for w in words)
        return Source(inner.speaker, inner.cue, by_outlet=False, accuses=accusing, relays=relays, claims=claims)
    return _syntactic_source(parsed, grounding, anchor)


def innermost(parsed: Parsed, statements: tuple[Statement, ...], anchor: int) -> Statement | None:
    """The narrowest statement whose content holds the anchor, of those that vouch for what they say."""
    token = parsed.tokens[anchor]
    holding = [s for s in Said.of(statements).at(token.start) if _vouches(s) and _is_speech(parsed, s.cue)]
    return min(holding, key=lambda s: sum(len(c) for c in s.content), default=None)


def _vouches(statement: Statement) -> bool:
    """Whether a statement tells what is so; an act or intention that no rule knows the verb of does not."""
    _, kind, pattern = statement.made_by.split(".")
    return not (pattern.startswith("learnt") and kind in {"act", "intention"})


def _is_speech(parsed: Parsed, cue: Span | None) -> bool:
    """Whether a cue vouches for its content: what somebody regrets, considers or dares, nobody has said."""
    if cue is None:
        return True
    lexicon = assertion_lexicon()
    words = tokens_in(parsed, cue)
    moods = (lexicon.predicate("A", t.text.lower()) for t in words if t.pos == "ADJ" or t.tag == "VBN")
    if any(m is not None and m.name == "factive" for m in moods):
        return False
    verbs = [t for t in words if t.pos == "VERB"]
    if not verbs:
        return True
    lemma = verbs[-1].lemma.lower()
    predicate = lexicon.predicate("V", lemma)
    return predicate is None or predicate.name in lexicon.table.speech or lemma in lexicon.table.speech_factives


def _syntactic_source(parsed: Parsed, grounding: Grounding, anchor: int) -> Source | None:
    """The subject of the nearest verb of saying, or of judging, above the anchor's clause."""
    i = anchor
    while parsed.tokens[i].head != i:
        dep, i = parsed.tokens[i].dep, parsed.tokens[i].head
        found = _judged_by(parsed, grounding, i, dep) or _told_by(parsed, grounding, i, dep)
        if found is not None:
            return found
    return None


def _told_by(parsed: Parsed, grounding: Grounding, i: int, dep: str) -> Source | None:
    head = parsed.tokens[i]
    lexicon = assertion_lexicon()
    predicate = lexicon.predicate("V", head.lemma.lower()) if head.pos == "VERB" else None
    if predicate is None or predicate.name not in {"report", "claim"}:
        return None
    accuses = head.lemma.lower() in lexicon.table.accusing
    if dep in {"ccomp", "xcomp"} or (accuses and dep in {"pcomp", "prep", "dobj"}):
        return _subject_of(parsed, grounding, i, accuses=accuses)
    return None


def _judged_by(parsed: Parsed, grounding: Grounding, i: int, dep: str) -> Source | None:
    """Whoever thanks or rebukes somebody for an act vouches for it ("thanked them for sending troops")."""
    head = parsed.tokens[i]
    table = assertion_lexicon().table
    lemma = head.lemma.lower()
    if dep != "prep" or lemma not in table.thanking | table.reproaching:
        return None
    if not any(p.text.lower() == "for" for p in parsed.dependents(i, "prep")):
        return None
    found = _subject_of(parsed, grounding, i, accuses=lemma in table.reproaching)
    return replace(found, thanks=lemma in table.thanking)


def _subject_of(parsed: Parsed, grounding: Grounding, i: int, *, accuses: bool) -> Source:
    subject = next(iter(parsed.dependents(i, "nsubj", "nsubjpass")), None)
    speaker = None if subject is None else grounding.actor_at(subject.start)
    relays = speaker is None or _is_press(speaker)
    claims = parsed.tokens[i].lemma == "claim"
    return Source(speaker, parsed.span(i, i + 1), by_outlet=False, accuses=accuses, relays=relays, claims=claims)


def voice(parsed: Parsed, grounding: Grounding, source: Source, anchor: int, actors: tuple[Actor, ...]) -> str:
    """``claimed`` by a party to the event, ``accused`` by one side of the other, ``reported`` by anybody else."""
    if source.thanks or party(parsed, source, anchor, actors):
        return "claimed"
    if source.relays or source.speaker is None:
        return "accused" if source.accuses else "reported"
    if source.accuses:
        return "accused"
    if not set(source.speaker.sectors) & _POLITICAL and source.speaker.kind != "state":
        return "reported"
    if source.claims and any(a.country is not None for a in actors):
        return "accused"
    suffering = _others_of_clause(parsed, grounding, anchor, actors)
    if same_side(source.speaker, suffering):
        return "accused" if actors else "claimed"
    return "reported"


def party(parsed: Parsed, source: Source, anchor: int, actors: tuple[Actor, ...]) -> bool:
    """Whether the source is a party to the event: of the actors' side, or one who says "we"."""
    if _first_person(parsed, anchor):
        return True
    return not source.relays and same_side(source.speaker, actors)


def _first_person(parsed: Parsed, anchor: int) -> bool:
    """Whether the subject of the anchor's clause is "we" or "our men"."""
    for subject in parsed.dependents(clause_verb(parsed, anchor), "nsubj"):
        words = [subject, *parsed.dependents(subject.i, "poss")]
        if any(w.text.lower() in {"we", "i", "our", "my"} for w in words):
            return True
    return False


def same_side(speaker: Actor | None, parties: tuple[Actor, ...]) -> bool:
    """Whether a speaker is one of the parties, or of the country of one."""
    if speaker is None:
        return False
    return any(
        (speaker.entity >= 0 and speaker.entity == p.entity)
        or (speaker.id is not None and speaker.id == p.id)
        or (speaker.country is not None and speaker.country == p.country and not _opposed(speaker, p))
        for p in parties
    )


def _opposed(a: Actor, b: Actor) -> bool:
    """Whether one is of the state and the other of those who fight it."""
    first, second = set(a.sectors), set(b.sectors)
    return bool((first & _STATE and second & _REBELS) or (second & _STATE and first & _REBELS))


def _others_of_clause(
    parsed: Parsed, grounding: Grounding, anchor: int, actors: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """The actors that the anchor's clause names beside those who act."""
    held = parsed.subtree(clause_verb(parsed, anchor))
    done = {a.span.start for a in actors}
    found = (grounding.actor_at(parsed.tokens[i].start) for i in held)
    return tuple(a for a in found if a is not None and a.span.start not in done)


def _is_press(actor: Actor) -> bool:
    return actor.authority in {"state_media", "anonymous"} or bool(_PRESS & set(actor.sectors[:1]))
