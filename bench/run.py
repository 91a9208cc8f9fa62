"""Scores Vedette on every development set, beside the reference numbers, and checks the floors.

  python -m bench.run [TASK …]            # scores; fails where one fell below its floor
  python -m bench.run --raise             # raises the floors to what was reached (never lowers one)
  python -m bench.run --data FOLDER       # the folder with the corpora and scorers (default: ../shared)

The floors are in bench/floors.json: the score reached when they were last raised, cut to a tenth of a point, and the
hash of each data set, so that a score is never compared over other data. To lower one, edit the file by hand and say
why in the commit.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.chains import score as score_chains
from bench.predict import predict
from bench.tasks import RUNS, TASKS, Run
from vedette import Reader

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "bench" / "floors.json"


def score(run: Run, data: Path, reader: Reader) -> tuple[dict[str, float], str, float]:
    """The headline metrics of a run, the hash of its data, and the seconds that reading took."""
    folder = ROOT / "bench" if run.file.startswith("own/") else data / "data"
    gold = folder / f"{run.file}.jsonl"
    with TemporaryDirectory() as scratch:
        pred = Path(scratch) / "pred.jsonl"
        start = time.perf_counter()
        predict(run.task, gold, pred, reader, run.without)
        seconds = time.perf_counter() - start
        if run.task == "chains":
            return chains(gold, pred, run), sha256(gold.read_bytes()).hexdigest()[:16], seconds
        command = [sys.executable, str(data / "bench" / "score.py"), run.task, "--gold", str(gold), "--pred", str(pred)]
        found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return {m: _pick(found, m) for m in run.metrics}, sha256(gold.read_bytes()).hexdigest()[:16], seconds


def chains(gold: Path, pred: Path, run: Run) -> dict[str, float]:
    """The metrics of attribution chains, which only our own sets have."""
    rows = ([json.loads(line) for line in f.read_text(encoding="utf-8").splitlines()] for f in (gold, pred))
    found = score_chains(*rows)
    return {m: found[m] for m in run.metrics}


def _pick(found: Any, key: str) -> float:  # noqa: ANN401  # the scorers' JSON
    for part in key.split("."):
        found = found[part]
    return float(found or 0.0)


def below(run: Run, metric: str, value: float, floor: float) -> bool:
    """Whether a value fell below its floor."""
    return value > floor if metric in run.lower_is_better else value < floor


def raised(run: Run, metric: str, value: float, old: float | None) -> float:
    """The floor for a value reached: never lower than it was."""
    if metric in run.lower_is_better:
        new = math.ceil(value * 1000) / 1000
        return new if old is None else min(old, new)
    new = math.floor(value * 10) / 10
    return new if old is None else max(old, new)


def main() -> None:
    """Runs the command line."""
    style = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__, formatter_class=style)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"one or more of {', '.join(TASKS)}; all by default")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared", help="the folder with data/ and bench/")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to what was reached")
    args = parser.parse_args()
    unknown = set(args.tasks) - set(TASKS)
    if unknown:
        parser.error(f"no such task: {', '.join(sorted(unknown))}. Tasks: {', '.join(TASKS)}")
    if not args.data.is_dir():
        parser.error(f"no folder {args.data}: give the one with the corpora and scorers by --data")
    sys.exit(bench(args.data, args.tasks, lift=args.lift))


HEADINGS = ("set", "metric", "Vedette", "reference", "floor", "reference is of")
WIDTHS = (34, 24, 9, 10, 7)


def line(*cells: object) -> str:
    """A row of the table, as plain text."""
    padded = [f"{c!s:<{w}}" if i < 2 else f"{c!s:>{w}}" for i, (c, w) in enumerate(zip(cells, WIDTHS, strict=False))]
    return " ".join([*padded, f" {cells[-1]}"]).rstrip()


def bench(data: Path, tasks: list[str], *, lift: bool) -> int:
    """Scores the runs of some tasks (all, with none named), printing each as it is done; returns the exit code."""
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    reader, fell = Reader(), []
    print(line(*HEADINGS))
    for run in RUNS:
        if tasks and run.task not in tasks:
            continue
        reached, digest, seconds = score(run, data, reader)
        entry = floors.setdefault(run.name, {"data": digest, "floors": {}})
        if entry["data"] != digest:
            fell.append(f"{run.name}: the data changed; its floors no longer tell anything")
        for i, (metric, value) in enumerate(reached.items()):
            floor = entry["floors"].get(metric)
            if floor is not None and below(run, metric, value, floor):
                fell.append(f"{run.name} {metric}: {value} is below the floor of {floor}")
            if lift and not run.trained:
                floor = entry["floors"][metric] = raised(run, metric, value, floor)
            name, peer = (run.name, run.peer) if i == 0 else ("", "")
            print(line(name, metric, f"{value:g}", run.reference.get(metric, ""), "" if floor is None else floor, peer))
        print(f"  {run.name}: {seconds:.0f} s", file=sys.stderr, flush=True)
    for message in fell:
        print(message, file=sys.stderr)
    if lift and not fell:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if fell else 0


if __name__ == "__main__":
    main()
