"""Events between two given phrases, and the pairs of phrases that events hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.finder import Finder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.coding.events.found import Found
    from vedette.record import Parsed

_FAR = 40


def ranked(finder: Finder, a: frozenset[int], b: frozenset[int]) -> list[tuple[float, Found]]:
    """All events with how well each fits two phrases, given by their tokens; the best first."""
    scored = [(_score(finder, f, a, b), -k, f) for k, f in enumerate(finder.find())]
    return [(score, f) for score, _, f in sorted(scored, key=lambda x: x[:2], reverse=True)]


def open_pairs(parsed: Parsed) -> Iterator[tuple[str, str, Found]]:
    """Each source and target of each event, in words."""
    finder = Finder(parsed)
    for found in finder.find():
        sources, targets = _parties(finder, found)
        if found.mutual and not targets:
            sources, targets = sources[:1], sources[1:]
        for s in sources:
            for t in targets:
                if s != t:
                    yield phrase(parsed, s), phrase(parsed, t), found


def told_pairs(parsed: Parsed) -> Iterator[tuple[str | None, str | None, str]]:
    """Source, target and type of each event, in words; None where nobody fills the role.

    Where parties act on each other, each is the source of one pair. Where no event has both its parties, a clause that
    sets one name in relation to another counts as an event of no known type.
    """
    finder = Finder(parsed)
    paired = False
    alone: list[tuple[str | None, str | None, str]] = []
    for found in finder.find():
        sources, targets = _parties(finder, found)
        targets = tuple(t for t in targets if finder.classes.actorish(t))
        if not targets and not found.mutual and not found.rule.startswith("noun:"):
            named = [o for o in found.others if _named(finder, o) and o not in sources]
            targets = tuple(c for o in named[:1] for c in finder.syntax.conjuncts(o))
        if not targets and len(sources) > 1:
            pairs = [(s, t) for s in sources for t in sources if s != t]
        else:
            pairs = [(s, t) for s in sources for t in targets if s != t]
        paired = paired or bool(pairs)
        for s, t in pairs:
            yield phrase(parsed, s), phrase(parsed, t), found.kind
        if not pairs:
            who = (*sources, *targets)
            alone.append((phrase(parsed, who[0]) if who else None, None, found.kind))
    if not paired:
        dyads = list(_dyads(finder))
        yield from ((phrase(parsed, s), phrase(parsed, t), "") for s, t in dyads)
        paired = bool(dyads)
    if not paired:
        yield from alone


def _parties(finder: Finder, found: Found) -> tuple[tuple[int, ...], tuple[int, ...]]:
    sources = tuple(dict.fromkeys(p for a in found.actors for p in finder.roles.parts(a)))
    targets = tuple(dict.fromkeys(p for r in found.recipients for p in finder.roles.parts(r)))
    return sources, targets


def _named(finder: Finder, i: int) -> bool:
    return "NAME" in finder.classes.of(i) and finder.parsed.tokens[i].pos in {"PROPN", "NOUN", "ADJ"}


def _dyads(finder: Finder) -> Iterator[tuple[int, int]]:
    """Subjects and the first other named party of the uppermost clause that has both."""
    for token in finder.parsed.tokens:
        if token.pos not in {"VERB", "AUX"}:
            continue
        subjects = [p for s in finder.syntax.grammatical_subject(token.i) for p in finder.roles.parts(s)]
        if not subjects:
            continue
        own = {d for s in subjects for d in finder.parsed.subtree(s)}
        names = [i for i in finder.parsed.subtree(token.i) if i not in own and _named(finder, i)]
        heads = [i for i in names if finder.parsed.tokens[i].dep not in {"compound", "appos"}]
        if heads:
            yield from ((s, heads[0]) for s in subjects)
            return


def phrase(parsed: Parsed, i: int) -> str:
    """The words of the phrase that a token heads, without what is coordinated with it."""
    first = i
    for child in reversed(parsed.children[i]):
        if child < i and parsed.tokens[child].dep in {"compound", "amod", "nmod", "det", "poss", "nummod"}:
            first = min(first, child, *parsed.subtree(child))
    return parsed.span(first, i + 1).quote


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
    head = finder.speech(found.verb)
    if head is not None and any(finder.parsed.tokens[x].pos == "PRON" for x in actors):
        actors |= set(finder.syntax.subjects(head))
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
    return score - 0.01 * _depth(finder, found.verb) - 1.5 * finder.supposed(found.verb)


def _depth(finder: Finder, i: int) -> int:
    depth = 0
    while finder.parsed.tokens[i].head != i:
        i, depth = finder.parsed.tokens[i].head, depth + 1
    return depth
