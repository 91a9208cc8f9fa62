"""Builds ``stories.jsonl``, own stories in the form of the stories task, from the files in ``stories/``, one each.

  python -m bench.own.build_stories

A label stands around its words, ``{o:key|words}`` for a telling of the occurrence ``key``, ``{l:key|words}`` for a
commitment of a line, ``{c:key|words}`` for one side of a contradiction. Stories whose file begins with ``s`` were
looked at while the linking was written, those that begin with ``u`` were not.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
_LABEL = re.compile(r"\{([a-z]:[\w]+)\|([^{}]*)\}")

Where = dict[str, Any]


def main() -> None:
    """Writes ``stories.jsonl`` beside this file."""
    files = sorted((HERE / "stories").glob("*.yaml"))
    lines = [json.dumps(story(f.stem, yaml.safe_load(f.read_text(encoding="utf-8")))) for f in files]
    (HERE / "stories.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def story(name: str, source: dict[str, Any]) -> dict[str, Any]:
    """A story in the task's form."""
    ids = {r["id"]: f"{name}-{r['id']}" for r in source["reports"]}
    spans: dict[str, list[Where]] = {}
    reports = []
    for r in source["reports"]:
        text, labels = read(r["text"])
        for key, start, end in labels:
            where = {"report": ids[r["id"]], "span": [start, end]}
            spans.setdefault(key, []).append(where)
            spans.setdefault(f"{r['id']}:{key}", []).append(where)
        reports.append({"id": ids[r["id"]], **{k: str(r[k]) for k in ("outlet", "published", "title")}, "text": text})
    occurrences, lines = ([k for k in spans if k.startswith(f"{kind}:")] for kind in "ol")
    occurrences, lines = ([k for k in keys if len(k.split(":")[0]) == 1] for keys in (occurrences, lines))
    gold = {
        "occurrences": [spans[k] for k in occurrences],
        "origins": [[ids[r] for r in group] for group in source["origins"]],
        "contradictions": [{"field": f, "a": spans[a][0], "b": spans[b][0]} for f, a, b in source["contradictions"]],
        "lines": [spans[k] for k in lines],
        "tests": [
            {"occurrence": occurrences.index(o), "line": lines.index(line), "tier": tier}
            for o, line, tier in source["tests"]
        ],
    }
    return {"id": name, "reports": reports, "gold": gold}


def read(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its labels, and the labels with the offsets of their words."""
    text, labels, at = "", [], 0
    for match in _LABEL.finditer(marked):
        text += marked[at : match.start()]
        labels.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    return text + marked[at:], labels


if __name__ == "__main__":
    main()
