"""Names beside the nominals that they explain: "the chairman of the chamber, X Y," and "X Y, the commander,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.reading.known import known_names
from vedette.tables.people import people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.record import Mention, Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_CLOSES = frozenset((",", ".", ")", ";", ":", "”", '"', "–", "—", "-", "?", "!", "’"))
_ARTICLES = frozenset(("the", "a", "an"))
_PLACES = frozenset(("GPE", "LOC", "NORP", "FAC"))
_BY = frozenset(("by", "to", "from", "with"))
_BRACKET = 5
"""Tokens of a remark in brackets."""
_BETWEEN = 14
"""Tokens of what may stand between the head of a nominal and the comma before its name."""


class Appositions:
    """Finds, by commas alone, the names that explain nominals: the parser loses many of them in far-off names."""

    def __init__(self, tokens: tuple[Token, ...], mentions: tuple[Mention, ...]) -> None:
        self.tokens = tokens
        self.mentions = mentions
        self.table = people()
        self.starts: dict[int, int] = {}
        for i, m in reversed(list(enumerate(mentions))):
            self.starts[m.first] = i

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs of a nominal and the name that it explains or that explains it, as indices of mentions."""
        for i, m in enumerate(self.mentions):
            one = self.tokens[m.head].text.lower() in {"one", "another"}
            if (m.kind != "nominal" and not one) or (m.label == "GROUP" and not self._body(m)):
                continue
            after = self._after(m)
            after = self._beside(m) if after is None else after
            if after is not None:
                yield i, after
                continue
            before = self._before(i, m)
            if before is not None:
                yield i, before

    def _after(self, nominal: Mention) -> int | None:
        """The name behind a nominal and a comma, closed by another: "the mayor of Dar, X Y, said"."""
        comma = self._comma(nominal)
        if comma is None:
            return None
        for at in range(comma + 1, min(comma + 9, len(self.tokens))):
            index = self.starts.get(at)
            name = self.mentions[index] if index is not None else None
            if name is not None and self._may(nominal, name) and self._closed(name.last):
                return index
            if name is not None and name.kind == "nominal" and self._one_kind(nominal, name):
                return self._beside(name)
            if not self._skipped(at):
                return None
        return None

    def _one_kind(self, a: Mention, b: Mention) -> bool:
        """Whether two nominals are both of a body or both of a person ("the head of the jury, the director X Y")."""
        return (self._body(a) and self._body(b)) or a.label == b.label == "PERSON"

    def _skipped(self, i: int) -> bool:
        """Whether a word may stand between a comma and the name behind it: a title, "named"."""
        word = self.tokens[i].text.lower().rstrip(".")
        return (
            word in self.table.title_words
            or word
            in {"the", "named", "as", "called", "", "-", "(", ")", "ret", "retired", "first", "second", "third", "rank"}
            or word.split("-")[-1] in self.table.title_words
        )

    def _beside(self, nominal: Mention) -> int | None:
        """The name right behind a noun for a body: "the agency X"."""
        last = self._unbracketed(nominal.last)
        index = self.starts.get(last)
        tags = {"NN"} if last == nominal.last else {"NN", "NNP"}
        single = self.tokens[nominal.head].tag in tags
        person = nominal.label == "PERSON" and single
        if index is None or not (self._body(nominal) or person) or nominal.last != nominal.head + 1:
            return None
        name = self.mentions[index]
        near = self.tokens[nominal.last].sent == self.tokens[nominal.head].sent
        capital = self.tokens[name.head].text[:1].isupper() and single
        kind = name.label == "PERSON" if person else name.label != "NORP"
        return index if near and capital and name.kind == "name" and kind else None

    def _unbracketed(self, i: int) -> int:
        """Behind a short remark in brackets: "Rear Admiral (ret.) X"."""
        near = range(i, min(i + _BRACKET, len(self.tokens)))
        if not near or self.tokens[i].text != "(":
            return i
        return next((k + 1 for k in near if self.tokens[k].text == ")"), i)

    def _comma(self, nominal: Mention) -> int | None:
        """The comma behind a nominal and what is of it, without a verb between."""
        for i in range(nominal.head + 1, min(nominal.head + _BETWEEN, len(self.tokens))):
            token = self.tokens[i]
            if token.text == ",":
                return i
            if token.text == "and" and self._joins(i):
                continue
            if token.tag in _FINITE or token.text in {"and", "or", ";", ":", "(", "who", "which", ".", "”", '"'}:
                return None
            if token.sent != self.tokens[nominal.head].sent:
                return None
        return None

    def _joins(self, i: int) -> bool:
        """Whether an "and" stands within a name ("the minister of Water and Energy,")."""
        after = self.tokens[min(i + 1, len(self.tokens) - 1)]
        return self.tokens[i - 1].text[:1].isupper() and after.text[:1].isupper()

    def _closed(self, last: int) -> bool:
        if last >= len(self.tokens) or self.tokens[last].sent != self.tokens[last - 1].sent:
            return True
        after = self.tokens[last]
        if after.text == "of" or after.text == "in":
            return any(t.text in {",", "."} for t in self.tokens[last : last + 6])
        if after.text == "," and last + 1 < len(self.tokens):
            return self.tokens[last + 1].text not in {"and", "or"}
        return after.text in _CLOSES or after.text[0] in "”’\"'"

    def _before(self, index: int, nominal: Mention) -> int | None:
        """The name before a comma and a nominal that tells who that is: "X Y, the brigade's commander,"."""
        i = nominal.first - 1
        if i > 2 and self.tokens[i - 1].text.isdigit() and self.tokens[i - 2].text == ",":
            i -= 2
        if i < 1 or self.tokens[i].text != "," or nominal.label != "PERSON":
            return None
        if self.tokens[nominal.first].text.lower() not in _ARTICLES and self.tokens[nominal.head].dep != "appos":
            return None
        for k in range(index - 1, max(-1, index - 6), -1):
            name = self.mentions[k]
            placed = name.first > 0 and self.tokens[name.first - 1].pos == "ADP" and name.label != "PERSON"
            if name.last == i and name.kind == "name" and self._person(name) and not placed:
                comma = self._comma(nominal)
                closed = comma is not None or self._closed(nominal.last)
                listed = comma is not None and self.tokens[min(comma + 1, len(self.tokens) - 1)].text in {"and", "or"}
                return k if closed and not listed else None
        return None

    def _acts(self, nominal: Mention) -> bool:
        """Whether a noun that no table knows stands where a person does: "his fiancee, X Y, said"."""
        token = self.tokens[nominal.head]
        if nominal.label not in {"THING", ""} or token.ner or not token.text.islower():
            return False
        return token.dep in {"nsubj", "nsubjpass"} or (token.dep == "pobj" and self.tokens[token.head].text in _BY)

    def _person(self, name: Mention) -> bool:
        """Whether a name is, or may be, a person's: the parser takes many for something else."""
        words = self.tokens[name.first : name.last]
        capital = len(words) > 1 and all(t.text[:1].isupper() or t.text in {"-", "al"} for t in words)
        first = words[0].text.lower()
        if len(words) == 1 and (first in self.table.male_set or first in self.table.female_set):
            return True
        return name.label == "PERSON" or (
            capital and name.label not in {"NORP"} and words[-1].text.lower() not in self.table.org_head_words
            and known_names().get(name.span.quote.lower()) is None
        )  # fmt: skip

    def _body(self, nominal: Mention) -> bool:
        return (
            self.tokens[nominal.head].lemma.lower() in self.table.company_set and self.tokens[nominal.head].tag != "CD"
        )

    def _may(self, nominal: Mention, name: Mention) -> bool:
        """Whether a nominal and a name are of one kind."""
        if name.kind != "name":
            return False
        if self._body(nominal) and name.label not in _PLACES:
            several = self.tokens[nominal.head].tag == "NNS"
            first = self.tokens[name.first].text.lower()
            called = first in self.table.male_set or first in self.table.female_set or first in self.table.title_words
            return several or name.label != "PERSON" or nominal.label == "PERSON" or not called
        if name.label == "PERSON":
            single = self.tokens[nominal.head].tag in {"NN", "NNP"}
            return single and (nominal.label == "PERSON" or self._acts(nominal))
        capital = all(
            t.text[:1].isupper() or "-" in t.text or "’" in t.text for t in self.tokens[name.first : name.last]
        )
        return (
            nominal.label == "PERSON"
            and name.label not in _PLACES
            and capital
            and self.tokens[nominal.head].tag == "NN"
        )
