"""Generates what comes from tables, records and the command: docs/codebook.md, docs/schema, the README's examples."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec import structs
from rich.console import Console

from vedette import Reader
from vedette.export.schema import dossier_schema, reading_schema
from vedette.export.terminal import dossier_page, reading_page
from vedette.linking import build_dossiers
from vedette.record.raw import Raw
from vedette.sources import read_inputs
from vedette.tables.codebook import Codebook, codebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples" / "aras"
SHOWN = "10-tehran-evening.txt"
DOSSIER_LINES = 60
TITLES = {
    "quads": "Quads",
    "contexts": "Contexts of events",
    "sectors": "Sectors of actors",
    "assertions": "Assertion status",
    "stances": "Stance of a link",
    "manners": "Manner of a link",
    "link_roles": "Roles in a chain",
    "channels": "Channels",
    "date_precisions": "Precision of dates (UCDP date_prec)",
    "place_precisions": "Precision of places (UCDP where_prec)",
    "magnitudes": "Magnitudes",
    "sides": "Suffered by",
    "actor_kinds": "Kinds of actors",
    "forms": "Forms of commitments",
    "aims": "Aims of commitments",
    "authorities": "Authority of declarers",
    "protects": "What a line protects",
    "trigger_statuses": "Status of triggers",
    "demands": "Demands",
    "consequences": "Consequences",
    "specificities": "Specificity of consequences",
    "weaknesses": "Weaknesses of lines (Altman 2015)",
    "relations": "Relation to earlier commitments",
    "tiers": "Tiers of incidents",
    "dossier_statuses": "Status of lines",
    "response_kinds": "Kinds of responses",
    "answers": "Answers of the target",
    "contradictions": "Fields that reports contradict",
}


def codebook_page() -> str:
    """The codebook as a page of Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Codebook"
    yield ""
    yield "Every key that a record may hold, with its meaning. Made from `src/vedette/tables/data/codebook.yaml` by"
    yield "`make docs`. Event types, modes, contexts and sectors are PLOVER's (Open Event Data Alliance,"
    yield "CC BY-SA 4.0); precisions are UCDP's. Definitions are our own words."
    yield ""
    yield "## Event types and modes"
    yield ""
    yield "| type | mode | quad | intensity | CAMEO | meaning |"
    yield "| --- | --- | --- | ---: | --- | --- |"
    for kind in codebook().event_types:
        quad = kind.quad.replace("_", " ")
        yield f"| **{kind.key}** | | {quad} | {kind.intensity:g} | {kind.cameo} | {kind.definition} |"
        for mode in kind.modes:
            yield f"| | {mode.key} | | {mode.intensity:g} | {mode.cameo or ''} | {mode.definition} |"
    for field in structs.fields(Codebook):
        if field.name == "event_types":
            continue
        yield ""
        yield f"## {TITLES[field.name]}"
        yield ""
        yield "| key | meaning |"
        yield "| --- | --- |"
        for term in getattr(codebook(), field.name):
            yield f"| {term.key} | {term.definition} |"


def _printed(page: RenderableType) -> list[str]:
    console = Console(width=100, file=StringIO(), color_system=None, highlight=False, emoji=False, markup=False)
    console.print(page)
    printed = cast("StringIO", console.file).getvalue()
    return [line.rstrip() for line in printed.splitlines()]


def _block(command: str, lines: list[str]) -> str:
    return "\n".join(["```text", f"$ {command}", *lines, "```"])


def set_block(page: str, name: str, content: str) -> str:
    """A page with what stands between ``<!-- begin: NAME -->`` and its end replaced."""
    begin, end = f"<!-- begin: {name} -->", f"<!-- end: {name} -->"
    head, _, rest = page.partition(begin)
    return f"{head}{begin}\n{content}\n{end}{rest.partition(end)[2]}"


def readme() -> str:
    """The README, its examples run anew."""
    reader = Reader()
    files = [str(p) for p in sorted(EXAMPLES.iterdir())]
    raws = [r for r in read_inputs(files) if isinstance(r, Raw)]
    readings = [reader.read_raw(r) for r in raws]
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = _printed(reading_page(next(x for r, x in zip(raws, readings, strict=True) if Path(r.source).name == SHOWN)))
    page = set_block(page, "read", _block(f"vedette read examples/aras/{SHOWN}", shown))
    dossiers = [d for d in build_dossiers(readings) if d.declarer == "IRN"]
    lines = _printed(dossier_page(dossiers))
    return set_block(page, "dossier", _block("vedette dossier IRN", [*lines[:DOSSIER_LINES], "…"]))


def generated() -> dict[str, str]:
    """The generated files, by their path in the repository."""
    return {
        "docs/codebook.md": codebook_page(),
        "docs/schema/reading.json": json.dumps(reading_schema(), indent=1) + "\n",
        "docs/schema/dossier.json": json.dumps(dossier_schema(), indent=1) + "\n",
        "README.md": readme(),
    }


def main() -> None:
    """Writes the files."""
    for name, content in generated().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
