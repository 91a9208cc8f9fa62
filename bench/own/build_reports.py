"""Builds ``reports.jsonl``, the held-out reports, from the files in ``reports/``: one report and its labels in each.

  python -m bench.own.build_reports [--set reports2] [--show ID]

``--set reports2`` builds the second set, ``reports2.jsonl``, from ``reports2/`` in the same way.

Labels are lines of fields parted by ``|``; ``-`` is none. A field that names words of the text is those words,
``first words ... last words`` for a long span, ``before <words> after`` where the words need their neighbours to be
unique. Speakers, cues, triggers and the like may stand several times in it: the one nearest to the content is meant.

  events:       anchor | TYPE/mode | actors > recipients | place | country | start | assertion [| main d=low/best/high]
  statements:   content | speaker | cue | name | direct or indirect | via
  commitments:  content | form | aim | name | country | trigger | consequence | specificity | protects
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FORMS = {
    "red_line_named", "conditional_threat", "ultimatum", "deterrent_warning", "announced_threat", "vague_warning",
    "demand", "assurance", "self_limit",
}  # fmt: skip
ASSERTIONS = {
    "asserted", "reported", "claimed", "denied", "accused", "planned", "conditional", "hypothetical", "negated",
    "background",
}  # fmt: skip
TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip

Span = list[int]


class LabelError(ValueError):
    """A label that does not fit its text."""


def places(text: str, words: str) -> list[int]:
    """Where ``words`` begin in the text; words of letters are whole words."""
    left, right = r"(?<!\w)" if words[0].isalnum() else "", r"(?!\w)" if words[-1].isalnum() else ""
    found = [m.start() for m in re.finditer(left + re.escape(words) + right, text)]
    if not found:
        raise LabelError(f"not in the text: {words!r}")
    return found


def locate(text: str, label: str, near: Span | None = None) -> Span | None:
    """The span that a label means: unique in the text, or the nearest to ``near`` (within it, if it is there)."""
    if label == "-":
        return None
    marked = re.fullmatch(r"(.*)<(.+)>(.*)", label)
    if marked:
        before, label, after = marked.groups()
        context, _, _ = (before + label + after).partition(" ... ")
        begin = single(places(text, context), context) + len(before)
    else:
        head = label.partition(" ... ")[0]
        found = places(text, head)
        begin = single(found, head) if near is None else min(found, key=lambda at: away(at, at + len(head), near))
    head, _, tail = label.partition(" ... ")
    end = begin + len(head)
    if tail:
        end = text.index(tail, end) + len(tail)
    return [begin, end]


def single(found: list[int], words: str) -> int:
    """The one place found."""
    if len(found) > 1:
        raise LabelError(f"{len(found)} times in the text: {words!r}")
    return found[0]


def away(start: int, end: int, near: Span) -> tuple[int, int]:
    """How far a span lies from another: the gap between them, then how far it lies from the other's start."""
    return max(near[0] - end, start - near[1], 0), abs(start - near[0])


def maybe(value: str) -> str | None:
    """A field's value, none for a dash."""
    return None if value == "-" else value


def figure(extra: str, key: str) -> list[int | None] | None:
    """The low, best and high of a number of people."""
    found = re.search(rf"\b{key}=(\S+)", extra)
    return [None if n == "-" else int(n) for n in found.group(1).split("/")] if found else None


def event(text: str, fields: list[str]) -> dict[str, Any]:
    """An event from its line."""
    anchor, kind, parties, place, country, start, assertion, extra = [*fields, ""][:8]
    name, _, mode = kind.partition("/")
    actors, _, recipients = parties.partition(">")
    if name not in TYPES or assertion not in ASSERTIONS:
        raise LabelError(f"unknown {name} or {assertion}")
    span = locate(text, anchor)
    return {"anchor": span, "type": name, "mode": mode or None, "main": "main" in extra.split(),
            "actors": codes(actors), "recipients": codes(recipients), "place": locate(text, place, span),
            "country": maybe(country), "start": maybe(start), "assertion": assertion,
            "deaths": figure(extra, "d"), "injuries": figure(extra, "i")}  # fmt: skip


