"""Commitments of one declarer about one thing: lines, and how each declaration stands to those before it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.linking.clustering import average_link
from vedette.linking.declared import Declared, declared, same_speaker, settled
from vedette.linking.rarity import Rarity
from vedette.linking.wordings import strongest
from vedette.linking.words import words_of
from vedette.record import Declaration, Judgement, Located
from vedette.tables.linking import linking_rules, protects_likeness, type_likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vedette.record import Commitment, Reading

WITHDRAWAL = "linking/withdrawal 1"
"""What makes the record of a line's withdrawal."""
SAME_LINE = 0.5
"""Mean score that joins two commitments of one declarer."""
SAME_SAYING = 0.45
"""Likeness of words from which two commitments of one speaker about one day are one declaration, told twice."""
_ONE_BREATH = 0.45
"""What it adds that one speaker said both together."""
_ONE_SENTENCE = 30
"""Characters between two commitments that are parts of one sentence."""
_ONE_PARAGRAPH = 600
"""Characters between two commitments of one speaker of which one takes up the other."""
_DEMANDS = frozenset({"demand"})
_PROMISES = frozenset({"assurance", "self_limit"})
_MAY = 1
"""Force of a modal that leaves it open."""
_FORCE = {"vague_warning": 0, "assurance": 0, "self_limit": 0, "demand": 1, "deterrent_warning": 1, "red_line_named": 1,
          "conditional_threat": 2, "announced_threat": 2, "ultimatum": 3}  # fmt: skip
"""How far a form binds its declarer."""


@dataclass(frozen=True, slots=True)
class Line:
    """The declarations of one line, in order, with all the commitments that are in them, and why each is."""

    declarer: str
    about: str
    declarations: tuple[Declaration, ...]
    members: tuple[Declared, ...]
    why: tuple[Judgement, ...]


def lines_of(readings: Iterable[Reading]) -> tuple[Line, ...]:
    """The lines that readings tell of, by declarer and first declaration; the same ones in any order of readings."""
    held = sorted({r.report.id: r for r in readings}.values(), key=lambda r: r.report.id)
    items = [d for r in held for c in r.commitments if (d := declared(r, c)) is not None]
    rarity = Rarity(d.words | d.names for d in items)
    by_declarer: dict[str, list[Declared]] = defaultdict(list)
    for item in sorted(settled(items, rarity), key=lambda d: d.key):
        by_declarer[item.declarer].append(item)
    lines = []
    for declarer, mine in sorted(by_declarer.items()):
        judged = {(i, j): judge_line(mine[i], mine[j], rarity) for j in range(len(mine)) for i in range(j)}
        groups = average_link(len(mine), _scores(mine, judged), SAME_LINE)
        for group in groups:
            reasons = {j: max((judged[i, j] for i in group if i < j), key=lambda x: x.score) for j in group[1:]}
            first = Judgement(1.0, "the first of the line")
            lines.append(line_of(declarer, [(mine[i], reasons.get(i, first)) for i in group], rarity))
    return tuple(lines)


def _scores(mine: Sequence[Declared], judged: Mapping[tuple[int, int], Judgement]) -> dict[tuple[int, int], float]:
    """The scores of pairs; what one speaker said in one breath is as near to a third as the nearest part of it."""
    whole = list(range(len(mine)))
    for i, j in sorted(judged):
        breath = _breath(mine[i], mine[j])
        if breath is not None and breath[0] >= _ONE_BREATH and judged[i, j].score >= SAME_LINE:
            whole = [whole[i] if w == whole[j] else w for w in whole]
    best: dict[tuple[int, int], float] = {}
    for (i, j), judgement in judged.items():
        key = (whole[i], whole[j]) if whole[i] < whole[j] else (whole[j], whole[i])
        best[key] = max(best.get(key, -1.0), judgement.score)
    return {
        (i, j): judged[i, j].score if whole[i] == whole[j] else best[min(whole[i], whole[j]), max(whole[i], whole[j])]
        for i, j in judged
    }


