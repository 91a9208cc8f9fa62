"""Scores attribution chains: who is found to have said it, and through whom.

An attribution is found where its content shares at least half of the words of both and its source meets the marked one
(as in the bench's ``relation``). Of those found, the name is right where it is the marked one without title, article
and points, or, of somebody who is never named, the same head word with some of the same words; the chain is right where
all its names are, in order. ``*_all`` are the same as shares of all that is marked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from training.scores import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ARTICLES = ("the", "a", "an")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?|\+")


def score(gold: Iterable[dict[str, Any]], found: Iterable[dict[str, Any]]) -> dict[str, float]:
    """The scores in percent, of documents in the form of ``own/attribution.jsonl`` and predictions for them."""
    told = {d["id"]: d["attributions"] for d in found}
    hits = names = chains = stances = kinds = marked = predicted = 0
    for doc in gold:
        rows = told.get(doc["id"], [])
        marked += len(doc["gold"])
        predicted += len(rows)
        for want, have in paired(doc["text"], doc["gold"], rows):
            hits += 1
            names += same_name(want["name"], have["name"])
            chains += same_chain(want["chain"], have["chain"])
            stances += want["stance"] == have["stance"]
            kinds += want["kind"] == have["kind"]
    precision, recall = hits / max(predicted, 1), hits / max(marked, 1)
    shares = {
        "relation": 2 * precision * recall / max(precision + recall, 1e-9), "precision": precision, "recall": recall,
        "name": names / max(hits, 1), "chain": chains / max(hits, 1), "name_all": names / max(marked, 1),
        "chain_all": chains / max(marked, 1), "stance": stances / max(hits, 1), "kind": kinds / max(hits, 1),
    }  # fmt: skip
    return {key: round(100 * value, 1) for key, value in shares.items()}


def paired(
    text: str, gold: list[dict[str, Any]], rows: list[dict[str, Any]]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The marked attributions that are found, each with its prediction: those that share most first."""
    tokens = [m.span() for m in re.finditer(r"\w+", text)]
    left = [(words(g["content"], tokens), words(g["source"], tokens), words(g["cue"], tokens)) for g in gold]
    right = [(words(r["content"], tokens), words(r["source"], tokens), words(r["cue"], tokens)) for r in rows]
    scored = []
    for i, (a, b, c) in enumerate(left):
        for j, (d, e, f) in enumerate(right):
            if 2 * len(a & d) >= len(a | d) and a & d and (b & e or not (b or e)):
                scored.append((len(a & d) / len(a | d), bool(c & f), -i, -j))
    used_left, used_right = set(), set()
    for _, _, i, j in sorted(scored, reverse=True):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            yield gold[-i], rows[-j]


def same_chain(want: list[str | None], have: list[str | None]) -> bool:
    """Whether two chains have the same names in the same order."""
    return len(want) == len(have) and all(same_name(a, b) for a, b in zip(want, have, strict=True))


def same_name(want: str | None, have: str | None) -> bool:
    """Whether two names are of the same."""
    if want is None or have is None:
        return want is have
    if "+" in want or "+" in have:
        return sorted(_parts(want)) == sorted(_parts(have))
    a, b = _bare(want), _bare(have)
    if a == b:
        return True
    named = any(w[:1].isupper() for w in _WORD.findall(want)[-1:])
    return not named and bool(a) and bool(b) and a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a))


def _parts(name: str) -> list[list[str]]:
    return [_bare(p) for p in name.split("+")]


def _bare(name: str) -> list[str]:
    found = [w.lower().replace("’", "'").removesuffix("'s") for w in _WORD.findall(name)]
    while found and found[0] in _ARTICLES:
        found.pop(0)
    return found
