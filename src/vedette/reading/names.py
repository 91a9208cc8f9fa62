"""What kind of name a name is; repairs the parser's labels, which are weak on news of far places."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vedette.reading.known import known_names, known_nouns
from vedette.reading.offices import office_bearer
from vedette.tables.people import people

if TYPE_CHECKING:
    from vedette.record import Token

_PLACES = frozenset(("GPE", "LOC", "FAC", "NORP"))
_DETERMINERS = frozenset(("the", "a", "an"))
_PARTICLES = frozenset(("al", "el", "ul", "ad", "as", "ash", "an", "ar", "az", "at", "e", "i", "ye"))
"""Particles before the hyphen of a name ("Rafi al-Hadir")."""


_BURMESE = frozenset(("U", "Daw", "Ko", "Ma"))
"""Burmese titles, which elsewhere are parts of names or initials."""
_LETTERS = 3
"""Capitals before a name that are a rank or a body ("ACP Kofi Ansa"), no initials."""


class Namer:
    """Labels the names and nominals of one report."""

    def __init__(self, text: str, tokens: tuple[Token, ...]) -> None:
        self.text = text
        self.tokens = tokens
        self.table = people()

    def is_name(self, first: int, head: int) -> bool:
        """Whether a phrase with a common noun as head is a name by its capitals ("the Foreign Ministry")."""
        words = [t for t in self.tokens[first : head + 1] if t.text.lower() not in _DETERMINERS and t.pos != "PART"]
        if (
            not self.tokens[head].text[:1].isupper()
            or len(words) < 2
            or (self.tokens[head].tag == "NN" and head == first)
        ):
            return False
        begins = not first or self.tokens[first - 1].sent != self.tokens[first].sent
        return all(t.text[:1].isupper() for t in words) and not (begins and len(words) < 3)

    def outlet(self, first: int, head: int) -> bool:
        """Whether a phrase is the name of an outlet with a noun that says so ("the Tabarin agency")."""
        loose = self.tokens[first].text.lower() in {"a", "an"}
        if self.tokens[head].text not in self.table.outlet_set or head == first or loose:
            return False
        before = self.tokens[head - 1]
        name = f"{self.tokens[head - 2].text} {before.text}" if head - first > 1 else before.text
        words = {before.text.lower(), name.lower()}
        titled = before.text.lower() in self.table.org_head_words or before.text.lower() in self.table.title_words
        near = self.tokens[head].text == "agency" or any(t.tag == "POS" for t in self.tokens[first:head])
        told = any(t.text[:1].isupper() and self._medium(t.text) for t in self.tokens[first:head])
        placed = not near and before.ner in {"GPE", "NORP", "LOC", "DATE"}
        named = before.pos in {"PROPN", "NOUN", "ADJ"} and before.text[:1].isupper() and before.tag != "POS"
        known = any(known_names().get(w) in {"GPE", "NORP"} for w in words)
        return named and not titled and (told or not (known or placed))

    def _medium(self, word: str) -> bool:
        """Whether a word of a name tells an outlet ("Voice", "Radio")."""
        return any(word.lower() in row for row in self.table.media)

    def label(self, first: int, last: int, head: int) -> str:
        """The label of a name: by a title before it, by its last word, else by what the parser says of most words."""
        words = self.tokens[first:last]
        known = self._known(first, last)
        if known:
            return known
        last_word = self.tokens[head].text.lower().rstrip(".")
        core = name_start(self.tokens, first, head)
        titled = core <= head and self._rank_before(core, first)
        if last_word in self.table.org_head_words and not (titled and self.tokens[head].ner == "PERSON"):
            return "ORG"
        if any(t.text in self.table.outlet_set for t in words[:-1]):
            return "ORG"
        if titled and not self._is_place(head):
            return "PERSON"
        if core > head:
            return "PERSON"
        votes = Counter(t.ner for t in words[core - first :] if t.ner)
        own = self.tokens[head].ner
        acronym = self.tokens[head].text.replace(".", "")
        if (
            acronym.isupper()
            and len(acronym) > 1
            and own in {"", "GPE", "PERSON", "NORP", "PRODUCT", "WORK_OF_ART"}
            and len(self.text) > len(acronym)
        ):
            if acronym.lower() in self.table.state_acronyms:
                return "GPE"
            if own != "GPE" or len(acronym) < 5:
                return "ORG"
        if own != "PERSON" and self._first_name(core, head):
            return "PERSON"
        if own and own not in {"DATE", "CARDINAL", "ORDINAL"}:
            return own
        return max(votes.items(), key=lambda kv: (kv[1], kv[0]), default=("", 0))[0]

    def _first_name(self, core: int, head: int) -> bool:
        """Whether a name of two or three words begins with a first name."""
        word = self.tokens[core].text.lower()
        known = word in self.table.male_set or word in self.table.female_set
        capital = all(t.text[:1].isupper() for t in self.tokens[core : head + 1])
        return known and capital and 1 <= head - core <= 2

    def all_title(self, first: int, last: int) -> bool:
        """Whether the words are titles and no name ("Supreme Leader")."""
        words = (t.text.lower().rstrip(".") for t in self.tokens[first : last + 1])
        return all(w in self.table.title_words or w in self.table.modifier_words for w in words)

    def _known(self, first: int, last: int) -> str:
        """The label that the actor tables have for a name, with or without its article."""
        while first < last - 1 and self.tokens[first].text.lower() in _DETERMINERS:
            first += 1
        name = self.text[self.tokens[first].start : self.tokens[last - 1].end].lower().replace("’", "'")
        return known_names().get(" ".join(name.split()), "")

    def office_and_name(self, first: int, last: int) -> bool:
        """Whether an office of several words and a name follow each other ("Secretary of State Ana Kolvi")."""
        size = _role_phrase(self.tokens, first, last, known_nouns())
        return 0 < size < last - first and self.tokens[last - 1].pos == "PROPN"

    def title_only(self, first: int, head: int) -> bool:
        """Whether a phrase names an office and nobody ("the Supreme Leader", "the U.S. Secretary of State")."""
        token = self.tokens[head]
        if token.text.lower() not in self.table.title_words or token.ner == "PERSON":
            return False
        own = [
            t
            for t in self.tokens[first:head]
            if t.pos == "PROPN" and t.text.lower().rstrip(".") not in self.table.title_words
        ]
        if (
            len(own) > 1
            and self.tokens[first].pos == "PROPN"
            and not all(t.text.lower() in known_names() or t.ner in _PLACES for t in own)
        ):
            return False
        before = self.tokens[head - 1].text.lower().rstrip(".") if head > first else ""
        return before not in self.table.male_titles and before not in self.table.female_titles

    def _is_place(self, head: int) -> bool:
        return self.tokens[head].ner in _PLACES and self.tokens[head].dep != "nsubj"

    def _rank_before(self, core: int, first: int) -> bool:
        while core > first and self.tokens[core - 1].text == ".":
            core -= 1
        if core == first:
            return False
        before = self.tokens[core - 1].text.lower().rstrip(".")
        return before in self.table.title_words

    def nominal_label(self, token: Token) -> str:
        """PERSON, GROUP or THING for a common noun; empty where that can't be told."""
        lemma, text = token.lemma.lower(), token.text.lower()
        if text in {"one", "another"}:
            return "PERSON"
        if token.pos == "ADJ" and token.tag == "JJ" and text in self.table.title_words:
            return "PERSON"
        if token.pos in {"NUM", "DET", "ADJ"}:
            return "GROUP" if token.tag in {"NNS", "JJ", "CD"} else ""
        if text in self.table.group_nouns:
            return "GROUP"
        if token.tag == "NN" and lemma in self.table.person_nouns:
            return "PERSON"
        told = known_nouns().get(text)
        if told:
            return "GROUP" if token.tag == "NNS" else told
        if lemma in self.table.person_nouns or lemma.split("-")[-1] in self.table.person_nouns:
            return "GROUP" if token.tag == "NNS" else "PERSON"
        if lemma in self.table.group_nouns:
            return "GROUP"
        if lemma.endswith(self.table.person_suffixes) and lemma not in self.table.not_persons:
            return "GROUP" if token.tag == "NNS" else "PERSON"
        return "THING"


