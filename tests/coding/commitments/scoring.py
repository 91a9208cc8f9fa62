"""Scores the coder on passages like those of ``dev.yaml``: found, form, trigger, declarer, specificity."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from vedette.articles import report_from_text

if TYPE_CHECKING:
    from vedette import Reader
    from vedette.record import Commitment

HERE = Path(__file__).parent
Pair = tuple[int, int]


@dataclass
class Score:
    """Counts over a set of passages."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    form: int = 0
    country: list[bool] = field(default_factory=list)
    name: list[bool] = field(default_factory=list)
    specificity: list[bool] = field(default_factory=list)
    demand: list[bool] = field(default_factory=list)
    aim: list[bool] = field(default_factory=list)
    protects: list[bool] = field(default_factory=list)
    trigger: list[float] = field(default_factory=list)
    false_alarms: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.found / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def form_accuracy(self) -> float:
        return self.form / self.found if self.found else 0.0


def load(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return rows


def place(text: str, quote: str | None) -> Pair | None:
    if quote is None:
        return None
    at = text.rfind(quote)
    assert at >= 0, f"{quote!r} is not in {text!r}"
    return at, at + len(quote)


def iou(a: Pair | None, b: Pair | None) -> float:
    if a is None or b is None:
        return 0.0
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / ((a[1] - a[0]) + (b[1] - b[0]) - shared)


def hull(*spans: Pair | None) -> Pair | None:
    known = [s for s in spans if s is not None]
    return (min(s[0] for s in known), max(s[1] for s in known)) if known else None


def score(reader: Reader, rows: list[dict[str, Any]]) -> Score:
    out = Score()
    for row in rows:
        report = report_from_text(row["text"], title=row.get("title"), published=row.get("published"))
        predicted = list(reader.read_report(report).commitments)
        out.predicted += len(predicted)
        out.gold += len(row["commitments"])
        if not row["commitments"]:
            out.false_alarms += len(predicted)
        for gold in row["commitments"]:
            best = max(predicted, key=lambda c: _likeness(row["text"], gold, c), default=None)
            if best is None or _likeness(row["text"], gold, best) < 0.5:
                out.errors.append(f"{row['id']} missed {gold['form']}: {gold['content']}")
                continue
            predicted.remove(best)
            _compare(out, row, gold, best)
        out.errors.extend(f"{row['id']} spurious {c.form} [{c.form_cue.quote}]: {c.content.quote}" for c in predicted)
    return out


def _likeness(text: str, gold: dict[str, Any], c: Commitment) -> float:
    content = (c.content.start, c.content.end)
    trigger = (c.trigger.span.start, c.trigger.span.end) if c.trigger else None
    threat = (c.consequence.span.start, c.consequence.span.end) if c.consequence else None
    whole = place(text, gold["content"])
    mine = hull(place(text, gold.get("trigger")), place(text, gold.get("consequence"))) or whole
    return max(iou(whole, content), iou(mine, hull(trigger, threat) or content))


def _compare(out: Score, row: dict[str, Any], gold: dict[str, Any], c: Commitment) -> None:
    out.found += 1
    out.form += gold["form"] == c.form
    if gold["form"] != c.form:
        out.errors.append(f"{row['id']} form {c.form} [{c.form_cue.quote}] for {gold['form']}: {c.content.quote}")
    if gold.get("trigger"):
        span = (c.trigger.span.start, c.trigger.span.end) if c.trigger else None
        out.trigger.append(iou(place(row["text"], gold["trigger"]), span))
        if out.trigger[-1] < 0.7:
            out.errors.append(
                f"{row['id']} trigger {c.trigger.span.quote if c.trigger else None!r} for {gold['trigger']!r}"
            )
    name = c.declarer.name if c.declarer else ""
    if gold.get("name"):
        out.name.append(name.lower().split()[-1:] == gold["name"].lower().split()[-1:])
        if not out.name[-1]:
            out.errors.append(f"{row['id']} declarer {name!r} for {gold['name']!r}")
    if gold.get("country"):
        out.country.append(c.declarer is not None and c.declarer.country == gold["country"])
    if gold.get("specificity") is not None:
        right = c.specificity is not None and abs(c.specificity - gold["specificity"]) <= 1
        out.specificity.append(right)
        if not right:
            out.errors.append(f"{row['id']} specificity {c.specificity} for {gold['specificity']}")
    if gold.get("demand"):
        out.demand.append(c.demand is not None and c.demand.kind == gold["demand"])
    if gold.get("aim"):
        out.aim.append(c.aim == gold["aim"])
    if gold.get("protects"):
        out.protects.append(c.protects is not None and c.protects.kind == gold["protects"])


def mean(values: list[Any]) -> float:
    return sum(values) / len(values) if values else 1.0


def summary(s: Score) -> str:
    return (
        f"P {s.precision:.3f} R {s.recall:.3f} F1 {s.f1:.3f} form {s.form_accuracy:.3f} trigger {mean(s.trigger):.3f} "
        f"name {mean(s.name):.3f} country {mean(s.country):.3f} spec±1 {mean(s.specificity):.3f} "
        f"demand {mean(s.demand):.3f} aim {mean(s.aim):.3f} protects {mean(s.protects):.3f} "
        f"false alarms {s.false_alarms} (gold {s.gold}, predicted {s.predicted})"
    )
