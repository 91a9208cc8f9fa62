"""Whose words a quotation is: the cue beside it, the cue of the quotation before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.coding.statements.draft import Draft
from vedette.tables.attribution import attribution

if TYPE_CHECKING:
    from vedette.coding.statements.draft import Chars
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Quotation, Token

AFTER, BEFORE = 26, 40
"""Tokens that are looked at for a cue behind a quotation and before it."""

_SPOKEN = frozenset(("communique", "communiqué", "declaration", "message", "announcement", "order"))
MIN_DOCUMENT = 20
"""Characters; what a document is quoted with is longer."""

_SPEECH = frozenset(("speech", "belief"))
_NAMES = frozenset(("PROPN", "PRON", "NOUN"))
_ASKING = frozenset(("ask", "question", "press"))
_ENDS = frozenset((".", "!", "?", ";"))


class QuoteRules:
    """Attributes the direct quotations of a report that no clause has claimed."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.tokens = syntax.tokens
        self.groups = attribution().verb_groups
        self.documents = frozenset(attribution().documents) | _SPOKEN
        self.drafts: list[Draft] = []
        self._heads: dict[int, int] = {}
        self._last: int | None = None
        self._before_it: Quotation | None = None

    def all(self) -> list[Draft]:
        """One draft for each cue, with the quotations of its paragraph; one for each later paragraph that goes on."""
        for quote in self.syntax.quotes:
            if quote.kind == "direct":
                self._place(quote)
        return self.drafts

    def _place(self, quote: Quotation) -> None:
        """Gives a quotation to the draft that it goes on, or to its own cue, or to nobody."""
        last, before = self._last, self._before_it
        if last is not None and before is not None and self._goes_on(quote, before):
            return self._append(last, quote)
        draft = self._after(quote) or self._before(quote)
        if draft is not None:
            same = self._heads.get(draft.head)
            if same is not None:
                return self._append(same, quote)
            self._heads[draft.head] = len(self.drafts)
            return self._add(draft, quote)
        if last is not None and before is not None and self._follows(quote, before):
            return self._append(last, quote)
        if last is not None and before is not None and self._next(quote, before):
            return self._add(replace(self.drafts[last], pattern="quote_next", content=(self._chars(quote),)), quote)
        told = self._told_before(quote)
        if told is not None:
            return self._add(told, quote)
        self._last = self._before_it = None
        return None

    def _told_before(self, quote: Quotation) -> Draft | None:
        """Whose words the sentence before tells, for a quotation that is a sentence with no cue of its own."""
        begin = self.syntax.first_token(quote.span.start)
        inner = quote.inner.quote.strip()
        if begin >= len(self.tokens) or len(inner) < MIN_DOCUMENT or inner[-1] not in ".!?" or not inner[0].isupper():
            return None
        here = self.syntax.parsed.sentences[self.tokens[begin].sent]
        before = self.syntax.parsed.sentences[here.i - 1] if here.i else None
        if before is None or here.first < begin - 1 or before.paragraph != here.paragraph:
            return None
        for token in reversed(self.tokens[before.first : before.last]):
            if token.pos == "VERB" and self._speaks(token) and self.syntax.inside(token.i) is None:
                source = self.syntax.subject(token.i)
                if source is not None and token.dep in {"ROOT", "conj", "ccomp"}:
                    return self._draft("quote_told", token, source.i, quote)
        return None

    def _append(self, at: int, quote: Quotation) -> None:
        self.drafts[at] = replace(self.drafts[at], content=(*self.drafts[at].content, self._chars(quote)))
        self._last, self._before_it = at, quote

    def _add(self, draft: Draft, quote: Quotation) -> None:
        self.drafts.append(draft)
        self._last, self._before_it = len(self.drafts) - 1, quote

    def _chars(self, quote: Quotation) -> Chars:
        return quote.span.start, quote.span.end

    def _goes_on(self, quote: Quotation, before: Quotation) -> bool:
        """Whether a quotation is the rest of one that ran over a paragraph."""
        return quote.joined is not None and self.syntax.parsed.quotations[quote.joined] == before

    def _follows(self, quote: Quotation, before: Quotation) -> bool:
        """Whether a quotation with no cue stands in the paragraph of the one before, with no other sentence between."""
        gap = self.syntax.text[before.span.end : quote.span.start]
        if "\n" in gap or len(gap) > 300:
            return False
        return quote.inner.quote.lstrip()[:1].isupper() or gap.rstrip().endswith((",", "—", "-", ":"))

    def _next(self, quote: Quotation, before: Quotation) -> bool:
        """Whether a quotation is all of the paragraph after the one before's: the same speaker goes on."""
        gap = self.syntax.text[before.span.end : quote.span.start]
        return len(gap) < 400 and gap.rstrip(" \t\xa0").endswith("\n") and self._whole(quote)

    def _whole(self, quote: Quotation) -> bool:
        """Whether a quotation is all of its paragraph."""
        text = self.syntax.text
        end = text.find("\n", quote.span.end)
        return not text[quote.span.end : end if end >= 0 else len(text)].strip(" \t\xa0.")

    def _after(self, quote: Quotation) -> Draft | None:
        """A cue right behind: "…," X said."""
        if self._asked(quote):
            return None
        start = self.syntax.first_token(quote.span.end)
        words = self._stretch(start, AFTER, quote)
        if (
            not words
            or words[0].text in _ENDS
            or (quote.inner.quote.rstrip().endswith(".") and words[0].sent != self._last_sent(quote))
        ):
            return None
        for token in words:
            if token.dep == "relcl" and not self._speaks(token):
                continue
            if token.lemma.lower() in {"according", "accord"} or token.dep == "relcl":
                return None
            if self.syntax.quotes_somebody(token):
                continue
            if token.pos not in {"VERB", "AUX"} or not self._speaks(token):
                if token.pos == "VERB" and token.i > start + 1 and token.dep not in {"acl", "relcl", "amod", "advcl"}:
                    return None
                continue
            source = self._speaker(token, words)
            if source is not None:
                return self._draft("quote_after", token, source, quote)
        return None

    def _asked(self, quote: Quotation) -> bool:
        """Whether the quotation is what somebody was asked ("Asked whether it “goes on,” he said no")."""
        begin = self.syntax.first_token(quote.span.start)
        if begin >= len(self.tokens):
            return False
        first = self.syntax.parsed.sentences[self.tokens[begin].sent].first
        return any(t.lemma.lower() in _ASKING for t in self.tokens[first:begin])

    def _last_sent(self, quote: Quotation) -> int:
        return self.tokens[max(0, self.syntax.first_token(quote.span.end) - 1)].sent

    def _before(self, quote: Quotation) -> Draft | None:
        """A cue before: X said, "…"; X said that "…"; X said: "…", the quotation also in the next paragraph."""
        stop = self.syntax.first_token(quote.span.start)
        sent = self.tokens[stop].sent if stop < len(self.tokens) else len(self.syntax.parsed.sentences)
        words: list[Token] = []
        i = stop - 1
        colon = i >= 0 and self.tokens[i].text == ":"
        while i >= 0 and len(words) < BEFORE and (self.tokens[i].sent == sent or colon):
            if colon and self.tokens[i].sent < self.tokens[stop - 1].sent:
                break
            held = self.syntax.quote_at(self.tokens[i].start)
            if held is None:
                words.append(self.tokens[i])
            i -= 1
        for token in words:
            if token.pos in {"VERB", "AUX"} and self._speaks(token) and self.syntax.inside(token.i) is None:
                source = self.syntax.subject(token.i)
                if source is None and self.syntax.passive(token.i):
                    source = self.syntax.kid(token.i, "nsubjpass")
                if source is not None:
                    return self._draft("quote_colon" if colon else "quote_before", token, source.i, quote)
        return self._read_out(words, quote) if colon else None

    def _read_out(self, words: list[Token], quote: Quotation) -> Draft | None:
        """A document before a colon: "Statement of the General Command, read in full: “…”"."""
        noun = next((t for t in words if t.pos in _NAMES and t.lemma.lower() in self.documents), None)
        if noun is None or len(quote.inner) < MIN_DOCUMENT:
            return None
        s = self.syntax
        by = next(
            (g for p in s.kids(noun.i, "prep") if p.lemma in {"of", "by", "from"} and (g := s.kid(p.i, "pobj"))), None
        )
        owner = s.kid(noun.i, "poss") or by or noun
        return self._draft("quote_colon", noun, owner.i, quote)

    def _stretch(self, start: int, size: int, quote: Quotation) -> list[Token]:
        """The tokens behind a quotation, to the end of the sentence, the next quotation or the paragraph."""
        out: list[Token] = []
        for token in self.tokens[start : start + size]:
            if "\n" in self.syntax.text[quote.span.end : token.start].strip(" \t\xa0"):
                break
            if self.syntax.quote_at(token.start) is not None:
                break
            out.append(token)
            if token.text in _ENDS and token.pos == "PUNCT":
                break
        return out

    def _speaks(self, token: Token) -> bool:
        groups = self.groups.get(token.lemma.lower(), ())
        return any(g.kind in _SPEECH for g in groups) and (token.tag not in {"VB", "VBN"} or token.lemma == "say")

    def _speaker(self, verb: Token, words: list[Token]) -> int | None:
        s = self.syntax
        subject = s.subject(verb.i)
        first, last = words[0].i, words[-1].i
        if subject is not None and first <= subject.i <= last:
            return subject.i
        behind = next(
            (t for t in self.tokens[verb.i + 1 : last + 1] if t.pos in _NAMES and t.dep not in {"compound", "poss"}),
            None,
        )
        ahead = [t for t in words if t.i < verb.i and t.pos in _NAMES and t.dep not in {"compound", "poss"}]
        if ahead:
            return ahead[-1].i
        if behind is not None:
            return behind.i
        return subject.i if subject is not None and s.quote_at(subject.start) is None else None

    def _draft(self, pattern: str, verb: Token, source: int, quote: Quotation) -> Draft:
        first, last = self.syntax.cue(verb.i)
        cue = self.tokens[first].start, self.tokens[last - 1].end
        content = self._widened(pattern, verb, source, quote)
        return Draft(pattern, verb.lemma.lower(), verb.i, cue, source, (content,))

    def _widened(self, pattern: str, verb: Token, source: int, quote: Quotation) -> Chars:
        """The quotation, with the unquoted words of its clause where it begins in the middle of one."""
        s = self.syntax
        start, end = quote.span.start, quote.span.end
        begin = s.first_token(start)
        if pattern == "quote_after":
            sentence = s.parsed.sentences[self.tokens[begin].sent] if begin < len(self.tokens) else None
            if sentence is not None and sentence.first < begin and self._plain(sentence.first, begin):
                start = self.tokens[sentence.first].start
        elif pattern == "quote_before":
            first = s.cue(verb.i)[1]
            that = next((t for t in self.tokens[first:begin] if t.dep == "mark" and t.text.lower() == "that"), None)
            if that is not None and s.quote_at(that.start) is None:
                return that.start, end
            loose = [t for t in self.tokens[first:begin] if not self._beside(t, verb.i, source) and t.pos != "PUNCT"]
            if len(loose) > 2 and loose[-1].i >= begin - 3:
                start = loose[0].start
        return start, end

    def _plain(self, first: int, last: int) -> bool:
        """Whether tokens before a quotation belong to its clause: no cue, no other quotation among them."""
        words = self.tokens[first:last]
        if words[-1].text in {":", "."} or any(self._speaks(t) or self.syntax.quote_at(t.start) for t in words):
            return False
        return sum(t.pos != "PUNCT" for t in words) > 0

    def _beside(self, token: Token, verb: int, source: int) -> bool:
        """Whether a word between cue and quotation belongs to the cue: its source, addressee, time and place."""
        i = token.i
        for _ in range(8):
            head = self.tokens[i].head
            if i == source:
                return True
            if head == verb:
                return self.tokens[i].dep not in {"ccomp", "xcomp", "conj", "parataxis"}
            if head == i:
                return False
            i = head
        return False
