"""Names whose only bearers lie in countries that the report has nothing to do with: the place meant is in no table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.grounding.places.grouping import CONTAINED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vedette.grounding.places.atlas import Feature
    from vedette.grounding.places.grouping import Group

KNOWN = 4.9
"""Prior from which a town is named without its country: some 80,000 people."""
FAMED = 6.0
"""The same for a town by another than its first name, and for one that the text calls a village."""
VILLAGES = ('"village"', '"villages"', '"hamlet"', '"hamlets"')
"""What a note says of a place that the text calls so."""
TOLD = 2
"""Names of countries that say what a report is about; fewer say nothing against a town elsewhere."""
LONE = 0.05
"""Support from which other places of the report lie in the same country."""
SMALL = frozenset({"city", "admin2", "admin1"})


def strangers(groups: Sequence[Group]) -> list[Group]:
    """The names to leave unresolved.

    A village that no gazetteer has is told often in news of war, and some other place bears its name somewhere. A name
    is such a stranger where its best bearer is a small place, the text puts it in nothing that it lies in, no other
    place of the report lies in its country, and the report names other countries.
    """
    countries = {o.country for g in groups if (o := _best(g)[1]).kind in {"country", "disputed"}}
    if len([g for g in groups if _best(g)[1].kind in {"country", "disputed"}]) < TOLD:
        return []
    return [g for g in groups if _is_strange(g, countries)]


def _best(g: Group) -> tuple[int, Feature]:
    k = int(g.shares.argmax())
    return k, g.options[k]


def _is_strange(g: Group, countries: set[str | None]) -> bool:
    k, best = _best(g)
    doubtful = best.alternate or any(v in g.notes.get(k, "") for v in VILLAGES)
    if best.own or best.kind not in SMALL or best.prior > (FAMED if doubtful else KNOWN):
        return False
    if float(g.fixed[k]) >= CONTAINED:
        return False
    return best.country not in countries and float(g.support[k][0]) < LONE
