"""Numbers in a sentence: digits, words, vague words, with the bounds that stand around them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vedette.tables.magnitudes import Bound, number_table

if TYPE_CHECKING:
    from vedette.record import Parsed, Token

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,3})?")
_SPREAD = re.compile(r"(\d{1,9})[-–](\d{1,9})")
_LONGEST_BOUND = 4
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Count:
    """A number as it stands in a text.

    Attributes:
        low, best, high: what it says; None where that end is open.
        first, last: its tokens with its bounds (last exclusive).
        core: the token that carries it, for its place in the parse.
    """

    low: int | None
    best: int | None
    high: int | None
    first: int
    last: int
    core: int


def counts_of(parsed: Parsed, sentence: int) -> tuple[Count, ...]:
    """The numbers of a sentence, in the order of the text; years, times and measures are left in."""
    out = []
    i, last = parsed.sentences[sentence].first, parsed.sentences[sentence].last
    while i < last:
        found = _count_at(parsed, i, last)
        if found is None:
            i += 1
            continue
        found = _bounded(parsed, _spread(parsed, found, last))
        out.append(found)
        i = found.last
    return tuple(out)


def _count_at(parsed: Parsed, i: int, last: int) -> Count | None:
    token = parsed.tokens[i]
    text = token.text.lower()
    spread = _SPREAD.fullmatch(text)
    if spread is not None:
        low, high = int(spread[1]), int(spread[2])
        return Count(low, (low + high) // 2, high, i, i + 1, i) if low < high else None
    vague = _vague().get(text)
    if vague is not None:
        return _vague_count(parsed, i, last)
    return _exact(parsed, i, last)


def _exact(parsed: Parsed, i: int, last: int) -> Count | None:
    """Digits or number words from token ``i`` on: "1.5 million", "twenty-five", "two hundred and six", "a dozen"."""
    table = number_table()
    if _half_dozen(parsed, i):
        return Count(6, 6, 6, i, i + 3, i + 2)
    total, current, k, core, seen = 0.0, 0.0, i, i, False
    while k < last:
        text = parsed.tokens[k].text.lower()
        value = _value(text)
        if value is not None and _fits(current, value):
            current += value
            core, seen = k, True
        elif text in table.scales and (seen or _article_before(parsed, i)):
            scale = table.scales[text]
            current = (current or 1) * scale
            core, seen = k, True
            if scale >= 1000:
                total, current = total + current, 0.0
        elif not (seen and text in {"-", "and"} and k + 1 < last and _continues(parsed, k)):
            break
        k += 1
    if not seen:
        return None
    number = int(total + current)
    return Count(number, number, number, i, k, core)


def _fits(current: float, value: float) -> bool:
    """Whether a number word goes on from what was read: "twenty" + "five", "two hundred" + "six"."""
    if current == 0:
        return True
    return (current % 100 == 0 and value < 100) or (current % 10 == 0 and current % 100 >= 20 and 0 < value < 10)


def _half_dozen(parsed: Parsed, i: int) -> bool:
    words = [t.text.lower() for t in parsed.tokens[i : i + 3]]
    return len(words) == 3 and words[0] == "half" and words[2] == "dozen"


def _continues(parsed: Parsed, k: int) -> bool:
    """Whether a hyphen or "and" at token ``k`` stands inside one number ("twenty-five", "two hundred and six")."""
    table = number_table()
    before, after = parsed.tokens[k - 1].text.lower(), parsed.tokens[k + 1].text.lower()
    if parsed.tokens[k].text == "-":
        return table.units.get(before, 0) >= 20 and 0 < table.units.get(after, 0) < 10
    return before in {"hundred", "thousand"} and after in table.units


def _value(text: str) -> float | None:
    units = number_table().units
    if text in units:
        return units[text]
    parts = text.split("-")
    if len(parts) == 2 and units.get(parts[0], 0) >= 20 and 0 < units.get(parts[1], 0) < 10:
        return units[parts[0]] + units[parts[1]]
    return float(text.replace(",", "")) if _DIGITS.fullmatch(text) else None


def _article_before(parsed: Parsed, i: int) -> bool:
    return i > 0 and parsed.tokens[i - 1].text.lower() in number_table().articles


def _vague_count(parsed: Parsed, i: int, last: int) -> Count:
    """The likes of "dozens", "tens of thousands", "several hundred"."""
    low, best, high = _vague()[parsed.tokens[i].text.lower()]
    end, core = i + 1, i
    k = end + 1 if end < last and parsed.tokens[end].text.lower() == "of" else end
    if k < last:
        text = parsed.tokens[k].text.lower()
        scale = number_table().scales.get(text) or number_table().scales.get(text.removesuffix("s"))
        if scale is not None:
            low, best, high = low * scale, best * scale, high * scale + scale - 1
            end, core = k + 1, i
    first = i - 1 if _article_before(parsed, i) else i
    return Count(low, best, high, first, end, core)


def _spread(parsed: Parsed, count: Count, last: int) -> Count:
    """The range that a number opens: "20 to 30", "between 20 and 30", "20 or 30"."""
    if count.last + 1 >= last or count.best is None:
        return count
    word = parsed.tokens[count.last].text.lower()
    between = count.first > 0 and parsed.tokens[count.first - 1].text.lower() == "between"
    if word not in {"to", "or", "-", "–"} and not (word == "and" and between):
        return count
    other = _exact(parsed, count.last + 1, last)
    if other is None or other.best is None or other.best <= count.best:
        return count
    first = count.first - 1 if between else count.first
    return Count(count.best, (count.best + other.best) // 2, other.best, first, other.last, other.core)


def _bounded(parsed: Parsed, count: Count) -> Count:
    before, after = _bounds()
    start = parsed.sentences[parsed.tokens[count.core].sent].first
    for width in range(_LONGEST_BOUND, 0, -1):
        first = count.first - width
        if first >= start and (bound := before.get(_words(parsed.tokens[first : count.first]))) is not None:
            return _apply(bound, count, first, count.last)
        bound = after.get(_words(parsed.tokens[count.last : count.last + width]))
        if bound is not None:
            return _apply(bound, count, count.first, count.last + width)
    return count


def _apply(bound: Bound, count: Count, first: int, last: int) -> Count:
    low = None if bound.low is None or count.low is None else math.floor(count.low * bound.low + _ROUNDING)
    best = None if bound.best is None or count.best is None else round(count.best * bound.best)
    high = None if bound.high is None or count.high is None else math.ceil(count.high * bound.high - _ROUNDING)
    return Count(low, best, high, first, last, count.core)


def _words(tokens: tuple[Token, ...]) -> str:
    return " ".join(t.text.lower() for t in tokens)


@cache
def _vague() -> dict[str, tuple[int, int, int]]:
    return {word: (v.low, v.best, v.high) for v in number_table().vague for word in v.words}


@cache
def _bounds() -> tuple[dict[str, Bound], dict[str, Bound]]:
    table = number_table()
    return (
        {phrase: b for b in table.bounds for phrase in b.phrases},
        {phrase: b for b in table.after_bounds for phrase in b.phrases},
    )
