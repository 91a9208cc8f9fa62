"""Counts the rates and fits the weights by which the statement coder weighs attributions.

  python -m scripts.fit_attribution rates polnear-train.jsonl
  python -m scripts.fit_attribution fusion polnear-train.jsonl

Reads the training half of PolNeAR (Newell et al. 2018) in the bench's form, marks every candidate of the rules as right
(content that shares half of the words of the union with a gold content, a source that overlaps) or not, and writes the
rate of each word in each construction and the weights by which rules are weighed (a logistic regression, L2, Newton
steps). The rates that the regression sees of one half of the documents are counted on the other. The second command
fits in the same way the weights by which rules and encoder are weighed together, on every tenth document of it and of
the corpus (training/corpus): neither the rates nor the encoder (training.attribution) have seen those. Never give it a
development set.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from training.corpus import corpus, split
from vedette.articles import report_from_text
from vedette.coding.statements.fuse import candidates as groups
from vedette.coding.statements.fuse import edges
from vedette.coding.statements.fuse import features as fused
from vedette.coding.statements.gather import candidates, gather
from vedette.coding.statements.learnt import learnt
from vedette.coding.statements.sources import source_of
from vedette.coding.statements.syntax import Syntax
from vedette.coding.statements.weigh import KNOWN, OTHER, Weigher, features, logit
from vedette.reading import Parser
from vedette.tables.loader import reread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette.coding.statements.draft import Draft
    from vedette.coding.statements.fuse import Candidate

TABLES = Path(__file__).resolve().parents[1] / "src/vedette/tables/data"
RIDGE = 3.0
EVERY = 10
"""Every tenth document is seen by neither the rates nor the encoder."""

OWN_WEIGHT = 2
"""How often a report of the corpus counts in the fusion: there are fewer of them."""

FREE = ("length", "cue_sure", "content_sure", "source_sure", "edge_sure", "rule_sure", "shared")
LEAST_FEATURE = 60
"""Candidates that must bear a feature for it to get a weight."""

Counts = dict[tuple[str, str], tuple[int, int]]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate: its word, construction, whether it is right, what is true of it, its length."""

    lemma: str
    pattern: str
    right: bool
    features: tuple[str, ...]
    length: float


class Words:
    """The word tokens of a text, looked up by characters."""

    def __init__(self, text: str) -> None:
        self.spans = [m.span() for m in _WORD.finditer(text)]
        self.ends = [e for _, e in self.spans]

    def of(self, spans: Iterable[Iterable[int]]) -> frozenset[int]:
        """The indices of the words that the spans touch."""
        out: set[int] = set()
        for start, end in spans:
            i = bisect_right(self.ends, start)
            while i < len(self.spans) and self.spans[i][0] < end:
                out.add(i)
                i += 1
        return frozenset(out)


def rows(docs: list[dict[str, Any]], parser: Parser, weigher: Weigher) -> Iterator[Row]:
    """The candidates of all documents."""
    for doc in docs:
        syntax = Syntax(parser.parse(report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date"))))
        words = Words(doc["text"])
        gold = [(words.of(a["content"]), words.of(a["source"])) for a in doc["gold"]]
        for draft in candidates(syntax):
            told = weigher.grouped(draft)
            length = log(1 + sum(b - a for a, b in draft.content))
            right = _right(syntax, draft, words, gold)
            yield Row(draft.lemma, draft.pattern, right, tuple(features(told, syntax)), length)


def _right(syntax: Syntax, draft: Draft, words: Words, gold: list[tuple[frozenset[int], frozenset[int]]]) -> bool:
    content = words.of(draft.content)
    phrase = source_of(syntax, draft)
    source = words.of([phrase]) if phrase else frozenset()
    for other, owner in gold:
        shared = len(content & other)
        meets = bool(source & owner) or not (source or owner)
        if shared and shared / len(content | other) >= 0.5 and meets:
            return True
    return False


def count(data: list[Row], weigher: Weigher) -> Counts:
    """How many of how many candidates are right, by word and construction."""
    out: Counts = {}
    for row in data:
        for key in ((row.lemma, row.pattern), (KNOWN if weigher.known(row.lemma) else OTHER, row.pattern)):
            right, seen = out.get(key, (0, 0))
            out[key] = right + row.right, seen + 1
    return out


def fit(folds: list[list[Row]], weigher: Weigher) -> dict[str, float]:
    """The weights by name; each fold with the rates of the other."""
    told: list[dict[str, float]] = []
    first, second = folds
    for data, other in ((first, second), (second, first)):
        weigher.rates = count(other, weigher)
        told += [
            {"rate": logit(weigher.rate(r.lemma, r.pattern)), "length": r.length, **dict.fromkeys(r.features, 1.0)}
            for r in data
        ]
    return regress(told, [r.right for r in first + second], free=("rate", "length"))


def regress(told: list[dict[str, float]], right: list[bool], free: tuple[str, ...]) -> dict[str, float]:
    """A logistic regression: the weights by name, those of ``free`` features hardly drawn to nought."""
    seen = Counter(f for row in told for f in row)
    names = ["bias", *free, *sorted(f for f, n in seen.items() if n >= LEAST_FEATURE and f not in free)]
    at = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(told), len(names)))
    x[:, 0] = 1.0
    for i, row in enumerate(told):
        for name, value in row.items():
            if name in at:
                x[i, at[name]] = value
    y = np.array(right, dtype=float)
    ridge = np.full(len(names), RIDGE)
    ridge[: 1 + len(free)] = 1e-3
    w = np.zeros(len(names))
    for _ in range(40):
        p = 1 / (1 + np.exp(-(x @ w)))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge), x.T @ (p - y) + ridge * w)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return {name: round(float(v), 3) for name, v in zip(names, w, strict=True)}


