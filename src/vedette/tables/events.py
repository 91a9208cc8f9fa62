"""The event lexicon: nouns by class, verb frames, families of verbs, control verbs, means, contexts.

The words and their senses are ours; the codes are PLOVER types and modes, and CAMEO codes where a frame departs from
that of its type. A code is written ``TYPE``, ``TYPE/mode``, and with a CAMEO code after a colon:
``SANCTION/withdraw:161``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct

from vedette.errors import TableError
from vedette.tables.codebook import codebook
from vedette.tables.loader import load_yaml


class NounClass(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that verb frames refer to by one key, and the event that they tell of, if any.

    Attributes:
        key: the class's name.
        nouns: lemmas; of an entry of several words the last is the head, the others its modifiers.
        code: the event's code; empty for nouns that are no act.
        cameo: the CAMEO code, where it departs from the type's.
        mutual: whether the act has two active sides.
        alone: ``always``, ``subject`` (where it is said to happen, or its parties stand beside it), ``actors`` (where
            they do) or ``never``: whether it is an event without a verb that a frame names.
        to: prepositions of its recipients.
        p: how often such a noun is the event, from our reading of news; in [0, 1].
    """

    key: str
    nouns: tuple[str, ...]
    code: str = ""
    cameo: str | None = None
    mutual: bool = False
    alone: str = "never"
    to: tuple[str, ...] = ()
    p: float = 0.7


class Nouns(Struct, frozen=True, forbid_unknown_fields=True):
    """The file of noun classes."""

    classes: tuple[NounClass, ...]


class Frame(Struct, frozen=True, forbid_unknown_fields=True):
    """A sense of some verbs.

    Attributes:
        verbs: lemmas, with particle or further words where they have one.
        code: of the event.
        object, subject, pobj: what must stand there (noun classes, lemmas, or ACTOR, PERSON, GROUP, PLACE, NAME, NONE).
        without, not_subject: objects and subjects that undo the frame.
        passive: whether the verb must, or must not, be passive.
        preps: prepositions or words, one of which must stand with the verb.
        clause: whether a clause must, or must not, follow.
        to, by: where recipients and actors stand.
        mutual: whether the act has two active sides.
        p: how often the frame is right, from our reading of news; in [0, 1].
    """

    verbs: tuple[str, ...]
    code: str
    object: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    passive: bool | None = None
    preps: tuple[str, ...] = ()
    pobj: tuple[str, ...] = ()
    clause: bool | None = None
    to: tuple[str, ...] = ("object",)
    by: tuple[str, ...] = ("subject",)
    mutual: bool = False
    p: float = 0.7


class Frames(Struct, frozen=True, forbid_unknown_fields=True):
    """The file of verb frames."""

    frames: tuple[Frame, ...]


