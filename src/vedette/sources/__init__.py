"""Files and standard input → raw reports with a retrieval receipt."""

from vedette.sources.files import read_inputs

__all__ = ["read_inputs"]
