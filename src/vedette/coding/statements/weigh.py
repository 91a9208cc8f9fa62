"""How sure a draft is: how often its word attributes in its construction, and what stands around it."""

from __future__ import annotations

from dataclasses import replace
from math import exp, log
from typing import TYPE_CHECKING

from vedette.tables.attribution import attribution, rates, weights

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.coding.statements.draft import Draft
    from vedette.coding.statements.syntax import Syntax
    from vedette.record import Token
    from vedette.tables.attribution import VerbGroup

PSEUDO = 4
"""Weight of the construction's own rate against the word's, in candidates; found on PolNeAR's training half."""

CORE = 0.6
"""How much of the floor a verb of declaring needs."""

OUTER = 0.75
"""Confidence of an agency that cites somebody at the end of a sentence: 12 of 15 were right in PolNeAR training."""

FIGURE = 0.7
"""Confidence of a number that somebody gives ("put the dead at 44"): a judgement, none is in PolNeAR."""

NEWS = 0.45
"""How much of the floor "reports that …" needs: election news leaves them unmarked more often than news of war may."""

UNKNOWN = 0.5
"""Floor of a word that the attribution table does not have."""

_UNWORDED = frozenset(("according", "colon", "adverb", "quote"))
KNOWN, OTHER = "*known", "*other"
"""Rows of the rates for all words of the attribution table, and for all others."""

