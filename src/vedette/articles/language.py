"""The language of a text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vedette.tables.zones import zone_cues

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 4000
MIN_WORDS = 20
"""Shorter texts are taken as English: no identifier is sure of them."""


def language_of(text: str) -> str:
    """ISO 639-1 code of the language of a text.

    English is told by its function words (at 12 % of the words or more it is sure); else py3langid decides
    (Lui & Baldwin 2012), which is loaded only then.
    """
    english = zone_cues().english
    words = re.findall(r"\w+", text[:SAMPLE].lower())
    share = sum(w in english for w in words) / max(1, len(words))
    if (len(words) < MIN_WORDS and text.isascii()) or share >= 0.12:
        return "en"
    language: str = _identifier().classify(text[:SAMPLE])[0]
    return language


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid import langid

    return langid._get_identifier()
