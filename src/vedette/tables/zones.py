"""What tells the parts of a news page apart."""

from __future__ import annotations

import msgspec

from vedette.tables.loader import load_yaml


class ZoneCues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Openings of lines, lower case; see ``data/zones.yaml`` for what each list means."""

    trailing: tuple[str, ...]
    anywhere: tuple[str, ...]
    pointers: tuple[str, ...]
    captions: tuple[str, ...]
    credits: tuple[str, ...]
    bylines: tuple[str, ...]
    date_words: frozenset[str]
    english: frozenset[str]


def zone_cues() -> ZoneCues:
    """The table ``zones.yaml``."""
    return load_yaml("zones.yaml", ZoneCues)
