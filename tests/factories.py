# ruff: noqa: ANN401  # fields by name, of any kind
"""Small records for tests, written down by the words that show them: every span is found in the text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from vedette.record import (
    Actor,
    Border,
    Commitment,
    Consequence,
    Doubt,
    Event,
    Link,
    Magnitude,
    Place,
    PlaceCandidate,
    Protected,
    Published,
    Reading,
    Report,
    Span,
    Statement,
    Trigger,
    When,
    Zone,
    record_id,
)

MADE_BY = "tests/1"


def make_report(text: str, published: str | None = None, outlet: str | None = None, title: str | None = None) -> Report:
    """A report whose text is one body zone."""
    day = date.fromisoformat(published) if published else None
    found = Published(day, "given" if day else None, "given" if day else "not given")
    key = record_id("report", text, title, outlet, day)
    return Report(key, text, title, outlet, found, (Zone("body", Span.of(text, 0, len(text))),))


@dataclass
class ReadingMaker:
    """Builds the reading of one report, record by record."""

    text: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    events: list[Event] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.report = make_report(self.text, self.published, self.outlet, self.title)

    def span(self, words: str) -> Span:
        """The first place where the words stand."""
        start = self.text.index(words)
        return Span.of(self.text, start, start + len(words))

    def actor(self, words: str, country: str | None = None, sectors: str = "", **more: Any) -> Actor:
        """An actor by its mention; ``sectors`` separated by blanks."""
        given: dict[str, Any] = {
            "name": words, "kind": "unknown", "title": None, "authority": None, "id": None, "entity": 0,
            "reason": "written down", "made_by": MADE_BY, "confidence": 1.0,
        } | more  # fmt: skip
        return Actor(span=self.span(words), country=country, sectors=tuple(sectors.split()), **given)

    def when(self, words: str, start: str | None, end: str | None = None, precision: int | None = 1) -> When:
        """A time by its expression and its days."""
        first = date.fromisoformat(start) if start else None
        last = date.fromisoformat(end) if end else first
        span = self.span(words)
        key = record_id("when", self.report.id, span.start)
        return When(key, span, "DATE", start, None, first, last, precision, None, "written down", MADE_BY, 1.0)

    def place(self, words: str, lat: float, lon: float, country: str, **more: Any) -> Place:
        """A place by its toponym and point; ``km`` to the border ``line`` of ``states``, ``kind``, ``id``."""
        span = self.span(words)
        best = PlaceCandidate(
            more.get("id", f"test:{words}"), words, more.get("kind", "city"), lat, lon, 2.0, country,
            more.get("admin1"), None, None, 0.9, "written down",
        )  # fmt: skip
        border = None
        if "states" in more:
            border = Border(
                more.get("line", "–".join(more["states"])), more["states"], more["km"], 3.0, country, "international"
            )
        key = record_id("place", self.report.id, span.start)
        made = Place(key, span, words, "place", (best,), more.get("precision", 1), border, MADE_BY, 1.0)
        self.places.append(made)
        return made

    def link(self, words: str, role: str = "speaker", name: str | None = None, stance: str = "asserts") -> Link:
        """A link of an attribution chain."""
        return Link(self.span(words), name or words, role, None, "indirect", stance)

    def magnitude(self, kind: str, words: str, best: int, low: int | None = None, high: int | None = None) -> Magnitude:
        """A figure by its words."""
        low = best if low is None else low
        return Magnitude(kind, low, best, best if high is None else high, self.span(words), "unknown")

    def event(self, words: str, kind: str, mode: str | None = None, **more: Any) -> Event:
        """Adds an event by its anchor; further fields by name."""
        span = self.span(words)
        given: dict[str, Any] = {
            "quad": "material_conflict", "intensity": -5.0, "cameo": None, "contexts": (), "actors": (),
            "recipients": (), "assertion": "asserted", "assertion_cue": None, "attribution": (), "statement": None,
            "when": None, "where": None, "magnitudes": (), "again": (), "made_by": MADE_BY, "confidence": 1.0,
        } | more  # fmt: skip
        made = Event(record_id("event", self.report.id, span.start, span.end, kind), span, kind, mode, **given)
        self.events.append(made)
        return made

    def statement(self, content: str, speaker: Actor | None = None, **more: Any) -> Statement:
        """Adds a statement by its content."""
        span = self.span(content)
        given: dict[str, Any] = {
            "quoted": (), "speaker_span": speaker.span if speaker else None, "cue": None, "direct": False, "chain": (),
            "addressee": None, "channel": None, "when": None, "parent": None, "made_by": MADE_BY, "confidence": 1.0,
        } | more  # fmt: skip
        made = Statement(
            record_id("statement", self.report.id, span.start, span.end), (span,), speaker=speaker, **given
        )
        self.statements.append(made)
        return made

    def commitment(self, content: str, form: str, declarer: Actor | None, **more: Any) -> Commitment:
        """Adds a commitment by its content; ``protects`` a kind, ``trigger`` and ``consequence`` by their words."""
        span = self.span(content)
        trigger = more.pop("trigger", None)
        if isinstance(trigger, str):
            trigger = Trigger(self.span(trigger), None, None, (), (), None, None, "hypothetical")
        consequence = more.pop("consequence", None)
        if isinstance(consequence, str):
            consequence = Consequence(self.span(consequence), "unspecified")
        protects = more.pop("protects", None)
        given: dict[str, Any] = {
            "aim": "deter", "addressees": (), "beneficiaries": (), "deadline": None, "demand": None, "specificity": 0,
            "weaknesses": (), "backing": (), "statement": None, "attribution": (), "when": None, "again": (),
            "made_by": MADE_BY, "confidence": 1.0,
        } | more  # fmt: skip
        made = Commitment(
            id=record_id("commitment", self.report.id, span.start, span.end), content=span, form=form, form_cue=span,
            declarer=declarer, declarer_span=declarer.span if declarer else None,
            protects=Protected(protects, None) if protects else None, trigger=trigger, consequence=consequence, **given,
        )  # fmt: skip
        self.commitments.append(made)
        return made

    def trigger(self, words: str, kind: str | None = None, mode: str | None = None, **more: Any) -> Trigger:
        """A trigger by its words."""
        given: dict[str, Any] = {"who": (), "against": (), "where": None, "threshold": None, "status": "hypothetical"}
        return Trigger(self.span(words), kind, mode, **(given | more))

    def doubt(self, words: str, kind: str, message: str) -> Doubt:
        """Adds a doubt by its words."""
        span = self.span(words)
        made = Doubt(record_id("doubt", self.report.id, kind, span.start), kind, message, (span,), MADE_BY)
        self.doubts.append(made)
        return made

    def reading(self, coder: str = "vedette/test") -> Reading:
        """The reading of all that was added."""
        return Reading(
            self.report, (), (), (), tuple(self.places), (), tuple(self.statements), tuple(self.events),
            tuple(self.commitments), tuple(self.doubts), coder,
        )  # fmt: skip


def days_after(day: str, n: int) -> str:
    """An ISO day ``n`` days after another."""
    return (date.fromisoformat(day) + timedelta(days=n)).isoformat()


def by_another_coder(reading: Reading, coder: str) -> Reading:
    """The same reading under another version."""
    return replace(reading, coder=coder)