_FIRST = frozenset(("i", "we", "me", "us", "my", "our"))
_SECOND = frozenset(("you", "your"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_VERBAL = frozenset(("ROOT", "conj", "advcl", "relcl", "ccomp", "xcomp", "acl", "pcomp"))
_FAMILIES = (
    "ccomp",
    "quote",
    "dobj",
    "prep",
    "noun",
    "adj",
    "passive",
    "colon",
    "according",
    "adverb",
    "subj",
    "to",
    "gerund",
    "told",
    "loose",
    "as_clause",
    "parataxis",
)


class Weigher:
    """Gives each draft its kind, stance and confidence."""

    def __init__(self) -> None:
        self.table = attribution()
        self.rates = {(r.lemma, r.pattern): (r.right, r.seen) for r in rates()}
        self.weights = weights()

    def weigh(self, draft: Draft, syntax: Syntax) -> Draft:
        """The draft with what the tables say of its word and its surroundings."""
        told = self.grouped(draft)
        return replace(told, confidence=self.probability(told, syntax))

    def grouped(self, draft: Draft) -> Draft:
        """The draft with kind, stance and channel of its verb's group."""
        group = None if draft.pattern.startswith("noun") else self._group(draft)
        return replace(draft, kind=group.kind, stance=group.stance, channel=group.channel) if group else draft

    def keeps(self, draft: Draft, floor: float) -> bool:
        """Whether a draft is sure enough; one by a core verb, with a source that is named, may be less so."""
        core = (
            draft.lemma in self.table.core_verbs and draft.source is not None and not draft.pattern.startswith("prep")
        )
        if draft.pattern.startswith("noun_that") and draft.stance == "reports":
            return draft.confidence >= floor * NEWS
        if not self.known(draft.lemma) and draft.pattern.split("_")[0] not in _UNWORDED:
            return draft.confidence >= max(floor, UNKNOWN)
        return draft.confidence >= (floor * CORE if core else floor)

    def probability(self, draft: Draft, syntax: Syntax) -> float:
        """A logistic regression over the word's rate and the draft's features, fitted on PolNeAR's training half."""
        if draft.pattern == "outer":
            return OUTER
        if draft.pattern == "figure":
            return FIGURE
        table = self.weights
        total = table.bias + table.rate * logit(self.rate(draft.lemma, draft.pattern))
        total += table.length * log(1 + sum(b - a for a, b in draft.content))
        total += sum(table.features.get(f, 0.0) for f in features(draft, syntax))
        return probable(total)

    def _group(self, draft: Draft) -> VerbGroup | None:
        groups = self.table.verb_groups.get(draft.lemma, ())
        if not groups:
            return None
        wanted = _objects(draft.pattern)
        return next((g for g in groups if g.object in wanted), groups[0])

    def known(self, lemma: str) -> bool:
        """Whether the attribution table has the word."""
        return lemma in self.table.verb_groups or lemma in self.table.noun_group or lemma in self.table.adjectives

    def rate(self, lemma: str, pattern: str) -> float:
        """The share of right candidates of this word and construction, smoothed by the construction's."""
        right, seen = self.rates.get((KNOWN if self.known(lemma) else OTHER, pattern), (0, 0))
        prior = (right + 0.5) / (seen + 4)
        own_right, own_seen = self.rates.get((lemma, pattern), (0, 0))
        return (own_right + PSEUDO * prior) / (own_seen + PSEUDO)


def logit(p: float, least: float = 0.005) -> float:
    """The log odds of a probability, as if it were ``least`` off nought and one at the least."""
    p = min(1 - least, max(least, p))
    return log(p / (1 - p))


def probable(total: float) -> float:
    """The probability of log odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def features(draft: Draft, syntax: Syntax) -> Iterator[str]:
    """What is true of a draft, by the names of ``attribution_weights.yaml``."""
    head = syntax.tokens[draft.head]
    family = next((f for f in _FAMILIES if draft.pattern.startswith(f)), "other")
    source = _source(draft, syntax)
    yield f"family_{family}"
    yield f"kind_{draft.kind}"
    yield f"source_{source}"
    if head.dep in _VERBAL:
        inverted = head.dep == "ccomp" and head.head > head.i
        yield "dep_ROOT" if inverted else f"dep_{head.dep}"
    yield f"tag_{head.tag}"
    if syntax.inside(draft.head) is not None:
        yield "cue_quoted"
    yield from _around(draft, syntax)
    for aux in syntax.kids(head.i, "aux"):
        if aux.tag == "MD":
            yield f"modal_{aux.lemma.lower()}" if aux.lemma.lower() in {"will", "would"} else "modal"


def _around(draft: Draft, syntax: Syntax) -> Iterator[str]:
    sentence = syntax.parsed.sentences[syntax.tokens[draft.head].sent]
    if syntax.tokens[sentence.last - 1].text == "?":
        yield "question"
    start, end = draft.content[0][0], draft.content[-1][1]
    words = syntax.first_token(end - 1) - syntax.first_token(start) + 1
    if words <= 2:
        yield f"words_{max(words, 1)}"
    if any(True for _ in syntax.quotations_in(start, end)):
        yield "has_quote"
    if start < draft.cue[0]:
        yield "content_first"
    first = syntax.tokens[min(syntax.first_token(start), len(syntax.tokens) - 1)]
    if words <= 2 and first.pos == "PRON":
        yield "pronoun_content"
    if draft.addressee is not None and draft.pattern.startswith("ccomp"):
        yield "clause_and_object"


def _source(draft: Draft, syntax: Syntax) -> str:
    if draft.source is None:
        return "none"
    token: Token = syntax.tokens[draft.source]
    word = token.text.lower()
    if word in _FIRST:
        return "first"
    if word in _SECOND:
        return "second"
    if word in _RELATIVE:
        return "relative"
    mention = syntax.parsed.mention_at(draft.source)
    if mention is None:
        return "other"
    if mention.kind == "pronoun":
        return f"pronoun_{word}" if word in {"it", "they", "he", "she"} else "pronoun"
    return f"{mention.kind}_{mention.label or 'unlabelled'}".lower()


def _objects(pattern: str) -> tuple[str, ...]:
    if pattern.startswith(("dobj_as", "dobj_oprd", "dobj_of", "dobj_for", "small")):
        return ("both",)
    if pattern.startswith("dobj_to"):
        return ("addressee",)
    if pattern.startswith(("dobj", "prep", "gerund")):
        return ("content", "both")
    return ("none", "addressee", "content")
