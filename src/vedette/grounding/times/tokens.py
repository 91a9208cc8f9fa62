"""Text → a lattice of tokens with the classes of the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vedette.grounding.times.numerals import number_edges

if TYPE_CHECKING:
    from vedette.record import Token
    from vedette.tables.times import LexValue, TimeLexicon

Classes = dict[str, "LexValue"]

TOKEN = re.compile(
    r"""(?P<ISO>\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?\b)
    |(?P<NUMDATE>\b\d{1,2}([/.])\d{1,2}\3(?:\d{4}|\d{2})\b)
    |(?P<CLOCK>\b\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
    |(?P<DECADE>\b\d{3,4}s\b|\b\d{2,3}0['’]s\b|['’]\d0['’]?s\b)
    |(?P<ORDINAL>\b\d{1,3}(?:st|nd|rd|th)\b)
    |(?P<GROUPED>\b\d{1,2}\.\d{2}(?=[aApP]\.?[mM]\b)|\b\d{1,3}(?:,\d{3})+(?:\.\d+)?\b|\b\d+\.\d+\b)
    |(?P<FRACTION>\b\d/\d\b)
    |(?P<QUARTER>\b[QH][1-4]\b)
    |(?P<FY>\bFY[ ]?\d{2}(?:\d{2})?\b)
    |(?P<YEAR2>(?<![\w’'])['’‘]\d{2}(?![\w]))
    |(?P<INT>\d+(?=[aApP]\.?[mM]\b)|\d+(?![^\W\d_]))
    |(?P<OCLOCK>o['’]clock\b)
    |(?P<CLITIC>['’]s\b)
    |(?P<WORD>[^\W_]+)
    |(?P<PUNCT>[^\w\s]|_)""",
    re.VERBOSE,
)
_MISTYPED_DIGITS = str.maketrans("oOlI", "0011")
_MISTYPED_LETTERS = str.maketrans("01", "ol")


@dataclass(frozen=True, slots=True)
class Piece:
    """A token of the lattice: its characters, the lower-case form that rules see, and whether it was mistyped."""

    start: int
    end: int
    text: str
    low: str
    kind: str
    typo: bool = False


@dataclass(slots=True)
class Lattice:
    """Tokens, and for each position the edges that start there: (position behind, classes)."""

    text: str
    pieces: list[Piece]
    edges: list[list[tuple[int, Classes]]] = field(default_factory=list)
    caseless: bool = False
    parse: dict[int, Token] = field(default_factory=dict)
    """The parser's tokens by their first character; empty where nothing was parsed."""
    lines: list[int] = field(default_factory=list)
    """Where each line ends."""
    eras: int = 0
    """How many years are marked BC."""

    def low(self, i: int) -> str:
        """The lower-case token at ``i``; empty outside the text."""
        return self.pieces[i].low if 0 <= i < len(self.pieces) else ""

    def tag(self, i: int) -> str:
        """The Penn tag at ``i``; empty where it was not parsed."""
        token = self.parse.get(self.pieces[i].start) if 0 <= i < len(self.pieces) else None
        return token.tag if token else ""

    def capital(self, i: int) -> bool:
        """Whether the token at ``i`` begins with a capital."""
        return 0 <= i < len(self.pieces) and self.pieces[i].text[0].isupper()

    def gap(self, i: int) -> str:
        """The characters between token ``i - 1`` and token ``i``."""
        return self.text[self.pieces[i - 1].end : self.pieces[i].start]


class Lexer:
    """Looks tokens and phrases up in the lexicon."""

    def __init__(self, lexicon: TimeLexicon) -> None:
        self._lexicon = lexicon
        self._words: dict[str, Classes] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], Classes]]] = {}
        phrases: dict[tuple[str, ...], Classes] = {}
        for name, words in lexicon.classes.items():
            for word, value in words.items():
                key = tuple(m.group().lower() for m in TOKEN.finditer(word))
                if len(key) == 1:
                    self._words.setdefault(key[0], {})[name] = value
                else:
                    phrases.setdefault(key, {})[name] = value
        for word, number in lexicon.ordinals.items():
            self._words.setdefault(word, {})["ORD"] = number
        for key, classes in sorted(phrases.items()):
            self._phrases.setdefault(key[0], []).append((key, classes))
        self._months = frozenset(lexicon.classes["MONTH"])

    def lattice(self, text: str) -> Lattice:
        """The tokens of a text with the edges over them."""
        pieces = [self._piece(m) for m in TOKEN.finditer(text)]
        lattice = Lattice(text, pieces, caseless=_caseless(text), lines=[m.start() for m in re.finditer("\n", text)])
        for i in range(len(pieces)):
            lattice.edges.append(self._edges(lattice, i))
        return lattice

    def _piece(self, match: re.Match[str]) -> Piece:
        text, kind = match.group(), match.lastgroup or "PUNCT"
        low = text.lower().replace("’", "'").replace("‘", "'")
        if kind == "WORD" and not text.isalpha():
            mended = text.translate(_MISTYPED_DIGITS)
            if mended.isdecimal() and text[0].isdigit() | (len(text) == 4):
                return Piece(match.start(), match.end(), text, mended, "INT", typo=True)
            mended = low.translate(_MISTYPED_LETTERS)
            if mended in self._months or mended == "on":
                return Piece(match.start(), match.end(), text, mended, kind, typo=True)
        return Piece(match.start(), match.end(), text, low, kind)

    def _edges(self, lattice: Lattice, i: int) -> list[tuple[int, Classes]]:
        piece = lattice.pieces[i]
        edges: list[tuple[int, Classes]] = []
        if piece.kind == "WORD":
            proper = piece.low in self._lexicon.proper and not lattice.caseless and not piece.text[0].isupper()
            found = None if proper and not piece.typo else self._words.get(piece.low)
            if found:
                edges.append((i + 1, found))
            for key, classes in () if proper else self._phrases.get(piece.low, ()):
                end = i + len(key)
                if end <= len(lattice.pieces) and all(lattice.pieces[i + k].low == w for k, w in enumerate(key)):
                    edges.append((end, classes))
        elif piece.kind != "PUNCT":
            classes = _number_classes(piece)
            if classes:
                edges.append((i + 1, classes))
        edges.extend(number_edges(lattice.pieces, i, self._lexicon))
        return edges


def _caseless(text: str) -> bool:
    """Whether a text is written without capitals (or in capitals only)."""
    sample = text[:4000]
    upper = sum(c.isupper() for c in sample)
    lower = sum(c.islower() for c in sample)
    return upper * 100 < lower or lower * 10 < upper


def _number_classes(piece: Piece) -> Classes:
    kind, low = piece.kind, piece.low
    if kind in ("ISO", "NUMDATE", "CLOCK"):
        return {kind: piece.text}
    if kind == "DECADE":
        digits = low.strip("'s")
        if len(digits) == 2:
            return {"DECADEWORD": int(digits)}
        return {"DECADE" if len(digits) == 4 else "DECADE3": int(digits)} if digits.endswith("0") else {}
    if kind == "ORDINAL":
        number = int(low[:-2])
        return {"ORD": number, "ORDDAY": number} if 1 <= number <= 31 else {"ORD": number}
    if kind == "QUARTER":
        return {"QUARTER": int(low[1])} if low[0] == "q" else {}
    if kind == "FY":
        digits = low.strip("fy ")
        return {"FYYEAR" if len(digits) == 4 else "FYYEAR2": int(digits)}
    if kind == "YEAR2":
        return {"YEAR2": int(low[1:])}
    return _integer_classes(low) if kind == "INT" else {}


def _integer_classes(digits: str) -> Classes:
    if len(digits) > 9:
        return {}
    number = int(digits)
    classes: Classes = {"NUM": number}
    if 1 <= number <= 31 and len(digits) <= 2:
        classes["DAY"] = number
    if len(digits) == 4 and 1000 <= number <= 2199:
        classes["YEAR"] = number
    if len(digits) == 4 and number < 2400 and number % 100 < 60:
        classes["CLOCK4"] = f"{digits[:2]}:{digits[2:]}"
        if digits[0] == "0":
            classes["CLOCK"] = f"{digits[:2]}:{digits[2:]}"
    if len(digits) == 3:
        classes["YEAR3"] = number
    return classes
