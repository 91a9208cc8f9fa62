"""The phrases of sources that the encoder found, set right at their edges by the parse, with their main nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.record import Lookup
from vedette.tables.people import people
from vedette.tables.speakers import speaker_words

if TYPE_CHECKING:
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Attributed, Mention

Run = tuple[int, int]

NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"))
_HEADS = frozenset(("NOUN", "PROPN", "PRON"))
_INNER = frozenset(("det", "compound", "amod", "nmod", "nummod"))
_TIMES = frozenset(("DATE", "TIME"))
_OPENING = frozenset(("that", "when", "as", "by", "and", "but", "if", "while", "because", "where", "although"))
_ENDING = frozenset(("VBZ", "VBP", "VBD", "MD", "CC"))
_ASIDE = frozenset(
    ("alike", "too", "also", "again", "meanwhile", "however", "tonight", "today", "yesterday", "now", "both")
)
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_ENDS = frozenset(("VBD", "VBZ", "VBP", "MD", "TO", "WDT", "WP", "WP$", "WRB", "CC", ","))
_UNSPEAKING = frozenset(("THING", "GPE", "LOC", "FAC", ""))
_REACH = 4
"""Tokens by which a phrase may be cut short."""


class Marked:
    """The sources that the encoder found in one report.

    Attributes:
        runs: their tokens, first and last exclusive, by each token that may be taken for their head.
        cores: their main nouns, by the same.
    """

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.tokens = syntax.tokens
        self.by_head = {m.head: m for m in reversed(syntax.parsed.mentions)}
        self.documents = speaker_words().document_set
        self.cues = Lookup((f.cue[0], f.cue[1], f) for f in syntax.parsed.attributed)
        self.runs: dict[int, Run] = {}
        self.cores: dict[int, int] = {}
        for found in syntax.parsed.attributed:
            for source in found.source:
                self._add(source, found)

    def _add(self, source: Run, found: Attributed) -> None:
        first = self.syntax.first_token(source[0])
        last = min(max(self.syntax.first_token(source[1] - 1) + 1, first + 1), len(self.tokens))
        if first >= len(self.tokens):
            return
        raw = self.root(first, last)
        first, last = self._cut(first, last, found)
        first, last = self._trimmed(*self._whole(first, last, found))
        core = self._main(first, last)
        later = self._named(core, last)
        if later is not None:
            core, first = later.head, later.first
        for head in dict.fromkeys((raw, self.root(first, last), core)):
            old = self.runs.get(head, (head, head))
            if last - first > old[1] - old[0]:
                self.runs[head] = first, last
                self.cores[head] = core

    def _cut(self, first: int, last: int, found: Attributed) -> Run:
        """The part of a run on the side of its cue, where another cue stands within ("the agency quoted X")."""
        for other in self.cues.within(self.tokens[first].start, self.tokens[last - 1].end):
            k = self.syntax.first_token(other.cue[0])
            if not first < k < last - 1 or self.tokens[k].tag not in {"VBD", "VBZ", "VBP"}:
                continue
            end = self.syntax.first_token(other.cue[1] - 1) + 1
            relative = any(
                t.tag in _RELATIVE or t.tag in {"VBG", "PRP"} or t.text == "that" for t in self.tokens[first:k]
            )
            if not relative and end < last:
                return (end, last) if found.cue[0] >= self.tokens[last - 1].end else (first, k)
        return first, last

    def _whole(self, first: int, last: int, found: Attributed) -> Run:
        """A run with the noun of its last words, which the encoder cut off ("the former" - "minister")."""
        token = self.tokens[last - 1]
        goal = token.head
        if token.dep == "prep" or token.pos == "ADP":
            goal = next((c for c in self.syntax.parsed.children[token.i] if self.tokens[c].dep == "pobj"), last - 1)
        elif token.dep not in _INNER:
            return first, last
        if not last <= goal < last + _REACH or self.tokens[goal].sent != token.sent:
            return first, last
        start, end = token.end, self.tokens[goal].end
        headline = token.text.isupper() and self.tokens[goal].text.isupper()
        taken = headline or any(a < end and start < b for a, b in (found.cue, *found.content))
        return (first, last) if taken else (first, goal + 1)

    def _trimmed(self, first: int, last: int) -> Run:
        """A run without what opens or ends it and does not belong to it: "that", "for his part,", "tonight"."""
        colon = next((i for i in range(first, last - 1) if self.tokens[i].text == ":"), None)
        first = colon + 1 if colon is not None else first
        while first < last - 1 and self._opens(first, last):
            first += 1
        words = [t.text.lower() for t in self.tokens[first : first + 3]]
        if last - first > len(words) and words[1:] == ["part", ","] and self.tokens[first].tag == "PRP$":
            first += len(words)
        relative = any(t.tag in _RELATIVE or t.text == "that" for t in self.tokens[first:last])
        last = next((k for k in range(first + 1, last) if self._finite(first, k)), last)
        while last - 1 > first and not relative and self._closes(last - 1):
            last -= 1
        return first, last

    def _finite(self, first: int, k: int) -> bool:
        """Whether a verb without a relative clause ends a run ("the minutes" - "are accurate")."""
        if self.tokens[k].tag not in {"VBZ", "VBP", "MD"} or self.tokens[k].pos != "AUX":
            return False
        before = self.tokens[first:k]
        return not any(t.tag in _RELATIVE or t.tag == "PRP" or t.text == "that" for t in before)

    def _opens(self, i: int, last: int) -> bool:
        token = self.tokens[i]
        if token.text.lower() == "that":
            return token.tag == "IN" or any(t.tag in {"NNS", "NNP"} for t in self.tokens[i + 1 : last])
        return token.text.lower() in _OPENING

    def _closes(self, i: int) -> bool:
        token = self.tokens[i]
        timed = token.ner in _TIMES and token.dep == "npadvmod" and self.tokens[i - 1].ner not in _TIMES
        manner = token.tag == "RB" and token.text.endswith("ly") and self.tokens[i - 1].pos in {"NOUN", "PROPN"}
        verb = token.tag in _ENDING and token.pos in {"VERB", "AUX", "CCONJ"} and self.tokens[i - 1].tag != "PRP"
        return verb or timed or manner or (token.tag == "RB" and token.text.lower() in _ASIDE)

    def root(self, first: int, last: int) -> int:
        """The token on which the others of a run hang."""
        roots = self._roots(first, last)
        return next((i for i in roots if self.tokens[i].pos in _HEADS), (roots or [first])[0])

    def _roots(self, first: int, last: int) -> list[int]:
        inside = range(first, last)
        return [i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i]

    def _main(self, first: int, last: int) -> int:
        """The noun that a run is about: the root, but the last noun of its first phrase where the parse has several."""
        root = self.root(first, last)
        end = self._end(first, last)
        if end - 1 > first and self.tokens[end - 1].text in people().outlet_set and self.tokens[end - 1].pos != "PROPN":
            return end - 1
        nouns = [
            i
            for i in range(first, end)
            if self.tokens[i].pos in _HEADS and self.tokens[i].ner not in _TIMES and self.tokens[i].tag != "PRP$"
        ]
        if self.tokens[root].pos not in NOUNS:
            return next((i for i in reversed(nouns)), root)
        roots = [i for i in self._roots(first, last) if i in nouns]
        return roots[-1] if root < end and len(roots) > 1 else root

    def _end(self, first: int, last: int) -> int:
        """Where the first phrase of a run ends: before a preposition, a comma, a clause."""
        for i in range(first + 1, last):
            token = self.tokens[i]
            clause = token.tag in {"VBG", "VBN"} and not (i + 1 < last and self.tokens[i + 1].pos in _HEADS)
            if token.pos in {"ADP", "SCONJ"} or token.tag in _ENDS or token.text in ",;:()" or clause:
                return i
        return last

    def _named(self, core: int, last: int) -> Mention | None:
        """Who is meant behind a comma, where a run begins with a thing or a place that does not belong to it."""
        mention = self.by_head.get(core)
        if mention is None or self.tokens[core].lemma.lower() in self.documents:
            return None
        label = self.syntax.parsed.entity_of(mention).label
        if label not in _UNSPEAKING or (mention.kind == "name" and not label):
            return None
        for i in range(core + 1, last):
            if self.tokens[i].tag in _RELATIVE:
                return None
            other = self.by_head.get(i)
            behind = other is not None and any(t.text == "," for t in self.tokens[other.first - 1 : other.first])
            if other is not None and behind and self.syntax.parsed.entity_of(other).label == "PERSON":
                return other
        return None
