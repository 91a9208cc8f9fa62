"""Tests on durations, sets, offsets and fluid references."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from vedette.grounding.times.scene import Scene


def _not_at_last(s: Scene) -> bool:
    return s.match.slots.get("unit") != "D" and s.behind != "-"


def _this_unit(s: Scene) -> bool:
    """Not the name of a programme: "This Week"."""
    first = s.match.first
    quoted = first > 0 and s.lattice.low(first - 1) in ('"', "“", "'", "`")
    return not (quoted and s.lattice.capital(s.match.last - 1)) and s.match.slots.get("unit") != "D"


def _the_unit(s: Scene) -> bool:
    if s.behind in ("of", "that", "in", "when", "-", "before", "after"):
        return False
    if s.match.slots.get("unit") in ("DE", "CE"):
        return False
    if s.narrative:
        aimed = s.before == "of" or (s.before == "in" and s.lattice.low(s.match.first - 2) in s.words("late_or_early"))
        return aimed and s.last in ("year", "month", "week")
    if s.last == "day" and s.lattice.low(s.match.first - 2) not in s.words("late_or_early"):
        return False
    if "latest" in (s.first, s.lattice.low(s.match.first + 1)):
        return True
    if s.last == "quarter":
        return s.before in ("in", "for", "of", "during", "earlier", "later", "through", "from", "at")
    closed = (
        s.punctuated() or s.behind == "'s" or s.lattice.tag(s.match.last) in ("IN", "CC", "VBD", "VBZ", "TO", "WRB")
    )
    return s.before in ("for", "of", "during", "in") and closed


def _unit_same(s: Scene) -> bool:
    if s.match.last - s.match.first > 2:
        return True
    noun_behind = s.lattice.tag(s.match.last) in ("NN", "NNS", "NNP") and not s.lattice.capital(s.match.last)
    return s.lattice.tag(s.match.first) != "IN" and not noun_behind and s.behind != "-"


def _the_before(s: Scene) -> bool:
    return s.last != "before" or s.behind != "yesterday"


def _the_if_next(s: Scene) -> bool:
    return s.first == "the" or (s.match.slots.get("unit") == "D" and s.first == "next")


def _refago(s: Scene) -> bool:
    if s.last in ("before", "after", "prior", "previously"):
        return s.punctuated() or (s.last == "previously")
    return s.before != "no"


def _after_in(s: Scene) -> bool:
    return s.before in ("in", "within") and s.last == "time"


def _age(s: Scene) -> bool:
    """Whether a length of time tells how old somebody or something is."""
    ahead = s.lattice.low(s.match.last + 1)
    old = s.behind == "old" or (s.behind == "-" and ahead == "old") or (s.behind == "of" and ahead == "age")
    owned = s.before == "of" and s.lattice.low(s.match.first - 2) in s.words("people")
    return old or owned or s.before == "aged"


def _duration(s: Scene) -> bool:
    lattice, slots, last = s.lattice, s.match.slots, s.match.last
    if _age(s) or (s.first == "many" and s.before == "as") or lattice.tag(s.match.first) in ("VB", "VBP", "VBZ"):
        return False
    unit = slots.get("unit")
    singular = s.last in ("second", "quarter", "minute") and str(slots.get("num")) != "1"
    if singular and "-" not in {lattice.low(i) for i in range(s.match.first, last)}:
        return False
    if unit == "Q" and slots.get("few") == "X" and s.before == "in":
        return False
    if unit == "Q" and ((s.behind == "of" and "num" in slots) or s.behind == "-" or s.last == "quarter"):
        return False
    return not (unit == "TS" and s.last == "second" and s.behind.isalpha() and s.lattice.tag(last).startswith("NN"))


def _one_unit(s: Scene) -> bool:
    unit, lattice = s.match.slots.get("unit"), s.lattice
    if unit in ("TS", "Q") and s.match.last - s.match.first == 2:
        return False
    if s.behind in ("-", "old") or lattice.tag(s.match.last) in ("NN", "NNS") or _rate(s):
        return False
    if s.match.last - s.match.first > 2:
        return True
    followed = s.behind in ("after", "before", "later", "earlier")
    return followed or (s.before in s.words("span_prepositions") and s.before != "of")


def _many_units(s: Scene) -> bool:
    unit = s.match.slots.get("unit")
    if unit == "TH" and s.lattice.tag(s.match.last).startswith("NN"):
        return False
    if unit in ("TS", "Q", "WE") or s.behind in ("old", "-") or s.lattice.gap(s.match.first) == "-":
        return False
    if s.lattice.capital(s.match.first) or (s.one_word and s.behind == "of" and not s.narrative):
        return False
    return s.before in ("for", "in", "within", "over", "after", "lasting", "lasted", "took", "take", "spent")


def _rate(s: Scene) -> bool:
    """Whether "a year" stands behind a count: "$5 a year", "400 barrels a day", "three times a week"."""
    lattice, first = s.lattice, s.match.first
    for i in range(first - 1, max(first - 5, -1), -1):
        piece = lattice.pieces[i]
        if any("NUM" in classes for _, classes in lattice.edges[i]) or piece.low in (
            "times",
            "once",
            "twice",
            "million",
            "billion",
        ):
            return True
        if piece.kind == "PUNCT" or lattice.tag(i) in ("IN", "VBD", "VBZ", "VBP", "CC", "TO", "DT"):
            return False
    return False


def _freq(s: Scene) -> bool:
    i = s.match.first
    noun_behind = s.lattice.tag(s.match.last) in ("NN", "NNS", "JJ")
    if noun_behind and s.match.slots.get("freq") in ("P1Q", "P1M", "P1Y"):
        return False
    if s.lattice.capital(i) and not s.lattice.caseless and s.before not in ("", "."):
        return False
    return s.lattice.tag(i) not in ("NN", "NNP") and not s.lattice.capital(s.match.last)


def _ref(s: Scene) -> bool:
    if s.behind == "as":
        return False
    if s.first == "the" and s.last == "past":
        return s.before in ("in", "of", "from") and s.lattice.tag(s.match.last) not in ("NN", "NNS", "CD", "JJ")
    if s.first == "the" and s.last == "present":
        return s.punctuated()
    if s.last == "moment":
        return s.before in ("at", "for")
    return True


def _refadj(s: Scene) -> bool:
    if s.last == "future":
        return s.before == "in" if not s.narrative else s.before != "the" and not s.lattice.capital(s.match.first)
    return s.lattice.tag(s.match.first) in ("JJ", "") and s.behind.isalpha()


def _anaphor(s: Scene) -> bool:
    return s.first == "this" or s.last == "period" or s.punctuated() or s.behind in ("of", "that")


SPAN_GUARDS: dict[str, Callable[[Scene], bool]] = {
    "not_at_last": _not_at_last,
    "this_unit": _this_unit,
    "the_unit": _the_unit,
    "unit_same": _unit_same,
    "the_before": _the_before,
    "the_if_next": _the_if_next,
    "refago": _refago,
    "after_in": _after_in,
    "duration": _duration,
    "one_unit": _one_unit,
    "many_units": _many_units,
    "freq": _freq,
    "ref": _ref,
    "refadj": _refadj,
    "anaphor": _anaphor,
    "deictic_next": lambda s: s.match.slots.get("unit") != "D",
    "while": lambda s: s.before in ("for", "in", "after"),
}
