"""Who said what: source, cue, content, chain."""

from vedette.coding.statements.coder import StatementCoder
from vedette.coding.statements.sources import source_phrases

__all__ = ["StatementCoder", "source_phrases"]
