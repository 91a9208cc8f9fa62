"""Keeps readings: a small contract, and the stores that fulfil it."""

from vedette.store.base import EventQuery, Found, Held, Store, View, Writer
from vedette.store.opening import open_store

__all__ = ["EventQuery", "Found", "Held", "Store", "View", "Writer", "open_store"]
