"""The phrase of a source: its mention, with the apposition and clause that describe it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.coding.statements.draft import Draft
    from vedette.coding.statements.syntax import Syntax

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


def source_of(syntax: Syntax, draft: Draft) -> tuple[int, int] | None:
    """Characters of the phrase that names the source of a draft beside its cue; None where nobody is named."""
    if draft.phrase is not None:
        return draft.phrase
    return None if draft.source is None else source_span(syntax, draft.source, draft.cue)