def judge_line(a: Declared, b: Declared, rarity: Rarity) -> Judgement:
    """Whether two commitments of one declarer are about one thing."""
    c, d = a.commitment, b.commitment
    if (c.form in _DEMANDS) != (d.form in _DEMANDS) and c.aim != d.aim:
        score, reasons = -0.25, ["one is a demand, the other is not"]
    elif (c.form in _PROMISES) != (d.form in _PROMISES):
        score, reasons = -0.05, ["one is a promise, the other a warning"]
    else:
        score, reasons = 0.1, []
    shared = rarity.likeness(a.words, b.words)
    score += 0.9 * shared
    reasons.append(f"{shared:.0%} of the rare words are shared")
    signs = (
        _protects(c, d), _triggers(a, b), _places(c, d), _addressees(c, d), _names(a, b, rarity), _breath(a, b),
    )  # fmt: skip
    for sign in signs:
        if sign:
            score += sign[0]
            reasons.append(sign[1])
    return Judgement(max(-1.0, min(1.0, score)), ", ".join(reasons))


def _protects(c: Commitment, d: Commitment) -> tuple[float, str] | None:
    if c.protects is None or d.protects is None:
        return _would_touch(c, d) or _would_touch(d, c)
    alike = protects_likeness(c.protects.kind, d.protects.kind)
    text = f"{c.protects.kind} and {d.protects.kind}" if alike < 1 else f"both about {c.protects.kind}"
    return 0.42 * alike if alike else -0.1, text.replace("_", " ")


def _would_touch(c: Commitment, d: Commitment) -> tuple[float, str] | None:
    """Whether the act that one names is of those that can breach what the other protects."""
    if c.protects is not None or c.trigger is None or c.trigger.type is None or d.protects is None:
        return None
    if c.trigger.type not in linking_rules().touches.get(d.protects.kind, frozenset()):
        return None
    return 0.2, f"{c.trigger.type} can touch {d.protects.kind.replace('_', ' ')}"


def _names(a: Declared, b: Declared, rarity: Rarity) -> tuple[float, str] | None:
    if a.report == b.report or not a.names or not b.names:
        return None
    shared = rarity.likeness(a.names, b.names)
    return 0.2 * shared - (0.1 if shared == 0 else 0.0), f"{shared:.0%} of the names around"


def _triggers(a: Declared, b: Declared) -> tuple[float, str] | None:
    c, d = a.commitment.trigger, b.commitment.trigger
    named = 0.1 if a.classes & b.classes else 0.0
    if c is None or d is None or c.type is None or d.type is None:
        return (named, "both name such an act") if named else None
    alike = type_likeness(c.type, d.type)
    if alike == 0:
        return named - 0.15, f"{c.type} against {d.type}"
    same_mode = 0.1 if c.mode and c.mode == d.mode else 0.0
    return 0.2 * alike + same_mode + named, f"both against {c.type}" if alike == 1 else f"{c.type}, {d.type}"


def _places(c: Commitment, d: Commitment) -> tuple[float, str] | None:
    p = c.trigger.where.best if c.trigger and c.trigger.where else None
    q = d.trigger.where.best if d.trigger and d.trigger.where else None
    if p is None or q is None:
        return None
    return (0.15, f"both at {p.name}") if p.id == q.id else None


def _addressees(c: Commitment, d: Commitment) -> tuple[float, str] | None:
    mine = {i.actor.country for i in c.addressees if i.actor.country}
    theirs = {i.actor.country for i in d.addressees if i.actor.country}
    if not mine or not theirs:
        return None
    return (0.1, "the same addressee") if mine & theirs else (-0.15, "other addressees")


