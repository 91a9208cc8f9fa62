"""Finds and resolves the places of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.grounding.places.anchors import Anchor, Anchors
from vedette.grounding.places.bordering import country_name, nearest_border
from vedette.grounding.places.doubts import place_doubts
from vedette.grounding.places.evidence import ACCEPT, Judge
from vedette.grounding.places.finding import find
from vedette.grounding.places.frontier import border_places
from vedette.grounding.places.grouping import Group, group
from vedette.grounding.places.ranking import rank
from vedette.grounding.places.relative import relative_places
from vedette.grounding.places.strangers import strangers
from vedette.grounding.places.unlisted import unlisted_places
from vedette.record import Place, PlaceCandidate, record_id
from vedette.tables.borders import borders
from vedette.tables.gazetteer import gazetteer
from vedette.tables.places import place_names, place_words

if TYPE_CHECKING:
    from vedette.grounding.places.atlas import Feature
    from vedette.grounding.places.finding import Found
    from vedette.record import Doubt, Parsed

MADE_BY = "places/1"
SHOWN = 5
AGREES = 0.4
PRECISION = {
    "city": 1, "base": 1, "nuclear": 1, "crossing": 1, "site": 1, "island": 5, "admin2": 3, "admin1": 4, "region": 5,
    "disputed": 5, "river": 5, "mountains": 5, "line": 5, "border": 5, "country": 6, "macro": 7, "water": 7,
    "strait": 7,
}  # fmt: skip
"""UCDP ``where_prec`` by kind of place."""


class PlaceResolver:
    """Finds and resolves the places of a report. Opens the tables, the gazetteer and the borders when it is made."""

    def __init__(self) -> None:
        gazetteer()
        borders()
        place_names()

    def resolve(self, parsed: Parsed) -> tuple[tuple[Place, ...], tuple[Doubt, ...]]:
        """The places in the order of the text, and doubts."""
        found = find(parsed)
        judge = Judge(parsed, found)
        kept, roles, scores = [], [], []
        for span, verdict in zip(found, judge.verdicts(), strict=True):
            if verdict.score >= ACCEPT:
                kept.append(span)
                roles.append(verdict.role)
                scores.append(verdict.score)
        groups = group(parsed, kept, roles)
        rank(parsed, kept, groups)
        of = {i: g for g in groups for i in g.members}
        strange = strangers(groups)
        fits = [i for i in range(len(kept)) if of[i] not in strange]
        places = [_place(parsed, kept[i], roles[i], scores[i], of[i]) for i in fits]
        kept = [kept[i] for i in fits]
        anchors = Anchors(parsed, [Anchor(s.first, s.last, p) for s, p in zip(kept, places, strict=True)])
        known = [s for s in found if any(x.own for x in s.features)]
        held = frozenset(i for s in [*kept, *known] for i in range(s.first, s.last))
        places += [*relative_places(anchors), *border_places(anchors), *unlisted_places(anchors, held)]
        places.sort(key=lambda p: (p.span.start, -p.span.end, p.id))
        return tuple(_distinct(places)), place_doubts(anchors)


def _distinct(places: list[Place]) -> list[Place]:
    """The places, the first of those that have one and the same span."""
    return list({(p.span.start, p.span.end): p for p in reversed(places)}.values())[::-1]


def _place(parsed: Parsed, span: Found, role: str, score: float, g: Group) -> Place:
    order = sorted(range(len(g.options)), key=lambda k: (-g.shares[k], g.options[k].id))[:SHOWN]
    sure = min(0.98, 0.55 + 0.09 * score)
    candidates = tuple(_candidate(g.options[k], float(g.shares[k]) * 0.99, g, k) for k in order)
    best = candidates[0]
    near = role == "place"
    return Place(
        record_id("place", parsed.report.id, span.start, span.end),
        parsed.report.span(span.start, span.end),
        span.name if parsed.text[span.start : span.end] == span.name else parsed.text[span.start : span.end],
        role,
        candidates,
        2 if near and PRECISION.get(best.kind) == 1 and _is_near(parsed, span) else PRECISION.get(best.kind, 5),
        nearest_border(best) if near else None,
        MADE_BY,
        round(sure * best.probability, 3),
    )


def _is_near(parsed: Parsed, span: Found) -> bool:
    """Whether the text says "near", "outside", "the outskirts of"."""
    before = [t.text.lower() for t in parsed.tokens[max(0, span.first - 2) : span.first]]
    return any(w in place_words().near for w in before)


def _candidate(f: Feature, share: float, g: Group, k: int) -> PlaceCandidate:
    country, admin1, near = (float(x) for x in g.support[k])
    said = [g.notes[k]] if k in g.notes else []
    if near > AGREES:
        said.append("other places of the report lie near it")
    elif admin1 > AGREES and f.admin1:
        said.append(f"other places of the report lie in {f.admin1}")
    elif country > AGREES and f.country and f.kind != "country":
        said.append(f"the report is about {country_name(f.country)}")
    if f.prior == max(o.prior for o in g.options):
        said.append("the best known of that name" if len(g.options) > 1 else "the only one of that name")
    reason = "; ".join(said) or "has that name, and nothing else speaks for it"
    reason = f"{reason[0].upper()}{reason[1:]} ({round(100 * share)} %)"
    return PlaceCandidate(
        f.id,
        f.name,
        f.kind,
        f.lat,
        f.lon,
        f.radius_km,
        f.country,
        f.admin1,
        f.admin2,
        f.disputed,
        round(share, 4),
        reason,
    )
