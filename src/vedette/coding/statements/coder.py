"""Drafts into statements: speakers, chains, times, and which statement holds which."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vedette.coding.statements.circumstance import Circumstances
from vedette.coding.statements.fuse import FLOOR, distinct, fuse
from vedette.coding.statements.gather import gather, gone_on, nobody
from vedette.coding.statements.parents import parents as find_parents
from vedette.coding.statements.sources import source_of
from vedette.coding.statements.speakers import FIRST_PERSON, Speakers
from vedette.coding.statements.syntax import Syntax
from vedette.coding.statements.weigh import Weigher
from vedette.record import Link, Statement, record_id
from vedette.tables.attribution import attribution

if TYPE_CHECKING:
    from vedette.coding.statements.draft import Draft
    from vedette.coding.statements.speakers import Speaker
    from vedette.record import Grounding, Parsed, Report

VERSION = "1"
_POINTING = 3
"""Words; a longer content says what it is about."""
_POINTERS = frozenset(("this", "that", "it", "so", "these", "those", "them", "him", "her", "both"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "such", "all"))
_CLAUSES = ("ccomp", "quote", "according", "colon", "noun_that", "passive_ccomp", "adj_ccomp")


class StatementCoder:
    """Finds the attributions of a report."""

    def __init__(self) -> None:
        self._weigher = Weigher()

    def code(self, parsed: Parsed, grounding: Grounding) -> tuple[Statement, ...]:
        """The statements, in the order of the text."""
        syntax = Syntax(parsed)
        found = distinct(fuse(syntax, gather(syntax, self._weigher), FLOOR))
        drafts = [gone_on(syntax, d) for d in found if not nobody(syntax, d)]
        return _Maker(syntax, grounding).all(drafts)


class _Maker:
    """Makes the statements of one report."""

    def __init__(self, syntax: Syntax, grounding: Grounding) -> None:
        self.syntax = syntax
        self.report: Report = syntax.parsed.report
        self.speakers = Speakers(syntax, grounding)
        self.pointing = frozenset(attribution().noun_group) | frozenset(attribution().documents)
        self.beside = Circumstances(syntax, grounding)

    def all(self, drafts: list[Draft]) -> tuple[Statement, ...]:
        ids = [record_id("statement", self.report.id, d.cue, d.content) for d in drafts]
        speakers = [self.speakers.of(d.source) if d.source is not None else None for d in drafts]
        parents = find_parents(self.syntax, drafts, speakers)
        links: list[tuple[Link, ...]] = []
        for k in range(len(drafts)):
            speakers[k] = self._first_person(k, drafts, speakers, parents)
        for k, draft in enumerate(drafts):
            links.append(self._chain(k, draft, speakers, drafts, parents))
        return tuple(
            self._statement(ids[k], draft, speakers[k], links[k], ids[p] if (p := parents[k]) is not None else None)
            for k, draft in enumerate(drafts)
        )

    def _first_person(
        self, k: int, drafts: list[Draft], speakers: list[Speaker | None], parents: list[int | None]
    ) -> Speaker | None:
        """Whoever speaks a quotation is its "I" and "we"."""
        speaker, source, up = speakers[k], drafts[k].source, parents[k]
        if speaker is None or source is None or up is None:
            return speaker
        if self.syntax.tokens[source].text.lower() not in FIRST_PERSON:
            return speaker
        holder = speakers[up]
        if holder is None:
            return speaker
        return replace(speaker, entity=holder.entity, name=holder.name, actor=holder.actor, label=holder.label)

    def _chain(
        self, k: int, draft: Draft, speakers: list[Speaker | None], drafts: list[Draft], parents: list[int | None]
    ) -> tuple[Link, ...]:
        """The links from the speaker outwards through all that hold it to the outlet."""
        out: list[Link] = []
        at: int | None = k
        while at is not None:
            link = self._link(drafts[at], speakers[at])
            if link is not None:
                out.append(link)
            at = parents[at]
        outlet = self.report.outlet
        out.append(Link(self.report.outlet_span, outlet, "outlet", None, "indirect", "reports"))
        return tuple(out)

    def _link(self, draft: Draft, speaker: Speaker | None) -> Link | None:
        if speaker is None:
            return None
        role = "agency" if speaker.agency else "speaker"
        passes_on = speaker.agency and draft.stance == "asserts" and not draft.learnt
        stance = "reports" if passes_on else draft.stance
        cue = self.report.span(*draft.cue)
        return Link(speaker.span, speaker.name, role, cue, self._manner(draft), stance, speaker.actor)

    def _manner(self, draft: Draft) -> str:
        if self._direct(draft):
            return "direct"
        return "indirect" if draft.pattern.startswith(_CLAUSES) else "paraphrase"

    def _kind(self, draft: Draft) -> str:
        """The draft's kind; ``act`` where its content only points at what was said elsewhere ("the charge", "this")."""
        (start, end), more = draft.content[0], len(draft.content) > 1
        words = self.syntax.text[start:end].lower().split()
        if more or not words or len(words) > _POINTING or draft.kind != "speech":
            return draft.kind
        points = len(words) == 1 and words[0] in _POINTERS
        noun = words[-1] in self.pointing and words[0] in _DEFINITE
        return "act" if points or noun else draft.kind

    def _direct(self, draft: Draft) -> bool:
        """Whether every part of the content stands between quotation marks."""
        for start, end in draft.content:
            quote = self.syntax.quote_at(start)
            if quote is None or quote.span.start < start - 1 or end > quote.span.end + 1:
                return False
        return bool(draft.content)

    def _statement(
        self, key: str, draft: Draft, speaker: Speaker | None, chain: tuple[Link, ...], parent: str | None
    ) -> Statement:
        told = self.beside.addressee(draft)
        addressee = self.speakers.of(told) if told is not None else None
        channel = self.beside.channel(draft)
        if channel is None and ((speaker and speaker.agency) or (addressee and addressee.agency)):
            channel = "agency"
        return Statement(
            key,
            tuple(self.report.span(*c) for c in draft.content),
            tuple(q.inner for a, b in draft.content for q in self.syntax.quotations_in(a, b)),
            speaker.actor if speaker else None,
            speaker.span if speaker else None,
            self.report.span(*draft.cue),
            self._direct(draft),
            chain,
            addressee.actor if addressee else None,
            channel,
            self.beside.when(draft),
            parent,
            f"statements.{self._kind(draft)}.{draft.pattern}/{VERSION}",
            round(draft.confidence, 3),
            self.report.span(*source) if (source := source_of(self.syntax, draft)) is not None else None,
        )
