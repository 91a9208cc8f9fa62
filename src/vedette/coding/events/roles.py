"""Who acts and who is acted upon, from the grammar of a verb or a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.lexicon import lexicon

if TYPE_CHECKING:
    from vedette.coding.events.classes import Classes
    from vedette.coding.events.syntax import Syntax

OWNERS = ("by", "from", "poss", "adjective", "of", "in", "against", "on", "to", "with", "at", "over")
SOFT = frozenset({"in", "near", "outside", "along", "around", "off", "over", "across", "inside", "into", "through"})
"""Prepositions of place: what they govern is where it was rather than to whom it was done."""


class Roles:
    """Finds the arguments of verbs and nouns in one report."""

    __slots__ = ("classes", "syntax")

    def __init__(self, syntax: Syntax, classes: Classes) -> None:
        self.syntax = syntax
        self.classes = classes

    def noun_args(self, noun: int, slot: str) -> tuple[int, ...]:
        """What fills one slot of a noun: a preposition, ``poss``, or ``adjective`` (a name or people before it)."""
        syntax = self.syntax
        if slot == "poss":
            return self.spread([k.i for k in syntax.kids(noun, "poss") if self.classes.actorish(k.i)])
        if slot == "adjective":
            kids = syntax.kids(noun, "amod", "compound", "nmod")
            named = [k.i for k in kids if k.ner in {"NORP", "GPE", "ORG"} or (k.pos == "PROPN" and k.i < noun)]
            return self.spread([k for k in named if k < noun])
        hung = syntax.preps(noun)
        token = syntax.tokens[noun]
        head = syntax.tokens[token.head]
        if token.dep in {"nsubj", "nsubjpass"} and (head.pos == "AUX" or head.lemma.lower() in lexicon().happening):
            hung = (
                hung
                + syntax.preps(head.i)
                + [x for k in syntax.kids(head.i, "acomp", "attr") for x in syntax.preps(k.i)]
            )
        return tuple(h for word, heads in hung if word == slot for h in heads if self._usable(h))

    def spread(self, heads: list[int]) -> tuple[int, ...]:
        """The heads and their conjuncts, each once, in the order of the text."""
        return tuple(sorted({j for h in heads for j in self.syntax.conjuncts(h)}))

    def parts(self, head: int) -> tuple[int, ...]:
        """The parties within one phrase: "the leaders of A and B", "Armenian and Azerbaijani forces"; else itself."""
        adjectives = self.noun_args(head, "adjective")
        tokens = self.syntax.tokens
        joined = [a for a in adjectives if tokens[a].dep == "conj" or self.syntax.kids(a, "conj")]
        if len(joined) > 1 and all(tokens[a].text[:1].isupper() for a in adjectives):
            return adjectives
        if self.syntax.tokens[head].pos != "PROPN":
            for slot in ("of", "from", "in"):
                held = self.noun_args(head, slot)
                inner = tuple(h for h in held if "NAME" in self.classes.of(h))
                if len(inner) > 1:
                    return inner
                if len(held) == 1 and held[0] != head and not inner:
                    deeper = self.parts(held[0])
                    if len(deeper) > 1:
                        return deeper
        return (head,)

    def owners(self, noun: int, slots: tuple[str, ...] = OWNERS) -> tuple[int, ...]:
        """Whose act or matter a noun is, by the first slot that is filled by somebody."""
        for slot in slots:
            held = tuple(h for h in self.noun_args(noun, slot) if self.classes.actorish(h))
            if held:
                return held
        return ()

    def of_noun_actors(self, noun: int, to: tuple[str, ...]) -> tuple[int, ...]:
        """Who did what a noun tells of."""
        slots = [s for s in ("between", "among", "by", "poss", "adjective", "of", "from", "involving") if s not in to]
        if "of" in to:
            slots = [s for s in slots if s not in {"poss", "adjective"}] + ["poss", "adjective"]
        found = self.owners(noun, tuple(slots))
        token = self.syntax.tokens[noun]
        if not found and token.dep == "attr":
            found = self.syntax.grammatical_subject(token.head)
        if not found and token.dep == "dobj" and not self.syntax.passive(token.head):
            by = [h for word, hs in self.syntax.preps(token.head) if word == "by" for h in hs]
            found = tuple(h for h in by if self.classes.actorish(h))
        return found

    def filled(
        self, verb: int, nouns: tuple[int, ...], to: tuple[str, ...], places: bool = True
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The recipients, and what stands in a place rather than a role, by the slots named in ``to``, best first.

        With ``places``, what prepositions of place govern is no recipient.
        """
        hard: list[int] = []
        soft: list[int] = []
        for slot in to:
            if slot == "object":
                for o in self.syntax.objects(verb):
                    inner = self.classes.see_through(o)
                    hard += [inner] if self.classes.actorish(inner) else list(self.owners(inner))
                    soft.append(o)
                continue
            if slot == "subject":
                hard += self.syntax.subjects(verb)
                continue
            held = [h for n in (*nouns, verb) for w, hs in self.syntax.preps(n) if w == slot for h in hs]
            held = [h for h in held if self._usable(h)]
            for h in held:
                inner = self.classes.see_through(h)
                owned = self.classes.actorish(inner)
                target = [inner] if owned else list(self.owners(inner))
                (soft if places and slot in SOFT else hard).extend(target or [inner])
        return tuple(dict.fromkeys(hard)), tuple(dict.fromkeys(soft))

    def others(self, verb: int, nouns: tuple[int, ...]) -> tuple[int, ...]:
        """Heads of all phrases that hang on a verb and its nouns, in the order of the text."""
        out: list[int] = list(self.syntax.objects(verb))
        for n in (verb, *nouns):
            out += [h for _, heads in self.syntax.preps(n) for h in heads if self._usable(h)]
            out += self.noun_args(n, "poss") + self.noun_args(n, "adjective")
        for o in tuple(out):
            out += self.owners(o)
        return tuple(dict.fromkeys(out))

    def _usable(self, head: int) -> bool:
        token = self.syntax.tokens[head]
        return (
            token.ner not in {"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "ORDINAL"} and not token.text[0].isdigit()
        )
