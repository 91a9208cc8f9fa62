"""Reads the labelled sentences beside this file: what is expected, a bar, a text with its anchor between asterisks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette import Reader
    from vedette.pipeline import Stages


@dataclass(frozen=True)
class Case:
    expected: str
    text: str
    offset: int

    def stages(self, reader: Reader, published: str | None = None) -> tuple[Stages, int]:
        """What the reader makes of the text, and the token of the anchor."""
        from vedette.articles import report_from_text

        stages = reader.stages(report_from_text(self.text, published=published))
        token = next(t.i for t in stages.parsed.tokens if t.start <= self.offset < t.end)
        return stages, token


def cases(name: str) -> list[Case]:
    out = []
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        expected, marked = (part.strip() for part in line.split("|", 1))
        out.append(Case(expected, marked.replace("*", ""), marked.index("*")))
    return out
