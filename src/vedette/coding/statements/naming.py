"""What somebody is called: a phrase as written, the fullest form of a body's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vedette.coding.statements.marked import NOUNS, Marked
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
_INNER = frozenset(("compound", "nmod", "amod", "poss"))
_KINDRED = frozenset(("on", "and", "to", "against"))
"""What else may stand within a name that begins with its kind ("Commission on Human Rights")."""
_NAMED = frozenset(("PROPN", "NOUN", "ADJ", "NUM"))
_CALLED = re.compile(
    r"\b(?:named|called|alias|call ?sign|surnamed|known as|calling \w{2,9}|styling \w{2,9}|with the surname|name as"
    r"|name only as|calls \w{2,7}self|(?:presented|introduced|identified|identifies) (?:only )?as|only the name"
    r"|signs (?:him|her)self) (?:only )?(?:as )?(?:the )?"
    r"((?:[A-Z][\w’'-]{0,30})(?: (?:of |the )?[A-Z][\w’'-]{0,30}){0,5})"
)
"""How news gives the name of somebody without saying that it is one."""
_ONE = frozenset(("one", "another"))
_APPOSED = re.compile(r"^\S+(?: \S+){0,8}?, an? ([^,]{3,90})")
CAPITALS = 0.8
"""Share of words with a capital from which on a sentence is a headline in capitals."""
_HEAD = 400
"""Characters at the head of a text in which its headings stand."""
_SHORT = 3
_LONG = 24
"""Tokens behind a head in which its phrase may end."""


class Naming:
    """Names the sources of one report."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.parsed = syntax.parsed
        self.tokens = syntax.tokens
        self.words = speaker_words()
        self.by_head = {m.head: m for m in reversed(self.parsed.mentions)}
        sources = Marked(syntax)
        self.marked, self.cores = sources.runs, sources.cores
        self._named: dict[int, bool] = {}
        self._unnamed: dict[int, str] = {}

    def extent(self, head: int, *, parsed: bool = False) -> tuple[int, int]:
        """The tokens of the phrase of a head, up to a comma: by the encoder, else (or if ``parsed``) by the parse."""
        marked = head in self.marked and not parsed
        mention = self.by_head.get(head)
        first, last = (mention.first, mention.last) if mention is not None else (head, head + 1)
        if marked:
            first, last = self.marked[head]
        for c in () if marked else self.parsed.children[head]:
            token = self.tokens[c]
            if c < first and token.dep in _BEFORE:
                first = min(first, self.syntax.left[c])
            elif c >= last and token.dep in _BEHIND and self.syntax.left[c] <= last:
                last = max(last, self.syntax.right[c])
        begin = head + 1 if self.tokens[head].pos in NOUNS else first + 1
        stop = next((i for i in range(begin, min(last, begin + _LONG)) if self._stops(i)), last)
        return first, max(min(last, stop), head + 1)

    def _stops(self, i: int) -> bool:
        token = self.tokens[i]
        joined = (
            self.tokens[i - 1].end == token.start and i + 1 < len(self.tokens) and token.end == self.tokens[i + 1].start
        )
        return token.text in ",;:()" or (token.text in {"—", "–", "-"} and not joined)

    def core(self, head: int) -> int:
        """The noun of the source that hangs on a token."""
        return self.cores.get(head, head)

    def phrase(self, head: int, before: int | None = None, *, parsed: bool = False) -> str:
        """The phrase of a head as written, without its article; up to a token, if one is given."""
        first, last = self.extent(head, parsed=parsed)
        last = max(min(last, before), head + 1) if before is not None else last
        while first < head and (
            self.tokens[first].text.lower() in _ARTICLES
            or not self.tokens[first].text[:1].isalnum()
            or self.tokens[first].tag in {"WRB", "CC"}
        ):
            first += 1
        text = self.syntax.text[self.tokens[first].start : self.tokens[last - 1].end]
        return _SPACE.sub(" ", text).strip(_EDGES)

    def named(self, entity: Entity) -> bool:
        """Whether a mention of an entity is a name."""
        first = entity.mentions[0]
        if first not in self._named:
            self._named[first] = any(self.parsed.mentions[i].kind == "name" for i in entity.mentions)
        return self._named[first]

    def name(self, entity: Entity) -> str | None:
        """The fullest name of an entity, else its fullest phrase."""
        if not self.named(entity):
            return self.unnamed(entity) or None
        first = self.parsed.mentions[entity.mentions[0]]
        owned = len(entity.name.split()) == 1 and self.tokens[first.first].tag == "PRP$"
        plural = self.tokens[first.head].tag in {"NNS", "NNPS"} or self.tokens[first.first].pos == "NUM"
        longer = self.marked.get(first.head, (0, 0))[1] > first.last and self.tokens[first.last].pos == "ADP"
        loose = entity.label in {"NORP", ""} and (plural or longer)
        if first.kind == "name" and (owned or loose) and first.head in self.marked:
            return self.phrase(first.head)
        return self.body(entity) if entity.label == "ORG" else entity.name or None

    def indefinite(self, head: int) -> str:
        """The phrase of a pronoun that stands for nobody told before."""
        return self._called(head) or self.phrase(head)

    def unnamed(self, entity: Entity) -> str:
        """The fullest phrase of somebody who has no name."""
        first = entity.mentions[0]
        if first not in self._unnamed:
            self._unnamed[first] = self._fullest(entity)
        return self._unnamed[first]

    def _fullest(self, entity: Entity) -> str:
        heads = [m.head for m in (self.parsed.mentions[i] for i in entity.mentions) if m.kind != "pronoun"]
        called = next((c for c in map(self._called, heads) if c is not None), None)
        if called is not None:
            return called
        phrases = [self.phrase(h) for h in heads if h in self.marked] + [self.phrase(h) for h in heads[:1]]
        return max(phrases, key=lambda p: len(p.split()), default=entity.name)

    def _called(self, head: int) -> str | None:
        """The name that a phrase gives by the way: "a man known as X", "the charity X"."""
        first, last = self.marked.get(head) or self.extent(head)
        text = _SPACE.sub(" ", self.syntax.text[self.tokens[first].start : self.tokens[last - 1].end]).strip(_EDGES)
        found = _CALLED.search(text)
        if found is not None:
            words = found[1].split()
            while len(words) > 1 and words[0].lower() in people().title_words:
                words.pop(0)
            return " ".join(words)
        token = self.tokens[head]
        apposed = _APPOSED.search(text) if token.text.lower() in _ONE else None
        if apposed is not None:
            return apposed[1]
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
        mentions = [m for m in (self.parsed.mentions[i] for i in entity.mentions) if m.kind == "name"]
        told = [m for m in mentions if not self._titled(m)] or mentions
        pairs = [(m, f) for m in mentions if (f := self._long(m, entity.name))]
        headed = self._heading(entity.name)
        if headed is not None:
            return headed
        forms = [f for m, f in pairs if m in told or {"of", "for"} & set(f.lower().split())]
        if not forms and len(told) < len(mentions):
            forms = [self._bare(m) for m in told]
            short = max(len(f.split()) for f in forms) < len(entity.name.split())
            forms = [f for _, f in pairs] or forms if short and not entity.name.isupper() else forms
        return max(forms, key=lambda f: len(f.split()), default=entity.name)

    def _heading(self, name: str) -> str | None:
        """The fuller form that a heading in capitals gives a body ("MINISTRY OF DEFENCE OF THE REPUBLIC OF LURIA")."""
        pattern = r"\b(" + re.escape(name.upper()) + r" OF [^\W\d_a-z](?:[^\W\d_a-z]|[ ,’']){3,70})(?=\n|\Z)"
        line = re.search(pattern, self.syntax.text[:_HEAD])
        if line is None:
            return None
        told = line[1] if " AND " in line[1].rpartition(",")[2] else line[1].partition(",")[0]
        return " ".join(w.lower() if w in {"OF", "THE", "AND", "FOR"} else w.capitalize() for w in told.split())

    def _bare(self, mention: Mention) -> str:
        """A name's mention without its article."""
        words = mention.span.quote.split()
        return " ".join(words[1:] if len(words) > 1 and words[0].lower() in _ARTICLES else words)

    def _titled(self, mention: Mention) -> bool:
        """Whether a mention stands in a headline with capitals, which the parser takes for one name."""
        sentence = self.parsed.sentences[self.tokens[mention.head].sent]
        words = [t for t in self.tokens[sentence.first : sentence.last] if t.text.isalpha() and len(t.text) > _SHORT]
        capital = sum(t.text[0].isupper() for t in words)
        return len(words) >= _SHORT and capital >= CAPITALS * len(words)

    def _long(self, mention: Mention, name: str) -> str | None:
        """A name's mention with the phrases behind it: "Ministry of Defence of the Republic of Luria"."""
        quote = mention.span.quote
        at = quote.find(name)
        if at < 0:
            return None
        owner = quote[:at].rstrip()
        if at + len(name) < len(quote):
            return name
        if not self._outlet(name) and owner.endswith(("'s", "’s", "s'", "s’")):
            at = 0
        last = mention.last
        joins = _JOINS | _KINDRED if name.split()[0].lower() in people().org_head_words else _JOINS
        free = self.tokens[mention.head].dep not in _INNER
        joined = last < len(self.tokens) and self.tokens[last].text.lower() in joins
        while free and joined and last < len(self.tokens) and self._goes_on(last, joins):
            last += 1
        while last > mention.last and self.tokens[last - 1].text.lower() in joins:
            last -= 1
        text = _SPACE.sub(" ", self.syntax.text[mention.span.start + at : self.tokens[last - 1].end]).strip(_EDGES)
        article = text.split()[0].lower() in _ARTICLES
        return text.split(" ", 1)[-1] if article else text

    def _outlet(self, name: str) -> bool:
        """Whether a name is an acronym or ends in a word for outlets, to which no owner belongs."""
        last = name.split()[-1].lower()
        return name.isupper() or any(last in row for row in people().media)

    def _goes_on(self, i: int, joins: frozenset[str]) -> bool:
        token = self.tokens[i]
        if token.sent != self.tokens[i - 1].sent:
            return False
        if token.ner in {"DATE", "TIME"}:
            return False
        if token.text == "and" and i + 1 < len(self.tokens) and self.tokens[i + 1].text == "the":
            return False
        small = token.text.lower() in joins or token.tag == "POS"
        return small or (token.text[:1].isupper() and token.pos in _NAMED)


class Resolver:
    """What resolves one sort of source starts from: the report, its parse, and what its sources are called."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self.syntax = naming.syntax
        self.parsed = naming.parsed
        self.tokens = naming.tokens
        self.by_head = naming.by_head
