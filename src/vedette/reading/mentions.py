"""Phrases that refer to someone or something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vedette.reading.names import Namer
from vedette.reading.offices import office_bearer
from vedette.record import Mention

if TYPE_CHECKING:
    from vedette.record import Report, Sentence, Token

_MODIFIERS = frozenset(
    ("det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "advmod", "punct", "case", "npadvmod")
)
_HEADS = frozenset(("NOUN", "PROPN", "PRON"))
_INNER = frozenset(("compound", "nmod", "amod"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "pobj", "dobj", "agent", "appos", "attr", "conj"))
_NAMED = frozenset(("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"))
_PLACES = frozenset(("GPE", "LOC", "NORP", "FAC"))
_NOT_NAMES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"))
_INNER_POS = frozenset(("PROPN", "NOUN", "ADJ", "X", "NUM"))
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d|/)")
"""A stamp of a live report."""
_PUNCTUATION = frozenset(("punct", "case"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "such"))


def find_mentions(
    report: Report, sentences: tuple[Sentence, ...], tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...]
) -> tuple[Mention, ...]:
    """The mentions of a report, in the order of the text, an outer one before those within it.

    Entities are not yet told: ``entity`` is the mention's own index.
    """
    finder = _Finder(report, tokens, children)
    found = sorted(finder.all(), key=lambda m: (m[0], -m[1], m[2]))
    return tuple(
        Mention(report.span(tokens[a].start, tokens[b - 1].end), a, b, head, kind, label, i)
        for i, (a, b, head, kind, label) in enumerate(found)
    )


class _Finder:
    """Mentions of one report as tuples: first, last, head, kind, label."""

    def __init__(self, report: Report, tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...]) -> None:
        self.tokens = tokens
        self.children = children
        self.namer = Namer(report.text, tokens)
        self.reach: dict[int, int] = {}
        self.bearers: dict[int, int] = {}

    def all(self) -> list[tuple[int, int, int, str, str]]:
        seen: set[tuple[int, int]] = set()
        out = []
        for token in self.tokens:
            found = self._headed(token) if self._heads(token) else self._inner(token)
            if found is not None and found[:2] not in seen:
                seen.add(found[:2])
                out.append(found)
        for first, last, *_ in out:
            self.reach[last] = min(self.reach.get(last, first), first)
        return [m for m in out if not self._tail(m)]

    def _tail(self, found: tuple[int, int, int, str, str]) -> bool:
        """Whether a mention is but the last word of a longer name ("State" of "Department of State")."""
        first, last, _, kind, label = found
        if kind != "name" or last - first > 1 or label in _PLACES or first < 2 or self.tokens[first - 1].lemma != "of":
            return False
        return self.reach.get(last, first) < first - 1

    def _heads(self, token: Token) -> bool:
        if token.dep in _INNER and self._same_phrase(token):
            return False
        if token.pos in _HEADS:
            return token.tag != "EX"
        return token.dep in _ARGUMENTS and token.pos in {"NUM", "ADJ", "DET"} and token.dep != "conj"

    def _same_phrase(self, token: Token) -> bool:
        head = self.tokens[token.head]
        return head.pos in _HEADS and token.i < head.i

    def _rank(self, i: int) -> bool:
        """Whether a token is an abbreviated rank that the tokenizer cut from its full stop ("Col", ".", "Suvin")."""
        if i < 0 or i + 2 >= len(self.tokens) or self.tokens[i + 1].text != ".":
            return False
        word = self.tokens[i].text.lower()
        known = word in self.namer.table.short_ranks or word.split("-")[-1] in self.namer.table.short_ranks
        return known and self.tokens[i].end == self.tokens[i + 1].start and self.tokens[i + 2].text[:1].isupper()

    def _headed(self, token: Token) -> tuple[int, int, int, str, str] | None:
        if self._rank(token.i) or (token.text == "." and self._rank(token.i - 1)):
            return None
        if token.pos == "PRON":
            return token.i, token.i + 1, token.i, "pronoun", ""
        first, last = self._left(token), self._hyphened(self._right(token), token)
        cut = self.bearers.get(token.i)
        if cut is not None and first < cut <= token.i:
            return first, cut, cut - 1, "name", self.namer.label(first, cut, cut - 1)
        bearer = office_bearer(self.tokens, token.i)
        if bearer is not None:
            self.bearers[bearer[1] - 1] = bearer[0]
            return first, bearer[1], bearer[1] - 1, "name", "PERSON"
        if last - 1 > token.i and self.namer.office_and_name(token.i, last):
            return first, last, last - 1, "name", "PERSON"
        if token.pos == "PROPN" and self.namer.title_only(first, token.i):
            return first, last, token.i, "nominal", "PERSON"
        told = token.ner in _NAMED and token.text[:1].isupper() and first == token.i
        if (token.pos == "PROPN" or told) and token.ner not in _NOT_NAMES:
            return first, last, token.i, "name", self.namer.label(first, last, token.i)
        if self.namer.outlet(first, token.i):
            return first, token.i + 1, token.i, "name", "ORG"
        if self.namer.is_name(first, token.i):
            return first, token.i + 1, token.i, "name", self.namer.label(first, token.i + 1, token.i)
        return first, token.i + 1, token.i, "nominal", self.namer.nominal_label(token)

    def _left(self, token: Token) -> int:
        first = token.i
        body = self._body_before(token)
        if body is not None:
            return body
        for child in reversed(self.children[token.i]):
            if child > token.i:
                continue
            if self.tokens[child].dep not in _MODIFIERS or self.tokens[child].text in {",", ";", ":"}:
                break
            first = min(first, self._leftmost(child))
        while first < token.i and self._loose(first):
            first += 1
        while self._rank(first - 2) and token.pos == "PROPN" and self.tokens[first - 2].sent == token.sent:
            first -= 2
        return first

    def _body_before(self, token: Token) -> int | None:
        """The start of the body's name that an apposed titled name belongs to: "the Corps (NBGC) General X"."""
        body = self.tokens[token.head]
        if token.dep != "appos" or token.pos != "PROPN" or body.pos != "PROPN" or body.i > token.i:
            return None
        own = self._leftmost(token.i)
        between = [t.text for t in self.tokens[body.i + 1 : own]]
        bracketed = not between or (between[0] == "(" and between[-1] == ")" and len(between) <= 3)
        titled = own < token.i and self.namer.all_title(own, own)
        return self._leftmost(body.i) if bracketed and titled else None

    def _loose(self, first: int) -> bool:
        """Punctuation, and adverbs ("reportedly"), that a phrase does not begin with."""
        token = self.tokens[first]
        if _CLOCK.fullmatch(token.text) or _CLOCK.fullmatch(self.tokens[first + 1].text):
            return True
        return token.dep in _PUNCTUATION or token.pos in {"PUNCT", "SYM", "CCONJ", "ADP"} or token.tag == "RB"

    def _leftmost(self, i: int) -> int:
        out = i
        while self.children[out] and self.children[out][0] < out:
            out = self.children[out][0]
        return out

    def _right(self, token: Token) -> int:
        """Past the head, for names that go on: "Ministry of Foreign Affairs", "Republic of Artsakh", "X & Y"."""
        last = token.i + 1
        n = len(self.tokens)
        if token.ner == "PERSON":
            return last
        if last + 1 < n and self.tokens[last].lemma == "of" and self.tokens[last].head == token.i:
            goal = next((c for c in self.children[last] if c > last), None)
            if (
                goal is not None
                and self.tokens[goal].pos == "PROPN"
                and self.tokens[goal].ner not in _NOT_NAMES
                and self._linked(last + 1, goal)
            ):
                return self._right(self.tokens[goal])
        return last

    def _hyphened(self, last: int, token: Token) -> int:
        """Past the rest of a name that the parse cut at a hyphen ("Hashim al" - "Tom", "Jang Do" - "hyun")."""
        if token.pos != "PROPN" or last + 1 >= len(self.tokens) or self.tokens[last].text != "-":
            return last
        before, after = self.tokens[last - 1], self.tokens[last + 1]
        glued = before.end == self.tokens[last].start and self.tokens[last].end == after.start
        whole = after.text[:1].isupper() or (token.ner == "PERSON" and after.pos in {"PROPN", "NOUN"})
        return last + 2 if glued and whole and after.sent == token.sent else last

    def _linked(self, first: int, goal: int) -> bool:
        between = self.tokens[first:goal]
        return all(t.text[0].isupper() or t.text.lower() in {"the", "-"} for t in between)

    def _inner(self, token: Token) -> tuple[int, int, int, str, str] | None:
        """A name within a phrase: "IRGC" of "IRGC chief", "Iranian" of "Iranian officials"."""
        acronym = token.pos == "PROPN" and token.text.isupper() and len(token.text) > 1
        if token.pos not in _INNER_POS or (token.ner not in _NAMED and not acronym):
            return None
        after = token.i + 1
        same = after < len(self.tokens) and self.tokens[after].ner == token.ner and token.ner
        if same and self.tokens[after].sent == token.sent and self.tokens[after].dep not in {"poss"}:
            return None
        first = token.i
        while (
            token.ner
            and first
            and self.tokens[first - 1].ner == token.ner
            and self.tokens[first - 1].sent == token.sent
        ):
            first -= 1
        while first < token.i and (
            self.tokens[first].text.lower() in _DETERMINERS or self.tokens[first].pos in {"PUNCT", "PART"}
        ):
            first += 1
        words = self.tokens[first : token.i + 1]
        if token.ner == "PERSON" and (self.tokens[token.head].ner == "PERSON" or self.namer.all_title(first, token.i)):
            return None
        if not any(t.text[:1].isupper() for t in words) or self.namer.all_title(first, token.i):
            return None
        return first, token.i + 1, token.i, "name", self.namer.label(first, token.i + 1, token.i)