def fuse(docs: list[dict[str, Any]], parser: Parser) -> None:
    """Fits and writes the weights: which edges are better, then the encoder's candidates and those of rules alone."""
    weigher = Weigher()
    texts = [
        (Syntax(parser.parse(report_from_text(d["text"], title=d.get("title"), published=d.get("date")))), d)
        for d in docs
    ]
    told: dict[str, list[dict[str, float]]] = {"learnt": [], "rules": [], "edges": []}
    right: dict[str, list[bool]] = {"learnt": [], "rules": [], "edges": []}
    parts = {part: {"bias": 0.0} for part in told}
    for only in (("edges",), ("learnt", "rules")):
        for syntax, doc in texts:
            words = Words(doc["text"])
            gold = [(words.of(a["content"]), words.of(a["source"])) for a in doc["gold"]]
            for one in groups(syntax, gather(syntax, weigher)):
                for part, row, label in _lessons(syntax, one, words, gold):
                    if part in only:
                        told[part] += [row] * doc.get("weight", 1)
                        right[part] += [label] * doc.get("weight", 1)
        for part in only:
            print(part, len(told[part]), "candidates,", sum(right[part]), "right")
            parts[part] = regress(told[part], right[part], free=FREE)
        write_fusion(parts)
        reread()


def _lessons(
    syntax: Syntax, one: Candidate, words: Words, gold: list[tuple[frozenset[int], frozenset[int]]]
) -> Iterator[tuple[str, dict[str, float], bool]]:
    """What a candidate teaches: whether it is right, and whose edges are better."""
    yield "rules" if one.seen is None else "learnt", dict(fused(one, syntax)), _right(syntax, one.draft, words, gold)
    drafted = learnt(syntax, one.seen) if one.seen is not None and one.edges != "both" else None
    if one.seen is None or one.rule is None or drafted is None:
        return
    ours, theirs = (max((_alike(words.of(d.content), g) for g, _ in gold), default=0) for d in (drafted, one.rule))
    if max(ours, theirs) >= 0.3 and ours != theirs:
        yield "edges", dict(edges(syntax, drafted, one.seen, one.rule)), theirs > ours


def _alike(first: frozenset[int], second: frozenset[int]) -> float:
    return len(first & second) / max(1, len(first | second))


def own() -> list[dict[str, Any]]:
    """The reports of the corpus that the encoder has not seen, in the bench's form."""
    unseen = split(corpus(), EVERY)[1]
    return [
        {"text": r.text, "date": r.date, "weight": OWN_WEIGHT,
         "gold": [{"content": x.parts["q"], "source": x.parts.get("s", [])} for x in r.rows]}
        for r in unseen
    ]  # fmt: skip


def write(counts: Counts, weights: dict[str, float]) -> None:
    """Writes the two tables."""
    with (TABLES / "attribution_rates.csv").open("w", newline="", encoding="utf-8") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(["lemma", "pattern", "right", "seen"])
        for (lemma, pattern), (right, seen) in sorted(counts.items()):
            word = seen > 1 and lemma.replace("-", "").isalpha() and lemma.isascii() and (right or seen > 5)
            if lemma in {KNOWN, OTHER, ":"} or word:
                table.writerow([lemma, pattern, right, seen])
    lines = [f"{name}: {weights.pop(name)}" for name in ("bias", "rate", "length")]
    lines += ["features:", *(f"  {name}: {v}" for name, v in weights.items())]
    head = (
        "# Written by scripts/fit_attribution.py from PolNeAR's training half; features: coding/statements/weigh.py.\n"
    )
    (TABLES / "attribution_weights.yaml").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def write_fusion(parts: dict[str, dict[str, float]]) -> None:
    """Writes the weights of encoder and rules."""
    lines = [
        "# Written by scripts/fit_attribution.py from every tenth document of PolNeAR's training half;",
        "# features: coding/statements/fuse.py.",
    ]
    for part, found in parts.items():
        lines += [f"{part}:", f"  bias: {found['bias']}", "  features:" if len(found) > 1 else "  features: {}"]
        lines += [f"    {name}: {v}" for name, v in found.items() if name != "bias"]
    (TABLES / "attribution_fusion.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(part: str, path: str) -> None:
    """Fits on a training file and writes the tables of a part."""
    docs = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    parser, weigher = Parser(), Weigher()
    if part == "fusion":
        fuse([*split(docs, EVERY)[1], *own()], parser)
        return
    seen = split(docs, EVERY)[0]
    folds = [list(rows(seen[k::2], parser, weigher)) for k in (0, 1)]
    weights = fit(folds, weigher)
    write(count(folds[0] + folds[1], weigher), weights)
    print(len(folds[0]) + len(folds[1]), "candidates,", len(weights), "weights")


if __name__ == "__main__":
    main(*sys.argv[1:])
