"""Tests on dates and times of day: what their neighbours and the parse say for or against a match."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from vedette.grounding.times.scene import Scene


NOON = 12


def _month(s: Scene) -> bool:
    if s.lattice.tag(s.match.first) in ("MD", "VB", "VBP") and not s.one_word:
        return True
    if s.lattice.tag(s.match.first) in ("MD", "VB", "VBP"):
        return False
    if s.behind in s.lexicon.name_heads:
        return False
    timely = s.before in s.words("time_prepositions")
    named = s.lattice.capital(s.match.last) and s.behind.isalpha() and not s.lattice.caseless
    if named and not timely:
        return False
    if s.first in s.lexicon.ambiguous and not timely and not _modifies(s):
        return s.lattice.tag(s.match.first) == "NNP" and s.punctuated() and not s.lattice.capital(s.match.first - 1)
    token = s.lattice.parse.get(s.lattice.pieces[s.match.first].start)
    if token and token.ner == "PERSON" and s.before not in ("in", "since", "by", "until"):
        return False
    return timely or not (s.lattice.capital(s.match.first - 1) and s.lattice.capital(s.match.last))


def _numeric(s: Scene) -> bool:
    return s.before not in s.lexicon.classes["MONTH"]


def _month_relative(s: Scene) -> bool:
    """Not "that may" and "this march" in a text without capitals."""
    loose = s.lattice.caseless and s.first in ("that", "this") and s.last in s.lexicon.ambiguous
    return not loose and s.lattice.tag(s.match.last - 1) not in ("MD", "VB", "VBP")


def _modifies(s: Scene) -> bool:
    """Whether a month in capitals stands before its noun: "the March offensive"."""
    noun = s.behind.isalpha() and not s.lattice.capital(s.match.last) and s.lattice.tag(s.match.last) in ("NN", "NNS")
    return noun and s.before in s.words("determiners") and not s.lattice.caseless


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
    if p is None or s.before not in s.words("joiners") or p.last != s.match.first - 1 or "day" not in p.slots:
        return False
    if p.slots.keys() & {"year", "yrel", "yref"} or "month" not in p.slots or s.lattice.low(p.last - 1).isalpha():
        return False
    if _has_month(s, s.match.last):
        return False
    tail = int(s.match.slots["day"]) > int(p.slots["day"]) or s.before in ("to", "and")
    if s.before == ",":
        return tail and (s.punctuated() or s.behind == "and")
    return tail and s.behind not in s.lexicon.counted and s.lattice.tag(s.match.last) != "NNS"


def _has_month(s: Scene, i: int) -> bool:
    return any("MONTH" in classes for _, classes in s.edges(i))


def _day_before_date(s: Scene) -> bool:
    i = s.match.last
    if s.behind not in ("-", "–", "—", "and", "to", "or") or i + 2 >= len(s.lattice.pieces):
        return False
    days = any("DAY" in c or "ORDDAY" in c for _, c in s.edges(i + 1))
    return days and _has_month(s, i + 2) and not s.lattice.caseless | _has_month(s, s.match.first - 1)


def _year(s: Scene) -> bool:
    year = int(s.match.slots["year"])
    if s.first == "the":
        return True
    before, lattice = s.before, s.lattice
    ranged = s.behind in ("-", "–") and any("YEAR" in c for _, c in s.edges(s.match.last + 1))
    if ranged or (s.behind == "'s" and (year >= 1900 or s.narrative)):
        return True
    if before in s.lexicon.not_before_year or s.behind in s.lexicon.counted:
        return False
    if before in (".", "/") and lattice.gap(s.match.first) == "" and lattice.low(s.match.first - 2).isdigit():
        return False
    if s.behind == "-" and lattice.low(s.match.last + 1) in (
        "member",
        "man",
        "strong",
        "seat",
        "foot",
        "mile",
        "pound",
    ):
        return False
    common = 1900 <= year <= 2050
    numbered = lattice.tag(s.match.last) in ("NNS", "CD") and s.behind.isalpha()
    if common:
        return not (numbered and before not in s.lexicon.year_prepositions and before not in s.words("determiners"))
    timely = before in s.lexicon.year_prepositions and before not in (
        "for",
        "about",
        "or",
        "than",
        "to",
        "the",
        "that",
        ",",
    )
    return (timely or s.narrative) and (not numbered or (s.narrative and before in ("the", "for")))


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
    return s.before in s.words("time_prepositions") or s.before in s.lexicon.classes["MONTH"]


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
    timely = before in (
        "in",
        "by",
        "during",
        "since",
        "until",
        "through",
        "early",
        "late",
        "mid",
        "of",
        "throughout",
        "-",
        "over",
        "for",
        "into",
    )
    if (
        s.narrative
        and s.first == "the"
        and s.last != "fall"
        and s.behind != "of"
        and not s.lattice.tag(s.match.last).startswith("NN")
    ):
        return True
    if before == "and" and s.previous and s.previous.last == s.match.first - 1 and "season" in s.previous.slots:
        return True
    if s.lattice.low(start) in ("fall", "spring"):
        return timely and s.behind not in ("of", "into", "for", "from", "and") and (before != "for")
    compound = s.lattice.tag(s.match.last) in ("NN", "NNS") and s.first != "the"
    return timely and not compound and s.behind != "of"


def _season_name(s: Scene) -> bool:
    """A season that names a campaign or its quarters: "the winter offensive"."""
    return (
        s.lattice.tag(s.match.last).startswith("NN")
        and s.first != "fall"
        and s.behind not in s.lexicon.name_heads - {"offensive"}
    )


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
    if s.lattice.capital(s.match.first - 1) and s.before not in s.words("time_prepositions"):
        return False
    words = s.lattice.pieces[s.match.last - 1]
    return not s.lattice.capital(s.match.last) and (words.text[0].isupper() or s.lattice.caseless)


def _weekday(s: Scene) -> bool:
    if s.behind in s.lexicon.name_heads and s.lattice.capital(s.match.last):
        return False
    return not (s.one_word and s.before in s.words("names_before") and s.lattice.capital(s.match.first - 1))


def _dayword(s: Scene) -> bool:
    return s.before != "usa"


def _adverb(s: Scene) -> bool:
    return not (s.lattice.tag(s.match.first) == "JJ" or s.lattice.tag(s.match.last) in ("NN", "NNS"))


def _daypart(s: Scene) -> bool:
    if s.first == "the":
        outer = ("in", "during", "throughout", "through", "by")
        return s.before in outer and s.behind != "of" and s.last in ("morning", "afternoon", "evening", "night")
    return s.narrative and s.before in ("at", "by") and s.last == "night"


def _hour(s: Scene) -> bool:
    return "hour" not in s.match.slots or 1 <= float(s.match.slots["hour"]) < NOON + 1


def _clock(s: Scene) -> bool:
    slots = s.match.slots
    if s.one_word and "clockword" in slots and s.lattice.tag(s.match.last).startswith("NN"):
        return False
    if not _hour(s):
        return False
    if "clock" not in slots or "ampm" in slots or "zone" in slots:
        return True
    hour, minute = (int(x) for x in str(slots["clock"]).split(":")[:2])
    return (
        hour < 24
        and minute < 60
        and s.before in ("at", "by", "until", "before", "after", "around", "about", "from", "to")
    )


DATE_GUARDS: dict[str, Callable[[Scene], bool]] = {
    "month": _month,
    "month_relative": _month_relative,
    "numeric": _numeric,
    "hour": _hour,
    "month_day": _month_day,
    "day_alone": _day_alone,
    "day_after_date": _day_after_date,
    "day_before_date": _day_before_date,
    "year": _year,
    "year_bc": _year_bc,
    "era": _era,
    "era_if_short": _era_if_short,
    "year_short": _year_short,
    "year_tail": _year_tail,
    "noun": _noun,
    "season": _season,
    "season_name": _season_name,
    "decade": _decade,
    "quarter": _quarter,
    "holiday": _holiday,
    "weekday": _weekday,
    "dayword": _dayword,
    "adverb": _adverb,
    "daypart": _daypart,
    "clock": _clock,
}
