"""Which mentions refer to one and the same: names, then titles and appositions, then pronouns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.reading.appositions import Appositions
from vedette.reading.entities import Cluster, NameClusters
from vedette.reading.known import known_names
from vedette.reading.matching import key
from vedette.reading.nominals import Nominals
from vedette.reading.pronouns import Pronouns
from vedette.record import Entity
from vedette.tables.people import people

if TYPE_CHECKING:
    from vedette.record import Mention, Quotation, Sentence, Token

Resolved = tuple[tuple["Mention", ...], tuple[Entity, ...], tuple[int | None, ...]]


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
        self.nominals = Nominals(tokens, mentions, self.owner)

    def run(self) -> list[Cluster]:
        """For each mention its cluster."""
        for i, m in enumerate(self.mentions):
            if m.kind == "name":
                self._give(i, self.names.add(i, m), added=True)
        for i, m in enumerate(self.mentions):
            if m.kind == "name":
                self._learn(m, self.owner[i])
        for nominal, name in Appositions(self.tokens, self.mentions).pairs():
            self._explain(nominal, self.owner[name])
        self.nominals.index(self.names.clusters)
        for i, m in enumerate(self.mentions):
            if self.owner[i] is None:
                self._give(i, self._apposed(m) or self._other(i, m))
            self.seen.append(i)
        return [c for c in self.owner if c is not None]

    def _explain(self, index: int, cluster: Cluster | None) -> None:
        """Gives a nominal to the one whose name explains it, with what it tells of them."""
        if cluster is None:
            return
        mention = self.mentions[index]
        head = self.tokens[mention.head]
        known = any(n.lower() in known_names() for n in cluster.names)
        long = any(len(k) > 1 for k in cluster.names.values())
        may = cluster.label not in {"GPE", "LOC", "NORP"} or (long and not known)
        if mention.label == "PERSON" and may and cluster.label != "PERSON":
            self.names.person(cluster, self.mentions)
        words = [t.text.lower() for t in self.tokens[mention.first : mention.head + 1]]
        titled = words[-1] in self.table.title_words
        if titled and cluster.label == "PERSON":
            kept = [w for w in words[:-1] if w in self.table.telling_words]
            cluster.titles.setdefault(" ".join([*kept, words[-1]]), None)
        cluster.nouns.setdefault(head.lemma.lower(), None)
        cluster.orgs |= self.nominals.organs(mention.head)
        self._give(index, cluster)

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
                cluster.orgs |= self.nominals.organs(c.i)

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
        up = self.tokens[self.tokens[i].head]
        if up.pos == "ADP" and up.head == mention.head and up.text != "of":
            return None
        return i if named and cluster is not None and cluster.titles and cluster.label == "PERSON" else None

    def _agrees(self, mention: Mention, cluster: Cluster) -> bool:
        if mention.label == "PERSON":
            return cluster.label == "PERSON"
        return mention.label == "GROUP" and cluster.label == "ORG"

    def _other(self, i: int, mention: Mention) -> Cluster | None:
        if mention.kind == "pronoun":
            return self._pronoun(mention)
        told = self.nominals
        surname = self._surname(i, mention)
        if surname is not None:
            return surname
        found = None if mention.label == "GROUP" else told.titled(i, mention)
        if found is None and mention.label != "PERSON":
            found = told.body(i, mention)
        return found or told.again(mention)

    def _surname(self, here: int, mention: Mention) -> Cluster | None:
        """The person whose surname a word is that the parser took for a common noun ("Prieto")."""
        text = self.tokens[mention.head].text
        words = key(text)
        alone = mention.kind == "nominal" and mention.last - mention.first == 1 and text[:1].isupper()
        if not alone or len(words) != 1:
            return None
        last = 1 if text.lower() in self.table.title_words else 2
        people = (c for c in self.names.clusters if c.label == "PERSON")
        named = [c for c in people if any(words[0] in k for k in c.names.values())]
        held = [c for c in named if any(words[0] in k[1:][-last:] for k in c.names.values())]
        if not held and last > 1:
            held = [c for c in named if any(words[0] == k[0] and len(k) > 1 for k in c.names.values())]
        return self.nominals.nearest(held, here)

    def _pronoun(self, mention: Mention) -> Cluster | None:
        index = self.pronouns.ahead(mention)
        if index is None:
            return self.pronouns.resolve(mention)
        if self.owner[index] is None:
            other = self.mentions[index]
            self._give(index, self._apposed(other) or self._other(index, other))
        return self.owner[index]
