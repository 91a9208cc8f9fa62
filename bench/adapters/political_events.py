"""Political events: a PLOVER root for each pair of actors of a sentence.

The corpus labels by CAMEO roots, so an event's CAMEO code decides where it has one; what is told as to come is a
promise (AGREE) if friendly and a threat (THREATEN) if hostile, as CAMEO's "express intent" and "threaten" have it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text
from vedette.coding.events.pairs import best_for_pair, open_pairs
from vedette.tables.codebook import codebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette import Reader
    from vedette.coding.events.found import Found

ROOTS = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
    "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
NO_EVENT = "YIELD"
"""The answer where a sentence shows no event: the corpus has one in each."""
FRIENDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})
HOSTILE = frozenset({"PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"})


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """An event for each pair, and the events found without looking at the pairs."""
    for doc in docs:
        parsed = reader.parser.parse(report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date")))
        events = []
        for pair in doc.get("pairs", ()):
            found = best_for_pair(parsed, pair["source"], pair["target"])
            events.append({"source": pair["source"], "target": pair["target"], "event": root(found)})
        if not events:
            events = [{"source": s, "target": t, "event": root(f)} for s, t, f in open_pairs(parsed)]
        yield {"id": doc["id"], "events": events}


def root(found: Found | None) -> str | None:
    """The corpus's label of an event."""
    if found is None:
        return NO_EVENT
    code = found.cameo or codebook().cameo(found.kind, found.mode) or codebook().event_type(found.kind).cameo
    label = ROOTS[code[:2]]
    if found.mode == "cyber":
        label = "ASSAULT"
    if label in FRIENDLY and found.negated:
        return "REJECT"
    if found.future and label in FRIENDLY:
        return "AGREE"
    if found.future and label in HOSTILE and not found.negated:
        return "THREATEN"
    return label
