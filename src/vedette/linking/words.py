"""Words as linking compares them: normal forms, classes of heads that may tell of one happening, shingles."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vedette.tables.linking import classes_of, linking_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?", re.UNICODE)
_SUFFIXES = (
    "ations", "ation", "itions", "ition", "ements", "ement", "ments", "ment", "ings", "ing", "ions", "ion", "ances",
    "ance", "ences", "ence", "ures", "ure", "ies", "ees", "ee", "ers", "er", "ors", "or", "als", "al", "ed", "es", "s",
    "e", "y",
)  # fmt: skip
"""Endings that make nouns of verbs and forms of both, the longest first."""
_SHORTEST_STEM = 4


def words_of(text: str) -> list[str]:
    """The words of a text, lower case, in order."""
    return [w.lower() for w in _WORD.findall(text)]


@cache
def lemma_of(form: str) -> str:
    """A lemma in lower case, put right where taggers leave a form ("struck", "Hits")."""
    form = form.lower()
    return linking_words().irregular.get(form, form)


@cache
def stem(form: str) -> str:
    """What a verb, its forms and the nouns made of it share: ``nominat`` for "nominates", "nomination", "nominee"."""
    word = lemma_of(form)
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            word = word[: -len(suffix)]
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


@cache
def _stem_classes() -> dict[str, frozenset[int]]:
    """The classes of words that only their stem finds ("plunging", "bombers")."""
    found: dict[str, frozenset[int]] = {}
    for word, numbers in classes_of().items():
        if " " not in word and "." not in word:
            found[stem(word)] = found.get(stem(word), frozenset()) | numbers
    return found


def classes(word: str, pos: str, after: str | None = None) -> frozenset[int]:
    """The numbers of the classes that a head is in, by the words of its phrase.

    Args:
        word: its lemma.
        pos: its Universal POS.
        after: the particle, or the noun of a light verb, that goes with it.
    """
    table, lemma = classes_of(), lemma_of(word)
    if after is not None and f"{lemma} {after}" in table:
        return table[f"{lemma} {after}"]
    tag = "v" if pos in ("VERB", "AUX") else "n"
    found = table.get(lemma, frozenset()) | table.get(f"{lemma}.{tag}", frozenset())
    return found or _stem_classes().get(stem(lemma), frozenset())


def shingles(words: Sequence[str], size: int = 5) -> frozenset[str]:
    """The runs of ``size`` words of a text (all of it as one, where it is shorter)."""
    if len(words) <= size:
        return frozenset([" ".join(words)]) if words else frozenset()
    return frozenset(" ".join(words[i : i + size]) for i in range(len(words) - size + 1))
