"""Rules and encoder brought together: which candidates are attributions, and whose edges are taken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from vedette.coding.statements.learnt import learnt
from vedette.coding.statements.weigh import NEWS, logit, probable
from vedette.record import Lookup
from vedette.tables.attribution import fusion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.coding.statements.draft import Chars, Draft
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Attributed
    from vedette.tables.attribution import Part

FLOOR = 0.37
"""Least confidence of a statement that is kept: where relation and content are best together on what was held out."""

SAME = 0.95
"""Share of two contents from which on they count as one."""

RUMOURS = frozenset(("report", "reports", "rumour", "rumor", "word"))
EVEN = 0.5
LEAST = 0.001
"""How far off nought and one the encoder's and the rules' certainty is taken to be, at the least."""

NEAR = 2
"""Characters by which two edges may differ and still be the same."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution that may be kept.

    Attributes:
        draft: as it would be kept.
        seen: what the encoder saw; None where only a rule tells it.
        rule: the rule's draft of the same cue; None where only the encoder tells it.
        edges: whose content the draft has: ``both`` (they are the same), ``learnt`` or ``rule``.
        shared: how much of the words of both contents the two have in common; 0 with one alone.
    """

    draft: Draft
    seen: Attributed | None
    rule: Draft | None
    edges: str
    shared: float


def candidates(syntax: Syntax, rules: list[Draft]) -> Iterator[Candidate]:
    """One candidate for each cue: the encoder's first, then those of rules alone."""
    by_cue = Lookup((d.cue[0], d.cue[1], k) for k, d in enumerate(rules))
    taken: set[int] = set()
    for seen in syntax.parsed.attributed:
        draft = learnt(syntax, seen)
        if draft is None:
            continue
        near = [k for k in by_cue.over(*draft.cue) if k not in taken]
        best = max(near, key=lambda k: (shared(draft.content, rules[k].content), -k), default=None)
        if best is None:
            yield Candidate(draft, seen, None, "learnt", 0.0)
            continue
        taken.update(k for k in near if k == best or rules[k].head == rules[best].head)
        yield _paired(syntax, draft, seen, rules[best])
    for k, rule in enumerate(rules):
        if k not in taken:
            yield Candidate(rule, None, rule, "rule", 0.0)


def _paired(syntax: Syntax, draft: Draft, seen: Attributed, rule: Draft) -> Candidate:
    """The candidate of a cue that both tell: the rule's word and pattern, the encoder's source, the better edges."""
    common = shared(draft.content, rule.content)
    named = replace(
        draft, pattern=rule.pattern, lemma=rule.lemma, head=rule.head, channel=rule.channel, addressee=rule.addressee,
    )  # fmt: skip
    if rule.pattern.startswith("adverb"):
        named = replace(named, source=None, phrase=None)
    elif draft.source is None and rule.source is not None:
        named = replace(named, source=rule.source)
    if common >= SAME:
        return Candidate(named, seen, rule, "both", common)
    over = any(_overlap(part, draft.phrase) for part in rule.content)
    if over or _weigh(fusion().edges, edges(syntax, draft, seen, rule)) < EVEN:
        return Candidate(named, seen, rule, "learnt", common)
    return Candidate(replace(named, content=rule.content), seen, rule, "rule", common)


def edges(syntax: Syntax, draft: Draft, seen: Attributed, rule: Draft) -> Iterator[tuple[str, float]]:
    """What tells whether the rule's content has better edges than the encoder's."""
    ours, theirs = (draft.content[0][0], draft.content[-1][1]), (rule.content[0][0], rule.content[-1][1])
    yield "content_sure", logit(seen.content_sure, LEAST)
    yield "edge_sure", seen.edge_sure
    yield "rule_sure", logit(rule.confidence, LEAST)
    yield "shared", shared(draft.content, rule.content)
    yield f"family_{rule.pattern.split('_')[0]}", 1.0
    yield f"begins_{_order(theirs[0], ours[0])}", 1.0
    yield f"ends_{_order(theirs[1], ours[1])}", 1.0
    if len(draft.content) > 1:
        yield "parts", 1.0
    for name, end in (("learnt", ours[1]), ("rule", theirs[1])):
        if _ends_sentence(syntax, end):
            yield f"{name}_ends_sentence", 1.0


