"""What somebody is called: a phrase as written, the fullest form of a body's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vedette.tables.people import people
from vedette.tables.speakers import speaker_words

if TYPE_CHECKING:
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Entity, Mention

_SPACE = re.compile(r"\s+")
_EDGES = " \t\n,;:.–—-\"“”'‘’«»()[]"
_ARTICLES = frozenset(("the", "a", "an"))
_BEHIND = frozenset(("prep", "acl", "relcl", "advmod", "npadvmod", "amod", "nummod"))
_BEFORE = frozenset(
    ("det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "case", "advmod", "neg")
)
_JOINS = frozenset(("of", "for", "in", "at", "the", "de"))
_NAMED = frozenset(("PROPN", "NOUN", "ADJ", "NUM"))
_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"))
_CALLED = re.compile(
    r"\b(?:named|called|alias|call ?sign|surnamed|known as|calling \w{2,9}|styling \w{2,9}|with the surname|name as"
    r"|name only as|only the name|signs (?:him|her)self) (?:only )?(?:as )?(?:the )?"
    r"((?:[A-Z][\w’'-]{0,30})(?: (?:of |the )?[A-Z][\w’'-]{0,30}){0,5})"
)
"""How news gives the name of somebody without saying that it is one."""
_LONG = 24
"""Tokens behind a head in which its phrase may end."""


class Naming:
    """Names the sources of one report."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.parsed = syntax.parsed
        self.tokens = syntax.tokens
        self.words = speaker_words()
        self.marked = self._marked()
        self.by_head = {m.head: m for m in reversed(self.parsed.mentions)}

    def _marked(self) -> dict[int, tuple[int, int]]:
        """The sources that the encoder found, as tokens, by the token on which their others hang."""
        found: dict[int, tuple[int, int]] = {}
        for source in (p for a in self.parsed.attributed for p in a.source):
            first = self.syntax.first_token(source[0])
            last = max(self.syntax.first_token(source[1] - 1) + 1, first + 1)
            if first >= len(self.tokens):
                continue
            head = self.root(first, min(last, len(self.tokens)))
            old = found.get(head, (head, head))
            if last - first > old[1] - old[0]:
                found[head] = first, min(last, len(self.tokens))
        return found

    def root(self, first: int, last: int) -> int:
        """The token on which the others of a run hang."""
        inside = range(first, last)
        roots = [i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i]
        return next((i for i in roots if self.tokens[i].pos in {"PROPN", "NOUN", "PRON"}), (roots or [first])[0])

    def extent(self, head: int) -> tuple[int, int]:
        """The tokens of the phrase of a head: as the encoder marks it, else by the parse, up to a comma."""
        mention = self.by_head.get(head)
        first, last = (mention.first, mention.last) if mention is not None else (head, head + 1)
        if head in self.marked:
            first, last = self.marked[head]
        for c in () if head in self.marked else self.parsed.children[head]:
            token = self.tokens[c]
            if c < first and token.dep in _BEFORE:
                first = min(first, self.syntax.left[c])
            elif c >= last and token.dep in _BEHIND and self.syntax.left[c] <= last:
                last = max(last, self.syntax.right[c])
        begin = head + 1 if self.tokens[head].pos in _NOUNS else first + 1
        stop = next((i for i in range(begin, min(last, begin + _LONG)) if self._stops(i)), last)
        return first, max(min(last, stop), head + 1)

    def _stops(self, i: int) -> bool:
        token = self.tokens[i]
        joined = (
            self.tokens[i - 1].end == token.start and i + 1 < len(self.tokens) and token.end == self.tokens[i + 1].start
        )
        return token.text in ",;:()" or (token.text in {"—", "–", "-"} and not joined)

    def core(self, head: int) -> int:
        """The noun of a source whose parse hangs on something else ("the mayor, reached by telephone,")."""
        if head not in self.marked or self.tokens[head].pos in _NOUNS:
            return head
        first, last = self.extent(head)
        return next(
            (i for i in range(last - 1, first - 1, -1) if i in self.by_head and self.tokens[i].pos in _NOUNS), head
        )

    def phrase(self, head: int) -> str:
        """The phrase of a head as written, without its article."""
        first, last = self.extent(head)
        while first < head and (
            self.tokens[first].text.lower() in _ARTICLES or not self.tokens[first].text[:1].isalnum()
        ):
            first += 1
        text = self.syntax.text[self.tokens[first].start : self.tokens[last - 1].end]
        return _SPACE.sub(" ", text).strip(_EDGES)

    def name(self, entity: Entity) -> str | None:
        """The fullest name of an entity, else its fullest phrase."""
        named = any(self.parsed.mentions[i].kind == "name" for i in entity.mentions)
        if not named:
            return self.unnamed(entity) or None
        return self.body(entity) if entity.label == "ORG" else entity.name or None

    def unnamed(self, entity: Entity) -> str:
        """The fullest phrase of somebody who has no name."""
        heads = [m.head for m in (self.parsed.mentions[i] for i in entity.mentions) if m.kind != "pronoun"]
        called = next((c for c in map(self._called, heads) if c is not None), None)
        if called is not None:
            return called
        phrases = [self.phrase(h) for h in heads if h in self.marked] + [self.phrase(h) for h in heads]
        return max(phrases, key=lambda p: len(p.split()), default=entity.name)

    def _called(self, head: int) -> str | None:
        """The name that a phrase gives by the way: "a man known as X", "the charity X"."""
        first, last = self.marked.get(head) or self.extent(head)
        text = _SPACE.sub(" ", self.syntax.text[self.tokens[first].start : self.tokens[last - 1].end]).strip(_EDGES)
        found = _CALLED.search(text)
        if found is not None:
            return found[1]
        token = self.tokens[head]
        if (
            token.text in people().company_set
            and token.tag == "NN"
            and head + 1 < last
            and self.tokens[head + 1].text[:1].isupper()
        ):
            return self.syntax.text[self.tokens[head + 1].start : self.tokens[self.extent(head)[1] - 1].end]
        return None

    def body(self, entity: Entity) -> str:
        """The fullest form of a body's name: with what it is of, and where, if that belongs to its phrase."""
        mentions = [self.parsed.mentions[i] for i in entity.mentions]
        forms = [self._long(m, entity.name) for m in mentions if m.kind == "name"]
        return max((f for f in forms if f), key=lambda f: len(f.split()), default=entity.name)

    def _long(self, mention: Mention, name: str) -> str | None:
        """A name's mention with the phrases behind it: "Ministry of Defence of the Republic of Luria"."""
        quote = mention.span.quote
        at = quote.find(name)
        if at < 0:
            return None
        owner = quote[:at].rstrip()
        if at + len(name) < len(quote):
            return name
        if owner.endswith(("'s", "’s", "s'", "s’")):
            at = 0
        last = mention.last
        while last < len(self.tokens) and self._goes_on(last):
            last += 1
        while last > mention.last and self.tokens[last - 1].text.lower() in _JOINS:
            last -= 1
        text = _SPACE.sub(" ", self.syntax.text[mention.span.start + at : self.tokens[last - 1].end]).strip(_EDGES)
        article = text.split()[0].lower() in _ARTICLES
        return text.split(" ", 1)[-1] if article else text

    def _goes_on(self, i: int) -> bool:
        token = self.tokens[i]
        if token.sent != self.tokens[i - 1].sent:
            return False
        if token.ner in {"DATE", "TIME"}:
            return False
        small = token.text.lower() in _JOINS or token.tag == "POS"
        return small or (token.text[:1].isupper() and token.pos in _NAMED)
