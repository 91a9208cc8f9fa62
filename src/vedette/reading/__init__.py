"""Report → Parsed: sentences, tokens, mentions, quotations, coreference. Knows no ontology."""

from vedette.reading.parser import Parser

__all__ = ["Parser"]