def name_start(tokens: tuple[Token, ...], first: int, head: int) -> int:
    """The token at which the bare name begins: after titles, offices, possessors and what else describes.

    Past ``head`` where the phrase is all title ("the Supreme Leader").
    """
    words, nouns = people().title_words, known_nouns()
    bearer = office_bearer(tokens, first)
    if bearer is not None and bearer[1] == head + 1:
        return bearer[0]
    start = first
    i = first
    if _descriptor(tokens, first, head):
        start = i = first + 1
    while i <= head:
        token = tokens[i]
        text = token.text.lower().rstrip(".")
        phrase = _role_phrase(tokens, i, head, nouns)
        described = token.pos in {"DET", "PART", "NOUN", "ADJ", "NUM"} and not token.text[:1].isupper()
        if phrase:
            i += phrase
            start = i
            continue
        if start < i < head and token.tag == "HYPH" and _in_name(tokens, i, words):
            i += 2
            continue
        described = described or token.text in people().outlet_set
        if text in words or text.split("-")[-1] in words or described or token.tag in {"POS", "HYPH"}:
            start = i + 1
        i += 1
    while start < head and not tokens[start].text[:1].isalnum():
        start += 1
    return start


def _descriptor(tokens: tuple[Token, ...], i: int, head: int) -> bool:
    """Whether a phrase begins with what somebody is, in a capital: "Sociologist Ina Kaln"."""
    table = people()
    word = tokens[i].text.lower()
    name = word in table.male_set or word in table.female_set
    told = word in table.person_nouns or word.endswith(("ologist", "ician"))
    told = told or tokens[i].text in _BURMESE
    if name or head - i < 2 or not tokens[i + 1].text[:1].isupper():
        return False
    letters = tokens[i].text.isupper() and len(word) >= _LETTERS and tokens[i + 1].text[1:].islower()
    return told or letters


def _in_name(tokens: tuple[Token, ...], i: int, titles: frozenset[str]) -> bool:
    """Whether a hyphen joins two parts of a name ("Har-Shefi", "Ki-moon"), and no title or participle to one."""
    before, after = tokens[i - 1], tokens[i + 1]
    glued = before.end == tokens[i].start and tokens[i].end == after.start
    named = (before.text[:1].isupper() or before.text.lower() in _PARTICLES) and (
        after.pos in {"PROPN", "NOUN"} or after.text[:1].isupper()
    )
    return glued and named and not {before.text.lower(), after.text.lower()} & titles


def _role_phrase(tokens: tuple[Token, ...], i: int, head: int, nouns: dict[str, str]) -> int:
    """How many tokens a known office of several words takes at ``i`` ("secretary of state"); 0 where none begins."""
    for size in (4, 3, 2):
        if i + size <= head:
            phrase = " ".join(t.text.lower().rstrip(".") for t in tokens[i : i + size])
            if nouns.get(phrase) == "PERSON":
                return size
    return 0