def codes(listed: str) -> list[str]:
    """The country codes in a field."""
    found = sorted(listed.replace("-", "").split())
    if not all(re.fullmatch("[A-Z]{3}", c) for c in found):
        raise LabelError(f"not country codes: {listed!r}")
    return found


def statement(text: str, fields: list[str]) -> dict[str, Any]:
    """A statement from its line."""
    words, speaker, cue, name, manner, via = [*fields, "-"][:6]
    if manner not in {"direct", "indirect"}:
        raise LabelError(f"neither direct nor indirect: {manner!r}")
    content = locate(text, words)
    said = locate(text, speaker, content)
    return {"content": content, "speaker": said, "cue": locate(text, cue, said or content),
            "name": maybe(name), "direct": manner == "direct", "via": locate(text, via, content)}  # fmt: skip


def commitment(text: str, fields: list[str]) -> dict[str, Any]:
    """A commitment from its line."""
    words, form, aim, name, country, trigger, consequence, specificity, protects = fields
    if form not in FORMS or aim not in {"deter", "compel", "both", "unclear"}:
        raise LabelError(f"unknown {form} or {aim}")
    content = locate(text, words)
    return {"content": content, "form": form, "aim": aim, "name": maybe(name), "country": maybe(country),
            "trigger": locate(text, trigger, content), "consequence": locate(text, consequence, content),
            "specificity": None if specificity == "-" else int(specificity), "protects": maybe(protects)}  # fmt: skip


def build(source: Path) -> dict[str, Any]:
    """The document of one file."""
    raw = yaml.safe_load(source.read_text(encoding="utf-8"))
    text: str = raw["text"]
    gold: dict[str, list[dict[str, Any]]] = {}
    makers = (("events", event), ("statements", statement), ("commitments", commitment))
    for kind, make in makers:
        gold[kind] = []
        for line in filter(str.strip, (raw.get(kind) or "").splitlines()):
            try:
                gold[kind].append(make(text, [field.strip() for field in line.split("|")]))
            except (LabelError, ValueError) as error:
                raise SystemExit(f"{source.name}: {line}: {error}") from error
    day = raw.get("date")
    prefix = source.parent.name.replace("reports", "own")
    return {"id": f"{prefix}:{source.stem[:2]}", "date": str(day) if day else None, "outlet": raw.get("outlet"),
            "title": raw.get("title") or "", "text": text, "gold": gold}  # fmt: skip


def show(doc: dict[str, Any]) -> None:
    """Prints a document's labels with the words of their spans."""

    def words(value: object) -> object:
        span = isinstance(value, list) and len(value) == 2 and all(isinstance(n, int) for n in value)
        return f"«{doc['text'][value[0] : value[1]]}»" if isinstance(value, list) and span else value

    print(doc["id"], len(doc["text"].split()), "words")
    for kind, labels in doc["gold"].items():
        for label in labels:
            print(" ", kind[:2], *(f"{key}={words(value)}" for key, value in label.items()))


def main() -> None:
    """Runs the command line."""
    style = argparse.RawDescriptionHelpFormatter
    prog = "python -m bench.own.build_reports"
    parser = argparse.ArgumentParser(prog=prog, description=__doc__, formatter_class=style)
    parser.add_argument("--show", nargs="*", default=[], metavar="ID", help="print the labels of these, such as own:01")
    parser.add_argument("--set", choices=["reports", "reports2"], default="reports", help="which set to build")
    args = parser.parse_args()
    docs = [build(source) for source in sorted((HERE / args.set).glob("*.yaml"))]
    with (HERE / f"{args.set}.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(doc, ensure_ascii=False) + "\n" for doc in docs)
    for doc in docs:
        if doc["id"] in args.show:
            show(doc)
    print(f"{len(docs)} reports, " + ", ".join(f"{sum(len(d['gold'][k]) for d in docs)} {k}" for k in docs[0]["gold"]))


if __name__ == "__main__":
    main()
