"""Ctrl-C is held back while a store is written, and comes through as soon as it may."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from vedette.cli.stop import Stop, Stopped

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def stop() -> Iterator[Stop]:
    before = signal.getsignal(signal.SIGINT)
    made = Stop()
    made.listen()
    yield made
    signal.signal(signal.SIGINT, before)


def ctrl_c() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_at_once(stop: Stop) -> None:
    with pytest.raises(Stopped):
        ctrl_c()


def test_held_back_until_the_end(stop: Stop) -> None:
    done = []
    with pytest.raises(Stopped), stop.held_back():
        ctrl_c()
        done.append("written")
    assert done == ["written"]


def test_let_through_in_between(stop: Stop) -> None:
    done = []
    with pytest.raises(Stopped), stop.held_back():
        ctrl_c()
        done.append("written")
        with stop.let_through():
            done.append("read")
    assert done == ["written"]


def test_a_failure_is_not_hidden(stop: Stop) -> None:
    with pytest.raises(ZeroDivisionError), stop.held_back():
        _ = 1 / 0
    with stop.held_back(), stop.let_through():
        pass
