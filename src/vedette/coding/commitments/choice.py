"""Of all that was found, which stands: one commitment for each stretch of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.coding.commitments.declared import CARRIED
from vedette.record import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vedette.coding.commitments.hit import Hit, Setting
    from vedette.record import Span

_STRENGTH = ("red_line_named", "ultimatum", "conditional_threat", "deterrent_warning", "announced_threat",
             "vague_warning", "demand", "self_limit", "assurance")  # fmt: skip


_OPEN = frozenset({"announced_threat", "vague_warning", "demand", "assurance", "deterrent_warning"})
_CONDITIONAL = frozenset({"conditional_threat", "ultimatum"})


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with its sentence and the span of its content.

    Attributes:
        barred: why it must not count: ``denied`` (nor anything within it), ``speaker`` (nor the same words
            from further out).
    """

    setting: Setting
    hit: Hit
    content: Span
    barred: str = ""

    @property
    def hit_span(self) -> Span:
        """The words of the cue."""
        return self.setting.words.span(self.hit.cue)


def chosen(found: list[Found]) -> list[Found]:
    """One for each stretch of text: of statements before own finds, the innermost, the strongest form."""
    barred, free = _placed(f for f in found if f.barred), [f for f in found if not f.barred]
    whole = _placed(f for f in free if f.hit.form in _CONDITIONAL)
    free = [f for f in free if not any(_completes(g, f) for g in _over(whole, f.hit_span))]
    near, taken = _placed(free), set()
    out: list[Found] = []
    for f in sorted(free, key=_rank):
        rivals = (g for g in _over(near, f.content) if id(g) in taken)
        if any(_overlaps(f.content, g.content) or _same_cue(f, g) for g in rivals):
            continue
        if not any(_bars(g, f) for g in _over(barred, f.content)):
            out.append(f)
            taken.add(id(f))
    return out


def _same_cue(f: Found, g: Found) -> bool:
    """Whether both were found by the same words, one of them with words around that are not its own."""
    return f.hit.form == g.hit.form and bool(f.hit_span.overlap(g.hit_span))


def _placed(found: Iterable[Found]) -> Lookup[Found]:
    return Lookup((f.content.start, f.content.end, f) for f in found)


def _over(placed: Lookup[Found], span: Span) -> list[Found]:
    return placed.over(span.start, span.end)


def _completes(g: Found, f: Found) -> bool:
    """Whether ``g`` has the condition that ``f``, the same words from the same speaker, was cut short of."""
    same = g.setting.unit.speaker == f.setting.unit.speaker and g.content.start <= f.content.start + 20
    longer = g.content.end > f.content.end and bool(g.content.overlap(f.hit_span))
    return same and longer and f.hit.form in _OPEN and g.hit.form in _CONDITIONAL


def _bars(g: Found, f: Found) -> bool:
    if not _overlaps(f.content, g.content):
        return False
    if g.barred == "denied":
        return True
    if f.setting.unit.statement is None and f.setting.unit.cue in CARRIED and g.content.covers(f.content):
        return True
    stronger = g.setting.unit.statement is not None or f.setting.unit.statement is None
    return stronger and len(g.content) <= len(f.content) + 3


def _rank(f: Found) -> tuple[bool, int, int, int]:
    own = f.setting.unit.statement is None
    return own, len(f.content), _STRENGTH.index(f.hit.form), f.content.start


def _overlaps(a: Span, b: Span) -> bool:
    shared = a.overlap(b)
    return shared * 2 > min(len(a), len(b))
