"""Cues that stand beside what is said: asides, clauses that the parser lost, an agency at the end of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.statements.making import make_draft
from vedette.tables.attribution import attribution

if TYPE_CHECKING:
    from vedette.coding.statements.draft import Draft
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Sentence, Token

_AFTER_CUE = frozenset(("PUNCT", "ADP", "PROPN", "NOUN", "NUM", "DET", "ADV"))
MAX_THAT = 14
"""Tokens behind a cue within which a lost "that" is looked for."""


class AsideRules:
    """Finds what is said around a cue where the parse gives it no clause."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.tokens = syntax.tokens
        self.table = attribution()

    def outer(self, verb: Token) -> Draft | None:
        """An agency that cites somebody at the end of a sentence: "The road is shut, X said, Y reported"."""
        s = self.syntax
        subject = s.kid(verb.i, "nsubj")
        sentence = s.parsed.sentences[verb.sent]
        told = verb.dep != "relcl" and verb.lemma in self.table.clause_verbs
        if subject is None or subject.i > verb.i or not told:
            return None
        comma = min(s.left[subject.i], s.cue(verb.i)[0]) - 1
        late = all(t.pos in _AFTER_CUE for t in self.tokens[verb.i + 1 : sentence.last])
        if comma <= sentence.first or self.tokens[comma].text != "," or not late or s.kid(verb.i, "mark"):
            return None
        cited = any(self._cites(t) for t in self.tokens[sentence.first : comma])
        where = sentence.first, comma
        return make_draft(s, verb, "outer", subject.i, (where,)) if cited else None

    def _cites(self, token: Token) -> bool:
        """Whether a finite verb of saying with a subject of its own stands outside quotations."""
        finite = token.tag in {"VBD", "VBZ", "VBP"} and token.lemma in self.table.clause_verbs
        return finite and self.syntax.inside(token.i) is None and self.syntax.kid(token.i, "nsubj") is not None

    def aside(self, verb: Token, source: int) -> Draft | None:
        """A cue that stands within or beside what is said: "The truce, he said, holds"; "As X reported, …"."""
        s = self.syntax
        if not any(g.kind == "speech" for g in self.table.verb_groups.get(verb.lemma, ())):
            return None
        sentence = s.parsed.sentences[verb.sent]
        first, last = min(s.left[source], s.cue(verb.i)[0]), max(s.right[source], verb.i + 1)
        mark = s.kid(verb.i, "mark")
        if verb.dep == "advcl" and mark is not None and mark.text.lower() == "as":
            first, last = s.left[verb.i], s.right[verb.i]
            where, name = self._beside(sentence, first, last), "as_clause"
        elif verb.dep == "parataxis":
            where, name = self._beside(sentence, first, self._end_of(verb)), "parataxis"
        else:
            return self._loose(verb, source, first, last)
        return make_draft(s, verb, name, source, where)

    def _end_of(self, verb: Token) -> int:
        """Where an aside ends: before a conjunct of its verb ("…, he said, and “war has begun”")."""
        conjuncts = [c for c in self.syntax.kids(verb.i, "conj", "cc") if c.i > verb.i]
        return min([self.syntax.right[verb.i], *(self.syntax.left[c.i] for c in conjuncts)])

    def _beside(self, sentence: Sentence, first: int, last: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """What stands before and behind an aside, no further than to the next semicolon."""
        start = self.begin(sentence, first)
        end = min((i for i in range(last, sentence.last) if self.tokens[i].text == ";"), default=sentence.last)
        return (start, max(start, first)), (last, end)

    def begin(self, sentence: Sentence, first: int) -> int:
        """Where what stands before an aside begins: behind the last semicolon before it, or the start."""
        return max((i + 1 for i in range(sentence.first, first) if self.tokens[i].text == ";"), default=sentence.first)

    def _loose(self, verb: Token, source: int, first: int, last: int) -> Draft | None:
        """A cue whose clause the parser lost: "… , X said on Monday", "X said on Monday that …"."""
        s = self.syntax
        sentence = s.parsed.sentences[verb.sent]
        for i in range(verb.i + 1, min(verb.i + MAX_THAT, sentence.last - 1)):
            if self.tokens[i].text.lower() == "that" and self.tokens[i].dep in {"mark", "nsubj", "det", "dobj"}:
                return make_draft(s, verb, "loose_that", source, ((i, sentence.last),))
        ends = all(t.i < s.right[verb.i] or t.pos == "PUNCT" for t in self.tokens[verb.i : sentence.last])
        if first > sentence.first + 2 and self.tokens[first - 1].text == "," and ends:
            return make_draft(s, verb, "loose_before", source, ((sentence.first, first),))
        return None
