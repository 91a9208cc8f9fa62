"""How sure a text is that something happened: from the predicates, modals and negations above and around it.

The context of a clause is worked out from the root downwards. Each predicate turns its own factuality into that of
its complement by its signature (Nairn, Condoravdi & Karttunen 2006; MacCartney & Manning 2009); modals, negation,
adverbs and determiners work where they stand. The scale, -3 (did not happen) to 3 (happened), is that of FactBank's
degrees of certainty (Saurí & Pustejovsky 2009) as Lee et al. (2015) and Stanovsky et al. (2017) put them on a line.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.coding.events.assertion import tree
from vedette.coding.events.assertion.local import at_token, modalised
from vedette.coding.events.assertion.negation import negation_of, negative_determiner
from vedette.coding.events.assertion.verdict import (
    FACT,
    NOMINAL,
    PRESUPPOSED,
    PURPOSE,
    REAL,
    TRANSPARENT,
    Verdict,
)
from vedette.tables.assertion import Predicate, assertion_lexicon

if TYPE_CHECKING:
    from vedette.record import Parsed, Token


def factuality(parsed: Parsed, token_index: int) -> float:
    """How sure the text is that the event of a token happened: 3 it did, -3 it did not, 0 open."""
    return Projection(parsed).verdict(token_index).value


class Projection:
    """Works out verdicts for the tokens of one report; each token once."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        self.lexicon = assertion_lexicon()
        self.table = self.lexicon.table
        self._memo: dict[int, Verdict] = {}

    def verdict(self, i: int) -> Verdict:
        """The verdict on the event that token ``i`` stands for."""
        path = []
        while i not in self._memo:
            path.append(i)
            if self.tokens[i].head == i:
                break
            i = self.tokens[i].head
        for node in reversed(path):
            self._memo[node] = at_token(self.parsed, node, self._context(node))
        return self._memo[path[0] if path else i]

    def _context(self, i: int) -> Verdict:
        token = self.tokens[i]
        if token.head == i:
            return self._root(i)
        above = self._memo[token.head]
        if token.dep == "parataxis":
            return self._context(token.head)
        if token.dep in {"aux", "auxpass", "appos", "prep", "agent", "punct", "cc"}:
            return above
        if token.dep == "conj":
            return self._conjunct(i, above)
        if token.dep in {"ccomp", "xcomp", "acomp", "csubj", "csubjpass", "oprd"} and token.pos not in tree.NOMINAL:
            return self._complement(i, above)
        if token.dep in {"relcl", "acl"}:
            return self._adnominal(i, above)
        if token.dep == "advcl":
            return self._adverbial(i, above)
        if token.dep in {"pcomp", "pobj"}:
            return self._under_preposition(i, above)
        return self._nominal(i, above)

    def _root(self, i: int) -> Verdict:
        if tree.sentence_end(self.parsed, i) == "?":
            return FACT.after(0.3, "hypothetical", i)
        return FACT

    def _conjunct(self, i: int, above: Verdict) -> Verdict:
        head = self.tokens[i].head
        if self.tokens[i].pos in tree.VERBAL and (
            tree.has_subject(self.parsed, i) or tree.has_auxiliaries(self.parsed, i)
        ):
            return self._context(head)
        if self.tokens[i].pos not in tree.VERBAL:
            return self._context(head) if negative_determiner(self.parsed, head) is None else above
        joined = {c.lemma for c in self.parsed.dependents(head, "cc")}
        negated = negation_of(self.parsed, head)
        if negated is not None and not joined & {"or", "nor"}:
            return modalised(self.parsed, head, self._context(head), None)
        return above

    def _complement(self, i: int, above: Verdict) -> Verdict:
        token = self.tokens[i]
        head = self.tokens[token.head]
        if token.dep == "acomp":
            return above
        inverted = tree.inverted_auxiliary(self.parsed, i)
        if inverted is not None and i < token.head:
            return self._inverted(above, inverted)
        mark = tree.mark_of(self.parsed, i)
        if mark is not None and mark.lemma in {"whether", "if"}:
            return above.after(0.3, "hypothetical", mark.i)
        if token.dep == "ccomp" and tree.opens_with_wh(self.parsed, i):
            return replace(above, value=max(above.value, PRESUPPOSED))
        found = self._signature(head, i)
        beside = not self._speaks(found) or (found is None and tree.is_passive(self.parsed, head.i))
        if token.dep == "ccomp" and i < head.i and mark is None and beside:
            return self._context(head.i)
        return self._projected(found, above, i)

    def _speaks(self, found: tuple[Predicate, int] | None) -> bool:
        """Whether a clause before its verb may be what that verb says ("They fled, he said"), not one beside it."""
        return found is None or found[0].name in self.table.speech

    def _projected(self, found: tuple[Predicate, int] | None, above: Verdict, i: int) -> Verdict:
        if found is None:
            if tree.is_infinitive(self.parsed, i):
                return above.after(above.value / 3.0, "hypothetical", self.tokens[i].head)
            return above
        predicate, cue = found
        return self._project(predicate, above, cue)

    def _project(self, predicate: Predicate, above: Verdict, cue: int) -> Verdict:
        if predicate.name in TRANSPARENT and any(o.status == "denied" for o in above.operators):
            return above.after(above.value, predicate.status, cue)
        middle = (predicate.real + predicate.unreal) / 2
        value = middle + above.value / 6 * (predicate.real - predicate.unreal)
        return above.after(value, predicate.status, cue)

    def _signature(self, head: Token, i: int) -> tuple[Predicate, int] | None:
        """The class of what governs token ``i``, and the token that shows it."""
        if head.lemma == "be" or (
            head.pos in tree.VERBAL and head.lemma in {"seem", "become", "remain", "make", "find"}
        ):
            predicative = tree.copular_predicate(self.parsed, head.i)
            if predicative is not None and predicative.i != i:
                found = self.lexicon.predicate(tree.part_of(predicative), predicative.lemma.lower())
                return None if found is None else (found, predicative.i)
        infinitive = tree.is_infinitive(self.parsed, i)
        if infinitive and head.lemma in {"be", "have"}:
            return self._obligation(head)
        if infinitive and head.lemma == "go" and head.tag == "VBG":
            return self.lexicon.named("expectation"), head.i
        predicate = None
        if infinitive:
            passive = tree.is_passive(self.parsed, head.i)
            predicate = self.lexicon.infinitive(head.lemma.lower(), passive=passive)
        predicate = predicate or self._class_of(head)
        return None if predicate is None else (predicate, head.i)

    def _class_of(self, head: Token) -> Predicate | None:
        """The class of a word, with its particle where the lexicon has it so ("call off")."""
        lemma = head.lemma.lower()
        for particle in self.parsed.dependents(head.i, "prt"):
            found = self.lexicon.predicate("V", f"{lemma} {particle.lemma.lower()}")
            if found is not None:
                return found
        return self.lexicon.predicate(tree.part_of(head), lemma)

    def _class_name(self, token: Token) -> str | None:
        found = self._class_of(token)
        return None if found is None else found.name

    def _obligation(self, head: Token) -> tuple[Predicate, int]:
        """What "is to" and "has to" make of an infinitive: the one is planned; the other, in the past, was done."""
        if any(c.lemma == "yet" for c in self.parsed.dependents(head.i, "advmod")):
            return self.lexicon.named("two_way_negative"), head.i
        kind = "expectation" if head.lemma == "be" else "causative" if head.tag in {"VBD", "VBN"} else "demand"
        return self.lexicon.named(kind), head.i

    def _adnominal(self, i: int, above: Verdict) -> Verdict:
        token = self.tokens[i]
        head = self.tokens[token.head]
        mark = tree.mark_of(self.parsed, i)
        infinitive = tree.is_infinitive(self.parsed, i)
        if infinitive or (token.dep == "acl" and mark is not None and mark.lemma == "that"):
            predicate = self.lexicon.predicate("N", head.lemma.lower())
            if predicate is not None:
                return self._project(predicate, above, head.i)
            if infinitive and head.head == head.i:
                return self._project(self.lexicon.named("expectation"), above, i)
            if infinitive and self._ordinal(head):
                return above
            if infinitive:
                return above.after(max(above.value, 0.0) / 3.0, "hypothetical", i)
        if tree.is_cleft(self.parsed, head) and self._memo[head.head].value < 0:
            return self._memo[head.head]
        if tree.is_definite(self.parsed, head.i) or above.value >= REAL or tree.is_finite_past(self.parsed, i):
            return replace(FACT, operators=above.operators)
        return replace(above, value=max(above.value, PRESUPPOSED)) if token.tag in {"VBN", "VBG"} else above

    def _ordinal(self, noun: Token) -> bool:
        """Whether a noun stands for the first, last or only one, who did what follows ("the last to leave")."""
        words = [noun, *self.parsed.dependents(noun.i, "amod", "nummod", "advmod", "det")]
        return any(w.text.lower() in self.table.ordinals for w in words)

    def _adverbial(self, i: int, above: Verdict) -> Verdict:
        mark = tree.mark_of(self.parsed, i)
        lemma = mark.text.lower() if mark is not None else ""
        as_long_as = lemma == "as" and self.tokens[self.tokens[i].head].lemma == "long"
        if mark is not None and (lemma in self.table.conditional_markers or as_long_as):
            return above.after(0.3, "conditional", mark.i)
        inverted = tree.inverted_auxiliary(self.parsed, i)
        if inverted is not None:
            return self._inverted(above, inverted)
        if (
            mark is not None
            and lemma == "before"
            and any(a.lemma == "could" or a.text == "could" for a in self.parsed.dependents(i, "aux"))
        ):
            return above.after(-2.0, "negated", mark.i)
        if tree.is_infinitive(self.parsed, i) and self.parsed.dependents(self.tokens[i].head, "prt"):
            found = self._class_of(self.tokens[self.tokens[i].head])
            if found is not None:
                return self._project(found, above, self.tokens[i].head)
        if tree.is_infinitive(self.parsed, i):
            return above.after(max(above.value, 0.0) * PURPOSE, "hypothetical", i)
        if mark is None or above.value >= REAL:
            return above
        return replace(FACT, operators=above.operators) if tree.is_finite_past(self.parsed, i) else above

    def _inverted(self, above: Verdict, auxiliary: Token) -> Verdict:
        """A condition without "if"; with "had" it is contrary to fact."""
        return above.after(-2.0 if auxiliary.lemma == "have" else 0.3, "conditional", auxiliary.i)

    def _under_preposition(self, i: int, above: Verdict) -> Verdict:
        """A gerund or noun after a preposition; ``above`` is the verdict on the preposition: that of its governor."""
        preposition = self.tokens[self.tokens[i].head]
        governor = self.tokens[preposition.head]
        lemma = preposition.text.lower()
        if lemma in self.table.negative_prepositions:
            return above.after(-abs(above.value), "negated", preposition.i)
        if lemma in self.table.conditional_markers:
            return above.after(0.3, "conditional", preposition.i)
        mark = tree.mark_of(self.parsed, i)
        if mark is not None and mark.lemma in {"whether", "if"}:
            return above.after(0.3, "hypothetical", mark.i)
        if lemma == "of" and governor.lemma.lower() in self.table.conditional_phrases:
            return above.after(0.3, "conditional", governor.i)
        if preposition.dep == "agent":
            return self._noun_phrase(i, above)
        predicate = self._class_of(governor)
        gerund = self.tokens[i].dep == "pcomp"
        if lemma == "from" and gerund and governor.lemma in self.table.from_preventives:
            return above.after(-above.value * 0.9, "negated", governor.i)
        if predicate is not None and predicate.name == "responsibility":
            return self._project(predicate, above, governor.i)
        if predicate is not None and gerund and lemma in {"in", "at"}:
            return self._project(predicate, above, governor.i)
        if lemma in self.table.exempt_prepositions and above.value < REAL:
            return replace(above, value=PRESUPPOSED) if abs(above.value) >= REAL else self._noun_phrase(i, above)
        if predicate is not None and lemma in self.table.nominal_prepositions and (predicate.nominal or gerund):
            return self._project(predicate, above, governor.i)
        return above if gerund else self._noun_phrase(i, above)

    def _nominal(self, i: int, above: Verdict) -> Verdict:
        token = self.tokens[i]
        head = self.tokens[token.head]
        if token.dep == "amod" and token.pos == "VERB":
            return replace(FACT, operators=above.operators) if above.value >= REAL else replace(above, value=2.5)
        predicate, cue = self._class_of(head), head.i
        if head.lemma in self.table.rejecting and self._class_name(token) in {"report", "claim"}:
            predicate = self.lexicon.named("denial")
        if token.dep in {"nsubj", "nsubjpass"} and head.lemma == "be":
            predicative = tree.copular_predicate(self.parsed, head.i)
            if predicative is not None:
                predicate = self.lexicon.predicate("A", predicative.lemma.lower())
                if predicate is not None and predicate.name not in self.table.predicative:
                    predicate = None
                cue = predicative.i
        governs = token.dep in {"dobj", "nsubjpass", "compound"} or (
            token.dep == "nsubj" and not self.parsed.dependents(head.i, "dobj", "ccomp", "xcomp")
            and (head.lemma in self.table.occurrences or cue != head.i)
        )  # fmt: skip
        if predicate is not None and predicate.nominal and governs:
            return self._project(predicate, above, cue)
        return self._noun_phrase(i, above)

    def _noun_phrase(self, i: int, above: Verdict) -> Verdict:
        """A noun that nothing bears on but the clause it stands in: what is definite is presupposed."""
        token = self.tokens[i]
        choice = [d for d in self.parsed.dependents(i, "det") if d.text.lower() in self.table.free_choice]
        if choice and any(o.status in {"planned", "hypothetical"} for o in above.operators):
            return above.after(0.3, "conditional", choice[0].i)
        real = replace(FACT, operators=above.operators)
        if above.value >= REAL or (token.dep in {"nsubj", "nsubjpass", "csubj"} and above.value <= -REAL):
            return real
        if tree.is_definite(self.parsed, i):
            return replace(above, value=max(above.value, PRESUPPOSED))
        return replace(above, value=above.value + NOMINAL * (3.0 - above.value)) if above.value > -REAL else above
