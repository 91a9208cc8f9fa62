"""Who said what: source, cue, content, chain."""

from vedette.coding.statements.coder import StatementCoder

__all__ = ["StatementCoder"]
