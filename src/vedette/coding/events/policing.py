"""What a report tells of the police: that they killed, arrested, used force, failed to act, or did anything at all.

The classes are those of Halterman et al. (2021), Corpus-Level Evaluation for Event QA: The IndiaPoliceEvents Corpus.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.coding.events.assertion.factuality import Projection
from vedette.coding.events.assertion.verdict import REAL
from vedette.tables.incidents import Act, Policing, incident_table

if TYPE_CHECKING:
    from vedette.record import Parsed, Sentence, Span, Token

KINDS = ("kill", "arrest", "force", "fail", "any")


@dataclass(frozen=True, slots=True)
class PoliceAct:
    """Something that police did: one of ``KINDS``, and the sentence that tells of it."""

    kind: str
    span: Span


def police_acts(parsed: Parsed) -> tuple[PoliceAct, ...]:
    """What the police of a report did, each kind once a sentence, in the order of the text."""
    projection = Projection(parsed)
    out = []
    for sentence in parsed.sentences:
        view = _View(parsed, sentence, projection, incident_table().policing)
        out += [PoliceAct(kind, parsed.report.span(sentence.start, sentence.end)) for kind in KINDS if view.tells(kind)]
    return tuple(out)


class _View:
    """One sentence, asked what police do in it."""

    def __init__(self, parsed: Parsed, sentence: Sentence, projection: Projection, table: Policing) -> None:
        self.parsed = parsed
        self.table = table
        self.tokens = parsed.tokens[sentence.first : sentence.last]
        self.text = f" {' '.join(t.text.lower() for t in self.tokens)} "
        self.projection = projection
        self.police = [t for t in self.tokens if self._is_police(t)]
        self.named = bool(self.police) or any(f" {p} " in self.text for p in table.phrases)

    def tells(self, kind: str) -> bool:
        """Whether the sentence tells of an act of that kind."""
        return bool(getattr(self, f"_{kind}")())

    def _is_police(self, token: Token) -> bool:
        return token.lemma.lower() in self.table.forces and token.pos in {"NOUN", "PROPN", "ADJ", "VERB"}

    def _real(self, token: Token) -> bool:
        return self.projection.verdict(token.i).value >= REAL

    def _arrest(self) -> bool:
        return any(self._arrests(t) for t in self._words(self.table.arrest)) or self._phrase(self.table.arrest)

    def _arrests(self, token: Token) -> bool:
        """Leaves out "arrest warrant", "cardiac arrest", "my arrest would": a noun must say of whom or how many."""
        if not self._real(token):
            return False
        if token.pos == "VERB":
            return True
        said = any(t.dep in {"nummod", "prep", "poss"} for t in self.parsed.dependents(token.i))
        return token.dep != "compound" and (said or token.tag == "NNS")

    def _force(self) -> bool:
        if not self.named and not any(w in self.text for w in (" teargas ", " tear gas ", " lathicharge ")):
            return False
        shots = [t for t in self.tokens if t.lemma.lower() in self.table.shots and t.pos == "VERB"]
        fired = any(self._real(t) and self._by_police(t) for t in shots)
        return fired or self._phrase(self.table.force) or any(self._real(t) for t in self._words(self.table.force))

    def _kill(self) -> bool:
        if not self.named:
            return False
        if self._phrase(self.table.kill):
            return True
        firing = " police firing " in self.text or " firing by police " in self.text or " in firing " in self.text
        for token in self._words(self.table.kill):
            if self._real(token) and (firing or (token.pos == "VERB" and self._by_police(token))):
                return True
        return False

    def _fail(self) -> bool:
        if self._authorities_fail():
            return True
        if not self.named:
            return False
        if self._phrase(self.table.fail):
            return True
        if any(t.pos == "NOUN" or self._subject_is_police(t) for t in self._words(self.table.fail)):
            return True
        return any(self._undone(t) and self._subject_is_police(t) for t in self.tokens)

    def _undone(self, token: Token) -> bool:
        """Whether a token is a duty that was not done."""
        if token.pos != "VERB" or token.lemma not in self.table.duties:
            return False
        return self.projection.verdict(token.i).value <= -REAL

    def _authorities_fail(self) -> bool:
        """Whether a government or administration is told to have failed to keep order."""
        for token in self.tokens:
            if token.pos == "NOUN" and token.lemma.lower() in self.table.neglect:
                kin = [self.parsed.tokens[k] for k in self.parsed.subtree(token.i)]
                if any(k.lemma.lower() in self.table.authorities for k in kin):
                    return True
            if token.pos == "VERB" and (token.lemma == "fail" or self._undone(token)):
                subjects = self.parsed.dependents(token.i, "nsubj")
                if any(s.lemma.lower() in self.table.authorities for s in subjects):
                    return True
        return False

    def _any(self) -> bool:
        if self._arrest() or self._force() or self._kill():
            return True
        for token in self.tokens:
            acting = token.pos == "VERB" and token.lemma not in self.table.idle
            if acting and self._real(token) and self._by_police(token):
                return True
        if any(self._real(t) and t.pos == "NOUN" and t.lemma.lower() in self.table.implied for t in self.tokens):
            return True
        if any(f" {p} " in self.text for p in self.table.implied_phrases):
            return True
        return any(c.lemma.lower() in self.table.acts for p in self.police for c in self._near(p))

    def _near(self, token: Token) -> list[Token]:
        return [self.parsed.tokens[token.head], *self.parsed.dependents(token.i)]

    def _words(self, act: Act) -> list[Token]:
        return [
            t for t in self.tokens
            if (t.pos == "VERB" and t.lemma.lower() in act.verbs) or (t.pos == "NOUN" and t.lemma.lower() in act.nouns)
        ]  # fmt: skip

    def _phrase(self, act: Act) -> bool:
        return any(f" {p} " in self.text for p in act.phrases)

    def _by_police(self, verb: Token) -> bool:
        if self._subject_is_police(verb):
            return True
        agents = [n for p in self.parsed.dependents(verb.i, "agent", "prep") if p.text.lower() == "by"
                  for n in self.parsed.dependents(p.i, "pobj")]  # fmt: skip
        return any(self._of_police(n) for n in agents)

    def _subject_is_police(self, verb: Token) -> bool:
        i = verb.i
        for _ in range(4):
            subjects = self.parsed.dependents(i, "nsubj", "nsubjpass")
            if subjects:
                passive = subjects[0].dep == "nsubjpass"
                return not passive and any(self._of_police(s) for s in subjects)
            token = self.parsed.tokens[i]
            if token.dep == "relcl" or (token.dep == "acl" and token.tag == "VBG"):
                return self._of_police(self.parsed.tokens[token.head])
            if token.dep not in {"conj", "xcomp", "advcl"} or token.head == i:
                return False
            i = token.head
        return False

    def _of_police(self, token: Token) -> bool:
        if self._is_police(token):
            return True
        return any(
            self._is_police(t) for t in self.parsed.dependents(token.i, "compound", "nmod", "amod", "conj", "prep")
        )
