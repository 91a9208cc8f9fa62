"""What the parse says of a predicate: its subject, object and prepositions, through voice, control and conjuncts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.lexicon import lexicon

if TYPE_CHECKING:
    from vedette.record import Parsed, Token

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_DEPTH = 6


class Syntax:
    """Looks up predicates and arguments in one parsed report; every answer is a tuple of token indices."""

    __slots__ = ("_objects", "_subjects", "children", "parsed", "tokens")

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        self.children = parsed.children
        self._subjects: dict[int, tuple[int, ...]] = {}
        self._objects: dict[int, tuple[int, ...]] = {}

    def kids(self, i: int, *deps: str) -> list[Token]:
        """The dependents of a token that bear one of the labels."""
        return [self.tokens[c] for c in self.children[i] if self.tokens[c].dep in deps]

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """A token and all that is coordinated with it, in the order of the text."""
        out, front = [i], [i]
        while front:
            node = front.pop()
            for kid in self.kids(node, "conj"):
                if kid.pos != "VERB":
                    out.append(kid.i)
                    front.append(kid.i)
        return tuple(sorted(out))

    def passive(self, i: int) -> bool:
        """Whether a verb is passive, or a past participle that modifies a noun."""
        token = self.tokens[i]
        if self.kids(i, "auxpass", "nsubjpass"):
            return True
        if token.tag != "VBN" or self.kids(i, "nsubj", "dobj"):
            return False
        if token.dep in {"acl", "amod"}:
            return True
        if token.dep == "conj" and not self.kids(i, "aux"):
            return self.passive(token.head)
        return bool(self.kids(i, "agent")) and not self.kids(i, "aux")

    def subjects(self, i: int) -> tuple[int, ...]:
        """Who does what a verb says: its subject, the agent of a passive, or whoever controls it."""
        if i not in self._subjects:
            self._subjects[i] = self._find_subjects(i, _DEPTH)
        return self._subjects[i]

    def objects(self, i: int) -> tuple[int, ...]:
        """Whom or what a verb acts upon: its object, the subject of a passive, or the antecedent of a relative."""
        if i not in self._objects:
            self._objects[i] = self._find_objects(i)
        return self._objects[i]

    def grammatical_subject(self, i: int, depth: int = _DEPTH) -> tuple[int, ...]:
        """The subject of a verb in its form, active or passive, through coordination and control."""
        found = self.kids(i, "nsubj", "nsubjpass", "expl")
        if found:
            return self._spread([self._antecedent(found[-1], i)])
        token = self.tokens[i]
        if depth == 0 or token.head == i:
            return ()
        head = self.tokens[token.head]
        if head.pos in {"ADJ", "ADV", "ADP", "SCONJ"} and token.dep in {
            "xcomp",
            "acl",
            "ccomp",
            "pcomp",
            "advcl",
            "prep",
        }:
            above = self.tokens[head.head]
            if token.dep != "pcomp" or head.text.lower() in {"about", "without", "by", "after", "before", "in", "for"}:
                return self.grammatical_subject(above.i, depth - 1) if above.pos in {"VERB", "AUX"} else ()
        if token.dep in {"acl", "relcl"}:
            return self._spread([head.i]) if head.pos in {"NOUN", "PROPN", "PRON"} else ()
        if token.dep == "xcomp":
            return self._of_complement(token, head, depth)
        if token.dep == "pcomp":
            return self._of_gerund(i, head, depth)
        if token.dep in {"conj", "advcl", "ccomp", "aux", "dep", "prep"} and head.pos in {"VERB", "AUX"}:
            if self._is_doer_before(token, head):
                return self._spread([i - 1])
            if token.dep in {"ccomp", "advcl"} and self.kids(i, "mark"):
                return ()
            if token.dep == "ccomp" and token.tag not in {"VB", "VBG"}:
                return ()
            return self.grammatical_subject(head.i, depth - 1)
        return ()

    def _of_complement(self, token: Token, head: Token, depth: int) -> tuple[int, ...]:
        if token.tag == "VBD" and head.pos in {"NOUN", "PROPN"}:
            return self._spread([head.i])  # its subject, which the parser took for the root
        raised = self.kids(head.i, "dobj")
        if raised and head.lemma.lower() in lexicon().object_control:
            return self._spread([raised[0].i])
        return self.grammatical_subject(head.i, depth - 1)

    def _is_doer_before(self, token: Token, head: Token) -> bool:
        """Whether the noun before a verb does what it says, which the parser took for an object of something else.

        "Logged two rounds landing", and "treated six after rockets struck the village".
        """
        before = self.tokens[token.i - 1]
        if token.dep != "advcl" or before.pos not in {"NOUN", "PROPN"}:
            return False
        if token.tag == "VBG":
            beside = before.head == (head.i if before.dep == "dobj" else token.i) and before.dep in {"dobj", "compound"}
            return beside and head.lemma.lower() in lexicon().perception
        opener = self.tokens[before.head].text.lower() if before.dep == "pobj" else ""
        return token.tag == "VBD" and opener in {"after", "before", "since", "until", "when", "as"}

    def _of_gerund(self, i: int, prep: Token, depth: int) -> tuple[int, ...]:
        head = self.tokens[prep.head]
        if prep.text.lower() in {"of", "for", "from", "into"} and head.pos == "VERB":
            raised = self.kids(head.i, "dobj", "nsubjpass")
            if raised:
                return self._spread([raised[0].i])
        if head.pos in {"VERB", "AUX"} and head.i != i:
            return self.grammatical_subject(head.i, depth - 1)
        if head.dep in {"dobj", "nsubjpass"} and prep.text.lower() == "of":
            return self._spread([head.i])
        return ()

    def _antecedent(self, token: Token, verb: int) -> int:
        if token.text.lower() in RELATIVES and self.tokens[verb].dep == "relcl":
            return self.tokens[verb].head
        return token.i

    def _spread(self, heads: list[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(j for h in heads for j in self.conjuncts(h)))

    def _find_subjects(self, i: int, depth: int) -> tuple[int, ...]:
        if self.passive(i):
            agents = [p.i for a in self.kids(i, "agent") for p in self.kids(a.i, "pobj")]
            if not agents:
                agents = [p.i for k in self._joined(i) for a in self.kids(k, "agent") for p in self.kids(a.i, "pobj")]
            return self._spread(agents)
        return self.grammatical_subject(i, depth)

    def _joined(self, i: int) -> list[int]:
        """The participles joined to a passive that share its agent: "two were killed and 19 wounded by shells"."""
        conjuncts = self.kids(i, "conj")
        own = [k.i for k in conjuncts if k.tag == "VBN" and not self.kids(k.i, "nsubj", "nsubjpass")]
        return own + [a.i for k in conjuncts if k.pos == "NUM" for a in self.kids(k.i, "acl") if a.tag == "VBN"]

    def _find_objects(self, i: int) -> tuple[int, ...]:
        token = self.tokens[i]
        if self.passive(i):
            return self.grammatical_subject(i)
        direct = [self._antecedent(k, i) for k in self.kids(i, "dobj")]
        if not direct and token.dep == "relcl" and not any(k.text.lower() in RELATIVES for k in self.kids(i, "nsubj")):
            head = self.tokens[token.head]
            if self.kids(i, "nsubj") and head.pos in {"NOUN", "PROPN"} and not self.kids(i, "prep"):
                direct = [head.i]
        if not direct and self.kids(i, "dative"):
            direct = [k.i for k in self.kids(i, "npadvmod")]
        if not direct:
            small = [c.i for c in self.kids(i, "ccomp") if c.pos == "ADJ"]
            direct = [s.i for c in small for s in self.kids(c, "nsubj")]
        if not direct:
            direct = [d.i for c in self.kids(i, "conj") if c.pos == "VERB" and c.i - i <= 3
                      for d in self.kids(c.i, "dobj")]  # fmt: skip
        return self._spread(direct)

    def preps(self, i: int, depth: int = 0) -> list[tuple[str, tuple[int, ...]]]:
        """The prepositions that hang on a token with what they govern; "out of" and its like as one."""
        out: list[tuple[str, tuple[int, ...]]] = []
        for kid in self.kids(i, "prep", "agent", "prt", "dative", "advmod", "pcomp"):
            word = kid.text.lower()
            if kid.dep == "dative" and kid.pos not in {"ADP", "SCONJ", "PART"}:
                out.append(("dative", self._spread([kid.i])))
                continue
            heads = [p.i for p in self.kids(kid.i, "pobj")]
            if heads or kid.dep in {"prt", "prep"}:
                out.append((word, self._spread(heads)))
            if depth < 2:
                out += [(f"{word} {w}", h) for w, h in self.preps(kid.i, depth + 1) if h]
                if not heads:
                    out += [(w, h) for w, h in self.preps(kid.i, depth + 1) if h]
        return out

    def aux(self, i: int) -> tuple[str, ...]:
        """The auxiliaries of a verb, lower case; a conjunct without its own has those of its head."""
        own = tuple(t.text.lower() for t in self.kids(i, "aux", "auxpass"))
        token = self.tokens[i]
        if not own and token.dep == "conj" and not self.kids(i, "nsubj"):
            return self.aux(token.head)
        return own

    def negated(self, i: int) -> bool:
        """Whether a verb has a negation of its own, or "never", or a subject with "no"."""
        if self.kids(i, "neg") or any(t.text.lower() == "never" for t in self.kids(i, "advmod")):
            return True
        return any(d.text.lower() == "no" for s in self.kids(i, "nsubj") for d in self.kids(s.i, "det"))