def _order(rule: int, learnt_at: int) -> str:
    return "same" if abs(rule - learnt_at) <= NEAR else "before" if rule < learnt_at else "after"


def _ends_sentence(syntax: Syntax, end: int) -> bool:
    """Whether nothing but marks follows in the sentence that holds the character before an offset."""
    sentence = syntax.parsed.sentence_of(end - 1)
    return sentence is not None and not any(c.isalnum() for c in syntax.text[end : sentence.end])


def fuse(syntax: Syntax, rules: list[Draft], floor: float) -> list[Draft]:
    """The drafts that are sure enough, each with its confidence, in the order of their content."""
    weighed = (replace(c.draft, confidence=probability(c, syntax)) for c in candidates(syntax, rules))
    return sorted((d for d in weighed if d.confidence >= _floor(d, floor)), key=lambda d: (d.content[0], d.cue))


def _floor(draft: Draft, floor: float) -> float:
    """Less for "reports that …", which election news leaves unmarked more often than news of war may."""
    return floor * NEWS if draft.pattern.startswith("noun_that") and draft.lemma in RUMOURS else floor


def distinct(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that tell the same content of the same source by another word of one cue."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-d.confidence, d.cue)):
        if not any(_same(draft, other) for other in out):
            out.append(draft)
    return sorted(out, key=lambda d: (d.content[0], d.cue))


def _same(first: Draft, second: Draft) -> bool:
    """Whether two drafts are one: "As X reported, …" has its cue in two parts."""
    met = first.source == second.source or _overlap(first.phrase, second.phrase)
    return met and shared(first.content, second.content) >= SAME


def _overlap(first: Chars | None, second: Chars | None) -> bool:
    return first is not None and second is not None and first[0] < second[1] and second[0] < first[1]


def probability(candidate: Candidate, syntax: Syntax) -> float:
    """How likely a candidate is an attribution."""
    table = fusion()
    return _weigh(table.learnt if candidate.seen is not None else table.rules, features(candidate, syntax))


def _weigh(part: Part, told: Iterator[tuple[str, float]]) -> float:
    """A logistic regression, fitted on documents that the encoder did not see (scripts/fit_attribution.py)."""
    total = part.bias + sum(part.features.get(name, 0.0) * value for name, value in told)
    return probable(total)


def features(candidate: Candidate, syntax: Syntax) -> Iterator[tuple[str, float]]:
    """What is true of a candidate, by the names of ``attribution_fusion.yaml``."""
    draft, seen, rule = candidate.draft, candidate.seen, candidate.rule
    yield "length", log(1 + sum(b - a for a, b in draft.content))
    if len(draft.content) > 1:
        yield "parts", 1.0
    if draft.source is None:
        yield "no_source", 1.0
    if syntax.inside(draft.head) is not None:
        yield "cue_quoted", 1.0
    if seen is not None:
        yield "cue_sure", logit(seen.cue_sure, LEAST)
        yield "content_sure", logit(seen.content_sure, LEAST)
        yield "edge_sure", seen.edge_sure
        if seen.source:
            yield "source_sure", logit(seen.source_sure, LEAST)
        yield f"kind_{seen.kind}", 1.0
    if rule is None:
        return
    yield "rule", 1.0
    yield "rule_sure", logit(rule.confidence, LEAST)
    if seen is None:
        yield f"family_{rule.pattern.split('_')[0]}", 1.0
        return
    yield "shared", candidate.shared
    yield f"edges_{candidate.edges}", 1.0
    if draft.source is not None and rule.source is not None:
        met = draft.phrase is not None and draft.phrase[0] <= syntax.tokens[rule.source].start < draft.phrase[1]
        yield ("source_met" if met else "source_other"), 1.0


def shared(first: tuple[Chars, ...], second: tuple[Chars, ...]) -> float:
    """The share of the characters of two contents that both hold."""
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in first for c, d in second)
    either = sum(b - a for a, b in (*first, *second)) - both
    return both / either if either else 0.0
