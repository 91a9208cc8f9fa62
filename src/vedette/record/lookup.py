"""Finds what holds a character offset, in time that does not grow with the report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, Generic, TypeVar

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
        held = []
        k = bisect_right(self._starts, offset) - 1
        while k >= 0 and self._reach[k] > offset:
            n, end, item = self._spread[k]
            if end > offset:
                held.append((n, item))
            k -= 1
        return _in_order(held)

    def within(self, start: int, end: int) -> list[T]:
        """All whose stretch starts from ``start`` up to ``end`` (exclusive), in the order they were given."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return _in_order([(n, item) for n, _, item in self._spread[first:last]])


def _in_order(held: list[tuple[int, T]]) -> list[T]:
    return [item for _, item in sorted(held, key=lambda h: h[0])]


class Indexed:
    """A record that keeps lookups beside its fields: built when first asked for, no part of what it says."""

    __slots__ = ("_lookups",)
    _lookups: dict[str, Lookup[Any]]

    def _lookup(self, name: str, stretches: Callable[[], Iterable[tuple[int, int, T]]]) -> Lookup[T]:
        try:
            held = self._lookups
        except AttributeError:
            held = {}
            object.__setattr__(self, "_lookups", held)
        if name not in held:
            held[name] = Lookup(stretches())
        return held[name]
