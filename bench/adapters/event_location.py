"""The place of a given verb's event, among the toponyms that Vedette found in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bench.adapters.factuality import token_at
from vedette.articles import report_from_text
from vedette.coding.events.toponyms import toponyms_of
from vedette.coding.events.where import sites_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette import Reader


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """One prediction a sentence: the spans of the event's place, none where the sentence does not say."""
    for doc in docs:
        parsed = reader.parser.parse(report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date")))
        verb = token_at(parsed, doc["verb"][0])
        places, _ = reader.grounder.places.resolve(parsed)
        names = toponyms_of(parsed, tuple(p.span for p in places if p.role == "place"))
        spans = () if verb is None else sites_of(parsed, names, verb)
        yield {"id": doc["id"], "locations": [[s.start, s.end] for s in spans]}
