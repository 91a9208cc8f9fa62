"""Through which statement each statement comes: the one whose content holds it, or that passes on the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.statements.fuse import shared
from vedette.tables.attribution import attribution

if TYPE_CHECKING:
    from vedette.coding.statements.draft import Draft
    from vedette.coding.statements.speakers import Speaker
    from vedette.coding.statements.syntax import Syntax

SAME = 0.9
"""Share of two contents from which on they are the same words, told by one and passed on by the other."""


def parents(syntax: Syntax, drafts: list[Draft], speakers: list[Speaker | None]) -> list[int | None]:
    """For each draft the index of the one through which it comes; None for those that the outlet tells itself."""
    out: list[int | None] = [None] * len(drafts)
    open_parts: list[tuple[int, int, int]] = []
    order = sorted(range(len(drafts)), key=lambda k: (drafts[k].content[0][0], -drafts[k].content[-1][1], k))
    for k in order:
        start = drafts[k].content[0][0]
        open_parts = [p for p in open_parts if p[1] > start]
        held = [(b - a, j) for a, b, j in open_parts if _holds(drafts[k], a, b)]
        if held:
            out[k] = min(held)[1]
        open_parts += [(a, b, k) for a, b in drafts[k].content]
    for inner, outer in _passed_on(syntax, drafts, speakers, order):
        if out[inner] is None or out[inner] == out[outer]:
            out[inner] = outer
    return [_straight(k, out) for k in range(len(drafts))]


def _holds(draft: Draft, start: int, end: int) -> bool:
    """Whether a stretch holds all of a draft: its content and its cue, or all but a source that stands before it."""
    low, high = draft.content[0][0], draft.content[-1][1]
    return start <= min(low, draft.cue[0]) and max(high, draft.cue[1]) <= end and (start, end) != (low, high)


def _passed_on(
    syntax: Syntax, drafts: list[Draft], speakers: list[Speaker | None], order: list[int]
) -> list[tuple[int, int]]:
    """Pairs of an inner and an outer draft with the same content: "Tasnim, quoting the colonel, said that …"."""
    out = []
    for n, k in enumerate(order):
        for j in order[n + 1 :]:
            if drafts[j].content[0][0] > drafts[k].content[-1][1]:
                break
            if drafts[k].source == drafts[j].source:
                continue
            if shared(drafts[k].content, drafts[j].content) >= SAME:
                first = _inner(syntax, drafts, speakers, k, j)
                out.append((k, j) if first else (j, k))
            else:
                out += [(a, b) for a, b in ((k, j), (j, k)) if _began(drafts, speakers, a, b)]
    return out


def _began(drafts: list[Draft], speakers: list[Speaker | None], inner: int, outer: int) -> bool:
    """Whether an agency tells the first of what somebody says on: "“A,” X said, Y reported. “B.”"."""
    passes, says = speakers[outer], speakers[inner]
    if passes is None or says is None or not passes.agency or says.agency:
        return False
    parts = drafts[inner].content
    return len(parts) > 1 and shared(drafts[outer].content, parts[:1]) >= SAME


def _inner(syntax: Syntax, drafts: list[Draft], speakers: list[Speaker | None], k: int, j: int) -> bool:
    """Whether the first of two drafts of one content is whose words they are, the second who passes them on."""
    place = [_cites(syntax, drafts[i]) for i in (k, j)]
    if place[0] != place[1]:
        return place[0] > place[1]
    agency = [speaker is not None and speaker.agency for speaker in (speakers[k], speakers[j])]
    if agency[0] != agency[1]:
        return agency[1]
    return drafts[k].cue[0] > drafts[j].cue[0]


def _cites(syntax: Syntax, draft: Draft) -> int:
    """1 for a source that is cited ("quoting X"), −1 for one that cites ("X quoted", "was quoted by X"), else 0."""
    citing = frozenset(attribution().citing)
    first, last = syntax.first_token(draft.cue[0]), syntax.first_token(draft.cue[1] - 1)
    words = syntax.tokens[first : last + 1]
    if not any(t.lemma.lower() in citing for t in words) or draft.source is None:
        return 0
    after = draft.source > last
    if words[-1].text.lower() == "by":
        return -1 if after else 1
    return 1 if after or any(t.dep == "auxpass" for t in words) else -1


def _straight(k: int, out: list[int | None]) -> int | None:
    """The parent, none where following parents would lead back."""
    seen, at = {k}, out[k]
    while at is not None:
        if at in seen:
            return None
        seen.add(at)
        at = out[at]
    return out[k]
