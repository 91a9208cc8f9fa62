"""Where sentences begin, told to the parser before it parses: abbreviations, quotation marks, paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from vedette.tables.people import people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from vedette.record import Report

BOUNDARIES = "vedette_sentences"
"""Name of the step in the spaCy pipeline."""

READ_ZONES = ("headline", "subhead", "dateline", "caption", "body")
MAX_SEGMENT = 20_000
"""Characters parsed at once; a longer paragraph is cut at white space, so that memory stays bounded."""

_RUN = re.compile(r"\S{500}")
"""What no word is as long as; the tokenizer's time grows with the square of its length, so it is cut there."""
_BREAK = re.compile(r"[ \t\r\xa0]*\n[ \t\r\xa0]*\n\s*")
_SPACES = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\xa0\u2007\u2009\u200a\u202f", " "))
_OPEN, _CLOSE, _STRAIGHT, _STOPS = "“‘«„", "”’»", '"', {".", "!", "?", "…", "...", ".."}


def segments(report: Report) -> Iterator[tuple[int, int, str, int]]:
    """What is parsed on its own: each paragraph of each zone that is read, as start, end, kind, index of the zone."""
    for index, zone in enumerate(report.zones):
        if zone.kind not in READ_ZONES:
            continue
        start = zone.span.start
        for gap in _BREAK.finditer(report.text, zone.span.start, zone.span.end):
            yield from ((a, b, zone.kind, index) for a, b in _pieces(report.text, start, gap.start()))
            start = gap.end()
        yield from ((a, b, zone.kind, index) for a, b in _pieces(report.text, start, zone.span.end))


def plain(text: str) -> str:
    """The text as the parser is given it: as long, its white space all spaces, so that a line break is no token."""
    return text.translate(_SPACES)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = end
        if end - start > MAX_SEGMENT:
            stop = text.rfind(" ", start + 1, start + MAX_SEGMENT) + 1 or start + MAX_SEGMENT
        run = _RUN.search(text, start, stop)
        if run is not None:
            stop = run.end()
        if text[start:stop].strip():
            yield start, stop
        start = stop


@Language.component(BOUNDARIES)
def mark_sentences(doc: Doc) -> Doc:
    """Tells the parser where a sentence surely begins and where none does; between, the parser decides."""
    abbreviations = frozenset(people().abbreviations)
    words = [t.text for t in doc]
    inside = False
    for i in range(1, len(words)):
        before, word = words[i - 1], words[i]
        if before == _STRAIGHT:
            inside = not inside
        verdict = _starts(words, i, inside, abbreviations)
        if verdict is not None:
            token: Any = doc[i]
            token.is_sent_start = verdict
        if word == "''" and before == "``":
            inside = False
    return doc


def _starts(words: list[str], i: int, inside: bool, abbreviations: frozenset[str]) -> bool | None:
    """Whether word ``i`` begins a sentence; None where the parser should tell."""
    before, word = words[i - 1], words[i]
    closes = word[0] in _CLOSE or word == "''" or (word == _STRAIGHT and inside)
    opens = word[0] in _OPEN or word == "``" or (word == _STRAIGHT and not inside)
    if word in {",", ";", ".", "!", "?", ")", "]", "%"} or (closes and not word[1:].isalpha()):
        return False
    bare = before.rstrip(".").lower()
    if before.endswith(".") and len(before) > 1 and (bare in abbreviations or (len(bare) == 1 and bare.isalpha())):
        return False
    if before == "." and i > 1 and words[i - 2].lower() in abbreviations:
        return False
    if word[0].islower() and before not in _STOPS and not before.endswith((".", "!", "?", '"', "”", "'")):
        return False
    ended = before in _STOPS
    shut = before[0] in _CLOSE or before == "''" or (before == _STRAIGHT and not inside)
    if ended and opens and word[0] not in "‘'":
        return True
    if shut and i > 1 and words[i - 2] == "." and (word[0].isupper() or opens):
        return True
    return None