class Family(Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that do one thing to what their object names.

    Attributes:
        key: the family's name.
        verbs: lemmas, with particles.
        cells: the code for each class of noun; ``own`` leaves it to the noun.
        by: where the actors stand; none where only the noun tells.
        to: where recipients stand besides the slots of the noun's class.
    """

    key: str
    verbs: tuple[str, ...]
    cells: dict[str, str]
    by: tuple[str, ...] = ("subject",)
    to: tuple[str, ...] = ()


class Families(Struct, frozen=True, forbid_unknown_fields=True):
    """The file of families."""

    families: tuple[Family, ...]


class Control(Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs and adjectives whose complement names an act that is asked, refused, promised, threatened.

    Attributes:
        key: the family's name.
        code: of the event; empty where only ``hostile`` and ``friendly`` have one.
        verbs, nouns: lemmas; ``nouns`` are adjectives and nouns after a form of "be".
        modes: the event's mode by the type of the act.
        hostile, friendly: the code where the act is one of conflict, or of cooperation.
        that: whether a finite clause will do.
    """

    key: str
    code: str
    verbs: tuple[str, ...]
    modes: dict[str, str | None]
    that: bool
    nouns: tuple[str, ...] = ()
    hostile: str = ""
    friendly: str = ""


class Threat(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that "will", or "will not", turns into a threat."""

    verbs: tuple[str, ...]
    negated: bool
    object: tuple[str, ...] = ()


class Clauses(Struct, frozen=True, forbid_unknown_fields=True):
    """The file of control verbs, verbs of speech, threats and nouns that only count."""

    controls: tuple[Control, ...]
    speech: tuple[str, ...]
    raising: tuple[str, ...]
    plans: tuple[str, ...]
    friendly: tuple[str, ...]
    happening: tuple[str, ...]
    uses: tuple[str, ...]
    harms: tuple[str, ...]
    sides: tuple[str, ...]
    side_words: tuple[str, ...]
    object_control: tuple[str, ...]
    perception: tuple[str, ...]
    modals_of_demand: tuple[str, ...]
    threats: tuple[Threat, ...]
    threat_phrases: tuple[str, ...]
    unsaid: tuple[str, ...]
    transparent: tuple[str, ...]
    said: tuple[str, ...]
    standing: tuple[str, ...]
    press: tuple[str, ...]
    travel: tuple[str, ...]
    state_bodies: tuple[str, ...]


class Means(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that show the mode of an assault."""

    mode: str
    nouns: tuple[str, ...]


class Elsewhere(Struct, frozen=True, forbid_unknown_fields=True):
    """A topic whose words of force are no events: one strong word or two others, and none of ``unless``."""

    topic: str
    strong: tuple[str, ...]
    words: tuple[str, ...]
    unless: tuple[str, ...]


class Modes(Struct, frozen=True, forbid_unknown_fields=True):
    """The file of means, contexts and of what is no event."""

    means: tuple[Means, ...]
    contexts: dict[str, tuple[str, ...]]
    elsewhere: tuple[Elsewhere, ...]
    figurative: tuple[str, ...]


def _load(name: str, kind: type[Any]) -> Any:  # noqa: ANN401  # the caller names the kind
    return load_yaml(f"events_{name}.yaml", kind)


@cache
def noun_classes() -> tuple[NounClass, ...]:
    """The classes of nouns.

    Raises:
        TableError: a code is not in the codebook.
    """
    rows: tuple[NounClass, ...] = _load("nouns", Nouns).classes
    for row in rows:
        if row.code:
            check_code(row.code, "events_nouns.yaml")
        if row.alone not in {"always", "subject", "actors", "never"}:
            raise TableError(f"tables/data/events_nouns.yaml: {row.key} stands alone {row.alone!r}")
    return rows


@cache
def frames() -> tuple[Frame, ...]:
    """The frames of verbs.

    Raises:
        TableError: a code is not in the codebook.
    """
    rows: tuple[Frame, ...] = _load("verbs", Frames).frames
    for row in rows:
        check_code(row.code, "events_verbs.yaml")
    return rows


@cache
def families() -> tuple[Family, ...]:
    """The families of verbs.

    Raises:
        TableError: a code is not in the codebook.
    """
    rows: tuple[Family, ...] = _load("families", Families).families
    for row in rows:
        for code in row.cells.values():
            if code != "own":
                check_code(code, "events_families.yaml")
    return rows


@cache
def clauses() -> Clauses:
    """Control verbs and what goes with them.

    Raises:
        TableError: a code is not in the codebook.
    """
    book: Clauses = _load("clauses", Clauses)
    for row in book.controls:
        for code in filter(None, (row.code, row.hostile, row.friendly)):
            check_code(code, "events_clauses.yaml")
        for mode in filter(None, row.modes.values()):
            check_code(f"{row.code}/{mode}", "events_clauses.yaml")
    return book


@cache
def modes() -> Modes:
    """Means, contexts, topics and figures of speech.

    Raises:
        TableError: a mode or context is not in the codebook.
    """
    book: Modes = _load("modes", Modes)
    for row in book.means:
        check_code(f"ASSAULT/{row.mode}", "events_modes.yaml")
    unknown = [key for key in book.contexts if key not in codebook().keys("contexts")]
    if unknown:
        raise TableError(f"tables/data/events_modes.yaml: no context {unknown[0]!r}")
    return book


def split_code(code: str) -> tuple[str, str | None, str | None]:
    """Type, mode and CAMEO code of ``TYPE/mode:cameo``; None for what it leaves out."""
    code, _, cameo = code.partition(":")
    kind, _, mode = code.partition("/")
    return kind, mode or None, cameo or None


def check_code(code: str, file: str) -> None:
    """Whether a code's type and mode are in the codebook.

    Raises:
        TableError: they are not; the message names the file.
    """
    kind, mode, _ = split_code(code)
    book = codebook()
    if kind not in book.keys("event_types") or (mode and book.event_type(kind).mode(mode) is None):
        raise TableError(f"tables/data/{file}: no event {code!r}")
