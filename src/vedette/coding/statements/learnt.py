"""What the encoder found, as drafts: heads found in the parse, edges set at words and quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.statements.draft import Draft
from vedette.tables.attribution import attribution

if TYPE_CHECKING:
    from vedette.coding.statements.draft import Chars
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Attributed, Quotation

WHOLE = 0.5
"""Share of a quotation from which on a content that holds so much holds all: the encoder's sight ends somewhere."""

_STOPS = (".", "!", "?", ".”", "!”", "?”", '."', '!"', '?"')
_WORDLESS = frozenset((".", ",", ";", "-", "–", "—", "--"))


def learnt(syntax: Syntax, found: Attributed) -> Draft | None:
    """The draft of an attribution that the encoder found; None where its content or cue has no word."""
    cue = _trimmed(syntax, found.cue) or _colon(syntax, found.cue)
    whole = (_whole(syntax, p, found.cue) for p in found.content)
    content = tuple(part for p in whole if p is not None for part in _split(syntax, p))
    if cue is None or not content:
        return None
    head = _root(syntax, cue, cue=True)
    source = max(found.source, key=lambda p: p[1] - p[0], default=None)
    phrase = _trimmed(syntax, source) if source else None
    speaker = _root(syntax, phrase) if phrase else None
    if speaker is not None and _told(syntax, head, speaker):
        speaker = phrase = None
    return Draft(
        "learnt", syntax.tokens[head].lemma.lower(), head, cue, speaker,
        _joined(syntax, content), found.kind, found.stance, phrase=phrase, learnt=True,
    )  # fmt: skip


def _told(syntax: Syntax, head: int, source: int) -> bool:
    """Whether a source is whom somebody told: "the officers had been warned that …"."""
    groups = attribution().verb_groups.get(syntax.tokens[head].lemma.lower(), ())
    subject = syntax.kid(head, "nsubjpass")
    return subject is not None and subject.i == source and any(g.object == "addressee" for g in groups)


def _trimmed(syntax: Syntax, part: Chars) -> Chars | None:
    """The characters of a part, whole tokens, without stops and lone quotation marks at the edges."""
    first, last = syntax.first_token(part[0]), syntax.first_token(part[1] - 1) + 1
    return syntax.chars(first, min(last, len(syntax.tokens)))


def _colon(syntax: Syntax, cue: Chars) -> Chars | None:
    """A cue that is nothing but a mark: "X: Y"."""
    first = syntax.first_token(cue[0])
    if first >= len(syntax.tokens) or syntax.tokens[first].text in _WORDLESS - {"-", "–", "—", "--"}:
        return None
    return syntax.tokens[first].start, syntax.tokens[first].end


def _whole(syntax: Syntax, part: Chars, cue: Chars) -> Chars | None:
    """A part of a content, with all of a direct quotation of which it holds the most, if the cue stands outside it."""
    start, end = part
    for offset in (start, max(start, end - 1)):
        quote = syntax.quote_at(offset)
        if quote is not None and quote.kind == "direct" and not _holds(quote, cue):
            held = min(end, quote.inner.end) - max(start, quote.inner.start)
            if held >= WHOLE * len(quote.inner) or start <= quote.inner.start + 1:
                start, end = min(start, quote.span.start), max(end, quote.span.end)
    return _trimmed(syntax, (start, end))


def _split(syntax: Syntax, part: Chars) -> list[Chars]:
    """A part cut where a direct quotation begins behind the end of a sentence: told first, then quoted."""
    start, end = part
    out = []
    for quote in syntax.quotes_from(start + 1, end):
        before = syntax.text[start : quote.span.start].rstrip()
        if quote.kind == "direct" and before.endswith(_STOPS):
            out.append(_trimmed(syntax, (start, start + len(before))))
            start = quote.span.start
    return [p for p in (*out, _trimmed(syntax, (start, end))) if p is not None]


def _holds(quote: Quotation, part: Chars) -> bool:
    return quote.span.start <= part[0] < quote.span.end


def _joined(syntax: Syntax, parts: tuple[Chars, ...]) -> tuple[Chars, ...]:
    """The parts in order, those that overlap or touch made one."""
    out: list[Chars] = []
    for start, end in sorted(parts):
        if out and (start <= out[-1][1] or not syntax.text[out[-1][1] : start].strip(" ,")):
            out[-1] = out[-1][0], max(out[-1][1], end)
        else:
            out.append((start, end))
    return tuple(out)


def _root(syntax: Syntax, part: Chars, *, cue: bool = False) -> int:
    """The token of a part on which its others hang; of a cue, its verb or noun before its auxiliaries."""
    first, last = syntax.first_token(part[0]), syntax.first_token(part[1] - 1) + 1
    inside = range(first, max(last, first + 1))
    roots = [i for i in inside if syntax.tokens[i].head not in inside or syntax.tokens[i].head == i]
    if cue:
        wordy = [i for i in roots if syntax.tokens[i].pos in {"VERB", "NOUN", "ADJ"}]
        return (wordy or roots or [first])[0]
    named = [i for i in roots if syntax.tokens[i].pos in {"PROPN", "NOUN", "PRON"}]
    return (named or roots or [first])[0]
