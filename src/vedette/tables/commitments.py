"""Cues of commitments: red lines, threats, demands, assurances."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from vedette.tables.loader import load_yaml


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern over normalised words, with where its trigger and its consequence stand.

    Attributes:
        pattern: a regular expression with macros.
        trigger: ``object`` after the cue, ``subject`` before it, ``condition``, ``whole`` or None.
        consequence: ``predicate`` where the cue itself begins the threat; None where it threatens nothing.
    """

    pattern: str
    trigger: str | None = None
    consequence: str | None = None


class ConsequenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a consequence with its kind and its specificity, 0 to 2."""

    pattern: str
    kind: str
    specificity: int


class TriggerWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a trigger with the PLOVER type and mode of the act."""

    pattern: str
    type: str
    mode: str | None


class ProtectedWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for what is protected, with the codebook's kind."""

    kind: str
    pattern: str


class WeaknessWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that show one of Altman's four weaknesses, and the slot that they are looked for in."""

    kind: str
    where: str
    pattern: str
    reason: str


class DemandWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What makes a demand: verbs that report one, predicates and nouns that state one, and who is no counterpart."""

    cues: tuple[str, ...]
    strong: tuple[str, ...]
    predicates: tuple[Cue, ...]
    nouns: str
    calls: str
    verbs: str
    matter: str
    kinds: dict[str, str]
    weak: str
    onlookers: str


class CommitmentCues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``commitments.yaml``; its comments say what each list is for."""

    version: str
    macros: dict[str, str]
    red_line: tuple[Cue, ...]
    deterrent: tuple[Cue, ...]
    conditional_subject: tuple[Cue, ...]
    conditional_object: tuple[Cue, ...]
    nominal_threat: tuple[Cue, ...]
    revenge: str
    vague: tuple[Cue, ...]
    announced: tuple[Cue, ...]
    demand: DemandWords
    assurance: tuple[Cue, ...]
    performed: str
    assurance_matter: str
    self_limit: tuple[Cue, ...]
    ultimatum: tuple[Cue, ...]
    deadline: str
    duration_to: str
    imperatives: tuple[str, ...]
    consequences: tuple[ConsequenceWords, ...]
    cooperative: str
    trigger_words: tuple[TriggerWords, ...]
    status: dict[str, str]
    thresholds: str
    protects: tuple[ProtectedWords, ...]
    weaknesses: tuple[WeaknessWords, ...]
    dear: str
    negotiable: str
    any_act: str
    personal: str
    victims: str
    harm: str
    nothing: str
    idle_condition: str
    indirect: str
    withheld: str
    defiance: str
    answering: str
    gate: str
    finite: str
    marks: str
    copula: str
    regarded_as: str
    unnamed: str
    modal: str
    doer: str


class DeclarerWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``commitment_words.yaml``: who may declare, who never does, and the domains in which the cues mean nothing."""

    version: str
    political: str
    armed: str
    never: str
    sayings: tuple[str, ...]
    denials: tuple[str, ...]
    recalls: tuple[str, ...]
    elsewhere: str
    conflict: str
    own_side: tuple[str, ...]


@cache
def commitment_cues() -> CommitmentCues:
    """The cues, as the data file has them."""
    return load_yaml("commitments.yaml", CommitmentCues)


@cache
def declarer_words() -> DeclarerWords:
    """The words about declarers, as the data file has them."""
    return load_yaml("commitment_words.yaml", DeclarerWords)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the tables with its macros put in, compiled."""
    macros = commitment_cues().macros
    for _ in range(3):
        for name, value in macros.items():
            pattern = pattern.replace("{" + name + "}", value)
    return re.compile(pattern)
