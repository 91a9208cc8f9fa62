"""Speed, memory and start-up of Vedette beside a bare spaCy pass over the same text, in one run.

  python -m bench.speed [--data FOLDER] [--reports N]

Each system runs in a process of its own, in turn, several times; what is printed is the median, and the ratio of the
medians, since machines differ and are noisy. Numbers of one process on one core.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 3
MEASURES = (("start-up, s", "load"), ("reports/s", "reports"), ("words/s", "words"), ("peak memory, MB", "memory"))


def texts(data: Path, count: int) -> list[str]:
    """News of several kinds: two public sets in turn."""
    out: list[str] = []
    files = [data / "data" / "raw" / name for name in ("wikinews.jsonl", "re3d.jsonl")]
    docs = [[json.loads(line)["text"] for line in f.read_text(encoding="utf-8").splitlines()] for f in files]
    for i in range(max(map(len, docs))):
        out += [d[i] for d in docs if i < len(d)]
    return out[:count]


def measure(system: str, reports: list[str]) -> dict[str, float]:
    """What one process takes: seconds to load, reports and words a second, peak resident memory in MB."""
    start = time.perf_counter()
    read: Any
    if system == "vedette":
        from vedette import Reader

        read = Reader().read
    else:
        import spacy

        from vedette.reading.parser import MODEL

        read = spacy.load(MODEL)
    read("The ministry said so.")
    load = time.perf_counter() - start
    start = time.perf_counter()
    for text in reports:
        read(text)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    words = sum(len(t.split()) for t in reports)
    return {"load": load, "reports": len(reports) / seconds, "words": words / seconds, "memory": peak}


def main() -> None:
    """Runs the command line; with ``--child`` it is one of the measured processes."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--reports", type=int, default=120)
    parser.add_argument("--child", choices=("vedette", "spacy"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        print(json.dumps(measure(args.child, texts(args.data, args.reports))))
        return
    found: dict[str, list[dict[str, float]]] = {"vedette": [], "spacy": []}
    one_thread = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    for _ in range(ROUNDS):
        for system, rows in found.items():
            command = [sys.executable, "-m", "bench.speed", "--child", system, "--data", str(args.data)]
            command += ["--reports", str(args.reports)]
            done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=one_thread)
            rows.append(json.loads(done.stdout))
    table = Table("", "Vedette", "spaCy alone", "ratio", box=None, pad_edge=False)
    for name, key in MEASURES:
        ours, theirs = (statistics.median(row[key] for row in found[s]) for s in ("vedette", "spacy"))
        table.add_row(name, f"{ours:,.1f}", f"{theirs:,.1f}", f"{ours / theirs:.2f}")
    Console(width=80).print(table)


if __name__ == "__main__":
    main()
