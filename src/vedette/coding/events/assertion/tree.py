"""Questions to a parse that the assertion rules share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.record import Parsed, Token

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def part_of(token: Token) -> str:
    """``V``, ``N``, ``A`` or ``""``: under which part of speech the lexicon has the word."""
    if token.pos in VERBAL:
        return "V"
    if token.pos in {"NOUN", "PROPN"}:
        return "N"
    return "A" if token.pos in {"ADJ", "ADV"} else ""


def mark_of(parsed: Parsed, i: int) -> Token | None:
    """The word that opens the clause of token ``i`` ("if", "that", "when"), infinitival "to" left out."""
    for child in parsed.dependents(i, "mark"):
        return child
    for child in parsed.dependents(i, "advmod"):
        if child.i < i and child.tag == "WRB":
            return child
    return None


def is_infinitive(parsed: Parsed, i: int) -> bool:
    """Whether token ``i`` is a verb with "to" before it."""
    return any(c.tag == "TO" for c in parsed.dependents(i, "aux"))


def auxiliaries(parsed: Parsed, i: int) -> tuple[Token, ...]:
    """The auxiliaries of a verb; those of the first conjunct where it has none and no subject of its own."""
    token = parsed.tokens[i]
    own = parsed.dependents(i, "aux", "auxpass")
    if not own and token.dep == "conj" and not has_subject(parsed, i):
        return auxiliaries(parsed, token.head)
    return own


def has_subject(parsed: Parsed, i: int) -> bool:
    """Whether the clause of token ``i`` has a subject of its own."""
    return bool(parsed.dependents(i, *_SUBJECTS))


def is_passive(parsed: Parsed, i: int) -> bool:
    """Whether token ``i`` is a passive verb."""
    return bool(parsed.dependents(i, "auxpass", "nsubjpass"))


def is_finite_past(parsed: Parsed, i: int) -> bool:
    """Whether the verb tells of something past: preterite, or a perfect without a modal."""
    auxes = parsed.dependents(i, "aux", "auxpass")
    if any(a.tag in {"MD", "TO"} for a in auxes):
        return False
    return parsed.tokens[i].tag == "VBD" or any(a.tag == "VBD" or a.lemma == "have" for a in auxes)


def is_definite(parsed: Parsed, i: int) -> bool:
    """Whether a noun phrase is presented as known: article, demonstrative, possessor or a name."""
    token = parsed.tokens[i]
    if token.pos == "PROPN" or (token.pos == "PRON" and token.tag == "PRP"):
        return True
    return any(c.dep == "poss" or (c.dep == "det" and c.text.lower() in _DEFINITE) for c in parsed.dependents(i))


def copular_predicate(parsed: Parsed, i: int) -> Token | None:
    """The adjective or noun that "be", "seem" or "become" gives its subject; None for other verbs."""
    return next(iter(parsed.dependents(i, "acomp", "attr", "oprd")), None)


def sentence_end(parsed: Parsed, i: int) -> str:
    """The mark that ends the sentence of token ``i``."""
    sentence = parsed.sentences[parsed.tokens[i].sent]
    for k in range(sentence.last - 1, sentence.first - 1, -1):
        if parsed.tokens[k].text in {"?", ".", "!", "…"}:
            return parsed.tokens[k].text
        if parsed.tokens[k].pos != "PUNCT":
            break
    return ""


def inverted_auxiliary(parsed: Parsed, i: int) -> Token | None:
    """The auxiliary before its subject that stands for "if": "had they known", "should it fail", "were he to go"."""
    token = parsed.tokens[i]
    subjects = parsed.dependents(i, *_SUBJECTS)
    if token.text.lower() == "were" and subjects and token.i < subjects[0].i:
        return token if mark_of(parsed, i) is None else None
    auxes = [a for a in parsed.dependents(i, "aux", "auxpass") if a.text.lower() in {"had", "should", "were"}]
    subject = next(iter(parsed.dependents(i, "nsubj", "nsubjpass")), None)
    if not auxes or subject is None or auxes[0].i > subject.i or mark_of(parsed, i) is not None:
        return None
    return auxes[0]


def has_auxiliaries(parsed: Parsed, i: int) -> bool:
    """Whether a verb has auxiliaries of its own."""
    return bool(parsed.dependents(i, "aux", "auxpass"))


def opens_with_wh(parsed: Parsed, i: int) -> bool:
    """Whether a finite clause opens with "who", "why" or the like, and so takes for granted that it happened."""
    first = parsed.subtree(i)[0]
    return parsed.tokens[first].tag in {"WP", "WRB", "WDT"} and not is_infinitive(parsed, i)


def is_cleft(parsed: Parsed, noun: Token) -> bool:
    """Whether a noun stands in "it was the army that"."""
    copula = parsed.tokens[noun.head]
    subjects = parsed.dependents(copula.i, "nsubj")
    return noun.dep == "attr" and copula.lemma == "be" and any(x.text.lower() == "it" for x in subjects)
