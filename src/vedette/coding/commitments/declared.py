"""Words that somebody declares: what statements hold, and what an own search for reporting verbs adds."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.coding.commitments.words import Words
from vedette.tables.commitments import compiled, declarer_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.record import Parsed, Span, Statement, Token

COMMISSIVE = frozenset({"threaten", "vow", "pledge", "promise", "swear", "intend", "prepare", "undertake"})
"""Verbs whose infinitive is what the subject will do."""
CARRIED = frozenset(
    {"give", "draw", "reserve", "rule", "describe", "regard", "consider", "view", "label", "refuse", "issue", "set"}
)
"""Verbs that belong to the cue: their words are read together with their complement."""


@dataclass(frozen=True, slots=True)
class Declared:
    """Somebody's words.

    Attributes:
        tokens: the indices of their tokens.
        speaker: the token that names who says them; None when nobody does.
        speaker_span: the phrase.
        cue: lemma of the verb that reports; "" without one.
        cue_token: its index.
        statement: the statement that holds them; None where an own search found them.
        basis: ``statement``, ``attribution``, ``headline`` or ``carried`` (no cue of its own: the speaker
            before goes on).
    """

    tokens: tuple[int, ...]
    speaker: int | None
    speaker_span: Span | None
    cue: str
    cue_token: int | None
    statement: Statement | None
    basis: str

    def segments(self, parsed: Parsed) -> Iterator[Words]:
        """Their sentences, one by one; a sentence that hangs on the one before ("Otherwise …") goes with it."""
        groups: list[list[int]] = []
        last = None
        for i in self.tokens:
            sent = parsed.tokens[i].sent
            if sent != last and not (groups and hangs(parsed, i)):
                groups.append([])
            groups[-1].append(i)
            last = sent
        for n, group in enumerate(groups):
            first = parsed.tokens[group[0]]
            if first.text.lower() == "that" and _joins(parsed, first) and self.cue and n == 0:
                group = group[1:]
            group = self._without_tail(parsed, group)
            words = Words.of(parsed, group, self._prefix(parsed) if n == 0 else "")
            if words.tokens:
                yield words

    def _without_tail(self, parsed: Parsed, group: list[int]) -> list[int]:
        """Without the "…, the minister told reporters" left in them; nothing where those are the minister's words."""
        for n in range(len(group) - 3, max(2, len(group) - 22), -1):
            tail = [parsed.tokens[i] for i in group[n + 1 :]]
            if parsed.tokens[group[n]].text != "," or not any(t.pos in {"VERB", "AUX"} for t in tail):
                continue
            teller = _teller(parsed, tail)
            if teller is None:
                return group
            behind = self.cue_token is not None and self.cue_token > group[-1]
            return group[:n] if not behind or _same(parsed, teller, self.speaker) else []
        return group

    def _prefix(self, parsed: Parsed) -> str:
        if self.cue in CARRIED and self.cue_token is not None and self.cue_token < self.tokens[0]:
            return parsed.tokens[self.cue_token].text.lower()
        first = parsed.tokens[self.tokens[0]]
        if self.cue in COMMISSIVE and (first.tag in {"VB", "TO"} or first.lemma == "to"):
            return "will" if first.tag == "VB" else "is going"
        return ""


def _within(parsed: Parsed, order: list[int], span: Span) -> list[int]:
    """The tokens that lie in a span; ``order`` holds where tokens start."""
    first, last = bisect_left(order, span.start), bisect_left(order, span.end)
    return [i for i in range(first, last) if parsed.tokens[i].end <= span.end]


def _dateline(parsed: Parsed, s: Statement) -> bool:
    """Whether "NEW DELHI: …" was taken for the speaker."""
    at = s.speaker_span
    if at is None or not at.quote.isupper() or len(at.quote) < 5:
        return False
    return parsed.report.zone_at(at.start) == "body" and parsed.text[at.end : at.end + 1] == ":"


def quoted_person(parsed: Parsed, verb: Token) -> int | None:
    """Whom an agency quotes: "SUNA quoted him as saying"."""
    if verb.lemma.lower() != "quote":
        return None
    return next((c.i for c in parsed.dependents(verb.i, "dobj") if c.pos in {"PRON", "PROPN"}), None)


def subject_of(parsed: Parsed, verb: Token) -> int | None:
    """Who says: the verb's subject, or that of the verb it is joined to, or the name just before it."""
    quoted = quoted_person(parsed, verb)
    if quoted is not None:
        return quoted
    node = verb
    for _ in range(4):
        found = parsed.dependents(node.i, "nsubj", "nsubjpass", "csubj")
        if found:
            passive = any(c.dep == "nsubjpass" for c in found) and verb.lemma != "quote"
            return None if passive else found[0].i
        if node.head == node.i or node.dep not in {"conj", "advcl", "acl", "xcomp", "dep"}:
            break
        node = parsed.tokens[node.head]
        if node.pos in {"NOUN", "PROPN"}:
            return node.i
    before = verb.i - 1
    if before > 0 and parsed.tokens[before].text == ",":
        before -= 1
    near = before >= 0 and parsed.tokens[before].sent == verb.sent and parsed.tokens[before].pos == "PROPN"
    return before if near and verb.tag in {"VBD", "VBZ", "VBP"} else None


