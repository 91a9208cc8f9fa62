"""Event factuality: what the assertion engine makes of each given token."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text
from vedette.coding.events.assertion import factuality

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette import Reader
    from vedette.record import Parsed


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """One prediction a sentence: a value in [-3, 3] for each of its events."""
    for doc in docs:
        parsed = reader.parser.parse(report_from_text(doc["text"], title=doc.get("title"), published=doc.get("date")))
        yield {
            "id": doc["id"],
            "events": [
                {
                    "id": event["id"],
                    "factuality": 3.0 if (i := token_at(parsed, event["start"])) is None else factuality(parsed, i),
                }
                for event in doc["events"]
            ],
        }


def token_at(parsed: Parsed, offset: int) -> int | None:
    """The token at a character offset; None where nothing was parsed."""
    k = bisect_right(parsed.tokens, offset, key=lambda t: t.start) - 1
    return k if k >= 0 and parsed.tokens[k].end > offset else None
