"""Who held an office when: persons that news names without saying what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.grounding.actors.words import key
from vedette.tables.actors import holders

if TYPE_CHECKING:
    from vedette.grounding.actors.context import Context
    from vedette.tables.actors import Holder


class Offices:
    """The table of office holders, by full name and by last name."""

    def __init__(self) -> None:
        self._full: dict[str, list[Holder]] = {}
        self._last: dict[str, list[Holder]] = {}
        for row in holders():
            for name in (row.name, *row.aliases):
                self._full.setdefault(key(name).lower(), []).append(row)
            last = key(row.name).lower().split(" ")[-1]
            self._last.setdefault(last, []).append(row)

    def find(self, name: str, context: Context, title: str = "") -> tuple[Holder | None, bool]:
        """Whom a name stands for, and whether he held that office then.

        A full name is enough. A last name alone counts only in office at the time, where the report names his country
        or gives him the title of that office.
        """
        at = key(name).lower()
        rows = self._full.get(at, [])
        if rows:
            held = [r for r in rows if _in_office(r, context.year)]
            if held:
                return held[0], True
            return rows[-1], False
        if " " not in at:
            rows = [r for r in self._last.get(at, []) if _in_office(r, context.year)]
            said = set(title.lower().split())
            rows = [r for r in rows if context.named[r.country] or said & set(r.title.split())]
            if rows and len({(r.country, r.sectors, r.authority) for r in rows}) == 1:
                return rows[-1], True
        return None, False


def _in_office(row: Holder, year: int | None) -> bool:
    if year is None:
        return True
    return (row.start or 0) <= year <= (row.end or 9999)
