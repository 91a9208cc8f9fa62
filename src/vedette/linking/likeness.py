"""Whether two event records tell of one happening: slot by slot, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.linking.happening import REFUSED, UNREAL, kilometres
from vedette.linking.words import stem
from vedette.record import Judgement
from vedette.tables.linking import type_likeness

if TYPE_CHECKING:
    from datetime import date

    from vedette.linking.happening import Happening, Parties
    from vedette.linking.rarity import Rarity
    from vedette.record import Event, Place

SAME_HAPPENING = 0.55
"""Mean score that joins."""
NEVER = -1.0
"""Score of a pair that must not be one."""
DAY_PRECISION = 2
"""UCDP ``date_prec`` up to which two different days speak against each other."""
SETTLEMENT = 2
"""UCDP ``where_prec`` up to which a place is a settlement or nearer."""
NEAR_KM = 15.0
FAR_KM = 60.0
_COARSE = 0.03
"""What it adds that two events are in one country."""
_NO_NAMES, _SOME_NAMES = 0.05, 2
"""Likeness of the names under which two sentences share none to speak of; how many each must have for that to count."""
_HEAD_CLASS = 0.7
"""How alike two types are at least where the anchors can name one happening."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason for or against: what it adds to the score, and a phrase."""

    slot: str
    weight: float
    reason: str


def judge_pair(a: Happening, b: Happening, rarity: Rarity) -> Judgement:
    """How much two event records look like tellings of one happening; below 0 they cannot be."""
    kind = _type(a, b)
    if kind is None:
        return Judgement(NEVER, f"{a.event.type} and {b.event.type} are different acts")
    if (a.event.assertion in UNREAL) != (b.event.assertion in UNREAL):
        return Judgement(NEVER, "one is only possible, the other is told as fact")
    signs = [kind, *_time(a, b), *_where(a, b, rarity), *_parties(a, b), *_figures(a.event, b.event)]
    shared = rarity.likeness(a.words, b.words)
    signs.append(Sign("words", 0.3 * shared, f"{shared:.0%} of the rare words around are shared"))
    named = rarity.likeness(a.names, b.names)
    strangers = named < _NO_NAMES and min(len(a.names), len(b.names)) >= _SOME_NAMES
    signs.append(Sign("names", -0.12 if strangers else 0.3 * named, f"{named:.0%} of the names"))
    if a.report == b.report:
        if not _one_telling(a, b, signs):
            return Judgement(NEVER, "one report tells them apart")
        if _denies(a, b):
            signs.append(Sign("denial", 0.2, "told and denied in one report"))
    score = sum(s.weight for s in signs)
    return Judgement(max(NEVER, min(1.0, score)), ", ".join(s.reason for s in signs))


def _denies(a: Happening, b: Happening) -> bool:
    return a.head == b.head and (a.event.assertion in REFUSED) != (b.event.assertion in REFUSED)


def _one_telling(a: Happening, b: Happening, signs: list[Sign]) -> bool:
    """Whether two records of one report are the same again: anchors, place and days agree, and nothing differs.

    Of a denial in the same report it is enough that it has the same anchor, and nothing differs.
    """
    if _denies(a, b):
        return all(s.weight >= 0 for s in signs)
    p, q = a.event.where, b.event.where
    if a.event.type != b.event.type or not (a.head == b.head or a.classes & b.classes):
        return False
    days = (interval(a.event), interval(b.event))
    same_place = (
        p is not None and q is not None and p.best is not None and q.best is not None and p.best.id == q.best.id
    )
    if not same_place or max(p.precision if p else 7, q.precision if q else 7) > SETTLEMENT + 1:
        return False
    return (days[0] == days[1] or None in days) and all(s.weight >= 0 for s in signs)


def _type(a: Happening, b: Happening) -> Sign | None:
    alike = type_likeness(a.event.type, b.event.type)
    heads = a.head == b.head or bool(a.classes & b.classes)
    alike = max(alike, _HEAD_CLASS) if heads and alike > 0 else alike
    if alike == 0:
        return None
    weight, reason = 0.25 * alike, f"both {a.event.type}" if alike == 1 else f"{a.event.type} beside {b.event.type}"
    if heads:
        weight += 0.1
        reason += f", {a.event.anchor.quote!r} and {b.event.anchor.quote!r}"
    if a.event.mode and b.event.mode and a.event.type == b.event.type:
        weight += 0.05 if a.event.mode == b.event.mode else -0.05
    return Sign("type", weight, reason)


def interval(event: Event) -> tuple[date, date, int] | None:
    """The days of an event and their precision; None where the text gives none."""
    w = event.when
    if w is None or (w.start is None and w.end is None):
        return None
    start, end = w.start or w.end, w.end or w.start
    assert start is not None
    assert end is not None
    return start, end, w.precision or 5


def days_apart(a: Event, b: Event) -> int | None:
    """Days between the intervals of two events: 0 where they overlap; None where one has none."""
    one, other = interval(a), interval(b)
    if one is None or other is None:
        return None
    if one[0] <= other[1] and other[0] <= one[1]:
        return 0
    return (other[0] - one[1]).days if one[1] < other[0] else (one[0] - other[1]).days


