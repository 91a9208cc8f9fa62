"""To which classes of the lexicon a noun of a report belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.coding.events.lexicon import Lexicon, NounEntry
    from vedette.coding.events.syntax import Syntax
    from vedette.tables.events import NounClass

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
NOT_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
PEOPLE = frozenset({"person", "troops", "police", "office_holder", "official_post", "refugees", "body"})
PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them", "we", "us", "who", "whom", "i", "me", "you"})
_MODIFIERS = ("compound", "amod", "nmod", "poss", "nummod", "punct", "advmod")


class Classes:
    """Answers, for the tokens of one report, which noun classes hold them."""

    __slots__ = ("_entries", "_lexicon", "_of", "_syntax")

    def __init__(self, syntax: Syntax, lexicon: Lexicon) -> None:
        self._syntax = syntax
        self._lexicon = lexicon
        self._entries: dict[int, tuple[NounClass, ...]] = {}
        self._of: dict[int, frozenset[str]] = {}

    def entries(self, i: int) -> tuple[NounClass, ...]:
        """The noun classes of a token, those first whose entry takes in most of its modifiers."""
        if i not in self._entries:
            self._entries[i] = self._find(i)
        return self._entries[i]

    def of(self, i: int) -> frozenset[str]:
        """The keys of a token's classes, its lemma, and ACTOR, PERSON, GROUP, PLACE, NAME where it is one."""
        if i not in self._of:
            self._of[i] = self._keys(i)
        return self._of[i]

    def actorish(self, i: int) -> bool:
        """Whether a token may stand for an actor."""
        return "ACTOR" in self.of(i)

    def see_through(self, i: int) -> int:
        """The noun that counts: "attack" of "a wave of attacks"."""
        for _ in range(3):
            token = self._syntax.tokens[i]
            if token.lemma.lower() not in self._lexicon.transparent and token.pos not in {"NUM", "DET", "PRON"}:
                break
            if any(
                mods or tail
                for mods, tail, row in self._lexicon.nouns.get(self._syntax.tokens[i].lemma.lower(), ())
                if tail and self._followed(i, tail)
            ):
                break
            inner = [h for word, heads in self._syntax.preps(i) if word in {"of", "in"} for h in heads]
            if not inner or (self.event(i) is not None and self.event(inner[0]) is None):
                break
            i = inner[0]
        return i

    def event(self, i: int) -> NounClass | None:
        """The noun class that gives a token its event; None where it names no act."""
        best = self.entries(i)
        return best[0] if best and best[0].code else None

    def in_compound(self, i: int) -> bool:
        """Whether a noun after "of" is part of an entry: "protest" of "note of protest"."""
        tokens = self._syntax.tokens
        prep = tokens[tokens[i].head]
        if tokens[i].dep != "pobj" or prep.text.lower() != "of":
            return False
        head = tokens[prep.head].lemma.lower()
        return any(tail == tokens[i].lemma.lower() for _, tail, _ in self._lexicon.nouns.get(head, ()))

    def _find(self, i: int) -> tuple[NounClass, ...]:
        token = self._syntax.tokens[i]
        if token.pos not in {"NOUN", "PROPN", "VERB", "ADJ"}:
            return ()
        options: list[NounEntry] = []
        text = token.text.lower()
        forms = (token.lemma.lower(), text, text[:-1] if token.pos == "PROPN" and text.endswith("s") else text)
        for form in dict.fromkeys(forms):
            options += self._lexicon.nouns.get(form, ())
        if not options:
            return ()
        left = self._modifiers(i)
        held = [x for x in options if left.issuperset(x[0]) and (not x[1] or self._followed(i, x[1]))]
        held.sort(key=lambda x: (-len(x[0]) - 2 * bool(x[1]), not x[2].code))
        out: dict[str, NounClass] = {}
        for _, _, row in held:
            out.setdefault(row.key, row)
        return tuple(out.values())

    def _followed(self, i: int, noun: str) -> bool:
        """Whether "of" and a noun follow."""
        return any(
            word == "of" and self._syntax.tokens[h].lemma.lower() == noun
            for word, heads in self._syntax.preps(i)
            for h in heads
        )

    def _modifiers(self, i: int) -> set[str]:
        out: set[str] = set()
        front = [i]
        while front:
            for kid in self._syntax.kids(front.pop(), *_MODIFIERS):
                if kid.i < i:
                    out |= {kid.lemma.lower(), kid.text.lower()}
                    front.append(kid.i)
        return out

    def _keys(self, i: int) -> frozenset[str]:
        token = self._syntax.tokens[i]
        keys = {row.key for row in self.entries(i)}
        keys |= {token.lemma.lower(), token.text.lower(), "ANY"}
        keys |= {f"{m} {token.lemma.lower()}" for m in self._modifiers(i)} if token.pos == "NOUN" else set()
        if (
            token.pos == "NUM"
            and token.dep in {"nsubj", "nsubjpass", "dobj"}
            and token.ner not in {"DATE", "TIME", "MONEY"}
        ):
            keys |= {"person", "ACTOR"}
        if token.ner == "MONEY":
            keys.add("MONEY")
        name = token.pos == "PROPN" and token.ner not in NOT_NAMES
        if token.ner in NAMES or name:
            keys |= {"NAME", "ACTOR"}
        if token.ner == "PERSON" or token.text.lower() in {"he", "she", "him", "her", "who"} or "office_holder" in keys:
            keys.add("PERSON")
        if token.ner in {"ORG", "NORP"} or (name and not token.ner):
            keys.add("GROUP")
        if token.ner in {"GPE", "LOC", "FAC"} or (name and not token.ner):
            keys.add("PLACE")
        if (token.pos == "PRON" and token.text.lower() in PRONOUNS) or keys & PEOPLE:
            keys.add("ACTOR")
        return frozenset(keys)
