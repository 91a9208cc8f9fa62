"""Every store, so that one suite runs on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vedette.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from vedette.store import Store

Opener = "Callable[[], Store]"


@pytest.fixture(params=["embedded"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    """Opens the same store again and again."""
    assert request.param == "embedded"
    return lambda: open_store(tmp_path / "store.sqlite")


@pytest.fixture
def store(opener: Callable[[], Store]) -> Iterator[Store]:
    with opener() as opened:
        yield opened
