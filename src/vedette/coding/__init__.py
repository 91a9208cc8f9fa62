"""Parsed and grounded text → records: statements, events, commitments."""

from vedette.coding.coder import Coder

__all__ = ["Coder"]
