"""Whom a nominal refers to: the bearer of an office, the body of a kind, what the same noun named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.reading.entities import Cluster
from vedette.reading.known import state_adjectives
from vedette.reading.matching import key
from vedette.tables.people import people

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vedette.record import Mention, Token

_DEFINITE = frozenset(("the", "this", "that"))
_INDEFINITE = frozenset(("a", "an", "another", "one", "some"))
_SAME = frozenset(("same", "said", "former", "latter"))
_RANK_ONLY = frozenset(("major", "lieutenant", "vice", "rear", "colonel", "senior", "top", "chief", "deputy"))
_BACK = 12
"""Sentences that a nominal without a name looks back; one with a title may reach across the report."""
_LEAD = 3
"""Sentences at the head of a report in which somebody may stand whose name is still to come."""


class Nominals:
    """Resolves the nominals of one report; ``owner`` is filled by the caller, mention by mention."""

    def __init__(self, tokens: tuple[Token, ...], mentions: tuple[Mention, ...], owner: list[Cluster | None]) -> None:
        self.tokens = tokens
        self.mentions = mentions
        self.owner = owner
        self.table = people()
        self.bearers: dict[int, list[Cluster]] = {}
        self.called: dict[str, list[Cluster]] = {}
        self.bodies: dict[str, list[Cluster]] = {}
        self.outlets: list[Cluster] = []
        self.headed: dict[tuple[str, str], Cluster] = {}
        """Those whom a headline names by a bare noun, to be told by the text ("Diplomats: …")."""
        self.nouns: dict[tuple[str, str], list[tuple[int, Cluster, set[str], set[str]]]] = {}

    def index(self, clusters: Iterable[Cluster]) -> None:
        """The persons by the offices that they bear, the bodies by the last word of their names."""
        for cluster in clusters:
            for noun in cluster.nouns:
                self.called.setdefault(noun, []).append(cluster)
            if cluster.label == "PERSON":
                spoken = dict.fromkeys(t.split()[-1] for t in cluster.titles)
                rows = dict.fromkeys(r for w in spoken for r in sorted(self.table.office_rows.get(w, ())))
                for word in spoken:
                    if word not in cluster.nouns:
                        self.called.setdefault(word, []).append(cluster)
                for row in rows:
                    self.bearers.setdefault(row, []).append(cluster)
            else:
                kinds = {w.lower() for n in cluster.names for w in n.split()} | set(cluster.nouns)
                if kinds & self.table.outlet_set and cluster.label != "NORP":
                    self.outlets.append(cluster)
            if cluster.label == "ORG":
                for last in dict.fromkeys(k[-1] for k in cluster.names.values() if k):
                    self.bodies.setdefault(last, []).append(cluster)

    def organs(self, head: int) -> set[str]:
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

    def titled(self, here: int, mention: Mention) -> Cluster | None:
        """The person whose titles agree with "the commander"; the most recent, else the next to come."""
        word = self.tokens[mention.head].lemma.lower()
        text = self.tokens[mention.head].text.lower()
        orgs = self.organs(mention.head)
        first = self.tokens[mention.first].text.lower()
        lead = self.tokens[mention.head].sent < _LEAD
        bare = first not in _DEFINITE and not orgs
        if self.tokens[mention.head].tag in {"NNS", "NNPS"} or (bare and first not in _INDEFINITE and not lead):
            return None
        kinds = self._modifiers(t.text for t in self.tokens[mention.first : mention.head])
        exact = {id(c): c for w in (word, text) for c in self.called.get(w, ())}
        held = [c for c in exact.values() if self._bears(c, orgs, kinds) and self._ranks(c, mention)]
        if first in _INDEFINITE or bare:
            fresh = [c for c in held if c.mentions and min(c.mentions) > here and (lead or self._introduced(c))]
            return fresh[0] if len(fresh) == 1 and len(held) == 1 else None
        found = self.nearest(held, here)
        if found is not None:
            return found
        plain = {t.text.lower() for t in self.tokens[mention.first + 1 : mention.head] if t.text.islower()}
        if plain - self.table.modifier_words - _SAME:
            return None
        if any(
            self.tokens[mention.head].sent - n[0] <= _BACK
            for n in self.nouns.get((word, self.tokens[mention.head].tag.replace("P", "")), ())
        ):
            return None
        rows = self.table.office_rows.get(text, frozenset())
        near = {id(c): c for row in sorted(rows) for c in self.bearers.get(row, ())}
        return self.nearest([c for c in near.values() if self._bears(c, orgs, kinds)], here)

    def again(self, mention: Mention) -> Cluster | None:
        """The person or group that the same noun named before: "the diplomat" after "a Western diplomat"."""
        if mention.label not in {"PERSON", "GROUP"}:
            return None
        head = self.tokens[mention.head]
        named = (head.lemma.lower(), head.tag.replace("P", ""))
        first = self.tokens[mention.first].text.lower()
        orgs = self.organs(mention.head)
        kinds = {t.lemma.lower() for t in self.tokens[mention.first + 1 : mention.head]} - _SAME
        definite = first in _DEFINITE or first == "both"
        for sent, cluster, other_orgs, other_kinds in reversed(self.nouns.get(named, [])):
            fits = (not orgs or orgs <= other_orgs) and kinds <= other_kinds | other_orgs
            headed = cluster is self.headed.get(named) and head.sent < _LEAD and other_kinds <= kinds | orgs
            if head.sent - sent <= _BACK and (fits if definite else headed):
                self.headed.pop(named, None)
                self.nouns[named].append((head.sent, cluster, other_orgs | orgs, other_kinds | kinds))
                return cluster
        fresh = Cluster(mention.label)
        if not head.sent and first not in _INDEFINITE | _DEFINITE:
            self.headed.setdefault(named, fresh)
        self.nouns.setdefault(named, []).append((head.sent, fresh, orgs, kinds))
        return fresh

    def _introduced(self, cluster: Cluster) -> bool:
        """Whether a definite nominal and its name open a cluster: of whom "a spokesman" was told before."""
        first = self.mentions[min(cluster.mentions)]
        return first.kind == "nominal" and self.tokens[first.first].text.lower() in _DEFINITE

    def _modifiers(self, words: Iterable[str]) -> set[str]:
        """What tells one minister from another ("foreign")."""
        return {w.lower() for w in words} & self.table.telling_words - _RANK_ONLY

    def _bears(self, cluster: Cluster, orgs: set[str], kinds: set[str]) -> bool:
        """Whether a person's bodies and kinds of office do not speak against it."""
        own = self._modifiers(w for t in cluster.titles for w in t.split())
        agrees = not kinds or not own or bool(kinds & own)
        if "prime" in kinds and "prime" not in own:
            return False
        mine, its = self._plain(orgs), self._plain(cluster.orgs)
        return agrees and (not mine or not its or bool(mine & its))

    @staticmethod
    def _plain(words: set[str]) -> set[str]:
        """The words with the names of states for their adjectives."""
        return {state_adjectives().get(w, w) for w in words}

    def _ranks(self, cluster: Cluster, mention: Mention) -> bool:
        """Whether a deputy is one."""
        words = {t.text.lower() for t in self.tokens[mention.first : mention.head]} & {"deputy", "vice", "assistant"}
        return not words or any(words & set(t.split()) for t in cluster.titles)

    @staticmethod
    def nearest(held: list[Cluster], here: int) -> Cluster | None:
        """The one mentioned last before; with none before, the first to come."""
        before = [(max(i for i in c.mentions if i < here), c) for c in held if any(i < here for i in c.mentions)]
        if before:
            return max(before, key=lambda x: x[0])[1]
        after = [(min(c.mentions), c) for c in held if c.mentions]
        return min(after, key=lambda x: x[0])[1] if after else None

    def body(self, here: int, mention: Mention) -> Cluster | None:
        """The body whose name ends in the noun: "the ministry" after "the Foreign Ministry"."""
        word = self.tokens[mention.head].lemma.lower()
        if self.tokens[mention.first].text.lower() not in _DEFINITE or mention.last - mention.first > 3:
            return None
        forms = (word, word + "s") if self.tokens[mention.head].tag in {"NNS", "NNPS"} else (word,)
        exact = {id(c): c for w in forms for c in (*self.bodies.get(w, ()), *self.called.get(w, ()))}
        kinds = {k for t in self.tokens[mention.first + 1 : mention.head] for k in key(t.text)} - _SAME
        held = [c for c in exact.values() if c.label != "PERSON" and self._of_kind(c, kinds)]
        if not held and word in self.table.outlet_set and not kinds:
            held = [c for c in self.outlets if self._medium(c) <= self._media({word})]
        return self.nearest(held, here)

    @staticmethod
    def _of_kind(cluster: Cluster, kinds: set[str]) -> bool:
        """Whether the names of a body hold what a nominal says of it ("the Soviet side")."""
        return not kinds or any(kinds <= set(k) for k in cluster.names.values()) or kinds <= cluster.orgs

    def _media(self, words: set[str]) -> set[int]:
        """Which sorts of outlet words name: print, broadcast, agency."""
        return {i for i, row in enumerate(self.table.media) if words & set(row)}

    def _medium(self, cluster: Cluster) -> set[int]:
        return self._media({w.lower() for n in cluster.names for w in n.split()} | set(cluster.nouns))
