"""Numbers in words: "twenty-four", "two hundred", "2 1/2", and years as they are spoken ("nineteen ninety-six")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vedette.grounding.times.tokens import Classes, Piece
    from vedette.tables.times import TimeLexicon


def number_edges(pieces: Sequence[Piece], i: int, lexicon: TimeLexicon) -> list[tuple[int, Classes]]:
    """The edges of numbers in words, and of mixed fractions, that start at token ``i``."""
    low, kind = pieces[i].low, pieces[i].kind
    if kind == "INT":
        return _fraction(pieces, i)
    if kind == "GROUPED":
        return _grouped(low, i)
    word_number = low in lexicon.numbers or (low == "a" and i + 1 < len(pieces) and pieces[i + 1].low in _SCALES)
    if kind != "WORD" or not word_number:
        return []
    edges: list[tuple[int, Classes]] = []
    end, number = _cardinal(pieces, i, lexicon)
    if end > i:
        classes: Classes = {"NUM": number}
        if 2000 <= number < 2100:
            classes["YEAR"] = number
        edges.append((end, classes))
        if end == i + 1 and 1 <= number <= 19:
            edges.extend(_spoken_year(pieces, i, number, lexicon))
    elif low == "twenty":
        edges.extend(_spoken_year(pieces, i, 20, lexicon))
    edges.extend(_spoken_ordinal(pieces, i, lexicon))
    return edges


MAX_WORDS = 12
"""Words of the longest number read."""
_SCALES = ("hundred", "thousand")


def _fraction(pieces: Sequence[Piece], i: int) -> list[tuple[int, Classes]]:
    if i + 1 < len(pieces) and pieces[i + 1].kind == "FRACTION":
        above, below = pieces[i + 1].low.split("/")
        if below != "0":
            return [(i + 2, {"NUM": f"{int(pieces[i].low) + int(above) / int(below):g}"})]
    return []


def _grouped(low: str, i: int) -> list[tuple[int, Classes]]:
    plain = low.replace(",", "")
    return [(i + 1, {"NUM": plain if "." in plain else int(plain)})]


def _cardinal(pieces: Sequence[Piece], i: int, lexicon: TimeLexicon) -> tuple[int, int]:
    """The longest cardinal at ``i``: (position behind, value); (i, 0) where there is none."""
    total = current = 0
    end = j = i
    if pieces[i].low == "a":
        current, j = 1, i + 1
    while j < min(len(pieces), i + MAX_WORDS):
        word = pieces[j].low
        value = lexicon.numbers.get(word)
        if value is None:
            joins = word in ("-", "and") and j > i and j + 1 < len(pieces) and pieces[j + 1].low in lexicon.numbers
            if joins and ((word == "-" and 20 <= current % 100 < 100) or (word == "and" and (current >= 100 or total))):
                j += 1
                continue
            break
        if value == 100 and 0 < current < 100:
            current *= 100
        elif value == 1000 and current:
            total, current = total + current * 1000, 0
        elif j == i or _fits(current, value) or (current == 0 and total):
            current += value
        else:
            break
        j += 1
        end = j
    return end, total + current


def _fits(current: int, value: int) -> bool:
    """Whether ``value`` may follow within one number: "twenty" "four", "hundred" "twelve"."""
    tail = current % 100
    return (tail == 0 and current >= 100 and value < 100) or (tail >= 20 and tail % 10 == 0 and value < 10)


def _spoken_year(pieces: Sequence[Piece], i: int, first: int, lexicon: TimeLexicon) -> list[tuple[int, Classes]]:
    if not 13 <= first <= 20 or i + 1 >= len(pieces):
        return []
    j = i + 1
    if pieces[j].low in ("oh", "o") and j + 1 < len(pieces):
        unit = lexicon.numbers.get(pieces[j + 1].low, 0)
        return [(j + 2, {"YEAR": first * 100 + unit})] if 1 <= unit <= 9 else []
    end, tail = _cardinal(pieces, j, lexicon) if pieces[j].low in lexicon.numbers else (j, 0)
    return [(end, {"YEAR": first * 100 + tail})] if end > j and 10 <= tail <= 99 else []


def _spoken_ordinal(pieces: Sequence[Piece], i: int, lexicon: TimeLexicon) -> list[tuple[int, Classes]]:
    """Such as "twenty-first"."""
    tens = lexicon.numbers.get(pieces[i].low, 0)
    j = i + 1 + (i + 1 < len(pieces) and pieces[i + 1].low == "-")
    if 20 <= tens <= 90 and j < len(pieces):
        unit = lexicon.ordinals.get(pieces[j].low, 0)
        if 1 <= unit <= 9:
            return [(j + 1, {"ORD": tens + unit})]
    return []
