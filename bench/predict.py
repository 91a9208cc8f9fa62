"""Runs Vedette over the input documents of a task.

  python -m bench.predict TASK --input docs.jsonl --output predictions.jsonl

Any file in the task's input format will do; what an adapter answers comes from what Vedette read.
"""

from __future__ import annotations

import argparse
import importlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from bench.tasks import TASKS
from vedette import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Adapter(Protocol):
    """A module of ``bench.adapters``."""

    def predict(self, docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
        """One prediction for each document, in their order."""
        ...


def adapter(task: str) -> Adapter:
    """The adapter of a task."""
    module: Any = importlib.import_module(f"bench.adapters.{task}")
    found: Adapter = module
    return found


def predict(task: str, source: Path, target: Path, reader: Reader | None = None, without: tuple[str, ...] = ()) -> int:
    """Writes the predictions for the documents in ``source``, less the fields ``without``; returns how many."""
    count, hidden = 0, {"gold", *without}
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        docs = (json.loads(line) for line in lines if line.strip())
        without_gold = ({k: v for k, v in d.items() if k not in hidden} for d in docs)
        for prediction in adapter(task).predict(without_gold, reader or Reader()):
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
            count += 1
    return count


def main() -> None:
    """Runs the command line."""
    style = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m bench.predict", description=__doc__, formatter_class=style)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("--input", type=Path, required=True, help="documents, one JSON object a line")
    parser.add_argument("--output", type=Path, required=True, help="where the predictions go, one JSON object a line")
    args = parser.parse_args()
    print(f"{predict(args.task, args.input, args.output)} predictions in {args.output}")


if __name__ == "__main__":
    main()
