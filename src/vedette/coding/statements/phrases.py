"""Attributions without a verb: "according to", headlines with a colon, nouns ("his warning that"), adverbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.statements.draft import Draft
from vedette.tables.attribution import attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Sentence, Token

_NOUN_PREPOSITIONS = frozenset(("of", "about", "for", "on", "against", "over", "to", "in", "with"))
MAX_COLON_SOURCE = 8
"""Words; what stands before a colon and is longer is no source."""


class PhraseRules:
    """Finds the drafts that hang on phrases and nouns."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.tokens = syntax.tokens
        self.table = attribution()
        self.phrases = frozenset(self.table.phrases)

    def all(self) -> Iterator[Draft]:
        """The candidates, in the order of their rules."""
        for sentence in self.syntax.parsed.sentences:
            yield from self._according(sentence)
            yield from self._colon(sentence)
        for token in self.tokens:
            if token.pos == "NOUN":
                yield from self._noun(token)
            elif token.pos == "ADV" and token.lemma.lower() in self.table.adverbs:
                yield from self._adverb(token)

    def _according(self, sentence: Sentence) -> Iterator[Draft]:
        """Phrases that attribute without a verb: "according to X"; "based on reports"."""
        s, tokens = self.syntax, self.tokens
        for i in range(sentence.first, sentence.last - 2):
            pair = f"{tokens[i].text.lower()} {tokens[i + 1].text.lower()}"
            if pair not in self.phrases:
                continue
            goal = s.kid(i + 1, "pobj") or next((t for t in tokens[i + 2 : i + 8] if t.pos in {"NOUN", "PROPN"}), None)
            if goal is None or (pair == "based on" and not self._document(goal)):
                continue
            last = max(s.right[goal.i], goal.i + 1)
            content = self._within_clause(i, last) or self._around(sentence, i, last)
            cue = (tokens[i].start, tokens[i + 1].end)
            if content:
                yield Draft("according", "according", i, cue, goal.i, content, stance="reports")

    def _document(self, noun: Token) -> bool:
        lemma = noun.lemma.lower()
        group = self.table.noun_group.get(lemma)
        return (group is not None and group.stance == "reports") or lemma in self.table.documents

    def _within_clause(self, first: int, last: int) -> tuple[tuple[int, int], ...]:
        """What follows of a relative clause in which the phrase stands: "who, according to X, crossed the river"."""
        s, i = self.syntax, first
        for _ in range(4):
            token = self.tokens[i]
            if token.dep == "relcl" and token.i >= last:
                content = s.chars(last, s.right[token.i])
                return (content,) if content else ()
            if token.head == i:
                break
            i = token.head
        return ()

    def _around(self, sentence: Sentence, first: int, last: int) -> tuple[tuple[int, int], ...]:
        """What a phrase leaves of its sentence: the clause before it, or after it where it opens the sentence."""
        s = self.syntax
        before = s.chars(sentence.first, first)
        after = s.chars(last, sentence.last)
        opens = before is None or first - sentence.first <= 2
        if opens:
            return (after,) if after else ()
        tail = last < sentence.last and self.tokens[last].text == ","
        long = after is not None and after[1] - after[0] > 60 and before is not None and before[1] - before[0] < 40
        if before is not None and after is not None and tail and long:
            return before, after
        return (before,) if before else ()

    def _colon(self, sentence: Sentence) -> Iterator[Draft]:
        """Headlines: "IRGC: X is unacceptable", and "X is unacceptable: IRGC chief"."""
        s, tokens = self.syntax, self.tokens
        colon = next((i for i in range(sentence.first, sentence.last) if tokens[i].text == ":"), None)
        if colon is None or colon == sentence.first:
            return
        headline = sentence.zone in {"headline", "subhead"} or tokens[sentence.last - 1].text not in {
            ".",
            "!",
            "?",
            "”",
            '"',
        }
        stop = sentence.last
        if colon == sentence.last - 1:
            following = self.syntax.parsed.sentences[sentence.i + 1 : sentence.i + 2]
            if not following or following[0].paragraph != sentence.paragraph:
                return
            stop = following[0].last
        left, right = tokens[sentence.first : colon], tokens[colon + 1 : stop]
        if not right:
            return
        cue = (tokens[colon].start, tokens[colon].end)
        if self._nominal(left):
            content = s.chars(colon + 1, stop)
            name = "colon_headline" if headline else "colon"
            if content:
                yield Draft(name, ":", colon, cue, self._head(left), (content,))
        elif headline and self._nominal(right) and len(right) < len(left):
            content = s.chars(sentence.first, colon)
            if content:
                yield Draft("colon_after", ":", colon, cue, self._head(right), (content,))

    def _nominal(self, tokens: tuple[Token, ...]) -> bool:
        words = [t for t in tokens if t.pos != "PUNCT"]
        return (
            0 < len(words) <= MAX_COLON_SOURCE
            and not any(t.pos in {"VERB", "AUX"} for t in words)
            and any(t.pos == "PROPN" or t.text.lower() in self.table.documents or t.text[:1].isupper() for t in words)
        )

    def _head(self, tokens: tuple[Token, ...]) -> int:
        inside = range(tokens[0].i, tokens[-1].i + 1)
        heads = [t.i for t in tokens if t.head not in inside or t.head == t.i]
        nouns = [i for i in heads if self.tokens[i].pos in {"PROPN", "NOUN"}]
        return (nouns or heads)[0]

    def _noun(self, noun: Token) -> Iterator[Draft]:
        """Nouns: "his warning that", "the claim of", "reports of"."""
        s = self.syntax
        group = self.table.noun_group.get(noun.lemma.lower())
        if group is None:
            return
        clause = next((c for c in s.kids(noun.i, "acl", "ccomp", "relcl") if self._finite(c)), None)
        goal, name = clause, ""
        if clause is not None:
            name = "noun_to" if self._to(clause) else "noun_that"
        else:
            prep = next((p for p in s.kids(noun.i, "prep") if p.lemma in _NOUN_PREPOSITIONS), None)
            goal = s.kid(prep.i, "pobj", "pcomp") if prep is not None else None
            name = f"noun_{prep.lemma}" if prep is not None else ""
        if goal is None:
            return
        content = s.chars(max(s.left[goal.i], noun.i + 1), s.right[goal.i])
        if content is None:
            return
        source = self._owner(noun)
        if source is None:
            name += "_none"
            source = noun.i if group.stance == "reports" else None
        cue = (noun.start, noun.end)
        yield Draft(name, noun.lemma.lower(), noun.i, cue, source, (content,), kind=group.kind, stance=group.stance)

    def _finite(self, clause: Token) -> bool:
        mark = self.syntax.kid(clause.i, "mark")
        first = self.tokens[self.syntax.left[clause.i]]
        told = mark is not None and mark.text.lower() in {"that", "whether", "if"}
        return told or first.text.lower() == "that" or self._to(clause)

    def _to(self, clause: Token) -> bool:
        return any(t.text.lower() == "to" for t in self.syntax.kids(clause.i, "aux"))

    def _owner(self, noun: Token) -> int | None:
        """Whose: the possessor, the object of "by" or "from", else the subject of the verb that the noun hangs on."""
        s = self.syntax
        poss = s.kid(noun.i, "poss")
        if poss is not None:
            return poss.i
        for prep in s.kids(noun.i, "prep", "agent"):
            if prep.lemma in {"by", "from"}:
                goal = s.kid(prep.i, "pobj")
                if goal is not None:
                    return goal.i
        verb = self.tokens[noun.head]
        if noun.dep == "pobj" and verb.lemma in {"with", "in"}:
            verb = self.tokens[verb.head]
        if noun.dep in {"dobj", "pobj", "attr"} and verb.dep != "prep" and verb.pos in {"VERB", "AUX"}:
            subject = s.subject(verb.i)
            return subject.i if subject is not None else None
        return None

    def _adverb(self, adverb: Token) -> Iterator[Draft]:
        sentence = self.syntax.parsed.sentences[adverb.sent]
        before = self.syntax.chars(sentence.first, adverb.i)
        after = self.syntax.chars(adverb.i + 1, sentence.last)
        content = tuple(c for c in (before, after) if c is not None)
        if content:
            yield Draft("adverb", adverb.lemma.lower(), adverb.i, (adverb.start, adverb.end), None, content)
