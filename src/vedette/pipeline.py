"""The one file that names the stages, in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vedette.articles import doubts_of, report_from_raw, report_from_text
from vedette.coding import Coder
from vedette.errors import InputError, TooLarge, UnsupportedLanguage
from vedette.grounding import Grounder
from vedette.reading import Parser
from vedette.record import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from vedette.record import Grounding, Parsed, Report
    from vedette.record.raw import Raw

CODER = "vedette/0.1.0"
LANGUAGES = ("en",)
MAX_CHARACTERS = 1_000_000
"""A report longer than this is refused: it is no report, and memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Stages:
    """A reading with what the stages before it made: for the bench, and for who wants to see the parse."""

    parsed: Parsed
    grounding: Grounding
    reading: Reading


class Reader:
    """Loads the parser, the tables and the gazetteer once and reads many reports."""

    def __init__(self) -> None:
        self.parser = Parser()
        self.grounder = Grounder()
        self.coder = Coder()

    def read(
        self, text: str, published: date | str | None = None, title: str | None = None, outlet: str | None = None
    ) -> Reading:
        """Reads one report given as text.

        Args:
            text: the report; offsets of all records count in it.
            published: its day, a date or an ISO string; inferred where it is not given.
            title, outlet: as known.

        Raises:
            UnsupportedLanguage: the text is not in English.
            ValueError: ``published`` is no date.
        """
        return self.read_report(report_from_text(text, title=title, outlet=outlet, published=published))

    def read_report(self, report: Report) -> Reading:
        """Reads one report.

        Raises:
            UnsupportedLanguage: it is not in a language of ``LANGUAGES``.
            TooLarge: it is over ``MAX_CHARACTERS``.
        """
        if len(report.text) > MAX_CHARACTERS:
            problem = f"a report of {len(report.text):,} characters; the limit is {MAX_CHARACTERS:,}."
            raise TooLarge(problem, hint="Cut it into one text a report.")
        if report.language not in LANGUAGES:
            problem = f"not in English (it looks like “{report.language}”)."
            raise UnsupportedLanguage(problem, hint="Give a translation; Vedette reads English so far.")
        return self.stages(report).reading

    def read_raw(self, raw: Raw) -> Reading:
        """Reads what a source handed over.

        Raises:
            InputError: it holds no report that can be read; the error names the file and line.
        """
        try:
            return self.read_report(report_from_raw(raw))
        except InputError as error:
            raise type(error)(error.problem, raw.source, raw.line, error.hint) from error

    def read_reports(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Reads reports, in their order."""
        return map(self.read_report, reports)

    def stages(self, report: Report) -> Stages:
        """Reads one report and keeps what every stage made of it."""
        parsed = self.parser.parse(report)
        grounding, published, doubts = self.grounder.ground(parsed)
        parsed = replace(parsed, report=replace(report, published=published))
        statements, events, commitments = self.coder.code(parsed, grounding)
        reading = Reading(
            parsed.report, parsed.mentions, parsed.entities, grounding.times, grounding.places, grounding.actors,
            statements, events, commitments, doubts_of(report) + doubts, CODER,
        )  # fmt: skip
        return Stages(parsed, grounding, reading)
