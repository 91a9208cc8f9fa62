"""Clusters the names of a report: whom each name refers to, and by which titles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vedette.reading.known import known_names
from vedette.reading.matching import initials, is_acronym, same_name, same_person, short_form, sound
from vedette.reading.parts import Parts, Taker

if TYPE_CHECKING:
    from vedette.record import Mention, Token

_OUTLET_TAILS = frozenset(
    ("news", "agency", "press", "service", "television", "tv", "radio", "times", "newspaper", "group", "network")
)
_SURNAMES = 2
"""Surnames that a person may have."""
_PLACES = frozenset(("GPE", "LOC", "FAC", "NORP"))


@dataclass(slots=True)
class Cluster:
    """An entity in the making.

    Attributes:
        label: as of its names.
        mentions: indices of its mentions, in the order they were added.
        names: the bare names, as written, with their keys.
        titles: titles and offices used with it, lower case.
        nouns: the heads of nominals that a name explains ("surgeon"), lower case.
        orgs: words of possessors and bodies before its names ("iran", "irgc").
        gender: ``m``, ``f`` or ``""``.
        labels: how many of its names bear each label.
    """

    label: str
    mentions: list[int] = field(default_factory=list)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)
    nouns: dict[str, None] = field(default_factory=dict)
    orgs: set[str] = field(default_factory=set)
    gender: str = ""
    labels: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The fullest bare name; among equals the first."""
        return max(self.names, key=lambda n: (not is_acronym(n), len(self.names[n]), len(n)), default="")

    def take(self, index: int, label: str, parts: Parts) -> None:
        """Adds a name mention."""
        self.mentions.append(index)
        self.names.setdefault(parts.name, parts.words)
        self.titles.update(dict.fromkeys(parts.titles))
        self.orgs |= parts.orgs
        self.gender = self.gender or parts.gender
        if label:
            self.labels[label] += 1
        if self.titles:
            self.label = "PERSON"
        elif self.labels:
            self.label = max(self.labels.items(), key=lambda kv: (kv[1], kv[0] == self.label))[0]


