"""Text between quotation marks: curly, straight, single, of old agencies; unclosed ones that run over paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vedette.record import Quotation

if TYPE_CHECKING:
    from vedette.record import Report

MAX_QUOTATION = 6_000
"""Characters; a mark with no partner within so many is taken for a slip."""

_MARK = re.compile(r"[“”„«»\"]|``|''|‘|’|(?<![\w'])'(?=\w)|(?<=[\w.,!?…])'(?!\w)")
_PARAGRAPH = re.compile(r"\n[ \t\r\xa0]*\n|\n")
_WORD = re.compile(r"\w+")
_CONTRACTED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n)\b", re.IGNORECASE)
_STOP = (",", ".", "!", "?", "…", "—", "-", ";", ":")

_Found = tuple[int, int, int, int]
"""Start and end with the marks, start and end without."""


def find_quotations(report: Report) -> tuple[Quotation, ...]:
    """The quotations of a report in the order of the text, an outer one before those within it."""
    text = report.text
    found: list[_Found] = []
    start = 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            _paragraph(text, start, end, found)
        start = gap.end() if gap else len(text)
    found.sort(key=lambda f: (f[0], -f[1]))
    return _join(report, found)


def _paragraph(text: str, start: int, end: int, found: list[_Found]) -> None:
    """Adds the quotations of one paragraph."""
    stack: list[tuple[str, int, int]] = []
    for mark in _MARK.finditer(text, start, end):
        kind = _kind(text, mark, stack)
        if kind == "open":
            stack.append((_partner(mark.group()), mark.start(), mark.end()))
        elif kind == "close":
            _close(mark, stack, found)
    _unclosed(text, end, stack, found)


def _kind(text: str, mark: re.Match[str], stack: list[tuple[str, int, int]]) -> str | None:
    """Whether a mark opens, closes or is none."""
    sign, at, after = mark.group(), mark.start(), mark.end()
    before = text[at - 1] if at else " "
    behind = text[after] if after < len(text) else " "
    owed = [closer for closer, _, _ in stack]
    if sign in "“„«" or sign == "``":
        slip = sign == "“" and "”" in owed and not before.isspace() and not behind.isalnum()
        return "close" if slip else "open"
    if sign in "”»":
        return "close" if _owes(owed, sign) else None
    if sign == "''":
        return "close" if "''" in owed else ("open" if not before.isalnum() and behind.strip() else None)
    if sign == '"':
        return _straight(owed, before, behind)
    if sign == "‘":
        return "open" if not before.isalnum() and not _CONTRACTED.match(text, after) else None
    if sign == "’":
        return "close" if "’" in owed and not behind.isalnum() and not _possessive(text, at, after, stack) else None
    if "'" in owed and not behind.isalnum() and not _possessive(text, at, after, stack):
        return "close"
    if before.isalnum() or not behind.isalnum() or _CONTRACTED.match(text, after):
        return None
    return "open" if _has_closer(text, after) else None


def _straight(owed: list[str], before: str, behind: str) -> str | None:
    """What a straight mark does; after a digit it may be inches."""
    if _owes(owed, '"') and not _opens(before, behind):
        return "close"
    inches = before.isdigit() and not behind.isalnum()
    return None if inches or (before.isalnum() and not behind.isalnum()) else "open"


def _owes(owed: list[str], sign: str) -> bool:
    """Whether a closing mark is owed; a straight one and a curly one stand for each other where one is a slip."""
    return sign in owed or ({'"': "”", "”": '"'}.get(sign, sign) in owed)


def _opens(before: str, behind: str) -> bool:
    """Whether a straight mark can only open: white space before it and none behind."""
    return before.isspace() and not behind.isspace() and behind not in ".,;:!?)"


def _possessive(text: str, at: int, after: int, stack: list[tuple[str, int, int]]) -> bool:
    """Whether a single mark after a plural ("the troops’ morale") is an apostrophe: another closer still comes."""
    if text[at - 1 : at] != "s" or text[after : after + 1] != " " or not text[after + 1 : after + 2].islower():
        return False
    return _has_closer(text, after)


def _has_closer(text: str, after: int) -> bool:
    line = text[after : min(len(text), after + 400)].split("\n", 1)[0]
    return bool(re.search(r"[\w.,!?…][’'](?!\w)", line))


def _partner(mark: str) -> str:
    return {"“": "”", "„": "”", "«": "»", "``": "''", "''": "''", "‘": "’", "'": "'"}.get(mark, mark)


def _close(mark: re.Match[str], stack: list[tuple[str, int, int]], found: list[_Found]) -> None:
    sign = mark.group()
    closers = [c for c, _, _ in stack]
    if sign not in closers:
        sign = {'"': "”", "”": '"', "“": "”"}.get(sign, sign)
    for k in range(len(stack) - 1, -1, -1):
        closer, opened, inner = stack[k]
        if closer == sign:
            del stack[k:]
            if inner < mark.start() and mark.end() - opened <= MAX_QUOTATION:
                found.append((opened, mark.end(), inner, mark.start()))
            return


def _unclosed(text: str, end: int, stack: list[tuple[str, int, int]], found: list[_Found]) -> None:
    """A double quotation left open at the end of a paragraph runs to it; a single one was an apostrophe."""
    stop = end
    while stop and text[stop - 1].isspace():
        stop -= 1
    for closer, opened, inner in stack:
        if closer not in {"’", "'"} and inner < stop and stop - opened <= MAX_QUOTATION:
            found.append((opened, stop, inner, stop))
            return


def _join(report: Report, found: list[_Found]) -> tuple[Quotation, ...]:
    out: list[Quotation] = []
    outer_end = 0
    last: int | None = None
    for start, end, inner, shut in found:
        nested = start < outer_end
        joined = None
        if not nested:
            if last is not None and _runs_on(report.text, out[last], start):
                joined = last
            outer_end = end
        kind = _what(report.text, start, inner, shut)
        out.append(Quotation(report.span(start, end), report.span(inner, shut), kind, joined))
        if not nested:
            last = len(out) - 1
    return tuple(out)


def _runs_on(text: str, before: Quotation, start: int) -> bool:
    """Whether a quotation goes on from one left open at the end of the paragraph before."""
    return before.span.end == before.inner.end and not text[before.span.end : start].strip()


def _what(text: str, start: int, inner: int, shut: int) -> str:
    """``direct``, ``scare`` or ``title``, by length, capitals and the stop at its end."""
    words = _WORD.findall(text[inner:shut])
    body = text[inner:shut].rstrip()
    if len(words) <= 8 and len(words) > 1 and not body.endswith(_STOP):
        big = sum(w[0].isupper() or w.isdigit() for w in words if len(w) > 3 or w[0].isupper())
        if big == sum(len(w) > 3 or w[0].isupper() for w in words) and big > 1 and start and text[start - 1] == " ":
            return "title"
    if len(words) <= 3 and not body.endswith((".", "!", "?", ",")):
        return "scare"
    if len(words) <= 5 and not body.endswith((".", "!", "?", ",")) and not body[:1].isupper():
        return "scare"
    return "direct"
