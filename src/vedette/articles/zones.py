"""What each part of a report's text is for: headline, dateline, caption, body, what trails behind."""

from __future__ import annotations

import re
from typing import NamedTuple

from vedette.articles.datelines import is_date_line, opening_dateline
from vedette.articles.paragraphs import paragraphs
from vedette.record import Span, Zone
from vedette.tables.zones import ZoneCues, zone_cues

MAX_HEADLINE = 220
MAX_CREDIT = 90
MAX_BYLINE = 120
MAX_TRAILING_LINE = 200
"""Longer lines are prose: what trails behind a report is short lines, and prose after them is the report again."""


class Cut(NamedTuple):
    """The zones of a text, and the agency that its dateline names."""

    zones: tuple[Zone, ...]
    agency: Span | None


def cut_zones(text: str, title: str | None = None) -> Cut:
    """The zones of a text, in order.

    Args:
        text: the report.
        title: its headline, where it is known; it is then found at the start of the text, run in or not.
    """
    cues = zone_cues()
    parts = _split_title(text, paragraphs(text), title)
    kinds = _kinds(text, parts, cues, title)
    zones: list[Zone] = []
    agency = None
    seen_body = 0
    for (start, end), kind in zip(parts, kinds, strict=True):
        found = opening_dateline(text[start:end]) if kind == "body" and seen_body < 3 else None
        seen_body += kind == "body"
        if found is None:
            zones.append(Zone(kind, Span.of(text, start, end)))
            continue
        line = Span.of(text, start, start + len(text[start : start + found.end].rstrip()))
        zones.append(Zone("dateline", line))
        if found.agency and agency is None:
            at = text.index(f"({found.agency})", start) + 1
            agency = Span.of(text, at, at + len(found.agency))
        if start + found.end < end:
            zones.append(Zone("body", Span.of(text, start + found.end, end)))
    return Cut(tuple(zones), agency)


def _fold(line: str) -> str:
    return line.replace("’", "'").replace("‘", "'").strip().lower()


def _words(line: str) -> list[str]:
    return re.findall(r"\w+", line.lower())


def _split_title(text: str, parts: list[tuple[int, int]], title: str | None) -> list[tuple[int, int]]:
    """Cuts the title off the first paragraph where it runs into the body (``Title . Body``)."""
    if not parts or not title:
        return parts
    wanted, (start, end) = _words(title), parts[0]
    matches = list(re.finditer(r"\w+", text[start:end]))
    if not wanted or [m.group().lower() for m in matches[: len(wanted)]] != wanted or len(matches) == len(wanted):
        return parts
    stop = re.compile(r"\s*[.!?:|-]*\s*").match(text, start + matches[len(wanted) - 1].end(), end)
    cut = stop.end() if stop else end
    kept = len(text[start:cut].rstrip())
    return [(start, start + kept), (cut, end), *parts[1:]] if cut < end else parts


def _kinds(text: str, parts: list[tuple[int, int]], cues: ZoneCues, title: str | None) -> list[str]:
    lines = [text[s:e] for s, e in parts]
    folded = [_fold(line) for line in lines]
    tail = _tail_start(lines, folded, cues)
    kinds = ["boilerplate" if i >= tail else _kind(lines, folded, i, cues) for i in range(len(lines))]
    first = next((i for i, k in enumerate(kinds) if k == "body"), None)
    if first is not None and _is_headline(lines, kinds, first, title):
        kinds[first] = "headline"
    return kinds


def _tail_start(lines: list[str], folded: list[str], cues: ZoneCues) -> int:
    """The index of the first line of what trails behind: cue lines and short lines, up to the end."""
    start = len(lines)
    for i in range(len(lines) - 1, max(0, len(lines) // 3) - 1, -1):
        if len(lines[i]) > MAX_TRAILING_LINE or i == 0:
            break
        if folded[i].startswith(cues.trailing):
            start = i
        elif len(lines[i]) > 80 and lines[i].rstrip().endswith((".", "”", '"')):
            break
    return start


def _kind(lines: list[str], folded: list[str], i: int, cues: ZoneCues) -> str:
    line, low = lines[i], folded[i]
    if low.strip(" .:|-") in cues.anywhere or (len(line) <= MAX_TRAILING_LINE and low.startswith(cues.pointers)):
        return "boilerplate"
    if is_date_line(line):
        return "dateline"
    if len(line) <= MAX_BYLINE and low.startswith(cues.bylines) and not line.rstrip().endswith((".", "?", "!")):
        return "byline"
    if _is_credit(line, low, cues):
        return "credit"
    if low.startswith(cues.captions):
        return "caption"
    if line.rstrip().endswith(("…", "...")) and i + 1 < len(lines) and _is_credit(lines[i + 1], folded[i + 1], cues):
        return "caption"
    return "body"


def _is_credit(line: str, low: str, cues: ZoneCues) -> bool:
    return (
        len(line) <= MAX_CREDIT and any(c in low for c in cues.credits) and not line.rstrip().endswith((".", "?", "!"))
    )


def _is_headline(lines: list[str], kinds: list[str], i: int, title: str | None) -> bool:
    """Whether paragraph ``i``, the first of the body, is the headline: the title, or a short line with no full stop."""
    line = lines[i].strip()
    if title:
        return _words(line) == _words(title)
    prose = [x for x, k in zip(lines[i + 1 :], kinds[i + 1 :], strict=True) if k == "body"]
    if not prose or len(line) > MAX_HEADLINE or opening_dateline(line + " x"):
        return False
    return not line.endswith((".", ",", ";", ":", "_")) and max(map(len, prose)) > len(line)
