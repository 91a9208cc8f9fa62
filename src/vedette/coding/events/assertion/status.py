"""The codebook's assertion status: whether an event is told as done, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.assertion import background, sources
from vedette.coding.events.assertion.factuality import Projection
from vedette.coding.events.assertion.refuted import refuted_by
from vedette.coding.events.assertion.verdict import REAL, Verdict
from vedette.coding.events.governors import tokens_in
from vedette.tables.assertion import assertion_lexicon

if TYPE_CHECKING:
    from vedette.record import Actor, Grounding, Parsed, Span, Statement

OPEN = 2.5
"""Below this an event that a modal or attitude bears on ("will", "plans to") is not told as done."""


def assess(
    parsed: Parsed,
    grounding: Grounding,
    statements: tuple[Statement, ...],
    anchor_token: int,
    actors: tuple[Actor, ...],
) -> tuple[str, Span | None]:
    """The assertion status of the event at a token, and the word that shows it.

    Args:
        parsed, grounding, statements: what is known of the report.
        anchor_token: the head of the event's predicate; for an act of speech what ``saying_of`` gives.
        actors: who is said to have done it; a speaker of their side claims, another party accuses.

    Returns:
        One of the codebook's statuses, and the span of its cue (None where none is needed).
    """
    false = refuted_by(parsed, anchor_token)
    if false is not None:
        return "denied", _span(parsed, false)
    reaction = background.reacted_to(parsed, grounding, anchor_token)
    if reaction is not None:
        return "background", reaction.cue
    verdict = Projection(parsed).verdict(anchor_token)
    source = sources.source_of(parsed, grounding, statements, anchor_token)
    unreal = _unreal(verdict)
    if unreal is not None:
        status, word = unreal
        if status == "negated" and source is not None and sources.party(parsed, source, anchor_token, actors):
            status = "denied"
        return status, _span(parsed, word)
    voiced = [o for o in verdict.operators if o.status in {"reported", "accused"}]
    if source is not None and not source.by_outlet:
        cue = source.cue or (_span(parsed, voiced[-1].token) if voiced else None)
        return sources.voice(parsed, grounding, source, anchor_token, actors), cue
    if voiced:
        blamed = parsed.tokens[voiced[-1].token].lemma.lower() in assertion_lexicon().table.accusing
        return "accused" if blamed else "reported", _span(parsed, voiced[-1].token)
    older = background.sign_of(parsed, grounding, anchor_token)
    return ("asserted", None) if older is None else ("background", older.cue)


def saying_of(parsed: Parsed, statements: tuple[Statement, ...], anchor: int) -> int:
    """Where an act of speech is told: the verb that attributes the words that hold the anchor.

    "He said that they will not tolerate it" threatens by what is said, and when it is said; the anchor itself is
    given back where it tells of the act ("she urged them"), or where nobody is named as saying it.
    """
    told = sources.innermost(parsed, statements, anchor)
    if told is None or told.cue is None or _unreal(Projection(parsed).verdict(anchor)) is None:
        return anchor
    cues = [t.i for t in tokens_in(parsed, told.cue) if t.pos in {"VERB", "NOUN"}]
    return cues[-1] if cues else anchor


def _unreal(verdict: Verdict) -> tuple[str, int] | None:
    """The status of what did not, or need not, happen, and the token that says so; None where it did happen."""
    inner = [o for o in reversed(verdict.operators) if o.status not in {"reported", "accused"}]
    for status in ("denied", "conditional"):
        found = next((o for o in inner if o.status == status), None)
        if found is not None and verdict.value < REAL:
            return status, found.token
    negated = next((o for o in inner if o.status == "negated"), None)
    supposed = any(o.status == "hypothetical" for o in inner)
    if negated is not None and (verdict.value <= -1.0 or (verdict.value < 0 and not supposed)):
        return "negated", negated.token
    open_ = next((o for o in inner if o.status in {"planned", "hypothetical"}), None)
    if open_ is not None and verdict.value < OPEN:
        wider = next((o for o in inner if o.status == "hypothetical"), open_)
        return wider.status, wider.token
    return None


def _span(parsed: Parsed, token: int) -> Span:
    return parsed.span(token, token + 1)
