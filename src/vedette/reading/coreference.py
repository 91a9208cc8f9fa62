"""Which mentions refer to one and the same: names, then titles and appositions, then pronouns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.reading.entities import Cluster, NameClusters
from vedette.reading.matching import key
from vedette.reading.pronouns import Pronouns
from vedette.record import Entity
from vedette.tables.people import people

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vedette.record import Mention, Quotation, Sentence, Token

Resolved = tuple[tuple["Mention", ...], tuple[Entity, ...], tuple[int | None, ...]]

_DEFINITE = frozenset(("the", "this", "that"))
_RANK_ONLY = frozenset(("major", "lieutenant", "vice", "rear", "colonel", "senior", "top", "chief", "deputy"))
_NOUN_BACK = 8
"""Sentences that a nominal without a name looks back; one with a title may reach across the report."""


def resolve(
    tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...],
    quotations: tuple[Quotation, ...], text: str,
) -> Resolved:  # fmt: skip
    """The mentions with their entities, the entities, and for each token the innermost mention that it stands in."""
    resolver = _Resolver(tokens, mentions, quotations, text)
    owner = resolver.run()
    kept: dict[int, int] = {}
    clusters: list[Cluster] = []
    for cluster in owner:
        if id(cluster) not in kept:
            kept[id(cluster)] = len(clusters)
            clusters.append(cluster)
    linked = tuple(replace(m, entity=kept[id(owner[i])], label=_label(m, owner[i])) for i, m in enumerate(mentions))
    entities = tuple(_entity(c, mentions) for c in clusters)
    mention_of: list[int | None] = [None] * len(tokens)
    for i, m in sorted(enumerate(mentions), key=lambda x: x[1].first - x[1].last):
        mention_of[m.first : m.last] = [i] * (m.last - m.first)
    return linked, entities, tuple(mention_of)


def _label(mention: Mention, cluster: Cluster) -> str:
    return cluster.label if mention.kind == "name" and cluster.label else mention.label


def _entity(cluster: Cluster, mentions: tuple[Mention, ...]) -> Entity:
    order = tuple(sorted(cluster.mentions))
    return Entity(cluster.name or mentions[order[0]].span.quote, cluster.label, tuple(cluster.titles), order)


class _Resolver:
    """Goes through the mentions of one report in the order of the text."""

    def __init__(
        self, tokens: tuple[Token, ...], mentions: tuple[Mention, ...], quotations: tuple[Quotation, ...], text: str
    ) -> None:
        self.tokens = tokens
        self.mentions = mentions
        self.names = NameClusters(tokens, text)
        self.table = people()
        self.owner: list[Cluster | None] = [None] * len(mentions)
        self.at_head = {m.head: i for i, m in reversed(list(enumerate(mentions)))}
        self.seen: list[int] = []
        self.pronouns = Pronouns(tokens, mentions, quotations, self.owner, self.seen)
        self.last_kid = {t.head: t.i for t in tokens if t.head != t.i}
        self.bearers: dict[int, list[Cluster]] = {}
        self.bodies: dict[str, list[Cluster]] = {}
        self.nouns: dict[tuple[str, str], tuple[int, Cluster]] = {}

    def run(self) -> list[Cluster]:
        """For each mention its cluster."""
        for i, m in enumerate(self.mentions):
            if m.kind == "name":
                self._give(i, self.names.add(i, m), added=True)
        for i, m in enumerate(self.mentions):
            if m.kind == "name":
                self._learn(m, self.owner[i])
        self._index()
        for i, m in enumerate(self.mentions):
            if self.owner[i] is None:
                self._give(i, self._apposed(m) or self._other(i, m))
            self.seen.append(i)
        return [c for c in self.owner if c is not None]

    def _index(self) -> None:
        """The persons by the offices that they bear, the bodies by the last word of their names."""
        for cluster in self.names.clusters:
            if cluster.label == "PERSON":
                spoken = dict.fromkeys(t.split()[-1] for t in cluster.titles)
                rows = dict.fromkeys(r for w in spoken for r in sorted(self.table.office_rows.get(w, ())))
                for row in rows:
                    self.bearers.setdefault(row, []).append(cluster)
            elif cluster.label == "ORG":
                for last in dict.fromkeys(k[-1] for k in cluster.names.values() if k):
                    self.bodies.setdefault(last, []).append(cluster)

    def _give(self, i: int, cluster: Cluster | None, *, added: bool = False) -> None:
        mention = self.mentions[i]
        if cluster is None:
            cluster = Cluster(mention.label)
        if not added:
            cluster.mentions.append(i)
        self.owner[i] = cluster

    def _learn(self, mention: Mention, cluster: Cluster | None) -> None:
        """Takes the title that an apposition gives ("X, the commander of the navy")."""
        if cluster is None or cluster.label != "PERSON":
            return
        for c in (
            t for t in self.tokens[mention.head + 1 : mention.head + 25] if t.head == mention.head and t.dep == "appos"
        ):
            if c.text.lower() in self.table.title_words:
                cluster.titles.setdefault(c.text.lower(), None)
                cluster.orgs |= self._organs(c.i)

    def _organs(self, head: int) -> set[str]:
        """The words of names among what depends on an office: whose minister, commander of what."""
        out: set[str] = set()
        for t in self.tokens[max(0, head - 8) : head + 12]:
            named = t.pos in {"PROPN", "ADJ"} and t.text[:1].isupper()
            if (named or t.text.lower() in self.table.group_nouns) and t.i != head and self._under(t.i, head):
                out |= set(key(t.text))
        return out

    def _under(self, i: int, head: int) -> bool:
        for _ in range(5):
            up = self.tokens[i].head
            if up == head:
                return self.tokens[i].dep not in {"appos", "conj", "relcl", "nsubj"}
            if up == i:
                return False
            i = up
        return False

    def _apposed(self, mention: Mention) -> Cluster | None:
        """The cluster of what a mention is an apposition to, or the name apposed to it."""
        head = self.tokens[mention.head]
        others = [head.head] if head.dep == "appos" else []
        others += [
            t.i for t in self.tokens[mention.head + 1 : mention.head + 12] if t.head == head.i and t.dep == "appos"
        ]
        trailing = self._trailing(mention)
        others += [trailing] if trailing is not None else []
        for other in others:
            index = self.at_head.get(other)
            cluster = self.owner[index] if index is not None else None
            if cluster is not None and self._agrees(mention, cluster):
                return cluster
        return None

    def _trailing(self, mention: Mention) -> int | None:
        """The head of the titled name at the end of an office's phrase: "Commander of the Coast Guard Admiral X Y"."""
        if mention.label != "PERSON" or mention.kind != "nominal":
            return None
        if self.table.office_rows.get(self.tokens[mention.head].text.lower()) is None:
            return None
        i = mention.head
        while self.last_kid.get(i, i) > i:
            i = self.last_kid[i]
        index = self.at_head.get(i)
        cluster = self.owner[index] if index is not None and i - mention.head > 2 else None
        named = index is not None and self.mentions[index].kind == "name"
        return i if named and cluster is not None and cluster.titles and cluster.label == "PERSON" else None

    def _agrees(self, mention: Mention, cluster: Cluster) -> bool:
        if mention.label == "PERSON":
            return cluster.label == "PERSON"
        return mention.label == "GROUP" and cluster.label == "ORG"

    def _other(self, i: int, mention: Mention) -> Cluster | None:
        if mention.kind == "pronoun":
            return self._pronoun(mention)
        found = self._titled(i, mention) if mention.label == "PERSON" else self._body(i, mention)
        return found or self._again(mention)

    def _titled(self, here: int, mention: Mention) -> Cluster | None:
        """The person whose titles agree with "the commander"; the most recent, else the next to come."""
        word = self.tokens[mention.head].text.lower()
        rows = self.table.office_rows.get(word, frozenset())
        first = self.tokens[mention.first].text.lower()
        orgs = self._organs(mention.head)
        if not rows or (first not in _DEFINITE and not orgs) or first in {"a", "an"}:
            return None
        near = {id(c): c for row in sorted(rows) for c in self.bearers.get(row, ())}
        kinds = self._modifiers(t.text for t in self.tokens[mention.first : mention.head])
        held = [c for c in near.values() if self._bears(c, orgs, kinds)]
        return self._nearest(held, here)

    def _again(self, mention: Mention) -> Cluster | None:
        """The person or group that the same noun named before: "the diplomat" after "a Western diplomat"."""
        if mention.label not in {"PERSON", "GROUP"}:
            return None
        head = self.tokens[mention.head]
        key_of = (head.lemma.lower(), head.tag)
        before = self.nouns.get(key_of)
        definite = self.tokens[mention.first].text.lower() in _DEFINITE and mention.last - mention.first == 2
        if definite and before is not None and head.sent - before[0] <= _NOUN_BACK:
            self.nouns[key_of] = (head.sent, before[1])
            return before[1]
        fresh = Cluster(mention.label)
        self.nouns[key_of] = (head.sent, fresh)
        return fresh

    def _modifiers(self, words: Iterable[str]) -> set[str]:
        """What tells one minister from another ("foreign")."""
        return {w.lower() for w in words} & self.table.modifier_words - _RANK_ONLY

    def _bears(self, cluster: Cluster, orgs: set[str], kinds: set[str]) -> bool:
        """Whether a person's bodies and kinds of office do not speak against it."""
        own = self._modifiers(w for t in cluster.titles for w in t.split())
        agrees = not kinds or not own or bool(kinds & own)
        return agrees and (not orgs or not cluster.orgs or bool(orgs & cluster.orgs))

    @staticmethod
    def _nearest(held: list[Cluster], here: int) -> Cluster | None:
        """The one mentioned last before; with none before, the first to come."""
        before = [(max(i for i in c.mentions if i < here), c) for c in held if any(i < here for i in c.mentions)]
        if before:
            return max(before, key=lambda x: x[0])[1]
        after = [(min(c.mentions), c) for c in held if c.mentions]
        return min(after, key=lambda x: x[0])[1] if after else None

    def _body(self, here: int, mention: Mention) -> Cluster | None:
        """The body whose name ends in the noun: "the ministry" after "the Foreign Ministry"."""
        word = self.tokens[mention.head].lemma.lower()
        if self.tokens[mention.first].text.lower() not in _DEFINITE or mention.last - mention.first > 3:
            return None
        held = [*self.bodies.get(word, ()), *self.bodies.get(word + "s", ())]
        return self._nearest(held, here)

    def _pronoun(self, mention: Mention) -> Cluster | None:
        index = self.pronouns.ahead(mention)
        if index is None:
            return self.pronouns.resolve(mention)
        if self.owner[index] is None:
            other = self.mentions[index]
            self._give(index, self._apposed(other) or self._other(index, other))
        return self.owner[index]
