"""The example reports, read and linked: what ``examples/README.md`` says of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from vedette.articles import report_from_raw
from vedette.errors import InputError
from vedette.linking import build_dossiers, link
from vedette.pipeline import Reader
from vedette.record import spans_of
from vedette.sources import read_inputs

if TYPE_CHECKING:
    from vedette.linking import Linked
    from vedette.record import Dossier, Reading

ARAS = Path(__file__).resolve().parents[2] / "examples" / "aras"


@cache
def readings() -> tuple[Reading, ...]:
    reader = Reader()
    found = list(read_inputs([str(path) for path in sorted(ARAS.iterdir())]))
    raw = [item for item in found if not isinstance(item, InputError)]
    assert len(raw) == len(found)
    return tuple(reader.read_report(report_from_raw(item)) for item in raw)


@cache
def linked() -> Linked:
    return link(readings())


@cache
def dossiers() -> tuple[Dossier, ...]:
    return build_dossiers(readings())


def outlets() -> dict[str, str]:
    return {r.report.id: r.report.outlet or r.report.title or "" for r in readings()}


def test_the_near_copy_and_what_it_copies_are_one_origin() -> None:
    found = [{outlets()[r] for r in o.reports} for o in linked().origins.all]
    assert {"Frontier Wire", "Sahand Courier"} in found
    assert {"Aras Valley News"} in found
    assert {"Aras Relief Circle"} in found


def test_papers_that_disagree_on_shells_and_on_wounded_are_held_against_each_other() -> None:
    rivals = {(c.field, frozenset((outlets()[c.a.report], outlets()[c.b.report]))) for c in linked().contradictions}
    assert ("figure", frozenset({"Frontier Wire", "Aras Valley News"})) in rivals
    assert ("injuries", frozenset({"Frontier Wire", "Aras Valley News"})) in rivals


def test_the_line_on_the_border_is_drawn_by_several_offices() -> None:
    border = max((d for d in dossiers() if d.declarer == "IRN"), key=lambda d: len(d.declarations))
    assert border.about == "border_security"
    names = {d.commitment.declarer.name.split()[-1] for d in border.declarations if d.commitment.declarer}
    assert {"Khatibzadeh", "Shekarchi", "Salami"} <= names
    assert border.incidents
    assert any(r.occurrence.type == "MOBILIZE" for r in border.responses)


def test_neither_the_history_page_nor_the_metro_adds_to_a_line() -> None:
    names = outlets()
    old = {r.report.id for r in readings() if r.report.title and "history page" in r.report.title}
    assert len(old) == 1
    for d in dossiers():
        told = {t.report for i in d.incidents for t in i.occurrence.tellings}
        told |= {x.report for x in d.declarations}
        assert not told & old
        assert "Harbour Times" not in {names[r] for r in told}


def test_every_span_of_every_dossier_stands_in_its_report() -> None:
    texts = {r.report.id: r.report.text for r in readings()}
    for d in dossiers():
        for declaration in d.declarations:
            for path, span in spans_of(declaration.commitment):
                assert texts[declaration.report][span.start : span.end] == span.quote, path
        for incident in d.incidents:
            for telling in incident.occurrence.tellings:
                for path, span in spans_of(telling.event):
                    assert texts[telling.report][span.start : span.end] == span.quote, path
        for c in d.contradictions:
            for end in (c.a, c.b):
                assert texts[end.report][end.span.start : end.span.end] == end.span.quote
