"""Fits the model that tells what one party of a sentence does to another.

  python -m scripts.fit_pairs --data ../shared

Reads ``data/political_events/plv-train.jsonl`` below the folder (PLV, Hu et al. 2024; published as a training set),
fits a multinomial logistic regression (L2, L-BFGS) over ``coding/events/pair_features.py``, writes
``tables/data/pair_types.npz``, and prints macro F1 by five-fold cross-validation. With ``--mixing`` it writes nothing
and fits the weights of the lexicon against the model instead, on answers of the model for the folds that it has not
seen. Those of ``pair_types.yaml`` rest on such a fit with the event lexicon of commit bf2ee9d, which nobody had yet
compared with PLV: on a lexicon corrected by this very corpus a fit flatters the lexicon. Never give it another set.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]
from scipy.optimize import minimize  # type: ignore[import-untyped]

from vedette.articles import report_from_text
from vedette.coding.events.finder import Finder
from vedette.coding.events.pair_features import features
from vedette.coding.events.pairs import ranked, tokens_of
from vedette.coding.events.roots import ROOTS, root
from vedette.coding.events.typing_model import log_odds, mix
from vedette.reading import Parser
from vedette.tables.loader import data_file
from vedette.tables.pair_types import FILE, Mixing, PairWeights, mixing
from vedette.tables.places import place_names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vedette.coding.events.found import Found

RIDGE = 1.0
LEAST = 3
"""Pairs that must show a feature for it to get a weight."""
FOLDS = 5
EDGES = (-99.0, 2.5, 5.0, 6.8)
"""Scores of fit between which the lexicon is trusted alike: neither phrase in its role, one, the target, both."""
_NO_EVENT = "YIELD"


@dataclass(frozen=True, slots=True)
class Row:
    """One pair: its document, root, features, and the lexicon's events, best first."""

    doc: str
    root: str
    features: dict[str, float]
    events: list[tuple[float, Found]]


