"""Clusters the names of a report: whom each name refers to, and by which titles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vedette.reading.matching import initials, is_acronym, key, same_name, same_person, short_form
from vedette.reading.names import name_start
from vedette.tables.people import people

if TYPE_CHECKING:
    from vedette.record import Mention, Token

_ARTICLES = frozenset(("the", "a", "an"))
_OUTLET_TAILS = frozenset(
    ("news", "agency", "press", "service", "television", "tv", "radio", "times", "newspaper", "group", "network")
)


@dataclass(slots=True)
class Cluster:
    """An entity in the making.

    Attributes:
        label: as of its names.
        mentions: indices of its mentions, in the order they were added.
        names: the bare names, as written, with their keys.
        titles: titles and offices used with it, lower case.
        orgs: words of possessors and bodies before its names ("iran", "irgc").
        gender: ``m``, ``f`` or ``""``.
    """

    label: str
    mentions: list[int] = field(default_factory=list)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)
    orgs: set[str] = field(default_factory=set)
    gender: str = ""

    @property
    def name(self) -> str:
        """The fullest bare name; among equals the first."""
        return max(self.names, key=lambda n: (not is_acronym(n), len(self.names[n]), len(n)), default="")


class NameClusters:
    """Clusters name mentions one by one, in the order of the text."""

    def __init__(self, tokens: tuple[Token, ...], text: str) -> None:
        self.tokens = tokens
        self.text = text
        self.table = people()
        self.clusters: list[Cluster] = []
        self.ending: dict[int, Cluster] = {}

    def add(self, index: int, mention: Mention) -> Cluster:
        """The cluster that a name mention belongs to, a new one where it fits none."""
        name, titles, orgs = self.parts(mention)
        words = key(name)
        found = self._find(mention, name, words)
        if found is None:
            found = Cluster(mention.label)
            self.clusters.append(found)
        found.mentions.append(index)
        self.ending[mention.last] = found
        found.names.setdefault(name, words)
        found.titles.update(dict.fromkeys(titles))
        found.orgs |= orgs
        found.label = found.label or mention.label
        if mention.label == "PERSON":
            found.gender = found.gender or self._gender(words, titles)
        return found

    def parts(self, mention: Mention) -> tuple[str, list[str], set[str]]:
        """The bare name of a mention, its titles, and the words that stand before them."""
        first, last = mention.first, mention.last
        if mention.label != "PERSON":
            return self._bare(self._body_start(first, last), last), [], set()
        start = name_start(self.tokens, first, mention.head)
        if start > mention.head:
            return self._bare(first, last), self._titles(first, last), set(key(self._bare(first, last)))
        titles = self._titles(first, start)
        orgs = set(key(self.text[self.tokens[first].start : self.tokens[start].start])) if start > first else set()
        return self._bare(start, last), titles, orgs

    def _bare(self, first: int, last: int) -> str:
        return re.sub(r"\s+", " ", self.text[self.tokens[first].start : self.tokens[last - 1].end]).strip()

    def _body_start(self, first: int, last: int) -> int:
        """After articles, and after a possessor where the rest still tells who it is ("Iran's Tasnim News Agency")."""
        while first < last - 1 and self.tokens[first].text.lower() in _ARTICLES:
            first += 1
        owner = next((i for i in range(first, last - 1) if self.tokens[i].tag == "POS"), None)
        if owner is None:
            return first
        start = owner + 1
        while start < last - 1 and not self.tokens[start].text[:1].isupper():
            start += 1
        rest = [self.tokens[i].text.lower() for i in range(start, last)]
        return start if any(w not in self.table.generic for w in rest) else first

    def _titles(self, first: int, last: int) -> list[str]:
        """The titles in a run of words ("Commander", "Major General"), each with its own modifiers."""
        out: list[str] = []
        run: list[str] = []
        words = [t.text.lower().rstrip(".") for t in self.tokens[first:last]]
        for i, word in enumerate(words):
            heads = word in self.table.title_words
            if not heads and word not in self.table.modifier_words:
                run = []
                continue
            run.append(word)
            after = words[i + 1] if i + 1 < len(words) else ""
            if heads and f"{word} {after}" not in self.table.rank_phrases and word not in self.table.modifier_words:
                out.append(" ".join(run))
                run = []
        return out

    def _find(self, mention: Mention, name: str, words: tuple[str, ...]) -> Cluster | None:
        if mention.label == "PERSON":
            if len(words) == 1:
                outlet = next(
                    (
                        c
                        for c in self.clusters
                        if c.label == "ORG" and any(self._outlet(words, k) for k in c.names.values())
                    ),
                    None,
                )
                if outlet is not None:
                    return outlet
            held = [c for c in self.clusters if c.label == "PERSON" and self._person_fits(c, words)]
            return max(held, key=lambda c: c.mentions[-1], default=None)
        bodies = [c for c in self.clusters if c.label != "PERSON"]
        for c in reversed(bodies):
            if words in c.names.values() or any(same_name(words, k) for k in c.names.values()):
                return c
        return self._surname(words) or self._bracketed(mention) or self._abbreviated(name, words, bodies)

    def _surname(self, words: tuple[str, ...]) -> Cluster | None:
        """The person whose surname a name is that the parser took for none."""
        held = [c for c in self.clusters if c.label == "PERSON" and len(words) == 1 and self._ends(c, words)]
        return max(held, key=lambda c: c.mentions[-1], default=None)

    @staticmethod
    def _ends(cluster: Cluster, words: tuple[str, ...]) -> bool:
        return any(k and k[-1] == words[0] for k in cluster.names.values())

    def _bracketed(self, mention: Mention) -> Cluster | None:
        """The name that an acronym in brackets follows: "Agence France-Presse (AFP)"."""
        i = mention.first - 1
        if i < 1 or self.tokens[i].text != "(" or not is_acronym(mention.span.quote):
            return None
        return self.ending.get(i)

    def _person_fits(self, cluster: Cluster, words: tuple[str, ...]) -> bool:
        longest = max(cluster.names.values(), key=len)
        return same_person(words, longest)

    def _abbreviated(self, name: str, words: tuple[str, ...], bodies: list[Cluster]) -> Cluster | None:
        acronym = is_acronym(name)
        short = name.replace(".", "").lower()
        for c in reversed(bodies):
            for known, known_words in c.names.items():
                if acronym and not is_acronym(known) and self._stands_for(short, known):
                    return c
                if is_acronym(known) and not acronym and self._stands_for(known.replace(".", "").lower(), name):
                    return c
                if self._outlet(words, known_words) or self._outlet(known_words, words):
                    return c
        return None

    @staticmethod
    def _stands_for(short: str, long: str) -> bool:
        letters = initials(long)
        return short == letters or (len(short) > 2 and letters.endswith(short))

    @staticmethod
    def _outlet(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
        return len(a) == 1 and short_form(a, b) and all(w in _OUTLET_TAILS for w in b[1:])

    def _gender(self, words: tuple[str, ...], titles: list[str]) -> str:
        spoken = {w for t in titles for w in t.split()}
        if spoken & set(self.table.honorifics_female) or any(t.endswith("woman") for t in spoken):
            return "f"
        if spoken & set(self.table.honorifics_male) or any(t.endswith("man") for t in spoken):
            return "m"
        if words and words[0] in self.table.female_set:
            return "f"
        return "m" if words and words[0] in self.table.male_set else ""
