"""Words by which the name of a source is told: documents, outlets, labels of turns."""

from __future__ import annotations

from functools import cached_property

import msgspec

from vedette.tables.loader import load_yaml

FILE = "speakers.yaml"


class SpeakerWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The word lists of ``speakers.yaml``, lower case.

    Attributes:
        documents: what speaks for a body or a person.
        authors: prepositions behind which a document's author stands.
        signed: verbs of which the author is the agent.
        kinds: nouns before a document that tell its kind.
        spoken: documents that are the words of whoever spoke last.
        selves: nouns with which an outlet speaks of itself.
        askers, answerers: labels of the turns of an interview.
    """

    documents: tuple[str, ...]
    authors: tuple[str, ...]
    signed: tuple[str, ...]
    kinds: tuple[str, ...]
    spoken: tuple[str, ...]
    selves: tuple[str, ...]
    askers: tuple[str, ...]
    answerers: tuple[str, ...]

    @cached_property
    def document_set(self) -> frozenset[str]:
        """The documents."""
        return frozenset(self.documents)


def speaker_words() -> SpeakerWords:
    """The table, read once."""
    return load_yaml(FILE, SpeakerWords)
