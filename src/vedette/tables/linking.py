"""Words that link: heads that may tell of one happening, and how strongly what agrees between two records counts."""

from __future__ import annotations

from functools import cache

import msgspec

from vedette.tables.loader import load_yaml

WORDS = "linking_words.yaml"
RULES = "linking_rules.yaml"


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


class LinkingRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form of ``linking_rules.yaml``; its comments say what each part is for.

    Attributes:
        rests_on: phrases by which a report says that all of it comes from another.
        modals: words that bind, with how much.
        related_types, related_protects: pairs that may be one, with how alike they are, in [0, 1].
        touches: for what is protected the event types that can breach it.
        titles: for what is protected its words in a list.
        responses: for event types the kind of answer that they are.
        carries_out: for threatened consequences the event types that carry them out.
        suffers: verbs whose subject is the one who is threatened, not the one who threatens.
        takes_up: words by which a warning takes up an act told before.
        drawn, takes_back: nouns for a line or a threat, and verbs that take one back.
        denies: verbs that deny what is told before, where their object takes it up.
    """

    rests_on: tuple[str, ...]
    modals: dict[str, int]
    related_types: tuple[tuple[str, str, float], ...]
    related_protects: tuple[tuple[str, str, float], ...]
    touches: dict[str, frozenset[str]]
    titles: dict[str, str]
    responses: dict[str, str]
    carries_out: dict[str, frozenset[str]]
    suffers: frozenset[str]
    takes_up: frozenset[str]
    denies: frozenset[str]
    drawn: frozenset[str]
    takes_back: frozenset[str]


@cache
def linking_rules() -> LinkingRules:
    """The table."""
    return load_yaml(RULES, LinkingRules)


@cache
def _alike(pairs: tuple[tuple[str, str, float], ...]) -> dict[frozenset[str], float]:
    return {frozenset((a, b)): score for a, b, score in pairs}


def type_likeness(a: str, b: str) -> float:
    """How often two event types are given to one happening: 1 for the same, 0 for unrelated ones."""
    return 1.0 if a == b else _alike(linking_rules().related_types).get(frozenset((a, b)), 0.0)


def protects_likeness(a: str, b: str) -> float:
    """How often one line protects both: 1 for the same, 0 for unrelated ones."""
    return 1.0 if a == b else _alike(linking_rules().related_protects).get(frozenset((a, b)), 0.0)
