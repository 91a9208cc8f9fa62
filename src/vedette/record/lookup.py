"""Finds what holds a character offset, in time that does not grow with the report."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


class Lookup(Generic[T]):
    """Things with the stretch of text that each takes; they may nest and overlap, and one may take several."""

    __slots__ = ("_reach", "_spread", "_starts")

    def __init__(self, stretches: Iterable[tuple[int, int, T]]) -> None:
        placed = sorted(((start, n, end, item) for n, (start, end, item) in enumerate(stretches)), key=lambda p: p[:2])
        self._starts = [start for start, *_ in placed]
        self._spread = [(n, end, item) for _, n, end, item in placed]
        self._reach: list[int] = []
        for _, _, end, _ in placed:
            self._reach.append(max(end, self._reach[-1]) if self._reach else end)

    def at(self, offset: int) -> list[T]:
        """All whose stretch holds the offset, in the order they were given."""
        return self.over(offset, offset + 1)

    def over(self, start: int, end: int) -> list[T]:
        """All whose stretch shares a character with the one from ``start`` to ``end``, in the order given."""
        held = []
        k = bisect_left(self._starts, end) - 1
        while k >= 0 and self._reach[k] > start:
            n, stop, item = self._spread[k]
            if stop > start:
                held.append((n, item))
            k -= 1
        return _in_order(held)

    def within(self, start: int, end: int) -> list[T]:
        """All whose stretch starts from ``start`` up to ``end`` (exclusive), in the order they were given."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return _in_order([(n, item) for n, _, item in self._spread[first:last]])


def _in_order(held: list[tuple[int, T]]) -> list[T]:
    return [item for _, item in sorted(held, key=lambda h: h[0])]


class Derives:
    """A record that keeps what is derived from it beside its fields: made when first asked for, no part of it."""

    __slots__ = ("_derived",)
    _derived: dict[Callable[..., Any], Any]

    def derived(self, build: Callable[[Self], T]) -> T:
        """What ``build`` makes of this record, made once."""
        try:
            held = self._derived
        except AttributeError:
            held = {}
            object.__setattr__(self, "_derived", held)
        if build not in held:
            held[build] = build(self)
        made: T = held[build]
        return made
