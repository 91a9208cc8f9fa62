"""One form for all the spellings of a name that differ only in accents, hyphens, dots and apostrophes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from hashlib import blake2b

_LETTERS = str.maketrans({
    "ə": "a", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n",
    "-": " ", "‐": " ", "‑": " ", "–": " ", "/": " ", ".": " ", "'": None, "’": None, "‘": None, "`": None, "ʻ": None,
    "ʼ": None, "ʿ": None, "ʾ": None, "´": None, ",": " ", "(": " ", ")": " ", "\u00ad": None,
})  # fmt: skip
_WORDS = {"st": "saint", "mt": "mount", "ft": "fort", "ste": "sainte", "&": "and"}


@lru_cache(maxsize=65536)
def normalise(name: str) -> str:
    """In lower case without accents, apostrophes, hyphens, dots and "the"; ``St``, ``Mt``, ``Ft`` written out."""
    plain = name.casefold().translate(_LETTERS)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        plain = plain.translate(_LETTERS)
    words = plain.split()
    if len(words) > 1:
        words = [_WORDS.get(w, w) for w in words if w != "the"]
    return " ".join(words)


def fingerprint(normalised: str) -> int:
    """Forty-eight bits of BLAKE2b of a normalised name: the key under which the gazetteer keeps it."""
    return int.from_bytes(blake2b(normalised.encode(), digest_size=6).digest(), "little")
