"""Cross-document event coreference: stories by the text, event mentions by their heads and company."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vedette.articles import report_from_text
from vedette.linking import Company, company, mention_groups, story_groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vedette.pipeline import Reader


def predict(docs: Iterable[dict[str, Any]], reader: Reader) -> Iterator[dict[str, Any]]:
    """The event of each mention and the story of each document."""
    docs = list(docs)
    parses = [reader.parser.parse(report_from_text(d["text"], title=d["title"], published=d["date"])) for d in docs]
    stories = {i: n for n, group in enumerate(story_groups(parses)) for i in group}
    story_of = {parsed.report.id: stories[i] for i, parsed in enumerate(parses)}
    found: list[Company] = []
    names: list[str] = []
    for doc, parsed in zip(docs, parses, strict=True):
        for mention in doc["mentions"]:
            made = company(parsed, mention["start"], mention["end"])
            if made is not None:
                found.append(made)
                names.append(mention["id"])
    events = {names[i]: f"E{n}" for n, group in enumerate(mention_groups(found, story_of)) for i in group}
    for i, doc in enumerate(docs):
        mentions = [{"id": m["id"], "event": events[m["id"]]} for m in doc["mentions"] if m["id"] in events]
        yield {"id": doc["id"], "mentions": mentions, "story": f"S{stories[i]}"}
