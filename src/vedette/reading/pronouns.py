"""Whom a pronoun refers to: the nearest subject that agrees, or the one that follows its opening phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.reading.known import known_names
from vedette.tables.people import people

if TYPE_CHECKING:
    from vedette.reading.entities import Cluster
    from vedette.record import Mention, Quotation, Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent"))
_SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_OBJECTS = frozenset(("him", "her", "them"))
_NEUTER = frozenset(("it", "its", "itself"))
_PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
MAX_SUBJECT = 20
"""Tokens before a verb in which its subject is looked for."""
_LOOK_BACK = 6
"""Sentences that a pronoun looks back."""


class Pronouns:
    """Resolves the pronouns of one report; ``owner`` and ``seen`` are filled by the caller, mention by mention."""

    def __init__(
        self, tokens: tuple[Token, ...], mentions: tuple[Mention, ...], quotations: tuple[Quotation, ...],
        owner: list[Cluster | None], seen: list[int],
    ) -> None:  # fmt: skip
        self.tokens = tokens
        self.mentions = mentions
        self.owner = owner
        self.seen = seen
        self.table = people()
        self.at_head = {m.head: i for i, m in reversed(list(enumerate(mentions)))}
        self.quote_of = _quote_index(tokens, quotations)

    def resolve(self, mention: Mention) -> Cluster | None:
        """The cluster of a pronoun's antecedent; None where none is sure enough."""
        word = self.tokens[mention.head].text.lower()
        if word in _SINGULAR:
            return self._salient(mention, _SINGULAR[word])
        if word in _NEUTER and self.tokens[mention.head].dep == "poss":
            return self._salient(mention, "n")
        return self._salient(mention, "p") if word in _PLURAL else None

    def ahead(self, mention: Mention) -> int | None:
        """The subject that follows a pronoun of its opening phrase ("In his remarks, the general said")."""
        if self.tokens[mention.head].text.lower() not in _SINGULAR:
            return None
        i = mention.head
        for _ in range(6):
            i = self.tokens[i].head
            if self.tokens[i].pos in {"VERB", "AUX"}:
                break
        subject = next((t for t in self.tokens[mention.head + 1 : i] if t.head == i and t.dep == "nsubj"), None)
        index = self.at_head.get(subject.i) if subject is not None else None
        if index is None or subject is None or self._within(mention, subject.i):
            return None
        other = self.mentions[index]
        return index if other.label == "PERSON" and other.kind != "pronoun" else None

    def _within(self, mention: Mention, subject: int) -> bool:
        """Whether a pronoun is part of the subject itself ("his spokesman said")."""
        i = mention.head
        for _ in range(6):
            if i == subject:
                return True
            if self.tokens[i].head == i:
                return False
            i = self.tokens[i].head
        return False

    def _salient(self, mention: Mention, kind: str) -> Cluster | None:
        """The antecedent: the nearest subject that agrees, of this sentence, else of those before."""
        here = self.tokens[mention.head].sent
        quote = self.quote_of[mention.head]
        actor = self._actor(mention)
        best: tuple[tuple[int, int, int], Cluster] | None = None
        for i in reversed(self.seen):
            other, cluster = self.mentions[i], self.owner[i]
            gap = here - self.tokens[other.head].sent
            if gap > _LOOK_BACK:
                break
            if (
                cluster is None
                or self.tokens[other.head].dep in {"compound", "amod", "nmod"}
                or not self._suits(other, cluster, kind)
                or cluster is actor
            ):
                continue
            if quote != self.quote_of[other.head] and (quote is None) != (self.quote_of[other.head] is None):
                gap += 1
            token = self.tokens[other.head]
            score = (
                gap,
                0 if token.dep in _SUBJECTS else (2 if token.dep == "poss" else 1),
                -other.first if gap == 0 and token.dep not in _SUBJECTS else 0,
            )
            if best is None or score < best[0]:
                best = score, cluster
        if best is not None and kind in "mf":
            best[1].gender = best[1].gender or kind
            best[1].label = "PERSON"
        return best[1] if best else None

    def _actor(self, mention: Mention) -> Cluster | None:
        """The subject of what is done to the pronoun ("X quoted him"), which it does not refer to."""
        pronoun = self.tokens[mention.head]
        if pronoun.text.lower() not in _OBJECTS or pronoun.dep not in {"dobj", "iobj", "dative", "pobj"}:
            return None
        verb = self.tokens[pronoun.head]
        verb = self.tokens[verb.head] if verb.pos == "ADP" else verb
        before = self.tokens[max(0, verb.i - MAX_SUBJECT) : verb.i]
        subject = next((t for t in reversed(before) if t.head == verb.i and t.dep in _SUBJECTS), None)
        index = self.at_head.get(subject.i) if subject is not None else None
        return self.owner[index] if index is not None else None

    def _suits(self, other: Mention, cluster: Cluster, kind: str) -> bool:
        if kind in "mf":
            person = cluster.label == "PERSON" or self._may_be_person(other)
            return person and other.label != "GROUP" and cluster.gender in {"", kind}
        if kind == "p":
            return (
                other.label == "GROUP"
                or cluster.label in {"GROUP", "NORP"}
                or (cluster.label == "ORG" and other.kind == "name")
            )
        return (cluster.label in {"ORG", "GPE"} and other.kind != "pronoun") or other.label == "THING"

    def _may_be_person(self, other: Mention) -> bool:
        """Whether a subject of one unknown word may be a surname that the parser took for something else."""
        token = self.tokens[other.head]
        alone = other.kind == "name" and other.last - other.first == 1 and token.dep == "nsubj"
        unknown = token.text.lower() not in known_names() and not token.text.isupper()
        return alone and unknown and token.tag == "NNP" and token.text.lower() not in self.table.org_head_words


def _quote_index(tokens: tuple[Token, ...], quotations: tuple[Quotation, ...]) -> list[int | None]:
    """For each token the outermost direct quotation that it stands in."""
    out: list[int | None] = [None] * len(tokens)
    k = 0
    outer = [(n, q) for n, q in enumerate(quotations) if q.kind == "direct"]
    for t in tokens:
        while k < len(outer) and outer[k][1].span.end <= t.start:
            k += 1
        if k < len(outer) and outer[k][1].span.start <= t.start:
            out[t.i] = outer[k][0]
    return out
