"""Whether two names name the same: surnames, acronyms, and names spelt two ways."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_PARTICLE = re.compile(r"^(?:al|el|ul|ad|as|ash|an|ar|az|at)-(?=\w{3})")
"""An Arabic article before a name, which comes and goes ("al-Hadir", "Hadir")."""
_PART = re.compile(r"[^\W_]+")
_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "de", "la", "des", "du", "to", "jr", "sr"))
_SAME_SOUND = (
    ("kh", "h"), ("gh", "g"), ("zh", "j"), ("q", "k"), ("ck", "k"), ("c", "k"), ("y", "i"), ("ee", "i"), ("oo", "u"),
    ("ou", "u"), ("o", "u"), ("e", "i"), ("w", "v"), ("ph", "f"), ("dj", "j"),
)  # fmt: skip
"""Spellings of one sound in names from Arabic, Persian and Cyrillic script, in the order they are replaced."""

FIRST_NAME = 3
"""Letters; a shorter word that begins a name of three is a particle or an initial."""
MIN_SOUND, MIN_FUZZY = 4, 5
"""Letters from which on names of the same sound, and names one letter apart, are one."""


@lru_cache(maxsize=65536)
def key(name: str) -> tuple[str, ...]:
    """The words of a name, without accents, possessive endings, small words and capitals."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    words = (re.sub(r"['’]s?$", "", w).replace("’", "").replace("'", "") for w in _WORD.findall(flat))
    bare = (_PARTICLE.sub("", w) for w in words)
    return tuple(w for w in bare if w and w not in _SMALL)


@lru_cache(maxsize=65536)
def initials(name: str) -> str:
    """The initials of the capitalised words of a name: ``IRGC``."""
    return "".join(w[0] for w in _PART.findall(name) if w[0].isupper()).lower()


def is_acronym(name: str) -> bool:
    """Whether a name looks like an acronym: two to seven capitals, full stops allowed."""
    bare = name.replace(".", "")
    return 2 <= len(bare) <= 7 and bare.isupper() and bare.isalpha()


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A word as a transliteration could also have it: vowels merged, doubled letters single."""
    for a, b in _SAME_SOUND:
        word = word.replace(a, b)
    return re.sub(r"(.)\1+", r"\1", word.replace("-", ""))


@lru_cache(maxsize=65536)
def alike(a: str, b: str) -> bool:
    """Whether two words are one word spelt two ways: the same sound, or one letter apart in a long word."""
    if a == b:
        return True
    if min(len(a), len(b)) >= MIN_SOUND and sound(a) == sound(b):
        return True
    return min(len(a), len(b)) >= MIN_FUZZY and a[0] == b[0] and abs(len(a) - len(b)) <= 1 and _one_apart(a, b)


def _one_apart(a: str, b: str) -> bool:
    """Whether one letter more, less or other turns ``a`` into ``b``, save at the end: "Armenian" is not "Armenia"."""
    if len(a) > len(b):
        a, b = b, a
    i = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) == len(b):
        return i < len(a) - 1 and a[i + 1 :] == b[i + 1 :] and len(a) > MIN_FUZZY
    return i < len(a) and a[i:] == b[i + 1 :]


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two bare person names can name one person.

    A surname alone agrees with every full name that ends in it; two full names agree when first name (or initial) and
    surname do.
    """
    if not a or not b:
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) == 1:
        return (
            alike(short[0], long[-1])
            or (len(long) > 1 and short[0] == long[-2] and len(short[0]) > MIN_FUZZY)
            or (alike(short[0], long[0]) and (len(long) == 2 or len(short[0]) > FIRST_NAME))
        )
    if all(alike(x, y) for x, y in zip(short, long, strict=False)):
        return True
    if not alike(short[-1], long[-1]):
        return False
    first, other = short[0], long[0]
    return alike(first, other) or (min(len(first), len(other)) == 1 and first[0] == other[0]) or first in long


def same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of bodies or places name one: equal up to spelling, word by word."""
    return len(a) == len(b) and all(alike(x, y) for x, y in zip(a, b, strict=True))


def short_form(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether ``a`` is a shorter form of ``b``: its first words ("Tasnim" of "Tasnim News Agency")."""
    return 0 < len(a) < len(b) and b[: len(a)] == a
