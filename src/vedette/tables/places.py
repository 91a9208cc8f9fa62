"""Places of our own writing: countries' middles, disputed areas, waters, bases, crossings, states of the United States.

The rows are facts in own words. Points of countries follow the convention of the CIA World Factbook (public domain).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

import msgspec

from vedette.tables.actors import countries
from vedette.tables.loader import load_csv, load_yaml
from vedette.tables.toponyms import normalise

SHORT = 4
"""Letters up to which a name counts only as the tables write it."""
_QUALIFIER = re.compile(r" \([^()]{1,40}\)$")


class PlaceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ``places.csv``.

    Attributes:
        name: with a qualifier in brackets where two places share it.
        kind: see ``record.PlaceCandidate``.
        lat, lon, radius_km: middle and extent.
        country: ISO 3166-1 alpha-3, in international law where that is settled; empty for waters and macro-regions.
        admin1: first division.
        dispute: key of ``places_disputes.csv``.
        aliases: other names and spellings.
    """

    name: str
    kind: str
    lat: float
    lon: float
    radius_km: float
    country: str | None = None
    admin1: str | None = None
    dispute: str | None = None
    aliases: tuple[str, ...] = ()


class DisputeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose claims meet in a place: codes of the claimants, and a sentence."""

    key: str
    claimants: tuple[str, ...]
    sentence: str


class CountryPoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The middle of a country, and the radius of a circle of its area."""

    code: str
    lat: float
    lon: float
    radius_km: float


class StateRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state of a federation whose news abbreviates its states: postal code and abbreviations of the press."""

    name: str
    country: str
    lat: float
    lon: float
    radius_km: float
    postal: str
    press: tuple[str, ...] = ()


class DemonymRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives and names of people of a place that is no country."""

    name: str
    words: tuple[str, ...]


class LineRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stretch of the border between two states that is not, or not only, their international border.

    Attributes:
        states: the pair, as the border data name them.
        south, north, west, east: the box that the stretch lies in.
        name, basis: see ``record.Border``.
    """

    states: tuple[str, ...]
    south: float
    north: float
    west: float
    east: float
    name: str
    basis: str


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of ``places_words.yaml``, lower case; the file says what each list is for."""

    locative: frozenset[str]
    linking: frozenset[str]
    near: frozenset[str]
    kinds: dict[str, frozenset[str]]
    streets: frozenset[str]
    buildings: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[str]
    prefixes: frozenset[str]
    natures: frozenset[str]
    newspapers: frozenset[str]
    ailments: frozenset[str]
    surnames: frozenset[str]
    body_of: frozenset[str]
    doubtful: frozenset[str]
    never: frozenset[str]
    connectors: frozenset[str]
    group_names: tuple[str, ...]
    particles: frozenset[str]
    settlements: frozenset[str]
    facilities: frozenset[str]
    inside: frozenset[str]
    with_article: frozenset[str]
    compass: dict[str, float]
    units_km: dict[str, float]
    numbers: dict[str, float]
    about: frozenset[str]
    borders: frozenset[str]
    strips: frozenset[str]
    regions: frozenset[str]
    inert: frozenset[str]
    speech: frozenset[str]


class KnownPlace(msgspec.Struct, frozen=True):
    """A place of our tables: id, name and geometry as in ``record.PlaceCandidate``."""

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    radius_km: float
    country: str | None
    admin1: str | None
    disputed: str | None


class PlaceNames(msgspec.Struct, frozen=True):
    """Names of the known places.

    Attributes:
        names: normalised name → places.
        demonyms: normalised adjective or people's name → places.
        short: names of up to four letters as written ("U.S.", "UAE", "Ky."); such a name counts only in that form.
        articled: names that are one only after "the" ("the Gulf").
        first_words: the first words of all names.
        postal: postal codes of states ("KY") → state; they count only after a comma.
    """

    names: dict[str, tuple[KnownPlace, ...]]
    demonyms: dict[str, tuple[KnownPlace, ...]]
    short: frozenset[str]
    articled: frozenset[str]
    first_words: frozenset[str]
    postal: dict[str, KnownPlace]


def place_words() -> PlaceWords:
    """The word lists, read once."""
    return load_yaml("places_words.yaml", PlaceWords)


