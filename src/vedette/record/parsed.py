"""What the reading room makes of a report: sentences, tokens with a parse, mentions, quotations, entities.

Tokens are our own records, so that the rooms that code need no parser, and a test can write a parse down.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from vedette.record.lookup import Derives, Lookup
from vedette.record.report import Report
from vedette.record.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word.

    Attributes:
        i: its index in ``Parsed.tokens``.
        start, end: characters of the report's text.
        text, lemma: as written (the lemma lower-cased, save for proper nouns).
        pos, tag: Universal POS and Penn Treebank tag.
        dep: dependency label (ClearNLP/spaCy English).
        head: index of its head; its own index for a root.
        sent: index of its sentence.
        ner: entity label (OntoNotes) or ``""``.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sent: int
    ner: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: tokens ``first`` to ``last`` (exclusive), with its zone and the index of its paragraph."""

    i: int
    start: int
    end: int
    first: int
    last: int
    zone: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that refers to someone, some body or some thing.

    Attributes:
        span: the phrase from its first modifier to the end of its head, without relative clause or apposition;
            ``Iran's foreign ministry spokesman Saeed Khatibzadeh`` is one mention.
        first, last: its tokens (last exclusive); head: the token that governs it.
        kind: ``name``, ``nominal`` or ``pronoun``.
        label: ``PERSON``, ``ORG``, ``GPE``, ``LOC``, ``NORP``, ``FAC`` … for names, ``PERSON``/``GROUP``/``THING``
            for nominals where that can be told, else ``""``.
        entity: index into ``Parsed.entities`` of whom it refers to.
    """

    span: Span
    first: int
    last: int
    head: int
    kind: str
    label: str
    entity: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Whom several mentions of one report refer to.

    Attributes:
        name: the fullest proper name in the text, without title; for an entity never named, its first phrase.
        titles: titles and offices used with it, lower case ("brigadier general", "foreign minister").
        label: as of its names.
        mentions: indices into ``Parsed.mentions``.
    """

    name: str
    label: str
    titles: tuple[str, ...]
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text between quotation marks.

    Attributes:
        span: with its marks; inner: without them.
        kind: ``direct`` (a clause or more of somebody's words), ``scare`` (a word or phrase: “red line”), or
            ``title`` (of a work, a name).
        joined: index of the quotation that it goes on from (a quotation broken by its cue, or run over paragraphs).
    """

    span: Span
    inner: Span
    kind: str
    joined: int | None = None


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution as the encoder sees it; characters of the report's text, the last exclusive.

    Attributes:
        cue: the words that attribute.
        source, content: their parts, in the order of the text; no source where nobody is named.
        cue_sure, source_sure, content_sure: mean probability of their words; 0 without any.
        edge_sure: how far, on average, the words around are from an even chance of being content, from 0 to 0.5.
        kind, stance: the likeliest, as in the attribution table.
    """

    cue: tuple[int, int]
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    cue_sure: float
    source_sure: float
    content_sure: float
    edge_sure: float
    kind: str
    stance: str


@dataclass(frozen=True, slots=True)
class Parsed(Derives):
    """A report, read as language; it knows no ontology.

    Boilerplate is not parsed. ``children[i]`` holds the dependents of token ``i``, in the order of the text.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    quotations: tuple[Quotation, ...]
    mention_of: tuple[int | None, ...]
    """For each token the index of the innermost mention that it heads or stands in; None outside mentions."""
    attributed: tuple[Attributed, ...] = ()
    """What the encoder finds, in the order of the cues."""

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def span(self, first: int, last: int) -> Span:
        """The span of tokens ``first`` to ``last`` (exclusive)."""
        return self.report.span(self.tokens[first].start, self.tokens[last - 1].end)

    def subtree(self, i: int) -> tuple[int, ...]:
        """The token indices of the subtree of token ``i``, itself included, in the order of the text."""
        out, stack = [], [i]
        while stack:
            node = stack.pop()
            out.append(node)
            stack.extend(self.children[node])
        return tuple(sorted(out))

    def subtree_span(self, i: int) -> Span:
        """From the first to the last character of the subtree of token ``i``."""
        nodes = self.subtree(i)
        return self.span(nodes[0], nodes[-1] + 1)

    def dependents(self, i: int, *deps: str) -> tuple[Token, ...]:
        """The dependents of token ``i`` that bear one of the labels (all, with none given)."""
        kids = (self.tokens[c] for c in self.children[i])
        return tuple(t for t in kids if not deps or t.dep in deps)

    def mention_at(self, i: int) -> Mention | None:
        """The innermost mention that token ``i`` heads or stands in."""
        index = self.mention_of[i]
        return None if index is None else self.mentions[index]

    def entity_of(self, mention: Mention) -> Entity:
        """Whom a mention refers to."""
        return self.entities[mention.entity]

    def sentence_of(self, offset: int) -> Sentence | None:
        """The sentence at a character offset."""
        k = bisect_right(self.sentences, offset, key=_start) - 1
        return self.sentences[k] if k >= 0 and offset < self.sentences[k].end else None

    def tokens_within(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that start in a stretch of the text, in its order."""
        return self.tokens[bisect_left(self.tokens, start, key=_start) : bisect_left(self.tokens, end, key=_start)]

    def in_direct_quotation(self, offset: int) -> bool:
        """Whether the character at an offset stands between the marks of a direct quotation."""
        return any(q.kind == "direct" for q in self.derived(_by_quotation).at(offset))


def _by_quotation(parsed: Parsed) -> Lookup[Quotation]:
    return Lookup((q.inner.start, q.inner.end, q) for q in parsed.quotations)


def _start(part: Token | Sentence) -> int:
    return part.start
