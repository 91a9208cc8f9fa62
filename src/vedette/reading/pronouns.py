"""Whom a pronoun refers to: the nearest subject that agrees, or the one that follows its opening phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.reading.known import known_names
from vedette.tables.attribution import attribution
from vedette.tables.people import people
from vedette.tables.speakers import speaker_words

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
"""Sentences that a pronoun looks back, those in quotation marks not counted."""
GAP, EMBEDDED, QUOTED, OUTSIDE, TOLD, HOLDER, BODY, MUTE = 3.0, 2.0, 4.0, 2.0, 2.0, 3.0, 1.5, 2.5
"""Weights of an antecedent: a sentence further off, subject of a dependent clause, in quotation marks, outside those of
the pronoun; less for a gender that is told, for the subject of the clause that holds the pronoun's; a body where people
are meant, a thing where a body is, one that does not speak. Set on the corpus of attributions."""


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
        self.documents = speaker_words().document_set
        self.saying = attribution().clause_verbs
        self.at_head = {m.head: i for i, m in reversed(list(enumerate(mentions)))}
        self.quote_of = _quote_index(tokens, quotations)
        self.in_quotes = self._count_quoted()

    def _count_quoted(self) -> list[int]:
        """For each sentence how many before it stand in quotation marks as a whole."""
        whole: dict[int, bool] = {}
        for t in self.tokens:
            if t.pos != "PUNCT":
                whole[t.sent] = whole.get(t.sent, True) and self.quote_of[t.i] is not None
        out = [0]
        for sent in range(self.tokens[-1].sent + 1 if self.tokens else 0):
            out.append(out[-1] + whole.get(sent, False))
        return [*out, out[-1]]

    def resolve(self, mention: Mention) -> Cluster | None:
        """The cluster of a pronoun's antecedent; None where none is sure enough."""
        word = self.tokens[mention.head].text.lower()
        if word in _SINGULAR:
            return self._salient(mention, _SINGULAR[word])
        if word in _NEUTER and (self.tokens[mention.head].dep == "poss" or self._acts(mention)):
            return self._salient(mention, "n")
        return self._salient(mention, "p") if word in _PLURAL else None

    def _others(self, mention: Mention, other: Mention) -> bool:
        """Whether *they* of a quotation may be somebody outside it: mostly it is whoever the speaker has in mind."""
        told = self.tokens[mention.head].text.lower() == "they" and self.quote_of[mention.head] is not None
        return told and self.quote_of[mention.head] != self.quote_of[other.head]

    def _acts(self, mention: Mention) -> bool:
        """Whether *it* does something, as no empty subject does."""
        token = self.tokens[mention.head]
        verb = self.tokens[token.head]
        return token.dep == "nsubj" and verb.pos == "VERB" and verb.lemma not in self.table.empty_set

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
        """The antecedent: what agrees and weighs least, by distance, part in the sentence, quotation marks."""
        here = self.tokens[mention.head].sent
        actor = self._actor(mention)
        holder = self._holder(mention)
        best: tuple[float, Cluster] | None = None
        for i in reversed(self.seen):
            other, cluster = self.mentions[i], self.owner[i]
            token = self.tokens[other.head]
            if here - token.sent > _LOOK_BACK + self._quoted(token.sent, here):
                break
            if (
                cluster is None
                or token.dep in {"compound", "amod", "nmod"}
                or not self._suits(other, cluster, kind)
                or self.tokens[other.first].text.lower() == "no"
                or self._others(mention, other)
                or other.first <= mention.head < other.last
                or cluster is actor
            ):
                continue
            weight = self._weight(mention, other, cluster, kind)
            if weight is None:
                continue
            if other.head == holder:
                weight -= HOLDER
            if best is None or weight < best[0]:
                best = weight, cluster
        if best is not None and kind in "mf":
            best[1].gender = best[1].gender or kind
            best[1].label = "PERSON"
        return best[1] if best else None

    def _quoted(self, first: int, last: int) -> int:
        """How many of the sentences between two stand in quotation marks, which lead away from nobody."""
        return self.in_quotes[last] - self.in_quotes[first + 1] if last > first else 0

    def _weight(self, mention: Mention, other: Mention, cluster: Cluster, kind: str) -> float | None:
        """How far an antecedent lies; None where the quotation of which the pronoun speaks holds it."""
        token, here = self.tokens[other.head], self.tokens[mention.head].sent
        gap = here - token.sent - self._quoted(token.sent, here)
        mine, its = self.quote_of[mention.head], self.quote_of[other.head]
        weight = GAP * gap + self._part(token)
        if mine is None and its is not None:
            if gap <= 0:
                return None
            weight += QUOTED
        elif mine is not None and its is None:
            weight += OUTSIDE
        told = kind in "mf" and (cluster.gender == kind or self._gendered(token) == kind)
        weight -= TOLD if told else 0
        if kind == "n" and cluster.label == "THING" and self._speaks(mention):
            weight += 0.0 if self.tokens[other.head].lemma.lower() in self.documents else MUTE
        if (kind == "p" and other.label != "GROUP") or (kind == "n" and cluster.label == "THING"):
            weight += BODY
        return weight - (token.i / (1000 * len(self.tokens)))

    def _speaks(self, mention: Mention) -> bool:
        """Whether a pronoun is the subject of a verb of saying, or owns a document."""
        token = self.tokens[mention.head]
        lemma = self.tokens[token.head].lemma.lower()
        return (token.dep == "nsubj" and lemma in self.saying) or (token.dep == "poss" and lemma in self.documents)

    def _gendered(self, token: Token) -> str:
        """The gender that a noun tells: "the woman", "a policeman"."""
        lemma = token.lemma.lower()
        if lemma in self.table.female_noun_set or lemma.endswith("woman"):
            return "f"
        return "m" if lemma in self.table.male_noun_set or lemma.endswith("man") else ""

    def _part(self, token: Token) -> float:
        """The part that a word has in its sentence: the subject of its first clause weighs nothing."""
        if token.dep == "pobj" and self.tokens[self.tokens[token.head].head].text.lower() == "according":
            return 0.5
        if token.dep not in _SUBJECTS:
            base = {"dobj": 3.0, "pobj": 4.0, "poss": 4.5, "appos": 3.0, "conj": 3.0}.get(token.dep, 3.5)
            return base if token.dep != "ROOT" else 1.0
        verb = self.tokens[token.head]
        if token.dep == "agent":
            return 1.0
        for _ in range(5):
            if verb.dep in {"ccomp", "relcl", "advcl", "acl", "pcomp", "xcomp"}:
                return EMBEDDED
            if verb.dep != "conj":
                break
            verb = self.tokens[verb.head]
        return 0.0

    def _holder(self, mention: Mention) -> int | None:
        """The subject of the clause that holds the pronoun's: "Luria said it would …"."""
        token = self.tokens[mention.head]
        if token.dep not in _SUBJECTS:
            return None
        verb = self.tokens[token.head]
        for _ in range(4):
            if verb.dep in {"ccomp", "advcl", "xcomp", "relcl"} and verb.head != verb.i:
                up = self.tokens[verb.head]
                before = self.tokens[max(0, up.i - MAX_SUBJECT) : up.i]
                subject = next((t for t in reversed(before) if t.head == up.i and t.dep in _SUBJECTS), None)
                if subject is not None and subject.i < token.i:
                    return subject.i
                verb = up
            elif verb.dep == "conj" and verb.head != verb.i:
                verb = self.tokens[verb.head]
            else:
                return None
        return None

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
            if other.kind != "pronoun" and self.tokens[other.head].tag in {"NN", "NNP"} and cluster.label == "PERSON":
                return False
            return (
                other.label == "GROUP"
                or cluster.label in {"GROUP", "NORP"}
                or (cluster.label == "ORG" and other.kind == "name")
            )
        token = self.tokens[other.head]
        single = token.tag in {"NN", "NNP"} and token.ner not in {"DATE", "TIME", "CARDINAL"}
        return cluster.label in {"ORG", "GPE"} or (cluster.label in {"GROUP", "THING"} and single)

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
