"""Lines of one declarer that the same acts touch: one line, though it is spoken of in words that share little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.linking.incidents import incidents_of
from vedette.linking.lines import line_of
from vedette.linking.rarity import Rarity
from vedette.record import Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vedette.linking.lines import Line
    from vedette.linking.origins import Origins
    from vedette.record import Occurrence

SHARED_ACTS = 2
"""How many acts must touch both: one may do so by chance."""
_LOOSE = frozenset({"other", "population"})
"""What a line protects that says little of where it runs: "such fire", "our people"."""
_FIRM = frozenset({"border_security", "territory", "forces"})


def joined(lines: Sequence[Line], occurrences: Sequence[Occurrence], origins: Origins) -> tuple[Line, ...]:
    """The lines, where one that says little of what it is about goes with a firmer one that its incidents touch."""
    touched = [frozenset(i.occurrence.id for i in incidents_of(line, occurrences, origins)) for line in lines]
    rarity = Rarity(m.words | m.names for line in lines for m in line.members)
    result = list(lines)
    gone: set[int] = set()
    for b, loose in enumerate(lines):
        if loose.about not in _LOOSE or len(touched[b]) < SHARED_ACTS or _demands(loose):
            continue
        fits = [a for a, firm in enumerate(lines) if _takes(firm, loose) and touched[b] <= touched[a]]
        if fits:
            a = max(fits, key=lambda k: (len(lines[k].members), -k))
            result[a] = _merge(result[a], loose, len(touched[b]), rarity)
            gone.add(b)
    return tuple(line for k, line in enumerate(result) if k not in gone)


def _takes(firm: Line, loose: Line) -> bool:
    return firm.declarer == loose.declarer and firm.about in _FIRM and not _demands(firm)


def _demands(line: Line) -> bool:
    return all(m.commitment.form == "demand" for m in line.members)


def _merge(firm: Line, loose: Line, acts: int, rarity: Rarity) -> Line:
    why = Judgement(0.6, f"all {acts} acts that touch it touch the rest of the line")
    members = [*zip(firm.members, firm.why, strict=True), *((m, why) for m in loose.members)]
    return line_of(firm.declarer, sorted(members, key=lambda x: x[0].key), rarity)
