"""Whom a pronoun stands for, where the reading has not resolved it: "we" in somebody's words, "it" for who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.said import Said

if TYPE_CHECKING:
    from vedette.coding.events.finder import Finder
    from vedette.record import Actor, Grounding, Statement

FIRST = frozenset({"we", "us", "our", "ours"})
THIRD = frozenset({"it", "its", "they", "them", "their", "he", "him", "his", "she", "her"})


class Pronouns:
    """Resolves the pronouns of one report to actors, by its statements and its sentences."""

    __slots__ = ("_finder", "_grounding", "_statements")

    def __init__(self, finder: Finder, grounding: Grounding, statements: tuple[Statement, ...]) -> None:
        self._finder = finder
        self._grounding = grounding
        self._statements = Said.of(statements)

    def actor(self, i: int) -> Actor | None:
        """The actor that a pronoun stands for; None where it is none, or nobody is found."""
        word = self._finder.parsed.tokens[i].text.lower()
        if word in FIRST:
            return self.speaker(i)
        if word in THIRD:
            return self._subject_above(i) or self._subject_before(i)
        return None

    def speaker(self, i: int) -> Actor | None:
        """Who says the words that a token stands in, the innermost first."""
        start = self._finder.parsed.tokens[i].start
        held = self._statements.at(start)
        held.sort(key=lambda s: sum(len(c) for c in s.content))
        for statement in held:
            if statement.speaker is not None:
                return statement.speaker
            found = next((link.actor for link in statement.chain if link.actor is not None), None)
            if found is not None:
                return found
        return self._subject_above(i)

    def _subject_above(self, i: int) -> Actor | None:
        """The subject of the verb of speech in whose clause a token stands: "Poland said it has moved"."""
        verb = self._finder.speech(i)
        return None if verb is None else self._first(self._finder.syntax.subjects(verb))

    def _subject_before(self, i: int) -> Actor | None:
        """The subject of the sentence before, in the same paragraph, for a pronoun that is the subject of its own."""
        parsed = self._finder.parsed
        token = parsed.tokens[i]
        head = parsed.tokens[token.head]
        if token.dep not in {"nsubj", "nsubjpass"} or head.dep not in {"ROOT", "ccomp"} or token.sent == 0:
            return None
        before = parsed.sentences[token.sent - 1]
        between = parsed.text[before.end : parsed.sentences[token.sent].start]
        if "\n\n" in between:
            return None
        roots = [t.i for t in parsed.tokens[before.first : before.last] if t.dep == "ROOT"]
        return self._first(self._finder.syntax.grammatical_subject(roots[0])) if roots else None

    def _first(self, heads: tuple[int, ...]) -> Actor | None:
        found = (self._grounding.actor_at(self._finder.parsed.tokens[h].start) for h in heads)
        return next((a for a in found if a is not None), None)
