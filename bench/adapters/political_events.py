"""Political events: a PLOVER root for each pair of actors of a sentence.

Given the pairs, the lexicon's events and the linear model are weighed (``docs/model-pairs.md``); without them the
lexicon answers alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text
from vedette.coding.events.pairs import open_pairs
from vedette.coding.events.roots import root
from vedette.coding.events.typing_model import root_of_pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette import Reader


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """An event for each pair; where none are given, the events found."""
    for doc in docs:
        parsed = reader.parser.parse(report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date")))
        events = [
            {"source": p["source"], "target": p["target"], "event": root_of_pair(parsed, p["source"], p["target"])}
            for p in doc.get("pairs", ())
        ]
        if not events:
            events = [{"source": s, "target": t, "event": root(f)} for s, t, f in open_pairs(parsed)]
        yield {"id": doc["id"], "events": events}
