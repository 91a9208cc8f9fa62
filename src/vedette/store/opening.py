"""Opens a store by where it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vedette.errors import StoreError
from vedette.store.embedded import EmbeddedStore

if TYPE_CHECKING:
    from vedette.store.base import Store


def open_store(where: str | Path) -> Store:
    """Opens the store at a path, and makes it where there is none.

    Args:
        where: the path of an SQLite file.

    Raises:
        StoreError: it cannot be opened or made; the message says what to do next.
    """
    if isinstance(where, str) and "://" in where:
        message = f"{where.partition('://')[0]}: no kind of store that this version has. Give the path of a file."
        raise StoreError(message)
    return EmbeddedStore(Path(where))
