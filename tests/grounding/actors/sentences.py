"""Labelled sentences of our own, and how the actors of a report compare with their labels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from vedette.articles import report_from_text

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator
    from datetime import date

    from vedette.grounding.actors import ActorResolver
    from vedette.grounding.places import PlaceResolver
    from vedette.reading import Parser
    from vedette.record import Actor

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Label:
    """What a phrase stands for."""

    at: str
    country: str | None
    members: tuple[str, ...]
    sector: str | None
    authority: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its labels."""

    text: str
    day: date | None
    labels: tuple[Label, ...]


def cases() -> Iterator[Case]:
    """All labelled sentences."""
    for path in sorted(HERE.glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield Case(row["text"], row.get("date"), tuple(_label(at, code) for at, code in row["actors"].items()))


def _label(at: str, code: str) -> Label:
    country, sector, authority = (None if part == "-" else part for part in code.split(" "))
    members = tuple(country.split("+")) if country and "+" in country else ()
    return Label(at, None if members else country, members, sector, authority)


def actors_of(case: Case, parser: Parser, places: PlaceResolver, resolver: ActorResolver) -> tuple[Actor, ...]:
    """What the resolver makes of a sentence."""
    parsed = parser.parse(report_from_text(case.text, published=case.day))
    return resolver.resolve(parsed, places.resolve(parsed)[0], case.day)


def compare(case: Case, actors: tuple[Actor, ...], count: Counter[str], wrong: list[Any]) -> None:
    """Counts what is right and wrong, field by field."""
    for label in case.labels:
        found = re.search(rf"{re.escape(label.at)}\b", case.text)
        assert found is not None, label.at
        start = found.start()
        end = start + len(label.at)
        held = [a for a in actors if a.span.start < end and start < a.span.end]
        best = min(held, key=lambda a: abs(a.span.start - start) + abs(a.span.end - end), default=None)
        count["labels"] += 1
        if best is None:
            wrong.append(("missing", label, None))
            continue
        pairs = {
            "country": (label.country, best.country) if not label.members else (label.members, best.members),
            "sector": (label.sector, best.sectors[0] if best.sectors else None),
            "authority": (label.authority, best.authority),
        }
        count["found"] += 1
        for field, (want, got) in pairs.items():
            same = want == got or (field == "sector" and want in best.sectors[:2])
            if field == "authority" and want is None and got == "anonymous":
                same = True
            count[field] += same
            if not same:
                wrong.append((field, label, best))
