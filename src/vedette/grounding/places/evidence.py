"""Whether a span that could name a place does: a score of the name and the words around it; the role of the name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from vedette.grounding.places.surroundings import Surroundings
from vedette.tables.people import people
from vedette.tables.places import place_words

if TYPE_CHECKING:
    from vedette.grounding.places.finding import Found
    from vedette.record import Parsed

ACCEPT = 1.5
"""A span is a place from this score on. The scores were set by hand, in steps of a half, on own sentences and on the
development sets of ``bench`` task ``geoparsing``, where 1.0 and 2.0 do as well as 1.5."""
SURE = 3.0
AGAIN = 1.5
LISTED = 1.5
SPEAKS = 1.5
_NER = {"GPE": 2.0, "LOC": 1.5, "FAC": 0.5, "NORP": 0.5, "ORG": 0.0, "PERSON": -0.5, "": -0.5}
_OTHER_NER = -1.0
_LIST = frozenset({",", "and", ", and", "&", "or", ";", "/"})
_CAPITAL_PRIOR = 5.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """The score of a span and the role of its name, as ``record.Place`` has it."""

    score: float
    role: str


class Judge:
    """Judges the spans of one report."""

    def __init__(self, parsed: Parsed, found: list[Found]) -> None:
        self.parsed = parsed
        self.found = found
        self.words = place_words()
        self.around = Surroundings(parsed, found)

    @cached_property
    def first_names(self) -> frozenset[str]:
        """First names that tell a gender."""
        return frozenset((*people().male_names, *people().female_names))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Last names of the persons whom the report names in full."""
        out = set()
        for m in self.parsed.mentions:
            if m.kind != "name" or m.label != "PERSON":
                continue
            run = takewhile(lambda t: t.pos not in {"ADP", "PUNCT", "CCONJ"}, self.parsed.tokens[m.first : m.last])
            names = [t.text for t in run if t.pos == "PROPN" and t.text[0].isupper()]
            names = [n for n in names if n.lower().rstrip(".") not in people().title_words]
            if len(names) > 1:
                out.add(names[-1])
        return frozenset(out)

    def verdicts(self) -> list[Verdict]:
        """The verdict on each span; a name that is surely a place once is likelier one elsewhere, or in a list."""
        pairs = [(f, self.verdict(f)) for f in self.found]
        sure = {f.name.lower() for f, v in pairs if v.score >= SURE and v.role == "place"}
        out = []
        for k, (f, v) in enumerate(pairs):
            score = v.score
            if not f.demonym and not self._inside_person(f):
                beside = [pairs[n] for n in (k - 1, k + 1) if 0 <= n < len(pairs)]
                if any(w.score >= SURE and not g.demonym and self._listed(f, g) for g, w in beside):
                    score += LISTED
                if f.name.lower() in sure:
                    score += AGAIN
            out.append(Verdict(score, v.role))
        return out

    def verdict(self, f: Found) -> Verdict:
        """The score and the role of a span, by itself."""
        if f.postal or self._abbreviated(f):
            return Verdict(4.0, "place")
        if f.demonym:
            return Verdict(0.0 if self._inside_person(f) else 3.0, "demonym")
        score = self._strength(f) + self._label(f) + self.around.before(f) + self.around.after(f)
        return Verdict(score, self._role(f))

    def _abbreviated(self, f: Found) -> bool:
        """Whether it is a state's abbreviation after a place: "Chico, Calif."."""
        state = f.name.endswith(".") and any(x.own and x.kind == "admin1" for x in f.features)
        return state and self.around.word(f.first - 1, f) == "," and f.first - 1 in self.around.ends

    def _listed(self, a: Found, b: Found) -> bool:
        """Whether two spans stand side by side in a list."""
        first, second = (a, b) if a.start < b.start else (b, a)
        return self.parsed.text[first.end : second.start].strip() in _LIST

    def _strength(self, f: Found) -> float:
        """What the name alone says."""
        own = any(x.own for x in f.features)
        if own:
            score = 3.0 if len(f.name) > 4 else 2.5
        else:
            score = min(2.5, (max(x.prior for x in f.features) - 3.2) * 0.8)
            score -= 1.0 if f.name.isupper() and len(f.name) < 6 else 0.0
        if f.last - f.first > 1:
            score += 1.5
        if f.name.endswith(("County", "Parish")) and any(x.kind == "admin2" for x in f.features):
            score += 1.5
        if (name := f.name.lower()) in self.words.doubtful:
            country = name not in self.words.surnames and any(x.kind == "country" for x in f.features)
            score -= 0.5 if country else 1.5
        return score

    def _label(self, f: Found) -> float:
        """What the parser's entity labels say."""
        tokens = self.parsed.tokens[f.first : f.last]
        labels, tags = {t.ner for t in tokens}, {t.pos for t in tokens}
        score = max(_NER.get(x, _OTHER_NER) for x in labels)
        if not tags & {"PROPN", "X"}:
            score -= 0.5 if tags & {"NOUN", "ADJ"} else 1.5
        if self._speaks(f):
            score -= SPEAKS
        if self._inside_person(f):
            score -= 3.0
        elif f.last - f.first == 1 and f.name in self.surnames:
            mention = self.parsed.mention_at(f.first)
            person = mention is not None and mention.label == "PERSON"
            score -= 3.0 if person or "GPE" not in labels else 1.5
        return score

    def _inside_person(self, f: Found) -> bool:
        """Whether the span is a part of a person's longer name."""
        if f.name.endswith(("County", "Parish")):
            return False
        previous, following = self.around.token(f.first - 1, f), self.around.token(f.last, f)
        if previous and previous.text[0].isupper() and previous.text.lower() in self.first_names:
            return True
        mention = self.parsed.mention_at(f.last - 1)
        if mention is None or mention.label != "PERSON" or mention.kind != "name":
            return False
        tokens = self.parsed.tokens[f.first : f.last]
        if any(t.ner == "GPE" for t in tokens) and not (previous and previous.ner == "PERSON"):
            return False
        titles = people().title_words | self.words.offices
        beside = [t for t in (previous, following) if t and mention.first <= t.i < mention.last and t.text[0].isupper()]
        beside = [t for t in beside if t.text.lower().rstrip(".") not in titles and t.ner == "PERSON"]
        return any(t.i == f.first - 1 or t.ner == tokens[-1].ner for t in beside)

    def _role(self, f: Found) -> str:
        words, w = self.words, self.around.word(f.last, f)
        following = self.around.token(f.last, f)
        if following and following.text[0].isupper():
            if w in words.offices:
                return "government"
            if w in words.bodies or w in people().org_head_words:
                return "organisation"
        if self.around.word(f.first - 1, f) == "of" and self.around.word(f.first - 2, f) in words.body_of:
            return "organisation"
        return "government" if self._acts(f) else "place"

    def _speaks(self, f: Found) -> bool:
        """Whether a small place would speak: "Hopkins said" is a person whom the report named before."""
        head = self.parsed.tokens[f.last - 1]
        if head.dep != "nsubj" or max(x.prior for x in f.features) > _CAPITAL_PRIOR:
            return False
        return self.parsed.tokens[head.head].lemma in self.words.speech

    def _acts(self, f: Found) -> bool:
        """Whether the name is the subject of what governments do."""
        head = self.parsed.tokens[f.last - 1]
        if head.dep not in {"nsubj", "nsubjpass"} or head.head == head.i:
            return False
        verb = self.parsed.tokens[head.head]
        states = any(x.kind in {"country", "disputed", "admin1"} for x in f.features)
        capital = any(x.kind == "city" and x.prior > _CAPITAL_PRIOR for x in f.features)
        if verb.lemma in self.words.speech:
            return states or capital
        return states and head.dep == "nsubj" and verb.pos == "VERB" and verb.lemma not in self.words.inert
