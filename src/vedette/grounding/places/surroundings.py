"""What the words before and after a name say of whether it is a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.tables.people import people
from vedette.tables.places import place_words

if TYPE_CHECKING:
    from vedette.grounding.places.finding import Found
    from vedette.record import Parsed, Token

DASHES = frozenset({"-", "--", "—", "–"})
_CIVIC = frozenset({"police", "city", "county"})
_KNOWN_PRIOR = 4.3
_ENDS = frozenset({"of", "in", "and", "the", "free"})


class Surroundings:
    """Reads the neighbours of the spans of one report. Scores add up, in steps of a half (see ``evidence``)."""

    def __init__(self, parsed: Parsed, found: list[Found]) -> None:
        self.parsed = parsed
        self.words = place_words()
        self.kind_nouns = frozenset(w for kind in self.words.kinds.values() for w in kind)
        self.starts = {f.first: f for f in found}
        self.ends = {f.last: f for f in found}

    def token(self, i: int, f: Found) -> Token | None:
        """A token of the span's sentence."""
        tokens = self.parsed.tokens
        return tokens[i] if 0 <= i < len(tokens) and tokens[i].sent == tokens[f.first].sent else None

    def word(self, i: int, f: Found) -> str:
        """A token in lower case without a full stop; empty outside the sentence."""
        token = self.token(i, f)
        return token.text.lower().rstrip(".") if token else ""

    def before(self, f: Found) -> float:
        """The score of what stands before."""
        score = self._preposition(f)
        w, w2 = self.word(f.first - 1, f), self.word(f.first - 2, f)
        if w == "-" and w2 in self.words.particles:
            return -3.5
        if w in _ENDS and self.parsed.text[max(0, f.start - 40) : f.start].lower().rstrip().endswith(
            self.words.group_names
        ):
            return -6.0
        if w == "of" and w2 in self.words.body_of:
            score -= 1.0
        elif w == "of" and w2 in self.kind_nouns:
            score += 2.0
        elif w == "," and f.first - 1 in self.ends:
            score += 1.5
        previous = self.token(f.first - 1, f)
        if previous and previous.text[0].isupper():
            title = w in people().title_words and w not in {"capital", "chief"}
            if title or w in self.words.prefixes or w in self.words.particles:
                score -= 3.5
            elif self._goes_on(previous, f):
                score -= 2.0
        return score

    def _preposition(self, f: Found) -> float:
        words = self.words
        w, w2 = self.word(f.first - 1, f), self.word(f.first - 2, f)
        if w == "the" and w2 in words.locative:
            w = w2
        if w in words.locative:
            return 1.5
        if w == "of":
            person = self.token(f.first - 2, f)
            if person is not None and person.ner == "PERSON":
                return 2.0
            return 2.5 if w2 in words.compass else 0.5
        if w == "-" and w2 in {"d", "r"}:
            return 2.5
        if w in words.linking:
            return 0.5
        return 1.0 if w in self.kind_nouns or w in words.compass else 0.0

    def _goes_on(self, token: Token, f: Found) -> bool:
        """Whether a capitalised word beside the span makes a longer name with it."""
        if not token.text[0].isupper() or token.pos != "PROPN":
            return False
        word, words = token.text.lower().rstrip("."), self.words
        if word in words.bodies or word in words.offices or word in words.compass:
            return False
        neighbour = self.ends.get(token.i + 1) if token.i < f.first else self.starts.get(token.i)
        return neighbour is None and word not in people().title_words and not token.text.isupper()

    def after(self, f: Found) -> float:
        """The score of what stands after."""
        following = self.token(f.last, f)
        if following is None:
            return 0.0
        score = self._capital(following, f) if following.text[0].isupper() else self._small(following, f)
        if f.name.isupper() and len(f.name) > 3 and following.text in DASHES | {":"}:
            score += 2.0
        return score

    def _capital(self, following: Token, f: Found) -> float:
        """A capitalised word: of a street, a body, an office, or of a longer name."""
        words, w = self.words, following.text.lower().rstrip(".")
        if f.name.lower() in words.particles:
            return -4.0
        if (w in words.streets or w in words.buildings) and not self._body_follows(f):
            return -3.0
        if w in words.ailments or w in words.newspapers:
            return -5.0
        if w in words.bodies or w in words.offices or w in people().org_head_words:
            return -2.0 if f.name.startswith("St.") and w not in _CIVIC else 1.0
        if w in words.natures:
            return -3.0
        if self._goes_on(following, f):
            opens = self.parsed.tokens[f.first].ner == "ORG" == following.ner
            return 0.0 if opens and max(x.prior for x in f.features) > _KNOWN_PRIOR else -1.5
        return 1.0 if w in self.kind_nouns else 0.0

    def _small(self, following: Token, f: Found) -> float:
        """A word in small letters, or a mark."""
        w = following.text.lower().rstrip(".")
        score = self._modifies(f) if w else 0.0
        if w in self.words.ailments or w == "$":
            return score - 5.0
        if w in {"'s", "’s"} and f.name.startswith("St"):
            return score - 3.0
        if w == ",":
            follower = self.starts.get(f.last + 1)
            held = follower is not None and any(x.kind in {"admin1", "country"} for x in follower.features)
            return score + (2.0 if held else 0.0)
        if w in self.kind_nouns:
            return score + 1.0
        return score + (2.0 if w in DASHES | {"("} and self._starts_line(f) else 0.0)

    def _body_follows(self, f: Found) -> bool:
        """Whether the street's word begins a body's name: "Florida Highway Patrol", "Ohio Court of Appeals"."""
        own = any(x.own for x in f.features)
        return self.word(f.last + 1, f) == "patrol" or (own and self.word(f.last, f) in self.words.bodies)

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
        sentence = self.parsed.sentences[self.parsed.tokens[f.first].sent]
        return f.start == 0 or "\n" in before or sentence.start == f.start
