"""What stands at a word itself: modals, negation, adverbs, conditions, adjectives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.coding.events.assertion import tree
from vedette.coding.events.assertion.negation import negation_of, negative_determiner
from vedette.coding.events.assertion.verdict import HEADLINED, IMPERATIVE, NEGATED, REAL, Verdict
from vedette.tables.assertion import assertion_lexicon

if TYPE_CHECKING:
    from vedette.record import Parsed, Token


def at_token(parsed: Parsed, i: int, verdict: Verdict) -> Verdict:
    """The verdict on a word, once what stands beside it has had its say; ``verdict`` is that of its context."""
    if parsed.tokens[i].pos in tree.VERBAL:
        verdict = modalised(parsed, i, verdict, negation_of(parsed, i))
        verdict = _conditioned(parsed, i, verdict)
    else:
        verdict = _attributes(parsed, i, verdict)
        negation = negative_determiner(parsed, i) or negation_of(parsed, i)
        if negation is not None and (verdict.value > 0 or negation_of(parsed, parsed.tokens[i].head) != negation):
            verdict = verdict.after(-verdict.value * NEGATED, "negated", negation)
    return _adverbs(parsed, i, verdict)


def modalised(parsed: Parsed, i: int, verdict: Verdict, negation: int | None) -> Verdict:
    """The verdict on a verb after its modal and its negation; the mood of the verb where it has neither."""
    lexicon = assertion_lexicon()
    for aux in tree.auxiliaries(parsed, i):
        modal = lexicon.modals.get(aux.lemma.lower()) or lexicon.modals.get(aux.text.lower())
        if modal is None or aux.i == i:
            continue
        if verdict.value <= -REAL:
            return verdict
        if modal.lemma == "would" and any(o.status == "reported" for o in verdict.operators):
            modal = lexicon.modals["will"]
        level = modal.positive if negation is None else modal.negative
        verdict = verdict.after(verdict.value / 3 * level, modal.status, aux.i)
        return verdict if negation is None else verdict.after(verdict.value, "negated", negation)
    if negation is not None:
        return verdict.after(-verdict.value * NEGATED, "negated", negation)
    return _mood(parsed, parsed.tokens[i], verdict)


def _mood(parsed: Parsed, token: Token, verdict: Verdict) -> Verdict:
    """A headline's "to" is a future; an imperative asks for what is not yet so; "you" with a present is anybody."""
    if token.head == token.i and tree.is_infinitive(parsed, token.i) and tree.has_subject(parsed, token.i):
        return verdict.after(verdict.value * HEADLINED, "planned", token.i)
    if parsed.dependents(token.i, "aux", "auxpass"):
        return verdict
    if token.tag == "VB" and token.head == token.i and not tree.has_subject(parsed, token.i):
        return verdict.after(IMPERATIVE, "hypothetical", token.i)
    subject = next(iter(parsed.dependents(token.i, "nsubj")), None)
    if token.tag == "VBP" and subject is not None and subject.text.lower() == "you":
        return replace(verdict, value=verdict.value / 3)
    return verdict


def _conditioned(parsed: Parsed, i: int, verdict: Verdict) -> Verdict:
    """The consequence of a condition holds only as far as the condition does; "even if" asks for nothing."""
    for clause in parsed.dependents(i, "advcl"):
        mark = tree.mark_of(parsed, clause.i)
        if mark is None or mark.text.lower() not in {"if", "unless"} or verdict.value < 0.5:
            continue
        even = parsed.dependents(clause.i, "advmod")
        if not any(e.lemma == "even" for e in even) and not tree.is_finite_past(parsed, i):
            return verdict.after(verdict.value * 0.5, "conditional", mark.i)
    return verdict


def _attributes(parsed: Parsed, i: int, verdict: Verdict) -> Verdict:
    for child in parsed.dependents(i, "amod", "compound"):
        level = assertion_lexicon().attributes.get(child.text.lower())
        if level is not None:
            verdict = verdict.after(verdict.value / 3 * level.level, level.status, child.i)
    return verdict


def _adverbs(parsed: Parsed, i: int, verdict: Verdict) -> Verdict:
    for child in parsed.dependents(i, "advmod"):
        level = assertion_lexicon().adverbs.get(child.text.lower())
        if level is not None:
            verdict = verdict.after(verdict.value / 3 * level.level, level.status, child.i)
    return verdict
