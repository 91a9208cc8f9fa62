"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from vedette import Reader

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The public corpora beside the checkout; the test is skipped where they are missing."""
    if not SHARED.is_dir():
        pytest.skip("the public corpora are not beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader, loaded once for all tests of a process."""
    return Reader()
