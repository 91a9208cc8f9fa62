"""Named tests on a match of the grammar: what its neighbours and the parse say for or against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from vedette.grounding.times.grammar import Match
    from vedette.grounding.times.tokens import Classes, Lattice
    from vedette.tables.times import TimeLexicon

TIME_PREPOSITIONS = frozenset(
    "in of since by until till during before after through late early mid from to between around about on this last next "
    "throughout and or late-".split()
)
SPAN_PREPOSITIONS = frozenset(
    "for in within over after during than about nearly almost least every around lasting lasts lasted takes took take "
    "spent spend of under roughly approximately only just to".split()
)
DETERMINERS = frozenset("the a an this that its his her their our 's".split())
LATE_OR_EARLY = ("late", "later", "early", "earlier")
JOINERS = frozenset(("-", "–", "—", "and", "to", "or", ",", "/"))
NAMES_BEFORE = frozenset("black bloody super fat good palm ash holy".split())


@dataclass(frozen=True, slots=True)
class Scene:
    """A match among its neighbours.

    Attributes:
        lattice, match: the tokens and the match.
        previous: the match accepted before it.
        narrative: whether the text is a history rather than news.
        lexicon: the words.
    """

    lattice: Lattice
    match: Match
    previous: Match | None
    narrative: bool
    lexicon: TimeLexicon

    @property
    def before(self) -> str:
        """The word before the match."""
        return self.lattice.low(self.match.first - 1)

    @property
    def behind(self) -> str:
        """The word behind the match."""
        return self.lattice.low(self.match.last)

    @property
    def first(self) -> str:
        """The first word of the match."""
        return self.lattice.low(self.match.first)

    @property
    def last(self) -> str:
        """The last word of the match."""
        return self.lattice.low(self.match.last - 1)

    @property
    def one_word(self) -> bool:
        """Whether the match is a single token."""
        return self.match.last == self.match.first + 1

    def punctuated(self) -> bool:
        """Whether the text ends, or a punctuation mark stands, behind the match."""
        last = self.match.last
        return last >= len(self.lattice.pieces) or self.lattice.pieces[last].kind == "PUNCT"


def _month(s: Scene) -> bool:
    if s.lattice.tag(s.match.first) in ("MD", "VB", "VBP") and not s.one_word:
        return True
    if s.lattice.tag(s.match.first) in ("MD", "VB", "VBP"):
        return False
    if s.behind in s.lexicon.name_heads:
        return False
    timely = s.before in TIME_PREPOSITIONS
    if s.first in s.lexicon.ambiguous and not timely and not _modifies(s):
        return s.lattice.tag(s.match.first) == "NNP" and s.punctuated() and not s.lattice.capital(s.match.first - 1)
    token = s.lattice.parse.get(s.lattice.pieces[s.match.first].start)
    if token and token.ner == "PERSON" and s.before not in ("in", "since", "by", "until"):
        return False
    return timely or not (s.lattice.capital(s.match.first - 1) and s.lattice.capital(s.match.last))


def _modifies(s: Scene) -> bool:
    """Whether a month in capitals stands before its noun: "the March offensive"."""
    noun = s.behind.isalpha() and not s.lattice.capital(s.match.last) and s.lattice.tag(s.match.last) in ("NN", "NNS")
    return noun and s.before in DETERMINERS and not s.lattice.caseless


def _month_day(s: Scene) -> bool:
    if "day" in s.match.slots and s.behind in s.lexicon.counted:
        return False
    return s.lattice.tag(s.match.first) != "MD" or not s.lattice.caseless


def _day_alone(s: Scene) -> bool:
    if s.match.last - s.match.first > 2:
        return True
    tag = s.lattice.tag(s.match.last)
    return s.before in ("on", "of", "by", "until", "from", "to", "and", "since", "before", "after") and (
        s.punctuated() or tag in ("IN", "VBD", "VBZ", "CC", "TO", "RB", "WDT", "PRP")
    )


def _day_after_date(s: Scene) -> bool:
    p = s.previous
    if p is None or s.before not in JOINERS or p.last != s.match.first - 1 or "day" not in p.slots:
        return False
    if p.slots.keys() & {"year", "yrel", "yref"} or "month" not in p.slots or s.lattice.low(p.last - 1).isalpha():
        return False
    if s.lattice.edges[s.match.last : s.match.last + 1] and _has_month(s.lattice, s.match.last):
        return False
    tail = int(s.match.slots["day"]) > int(p.slots["day"]) or s.before in ("to", "and")
    if s.before == ",":
        return tail and (s.punctuated() or s.behind == "and")
    return tail and s.behind not in s.lexicon.counted and s.lattice.tag(s.match.last) != "NNS"


def _has_month(lattice: Lattice, i: int) -> bool:
    return i < len(lattice.pieces) and any("MONTH" in classes for _, classes in lattice.edges[i])


def _day_before_date(s: Scene) -> bool:
    i = s.match.last
    if s.behind not in ("-", "–", "—", "and", "to", "or") or i + 2 >= len(s.lattice.pieces):
        return False
    days = any("DAY" in c or "ORDDAY" in c for _, c in s.lattice.edges[i + 1])
    return days and _has_month(s.lattice, i + 2) and not s.lattice.caseless | _has_month(s.lattice, s.match.first - 1)


def _year(s: Scene) -> bool:
    year = int(s.match.slots["year"])
    if s.first == "the":
        return True
    before, lattice = s.before, s.lattice
    ranged = s.behind in ("-", "–") and any("YEAR" in c for _, c in _edges(lattice, s.match.last + 1))
    if ranged or (s.behind == "'s" and (year >= 1900 or s.narrative)):
        return True
    if before in s.lexicon.not_before_year or s.behind in s.lexicon.counted:
        return False
    if before in (".", "/") and lattice.gap(s.match.first) == "" and lattice.low(s.match.first - 2).isdigit():
        return False
    if s.behind == "-" and lattice.low(s.match.last + 1) in ("member", "man", "strong", "seat", "foot", "mile", "pound"):
        return False
    common = 1900 <= year <= 2050
    numbered = lattice.tag(s.match.last) in ("NNS", "CD") and s.behind.isalpha()
    if common:
        return not (numbered and before not in s.lexicon.year_prepositions and before not in DETERMINERS)
    timely = before in s.lexicon.year_prepositions and before not in ("for", "about", "or", "than", "to", "the", "that", ",")
    return (timely or s.narrative) and (not numbered or (s.narrative and before in ("the", "for")))


def _edges(lattice: Lattice, i: int) -> list[tuple[int, Classes]]:
    return lattice.edges[i] if i < len(lattice.edges) else []


def _year_bc(s: Scene) -> bool:
    if s.lattice.tag(s.match.last) in ("NN", "NNS", "JJ", "CD") or s.behind in s.lexicon.counted:
        return False
    return s.lattice.eras >= 3 and s.before in s.lexicon.year_prepositions


def _era(s: Scene) -> bool:
    pieces = s.lattice.pieces[s.match.first : s.match.last]
    words = [p.text for p in pieces if p.kind == "WORD"]
    return all(w.isupper() for w in words) or s.lattice.caseless


def _era_if_short(s: Scene) -> bool:
    return "year3" not in s.match.slots or "era" in s.match.slots or s.lattice.eras >= 3


def _year_short(s: Scene) -> bool:
    return s.before in TIME_PREPOSITIONS or s.before in s.lexicon.classes["MONTH"]


def _year_tail(s: Scene) -> bool:
    p, tail = s.previous, s.match.slots["tail"]
    if p is None or p.last != s.match.first - 1 or s.before not in ("-", "–", "/") or "year" not in p.slots:
        return False
    piece = s.lattice.pieces[p.last - 1]
    written = s.lattice.pieces[s.match.first].text
    return piece.text.isdigit() and len(written) == 2 and written.isdigit() and int(tail) > int(piece.text) % 100


def _noun(s: Scene) -> bool:
    return not s.lattice.tag(s.match.last - 1).startswith("VB")


def _season(s: Scene) -> bool:
    if not _noun(s) or s.behind in s.lexicon.name_heads or s.lattice.capital(s.match.last):
        return False
    start = s.match.first + (s.first == "the")
    before = s.before
    timely = before in ("in", "by", "during", "since", "until", "through", "early", "late", "mid", "of", "throughout", "-", "over", "for", "into")
    if s.narrative and s.first == "the" and s.last != "fall" and s.behind != "of" and not s.lattice.tag(s.match.last).startswith("NN"):
        return True
    if before == "and" and s.previous and s.previous.last == s.match.first - 1 and "season" in s.previous.slots:
        return True
    if s.lattice.low(start) in ("fall", "spring"):
        return timely and s.behind not in ("of", "into", "for", "from", "and") and (before != "for")
    compound = s.lattice.tag(s.match.last) in ("NN", "NNS") and s.first != "the"
    return timely and not compound and s.behind != "of"


def _season_name(s: Scene) -> bool:
    """A season that names a campaign or its quarters: "the winter offensive"."""
    return s.lattice.tag(s.match.last).startswith("NN") and s.first != "fall" and s.behind not in s.lexicon.name_heads - {"offensive"}


def _decade(s: Scene) -> bool:
    slots = s.match.slots
    if "decadeword" in slots and s.lattice.pieces[s.match.last - 1].kind == "WORD":
        return s.first == "the" or s.before in ("early", "late", "mid", "-")
    return True


def _quarter(s: Scene) -> bool:
    if s.behind in ("final", "finals", "back", "century", "mile", "finalist") or "ord" in s.match.slots:
        return False
    return int(s.match.slots["quarter"]) <= 4 and s.behind != "mile"


def _holiday(s: Scene) -> bool:
    if s.match.slots.keys() & {"year", "yrel_h"}:
        return True
    if s.lattice.capital(s.match.first - 1) and s.before not in TIME_PREPOSITIONS:
        return False
    words = s.lattice.pieces[s.match.last - 1]
    return not s.lattice.capital(s.match.last) and (words.text[0].isupper() or s.lattice.caseless)


def _weekday(s: Scene) -> bool:
    if s.behind in s.lexicon.name_heads and s.lattice.capital(s.match.last):
        return False
    return not (s.one_word and s.before in NAMES_BEFORE and s.lattice.capital(s.match.first - 1))


def _dayword(s: Scene) -> bool:
    return s.before != "usa"


def _adverb(s: Scene) -> bool:
    return not (s.lattice.tag(s.match.first) == "JJ" or s.lattice.tag(s.match.last) in ("NN", "NNS"))


def _daypart(s: Scene) -> bool:
    if s.first == "the":
        outer = ("in", "during", "throughout", "through", "by")
        return s.before in outer and s.behind != "of" and s.last in ("morning", "afternoon", "evening", "night")
    return s.narrative and s.before in ("at", "by") and s.last == "night"


def _clock(s: Scene) -> bool:
    slots = s.match.slots
    if "clock" not in slots or "ampm" in slots or "zone" in slots:
        return True
    hour, minute = (int(x) for x in str(slots["clock"]).split(":")[:2])
    return hour < 24 and minute < 60 and s.before in ("at", "by", "until", "before", "after", "around", "about", "from", "to")


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
    if s.narrative:
        aimed = s.before == "of" or (s.before == "in" and s.lattice.low(s.match.first - 2) in LATE_OR_EARLY)
        return aimed and s.last in ("year", "month", "week")
    if "latest" in (s.first, s.lattice.low(s.match.first + 1)):
        return True
    if s.last == "quarter":
        return s.before in ("in", "for", "of", "during", "earlier", "later", "through", "from", "at")
    closed = s.punctuated() or s.behind == "'s" or s.lattice.tag(s.match.last) in ("IN", "CC", "VBD", "VBZ", "TO", "WRB")
    return s.before in ("for", "of", "during", "in") and closed


def _unit_same(s: Scene) -> bool:
    if s.match.last - s.match.first > 2:
        return True
    noun_behind = s.lattice.tag(s.match.last) in ("NN", "NNS", "NNP") and not s.lattice.capital(s.match.last)
    return s.lattice.tag(s.match.first) != "IN" and not noun_behind and s.behind != "-"


def _the_before(s: Scene) -> bool:
    return s.last != "before" or s.behind != "yesterday"


def _the_if_next(s: Scene) -> bool:
    return s.first == "the" or s.match.slots.get("unit") == "D" and "next" in s.first


def _refago(s: Scene) -> bool:
    if s.last in ("before", "after", "prior", "previously"):
        return s.punctuated() or (s.last == "previously")
    return s.before != "no"


def _after_in(s: Scene) -> bool:
    return s.before in ("in", "within") and s.last == "time"


def _duration(s: Scene) -> bool:
    lattice, slots, last = s.lattice, s.match.slots, s.match.last
    old = s.behind == "old" or (s.behind == "-" and lattice.low(last + 1) == "old")
    if old or (s.behind == "of" and lattice.low(last + 1) == "age") or s.before == "aged":
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
    return (s.before in SPAN_PREPOSITIONS and s.before != "of") or s.behind in ("after", "before", "later", "earlier")


def _many_units(s: Scene) -> bool:
    unit = s.match.slots.get("unit")
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
        if any("NUM" in classes for _, classes in lattice.edges[i]) or piece.low in ("times", "once", "twice", "million", "billion"):
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


GUARDS: dict[str, Callable[[Scene], bool]] = {
    "month": _month, "month_day": _month_day, "day_alone": _day_alone, "day_after_date": _day_after_date,
    "day_before_date": _day_before_date, "year": _year, "year_bc": _year_bc, "era": _era, "era_if_short": _era_if_short,
    "year_short": _year_short, "year_tail": _year_tail, "noun": _noun, "season": _season, "decade": _decade,
    "quarter": _quarter, "holiday": _holiday, "weekday": _weekday, "dayword": _dayword, "adverb": _adverb,
    "daypart": _daypart, "clock": _clock, "not_at_last": _not_at_last, "the_unit": _the_unit, "unit_same": _unit_same,
    "the_before": _the_before, "the_if_next": _the_if_next, "refago": _refago, "after_in": _after_in,
    "duration": _duration, "one_unit": _one_unit, "many_units": _many_units, "season_name": _season_name, "this_unit": _this_unit,
    "freq": _freq, "ref": _ref, "refadj": _refadj, "anaphor": _anaphor,
    "deictic_next": lambda s: s.match.slots.get("unit") != "D", "while": lambda s: s.before in ("for", "in", "after"),
}  # fmt: skip