class NameClusters:
    """Clusters name mentions one by one, in the order of the text."""

    def __init__(self, tokens: tuple[Token, ...], text: str) -> None:
        self.tokens = tokens
        self.taker = Taker(tokens, text)
        self.clusters: list[Cluster] = []
        self._ending: dict[int, Cluster] = {}
        self._by_key: dict[tuple[str, ...], list[Cluster]] = {}
        self._by_shape: dict[tuple[int, str], list[Cluster]] = {}
        self._by_word: dict[str, list[Cluster]] = {}
        self._by_first: dict[str, list[Cluster]] = {}
        self._by_letters: dict[str, list[Cluster]] = {}

    def add(self, index: int, mention: Mention) -> Cluster:
        """The cluster that a name mention belongs to, a new one where it fits none."""
        parts = self.taker.parts(mention)
        found = self._person(parts) if mention.label == "PERSON" else self._body(mention, parts)
        if found is None:
            found = Cluster(mention.label)
            self.clusters.append(found)
        if parts.kind:
            found.nouns.setdefault(parts.kind, None)
        new = parts.name not in found.names
        found.take(index, mention.label, parts)
        self._ending[mention.last] = found
        if new:
            self._file(found, parts)
        return found

    def person(self, cluster: Cluster, mentions: tuple[Mention, ...]) -> None:
        """Makes a cluster a person's, whose names then lose their titles."""
        cluster.label = "PERSON"
        named = [m for m in (mentions[i] for i in cluster.mentions) if m.kind == "name"]
        parts = [self.taker.parts(replace(m, label="PERSON")) for m in named]
        cluster.names = {p.name: p.words for p in parts if p.words} or cluster.names

    def _file(self, cluster: Cluster, parts: Parts) -> None:
        """Puts a name of a cluster into the indexes."""
        self._by_key.setdefault(parts.words, []).append(cluster)
        for word in dict.fromkeys(parts.words):
            self._by_word.setdefault(sound(word)[0], []).append(cluster)
        if parts.words:
            self._by_first.setdefault(parts.words[0], []).append(cluster)
            self._by_shape.setdefault((len(parts.words), parts.words[0][0]), []).append(cluster)
        if is_acronym(parts.name):
            self._by_letters.setdefault(parts.name.replace(".", "").lower(), []).append(cluster)
        else:
            letters = initials(parts.name)
            for start in range(max(1, len(letters) - 2)):
                self._by_letters.setdefault(letters[start:], []).append(cluster)

    def _person(self, parts: Parts) -> Cluster | None:
        words = parts.words
        if not words:
            return None
        if len(words) == 1 and not parts.titles:
            other = [c for c in self._by_key.get(words, ()) if c.label != "PERSON"] or self._outlets(words)
            if other:
                return other[-1]
        shared = {id(c): c for w in dict.fromkeys(words) for c in self._by_word.get(sound(w)[0], ())}
        held = [c for c in shared.values() if c.label == "PERSON" and self._fits(c, parts)]
        if len(held) > 1 and len(words) == 1:
            titles = {w for t in parts.titles for w in t.split()}
            titled = [c for c in held if titles & {w for t in c.titles for w in t.split()}]
            bare = [c for c in held if words in c.names.values() and not titles]
            held = titled or bare or sorted(held, key=lambda c: len(c.mentions))[-1:]
        return max(held, key=lambda c: c.mentions[-1], default=None)

    @staticmethod
    def _fits(cluster: Cluster, parts: Parts) -> bool:
        if cluster.gender and parts.gender and cluster.gender != parts.gender:
            return False
        return same_person(parts.words, max(cluster.names.values(), key=len))

    def _body(self, mention: Mention, parts: Parts) -> Cluster | None:
        words = parts.words
        if not words:
            return None
        same = self._by_key.get(words)
        if same:
            return same[-1]
        for cluster in reversed(self._by_shape.get((len(words), words[0][0]), ())):
            if cluster.label != "PERSON" and any(same_name(words, k) for k in cluster.names.values()):
                return cluster
        return (
            self._surname(words)
            or self._bracketed(mention)
            or self._abbreviated(parts)
            or self._shortened(mention, words)
        )

    def _shortened(self, mention: Mention, words: tuple[str, ...]) -> Cluster | None:
        """The body of which "the Council" or "the Defence Ministry" tells the kind: the last with it in its name."""
        first = max(mention.first - 1, 0)
        definite = "the" in {self.tokens[first].text.lower(), self.tokens[mention.first].text.lower()}
        placed = mention.label in _PLACES and words[-1] not in self.taker.table.org_head_words
        if not definite or placed or not all(w in self.taker.table.generic for w in words[1:]):
            return None
        near = {id(c): c for c in self._by_word.get(sound(words[-1])[0], ()) if c.label not in {"PERSON", *_PLACES}}
        held = [c for c in near.values() if any(self._holds(k, words) for k in c.names.values())]
        return max(held, key=lambda c: c.mentions[-1], default=None)

    @staticmethod
    def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
        if len(long) <= len(short):
            return False
        if len(short) == 1:
            return short[0] in {long[0], long[-1]}
        return set(short) < set(long) and short[-1] in {long[0], long[-1]}

    def _surname(self, words: tuple[str, ...]) -> Cluster | None:
        """The person whose surname a name is that the parser took for none."""
        if len(words) > _SURNAMES:
            return None
        near = {id(c): c for c in self._by_word.get(sound(words[0])[0], ()) if c.label == "PERSON"}
        single = len(words) == 1
        held = [
            c
            for c in near.values()
            if any(same_person(words, k) if single else k[1:] == words for k in c.names.values())
        ]
        return max(held, key=lambda c: c.mentions[-1], default=None)

    def _bracketed(self, mention: Mention) -> Cluster | None:
        """The name that an acronym in brackets follows: "Agence France-Presse (AFP)"."""
        i = mention.first - 1
        if i < 1 or self.tokens[i].text != "(" or not is_acronym(mention.span.quote):
            return None
        found = self._ending.get(i)
        letters = mention.span.quote.replace(".", "").lower()
        place = found is not None and found.label in _PLACES
        named = found is not None and any(initials(n).endswith(letters) for n in found.names)
        return found if named or not place else None

    def _abbreviated(self, parts: Parts) -> Cluster | None:
        """The long form of an acronym, the acronym of a long form, the outlet of which a name is the first word."""
        acronym = is_acronym(parts.name)
        letters = parts.name.replace(".", "").lower() if acronym else initials(parts.name)
        held = [
            c
            for c in self._by_letters.get(letters, ()) if len(letters) > 1
            if c.label != "PERSON" and any(is_acronym(n) != acronym for n in c.names)
        ]  # fmt: skip
        if held and self._stands(held[-1], parts, acronym):
            return held[-1]
        outlets = self._outlets(parts.words)
        return outlets[-1] if outlets else None

    @staticmethod
    def _stands(cluster: Cluster, parts: Parts, acronym: bool) -> bool:
        short = [parts.name] if acronym else [n for n in cluster.names if is_acronym(n)]
        long = [n for n in cluster.names if not is_acronym(n)] if acronym else [parts.name]
        return any(initials(n).endswith(s.replace(".", "").lower()) for n in long for s in short)

    def _outlets(self, words: tuple[str, ...]) -> list[Cluster]:
        """The outlets of whose name the words are the short or the long form ("Tasnim", "Tasnim News Agency")."""
        known = known_names()
        if known.get(" ".join(words)) == "GPE":
            return []
        held = (c for c in self._by_first.get(words[0], ()) if c.label != "PERSON")
        near = {id(c): c for c in held if known.get(c.name.lower()) != "GPE"}
        return [c for c in near.values() if any(_outlet(words, k) or _outlet(k, words) for k in c.names.values())]


def _outlet(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(a) == 1 and short_form(a, b) and all(w in _OUTLET_TAILS for w in b[1:])
