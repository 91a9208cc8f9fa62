"""How sure attributions are and how fast they are read: figures of docs/statements.md and the encoder's model card.

  python -m bench.stage [--data FOLDER]

For PolNeAR's development set, the held-out tenth of our corpus and the held-out reports: relation F1 (as
``bench.chains``), the share of statements of each confidence that are right, sentences a second of the encoder and of
the whole stage in one process, and the peak memory of that process with all of Vedette loaded.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from bench.chains import paired
from bench.own.build_attribution import row
from training.corpus import corpus, split
from vedette import Reader
from vedette.articles import report_from_text
from vedette.reading.sentences import segments
from vedette.record import Grounding

ROOT = Path(__file__).resolve().parents[1]
HELD_OUT = 10


def measure(docs: list[dict[str, Any]], reader: Reader) -> dict[str, float | str]:
    """The measures of one set."""
    sentences = hits = told = marked = 0
    seen = stage = 0.0
    bins: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for doc in docs:
        report = report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date"))
        parsed = reader.parser.parse(report)
        begun = time.process_time()
        reader.parser.encoder.attributions(report.text, [(a, b) for a, b, _, _ in segments(report)])
        seen += (took := time.process_time() - begun)
        begun = time.process_time()
        statements = reader.coder.statements.code(parsed, Grounding((), (), ()))
        stage += took + time.process_time() - begun
        sentences += len(parsed.sentences)
        rows: list[dict[str, Any]] = [
            {"source": [[s.source.start, s.source.end]] if s.source else [], "sure": s.confidence,
             "cue": [[s.cue.start, s.cue.end]] if s.cue else [], "content": [[c.start, c.end] for c in s.content]}
            for s in statements
        ]  # fmt: skip
        right = [found for _, found in paired(doc["text"], doc["gold"], rows)]
        for r in rows:
            bins[int(r["sure"] * 10)][1] += 1
        for r in right:
            bins[int(r["sure"] * 10)][0] += 1
        hits, told, marked = hits + len(right), told + len(rows), marked + len(doc["gold"])
    shares = {f"sure {k / 10:.1f}": f"{100 * a / n:.0f} % of {n}" for k, (a, n) in sorted(bins.items(), reverse=True)}
    speed = {"encoder, sentences/s": round(sentences / seen), "stage, sentences/s": round(sentences / stage)}
    return {"relation": round(200 * hits / max(told + marked, 1), 1), **shares, **speed}


def main() -> None:
    """Runs the command line."""
    style = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m bench.stage", description=__doc__, formatter_class=style)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared", help="the folder with data/")
    args = parser.parse_args()
    polnear = args.data / "data" / "attribution" / "polnear-dev.jsonl"
    sets = {
        "own/attribution": _lines(ROOT / "bench" / "own" / "attribution.jsonl"),
        "corpus, held out": [row(r) for r in split(corpus(), HELD_OUT)[1]],
        "polnear-dev": _lines(polnear) if polnear.is_file() else [],
    }
    reader = Reader()
    for name, docs in sets.items():
        if docs:
            print(name, *(f"  {k}: {v}" for k, v in measure(docs, reader).items()), sep="\n", flush=True)
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
