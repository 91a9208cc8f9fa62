"""Generates the pages and schemas that come from tables and records: docs/codebook.md and docs/schema/*.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from vedette.export.schema import dossier_schema, reading_schema
from vedette.tables.codebook import Codebook, codebook

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).resolve().parents[1] / "docs"
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


def generated() -> dict[str, str]:
    """The generated files, by their path below ``docs``."""
    return {
        "codebook.md": codebook_page(),
        "schema/reading.json": json.dumps(reading_schema(), indent=1) + "\n",
        "schema/dossier.json": json.dumps(dossier_schema(), indent=1) + "\n",
    }


def main() -> None:
    """Writes the files."""
    for name, content in generated().items():
        path = DOCS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
