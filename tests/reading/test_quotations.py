"""Quotation marks of every house style."""

from __future__ import annotations

import pytest

from vedette.articles import report_from_text
from vedette.reading.quotations import find_quotations

DIRECT = [
    ("“We hold the ridge,” he said.", ["“We hold the ridge,”"]),
    ('"We hold the ridge," he said. "We stay."', ['"We hold the ridge,"', '"We stay."']),
    ("``We hold the ridge,'' he said.", ["``We hold the ridge,''"]),
    ("'We hold the ridge,' he said. It's the troops' view.", ["'We hold the ridge,'"]),
    ("‘We hold the ridge,’ he said. It’s the troops’ view.", ["‘We hold the ridge,’"]),
    ("The troops’ morale is low and the army’s pay is late.", []),
    ("The class of '98 and rock 'n' roll.", []),
    ('He is 6\'3" tall.', []),
    ("“He told me, ‘Leave the ridge at once,’ and I left,” she said.",
     ["“He told me, ‘Leave the ridge at once,’ and I left,”", "‘Leave the ridge at once,’"]),
    ('“We hold the ridge," he said.', ['“We hold the ridge,"']),
    ("«We hold the ridge», he said.", ["«We hold the ridge»"]),
    ("„We hold the ridge”, he said.", ["„We hold the ridge”"]),
    ("No marks here at all.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), DIRECT)
def test_spans(text: str, quotes: list[str]) -> None:
    assert [q.span.quote for q in find_quotations(report_from_text(text))] == quotes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He called it a “red line” again.", "scare"),
        ("He sang “The Song of the Ridge” twice.", "title"),
        ("“We hold the ridge and will not leave it,” he said.", "direct"),
        ("“Never,” he said.", "direct"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [q.kind for q in find_quotations(report_from_text(text))] == [kind]


def test_a_quotation_that_runs_over_paragraphs() -> None:
    text = "“They came at dawn.\n\n“They left by noon,” the farmer said.\n\n“We stay,” said his son."
    first, second, third = find_quotations(report_from_text(text))
    assert first.span.quote == "“They came at dawn."
    assert first.inner.end == first.span.end
    assert second.joined == 0
    assert third.joined is None


def test_a_mark_without_partner_ends_with_its_paragraph() -> None:
    text = 'He said "no.\n\nThe truce held.'
    assert [q.span.quote for q in find_quotations(report_from_text(text))] == ['"no.']


def test_many_open_marks_take_no_time() -> None:
    assert find_quotations(report_from_text("“ " * 20_000)) is not None
    assert find_quotations(report_from_text("'a " * 20_000)) is not None
