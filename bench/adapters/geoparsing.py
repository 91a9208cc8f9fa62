"""Geoparsing: the places of a report.

Demonyms ("Iranian") are places with that role in Vedette, and a gazetteer-linked corpus marks them or does not; this
adapter reports them always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette import Reader

RELATIVE = "places-relative"
"""Phrases such as "100 miles northwest of X" hold a toponym and are none."""
ROLES = frozenset({"place", "government", "organisation", "demonym"})


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """The toponyms of each document, with the coordinates of the likeliest place."""
    for doc in docs:
        report = report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date"))
        places, _ = reader.grounder.places.resolve(reader.parser.parse(report))
        toponyms = []
        for place in places:
            if place.role not in ROLES or place.best is None or place.made_by.startswith(RELATIVE):
                continue
            toponyms.append(
                {"start": place.span.start, "end": place.span.end, "lat": place.best.lat, "lon": place.best.lon}
            )
        yield {"id": doc["id"], "toponyms": toponyms}
