"""Events between two given phrases, and the pairs of phrases that events hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.finder import Finder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.coding.events.found import Found
    from vedette.record import Parsed

_FAR = 40


def best_for_pair(parsed: Parsed, source: str, target: str) -> Found | None:
    """The event whose actor is the one phrase and whose recipient is the other; the nearest one where none has both."""
    finder = Finder(parsed)
    a, b = tokens_of(parsed, source), tokens_of(parsed, target)
    ranked = [(_score(finder, f, a, b), -k, f) for k, f in enumerate(finder.find())]
    return max(ranked, key=lambda x: x[:2])[2] if ranked else None


def open_pairs(parsed: Parsed) -> Iterator[tuple[str, str, Found]]:
    """Each source and target of each event, in words."""
    finder = Finder(parsed)
    for found in finder.find():
        sources = [p for a in found.actors for p in finder.roles.parts(a)]
        targets = [p for r in found.recipients for p in finder.roles.parts(r)]
        if found.mutual and not targets:
            sources, targets = sources[:1], sources[1:]
        for s in sources:
            for t in targets:
                if s != t:
                    yield phrase(parsed, s), phrase(parsed, t), found


def phrase(parsed: Parsed, i: int) -> str:
    """The words of the mention that a token heads or stands in; its own where it is in none."""
    mention = parsed.mention_at(i)
    return mention.span.quote if mention is not None else parsed.tokens[i].text


def tokens_of(parsed: Parsed, words: str) -> frozenset[int]:
    """The tokens of the first place where the phrase stands in the text; none where it does not."""
    start = parsed.text.find(words)
    if start < 0:
        start = parsed.text.lower().find(words.lower())
    if start < 0:
        return frozenset()
    end = start + len(words)
    return frozenset(t.i for t in parsed.tokens if t.start < end and start < t.end)


def _score(finder: Finder, found: Found, a: frozenset[int], b: frozenset[int]) -> float:
    """How well an event fits the two phrases: both in their roles, then near, then by the rule's precision."""
    actors, recipients, others = set(found.actors), set(found.recipients), set(found.others)
    score = found.p
    if a & actors:
        score += 4.0
    elif a & recipients:
        score += 1.5 if found.mutual else 0.8
    elif a & others:
        score += 0.5
    if b & (recipients if not found.mutual else recipients | actors):
        score += 3.0
    elif b & others:
        score += 2.0
    elif b & actors:
        score += 0.8
    anchor = found.anchor
    inside = set(finder.parsed.subtree(found.verb))
    score += 0.6 * bool(b & inside) + 0.4 * bool(a & inside)
    if anchor in b or anchor in a:
        score -= 1.0
    middle = min(a | b, default=anchor), max(a | b, default=anchor)
    gap = 0 if middle[0] <= anchor <= middle[1] else min(abs(anchor - middle[0]), abs(anchor - middle[1]))
    score -= gap / _FAR
    return score - 0.01 * _depth(finder, found.verb)


def _depth(finder: Finder, i: int) -> int:
    depth = 0
    while finder.parsed.tokens[i].head != i:
        i, depth = finder.parsed.tokens[i].head, depth + 1
    return depth


def told_pairs(parsed: Parsed) -> Iterator[tuple[str | None, str | None, str]]:
    """Source, target and type of each event, in words; None where nobody fills the role."""
    finder = Finder(parsed)
    for found in finder.find():
        sources = [p for a in found.actors for p in finder.roles.parts(a)]
        targets = [p for r in found.recipients for p in finder.roles.parts(r)]
        if not (sources and targets):
            who = sources[:1] or targets[:1]
            yield (phrase(parsed, who[0]) if who else None), None, found.kind
        for s in sources:
            for t in targets:
                yield phrase(parsed, s), phrase(parsed, t), found.kind
