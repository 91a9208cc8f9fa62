from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from training.corpus import CORPUS, MarkError, read_marked, unmark

if TYPE_CHECKING:
    from pathlib import Path

REPORT = """#### x-1 | 1994-06-02 | Harbour Post | daily | Baltic
{s1:The pilots’ union} {c1:said} {q1:{s2:the port captain} {c2:had promised} {q2:to wait}}.
----
1 | pilots’ union | asserts | speech | -
2 | port captain | asserts | speech | 1
"""


def test_unmark_gives_text_and_parts() -> None:
    text, parts = unmark("{q1:“Wait,”} {s1:she} {c1:said}, {q1:“then go.”}")
    assert text == "“Wait,” she said, “then go.”"
    assert [text[a:b] for a, b in parts[1]["q"]] == ["“Wait,”", "“then go.”"]
    assert [text[a:b] for a, b in parts[1]["s"]] == ["she"]


@pytest.mark.parametrize("body", ["{q1:open", "close}", "{x1:no such part}", "{q:no number}"])
def test_marks_at_fault(body: str) -> None:
    with pytest.raises(MarkError):
        unmark(body)


def test_a_report_with_its_chain(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text(REPORT, encoding="utf-8")
    (report,) = read_marked(file)
    assert report.outlet == "Harbour Post"
    assert report.chain(report.rows[1]) == ("port captain", "pilots’ union")
    assert report.text[slice(*report.rows[0].parts["q"][0])] == "the port captain had promised to wait"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| asserts | speech | 1", "| asserts | speech | 7"),
        ("| asserts | speech | 1", "| swears | speech | 1"),
        ("2 | port", "3 | port"),
        ("1994-06-02", "June 1994"),
        ("----", "--"),
    ],
)
def test_a_table_at_fault_is_named(tmp_path: Path, old: str, new: str) -> None:
    file = tmp_path / "x.txt"
    file.write_text(REPORT.replace(old, new), encoding="utf-8")
    with pytest.raises(MarkError, match="x-1"):
        list(read_marked(file))


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.txt")), ids=lambda f: f.stem)
def test_the_corpus_is_sound(file: Path) -> None:
    for report in read_marked(file):
        for row in report.rows:
            assert (row.name is None) == ("s" not in row.parts), (report.id, row.number)
            assert len(report.chain(row)) <= len(report.rows)
            assert all(report.text[a:b].strip() for spans in row.parts.values() for a, b in spans)


def test_ids_are_unique() -> None:
    ids = [r.id for f in sorted(CORPUS.glob("*.txt")) for r in read_marked(f)]
    assert len(ids) == len(set(ids)) >= 500
