"""All events of a report as its grammar shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.coding.events.classes import Classes
from vedette.coding.events.clauses import FRIENDLY, Clauses, refusal
from vedette.coding.events.figurative import Figures
from vedette.coding.events.harms import without_harms
from vedette.coding.events.lexicon import lexicon
from vedette.coding.events.means import mode_of
from vedette.coding.events.nouns import Nouns
from vedette.coding.events.roles import Roles
from vedette.coding.events.syntax import Syntax
from vedette.coding.events.tense import WILL
from vedette.coding.events.verbs import Verbs

if TYPE_CHECKING:
    from vedette.coding.events.found import Found
    from vedette.record import Parsed

SPOKEN = frozenset({"REQUEST", "THREATEN", "REJECT", "ACCUSE", "AGREE", "SUPPORT", "CONSULT", "CONCEDE"})
_KEEPS_NOUN = frozenset({"ACCUSE", "SUPPORT"})
ANYBODY = frozenset({"anyone", "anybody", "whoever", "everyone", "everybody", "any"})
"""Who is nobody that a report tells of."""
WORDS = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
"""Acts of speech that are none where they are negated: "did not accuse"."""
OWN = frozenset({"we", "i"})
OWN_POSSESSIVE = frozenset({"our", "my"})
_FORCE = frozenset({"ASSAULT", "COERCE"})


class Finder:
    """Finds the events of one report."""

    __slots__ = ("classes", "clauses", "figures", "nouns", "parsed", "roles", "syntax", "taken", "used", "verbs")

    def __init__(self, parsed: Parsed) -> None:
        book = lexicon()
        self.parsed = parsed
        self.syntax = Syntax(parsed)
        self.classes = Classes(self.syntax, book)
        self.roles = Roles(self.syntax, self.classes)
        self.verbs = Verbs(self.syntax, self.classes, self.roles, book)
        self.nouns = Nouns(self.syntax, self.classes, self.roles)
        self.clauses = Clauses(self.syntax, self.classes, self.roles, self.verbs, book)
        self.figures = Figures(parsed)
        self.taken: set[int] = set()
        self.used: set[int] = set()

    def find(self) -> tuple[Found, ...]:
        """The events, in the order of the text."""
        out: list[Found] = []
        for token in self.parsed.tokens:
            attributive = token.pos == "VERB" and token.dep in {"amod", "compound", "nmod"}
            if token.pos in {"VERB", "ADJ"} and token.i not in self.taken and not attributive:
                found = self._of_verb(token.i)
                if found is not None:
                    out.append(found)
        out = [f for f in out if f.verb not in self.used]
        anchors = {f.anchor for f in out}
        for token in self.parsed.tokens:
            if token.pos in {"NOUN", "PROPN", "VERB"} and token.i not in self.taken:
                found = self.nouns.find(token.i)
                if found is not None and token.i not in anchors:
                    out.append(found)
                    anchors.add(found.anchor)
        kept = [self._finished(f) for f in out if not self.figures.held(f.anchor, f.kind)]
        return without_harms(self.syntax, tuple(sorted(kept, key=lambda f: (f.anchor, f.kind))))

    def speech(self, i: int) -> int | None:
        """The verb of speech, with somebody as its subject, whose clause a token stands in; None without one."""
        words = lexicon().speech
        node = i
        for _ in range(12):
            token = self.syntax.tokens[node]
            if token.head == node:
                return None
            head = self.syntax.tokens[token.head]
            if token.dep in {"ccomp", "parataxis"} and head.lemma.lower() in words and self.syntax.subjects(head.i):
                return head.i
            node = head.i
        return None

    def told(self, found: Found) -> bool:
        """Whether a report tells of an event rather than supposes it, wants it done, or speaks of words by things."""
        if (found.negated and found.kind in FRIENDLY) or self.supposed(found.verb) or self._purpose(found.anchor):
            return False
        if found.negated and found.kind in WORDS and not found.rule.startswith("threat"):
            return False
        subjects = self.syntax.grammatical_subject(found.verb) if found.kind == "ASSAULT" else ()
        if any("nature" in self.classes.of(s) for s in (*subjects, *found.actors)):
            return False
        if self.asked(found.verb) or self.anybody(found.verb):
            return False
        if found.kind in SPOKEN and found.actors:
            return any(self.classes.actorish(a) or self.parsed.tokens[a].text.lower() == "it" for a in found.actors)
        return True

    def asked(self, i: int) -> bool:
        """Whether a sentence only asks: "Does the army rule out an attack?"."""
        sentence = self.parsed.sentences[self.parsed.tokens[i].sent]
        return self.parsed.text[sentence.start : sentence.end].rstrip("\"'”’» \n").endswith("?")

    def anybody(self, i: int) -> bool:
        """Whether a verb tells what whoever it may be does: "anyone who fires on us"."""
        token = self.parsed.tokens[i]
        head = self.parsed.tokens[token.head]
        if token.dep == "csubj" or (token.dep == "ccomp" and self._whoever(i)):
            return self._whoever(i)
        words = {head.text.lower(), *(k.text.lower() for k in self.syntax.kids(head.i, "det"))}
        return token.dep == "relcl" and bool(words & ANYBODY)

    def _whoever(self, i: int) -> bool:
        return any(k.text.lower() in {"whoever", "whosoever"} for k in self.syntax.kids(i, "nsubj"))

    def _purpose(self, i: int) -> bool:
        """Whether a verb tells what something is for: "in order to", "without", "instead of"."""
        token = self.parsed.tokens[i]
        if token.pos != "VERB":
            return False
        head = self.parsed.tokens[token.head]
        if token.dep in {"advcl", "acl", "relcl"} and any(t.tag == "TO" for t in self.syntax.kids(i, "aux")):
            return head.lemma.lower() not in lexicon().plans
        if token.dep == "pcomp" and head.text.lower() in {"for", "over"} and self._punished(head.head):
            return True
        return token.dep == "pcomp" and head.text.lower() in {"without", "of", "than"} and not self._blamed(head.head)

    def _punished(self, i: int) -> bool:
        """Whether a verb tells of an arrest or a sentence, so that what it was for is only alleged."""
        token = self.parsed.tokens[i]
        senses = lexicon().senses.get(token.lemma.lower(), ()) if token.pos == "VERB" else ()
        return any(s.mode in {"arrest", "convict"} for s in senses)

    def _blamed(self, i: int) -> bool:
        """Whether a preposition hangs on a verb of blame or on its object."""
        token = self.parsed.tokens[i]
        verb = token if token.pos == "VERB" else self.parsed.tokens[token.head]
        return any(row.key == "accuse" for _, row in lexicon().controls.get(verb.lemma.lower(), ()))

    def supposed(self, i: int) -> bool:
        """Whether a predicate stands in a clause with "if", "unless", "until" or "before": supposed, not told."""
        tokens = self.parsed.tokens
        while tokens[i].head != i:
            if tokens[i].dep == "advcl":
                marks = {t.text.lower() for t in self.syntax.kids(i, "mark", "advmod")}
                ahead = self.syntax.aux(tokens[i].head)
                if (
                    marks & {"if", "unless", "until", "once"}
                    or (marks & {"as", "soon"} and set(ahead) & {"will", "would", "must", "could", "can", "may"})
                    or ("before" in marks and set(ahead) & {"will", "would", "must"})
                ):
                    return True
            i = tokens[i].head
        return False

    def _imperative(self, found: Found) -> Found | None:
        """A bare command in somebody's words: what is asked rather than done; None where it is none."""
        token = self.syntax.tokens[found.verb]
        if token.tag != "VB" or found.actors or self.syntax.aux(found.verb) or token.dep not in {"ROOT", "ccomp"}:
            return None
        head = self.speech(found.verb)
        speakers = () if head is None else self.syntax.subjects(head)
        mode = lexicon().controls["demand"][0][1].modes.get(found.kind)
        return replace(found, kind="REQUEST", mode=mode, cameo=None, actors=speakers, mutual=False)

    def _own_threat(self, found: Found) -> Found | None:
        """What a speaker says that their own side will do by force: a threat; None where it is none."""
        if not found.future or found.negated or found.kind != "ASSAULT" or not WILL & set(self.syntax.aux(found.verb)):
            return None
        head = self.speech(found.verb)
        heads = {self.syntax.tokens[s].text.lower() for s in found.actors}
        owned = {k.text.lower() for s in found.actors for k in self.syntax.kids(s, "poss")}
        if not (heads & OWN or owned & OWN_POSSESSIVE):
            return None
        speakers = self.syntax.subjects(head) if head is not None else found.actors
        return replace(found, kind="THREATEN", mode="violence", cameo=None, actors=speakers, mutual=False, future=False,
                       verb=found.verb if head is None else head, rule=f"own:{found.rule}")  # fmt: skip

    def _of_verb(self, i: int) -> Found | None:
        controlled = self.clauses.find(i)
        if controlled is not None:
            found, inner = controlled
            if inner is not None:
                self._take(inner, found.kind)
            return found
        if self.syntax.tokens[i].pos == "ADJ":
            return None
        threat = self.clauses.threat(i, self.speech(i))
        if threat is not None:
            self.taken.update(self.syntax.objects(i))
            return threat
        demand = self.clauses.demand(i, self.speech(i))
        if demand is not None:
            self._take(i, demand.kind)
            return demand
        matched = self.verbs.find(i)
        if matched is None:
            return None
        found, nouns = matched
        found = self._imperative(found) or found
        self.taken.update(n for n in nouns if not (found.kind in _KEEPS_NOUN and self._forceful(n)))
        if found.kind == "ASSAULT":
            found = self._with_means(found)
        if found.kind == "MOBILIZE" and not found.actors and self.syntax.passive(found.verb):
            head = self.speech(found.verb)
            found = replace(found, actors=self.syntax.subjects(head) if head is not None else (), p=found.p - 0.1)
        return refusal(found, lexicon().controls["refuse"][0][1]) or self._own_threat(found) or found

    def _with_means(self, found: Found) -> Found:
        """An assault whose subject is itself an act or a weapon that somebody used: one event, by whoever used it."""
        users: list[int] = []
        mode = found.mode
        for s in dict.fromkeys((*self.syntax.grammatical_subject(found.anchor), *self.syntax.subjects(found.anchor))):
            row = self.classes.event(s)
            if row is not None and row.code.startswith("ASSAULT"):
                self.taken.add(s)
                mode = mode or (row.code.partition("/")[2] or None if row.code != "ASSAULT/sideAB" else None)
                users += self.roles.of_noun_actors(s, row.to)
            for kid in self.syntax.kids(s, "acl", "relcl"):
                if kid.lemma.lower() in lexicon().uses and s not in self.syntax.subjects(kid.i):
                    self.used.add(kid.i)
                    users += self.syntax.subjects(kid.i)
                elif "weapon_subject" in self.classes.of(s) and kid.dep == "relcl":
                    self.used.add(kid.i)
        kept = [a for a in found.actors if self.classes.actorish(a)]
        return replace(found, mode=mode, actors=tuple(dict.fromkeys([*users, *kept])) or found.actors)

    def _forceful(self, noun: int) -> bool:
        row = self.classes.event(noun)
        return row is not None and row.code.partition("/")[0] in _FORCE

    def _take(self, inner: int, kind: str) -> None:
        """Marks a complement, and what it takes up, as told by the verb above it."""
        if kind == "ACCUSE":
            return
        front = [inner]
        while front:
            node = front.pop()
            self.taken.add(node)
            matched = self.verbs.find(node)
            if matched is not None:
                self.taken.update(matched[1])
            self.taken.update(o for o in self.syntax.objects(node) if self.classes.event(o))
            front += [k.i for k in self.syntax.kids(node, "xcomp", "conj") if k.i not in self.taken]

    def _finished(self, found: Found) -> Found:
        mode = mode_of(self.syntax, self.classes, found)
        return found if mode == found.mode else replace(found, mode=mode)
