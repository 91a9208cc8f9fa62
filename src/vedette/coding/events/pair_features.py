"""What a sentence shows of two of its phrases, for the model that tells what the one does to the other.

Features are lemmas and what the lexicon knows of them: in the sentence, side by side, on the path of the parse between
the phrases, beside that path, and above each phrase. Names are none: a model must not learn who does what.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from vedette.coding.events.lexicon import lexicon
from vedette.coding.events.roots import root_of
from vedette.tables.events import split_code

if TYPE_CHECKING:
    from vedette.record import Parsed, Token

_NAMES = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LANGUAGE", "LAW"})
_AMOUNTS = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_WORDS = frozenset({"VERB", "NOUN", "ADJ", "ADV", "ADP", "PART", "AUX", "SCONJ"})
_MARKS = frozenset({"PUNCT", "SPACE"})
_BESIDE = frozenset({
    "dobj", "prep", "prt", "xcomp", "ccomp", "attr", "acomp", "nsubj", "nsubjpass", "oprd", "pobj", "amod", "compound",
    "advmod", "conj", "advcl", "pcomp", "dative", "agent",
})  # fmt: skip


def features(parsed: Parsed, source: frozenset[int], target: frozenset[int]) -> dict[str, float]:
    """Features by name, for the tokens of the acting and of the other phrase.

    ``w=`` a lemma of the sentence, ``b=`` two side by side, ``p=`` one on the path, ``t=`` the uppermost there, ``s=``
    one beside the path, ``gs=``, ``gt=`` the verb above source and target, ``hs=``, ``ht=`` their heads where common
    nouns, ``ds=``, ``dt=`` the relations that they stand in, ``aux=``, ``neg``, ``passive`` on the path, ``order=``;
    ``kw=``, ``kp=``, ``ks=`` the roots that the lexicon has for a word anywhere, on and beside the path.
    """
    view = _View(parsed, source, target)
    out = dict.fromkeys([*view.words(), *view.pairs(), *view.path_words(), *view.arguments()], 1.0)
    for name, share in view.kinds():
        out[name] = out.get(name, 0.0) + share
    return out


@cache
def word_roots() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The roots that the lexicon has for each verb or adjective, and for each noun, whatever stands beside it."""
    verbs: dict[str, set[str]] = {}
    nouns: dict[str, set[str]] = {}
    book = lexicon()
    for lemma, senses in book.senses.items():
        verbs.setdefault(lemma, set()).update(root_of(s.kind, s.mode, s.cameo) for s in senses if s.kind)
    for lemma, rows in book.controls.items():
        verbs.setdefault(lemma, set()).update(root_of(*split_code(row.code)) for _, row in rows if row.code)
    for lemma in book.threats:
        verbs.setdefault(lemma, set()).add("THREATEN")
    for lemma, entries in book.nouns.items():
        for modifiers, _, row in entries:
            if row.code and not modifiers:
                kind, mode, cameo = split_code(row.code)
                nouns.setdefault(lemma, set()).add(root_of(kind, mode, row.cameo or cameo))
    return {k: tuple(sorted(v)) for k, v in verbs.items()}, {k: tuple(sorted(v)) for k, v in nouns.items()}


def is_name(token: Token) -> bool:
    """Whether a token is a name or part of one."""
    return token.pos == "PROPN" or token.ner in _NAMES


class _View:
    """One sentence, as two of its phrases cut it."""

    def __init__(self, parsed: Parsed, source: frozenset[int], target: frozenset[int]) -> None:
        self.tokens, self.children = parsed.tokens, parsed.children
        self.source, self.target, self.both = source, target, source | target
        sentences = {self.tokens[i].sent for i in self.both}
        kept = [t for t in self.tokens if not sentences or t.sent in sentences]
        self.sentence = [t for t in kept if t.pos not in _MARKS]
        self.rest = [t for t in self.sentence if t.i not in self.both]
        self.heads = self._head(source), self._head(target)
        self.path, self.top = self._path()
        self.on = [i for i in self.path if i not in self.both]
        self.beside = [c for i in self.on for c in self.children[i] if c not in self.both]

    def words(self) -> list[str]:
        """The sentence's lemmas outside the phrases."""
        return [f"w={_word(t)}" for t in self.rest if t.pos in _WORDS and not is_name(t)]

    def pairs(self) -> list[str]:
        """Words side by side, with the phrases, names and numbers as one word each."""
        words: list[str] = []
        for token in self.sentence:
            word = "X" if token.i in self.source else "Y" if token.i in self.target else _word(token)
            if not words or words[-1] != word:
                words.append(word)
        return [f"b={a}_{b}" for a, b in pairwise(words)]

    def path_words(self) -> list[str]:
        """Lemmas on and beside the path, with what marks time, mood, voice and denial there."""
        out = [f"p={_word(self.tokens[i])}" for i in self.on]
        if self.top is not None:
            out.append(f"t={_word(self.tokens[self.top])}")
        for i in self.beside:
            token = self.tokens[i]
            if token.dep == "neg":
                out.append("neg")
            elif token.dep == "aux":
                out.append(f"aux={_word(token)}")
            elif token.dep == "auxpass":
                out.append("passive")
            elif token.dep in _BESIDE and not is_name(token):
                out.append(f"s={_word(token)}")
        return out

    def arguments(self) -> list[str]:
        """What each phrase is headed by and hangs on, and which comes first."""
        out = []
        for side, head in zip("st", self.heads, strict=True):
            if head is None:
                continue
            token = self.tokens[head]
            out.append(f"d{side}={token.dep}")
            if token.pos == "NOUN" and not is_name(token):
                out.append(f"h{side}={_word(token)}")
            above = (self.tokens[i] for i in self._up(head)[1:] if i not in self.both)
            out += [f"g{side}={_word(t)}" for t in above if t.pos == "VERB"][:1]
        first, second = self.heads
        if first is not None and second is not None:
            out.append(f"order={int(first < second)}")
        return out

    def kinds(self) -> list[tuple[str, float]]:
        """The roots of the lexicon's words, each word's shared out among its roots."""
        verbs, nouns = word_roots()
        on, beside, out = frozenset(self.on), frozenset(self.beside), []
        for token in self.rest:
            table = nouns if token.pos == "NOUN" else verbs if token.pos in {"VERB", "ADJ"} else {}
            roots = table.get(token.lemma.lower(), ())
            for r in roots:
                places = ["kw", *["kp"] * (token.i in on), *["ks"] * (token.i in beside)]
                out += [(f"{place}={r}", 1 / len(roots)) for place in places]
        return out

    def _head(self, phrase: frozenset[int]) -> int | None:
        """The first token of a phrase whose head lies outside it; None for no tokens."""
        heads = (i for i in sorted(phrase) if self.tokens[i].head not in phrase or self.tokens[i].head == i)
        return next(heads, None)

    def _up(self, i: int) -> list[int]:
        out = [i]
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            out.append(i)
        return out

    def _path(self) -> tuple[list[int], int | None]:
        """The tokens between the heads of the phrases in the parse, and the uppermost, where they share one."""
        if self.heads[0] is None or self.heads[1] is None:
            return [], None
        a, b = self._up(self.heads[0]), self._up(self.heads[1])
        above = frozenset(a)
        top = next((i for i in b if i in above), None)
        if top is None:
            return [*a[1:], *b[1:]], None
        return [*a[1 : a.index(top)], top, *b[1 : b.index(top)]], top


def _word(token: Token) -> str:
    if is_name(token):
        return "NAME"
    if token.pos == "NUM" or token.ner in _AMOUNTS:
        return "NUM"
    return token.lemma.lower()
