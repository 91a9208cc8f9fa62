"""Words that bear on whether an event happened: implicatives, factives, modals, markers."""

from __future__ import annotations

from functools import cache

import msgspec

from vedette.tables.loader import load_yaml


class Predicate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class of predicates and what each makes of its complement.

    Attributes:
        name: of the class.
        real, unreal: factuality in [-3, 3] of the complement where the predicate holds, and where it does not.
        verbs, nouns, adjectives: its lemmas.
        infinitives: verbs that belong here with an infinitive ("forgot to", "told them to"), whatever else they are.
        nominal: whether it bears on a noun that depends on it, too.
        status: the codebook's assertion status of a complement that is not real; None leaves it to other signs.
    """

    name: str
    real: float
    unreal: float
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    nominal: bool = False
    status: str | None = None


class Modal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An auxiliary: the value of a clause with it, and of one where it is negated."""

    lemma: str
    positive: float
    negative: float
    status: str


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adverbs or adjectives that take what is real (3) to another level."""

    lemmas: tuple[str, ...]
    level: float
    status: str


class AssertionTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``assertion.yaml``."""

    predicates: tuple[Predicate, ...]
    modals: tuple[Modal, ...]
    adverbs: tuple[Level, ...]
    attributes: tuple[Level, ...]
    negators: frozenset[str]
    negative_determiners: frozenset[str]
    negative_pronouns: frozenset[str]
    negative_prepositions: frozenset[str]
    exempt_prepositions: frozenset[str]
    from_preventives: frozenset[str]
    conditional_markers: frozenset[str]
    conditional_phrases: frozenset[str]
    predicative: frozenset[str]
    occurrences: frozenset[str]
    nominal_prepositions: frozenset[str]
    accusing: frozenset[str]
    accusing_stems: tuple[str, ...]
    thanking: frozenset[str]
    reproaching: frozenset[str]
    reactions: frozenset[str]
    rejecting: frozenset[str]
    harming: frozenset[str]
    tales: frozenset[str]
    falsehoods: frozenset[str]
    ordinals: frozenset[str]
    free_choice: frozenset[str]
    minimisers: frozenset[str]
    speech: frozenset[str]
    speech_factives: frozenset[str]
    history_markers: frozenset[str]
    history_adjectives: frozenset[str]
    history_periods: frozenset[str]
    periods: frozenset[str]


class AssertionLexicon:
    """``assertion.yaml``, to look words up in."""

    def __init__(self, table: AssertionTable) -> None:
        self.table = table
        self._predicates: dict[tuple[str, str], Predicate] = {}
        for predicate in table.predicates:
            for part, lemmas in (("V", predicate.verbs), ("N", predicate.nouns), ("A", predicate.adjectives)):
                for lemma in lemmas:
                    self._predicates.setdefault((part, lemma), predicate)
        self._named = {p.name: p for p in table.predicates}
        self._infinitives = {lemma: p for p in table.predicates for lemma in p.infinitives}
        self.modals = {m.lemma: m for m in table.modals}
        self.adverbs = {lemma: a for a in table.adverbs for lemma in a.lemmas}
        self.attributes = {lemma: a for a in table.attributes for lemma in a.lemmas}

    def predicate(self, part: str, lemma: str) -> Predicate | None:
        """The class of a verb (``V``), noun (``N``) or adjective (``A``); the first class that lists it."""
        return self._predicates.get((part, lemma))

    def named(self, name: str) -> Predicate:
        """The class of that name."""
        return self._named[name]

    def infinitive(self, lemma: str, *, passive: bool) -> Predicate | None:
        """The class of a verb with an infinitive; a passive keeps its own, save where it commands ("was told to")."""
        found = self._infinitives.get(lemma)
        return None if found is not None and passive and found.name != "demand" else found


@cache
def assertion_lexicon() -> AssertionLexicon:
    """The lexicon, read once."""
    return AssertionLexicon(load_yaml("assertion.yaml", AssertionTable))
