"""Which source a report rests on as a whole: by its dateline or credit, by its own word, or by its attributions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vedette.record import Judgement
from vedette.tables.actors import countries
from vedette.tables.linking import linking_rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vedette.record import Link, Reading

_SHORT = re.compile(r"\(([A-Z][A-Z.&]{1,9})\)")
_OPENING = re.compile(r"\(([A-Z][\w.&' -]{1,40})\)\s{0,2}[-–—:]")
_CLOSING = re.compile(r"\(([A-Z][\w.&', -]{1,60})\)\s*$")
_SPLIT = re.compile(r"[,;/]| and | with ")
_HEAD = 200
"""Characters at the beginning of the text where a dateline can stand."""
_MOSTLY = 0.6
"""Share of the attributed contents that one agency must have for the report to rest on it."""
_ENOUGH, _FEW = 4, 2
"""Contents that an agency must have at least for its share to count; and where it is an outlet at hand."""


@dataclass(frozen=True, slots=True)
class Rests:
    """A report rests on a source: its key (see ``SourceNames``), its name, and why."""

    key: str
    name: str
    judgement: Judgement


class SourceNames:
    """One key for the names and acronyms of outlets and agencies, as the reports at hand use them."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._keys: dict[str, str] = {}
        self.outlets: set[str] = set()
        for reading in sorted(readings, key=lambda r: r.report.id):
            if reading.report.outlet:
                self._name_outlet(reading.report.outlet)
            self._read_acronyms(reading.report.text)

    def _name_outlet(self, outlet: str) -> None:
        key = self._keys.setdefault(_fold(outlet), _fold(outlet))
        self.outlets.add(key)
        for acronym in _acronyms(outlet):
            self._keys.setdefault(acronym, key)

    def _read_acronyms(self, text: str) -> None:
        """Of "Levant Wire Agency (LWA)" the acronym and the words before it are one."""
        for found in _SHORT.finditer(text):
            short = found.group(1)
            words = text[max(0, found.start() - 80) : found.start()].split()[-len(short) - 2 :]
            for k in range(len(words)):
                full = " ".join(words[k:])
                if short.lower() in _acronyms(full):
                    self._keys[_fold(short)] = self._keys.setdefault(
                        _fold(full), self._keys.get(_fold(short), _fold(full))
                    )
                    break

    def key(self, name: str) -> str:
        """The key of a name."""
        folded = _fold(name)
        return self._keys.get(folded, folded)

    def known(self, name: str) -> bool:
        """Whether a name is an outlet's at hand, or was explained with an acronym."""
        return _fold(name) in self._keys

    def in_text(self, text: str) -> list[str]:
        """The keys of the outlets at hand that a text names."""
        words = f" {_fold(text)} "
        return sorted({key for name, key in self._keys.items() if key in self.outlets and f" {name} " in words})


def _fold(name: str) -> str:
    words = re.findall(r"[\w&]+", name.casefold().replace(".", ""))
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _acronyms(name: str) -> set[str]:
    initials = [w[0] for w in re.findall(r"[\w&]+", name) if w[0].isupper()]
    return {"".join(initials).lower()} if len(initials) > 1 else set()


def rests_on(reading: Reading, names: SourceNames) -> Rests | None:
    """The one source that a report rests on; None where it has several, its own, or none that can be told."""
    own = names.key(reading.report.outlet) if reading.report.outlet else None
    for found in (_by_marks(reading, names), _by_word(reading, names), _by_chains(reading, names)):
        others = [r for r in found if r.key != own]
        if len({r.key for r in others}) == 1:
            return others[0]
        if found:
            return None
    return None


def _by_marks(reading: Reading, names: SourceNames) -> list[Rests]:
    """An agency in brackets between the dateline and the text, or at the end.

    What stands between a dateline and its dash is an agency, known or not, save a country; a closing bracket may hold
    anything, so that only a known source counts there.
    """
    text = reading.report.text
    opening = _parts(m.group(1) for m in _OPENING.finditer(text[:_HEAD]))
    closing = _parts(m.group(1) for m in _CLOSING.finditer(text.rstrip()[-_HEAD:]))
    parts = [p for p in opening if p.lower() not in _countries()] + [p for p in closing if names.known(p)]
    return [Rests(names.key(p), p, Judgement(0.9, f"its dateline or credit names {p}")) for p in parts]


def _parts(marks: Iterable[str]) -> list[str]:
    return [part.strip() for mark in marks for part in _SPLIT.split(mark) if part.strip()]


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.lower() for c in countries() for name in (c.name, *c.aliases))


def _by_word(reading: Reading, names: SourceNames) -> list[Rests]:
    """A sentence that says where all of it comes from."""
    text = reading.report.text
    found = []
    for phrase in linking_rules().rests_on:
        at = text.lower().find(phrase)
        if at >= 0:
            rest = text[at + len(phrase) :]
            sentence = rest[: (re.search(r"[.!?](?:\s|$)|\n", rest) or re.search(r"$", rest)).start()]  # type: ignore[union-attr]
            why = Judgement(0.9, f"it says that it {phrase} that source")
            found += [Rests(key, key, why) for key in names.in_text(sentence)]
    return found


def _by_chains(reading: Reading, names: SourceNames) -> list[Rests]:
    """An agency that has most of what the report attributes."""
    chains = [s.chain for s in reading.statements] + [e.attribution for e in reading.events]
    agencies = [agency for chain in chains if (agency := agency_of(chain)) is not None]
    if not agencies:
        return []
    (key, count), *_ = sorted(Counter(names.key(a.name or "") for a in agencies).items(), key=lambda x: (-x[1], x[0]))
    few = count < _ENOUGH or count < _MOSTLY * len(chains)
    if few and (count < _FEW or count < _MOSTLY * len(_attributed(chains)) or key not in names.outlets):
        return []
    name = next(a.name or "" for a in agencies if names.key(a.name or "") == key)
    return [Rests(key, name, Judgement(0.7, f"{count} of its {len(chains)} attributions are to {name}"))]


def _attributed(chains: Iterable[tuple[Link, ...]]) -> list[tuple[Link, ...]]:
    """The chains that name more than the outlet."""
    return [chain for chain in chains if any(link.role != "outlet" for link in chain)]


def agency_of(chain: Iterable[Link]) -> Link | None:
    """The agency or paper, other than the outlet, that an attribution chain goes through."""
    return next((link for link in chain if link.role == "agency" and link.name), None)