def _teller(parsed: Parsed, tail: list[Token]) -> int | None:
    """Who tells, where a tail is nothing but a name and its verb of saying."""
    verbs = [t for t in tail if t.pos in {"VERB", "AUX"}]
    sayings = declarer_words().sayings
    if len(verbs) != 1 or verbs[0].lemma not in sayings or verbs[0].tag not in {"VBD", "VBZ"} or tail[0].pos == "PRON":
        return None
    return next((c.i for c in parsed.dependents(verbs[0].i, "nsubj") if tail[0].i <= c.i < verbs[0].i), None)


def _same(parsed: Parsed, a: int, b: int | None) -> bool:
    one, two = parsed.mention_at(a), parsed.mention_at(b) if b is not None else None
    return a == b or (one is not None and two is not None and one.entity == two.entity)


def _joins(parsed: Parsed, that: Token) -> bool:
    """Whether "that" opens a clause and is not its subject ("That is our line")."""
    following = parsed.tokens[min(that.i + 1, len(parsed.tokens) - 1)]
    return that.dep in {"mark", "nsubj"} and following.tag not in {"VBZ", "VBD", "MD"}


_ANAPHORA = r"^(?:for \w+ ,? ?)?(?:that|this|it|here|there|these|those) (?:\S+ ){1,6}?(?:red )?lines?\b"


def hangs(parsed: Parsed, i: int) -> bool:
    """Whether a sentence hangs on the one before: "Otherwise …", "After that …", "That is our line"."""
    words = " ".join(t.text.lower() for t in parsed.tokens[i : i + 3])
    line = " ".join(t.text.lower() for t in parsed.tokens[i : i + 9])
    if compiled(_ANAPHORA).match(line):
        return True
    if parsed.tokens[i - 1].text in {".", "?"} and words.startswith(("no .", "never .", "no !", "never !")):
        return True
    return words.startswith(("otherwise", "or else", "after that", "failing that", "if not ,", "then "))


_LONGEST = 12
"""Tokens of an addressee."""


def _addressed(parsed: Parsed, cue: int | None, first: int) -> tuple[int, ...]:
    """Of whom it is asked, where what is asked begins with "to" behind them: "urged both armies to hold their fire"."""
    token = parsed.tokens[first]
    if cue is None or token.tag != "TO" or not 1 < first - cue <= _LONGEST or token.sent != parsed.tokens[cue].sent:
        return ()
    between = parsed.tokens[cue + 1 : first]
    while between and between[0].pos in {"ADP", "ADV"}:
        between = between[1:]
    named = any(t.pos in {"NOUN", "PROPN", "PRON"} for t in between)
    return tuple(t.i for t in between) if named and all(t.pos not in {"PUNCT", "VERB"} for t in between) else ()


def from_statements(parsed: Parsed, statements: tuple[Statement, ...]) -> Iterator[Declared]:
    """The words that statements hold."""
    starts = {t.start: t.i for t in parsed.tokens}
    order = [t.start for t in parsed.tokens]
    for s in statements:
        tokens = tuple(i for p in s.content for i in _within(parsed, order, p))
        if not tokens or (_dateline(parsed, s) and s.cue is not None and s.cue.quote == ":"):
            continue
        cue_token = cue_lemma = None
        if s.cue is not None:
            inside = [parsed.tokens[i] for i in _within(parsed, order, s.cue)]
            verb = next((t for t in inside if t.pos == "VERB"), inside[-1] if inside else None)
            cue_token, cue_lemma = (verb.i, verb.lemma.lower()) if verb else (None, None)
            tokens = (*_addressed(parsed, cue_token, tokens[0]), *tokens)
        speaker = subject_of(parsed, parsed.tokens[cue_token]) if cue_token is not None else None
        span = None if _dateline(parsed, s) else s.speaker_span
        if cue_token is not None and quoted_person(parsed, parsed.tokens[cue_token]) is not None:
            span = None
        if span is not None:
            inside = [parsed.tokens[i] for i in _within(parsed, order, span)]
            speaker = next((t.i for t in inside if not any(t.head == u.i != t.i for u in inside)),
                           starts.get(span.start))  # fmt: skip
        yield Declared(tokens, speaker, span, cue_lemma or "", cue_token, s, "statement")