def _time(a: Happening, b: Happening) -> list[Sign]:
    gap = days_apart(a.event, b.event)
    if gap is None:
        return _before_it_was_told(a, b) + _before_it_was_told(b, a)
    precise = all((i := interval(h.event)) is not None and i[2] <= DAY_PRECISION for h in (a, b))
    if gap == 0:
        return [Sign("when", 0.2 if precise else 0.1, "the days agree" if precise else "the times can agree")]
    if gap == 1:
        return [Sign("when", -0.05, "a day apart")]
    return [Sign("when", -0.2 if gap <= 3 else -1.0 if precise else -0.6, f"{gap} days apart")]


def _before_it_was_told(dated: Happening, undated: Happening) -> list[Sign]:
    """An event cannot be told in a report from before it happened, and is rarely news after weeks."""
    when = interval(dated.event)
    if when is None or undated.published is None or interval(undated.event) is not None:
        return []
    late = (undated.published - when[1]).days
    if (undated.published - when[0]).days < 0:
        return [Sign("when", -0.5, "one was told before the other happened")]
    return [Sign("when", -0.1, f"told {late} days after")] if late > 21 else []


def _where(a: Happening, b: Happening, rarity: Rarity) -> list[Sign]:
    """The places as resolved, else the names beside the anchors; a name that half of the events have says little."""
    resolved = _place(a.event.where, b.event.where)
    if resolved and abs(resolved[0].weight) > _COARSE:
        return resolved
    shared = sorted(a.spots & b.spots)
    if shared:
        rare = min(1.0, 2 * max(min((rarity.of(stem(w)) for w in spot.split()), default=0.0) for spot in shared))
        return [Sign("where", 0.2 * rare, f"both beside {shared[0].title()}")]
    nowhere = [] if resolved or interval(a.event) or interval(b.event) else [Sign("where", -0.15, "no day, no place")]
    return resolved or nowhere


def _place(a: Place | None, b: Place | None) -> list[Sign]:
    if a is None or b is None or a.best is None or b.best is None:
        return []
    if a.best.id == b.best.id:
        weight = 0.2 if a.precision <= SETTLEMENT else 0.1 if a.best.kind != "country" else _COARSE
        return [Sign("where", weight, f"both at {a.best.name}")]
    km = kilometres(a, b) or 0.0
    if within(a, b) or within(b, a):
        weight = _COARSE if "country" in (a.best.kind, b.best.kind) else 0.08
        return [Sign("where", weight, f"{a.toponym} and {b.toponym}, one within the other")]
    reach = a.best.radius_km + b.best.radius_km
    if km <= NEAR_KM + reach:
        return [Sign("where", 0.12, f"{a.toponym} and {b.toponym}, {km:.0f} km apart")]
    if km <= FAR_KM + reach:
        return [Sign("where", -0.05, f"{a.toponym} and {b.toponym}, {km:.0f} km apart")]
    return [Sign("where", -0.7, f"{a.toponym} and {b.toponym}, {km:.0f} km apart")]


def within(inner: Place, outer: Place) -> bool:
    """Whether one place lies in the other, by its divisions or by its extent."""
    p, q = inner.best, outer.best
    if p is None or q is None:
        return False
    if q.kind == "country":
        return p.country == q.country
    if q.kind == "admin1" and p.admin1 == q.name and p.country == q.country:
        return True
    if q.kind == "admin2" and p.admin2 == q.name and p.country == q.country:
        return True
    return q.radius_km > p.radius_km and (kilometres(inner, outer) or 0.0) <= q.radius_km


def _parties(a: Happening, b: Happening) -> list[Sign]:
    if _swapped(a, b):
        return [Sign("who", -0.6, "the parties are the other way round")]
    signs = []
    verbal = a.event.quad.startswith("verbal") and b.event.quad.startswith("verbal")
    for slot, mine, theirs in (("who", a.actors, b.actors), ("to whom", a.recipients, b.recipients)):
        signs += _party(slot, mine, theirs, strict=verbal and slot == "who")
    return signs


def _party(slot: str, a: Parties, b: Parties, *, strict: bool) -> list[Sign]:
    if not a or not b:
        return []
    if a.names & b.names:
        return [Sign(slot, 0.1, f"{slot}: {' '.join(sorted(a.names & b.names))}")]
    if a.countries & b.countries:
        return [Sign(slot, 0.05, f"{slot}: {' '.join(sorted(a.countries & b.countries))}")]
    if a.countries and b.countries:
        return [Sign(slot, -0.4 if strict else -0.12, f"{slot}: {_named(a)} or {_named(b)}")]
    return []


def _named(p: Parties) -> str:
    return "+".join(sorted(p.countries)) or " ".join(sorted(p.names))


def _swapped(a: Happening, b: Happening) -> bool:
    """Whether each does to the other what the other record has them suffer."""
    mine, theirs = (a.actors.countries, a.recipients.countries), (b.actors.countries, b.recipients.countries)
    crossed = mine[0] & theirs[1] and mine[1] & theirs[0]
    return bool(crossed) and not (mine[0] & theirs[0] or mine[1] & theirs[1])


def _figures(a: Event, b: Event) -> list[Sign]:
    theirs = {m.kind: m.best for m in b.magnitudes}
    same = sorted({m.kind for m in a.magnitudes if m.best is not None and theirs.get(m.kind) == m.best})
    return [Sign("figures", 0.08, f"the same figure for {' and '.join(same)}")] if same else []
