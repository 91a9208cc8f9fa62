"""What the strings of a report stand for: times, places, actors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vedette.record.lookup import Derives, Lookup
from vedette.record.span import Span


@dataclass(frozen=True, slots=True)
class When:
    """A temporal expression and what it says.

    Attributes:
        id: hash of content.
        span: the expression.
        type, value, mod: TIMEX3 type (DATE, TIME, DURATION, SET), ISO 8601 value and modifier.
        start, end: the interval it names, both days included; None where it names none.
        precision: UCDP ``date_prec``: 1 a day, 2 within days, 3 a week, 4 a month, 5 more; None with no interval.
        against: the date that it was resolved against; None for an absolute expression.
        reason: how it was resolved, or why it was not, in a sentence.
        made_by: rule and version.
        confidence: in [0, 1].
    """

    id: str
    span: Span
    type: str
    value: str | None
    mod: str | None
    start: date | None
    end: date | None
    precision: int | None
    against: date | None
    reason: str
    made_by: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Border:
    """The nearest border to a point.

    Attributes:
        name: such as ``Azerbaijan–Iran``; for a de facto line, its name.
        states: the two countries (ISO 3166-1 alpha-3), sorted.
        km, uncertainty_km: distance and its uncertainty; 0 km where the place is a strip along the border.
        side: the country on whose side the point lies; None when it can't be told.
        basis: ``international``, ``de_facto`` or ``coast``.
    """

    name: str
    states: tuple[str, ...]
    km: float
    uncertainty_km: float
    side: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """One thing that a toponym may name.

    Attributes:
        id: gazetteer and its id, such as ``geonames:113646`` or ``vedette:nagorno-karabakh``.
        name: the gazetteer's name.
        kind: ``country``, ``admin1``, ``admin2``, ``city``, ``region``, ``disputed``, ``macro`` (wider than a country),
            ``water``, ``strait``, ``river``, ``mountains``, ``island``, ``base``, ``nuclear``, ``crossing``, ``site``,
            ``line`` (de facto), ``border`` (a strip along one), ``point`` (by distance and direction), ``unlisted``
            (in no table, put where the text says that it lies).
        lat, lon: WGS 84 degrees.
        radius_km: the uncertainty or extent around it.
        country: ISO 3166-1 alpha-3, or our own code for a state that few recognise; None for waters.
        admin1, admin2: first and second division, by name.
        disputed: whose claims meet there, in a sentence; None where none do.
        probability: in [0, 1]; over all candidates of a place at most 1.
        reason: why it is, or is not, the one, in a sentence.
    """

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    radius_km: float
    country: str | None
    admin1: str | None
    admin2: str | None
    disputed: str | None
    probability: float
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a report names.

    Attributes:
        id: hash of content.
        span: the toponym, or the phrase of a relative place ("100 miles northwest of Ardabil").
        toponym: the name as written.
        role: ``place``; ``government`` where the name stands for one ("Tehran said"); ``demonym`` ("Iranian");
            ``organisation`` where it is part of the name of a body ("Kabul Police Department"), which may be elsewhere.
        candidates: the most probable first; empty when the gazetteer has none.
        precision: UCDP ``where_prec``: 1 exact, 2 near, 3 second division, 4 first division, 5 region or feature,
            6 country, 7 international waters or unknown.
        border: the nearest international border; None when unresolved.
        made_by, confidence: as everywhere.
    """

    id: str
    span: Span
    toponym: str
    role: str
    candidates: tuple[PlaceCandidate, ...]
    precision: int
    border: Border | None
    made_by: str
    confidence: float

    @property
    def best(self) -> PlaceCandidate | None:
        """The most probable candidate."""
        return self.candidates[0] if self.candidates else None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, speaks or is acted upon, as one mention shows it.

    Attributes:
        span: the mention.
        name: the fullest name in the report of whom it refers to ("he" → "Mohammad Pakpoor").
        country: ISO 3166-1 alpha-3, or our own code for a state that few recognise (``XNK``); None when unknown.
        sectors: PLOVER/CAMEO sectors, the most specific first (``("MIL",)``).
        kind: ``person``, ``organisation``, ``state``, ``group`` (a plural or collective), ``document``, ``unknown``.
        title: office or rank, as written; None without one.
        authority: the codebook's: ``head_of_state``, ``minister``, ``spokesperson``, ``military``, ``legislator``,
            ``envoy``, ``state_media``, ``nonstate``, ``anonymous``; None when unknown.
        id: what it resolves to in the actor tables (``IRN.MIL.IRGC``, ``IRN``); None when in none.
        entity: index into ``Parsed.entities``.
        reason: how it was resolved, in a sentence.
        made_by, confidence: as everywhere.
        members: country codes of a collective ("both sides"), sorted; empty for a single actor.
    """

    span: Span
    name: str
    country: str | None
    sectors: tuple[str, ...]
    kind: str
    title: str | None
    authority: str | None
    id: str | None
    entity: int
    reason: str
    made_by: str
    confidence: float
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounding(Derives):
    """What is known of the strings of one report.

    ``actors`` has at most one actor for a mention, in the order of the text; look one up by token with ``actor_at``.
    """

    times: tuple[When, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]

    def actor_at(self, offset: int) -> Actor | None:
        """The innermost actor whose span holds a character offset."""
        return min(self.derived(_by_actor).at(offset), key=lambda a: len(a.span), default=None)

    def place_at(self, offset: int) -> Place | None:
        """The shortest place whose span holds a character offset."""
        return min(self.derived(_by_place).at(offset), key=lambda p: len(p.span), default=None)

    def time_at(self, offset: int) -> When | None:
        """The shortest temporal expression whose span holds a character offset."""
        return min(self.derived(_by_time).at(offset), key=lambda t: len(t.span), default=None)

    def actors_within(self, start: int, end: int) -> tuple[Actor, ...]:
        """The actors whose spans start in a stretch of the text, in their order."""
        return tuple(self.derived(_by_actor).within(start, end))

    def places_within(self, start: int, end: int) -> tuple[Place, ...]:
        """The places whose spans start in a stretch of the text, in their order."""
        return tuple(self.derived(_by_place).within(start, end))

    def times_within(self, start: int, end: int) -> tuple[When, ...]:
        """The temporal expressions that start in a stretch of the text, in their order."""
        return tuple(self.derived(_by_time).within(start, end))


def _by_actor(grounding: Grounding) -> Lookup[Actor]:
    return Lookup((a.span.start, a.span.end, a) for a in grounding.actors)


def _by_place(grounding: Grounding) -> Lookup[Place]:
    return Lookup((p.span.start, p.span.end, p) for p in grounding.places)


def _by_time(grounding: Grounding) -> Lookup[When]:
    return Lookup((t.span.start, t.span.end, t) for t in grounding.times)