def rows(path: Path) -> list[Row]:
    """The pairs of a file in the bench's form."""
    parser, out = Parser(), []
    for line in path.read_text(encoding="utf-8").splitlines():
        doc: dict[str, Any] = json.loads(line)
        parsed = parser.parse(report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date")))
        finder = Finder(parsed)
        for gold in doc["gold"]:
            a, b = tokens_of(parsed, gold["source"]), tokens_of(parsed, gold["target"])
            out.append(Row(doc["id"], gold["event"], features(parsed, a, b), ranked(finder, a, b)))
    return out


def geographic() -> frozenset[str]:
    """Lower-case single words that name countries and peoples, which the parser sometimes takes for common words."""
    known = place_names()
    return frozenset(w for w in (*known.names, *known.demonyms) if " " not in w)


def fit(data: Sequence[Row]) -> PairWeights:
    """The weights; every feature of at least ``LEAST`` pairs that holds no name."""
    seen = Counter(name for row in data for name in row.features)
    named = geographic()
    kept = sorted(n for n, k in seen.items() if k >= LEAST and not named & set(n.partition("=")[2].split("_")))
    at = {name: i for i, name in enumerate(kept)}
    cells = [(i, at[n], v) for i, row in enumerate(data) for n, v in row.features.items() if n in at]
    i, j, v = (np.array(column) for column in zip(*cells, strict=True))
    x = sparse.csr_matrix((v.astype(float), (i, j)), shape=(len(data), len(kept)))
    y = np.array([ROOTS.index(row.root) for row in data])
    solved = _solve(x, y)
    packed = solved.astype(np.float16).astype(np.float32)
    return PairWeights(ROOTS, at, packed[:-1], packed[-1])


def _solve(x: Any, y: Any) -> Any:  # noqa: ANN401  # scipy has no types
    """Weights, with the bias as the last row."""
    n, d, k = x.shape[0], x.shape[1], len(ROOTS)
    gold = np.eye(k)[y]

    def loss(flat: Any) -> tuple[float, Any]:  # noqa: ANN401  # as above
        w = flat.reshape(d + 1, k)
        z = x @ w[:-1] + w[-1]
        z -= z.max(axis=1, keepdims=True)
        total = np.exp(z).sum(axis=1, keepdims=True)
        error = np.exp(z) / total - gold
        value = -(z[np.arange(n), y] - np.log(total[:, 0])).sum() + RIDGE / 2 * (w[:-1] ** 2).sum()
        return float(value), np.vstack([x.T @ error + RIDGE * w[:-1], error.sum(axis=0)]).ravel()

    found = minimize(loss, np.zeros((d + 1) * k), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return found.x.reshape(d + 1, k)


def fold(doc: str) -> int:
    """The fold of a document, by its id."""
    return int(hashlib.sha256(doc.encode()).hexdigest(), 16) % FOLDS


def held_out(data: Sequence[Row]) -> list[Any]:
    """For each pair the log probabilities of a model that has not seen its document."""
    models = [fit([row for row in data if fold(row.doc) != k]) for k in range(FOLDS)]
    return [log_odds(models[fold(row.doc)], row.features) for row in data]


def macro_f1(gold: Sequence[str], answers: Sequence[str]) -> float:
    """The mean F1 of the roots, in per cent."""
    scores = []
    for r in ROOTS:
        hits = sum(g == a == r for g, a in zip(gold, answers, strict=True))
        scores.append(2 * hits / max(1, gold.count(r) + answers.count(r)))
    return 100 * float(np.mean(scores))


def report(data: Sequence[Row], told: Sequence[Any], by: Callable[[str], Mixing]) -> None:
    """Prints macro F1 of the lexicon, of the model, and of both, mixed as told for each document."""
    gold = [row.root for row in data]
    lexical = [root(row.events[0][1]) if row.events else _NO_EVENT for row in data]
    alone = [ROOTS[int(p.argmax())] for p in told]
    both = [ROOTS[int(mix(p, ROOTS, r.events, by(r.doc)).argmax())] for r, p in zip(data, told, strict=True)]
    for name, answers in (("lexicon", lexical), ("model", alone), ("both", both)):
        print(f"{name}: {macro_f1(gold, answers):.1f}")


def fit_mixing(data: Sequence[Row], told: Sequence[Any]) -> Mixing:
    """The mixing of greatest likelihood."""
    y = [ROOTS.index(row.root) for row in data]

    def of(v: Sequence[float]) -> Mixing:
        rounded = [round(float(w), 4) for w in v]
        return Mixing(rounded[0], tuple(zip(EDGES, rounded[1:5], strict=True)), rounded[5], 2)

    def loss(v: Sequence[float]) -> float:
        by, total = of(v), 0.0
        for row, p, gold in zip(data, told, y, strict=True):
            z = mix(p, ROOTS, row.events, by)
            total += np.log(np.exp(z - z.max()).sum()) + z.max() - z[gold]
        return total / len(data)

    start = [0.9, 1.0, 2.0, 3.0, 3.0, 0.3]
    return of(minimize(loss, start, method="Nelder-Mead", options={"maxfev": 400, "xatol": 0.01, "fatol": 1e-5}).x)


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(prog="python -m scripts.fit_pairs", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds data/political_events")
    parser.add_argument("--mixing", action="store_true", help="fit the mixing weights only, and print them")
    args = parser.parse_args()
    data = rows(args.data / "data" / "political_events" / "plv-train.jsonl")
    told = held_out(data)
    if args.mixing:
        nested = [
            fit_mixing(*zip(*[(r, p) for r, p in zip(data, told, strict=True) if fold(r.doc) != k], strict=True))
            for k in range(FOLDS)
        ]
        report(data, told, lambda doc: nested[fold(doc)])
        print(fit_mixing(data, told))
        return
    report(data, told, lambda _: mixing())
    write(fit(data))


def write(model: PairWeights) -> None:
    """Writes the weights."""
    names = np.frombuffer("\n".join(model.rows).encode(), dtype=np.uint8)
    weights, bias = model.weights.astype(np.float16), model.bias.astype(np.float16)
    np.savez_compressed(data_file(FILE), features=names, roots=np.array(model.roots), weights=weights, bias=bias)
    print(len(model.rows), "features,", data_file(FILE).stat().st_size, "bytes")


if __name__ == "__main__":
    main()
