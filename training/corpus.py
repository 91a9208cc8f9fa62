"""Reads the attribution layer of the corpus: reports with in-line marks, and PolNeAR in the bench's form."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from training.samples import Document, Marked

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).parent / "corpus" / "attribution"
STANCES = frozenset(("asserts", "reports", "doubts", "denies"))
KINDS = frozenset(("speech", "act", "belief", "intention", "knowledge"))
T = TypeVar("T")
_OPENS = re.compile(r"\{([scq])(\d{1,3}):")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Spans = dict[str, list[tuple[int, int]]]


class MarkError(ValueError):
    """A report whose marks or table are at fault."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a report's table.

    Attributes:
        number: of the attribution.
        name: whom its source stands for; None where nobody is named.
        stance, kind: of the codebook.
        via: number of the attribution through which it comes; None where the outlet tells it itself.
        parts: characters of its source (``s``), cue (``c``) and content (``q``).
    """

    number: int
    name: str | None
    stance: str
    kind: str
    via: int | None
    parts: Spans


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report of the corpus."""

    id: str
    date: str
    outlet: str | None
    manner: str
    region: str
    text: str
    rows: tuple[Row, ...]

    def document(self) -> Document:
        """It as the network's training sees it."""
        return Document(
            self.id,
            self.text,
            tuple(
                Marked(r.parts.get("s", []), r.parts.get("c", []), r.parts["q"], r.kind, r.stance) for r in self.rows
            ),
        )

    def chain(self, row: Row) -> tuple[str | None, ...]:
        """The names from the innermost source outwards, without the outlet."""
        by_number = {r.number: r for r in self.rows}
        out, at = [row.name], row
        while at.via is not None:
            at = by_number[at.via]
            out.append(at.name)
        return tuple(out)


def read_marked(path: Path) -> Iterator[MarkedReport]:
    """The reports of a corpus file.

    Raises:
        MarkError: with the id of the report whose marks are at fault.
    """
    for block in re.split(r"(?m)^#### ", path.read_text(encoding="utf-8"))[1:]:
        head, _, rest = block.partition("\n")
        try:
            yield _report(head, rest)
        except (ValueError, KeyError) as error:
            raise MarkError(f"{path.name} {head.split('|')[0].strip()}: {error}") from error


def _report(head: str, rest: str) -> MarkedReport:
    key, day, outlet, manner, region = (p.strip() for p in head.split("|"))
    if not _DAY.fullmatch(day):
        raise MarkError(f"no day: {day!r}")
    body, rule, table = rest.partition("\n----\n")
    if not rule:
        raise MarkError("no line of dashes before the table")
    text, marks = unmark(body.strip("\n"))
    rows = tuple(_row(line, marks) for line in table.splitlines() if line.strip())
    numbers = [r.number for r in rows]
    if len(set(numbers)) != len(numbers) or set(numbers) != set(marks):
        raise MarkError("marks and table differ")
    if any(r.via is not None and r.via not in marks for r in rows):
        raise MarkError("comes through one that is not there")
    return MarkedReport(key, day, None if outlet == "-" else outlet, manner, region, text, rows)


def _row(line: str, marks: dict[int, Spans]) -> Row:
    number, name, stance, kind, via = (p.strip() for p in line.split("|"))
    if stance not in STANCES or kind not in KINDS:
        raise MarkError(f"no such stance or kind: {line!r}")
    parts = marks[int(number)]
    if "q" not in parts:
        raise MarkError(f"{number} has no content")
    return Row(int(number), None if name == "-" else name, stance, kind, None if via == "-" else int(via), parts)


def unmark(body: str) -> tuple[str, dict[int, Spans]]:
    """The text without marks, and the characters of each number's parts.

    Raises:
        MarkError: where braces do not match.
    """
    out: list[str] = []
    opened: list[tuple[str, int, int]] = []
    spans: dict[int, Spans] = {}
    at = 0
    while at < len(body):
        mark = _OPENS.match(body, at)
        if mark:
            opened.append((mark[1], int(mark[2]), len(out)))
            at = mark.end()
            continue
        if body[at] == "{" or (body[at] == "}" and not opened):
            raise MarkError(f"stray brace near {body[max(0, at - 20) : at + 20]!r}")
        if body[at] == "}":
            part, number, start = opened.pop()
            spans.setdefault(number, {}).setdefault(part, []).append((start, len(out)))
        else:
            out.append(body[at])
        at += 1
    if opened:
        raise MarkError(f"never closed: {opened[-1][0]}{opened[-1][1]}")
    return "".join(out), {n: {k: sorted(v) for k, v in parts.items()} for n, parts in spans.items()}


def corpus() -> list[MarkedReport]:
    """All reports of the corpus, in an order that mixes hands and stays as it is when reports are added elsewhere."""
    reports = [r for f in sorted(CORPUS.glob("*.txt")) for r in read_marked(f)]
    return sorted(reports, key=lambda r: sha256(r.id.encode()).digest())


def split(docs: list[T], every: int) -> tuple[list[T], list[T]]:
    """The documents to train on, and every n-th, which is held out; all and none with 0."""
    if not every:
        return docs, []
    return [d for k, d in enumerate(docs) if k % every], docs[::every]


def read_bench(path: Path) -> list[Document]:
    """Documents in the form of the bench's task ``attribution``."""
    docs = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [
        Document(d["id"], d["text"], tuple(Marked(a["source"], a["cue"], a["content"]) for a in d["gold"]))
        for d in docs
    ]
