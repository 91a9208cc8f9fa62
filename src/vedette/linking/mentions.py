"""Event mentions of many reports that tell of one happening: first by story, then by head and company."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.linking.clustering import average_link
from vedette.linking.rarity import Rarity
from vedette.record import Judgement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vedette.linking.company import Company

SAME_EVENT = 0.5
"""Mean score that joins."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign adds to the score of a pair.

    Set by hand on ECB+ (train), where the result moves by less than a point when any of them moves by a third.
    """

    same_head: float = 0.75
    same_class: float = 0.6
    role_agrees: float = 0.05
    role_differs: float = -0.05
    company_agrees: float = 0.05
    company_differs: float = -0.1
    speech_differs: float = -0.5
    time_differs: float = -0.1
    light: float = -0.4
    context: float = 0.2


WEIGHTS = Weights()


def mention_groups(mentions: Sequence[Company], story_of: Mapping[str, int]) -> list[list[int]]:
    """Groups event mentions that tell of one happening.

    Args:
        mentions: the mentions of all reports.
        story_of: for the id of each report the number of its story; no group reaches over stories.

    Returns:
        Groups of indices into ``mentions``, the same ones whatever its order.
    """
    by_story: dict[int, list[int]] = {}
    for i in sorted(range(len(mentions)), key=lambda i: mentions[i].key):
        by_story.setdefault(story_of[mentions[i].key[0]], []).append(i)
    groups = []
    for _, members in sorted(by_story.items()):
        rarity = Rarity(mentions[i].context for i in members)
        scores = {}
        for k, i in enumerate(members):
            for m in range(k):
                judged = judge(mentions[members[m]], mentions[i], rarity)
                if judged.score > 0:
                    scores[m, k] = judged.score
        groups += [[members[m] for m in group] for group in average_link(len(members), scores, SAME_EVENT)]
    return groups


def judge(a: Company, b: Company, rarity: Rarity, weights: Weights = WEIGHTS) -> Judgement:
    """Whether two mentions tell of one happening: a score and the signs that make it."""
    if a.stem == b.stem or a.lemma == b.lemma:
        score, reason = weights.same_head, [f"both say {a.lemma!r}"]
    elif a.classes & b.classes:
        score, reason = weights.same_class, [f"{a.lemma!r} and {b.lemma!r} can name one happening"]
    else:
        return Judgement(0.0, f"{a.lemma!r} and {b.lemma!r} name different happenings")
    roles = (("who", a.agents, b.agents), ("whom or what", a.patients, b.patients))
    for name, mine, theirs in roles:
        if mine and theirs:
            same = bool(mine & theirs)
            score += weights.role_agrees if same else weights.role_differs
            reason.append(f"{name} {'agrees' if same else 'differs'}")
    if a.everyone and b.everyone:
        score += weights.company_agrees if a.everyone & b.everyone else weights.company_differs
    if a.speech and b.speech and not a.agents & b.agents:
        score += weights.speech_differs
        reason.append("said by different ones")
    if a.light and b.light:
        score += weights.light
        reason.append("neither names a happening")
    if a.times and b.times and not a.times & b.times:
        score += weights.time_differs
        reason.append("the times differ")
    shared = rarity.likeness(a.context, b.context)
    score += weights.context * shared
    reason.append(f"{shared:.2f} of the words around are shared")
    return Judgement(min(1.0, max(0.0, score)), ", ".join(reason))
