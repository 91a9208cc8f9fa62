"""The stage: a report's times, its day of publication, and what is doubtful about them."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from vedette.grounding.times import durations, named, normalise, relative
from vedette.grounding.times.anchored import anchored
from vedette.grounding.times.calendar import Point, interval, precision
from vedette.grounding.times.context import Context, tense_at
from vedette.grounding.times.doubts import doubts
from vedette.grounding.times.finder import Finder
from vedette.grounding.times.published import infer
from vedette.grounding.times.ranges import ranges, spread
from vedette.grounding.times.written import day_first
from vedette.record import Published, When, record_id
from vedette.tables.times import time_lexicon, time_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from vedette.grounding.times.finder import Found
    from vedette.grounding.times.grammar import Match, Slots
    from vedette.grounding.times.outcome import Outcome
    from vedette.grounding.times.tokens import Lattice
    from vedette.record import Doubt, Parsed

VERSION = "1"

NORMALISERS: dict[str, Callable[[Slots, Context], Outcome | None]] = {
    "calendar": normalise.calendar, "holiday": named.holiday, "weekofmonth": named.week_of_month,
    "shift": relative.shift, "refshift": relative.ref_shift, "theunit": relative.the_unit, "unitend": relative.unit_end,
    "yearearlier": relative.year_earlier, "yearend": relative.year_end, "yearperiod": relative.year_period,
    "offset": relative.offset, "refoffset": relative.ref_offset, "anaphor": relative.anaphor,
    "duration": durations.duration, "years": durations.years, "vagueduration": durations.vague_duration,
    "recent": durations.recent, "coming": durations.coming, "set": durations.set_of,
    "frequency": durations.frequency, "ref": durations.fluid,
}  # fmt: skip


class TimeResolver:
    """Loads the lexicon and the grammar once and resolves the times of many reports."""

    def __init__(self) -> None:
        lexicon = time_lexicon()
        self._lexicon = lexicon
        self._finder = Finder(lexicon, time_rules())

    def resolve(self, parsed: Parsed) -> tuple[Published, tuple[When, ...], tuple[Doubt, ...]]:
        """The day of publication, inferred where the report has none; the times in the order of the text; doubts."""
        lattice = self._finder.lattice(parsed)
        published = parsed.report.published
        narrative = self._finder.narrative(lattice, published.date.year if published.date else None)
        trailing = [z.span for z in parsed.report.zones if z.kind == "boilerplate"]
        found = [
            f
            for f in ranges(lattice, self._finder.find(lattice, narrative))
            if not any(s.start <= f.start < s.end for s in trailing)
        ]
        if published.date is None and not narrative:
            published = infer(parsed, lattice, found, self._lexicon)
        elif published.date is None:
            published = Published(None, None, "no date is given, and the text is a history rather than news", (), 0.0)
        context = Context(published.date, narrative)
        context.day_first = day_first(str(f.match.slots["numdate"]) for f in found if "numdate" in f.match.slots)
        opening = _opening(found) if narrative else None
        if opening:
            context.mention(opening, "followed")
        resolved = [(f, when) for f in found if (when := self._when(parsed, lattice, f, context))]
        resolved = spread(lattice, resolved)
        times = tuple(w for _, w in resolved)
        times = tuple(sorted((*times, *anchored(parsed, times)), key=lambda w: (w.span.start, w.span.end)))
        return published, times, doubts(parsed.report, published, lattice, resolved)

    def _when(self, parsed: Parsed, lattice: Lattice, found: Found, context: Context) -> When | None:
        match = found.match
        token = lattice.parse.get(lattice.pieces[match.first].start)
        context.enter(bisect(lattice.lines, found.start), token.sent if token else -1)
        tense = tense_at(lattice, match.first, match.last, parsed, self._lexicon)
        context.tense, context.direct = ("past", True) if tense == "simple_past" else (tense, False)
        outcome = NORMALISERS[match.rule.kind](match.slots, context)
        if outcome is None:
            return None
        if outcome.point is not None:
            closing = lattice.low(match.first - 1) in ("by", "until") and "year" not in match.slots
            context.mention(outcome.point, "aside" if closing else _manner(match), found.mod)
        elif "year" in match.slots:
            context.mention(Point("Y", int(match.slots["year"])), "stated")
        return _record(parsed, found, outcome)


def _opening(found: list[Found]) -> Point | None:
    """The first year that the text states: what a history's partial dates go by until another is stated."""
    for f in found:
        if "year" in f.match.slots and "era" not in f.match.slots:
            return Point("Y", int(f.match.slots["year"]))
        if f.match.slots.get("era") == "BC" and f.match.slots.keys() & {"year", "year3"}:
            return Point("Y", -int(f.match.slots.get("year3", f.match.slots.get("year", 0))))
    return None


def _manner(match: Match) -> str:
    """How an expression's date bears on the thread of the text (see ``Context.mention``)."""
    slots = match.slots
    if slots.keys() & {"year", "year2", "year3", "iso", "numdate", "tail"}:
        return "stated"
    if slots.get("season") == "WI":
        return "aside"
    back = (slots.get(s) for s in ("ago", "refago", "ref", "rel", "yrel", "yref", "yref_m", "yref_s"))
    return "aside" if any(isinstance(b, int) and b < 0 for b in back) else "followed"


def _record(parsed: Parsed, found: Found, outcome: Outcome) -> When:
    rule = found.match.rule
    mod = outcome.mod or found.mod
    days = (outcome.start, outcome.end) if outcome.start and outcome.end else interval(outcome.value, mod)
    if outcome.type in ("SET", "DURATION") and not outcome.start:
        days = None
    span = parsed.report.span(found.start, found.end)
    return When(
        record_id("when", parsed.report.id, span.start, span.end, outcome.type), span, outcome.type, outcome.value, mod,
        days[0] if days else None, days[1] if days else None, precision(*days) if days else None,
        outcome.against, outcome.reason, f"times.{rule.name}/{VERSION}", round(rule.confidence * outcome.certainty, 3),
    )  # fmt: skip
