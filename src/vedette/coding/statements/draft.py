"""An attribution in the making."""

from __future__ import annotations

from dataclasses import dataclass

Chars = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A candidate, before its words are resolved.

    Attributes:
        pattern: the construction that shows it (``ccomp``, ``dobj``, ``according`` …).
        lemma: the word that attributes.
        head: index of the token of that word.
        cue: characters of the cue.
        source: index of the head of the source; None where nobody is named.
        content: characters of the parts of the content, in the order of the text.
        kind, stance: as in the attribution table.
        confidence: in [0, 1].
        channel, addressee: the channel that the cue tells; index of the head of the addressee.
        learnt: whether the encoder saw it, and told its kind and stance.
        phrase: characters of the whole phrase of the source, where the encoder told it.
    """

    pattern: str
    lemma: str
    head: int
    cue: Chars
    source: int | None
    content: tuple[Chars, ...]
    kind: str = "speech"
    stance: str = "asserts"
    confidence: float = 0.5
    channel: str | None = None
    addressee: int | None = None
    phrase: Chars | None = None
    learnt: bool = False
