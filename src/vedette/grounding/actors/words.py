"""Phrases as words that tables can be looked up by: no dots, accents or hyphens, one apostrophe."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.&][^\W_]+){0,8}\.?(?:['’`ʼ](?!s\b)[^\W_]+)?|['’`]s\b|[(),;:/+]")

_NOT_NAMES = frozenset(("am", "pm", "ie", "eg", "cf", "ps"))
"""Words with dots that are no acronyms in a text without capitals ("u.s." is one)."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase.

    Attributes:
        text: as looked up; folded: lower case.
        start, end: characters of the phrase.
        hyphen: a hyphen or dash joins it to the word before.
    """

    text: str
    folded: str
    start: int
    end: int
    hyphen: bool


@lru_cache(maxsize=32_768)
def words(phrase: str) -> tuple[Word, ...]:
    """The words of a phrase."""
    out: list[Word] = []
    end = 0
    for match in _WORD.finditer(phrase):
        gap = phrase[end : match.start()]
        end = match.end()
        text = plain(match.group())
        if text.islower() and "." in match.group()[1:-1] and text not in _NOT_NAMES:
            text = text.upper()
        joined = bool(out) and gap in {"-", "‑", "–", "—"}
        out.append(Word(text, text.lower(), match.start(), end, joined))
    return tuple(out)


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """A word without dots and accents, its apostrophe straight."""
    word = word.replace(".", "").replace("’", "'").replace("`", "'").replace("ʼ", "'")
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def key(name: str) -> str:
    """The form in which the tables hold a name: its words with one space between, without "the" before it."""
    texts = [w.text for w in words(name)]
    return " ".join(texts[1:] if len(texts) > 1 and texts[0] in {"the", "The"} else texts)
