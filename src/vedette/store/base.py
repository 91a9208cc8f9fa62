"""The contract of every store: what is written, what is seen. One test suite (``tests/contracts``) runs on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from types import TracebackType

    from vedette.record import Reading


@dataclass(frozen=True, slots=True)
class Held:
    """A report that a store holds, as its list shows it.

    Attributes:
        id: of the report; source_id: the id that its input gave it.
        title, outlet, published, url: as in the report.
        coder: name and version of what made the reading that counts now.
        statements, events, commitments: how many records that reading has.
    """

    id: str
    source_id: str | None
    title: str | None
    outlet: str | None
    published: date | None
    url: str | None
    coder: str
    statements: int
    events: int
    commitments: int


@dataclass(frozen=True, slots=True)
class Found:
    """A record: its ``kind`` (``report``, ``statement``, ``event``, ``commitment``), its full id, its report."""

    kind: str
    id: str
    report: str


@dataclass(frozen=True, slots=True)
class EventQuery:
    """What events to list; a field that is None asks for nothing.

    Attributes:
        type, mode: PLOVER's.
        country: of any actor or recipient (ISO 3166-1 alpha-3 or our own code).
        since, until: days, both included; an event without a date is in no such list.
    """

    type: str | None = None
    mode: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None


@runtime_checkable
class Writer(Protocol):
    """Keeps readings."""

    def add(self, reading: Reading) -> bool:
        """Keeps a reading, in one transaction, and says whether the store changed.

        The same report read by the same coder with the same result changes nothing. Another version of the coder adds
        its reading beside the earlier one and counts from then on; the same version with another result replaces it.

        Raises:
            StoreError: the store cannot be written, with what to do next.
        """
        ...


@runtime_checkable
class View(Protocol):
    """Shows what is held. Of several readings of a report, the one added last counts."""

    def reports(self) -> tuple[Held, ...]:
        """The reports held, by day of publication (undated last), then id."""
        ...

    def readings(self, *, declarer: str | None = None) -> Iterator[Reading]:
        """The readings that count, in the order of ``reports``; with ``declarer``, those where that country commits."""
        ...

    def reading(self, report: str, *, coder: str | None = None) -> Reading:
        """The reading of one report: the one that counts, or that of a version.

        Raises:
            NotHeld: there is none.
        """
        ...

    def coders(self, report: str) -> tuple[str, ...]:
        """The versions whose readings of a report are held, the one that counts last; empty when none is."""
        ...

    def find(self, record: str) -> Found:
        """Where a record stands, by its id or the beginning of one that fits no other.

        Raises:
            NotHeld: no record, or several, have an id that begins so.
        """
        ...

    def events(self, query: EventQuery) -> tuple[Found, ...]:
        """The events that a query asks for, by day (undated last), then id."""
        ...


@runtime_checkable
class Store(Writer, View, Protocol):
    """A store that is open. Close it, or use it in a ``with`` block."""

    def close(self) -> None:
        """Releases what it holds open."""
        ...

    def __enter__(self) -> Store: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
