"""Attributions by verbs: their clauses, infinitives, objects and complements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.statements.asides import AsideRules
from vedette.coding.statements.making import make_draft
from vedette.coding.statements.objects import ObjectRules, is_day
from vedette.tables.attribution import attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.coding.statements.draft import Draft
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Token

_CLAUSAL = frozenset(("ccomp", "pcomp"))
_PREPOSITIONS = frozenset(("of", "for", "about", "on", "as", "against", "to", "with", "at", "over", "by", "in", "from"))
_EMPTY = frozenset(("it", "there"))


class VerbRules:
    """Finds the drafts that hang on verbs."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.tokens = syntax.tokens
        self.table = attribution()
        self.asides = AsideRules(syntax)
        self.objects = ObjectRules(syntax)

    def all(self) -> Iterator[Draft]:
        """The candidates of every verb."""
        for token in self.tokens:
            if token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass", "amod", "compound"}:
                yield from self._of(token)
            elif token.pos == "ADJ" and token.lemma in self.table.adjectives:
                yield from self._adjective(token)

    def _of(self, verb: Token) -> Iterator[Draft]:
        if verb.lemma == "be":
            return
        s = self.syntax
        if s.quotes_somebody(verb):
            return
        if s.passive(verb.i) and s.agent(verb.i) is None:
            yield from self._passive(verb)
            return
        source = s.agent(verb.i) if s.passive(verb.i) else s.subject(verb.i)
        if source is not None and source.text.lower() in _EMPTY and s.kid(verb.i, "ccomp", "xcomp") is None:
            return
        index = source.i if source is not None else None
        outer = self.asides.outer(verb)
        if outer is not None:
            yield outer
            return
        yield from self._complement(verb, index)

    def _complement(self, verb: Token, source: int | None) -> Iterator[Draft]:
        s = self.syntax
        clause = self._clause(verb)
        dobj = s.kid(verb.i, "dobj")
        infinitive = s.kid(verb.i, "xcomp")
        if clause is not None:
            yield make_draft(self.syntax, verb, self._clause_name(clause), source, (self._reach(verb, clause),), dobj)
        elif infinitive is not None and (called := self._called(verb, infinitive)) is not None:
            last = s.right[infinitive.i]
            yield make_draft(s, verb, "prep_on_to", source, ((s.left[called.i], last),), called)
        elif infinitive is not None:
            yield from self._infinitive(verb, infinitive, dobj, source)
        elif dobj is not None:
            yield from self.objects.of(verb, dobj, source)
        elif source is not None and (aside := self.asides.aside(verb, source)) is not None:
            yield aside
        else:
            yield from self._preposition(verb, source)

    def _clause(self, verb: Token) -> Token | None:
        clauses = [c for c in self.syntax.kids(verb.i, "ccomp") if c.i != verb.i and not self._parted(c, verb)]
        near = [c for c in clauses if not self._stopped(verb.i, c.i)]
        clauses = near or clauses
        return max(clauses, key=lambda c: self.syntax.right[c.i] - self.syntax.left[c.i], default=None)

    def _stopped(self, first: int, last: int) -> bool:
        """Whether a sentence ends between two tokens, though the parse runs on (text without capitals)."""
        return any(t.text in {".", ";"} for t in self.tokens[first:last])

    def _parted(self, clause: Token, verb: Token) -> bool:
        """Whether a semicolon parts a clause from a verb that has something said behind it."""
        sentence = self.syntax.parsed.sentences[verb.sent]
        following = self.tokens[verb.i + 1 : sentence.last]
        said = bool(following) and following[0].text != "," and any(t.pos in {"VERB", "AUX"} for t in following)
        return said and any(t.text == ";" for t in self.tokens[clause.i : verb.i])

    def _clause_name(self, clause: Token) -> str:
        mark = self.syntax.kid(clause.i, "mark")
        word = mark.text.lower() if mark else ""
        if word in {"if", "whether"}:
            return "ccomp_if"
        if word == "that":
            return "ccomp_that"
        first = self.tokens[self.syntax.left[clause.i]]
        if first.tag in {"WP", "WRB", "WDT"}:
            return "ccomp_wh"
        return "ccomp_ing" if clause.tag == "VBG" and self.syntax.kid(clause.i, "aux") is None else "ccomp"

    def _reach(self, verb: Token, clause: Token) -> tuple[int, int]:
        """The clause, and what the parser hung on the verb though it follows in the clause ("… if it is")."""
        s = self.syntax
        first, last = s.left[clause.i], s.right[clause.i]
        others = [
            s.left[c.i] for c in s.kids(verb.i, "ccomp") if verb.i < c.i < clause.i and not self._stopped(c.i, clause.i)
        ]
        if clause.i > verb.i:
            first = min([first, *others])
            first = self._front(verb, clause, max(first, verb.i + 1))
            last = self._until_saying(clause, last)
            for c in s.parsed.children[verb.i]:
                token = self.tokens[c]
                if c >= last and s.left[c] == last and token.dep in {"advcl", "prep", "advmod", "npadvmod"}:
                    last = s.right[c]
        else:
            source = s.subject(verb.i)
            stops = [s.cue(verb.i)[0]] + ([s.left[source.i]] if source is not None and source.i > clause.i else [])
            last = min(last, *stops)
            broken = (i + 1 for i in range(first, last) if self.tokens[i].text in {":", ";"} and not s.inside(i))
            first = max((i for i in broken if i < last - 3), default=first)
        return first, last

    def _called(self, verb: Token, infinitive: Token) -> Token | None:
        """Who is called upon: "called on X to withdraw"."""
        prep = next((p for p in self.syntax.kids(verb.i, "prep") if p.lemma in {"on", "upon", "for"}), None)
        goal = self.syntax.kid(prep.i, "pobj") if prep is not None and prep.i < infinitive.i else None
        return goal if goal is not None and not is_day(goal) else None

    def _until_saying(self, clause: Token, last: int) -> int:
        """The end of a clause before a ", adding that …" that the parser hung in it."""
        s = self.syntax
        for c in s.parsed.children[clause.i]:
            token = self.tokens[c]
            says = token.tag == "VBG" and token.dep == "advcl" and token.lemma in self.table.clause_verbs
            if says and c > clause.i and s.left[c] > 0 and self.tokens[s.left[c] - 1].text == ",":
                return s.left[c] - 1
        return last

    def _front(self, verb: Token, clause: Token, first: int) -> int:
        """The start of the clause with an "if …," or "despite …," before it that the parser hung on the verb."""
        s = self.syntax
        if self.tokens[first].text.lower() == "that" or first < 1 or self.tokens[first - 1].text != ",":
            return first
        for c in s.parsed.children[verb.i]:
            token = self.tokens[c]
            near = verb.i < c < first and s.right[c] >= first - 1 and s.left[c] == s.cue(verb.i)[1]
            if near and token.dep in {"advcl", "prep", "advmod"}:
                return s.left[c]
        return first

    def _infinitive(self, verb: Token, infinitive: Token, dobj: Token | None, source: int | None) -> Iterator[Draft]:
        s = self.syntax
        first, last = s.left[infinitive.i], s.right[infinitive.i]
        bare = self.tokens[infinitive.i]
        small = bare.pos in {"ADJ", "NOUN", "PROPN", "ADV"}
        if self._aspect(verb) and not small:
            return
        if infinitive.tag == "VBG":
            name = "gerund"
        elif small or infinitive.tag == "VBN":
            name = "small"
        else:
            name = "to"
        own = s.kid(infinitive.i, "nsubj")
        if dobj is not None and dobj.i < infinitive.i:
            name, first = f"dobj_{name}", s.left[dobj.i]
        elif own is not None:
            name = f"subj_{name}"
        first = max(first, verb.i + 1) if infinitive.i > verb.i else first
        yield make_draft(s, verb, name, source, ((first, last),), dobj)

    def _aspect(self, verb: Token) -> bool:
        """Whether a verb of saying is none before an infinitive ("continues to fight")."""
        groups = self.table.verb_groups.get(verb.lemma, ())
        return bool(groups) and all(g.kind == "speech" and g.object == "none" and not g.promises for g in groups)

    def _preposition(self, verb: Token, source: int | None) -> Iterator[Draft]:
        s = self.syntax
        for prep in s.kids(verb.i, "prep"):
            if prep.lemma in _PREPOSITIONS and prep.i > verb.i:
                goal = s.kid(prep.i, "pobj", "pcomp")
                if goal is not None and is_day(goal):
                    continue
                if goal is not None:
                    yield make_draft(s, verb, f"prep_{prep.lemma}", source, (s.phrase(goal.i),))
                    return
        for c in s.kids(verb.i, "oprd", "acomp"):
            if c.i > verb.i:
                yield make_draft(s, verb, c.dep, source, (s.phrase(c.i),))
                return

    def _passive(self, verb: Token) -> Iterator[Draft]:
        """Passives: "X is said to …", "it was reported that …", and "was quoted as saying", which names a speaker."""
        s = self.syntax
        subject = s.kid(verb.i, "nsubjpass")
        clause, infinitive = self._clause(verb), s.kid(verb.i, "xcomp")
        if clause is not None:
            told = subject is not None and subject.text.lower() != "it"
            index = subject.i if told and subject else None
            yield make_draft(s, verb, "passive_ccomp", index, (self._reach(verb, clause),))
        elif infinitive is not None and subject is not None:
            span = s.phrase(subject.i), s.phrase(infinitive.i)
            yield make_draft(s, verb, "passive_to", None, span)
        elif subject is not None:
            for prep in s.kids(verb.i, "prep"):
                goal = s.kid(prep.i, "pobj", "pcomp")
                if goal is not None and prep.lemma in {"as", "of"}:
                    span = s.phrase(subject.i), s.phrase(prep.i)
                    yield make_draft(s, verb, f"passive_{prep.lemma}", None, span)
                    return

    def _adjective(self, word: Token) -> Iterator[Draft]:
        """Adjectives: "is confident that …", "are ready to …"."""
        s = self.syntax
        clause = s.kid(word.i, "ccomp", "xcomp")
        prep = s.kid(word.i, "prep")
        verb = self.tokens[word.head]
        if word.dep not in {"acomp", "ROOT"} or (clause is None and prep is None):
            return
        subject = s.subject(verb.i)
        source = subject.i if subject is not None and subject.text.lower() not in _EMPTY else None
        if clause is not None:
            yield make_draft(s, word, f"adj_{clause.dep}", source, (s.phrase(clause.i),))
        elif prep is not None:
            goal = s.kid(prep.i, "pobj", "pcomp")
            if goal is not None:
                yield make_draft(s, word, f"adj_{prep.lemma}", source, (s.phrase(goal.i),))
