"""Phrases that refer to someone or something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.record import Mention

if TYPE_CHECKING:
    from vedette.record import Report, Sentence, Token

_MODIFIERS = {"det", "amod", "compound", "nmod", "poss", "nummod", "case", "quantmod", "advmod", "punct"}


def find_mentions(
    report: Report, sentences: tuple[Sentence, ...], tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...]
) -> tuple[Mention, ...]:
    """The mentions of a report, in the order of the text; entities are not yet told (``entity`` is the index itself)."""
    out = []
    for token in tokens:
        if token.pos not in {"NOUN", "PROPN", "PRON"} or token.dep in {"compound", "nmod"}:
            continue
        first = token.i
        for child in sorted((c for c in children[token.i] if c < token.i), reverse=True):
            if tokens[child].dep not in _MODIFIERS:
                break
            first = min(_leftmost(child, children), first)
        kind = {"PRON": "pronoun", "PROPN": "name"}.get(token.pos, "nominal")
        span = report.span(tokens[first].start, token.end)
        out.append(Mention(span, first, token.i + 1, token.i, kind, token.ner, len(out)))
    return tuple(out)


def _leftmost(i: int, children: tuple[tuple[int, ...], ...]) -> int:
    return min([i, *(_leftmost(c, children) for c in children[i])])
