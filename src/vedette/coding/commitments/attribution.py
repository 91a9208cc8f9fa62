"""An own search for reporting verbs, for words that no statement holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.declared import Declared, subject_of
from vedette.record import Lookup
from vedette.tables.commitments import declarer_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.record import Parsed, Quotation, Sentence, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "prep", "oprd", "agent"})


def attributed(parsed: Parsed) -> Iterator[Declared]:
    """Words with a reporting verb and its subject, sentence by sentence; then those that go on from them."""
    sayings = frozenset(declarer_words().sayings)
    before: Declared | None = None
    before_paragraph = -1
    for sentence in parsed.sentences:
        found = list(_in_sentence(parsed, sentence, sayings))
        if not found:
            unit = _bare(parsed, sentence, before if sentence.paragraph - before_paragraph <= 1 else None)
            if unit is not None:
                yield unit
            continue
        yield from found
        before, before_paragraph = found[-1], sentence.paragraph


def _in_sentence(parsed: Parsed, sentence: Sentence, sayings: frozenset[str]) -> Iterator[Declared]:
    colon = _colon(parsed, sentence)
    if colon is not None:
        yield colon
    for i in range(sentence.first, sentence.last):
        token = parsed.tokens[i]
        if token.pos not in {"VERB", "AUX", "NOUN"} or token.lemma.lower() not in sayings or token.tag in {"NN", "NNS"}:
            continue
        if _quoted(parsed, token):
            continue
        subject = subject_of(parsed, token)
        if subject is None:
            continue
        misled = _misled(parsed, sentence, subject, token)
        if misled is not None:
            subject, tokens = misled
        else:
            tokens = _content(parsed, sentence, token, subject)
        if len(tokens) >= 2:
            yield Declared(tokens, subject, None, token.lemma.lower(), i, None, "attribution")


def _colon(parsed: Parsed, sentence: Sentence) -> Declared | None:
    headline = sentence.zone in {"headline", "subhead"}
    for i in range(sentence.first + 1, min(sentence.first + 9, sentence.last - 2)):
        quoted = parsed.tokens[i + 1].text in {'"', "“"} and not _said_later(parsed, sentence, i)
        if parsed.tokens[i].text == ":" and (headline or quoted) and parsed.tokens[i - 1].pos in {"PROPN", "NOUN"}:
            verb = next((t for t in parsed.tokens[sentence.first : i] if t.pos in {"VERB", "AUX"}), None)
            speaker = i - 1 if verb is None else subject_of(parsed, verb)
            return Declared(tuple(range(i + 1, sentence.last)), speaker, None, ":", i, None, "headline")
    return None


def _said_later(parsed: Parsed, sentence: Sentence, i: int) -> bool:
    sayings = declarer_words().sayings
    rest = parsed.tokens[i + 2 : sentence.last]
    return any(t.lemma in sayings and t.tag in {"VBZ", "VBD"} and not _quoted(parsed, t) for t in rest)


def _quoted(parsed: Parsed, token: Token) -> bool:
    return parsed.in_direct_quotation(token.start)


def _misled(parsed: Parsed, sentence: Sentence, subject: int, verb: Token) -> tuple[int, tuple[int, ...]] | None:
    """The speaker and content of "X will do Y, the minister, Z, told them", where the parse makes X the subject."""
    between = parsed.tokens[subject + 1 : verb.i]
    finite = [t.i for t in between if t.pos in {"VERB", "AUX"}]
    commas = [t.i for t in between if t.text == "," and finite and t.i > finite[-1]]
    names = [t.i for t in between if t.pos in {"NOUN", "PROPN", "PRON"} and commas and t.i > commas[0]]
    if not any(t.tag == "MD" for t in between) or not names:
        return None
    return names[-1], tuple(range(sentence.first, commas[0]))


def _content(parsed: Parsed, sentence: Sentence, verb: Token, subject: int) -> tuple[int, ...]:
    """The tokens that the verb reports: what follows it, else what stands before its subject, or both."""
    cut = min(verb.i, min(parsed.subtree(subject), default=subject)) if subject > sentence.first else verb.i
    left = range(sentence.first, cut)
    right = _right(parsed, sentence, verb, max(verb.i, subject if subject > verb.i else verb.i))
    going_on = _going_on(parsed, sentence, verb) if subject < verb.i else ()
    right = going_on or right
    trailing = cut > sentence.first + 2 and parsed.tokens[cut - 1].text in {",", "”", '"', "’", "'", "?", "!", "…"}
    if trailing and not any(_opens(parsed, k) for k in left):
        trailing = False
    if trailing and right and not going_on and not parsed.tokens[right[0]].text.startswith(('"', "“", "‘")):
        return tuple(left)
    return (*left, *right) if trailing else right


def _going_on(parsed: Parsed, sentence: Sentence, verb: Token) -> tuple[int, ...]:
    """What goes on after "X, he said, or Y"."""
    rest = parsed.tokens[verb.i + 1 : sentence.last]
    if (
        len(rest) > 4
        and rest[0].text == ","
        and rest[1].text.lower() in {"otherwise", "or", "and", "but", "if", "unless"}
    ):
        return tuple(t.i for t in rest)
    return ()


def _opens(parsed: Parsed, i: int) -> bool:
    return parsed.tokens[i].pos in {"VERB", "AUX"}


def _right(parsed: Parsed, sentence: Sentence, verb: Token, last: int) -> tuple[int, ...]:
    start = last + 1
    if last != verb.i:  # "said the minister, an ally of …": only a quotation can follow
        start = next((k for k in range(start, sentence.last) if parsed.tokens[k].text in {'"', "“"}), sentence.last)
        return tuple(range(start, sentence.last))
    that = next((k for k in range(start, min(start + 14, sentence.last)) if parsed.tokens[k].lemma == "that"
                 and parsed.tokens[k].dep == "mark"), None)  # fmt: skip
    if that is not None:
        start = that + 1
    elif not any(c.i > verb.i and c.dep in _COMPLEMENTS for c in parsed.dependents(verb.i)):
        return ()
    else:
        comp = [c for c in parsed.dependents(verb.i, "ccomp", "xcomp") if c.i > verb.i]
        named = verb.lemma in {"call", "urge", "ask", "tell", "order", "press", "appeal", "warn", "caution"}
        if comp and not named:
            start = max(start, min(parsed.subtree(comp[0].i)))
    if verb.lemma in {"warn", "caution"} and parsed.dependents(verb.i, "dobj"):
        of = next((k for k in range(start, min(start + 8, sentence.last)) if parsed.tokens[k].text == "of"), None)
        start = of + 1 if of is not None and that is None else start
    elif start < sentence.last and parsed.tokens[start].text in {"of", "for", "to", "on", "upon"} and that is None:
        start += 1
    stop = next((k for k in range(start + 2, sentence.last) if _new_cue(parsed, k, verb)), sentence.last)
    return tuple(range(start, stop))


def _new_cue(parsed: Parsed, k: int, verb: Token) -> bool:
    """Whether a further reporting clause begins: ", adding that …", ", and said …"."""
    token = parsed.tokens[k]
    if token.text not in {",", "and"}:
        return False
    nxt = parsed.tokens[k + 1 : k + 3]
    sayings = declarer_words().sayings
    return any(t.lemma in sayings and t.tag in {"VBG", "VBD"} and not _quoted(parsed, t) for t in nxt)


def _marked(parsed: Parsed) -> Lookup[Quotation]:
    return Lookup((q.span.start, q.span.end, q) for q in parsed.quotations)


def _bare(parsed: Parsed, sentence: Sentence, before: Declared | None) -> Declared | None:
    """A sentence without a reporting verb: a headline by its subject, a quotation or "would" by the speaker before."""
    tokens = tuple(range(sentence.first, sentence.last))
    root = next((parsed.tokens[i] for i in tokens if parsed.tokens[i].dep == "ROOT"), None)
    subject = next((c.i for c in parsed.dependents(root.i, *_SUBJECTS)), None) if root else None
    if sentence.zone in {"headline", "subhead"}:
        return Declared(tokens, subject, None, "", None, None, "headline") if subject is not None else None
    quoted = any(q.kind == "direct" for q in parsed.derived(_marked).over(sentence.start, sentence.end))
    opened = sentence.first > 0 and parsed.tokens[sentence.first - 1].text == ":"
    would = any(parsed.tokens[i].text.lower() == "would" for i in tokens)
    if quoted:
        inside = tuple(i for i in tokens if _quoted(parsed, parsed.tokens[i]))
        tokens = inside or tokens
    if before is not None and (quoted or would or opened):
        return Declared(tokens, before.speaker, before.speaker_span, before.cue, None, None, "carried")
    return Declared(tokens, subject, None, "", None, None, "carried") if subject is not None else None
