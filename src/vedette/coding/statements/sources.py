"""The phrase of a source: its mention, with the apposition and clause that describe it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.statements.syntax import Syntax

if TYPE_CHECKING:
    from vedette.record import Parsed, Span, Statement

_KEPT = frozenset(
    ("det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "case", "appos", "prep", "acl", "punct")
) | frozenset(("cc", "conj", "advmod", "npadvmod", "relcl", "neg"))


def source_span(syntax: Syntax, head: int, cue: tuple[int, int]) -> tuple[int, int]:
    """Characters of the full noun phrase of a source, without the cue."""
    tokens = syntax.tokens
    first = last = head
    for c in syntax.parsed.children[head]:
        if tokens[c].dep not in _KEPT or (tokens[c].dep == "conj" and tokens[c].pos in {"VERB", "AUX"}):
            continue
        if c < head:
            first = min(first, syntax.left[c])
        else:
            last = max(last, syntax.right[c] - 1)
    while first < head and (
        tokens[first].dep in {"punct", "cc", "prep"}
        or tokens[first].tag == "RB"
        or tokens[first].pos in {"PUNCT", "SYM"}
    ):
        first += 1
    start, end = tokens[first].start, tokens[last].end
    if start < cue[1] and cue[0] < end:
        if cue[0] > tokens[head].start:
            inside = [t for t in tokens[head : last + 1] if t.end <= cue[0]]
            end = inside[-1].end if inside else tokens[head].end
        else:
            start = tokens[head].start
    while end > tokens[head].end and syntax.text[end - 1] in ',;:—-–“”"':
        end -= 1
        while end > tokens[head].end and syntax.text[end - 1].isspace():
            end -= 1
    return start, end


def source_phrases(parsed: Parsed, statements: tuple[Statement, ...]) -> tuple[Span | None, ...]:
    """For each statement the words that name its source, as they stand beside the cue.

    The whole phrase with its apposition; the relative pronoun where the cue is in a relative clause (the statement's
    own ``speaker_span`` is what the pronoun stands for); None where nobody is named.
    """
    syntax = Syntax(parsed)
    heads = {(m.span.start, m.span.end): m.head for m in parsed.mentions}
    out: list[Span | None] = []
    for statement in statements:
        span, cue = statement.speaker_span, statement.cue
        if span is None or cue is None:
            out.append(span)
            continue
        head = _relative(syntax, cue, span)
        if head is None:
            head = heads.get((span.start, span.end), syntax.first_token(span.start))
        out.append(parsed.report.span(*source_span(syntax, head, (cue.start, cue.end))))
    return tuple(out)


def _relative(syntax: Syntax, cue: Span, span: Span) -> int | None:
    """The relative pronoun between a source and its cue that is the subject of the cue."""
    first, last = syntax.first_token(cue.start), syntax.first_token(cue.end - 1)
    for i in range(first, last + 1):
        if syntax.tokens[i].pos == "VERB":
            subject = syntax.subject(i)
            if subject is not None and subject.tag in {"WP", "WDT"} and span.end <= subject.start:
                return subject.i
    return None
