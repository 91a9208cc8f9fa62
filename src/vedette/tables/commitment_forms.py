"""Cues of the less direct forms: conditions without "if", veiled harms, vows that protect, lines without the word."""

from __future__ import annotations

from functools import cache

import msgspec

from vedette.tables.commitments import ConsequenceWords  # noqa: TC001  (msgspec reads it)
from vedette.tables.loader import load_yaml


class CommitmentForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``commitment_forms.yaml``; its comments say what each list is for."""

    version: str
    openers: str
    dare: str
    fragment: str
    joint: str
    reckon: str
    who: str
    near_us: str
    plea: str
    act_strong: tuple[str, ...]
    act_weak: tuple[str, ...]
    returned: str
    mild: str
    provocation: str
    peaceable: str
    veiled: tuple[str, ...]
    suffered: tuple[str, ...]
    present: str
    martial: str
    money: str
    deadline: str
    allowed: tuple[str, ...]
    due: str
    told: str
    domestic: str
    paperwork: str
    mission: str
    harmless: tuple[str, ...]
    aimed: str
    aimed_at: str
    passage: str
    offer: str
    open_way: str
    held_back: tuple[str, ...]
    too_far: str
    elliptical: str
    never: str
    dear_place: str
    handed: str
    up_to: str
    wanted: str
    consequences: tuple[ConsequenceWords, ...]
    timed: str
    gate: str


@cache
def commitment_forms() -> CommitmentForms:
    """The cues, as the data file has them."""
    return load_yaml("commitment_forms.yaml", CommitmentForms)