def _breath(a: Declared, b: Declared) -> tuple[float, str] | None:
    """Whether one speaker said both to one report, and in one sentence."""
    c, d = a.commitment, b.commitment
    if a.report != b.report or c.declarer is None or d.declarer is None or c.declarer.name != d.declarer.name:
        return None
    if (c.form in _DEMANDS | _PROMISES) != (d.form in _DEMANDS | _PROMISES):
        return None
    gap = max(c.content.start, d.content.start) - min(c.content.end, d.content.end)
    if gap <= _ONE_PARAGRAPH and (_bare(c) or _bare(d)):
        return _ONE_BREATH, f"{c.declarer.name} took up what is said beside it"
    if gap <= _ONE_SENTENCE:
        return _ONE_BREATH, f"{c.declarer.name} said both in one sentence"
    return (0.1, f"{c.declarer.name} said both to one report") if c.form not in _DEMANDS else None


def _bare(c: Commitment) -> bool:
    """Whether a commitment only takes up another one, and names no act of its own: "a repeat", "such fire"."""
    words = words_of(c.trigger.span.quote if c.trigger else c.content.quote)
    return c.protects is None and bool(set(words) & linking_rules().takes_up)


def line_of(declarer: str, members: Sequence[tuple[Declared, Judgement]], rarity: Rarity) -> Line:
    """A line of its members and why they are in it, in the order of their days."""
    tellings: list[list[tuple[Declared, Judgement]]] = []
    for item, why in members:
        fresh = item.commitment.made_by == WITHDRAWAL
        same = None if fresh else next((t for t in tellings if _one_saying(t[0][0], item, rarity)), None)
        if same is None:
            tellings.append([(item, why)])
        else:
            same.append((item, why))
    declarations: list[Declaration] = []
    before: list[Declared] = []
    for telling in tellings:
        item, why = telling[0]
        relation = _relation(item, before)
        again = tuple(Located(d.report, d.commitment.content) for d, _ in telling[1:])
        declarations.append(Declaration(item.report, item.commitment, item.date, relation, why, again))
        before.append(item)
    held, whys = tuple(m for m, _ in members), tuple(w for _, w in members)
    return Line(declarer, _about(held), tuple(declarations), held, whys)


def _one_saying(a: Declared, b: Declared, rarity: Rarity) -> bool:
    """Whether two commitments are one declaration told twice: one speaker, one day, and the words."""
    assert a.commitment.declarer is not None
    assert b.commitment.declarer is not None
    one, other = a.commitment.declarer, b.commitment.declarer
    if one.kind == other.kind == "person" and not same_speaker(one, other):
        return False
    if a.dated and b.dated and a.date != b.date:
        return False
    if a.date and b.date and abs((a.date - b.date).days) > 7:
        return False
    return rarity.likeness(a.words, b.words) >= (SAME_SAYING if a.report != b.report else 0.6)


def _relation(item: Declared, before: Sequence[Declared]) -> str:
    """How a declaration stands to the one before it in its line, a promise to the promise before it.

    What is added on the day of a stronger word does not take that back.
    """
    if not before:
        return "new"
    if item.commitment.made_by == WITHDRAWAL:
        return "withdraws"
    promise = item.commitment.form in _PROMISES
    last = next((d for d in reversed(before) if (d.commitment.form in _PROMISES) == promise), None)
    if last is None:
        return "restates"
    mine, theirs = _strength(item.commitment), _strength(last.commitment)
    if mine == theirs or (mine < theirs and item.date == last.date):
        return "restates"
    return "sharpens" if mine > theirs else "softens"


def _strength(c: Commitment) -> tuple[int, int, int]:
    """How specific the consequence is, with a deadline a step more; whether the form threatens; whether it only may."""
    specificity = max(c.specificity or 0, 0) + (c.deadline is not None)
    modal = strongest(c)
    return specificity, int(_FORCE.get(c.form, 1) > 0), -int(modal is not None and modal[1] == _MAY)


def _about(members: Sequence[Declared]) -> str:
    """What most of the commitments protect; the first of them where several lead."""
    kinds = [m.commitment.protects.kind for m in members if m.commitment.protects]
    if not kinds:
        return "other"
    order = list(linking_rules().titles)
    return min(set(kinds), key=lambda k: (-kinds.count(k), order.index(k) if k in order else len(order), k))
