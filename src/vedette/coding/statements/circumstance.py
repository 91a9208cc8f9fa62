"""What stands beside a cue: when it was said, to whom, by which channel."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from vedette.tables.attribution import attribution

if TYPE_CHECKING:
    from vedette.coding.statements.draft import Draft
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Grounding, When

MAX_CLIMB = 6


class Circumstances:
    """Finds time, addressee and channel of the cues of one report."""

    def __init__(self, syntax: Syntax, grounding: Grounding) -> None:
        self.syntax = syntax
        self.tokens = syntax.tokens
        table = attribution()
        self.channels = table.channel_words
        self.told = frozenset(v for g in table.groups if g.object in {"addressee", "both"} for v in g.verbs)
        self.times = sorted(grounding.times, key=lambda w: w.span.start)
        self.time_starts = [w.span.start for w in self.times]

    def when(self, draft: Draft) -> When | None:
        """The temporal expression that hangs on the cue, outside what was said."""
        sentence = self.syntax.parsed.sentences[self.tokens[draft.head].sent]
        for time in self.times[bisect_left(self.time_starts, sentence.start) :]:
            if time.type in {"DURATION", "SET"}:
                continue
            if time.span.start >= sentence.end:
                break
            if not _within(draft, time.span.start) and self._hangs(time.span.end, draft.head):
                return time
        return None

    def _hangs(self, end: int, head: int) -> bool:
        """Whether the word that ends at an offset depends on the cue with no other verb between."""
        i = min(self.syntax.first_token(max(0, end - 1)), len(self.tokens) - 1)
        for _ in range(MAX_CLIMB):
            up = self.tokens[i].head
            if up == head:
                return True
            if up == i or self.tokens[up].pos == "VERB":
                return False
            i = up
        return False

    def addressee(self, draft: Draft) -> int | None:
        """The head of the phrase that names to whom."""
        s = self.syntax
        verb = self.tokens[draft.head]
        if verb.pos != "VERB":
            return None
        obj = s.kid(draft.head, "dative")
        if obj is not None and obj.pos != "ADP":
            return obj.i
        dobj = s.kid(draft.head, "dobj")
        if dobj is not None and verb.lemma in self.told:
            return dobj.i
        for prep in s.kids(draft.head, "prep", "dative"):
            goal = s.kid(prep.i, "pobj")
            if (
                prep.lemma == "to"
                and goal is not None
                and goal.pos in {"PROPN", "PRON", "NOUN"}
                and not _within(draft, goal.start)
            ):
                return goal.i
        return None

    def channel(self, draft: Draft) -> str | None:
        """The channel that a noun beside the cue tells: "in a statement", "during his visit", "on Twitter"."""
        sentence = self.syntax.parsed.sentences[self.tokens[draft.head].sent]
        for token in self.tokens[sentence.first : sentence.last]:
            if token.pos in {"NOUN", "PROPN"} and token.dep in {"pobj", "conj"}:
                channel = self.channels.get(token.text.lower())
                if channel and not _within(draft, token.start) and self._hangs(token.end, draft.head):
                    return channel
        return draft.channel


def _within(draft: Draft, offset: int) -> bool:
    return any(a <= offset < b for a, b in draft.content)
