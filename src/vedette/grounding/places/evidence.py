"""Whether a span that could name a place does: a score of the words around it, and the role of the name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from vedette.tables.people import people
from vedette.tables.places import place_words

if TYPE_CHECKING:
    from vedette.grounding.places.finding import Found
    from vedette.record import Parsed, Token

ACCEPT = 1.5
"""A span is a place from this score on. Found on our own sentences and the two geoparsing sets, by hand, in steps of a half."""
SURE = 3.0
AGAIN = 1.5
LISTED = 1.5
_NER = {"GPE": 2.0, "LOC": 1.5, "FAC": 0.5, "NORP": 0.5, "ORG": 0.0, "PERSON": -1.5, "": -0.5}
_OTHER_NER = -1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The score of a span and the role of its name: ``place``, ``government``, ``demonym`` or ``organisation``."""

    score: float
    role: str


class Judge:
    """Judges the spans of one report."""

    def __init__(self, parsed: Parsed, found: list[Found]) -> None:
        self.parsed = parsed
        self.found = found
        self.words = place_words()
        self.starts = {f.first: f for f in found}
        self.ends = {f.last: f for f in found}

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Last names of the persons whom the report names in full."""
        out = set()
        tokens = self.parsed.tokens
        for m in self.parsed.mentions:
            if m.kind != "name" or m.label != "PERSON":
                continue
            run = list(takewhile(lambda t: t.pos not in {"ADP", "PUNCT", "CCONJ"}, tokens[m.first : m.last]))
            names = [t for t in run if t.pos == "PROPN" and t.text[0].isupper()]
            names = [t for t in names if t.text.lower().rstrip(".") not in people().title_words]
            if len(names) > 1:
                out.add(names[-1].text)
        return frozenset(out)

    def verdicts(self) -> list[Verdict]:
        """The verdict on each span; a name that is surely a place once is likelier one elsewhere in the report."""
        first = [self.verdict(f) for f in self.found]
        pairs = list(zip(self.found, first, strict=True))
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

    def _listed(self, a: Found, b: Found) -> bool:
        """Whether two spans stand side by side in a list."""
        a, b = (a, b) if a.start < b.start else (b, a)
        return self.parsed.text[a.end : b.start].strip() in {",", "and", ", and", "&", "or", ";", "/"}

    def verdict(self, f: Found) -> Verdict:
        """The score and the role of a span, by itself."""
        if f.postal:
            return Verdict(4.0, "place")
        if f.demonym:
            return Verdict(3.0 if not self._inside_person(f) else 0.0, "demonym")
        score = self._strength(f) + self._label(f) + self._before(f) + self._after(f)
        return Verdict(score, self._role(f))

    def _token(self, i: int, f: Found) -> Token | None:
        tokens = self.parsed.tokens
        return tokens[i] if 0 <= i < len(tokens) and tokens[i].sent == tokens[f.first].sent else None

    def _word(self, i: int, f: Found) -> str:
        token = self._token(i, f)
        return token.text.lower().rstrip(".") if token else ""

    def _strength(self, f: Found) -> float:
        """What the name alone says."""
        best = max(x.prior for x in f.features)
        own = any(x.own for x in f.features)
        score = (3.0 if len(f.name) > 4 else 2.5) if own else min(2.5, (best - 3.2) * 0.8)
        if f.last - f.first > 1:
            score += 1.5
        if f.name.endswith(("County", "Parish")) and any(x.kind == "admin2" for x in f.features):
            score += 1.5
        if f.name.lower() in self.words.doubtful:
            score -= (
                1.5
                if not any(x.kind == "country" for x in f.features) or f.name.lower() in self.words.surnames
                else 0.5
            )
        if not own and f.name.isupper() and len(f.name) < 6:
            score -= 1.0
        return score

    def _label(self, f: Found) -> float:
        """What the parser's entity labels say."""
        labels = [t.ner for t in self.parsed.tokens[f.first : f.last]]
        score = max(_NER.get(x, _OTHER_NER) for x in labels)
        tags = {t.pos for t in self.parsed.tokens[f.first : f.last]}
        if not tags & {"PROPN", "X"}:
            score -= 0.5 if tags & {"NOUN", "ADJ"} else 1.5
        if self._inside_person(f):
            score -= 3.0
        elif f.last - f.first == 1 and f.name in self.surnames:
            score -= 1.5 if "GPE" in labels else 3.0
        return score

    def _inside_person(self, f: Found) -> bool:
        """Whether the span is a part of a person's longer name."""
        mention = self.parsed.mention_at(f.last - 1)
        previous, following = self._token(f.first - 1, f), self._token(f.last, f)
        known = people().male_names + people().female_names
        if previous and previous.text[0].isupper() and previous.text.lower() in known:
            return True
        if mention is None or mention.label != "PERSON" or mention.kind != "name":
            return False
        labels = {t.ner for t in self.parsed.tokens[f.first : f.last]}
        if "GPE" in labels and not (previous and previous.ner == "PERSON"):
            return False
        beside = [t for t in (previous, following) if t and mention.first <= t.i < mention.last and t.text[0].isupper()]
        titles = people().title_words | self.words.offices
        beside = [t for t in beside if t.text.lower().rstrip(".") not in titles and t.ner == "PERSON"]
        return any(t.i == f.first - 1 or t.ner == self.parsed.tokens[f.last - 1].ner for t in beside)

    def _before(self, f: Found) -> float:
        """What stands before the name."""
        words, w = self.words, self._word(f.first - 1, f)
        if w == "the":
            w = self._word(f.first - 2, f) if self._word(f.first - 2, f) in words.locative else w
        previous = self._token(f.first - 1, f)
        score = 0.0
        if w in words.locative:
            score += 1.5
        elif w == "of" and self._is_person(f.first - 2, f):
            score += 2.0
        elif w == "of" and self._word(f.first - 2, f) in words.compass:
            score += 2.5
        elif w == "-" and self._word(f.first - 2, f) in {"d", "r"}:
            score += 2.5
        elif w in words.linking:
            score += 0.5
        elif any(w in kind for kind in words.kinds.values()) or w in words.compass:
            score += 1.0
        if w == "of" and self._word(f.first - 2, f) in words.body_of:
            score -= 1.0
        elif w == "of" and any(self._word(f.first - 2, f) in kind for kind in words.kinds.values()):
            score += 2.0
        if previous and previous.text[0].isupper() and w in words.prefixes:
            score -= 2.5
        elif w in people().title_words and w not in {"capital", "chief"} and previous and previous.text[0].isupper():
            score -= 2.5
        elif previous and self._is_name(previous, f):
            score -= 2.0
        if w == "," and self.ends.get(f.first - 1) is not None:
            score += 1.5
        return score

    def _is_person(self, i: int, f: Found) -> bool:
        token = self._token(i, f)
        return token is not None and token.ner == "PERSON"

    def _is_name(self, token: Token, f: Found) -> bool:
        """Whether a capitalised word beside the span makes a longer name with it."""
        if not token.text[0].isupper() or not token.text[0].isalpha() or token.pos != "PROPN":
            return False
        word = token.text.lower().rstrip(".")
        if word in self.words.bodies or word in self.words.offices or word in self.words.compass:
            return False
        neighbour = self.ends.get(token.i + 1) if token.i < f.first else self.starts.get(token.i)
        return neighbour is None and word not in people().title_words and not token.text.isupper()

    def _after(self, f: Found) -> float:
        """What stands after the name."""
        words, w = self.words, self._word(f.last, f)
        following = self._token(f.last, f)
        capital = following is not None and following.text[0].isupper()
        score = 0.0
        if w == ",":
            follower = self.starts.get(f.last + 1)
            if follower is not None and any(x.kind in {"admin1", "country"} for x in follower.features):
                score += 2.0
        elif capital and (w in words.streets or w in words.buildings) and not self._body_follows(f):
            score -= 3.0
        elif w in words.ailments or w == "$" or (capital and w in words.newspapers):
            score -= 5.0
        elif capital and (w in words.bodies or w in words.offices or w in people().org_head_words):
            score += 1.0
            score -= 3.0 if f.name.startswith("St.") and w not in {"police", "city", "county"} else 0.0
        elif capital and w in words.natures:
            score -= 3.0
        elif w in {"'s", "’s"} and f.name.startswith("St"):
            score -= 3.0
        elif following is not None and capital and self._is_name(following, f):
            opens = self.parsed.tokens[f.first].ner == "ORG" == following.ner and max(x.prior for x in f.features) > 4.3
            score -= 0.0 if opens else 1.5
        elif any(w in kind for kind in words.kinds.values()):
            score += 1.0
        elif w in {"-", "--", "—", "–", "("} and self._starts_line(f):
            score += 2.0
        if not capital and following is not None and w:
            score += self._modifies(f)
        if f.name.isupper() and len(f.name) > 3 and w in {"-", "--", "—", "–", ":"}:
            score += 2.0
        return score

    def _body_follows(self, f: Found) -> bool:
        """Whether the street's word begins a body's name: "Florida Highway Patrol", "Ohio Court of Appeals"."""
        own = any(x.own for x in f.features)
        return self._word(f.last + 1, f) == "patrol" or (own and self._word(f.last, f) in self.words.bodies)

    def _modifies(self, f: Found) -> float:
        """What it says that the name modifies a common noun: "a Gainesville man"."""
        head = self.parsed.tokens[f.last - 1]
        noun = self.parsed.tokens[head.head]
        if head.dep not in {"compound", "nmod", "amod"} or noun.pos != "NOUN" or not f.last <= noun.i <= f.last + 2:
            return 0.0
        known = people()
        return 2.0 if noun.lemma in known.person_nouns or noun.text.lower() in known.group_nouns else 0.5

    def _starts_line(self, f: Found) -> bool:
        before = self.parsed.text[max(0, f.start - 2) : f.start]
        return (
            f.start == 0 or "\n" in before or self.parsed.sentences[self.parsed.tokens[f.first].sent].start == f.start
        )

    def _role(self, f: Found) -> str:
        words, w = self.words, self._word(f.last, f)
        following = self._token(f.last, f)
        states = any(x.kind in {"country", "disputed", "admin1"} for x in f.features)
        if following and following.text[0].isupper():
            if w in words.offices:
                return "government"
            if w in words.bodies or w in people().org_head_words:
                return "organisation"
        if self._word(f.first - 1, f) == "of" and self._word(f.first - 2, f) in words.body_of:
            return "organisation"
        head = self.parsed.tokens[f.last - 1]
        if head.dep in {"nsubj", "nsubjpass"} and head.head != head.i:
            verb = self.parsed.tokens[head.head]
            capital = any(x.kind == "city" and x.prior > 5.5 for x in f.features)
            if verb.lemma in words.speech and (states or capital):
                return "government"
            if states and head.dep == "nsubj" and verb.pos == "VERB" and verb.lemma not in words.inert:
                return "government"
        return "place"
