"""Lines that their declarer takes back: "the warning no longer stands", "withdrew his threat"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from vedette.linking.declared import declarer_key, same_speaker
from vedette.linking.happening import sentence_around
from vedette.linking.lines import WITHDRAWAL, line_of
from vedette.linking.rarity import Rarity
from vedette.linking.words import words_of
from vedette.record import Judgement, Span, record_id
from vedette.tables.linking import linking_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vedette.linking.declared import Declared
    from vedette.linking.lines import Line
    from vedette.record import Reading, Statement

_WHOSE = "the|his|her|its|their|that|this"
_WHY = Judgement(0.7, "its declarer takes it back")


def with_withdrawals(lines: Sequence[Line], readings: Iterable[Reading]) -> tuple[Line, ...]:
    """The lines, each with the withdrawals that reports tell of it, as declarations that withdraw.

    A withdrawal is of the last line that its speaker drew before; where nobody is known to speak, of none.
    """
    result = list(lines)
    for reading in readings:
        for match in _pattern().finditer(reading.report.text):
            start, end = sentence_around(reading.report.text, match.end() - 1)
            told = [s for s in reading.statements if any(c.start < end and start < c.end for c in s.content)]
            found = _line_of(result, reading, told, reading.report.text[start:end])
            if found is not None:
                k, last = found
                result[k] = _withdrawn(result[k], last, reading, match)
    return tuple(result)


@cache
def _pattern() -> re.Pattern[str]:
    rules = linking_rules()
    words, verbs = "|".join(sorted(rules.drawn)), "|".join(sorted(rules.takes_back))
    return re.compile(
        rf"\b(?:{_WHOSE}) (?:{words})\b[^.!?\n]{{0,60}}? no longer (?:stands?|appl(?:y|ies)|holds?)\b"
        rf"|\b(?:{verbs}) (?:{_WHOSE}) (?:[a-z]+ )?(?:{words})\b",
        re.IGNORECASE,
    )


def _line_of(
    lines: Sequence[Line], reading: Reading, told: Sequence[Statement], sentence: str
) -> tuple[int, Declared] | None:
    """The last line before a report that the speaker of a sentence drew, and its last declaration by him."""
    published = reading.report.published.date
    words = set(words_of(sentence))
    speakers = [s.speaker for s in told if s.speaker is not None]
    found = []
    for k, line in enumerate(lines):
        for member in line.members:
            declarer = member.commitment.declarer
            if declarer is None or (published and member.date and member.date > published):
                continue
            mine = any(same_speaker(s, declarer) or declarer_key(s) == line.declarer for s in speakers)
            named = declarer.kind == "person" and set(words_of(declarer.name)[-1:]) <= words
            if (mine or named) and member.commitment.form != "demand":
                found.append((named, member.key, k, member))
    if not found:
        return None
    _, _, k, member = max(found, key=lambda f: f[:3])
    return k, member


def _withdrawn(line: Line, last: Declared, reading: Reading, match: re.Match[str]) -> Line:
    content = Span(match.start(), match.end(), match.group())
    day = reading.report.published.date
    commitment = replace(
        last.commitment, id=record_id("commitment", reading.report.id, content.start, content.end), content=content,
        again=(), made_by=WITHDRAWAL, when=None,
    )  # fmt: skip
    made = replace(
        last, report=reading.report.id, published=day, commitment=commitment, date=day, until=day, dated=False
    )
    members = [*zip(line.members, line.why, strict=True), (made, _WHY)]
    rarity = Rarity(m.words | m.names for m, _ in members)
    return line_of(line.declarer, sorted(members, key=lambda x: x[0].key), rarity)
