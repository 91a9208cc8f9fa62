"""Ranges: what the first end of "21 March–21 June 1952" or "5-7 November" leaves to its last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.grounding.times.calendar import precision

if TYPE_CHECKING:
    from vedette.grounding.times.finder import Found
    from vedette.grounding.times.grammar import Slots
    from vedette.grounding.times.tokens import Lattice
    from vedette.record import When

RANGE_WORDS = frozenset(("-", "–", "—", "and", "to", "or", "/"))
MAX_GAP = 3
"""Tokens between the two ends: a dash, or "and the", "to early"."""


def ranges(lattice: Lattice, found: list[Found]) -> list[Found]:
    """The expressions, with the month and year of a range's last end lent to its first."""
    out = list(found)
    for k in range(1, len(out)):
        if out[k].match.rule.name == "date.day-repeated" and "month" in out[k - 1].match.slots:
            slots = out[k].match.slots | {"month": out[k - 1].match.slots["month"]}
            out[k] = replace(out[k], match=replace(out[k].match, slots=slots))
    for k in range(len(out) - 2, -1, -1):
        first, last = out[k], out[k + 1]
        if not _joined(lattice, first, last):
            continue
        slots = _lent(first.match.slots, last.match.slots, first.match.rule.name)
        if slots:
            out[k] = replace(first, match=replace(first.match, slots=first.match.slots | slots))
    return out


def spread(lattice: Lattice, resolved: list[tuple[Found, When]]) -> list[tuple[Found, When]]:
    """The expressions, each end of a range ("from 5 to 7 November") with the interval of the whole."""
    out = list(resolved)
    for k in range(len(out) - 1):
        (first, a), (last, b) = out[k], out[k + 1]
        if not _joined(lattice, first, last) or not _bounds(lattice, first):
            continue
        if a.type == b.type == "DATE" and a.start and b.end and a.start < b.end and (b.start or b.end) > a.start:
            for at, held in ((k, a), (k + 1, b)):
                reason = f"{held.reason}; an end of “{a.span.quote}” to “{b.span.quote}”"
                width = precision(a.start, b.end)
                out[at] = (out[at][0], replace(held, reason=reason, start=a.start, end=b.end, precision=width))
    return out


def _bounds(lattice: Lattice, first: Found) -> bool:
    """Whether the words between make a range rather than a list."""
    joiner = lattice.low(first.match.last)
    return joiner in ("-", "–", "—", "to") or (joiner == "and" and lattice.low(first.match.first - 1) == "between")


def _joined(lattice: Lattice, first: Found, last: Found) -> bool:
    gap = range(first.match.last, last.match.first)
    return 1 <= len(gap) <= MAX_GAP and lattice.low(gap[0]) in RANGE_WORDS


def _lent(first: Slots, last: Slots, rule: str) -> Slots:
    if "month" not in last or first.keys() & {"year", "yrel", "yref", "yrel_m", "yref_m"}:
        return {}
    lent: Slots = {}
    if rule == "date.day-leading":
        lent["month"] = last["month"]
    month = first.get("month", lent.get("month"))
    if month is None:
        return {}
    if "year" in last and "era" not in last:
        before = (int(month), int(first.get("day", 0))) <= (int(last["month"]), int(last.get("day", 31)))
        lent["year"] = int(last["year"]) - (not before)
    return lent
