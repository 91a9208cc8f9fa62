"""The parts of a name's mention: the bare name, the titles before it, the words that say whose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.reading.matching import key
from vedette.reading.names import name_start
from vedette.tables.people import people

if TYPE_CHECKING:
    from vedette.record import Mention, Token

_ARTICLES = frozenset(("the", "a", "an"))
_AIRED = frozenset(("radio", "television", "tv", "voice"))
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Parts:
    """A mention taken apart.

    Attributes:
        name: the bare name, as written.
        words: its key (see ``matching.key``).
        titles: titles and offices before it, lower case.
        orgs: words of what stands before the name ("iran", "irgc").
        gender: ``m``, ``f`` or ``""``, by a title or a first name.
        kind: the noun for an outlet that stands with the name ("agency"), or ``""``.
    """

    name: str
    words: tuple[str, ...]
    titles: tuple[str, ...]
    orgs: frozenset[str]
    gender: str
    kind: str = ""


class Taker:
    """Takes the mentions of one report apart."""

    def __init__(self, tokens: tuple[Token, ...], text: str) -> None:
        self.tokens = tokens
        self.text = text
        self.table = people()

    def parts(self, mention: Mention) -> Parts:
        """The parts of a name mention."""
        first, last = mention.first, mention.last
        if mention.label != "PERSON":
            start = self._body_start(first, last)
            nouns = [t.text for t in self.tokens[first:last] if t.text in self.table.outlet_set]
            if (
                self.tokens[last - 1].text in self.table.outlet_set
                and last - start > 1
                and not self._aired(start, last)
            ):
                last -= 1
            start = self._described(start, last)
            name = self._bare(start, last)
            return Parts(name, key(name), (), frozenset(), "", nouns[-1] if nouns else "")
        start = name_start(self.tokens, first, mention.head)
        if start > mention.head:
            name = self._bare(first, last)
            return Parts(name, key(name), self._titles(first, last), frozenset(key(name)), "")
        name, titles = self._bare(start, last), self._titles(first, start)
        before = key(self.text[self.tokens[first].start : self.tokens[start].start]) if start > first else ()
        told = frozenset(w for w in before if w not in self.table.title_words)
        words = key(name)
        return Parts(name, words, titles, told, self._gender(words, titles))

    def _bare(self, first: int, last: int) -> str:
        return _SPACE.sub(" ", self.text[self.tokens[first].start : self.tokens[last - 1].end]).strip()

    def _body_start(self, first: int, last: int) -> int:
        """After articles, and after a possessor where the rest still tells who it is ("Iran's Tasnim News Agency")."""
        while first < last - 1 and self.tokens[first].text.lower() in _ARTICLES:
            first += 1
        owner = next((i for i in range(first, last - 1) if self.tokens[i].tag == "POS"), None)
        if owner is None:
            return first
        start = owner + 1
        while start < last - 1 and not self.tokens[start].text[:1].isupper() and self.tokens[start + 1].text != "-":
            start += 1
        rest = [self.tokens[i].text.lower() for i in range(start, last)]
        return start if any(w not in self.table.generic for w in rest) else first

    def _described(self, first: int, last: int) -> int:
        """After words that say what kind of body or person it is ("the British maritime agency UKMTO")."""
        if not self.tokens[last - 1].text[:1].isupper():
            return first
        small = [i for i in range(first, last - 1) if self.tokens[i].text.isalpha() and self.tokens[i].text.islower()]
        told = [i for i in small if self._describes(i) and self._begins(i + 1)]
        return told[-1] + 1 if told else first

    def _aired(self, first: int, last: int) -> bool:
        """Whether a word for a broadcaster is part of its name, as not in "the Voice of Luria radio"."""
        told = any(t.text[:1].isupper() and t.text.lower() in _AIRED for t in self.tokens[first : last - 1])
        return self.tokens[last - 1].text in _AIRED and not told

    def _describes(self, i: int) -> bool:
        token = self.tokens[i]
        known = token.text in self.table.company_set
        return known or (token.pos in {"NOUN", "ADJ", "VERB", "PRON"} and len(token.text) > 2)

    def _begins(self, i: int) -> bool:
        """Whether a name begins at a token."""
        return self.tokens[i].text[:1].isupper() or "-" in self.tokens[i].text

    def _titles(self, first: int, last: int) -> tuple[str, ...]:
        """The titles in a run of words ("Commander", "Major General"), each with its own modifiers."""
        out: list[str] = []
        run: list[str] = []
        words = [t.text.lower().rstrip(".") for t in self.tokens[first:last]]
        for i, word in enumerate(words):
            heads = word in self.table.title_words
            if not heads and word not in self.table.telling_words:
                run = []
                continue
            run.append(self.table.short_ranks.get(word, word))
            after = words[i + 1] if i + 1 < len(words) else ""
            if heads and f"{word} {after}" not in self.table.rank_phrases and word not in self.table.modifier_words:
                out.append(" ".join(run))
                run = []
        return tuple(out)

    def _gender(self, words: tuple[str, ...], titles: tuple[str, ...]) -> str:
        spoken = {w for t in titles for w in t.split()}
        if spoken & self.table.female_titles or any(t.endswith("woman") for t in spoken):
            return "f"
        if spoken & self.table.male_titles or any(t.endswith("man") for t in spoken):
            return "m"
        if len(words) > 1 and words[0] in self.table.female_set:
            return "f"
        return "m" if len(words) > 1 and words[0] in self.table.male_set else ""
