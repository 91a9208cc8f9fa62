"""Vocabularies and lexicons, as data with a strict loader.

Each table is a file in ``data/`` and a frozen class that says what its rows may hold. An unknown key, a missing one or
a value of another type is a ``TableError`` that names the file.
"""

from vedette.tables.loader import load_csv, load_yaml

__all__ = ["load_csv", "load_yaml"]
