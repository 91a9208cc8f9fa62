"""Raw input → Report: clean text, title, outlet, dates, language; boilerplate and captions told apart."""

from vedette.articles.article import report_from_text

__all__ = ["report_from_text"]
