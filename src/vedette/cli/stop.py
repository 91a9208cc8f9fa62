"""Ctrl-C: stops the reading at once, and the keeping only between two reports."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


class Stopped(BaseException):
    """Ctrl-C, which no library on the way may take for its own."""


class Stop:
    """Turns Ctrl-C into `Stopped`, at once or, while it is held back, as soon as it is let through."""

    def __init__(self) -> None:
        self._back = self._asked = False

    def listen(self) -> None:
        """From now on Ctrl-C comes here."""
        signal.signal(signal.SIGINT, self._handle)

    def _handle(self, signum: int, frame: FrameType | None) -> None:
        self._asked = True
        self._raise()

    def _raise(self) -> None:
        if self._asked and not self._back:
            self._asked = False
            raise Stopped

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """Holds a stop back, while a store is written or closed."""
        yield from self._while(back=True)

    @contextmanager
    def let_through(self) -> Iterator[None]:
        """Lets a stop through, also one that was held back before."""
        yield from self._while(back=False)

    def _while(self, *, back: bool) -> Iterator[None]:
        before, self._back = self._back, back
        try:
            self._raise()
            yield
        finally:
            self._back = before
        self._raise()


STOP = Stop()
"""The one of this process, as signals are the process's."""
