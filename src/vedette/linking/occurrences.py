"""Event records that tell of one happening, in one report and over many."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from vedette.linking.clustering import average_link
from vedette.linking.denials import with_denials
from vedette.linking.happening import happening
from vedette.linking.likeness import NEVER, SAME_HAPPENING, interval, judge_pair
from vedette.linking.rarity import Rarity
from vedette.record import Judgement, Occurrence, Telling, record_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vedette.linking.happening import Happening
    from vedette.linking.origins import Origins
    from vedette.record import Reading

_BUSY, _BUSY_WORD = 200, 30
"""A key that more events share than this says too little to compare them all by it; a word, sooner."""
_DAYS_IN_A_BLOCK = 4
Pair = tuple[int, int]


def occurrences_of(readings: Iterable[Reading], origins: Origins) -> tuple[Occurrence, ...]:
    """The occurrences that readings tell of, by day of the first telling; the same ones in any order of readings."""
    held = sorted({r.report.id: r for r in readings}.values(), key=lambda r: r.report.id)
    items = sorted(
        (happening(r, e) for r in held for e in {e.id: e for e in with_denials(r)}.values()), key=lambda h: h.key
    )
    rarity = Rarity(h.words for h in items)
    judged = {(i, j): judge_pair(items[i], items[j], rarity) for i, j in candidates(items)}
    scores = {pair: j.score for pair, j in judged.items()}
    groups = average_link(len(items), scores, SAME_HAPPENING)
    outlets = {r.report.id: r.report.outlet or r.report.id for r in held}
    return tuple(_occurrence([items[i] for i in g], _reasons(g, judged), origins, outlets) for g in groups)


def candidates(items: Sequence[Happening]) -> list[Pair]:
    """Pairs that share a place or a party within days, or a rare word, so that not all are compared with all."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        for key in _keys(item):
            holders[key].append(i)
    pairs: set[Pair] = set()
    for key, owners in holders.items():
        if len(owners) <= (_BUSY_WORD if key[0] == "word" else _BUSY):
            pairs.update((i, j) for k, j in enumerate(owners) for i in owners[:k])
    return sorted(pairs)


def _keys(item: Happening) -> set[tuple[str, ...]]:
    when = interval(item.event)
    day = when[0] if when and when[2] <= 3 else item.published
    blocks = [str(day.toordinal() // _DAYS_IN_A_BLOCK + k) for k in (0, 1)] if day else [""]
    best = item.event.where.best if item.event.where else None
    about = {f"at {best.id}"} if best else set()
    about |= {f"by {c}" for c in item.actors.countries} | {f"to {c}" for c in item.recipients.countries}
    about |= {f"named {n}" for n in item.actors.names | item.recipients.names}
    keys = {(item.event.quad, a, block) for a in about for block in blocks}
    return keys | {("word", w) for w in item.words}


def _reasons(group: Sequence[int], judged: Mapping[Pair, Judgement]) -> list[Judgement]:
    """For each further member why it is in: its best link to one before it."""
    found = []
    for k, j in enumerate(group[1:], 1):
        links = [judged[i, j] for i in group[:k] if (i, j) in judged]
        best = max(links, key=lambda x: x.score, default=Judgement(0.0, "joined by what the others share"))
        found.append(best if best.score > NEVER else Judgement(0.0, "joined by what the others share"))
    return found


def _occurrence(
    items: Sequence[Happening], judgements: Sequence[Judgement], origins: Origins, outlets: Mapping[str, str]
) -> Occurrence:
    events = [h.event for h in items]
    kinds = Counter(e.type for e in events)
    kind = min(kinds, key=lambda k: (-kinds[k], [e.type for e in events].index(k)))
    modes = Counter(e.mode for e in events if e.type == kind and e.mode)
    mode = min(modes, key=lambda m: (-modes[m], m)) if modes else None
    return Occurrence(
        record_id("occurrence", sorted(e.id for e in events)), kind, mode,
        tuple(Telling(h.report, h.event) for h in items), len({h.report for h in items}),
        len({outlets[h.report] for h in items}), len({origins.of_telling(h.report, h.event) for h in items}),
        tuple(judgements),
    )  # fmt: skip
