"""Words that link: heads that may tell of one happening, and how strongly what agrees between two records counts."""

from __future__ import annotations

from functools import cache

import msgspec

from vedette.tables.loader import load_yaml

WORDS = "linking_words.yaml"


class LinkingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form of ``linking_words.yaml``.

    Attributes:
        irregular: forms that taggers leave as they are, to their lemma.
        classes: lemmas by which news names one kind of happening; ``word.v`` and ``word.n`` for one part of speech.
        speech: verbs of saying.
        light: heads that name no happening of their own.
    """

    irregular: dict[str, str]
    classes: tuple[tuple[str, ...], ...]
    speech: frozenset[str]
    light: frozenset[str]


@cache
def linking_words() -> LinkingWords:
    """The table."""
    return load_yaml(WORDS, LinkingWords)


@cache
def classes_of() -> dict[str, frozenset[int]]:
    """For each word of the classes (``word``, ``word.v``, ``word.n``, ``verb particle``) the numbers of its classes."""
    found: dict[str, set[int]] = {}
    for i, words in enumerate(linking_words().classes):
        for word in words:
            found.setdefault(word, set()).add(i)
    return {word: frozenset(numbers) for word, numbers in sorted(found.items())}
