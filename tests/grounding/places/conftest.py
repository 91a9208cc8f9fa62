from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from vedette.articles import report_from_text
from vedette.grounding.places import PlaceResolver
from vedette.reading import Parser

if TYPE_CHECKING:
    from collections.abc import Callable

    from vedette.record import Doubt, Place


class Read(NamedTuple):
    """What was found in a text, places by their words."""

    places: tuple[Place, ...]
    doubts: tuple[Doubt, ...]

    def at(self, words: str) -> Place:
        """The first place with these words."""
        return next(p for p in self.places if p.span.quote == words)

    @property
    def quotes(self) -> list[str]:
        """The words of all places."""
        return [p.span.quote for p in self.places]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def resolver() -> PlaceResolver:
    return PlaceResolver()


@pytest.fixture(scope="session")
def read(parser: Parser, resolver: PlaceResolver) -> Callable[[str], Read]:
    def places_of(text: str) -> Read:
        return Read(*resolver.resolve(parser.parse(report_from_text(text))))

    return places_of
