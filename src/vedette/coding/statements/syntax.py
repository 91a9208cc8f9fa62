"""The parse of a report, with what the statement rules ask of it again and again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from vedette.tables.attribution import attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.record import Parsed, Quotation, Token

SUBJECTS = frozenset(("nsubj", "csubj"))
_SHARED = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "acl", "acomp", "attr", "oprd"))
_QUOTING = frozenset(("quote", "cite", "report"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
_QUOTES = frozenset("“”\"‘’'`«»")
_TRIM = frozenset(".,;:—–-")
_AUX = frozenset(("aux", "auxpass", "neg"))


class Syntax:
    """One report: edges of subtrees, subjects, quotations by token."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        self.text = parsed.text
        n = len(self.tokens)
        self.left, self.right = list(range(n)), list(range(1, n + 1))
        self._edges()
        self.starts = [t.start for t in self.tokens]
        outer, end = [], 0
        for q in parsed.quotations:
            if q.span.start >= end:
                outer.append(q)
                end = q.span.end
        self.quotes: tuple[Quotation, ...] = tuple(outer)
        self.saying = attribution().clause_verbs
        self._all_starts = [q.span.start for q in parsed.quotations]
        self._quote_starts = [q.span.start for q in outer]

    def _edges(self) -> None:
        """Widens the edges of every head to those of its dependents, from the deepest up."""
        order: list[int] = [t.i for t in self.tokens if t.head == t.i]
        for node in order:
            order.extend(self.parsed.children[node])
        for node in reversed(order):
            head = self.tokens[node].head
            self.left[head] = min(self.left[head], self.left[node])
            self.right[head] = max(self.right[head], self.right[node])

    def phrase(self, i: int) -> tuple[int, int]:
        """The tokens of the subtree of a token, the last exclusive."""
        return self.left[i], self.right[i]

    def kids(self, i: int, *deps: str) -> Iterator[Token]:
        """The dependents of a token with one of the labels."""
        for c in self.parsed.children[i]:
            if self.tokens[c].dep in deps:
                yield self.tokens[c]

    def kid(self, i: int, *deps: str) -> Token | None:
        """The first dependent with one of the labels."""
        return next(self.kids(i, *deps), None)

    def first_token(self, offset: int) -> int:
        """The first token that ends after a character offset."""
        i = bisect_left(self.starts, offset)
        return i - 1 if i and self.tokens[i - 1].end > offset else i

    def quote_at(self, offset: int) -> Quotation | None:
        """The outermost quotation that holds a character offset."""
        k = bisect_right(self._quote_starts, offset) - 1
        return self.quotes[k] if k >= 0 and offset < self.quotes[k].span.end else None

    def quotes_from(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The outermost quotations that begin between two character offsets."""
        return self.quotes[bisect_left(self._quote_starts, start) : bisect_left(self._quote_starts, end)]

    def quotations_in(self, start: int, end: int) -> Iterator[Quotation]:
        """The quotations, nested ones too, whose words lie between two character offsets."""
        for q in self.parsed.quotations[bisect_left(self._all_starts, start - 2) :]:
            if q.span.start >= end:
                return
            if start <= q.inner.start and q.inner.end <= end:
                yield q

    def subject(self, i: int, depth: int = 4) -> Token | None:
        """The subject of a predicate: its own, one it shares, else the noun right before it."""
        own = self.kid(i, *SUBJECTS)
        if own is not None:
            return own
        if self.kid(i, "nsubjpass") is not None or depth == 0:
            return self.agent(i)
        token = self.tokens[i]
        if token.tag == "VBG" and (quoted := self._quoted_as(token)) is not None:
            return quoted
        if token.head == i or token.dep not in _SHARED:
            return self._before(i) if token.tag in _FINITE else None
        return self._shared(token, depth)

    def _quoted_as(self, saying: Token) -> Token | None:
        """Who says in "X was quoted by Y as saying" and "Y quoted X as saying": X."""
        prep = self.tokens[saying.head]
        verb = self.tokens[prep.head]
        if prep.text.lower() != "as" or verb.lemma not in _QUOTING:
            return None
        return self.kid(verb.i, "nsubjpass") if self.kid(verb.i, "nsubjpass") else self.kid(verb.i, "dobj")

    def quotes_somebody(self, verb: Token) -> bool:
        """Whether a verb is the "quoted" of "was quoted as saying", so that the saying is somebody else's."""
        return verb.lemma in _QUOTING and any(self.kid(p.i, "pcomp") for p in self.kids(verb.i, "prep"))

    def _shared(self, token: Token, depth: int) -> Token | None:
        head = self.tokens[token.head]
        if token.dep in {"acl", "relcl"} and head.pos in _NOMINAL:
            if token.tag == "VB":
                return self.kid(head.i, "poss") or self._governing(head, depth)
            holds = token.tag == "VBG" or self.kid(token.i, "dobj", "ccomp") is not None
            return head if holds else self.agent(token.i)
        if token.dep == "advcl" and token.tag == "VBG" and token.lemma in self.saying and token.i > head.i:
            outer = self._outer(head)
            if outer is not None:
                return self.subject(outer.i, depth - 1) or self.kid(outer.i, "nsubjpass")
        if token.dep == "xcomp":
            held = self.kid(head.i, "dobj")
            if held is not None and held.i < token.i:
                return held
        return self.subject(head.i, depth - 1) or self.kid(head.i, "nsubjpass")

    def _outer(self, verb: Token) -> Token | None:
        """The verb of saying whose clause a verb heads: "X added that …, insisting" is X insisting."""
        for _ in range(3):
            if verb.dep not in {"ccomp", "conj"} or verb.head == verb.i:
                return None
            verb = self.tokens[verb.head]
            if verb.lemma in self.saying:
                return verb
        return None

    def _governing(self, noun: Token, depth: int) -> Token | None:
        """The subject of the verb that a noun is the object of."""
        verb = self.tokens[noun.head]
        if verb.pos == "ADP":
            verb = self.tokens[verb.head]
        return self.subject(verb.i, depth - 1) if verb.pos in {"VERB", "AUX"} else None

    def _before(self, i: int) -> Token | None:
        """The noun right before a finite verb for which the parser found no subject."""
        first = self.cue(i)[0] - 1
        if first < 0 or self.tokens[first].sent != self.tokens[i].sent or self.tokens[first].pos not in _NOMINAL:
            return None
        noun = self.tokens[first]
        for _ in range(3):
            head = self.tokens[noun.head]
            if head.pos not in _NOMINAL or noun.dep not in {"compound", "conj", "appos", "nmod"} or head.i >= i:
                break
            noun = head
        return noun

    def agent(self, i: int) -> Token | None:
        """The doer of a passive: the object of its "by"."""
        by = self.kid(i, "agent")
        return self.kid(by.i, "pobj") if by else None

    def passive(self, i: int) -> bool:
        """Whether a verb is passive."""
        token = self.tokens[i]
        if token.tag == "VBN" and token.dep == "advcl" and self.kid(i, "aux", "dobj", "nsubj") is None:
            return True
        return self.kid(i, "auxpass", "nsubjpass") is not None

    def negated(self, i: int) -> bool:
        """Whether a verb is negated."""
        return self.kid(i, "neg") is not None

    def cue(self, i: int) -> tuple[int, int]:
        """The tokens of a cue: the verb with its auxiliaries and adverbs right before it, and its particle."""
        first, last = i, i + 1
        while first and self.tokens[first - 1].head == i and self.tokens[first - 1].dep in {*_AUX, "advmod"}:
            first -= 1
        if last < len(self.tokens) and self.tokens[last].head == i and self.tokens[last].dep == "prt":
            last += 1
        return first, last

    def chars(self, first: int, last: int) -> tuple[int, int] | None:
        """The characters of tokens ``first`` to ``last`` without stops and commas at their edges; None where none stay.

        A quotation mark stays where its partner lies within too.
        """
        while first < last and self._bare(first, first, last):
            first += 1
        while last > first and self._bare(last - 1, first, last):
            last -= 1
        return (self.tokens[first].start, self.tokens[last - 1].end) if first < last else None

    def _bare(self, i: int, first: int, last: int) -> bool:
        text = self.tokens[i].text
        if text[0] not in _QUOTES or len(text) > 2:
            return text in _TRIM or text in {"--", "---"}
        quote = self.quote_at(self.tokens[i].start)
        if quote is None:
            return True
        begin, end = self.tokens[first].start, self.tokens[last - 1].end
        return not (begin <= quote.span.start and quote.span.end <= end)

    def inside(self, i: int) -> Quotation | None:
        """The direct quotation that a token stands in, between its marks."""
        token = self.tokens[i]
        quote = self.quote_at(token.start)
        held = quote is not None and quote.inner.start <= token.start and token.end <= quote.inner.end
        return quote if held and quote is not None and quote.kind == "direct" else None
