"""Who stands behind somebody's words, where the nearest speaker is a pronoun, a document, a body, or nobody."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from vedette.coding.commitments.declarer import Declarer, declarer_of
from vedette.record import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vedette.coding.commitments.declared import Declared
    from vedette.record import Grounding, Parsed

_DOCUMENTS = frozenset(
    [
        "statement",
        "communique",
        "communiqué",
        "letter",
        "message",
        "declaration",
        "note",
        "post",
        "notice",
        "warning",
        "order",
        "decree",
        "manifesto",
        "bulletin",
        "telegram",
        "leaflet",
        "text",
    ]
)


class Units:
    """All that is declared in one report, to be asked what stands around and before a unit."""

    def __init__(self, parsed: Parsed, units: list[Declared]) -> None:
        named = [u for u in units if u.speaker is not None and not _pronoun(parsed, u)]
        self._spoken = sorted(named, key=lambda u: -(u.speaker or 0))
        self._by_id = {u.statement.id: u for u in reversed(units) if u.statement is not None}
        self._held = Lookup((u.tokens[0], u.tokens[-1] + 1, u) for u in units if u.statement is not None)

    def spoken_before(self, token: int) -> Iterator[Declared]:
        """The units whose speakers, no pronouns, stand before a token; the nearest first."""
        first = bisect_right(self._spoken, -token, key=lambda u: -(u.speaker or 0))
        return islice(self._spoken, first, None)

    def parent(self, unit: Declared) -> Declared | None:
        """The statement that holds this one: by its record, else the shortest whose words hold them."""
        if unit.statement is None:
            return None
        if unit.statement.parent is not None:
            return self._by_id.get(unit.statement.parent)
        last = unit.tokens[-1]
        around = [u for u in self._held.at(unit.tokens[0]) if u is not unit and last <= u.tokens[-1]
                  and len(u.tokens) > len(unit.tokens)]  # fmt: skip
        return min(around, key=lambda u: len(u.tokens), default=None)


def speaker_behind(parsed: Parsed, grounding: Grounding, unit: Declared, units: Units) -> Declarer:
    """The declarer; a spokesman for the body whose words he gives ("said the army announces that …")."""
    who = declarer_of(parsed, grounding, unit)
    parent = units.parent(unit)
    if parent is None:
        unresolved = _pronoun(parsed, unit) and (who.standing == 0 or _document(parsed, unit, who))
        return (_before(parsed, grounding, unit, units) if unresolved else None) or who
    outer = declarer_of(parsed, grounding, parent)
    if who.standing == 0 and _pronoun(parsed, unit):
        return outer
    person = outer.actor is not None and outer.actor.kind == "person"
    body = who.actor is None or who.actor.kind != "person"
    same = None in {who.country, outer.country} or who.country == outer.country
    return outer if person and body and outer.standing == 2 and same else who


def _pronoun(parsed: Parsed, unit: Declared) -> bool:
    if unit.speaker is None:
        return False
    token = parsed.tokens[unit.speaker]
    return token.pos == "PRON" or (token.pos == "NOUN" and token.lemma.lower() in _DOCUMENTS)


def _document(parsed: Parsed, unit: Declared, who: Declarer) -> bool:
    last = (who.name or "").lower().split()[-1:]
    return parsed.tokens[unit.speaker or 0].pos == "NOUN" or bool(set(last) & _DOCUMENTS)


def _before(parsed: Parsed, grounding: Grounding, unit: Declared, units: Units) -> Declarer | None:
    """For "he" that nothing resolves: the person who spoke last, within two paragraphs."""
    speaker = unit.speaker or 0
    pronoun = parsed.tokens[speaker].text.lower() if parsed.tokens[speaker].pos == "PRON" else ""
    if pronoun not in {"", "he", "she", "it"}:
        return None
    here = parsed.sentences[parsed.tokens[speaker].sent].paragraph
    for u in units.spoken_before(speaker):
        if u.speaker is None or here - parsed.sentences[parsed.tokens[u.speaker].sent].paragraph > 1:
            break
        found = declarer_of(parsed, grounding, u)
        person = found.actor is None or found.actor.kind == "person"
        if person == (pronoun == "it") and pronoun:
            continue
        if found.standing == 2 and (found.name or "").removeprefix("the ")[:1].isupper():
            return found
    return None


def told_as_history(parsed: Parsed, unit: Declared) -> bool:
    """Whether the saying itself is history: "had warned … in 1939", "In 1914 X gave Y …"."""
    if unit.cue_token is None:
        return False
    sentence = parsed.sentences[parsed.tokens[unit.cue_token].sent]
    held = set(unit.tokens)
    years = [t for t in parsed.tokens[sentence.first : sentence.last] if t.i not in held and _is_year(t.text)]
    if not years:
        return False
    if any(k.text.lower() == "had" for k in parsed.dependents(unit.cue_token, "aux")):
        return True
    opens = any(t.i == sentence.first + 1 for t in years)
    today = parsed.report.published.date
    if today is None:
        return opens
    return parsed.tokens[unit.cue_token].tag == "VBD" and all(int(t.text) < today.year - 1 for t in years)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and "1700" <= text <= "2099"
