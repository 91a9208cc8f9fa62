"""Words that attribute, and how often each does in a corpus."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Literal

import msgspec

from vedette.tables.actors import Body
from vedette.tables.loader import load_csv, load_yaml

FILE, RATES, WEIGHTS = "attribution.yaml", "attribution_rates.csv", "attribution_weights.yaml"
FUSION = "attribution_fusion.yaml"
MEDIA = "actors_media.csv"

Kind = Literal["speech", "act", "belief", "intention", "knowledge"]
Stance = Literal["asserts", "reports", "doubts", "denies"]
Channel = Literal["speech", "visit", "interview", "agency", "social", "letter", "phone", "statement"]


class VerbGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that attribute alike.

    Attributes:
        kind: speech, act (of words, whose content is not told), belief, intention, or knowledge (what shows or finds).
        stance: of the source to the content.
        object: what the direct object is: ``content``, ``addressee``, ``both`` (object and complement are the content)
            or ``none``.
        verbs: lemmas.
        channel: where the verb tells it.
        promises: the verb takes an infinitive ("vowed to answer").
    """

    kind: Kind
    stance: Stance
    object: Literal["content", "addressee", "both", "none"]
    verbs: tuple[str, ...]
    channel: Channel | None = None
    promises: bool = True


class NounGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that attribute alike ("his warning that"); fields as in ``VerbGroup``."""

    kind: Kind
    stance: Stance
    nouns: tuple[str, ...]


class Rate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often a word in a construction attributes in the training half of PolNeAR (Newell et al. 2018).

    Attributes:
        lemma: the word; ``*`` for all words of the construction together.
        pattern: the construction, as named by the statement coder.
        right, seen: how many of how many candidates were attributions.
    """

    lemma: str
    pattern: str
    right: int
    seen: int


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A logistic regression over candidates, fitted on the training half of PolNeAR.

    Attributes:
        bias: the constant.
        rate: weight of the log odds of the word's rate.
        length: weight of the logarithm of the content's length in characters.
        features: weights of what is true of a candidate, by name.
    """

    bias: float
    rate: float
    length: float
    features: dict[str, float]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A logistic regression: its constant, and the weights of what is true of a candidate, by name."""

    bias: float
    features: dict[str, float]


class Fusion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How candidates of the encoder and of the rules are weighed together.

    Attributes:
        learnt: for those that the encoder saw, with or without a rule.
        rules: for those that only a rule tells.
        edges: whether the rule's content has better edges than the encoder's, where they differ.
    """

    learnt: Part
    rules: Part
    edges: Part


class AttributionTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The table of ``attribution.yaml``; its comments say what each list is for."""

    groups: tuple[VerbGroup, ...]
    nouns: tuple[NounGroup, ...]
    phrases: tuple[str, ...]
    core: tuple[str, ...]
    adverbs: tuple[str, ...]
    adjectives: tuple[str, ...]
    channels: dict[Channel, tuple[str, ...]]
    documents: tuple[str, ...]
    agency_words: tuple[str, ...]
    citing: tuple[str, ...]

    @cached_property
    def verb_groups(self) -> dict[str, tuple[VerbGroup, ...]]:
        """The groups of each verb, in the order of the table."""
        found: dict[str, list[VerbGroup]] = {}
        for group in self.groups:
            for verb in group.verbs:
                found.setdefault(verb, []).append(group)
        return {verb: tuple(rows) for verb, rows in found.items()}

    @cached_property
    def clause_verbs(self) -> frozenset[str]:
        """Verbs of saying that take a clause."""
        kept = (g for g in self.groups if g.kind == "speech" and g.object in {"none", "addressee"})
        return frozenset(v for g in kept for v in g.verbs)

    @cached_property
    def core_verbs(self) -> frozenset[str]:
        """Verbs that parties to a conflict declare by."""
        return frozenset(self.core)

    @cached_property
    def noun_group(self) -> dict[str, NounGroup]:
        """The first group of each noun."""
        return {noun: group for group in reversed(self.nouns) for noun in group.nouns}

    @cached_property
    def channel_words(self) -> dict[str, Channel]:
        """The channel that each word tells."""
        return {word: channel for channel, words in self.channels.items() for word in words}

    @cached_property
    def agency_set(self) -> frozenset[str]:
        """Words by which an agency or outlet is known."""
        return frozenset(self.agency_words)


def attribution() -> AttributionTable:
    """The table, read once."""
    return load_yaml(FILE, AttributionTable)


def rates() -> tuple[Rate, ...]:
    """The counts from PolNeAR's training half."""
    return load_csv(RATES, Rate)


def weights() -> Weights:
    """The weights, read once."""
    return load_yaml(WEIGHTS, Weights)


def fusion() -> Fusion:
    """The weights of encoder and rules, read once."""
    return load_yaml(FUSION, Fusion)


@cache
def media_names() -> frozenset[str]:
    """Lower-case names of agencies, papers and stations, as the actor tables have them."""
    return frozenset(n.lower() for body in load_csv(MEDIA, Body) for n in (body.name, *body.aliases))
