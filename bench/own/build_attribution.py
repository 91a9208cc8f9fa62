"""Builds ``attribution.jsonl``, held-out reports with attribution chains, from the marked files in ``attribution/``.

  python -m bench.own.build_attribution

The marks and the table behind each report are those of the corpus (training/corpus/README.md).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.corpus import read_marked

if TYPE_CHECKING:
    from training.corpus import MarkedReport

HERE = Path(__file__).parent


def main() -> None:
    """Writes ``attribution.jsonl`` beside this file."""
    found = [row(r) for f in sorted((HERE / "attribution").glob("*.txt")) for r in read_marked(f)]
    target = HERE / "attribution.jsonl"
    target.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in found), encoding="utf-8")
    print(f"{len(found)} reports, {sum(len(r['gold']) for r in found)} attributions in {target.name}")


def row(report: MarkedReport) -> dict[str, Any]:
    """A report as a line of the bench."""
    gold = [
        {
            "source": r.parts.get("s", []), "cue": r.parts.get("c", []), "content": r.parts["q"], "name": r.name,
            "stance": r.stance, "kind": r.kind, "chain": report.chain(r),
        }
        for r in report.rows
    ]  # fmt: skip
    return {"id": report.id, "text": report.text, "date": report.date, "outlet": report.outlet, "gold": gold}


if __name__ == "__main__":
    main()
