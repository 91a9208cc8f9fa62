"""What an expression is resolved against: the day of the report, the dates before it, the tense of its verb."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vedette.grounding.times.calendar import Point
from vedette.grounding.times.timeline import Timeline

if TYPE_CHECKING:
    from datetime import date

    from vedette.grounding.times.tokens import Lattice
    from vedette.record import Parsed, Token
    from vedette.tables.times import TimeLexicon

_VERBS = frozenset(("VERB", "AUX"))
NEWS_DAYS = 31
PART_MONTHS = {"START": 2, "MID": 6}
"""Where in the year "early" and "mid" put the telling; "late" mostly ends a stretch that is told from its start."""
MANDATIVE = frozenset(("demand", "insist", "order", "urge", "request", "require", "ask", "propose", "recommend"))
"""Verbs whose clause tells what is yet to be done ("demanded that they leave by Friday")."""
MAX_CLIMB = 12
"""Heads climbed in search of a verb."""


@dataclass(slots=True)
class Context:
    """The state of resolution, in the order of the text.

    Attributes:
        day: the day of the report; None when unknown.
        narrative: whether partial dates go by the text's own dates rather than by ``day``.
        ref: the last date mentioned.
        timeline: the thread of a history.
        paragraph, sentence: where the expression at hand stands.
        quarter: the last quarter mentioned.
        day_first: whether the text's dates in digits put the day first; None where none of them tells.
        tense: of the verb that governs the expression at hand: ``past``, ``future``, ``present`` or None.
        direct: whether a past verb governs it with no noun between.
    """

    day: date | None
    narrative: bool
    ref: Point | None = None
    timeline: Timeline = field(default_factory=Timeline)
    paragraph: int = 0
    sentence: int = 0
    quarter: Point | None = None
    tense: str | None = None
    direct: bool = False
    day_first: bool | None = None

    @property
    def here(self) -> Point | None:
        """The day of the report as a point."""
        return Point.of(self.day) if self.day else None

    @property
    def deictic(self) -> Point | None:
        """What "last" and "next" count from: in news the report's day, if known; in a history the last date."""
        return self.anaphoric if self.narrative else self.here

    @property
    def anaphoric(self) -> Point | None:
        """What "that", "later" and "the following" count from."""
        if self.narrative and self.timeline.strayed(self.ref, self.sentence):
            return self.timeline.main
        return self.ref or self.here

    @property
    def recent_day(self) -> Point | None:
        """The day that a time of day alone is on: the last one mentioned, if it is of the news, else the report's."""
        day = self.ref.first_day() if self.ref and self.ref.unit == "D" else None
        near = day is not None and (self.day is None or abs((self.day - day).days) <= NEWS_DAYS)
        return self.ref if near else self.here

    def fresh_quarter(self) -> bool:
        """Whether the last quarter mentioned lies within a year and a half of the report."""
        near = self.quarter and self.quarter.year and self.day
        return bool(
            near and self.quarter and self.quarter.year and self.day and abs(self.quarter.year - self.day.year) <= 1
        )

    def enter(self, paragraph: int, sentence: int) -> None:
        """Goes on to the next expression."""
        self.paragraph, self.sentence = paragraph, sentence

    def mention(self, point: Point, how: str, mod: str | None = None) -> None:
        """Takes note of a date: ``stated`` with its year, ``followed`` from the last, or an ``aside``."""
        if point.unit == "Q":
            self.quarter = point
        if point.unit in ("DE", "CE"):
            return
        self.ref = point
        told = Point("M", point.year, PART_MONTHS[mod]) if point.unit == "Y" and mod in PART_MONTHS else point
        if how == "stated":
            self.timeline.state(told, self.paragraph, self.sentence)
        elif how == "followed":
            self.timeline.follow(told, self.paragraph, self.sentence)


def tense_at(lattice: Lattice, first: int, last: int, parsed: Parsed, lexicon: TimeLexicon) -> str | None:
    """The tense of the verb that governs tokens ``first`` to ``last`` of the lattice.

    ``past``, ``future`` or ``present``; ``simple_past`` where the verb governs the expression itself, with no noun or
    adjective between that could be of another time ("declared a dividend payable on 7 December").
    """
    lead = first - 1
    while lattice.low(lead) in lexicon.words["date_lead"]:
        lead -= 1
    before = lattice.low(lead)
    if before == "since":
        return "past"
    if before in ("until", "into") or (before == "as" and lattice.low(lead - 1) in ("early", "soon")):
        return "future"
    token = None
    for i in range(last - 1, first - 1, -1):
        token = lattice.parse.get(lattice.pieces[i].start)
        if token is not None:
            break
    stop = lattice.pieces[last - 1].end
    direct = True
    for _ in range(MAX_CLIMB):
        if token is None:
            return None
        if token.pos in _VERBS:
            tense = _tense(token, parsed, lexicon)
            if before in lexicon.words["end_prepositions"] and tense == "past":
                return None
            asked = token.tag == "VBP" and parsed.tokens[token.head].lemma in MANDATIVE
            if before == "by" and (token.tag == "VB" or asked) and tense in (None, "present"):
                return "future"
            return "simple_past" if tense == "past" and direct and token.tag in ("VBD", "VBN") else tense
        direct = direct and (token.pos == "ADP" or lattice.pieces[first].start <= token.start < stop)
        token = parsed.tokens[token.head] if token.head != token.i else None
    return None


def _tense(verb: Token, parsed: Parsed, lexicon: TimeLexicon) -> str | None:
    helpers = parsed.dependents(verb.i, "aux", "auxpass")
    if verb.dep == "conj" and verb.tag == "VB" and not helpers and verb.head != verb.i:
        return _tense(parsed.tokens[verb.head], parsed, lexicon)
    if {h.text.lower() for h in helpers} & lexicon.words["future_modals"]:
        return "future"
    if any(h.tag == "TO" for h in helpers):
        return _infinitive(parsed.tokens[verb.head], parsed, lexicon) if verb.head != verb.i else None
    present = {h.tag for h in helpers} & {"VBZ", "VBP"} or (not helpers and verb.tag in ("VBZ", "VBP"))
    if verb.lemma in lexicon.scheduling and present:
        return "future"
    if verb.tag == "VBD" or any(h.tag == "VBD" for h in helpers):
        return "past"
    if any(h.tag in ("VBZ", "VBP") and h.lemma == "have" for h in helpers):
        return "past"
    if verb.lemma in lexicon.future_heads and present:
        return "future"
    if present and verb.lemma in lexicon.words["timetabled"]:
        return "future"
    return {"VBN": "past", "VBZ": "present", "VBP": "present", "MD": "present"}.get(verb.tag)


def _infinitive(head: Token, parsed: Parsed, lexicon: TimeLexicon) -> str | None:
    """The tense of "to meet" by what it hangs on: ahead of "plans" and "is due", past by "had been due"."""
    if head.lemma == "be" and head.tag in ("VBZ", "VBP"):
        return "future"
    if head.lemma.lower() not in lexicon.future_heads or head.pos not in ("VERB", "ADJ"):
        return None
    carrier = head if head.pos == "VERB" or head.head == head.i else parsed.tokens[head.head]
    helpers = parsed.dependents(carrier.i, "aux", "auxpass")
    perfect = any(h.lemma == "have" and h.tag == "VBD" for h in helpers)
    return "past" if perfect else "future"
