"""The line of place, day and agency that opens a report, and lines that hold nothing but a date."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

from vedette.tables.gazetteer import gazetteer
from vedette.tables.zones import zone_cues

_MONTHS = {
    name: i
    for i, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y1>\d{{4}}))?(?!\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{_MONTH})(?:,?\s+(?P<y2>\d{{4}}))?(?!\d)"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})",
    re.IGNORECASE,
)
_DASH = r"\s{0,3}(?:—|–|--|-|_)\s{0,3}"
_AGENCY = r"\s?\((?P<agency>[A-Z][\w .&/-]{1,30})\)"
_WORD = r"[^\W\d_][\w.'’-]{0,25}"
_PLACE = rf"{_WORD}(?:[ /]{_WORD}){{0,4}}"
_OPENING = re.compile(
    rf"(?P<place>{_PLACE}(?:,\s{_PLACE}){{0,2}})"
    rf"(?P<day>,?\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?)?"
    rf"(?:{_AGENCY})?(?:{_DASH}|:\s{{1,3}})(?=\S|$)",
    re.IGNORECASE,
)
MAX_DATE_LINE = 90
MIN_COLON = 80
"""Characters of a paragraph that "PLACE: " may open; a shorter one is a label or a headline."""
MIN_TOWN = 15_000
"""Inhabitants; smaller towns share their names with too many people."""
_WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


class DateFound(NamedTuple):
    """A full date and where it stands, offsets into the line."""

    day: date
    start: int
    end: int


class Opening(NamedTuple):
    """The dateline that opens a paragraph: its end, and the agency in it."""

    end: int
    agency: str | None


def full_date(line: str) -> DateFound | None:
    """The first date with a year in a line."""
    for match in _DATE.finditer(line):
        parts = _parts(match)
        if parts is None or parts[0] is None:
            continue
        try:
            return DateFound(date(parts[0], parts[1], parts[2]), match.start(), match.end())
        except ValueError:
            continue
    return None


def names_day(text: str, day: date) -> bool:
    """Whether a text gives a day whole, in digits or with the name of its month, in any usual order."""
    y, m, d = f"{day.year:04}", f"0?{day.month}", f"0?{day.day}"
    gap = r"[\W_年月]{1,4}"
    name = "(?:" + "|".join(n for n, i in _MONTHS.items() if i == day.month) + r")\b"
    ordinal = "(?:st|nd|rd|th)?"
    forms = (
        rf"{day:%Y%m%d}", rf"{y}{gap}{m}{gap}{d}(?!\d)", rf"{d}{gap}{m}{gap}{y}(?!\d)", rf"{m}{gap}{d}{gap}{y}(?!\d)",
        rf"{d}{ordinal}{gap}(?:of )?{name}{gap}{y}(?!\d)", rf"\b{name}{gap}{d}{ordinal}{gap}{y}(?!\d)",
    )  # fmt: skip
    return re.search(rf"(?<!\d)(?:{'|'.join(forms)})", text, re.IGNORECASE) is not None


def _parts(match: re.Match[str]) -> tuple[int | None, int, int] | None:
    if match["y3"]:
        return int(match["y3"]), int(match["m3"]), int(match["d3"])
    month = _MONTHS.get((match["m1"] or match["m2"]).lower().rstrip("."))
    year = match["y1"] or match["y2"]
    return None if month is None else (int(year) if year else None, month, int(match["d1"] or match["d2"]))


def is_date_line(line: str) -> bool:
    """Whether a line holds a date with its year, and nothing else but a weekday, a time and words about time."""
    if len(line) > MAX_DATE_LINE:
        return False
    found = full_date(line)
    if found is None:
        return False
    rest = re.findall(r"[^\W\d_]+", line[: found.start] + " " + line[found.end :])
    return all(w.lower() in _WEEKDAYS or w.lower() in zone_cues().date_words for w in rest)


def opening_dateline(paragraph: str) -> Opening | None:
    """The dateline that opens a paragraph, if one does.

    A place in capitals, or one that a date or an agency follows, then a dash: ``Damascus, May 14 (BNA) -``. A colon
    does where the capitals are those of a town ("NEW DELHI: …"), not of a speaker or a label ("UPDATE: …", "Mr Kos
    (Rwanda): …").
    """
    match = _OPENING.match(paragraph[:160])
    if match is None:
        return None
    place, day, agency = match["place"], match["day"], match["agency"]
    first = place.split(",")[0]
    capitals = first.upper() == first and sum(c.isalpha() for c in first) >= 3
    colon = match.group().rstrip().endswith(":")
    if agency is not None and (not agency[0].isupper() or (colon and not day and not capitals)):
        return None
    if colon and not (agency or day):
        stands = capitals and len(paragraph) >= MIN_COLON and _is_town(first)
        return Opening(match.end(), agency) if stands else None
    if not (day or agency or capitals) or (capitals and not (day or agency) and len(place.split()) > 6):
        return None
    return Opening(match.end(), agency)


def _is_town(name: str) -> bool:
    return any(e.kind == "city" and e.population >= MIN_TOWN for e in gazetteer().lookup(name))


def iso_day(value: object) -> date | None:
    """A date, or the day of an ISO string; None for None.

    Raises:
        ValueError: a string that is no ISO date.
    """
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, datetime):
        return value.date()
    return datetime.fromisoformat(str(value).strip()).date()