def place_lines() -> tuple[LineRow, ...]:
    """De facto lines."""
    return load_csv("places_lines.csv", LineRow)


@dataclass(slots=True)
class _Index:
    """``PlaceNames`` under construction; a place is held once under a name."""

    names: dict[str, dict[str, KnownPlace]] = field(default_factory=dict)
    demonyms: dict[str, dict[str, KnownPlace]] = field(default_factory=dict)
    short: set[str] = field(default_factory=set)
    articled: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    postal: dict[str, KnownPlace] = field(default_factory=dict)

    def add(self, written: str, place: KnownPlace, *, demonym: bool = False) -> None:
        """Files a place under a name."""
        key = normalise(written.removeprefix("the "))
        if not key:
            return
        (self.articled if written.startswith("the ") else self.bare).add(key)
        (self.demonyms if demonym else self.names).setdefault(key, {}).setdefault(place.id, place)
        if len(key.replace(" ", "")) <= SHORT:
            self.short.add(written.rstrip("."))

    def add_own(self) -> dict[str, KnownPlace]:
        """Files the places and states; returns them by name."""
        own = _own_places()
        for place, aliases in own:
            for name in (place.name, *aliases):
                self.add(name, place)
        for row in load_csv("places_states.csv", StateRow):
            state = KnownPlace(
                f"vedette:{row.country}-{row.postal}", row.name, "admin1", row.lat, row.lon, row.radius_km, row.country,
                row.name, None,
            )  # fmt: skip
            self.postal[row.postal] = state
            for name in (row.name, *row.press):
                self.add(name, state)
        return {place.name: place for place, _ in own} | {s.name: s for s in self.postal.values()}

    def add_countries(self) -> None:
        """Files the countries; a name that a place of ours in that country bears already is left to that place."""
        regional = set(self.demonyms)
        for place, aliases, adjectives in _countries():
            for name in (place.name, *aliases):
                held = self.names.get(normalise(name.removeprefix("the ")), {}).values()
                if not any(other.country == place.country for other in held):
                    self.add(name.removeprefix("the "), place)
            for word in adjectives:
                if normalise(word) not in regional:
                    self.add(word, place, demonym=True)


@cache
def place_names() -> PlaceNames:
    """All names of the known places, read once."""
    index = _Index()
    by_name = index.add_own()
    for row in load_csv("places_demonyms.csv", DemonymRow):
        if row.name in by_name:
            for word in row.words:
                index.add(word, by_name[row.name], demonym=True)
    index.add_countries()
    return PlaceNames(
        {k: tuple(v.values()) for k, v in index.names.items()},
        {k: tuple(v.values()) for k, v in index.demonyms.items() if k not in index.names},
        frozenset(index.short),
        frozenset(index.articled - index.bare),
        frozenset(key.partition(" ")[0] for key in index.names),
        index.postal,
    )


def _own_places() -> list[tuple[KnownPlace, tuple[str, ...]]]:
    disputes = {d.key: d.sentence for d in load_csv("places_disputes.csv", DisputeRow)}
    out = []
    for row in load_csv("places.csv", PlaceRow):
        bare = _QUALIFIER.sub("", row.name)
        key = normalise(row.name).replace(" ", "-")
        place = KnownPlace(f"vedette:{key}", bare, row.kind, row.lat, row.lon, row.radius_km, row.country, row.admin1,
                           disputes.get(row.dispute or ""))  # fmt: skip
        out.append((place, row.aliases))
    return out


def _countries() -> list[tuple[KnownPlace, tuple[str, ...], tuple[str, ...]]]:
    """Countries with their names and adjectives; one that is no more stands where its successor does."""
    points = {p.code: p for p in load_csv("places_countries.csv", CountryPoint)}
    out = []
    for row in countries():
        code = next((c for c in (row.code, *row.successor) if c in points), None)
        if code is None or row.kind == "partial":
            continue
        point = points[code]
        place = KnownPlace(f"iso3166:{row.code}", row.name, "country", point.lat, point.lon, point.radius_km,
                           code if row.kind == "historical" else row.code, None, None)  # fmt: skip
        out.append((place, (row.official, *row.aliases), (*row.adjectives, *row.nationals)))
    return out
