"""The vocabularies of the records: event types, modes, sectors, assertion statuses, forms of commitment and the rest.

Event types, modes, contexts and sectors are PLOVER's (Open Event Data Alliance, CC BY-SA 4.0); precisions are UCDP's;
the weaknesses of red lines are Altman's (2015). PLOVER's own table prints SANCTION as verbal and ACCUSE as +3; here
SANCTION is material and ACCUSE is -3, as their definitions have it.
"""

from __future__ import annotations

from functools import cache
from itertools import chain

from msgspec import Struct, structs

from vedette.errors import TableError
from vedette.tables.loader import load_yaml

FILE = "codebook.yaml"


class Term(Struct, frozen=True, forbid_unknown_fields=True):
    """A word of a vocabulary, with its definition in a sentence."""

    key: str
    definition: str


class Grade(Struct, frozen=True, forbid_unknown_fields=True):
    """A grade of a scale, with its definition in a sentence."""

    key: int
    definition: str


class Mode(Struct, frozen=True, forbid_unknown_fields=True):
    """A mode of an event type.

    Attributes:
        key: PLOVER's name of it.
        cameo: the CAMEO code that fits best; None where none does.
        intensity: Goldstein-like, -10 to 10.
        definition: a sentence.
    """

    key: str
    cameo: str | None
    intensity: float
    definition: str


class EventType(Struct, frozen=True, forbid_unknown_fields=True):
    """One of PLOVER's 16 event types.

    Attributes:
        key: PLOVER's name of it.
        quad: a key of ``Codebook.quads``.
        intensity, cameo: of the type where no mode is known.
        definition: a sentence.
        modes: in PLOVER's order; empty for types without.
    """

    key: str
    quad: str
    intensity: float
    cameo: str
    definition: str
    modes: tuple[Mode, ...]

    def mode(self, key: str | None) -> Mode | None:
        """The mode ``key`` of this type; None without one."""
        return next((m for m in self.modes if m.key == key), None)


class Codebook(Struct, frozen=True, forbid_unknown_fields=True):
    """All vocabularies; each attribute is named after the field, or the set of fields, that holds its keys."""

    quads: tuple[Term, ...]
    event_types: tuple[EventType, ...]
    contexts: tuple[Term, ...]
    sectors: tuple[Term, ...]
    assertions: tuple[Term, ...]
    stances: tuple[Term, ...]
    manners: tuple[Term, ...]
    link_roles: tuple[Term, ...]
    channels: tuple[Term, ...]
    date_precisions: tuple[Grade, ...]
    place_precisions: tuple[Grade, ...]
    magnitudes: tuple[Term, ...]
    sides: tuple[Term, ...]
    actor_kinds: tuple[Term, ...]
    forms: tuple[Term, ...]
    aims: tuple[Term, ...]
    authorities: tuple[Term, ...]
    protects: tuple[Term, ...]
    trigger_statuses: tuple[Term, ...]
    demands: tuple[Term, ...]
    consequences: tuple[Term, ...]
    specificities: tuple[Grade, ...]
    weaknesses: tuple[Term, ...]
    relations: tuple[Term, ...]
    tiers: tuple[Term, ...]
    dossier_statuses: tuple[Term, ...]
    response_kinds: tuple[Term, ...]
    answers: tuple[Term, ...]
    contradictions: tuple[Term, ...]

    def keys(self, vocabulary: str) -> tuple[str | int, ...]:
        """The keys of a vocabulary, in their order; ``keys("forms")`` holds ``"ultimatum"``.

        Raises:
            AttributeError: there is no such vocabulary.
        """
        return tuple(term.key for term in getattr(self, vocabulary))

    def event_type(self, key: str) -> EventType:
        """The event type ``key``.

        Raises:
            KeyError: PLOVER has no such type.
        """
        for kind in self.event_types:
            if kind.key == key:
                return kind
        raise KeyError(key)

    def cameo(self, kind: str, mode: str | None) -> str | None:
        """The CAMEO code that fits a type and mode; the type's own where the mode is unknown."""
        found = self.event_type(kind).mode(mode)
        return found.cameo if found else self.event_type(kind).cameo

    def intensity(self, kind: str, mode: str | None) -> float:
        """The intensity of a type and mode, -10 to 10; the type's own where the mode is unknown."""
        found = self.event_type(kind).mode(mode)
        return found.intensity if found else self.event_type(kind).intensity


@cache
def codebook() -> Codebook:
    """The codebook, read once and checked.

    Raises:
        TableError: a key stands twice in a vocabulary, a quad is unknown, or an intensity is out of range.
    """
    book: Codebook = load_yaml(FILE, Codebook)
    check(book)
    return book


def check(book: Codebook) -> None:
    """Whether keys are unique, quads known and intensities within -10 and 10.

    Raises:
        TableError: they are not; the message names the vocabulary.
    """
    for field in structs.fields(Codebook):
        _unique(field.name, book.keys(field.name))
    quads = book.keys("quads")
    for kind in book.event_types:
        _unique(f"event_types.{kind.key}.modes", tuple(m.key for m in kind.modes))
        if kind.quad not in quads:
            raise TableError(f"tables/data/{FILE}: {kind.key} has an unknown quad {kind.quad!r}")
        if any(not -10 <= x <= 10 for x in chain([kind.intensity], (m.intensity for m in kind.modes))):
            raise TableError(f"tables/data/{FILE}: an intensity of {kind.key} is not within -10 and 10")


def _unique(name: str, keys: tuple[str | int, ...]) -> None:
    twice = sorted({str(k) for k in keys if keys.count(k) > 1})
    if twice:
        raise TableError(f"tables/data/{FILE}: {name} has {', '.join(twice)} twice")
