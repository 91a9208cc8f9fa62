"""The tasks of the bench: their development sets, headline metrics and the reference numbers to compare with."""

from __future__ import annotations

from dataclasses import dataclass, field

TASKS = (
    "attribution", "chains", "temporal", "geoparsing", "event_location", "political_events", "event_structure",
    "factuality", "crossdoc", "muc4", "conflict_classes", "reports", "stories",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """One development set of a task.

    Attributes:
        task: its name.
        file: below the folder of development data, without suffix; ``own/NAME`` is a set of ours, in ``bench/own``.
        metrics: the headline metrics, as dotted keys of the scorer's output.
        reference: the peer's numbers for the same metrics, where the data's README gives them.
        peer: who that is.
        lower_is_better: metrics of which less is better.
        without: fields of the input that are held back: "open" is scored on events found without the pairs.
        trained: whether a shipped model was trained on it: then it measures nothing, and has no floor.
    """

    task: str
    file: str
    metrics: tuple[str, ...]
    reference: dict[str, float] = field(default_factory=dict)
    peer: str = ""
    lower_is_better: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    trained: bool = False

    @property
    def name(self) -> str:
        """Task and file in one, and what is held back: the key of the ratchet file."""
        name = self.file if self.file.startswith("own/") else self.file.rsplit("/", 1)[1]
        return f"{self.task}/{name}{''.join(f' without {w}' for w in self.without)}"


_TIME = ("strict.f1", "relaxed.f1", "type.f1", "value.f1")
_PLACE = ("tagging.f1", "resolution.acc161", "end_to_end.f1")
_REPORTS = (
    "event_found.f1", "event_type.f1", "main_recall", "statement_content.f1", "statement_relation.f1",
    "commitment_found.f1", "commitment_slots.form",
)  # fmt: skip
_STORIES = ("occurrences.f1", "origins.f1", "contradictions.f1", "lines.f1", "tests.f1")
_FACT = ("mae", "pearson", "open.f1", "not.f1")

RUNS = (
    Run("attribution", "attribution/polnear-dev", ("relation.f1", "source_exact.f1", "content_partial.f1"),
        {"relation.f1": 38.9, "source_exact.f1": 55.3, "content_partial.f1": 56.7}, "spaCy md parses, verbs"),
    Run("chains", "own/attribution", ("chain", "name", "relation", "chain_all", "stance"),
        {}, "a second labeller on 12 of the 50 reports"),
    Run("temporal", "temporal/timebank", _TIME,
        {"strict.f1": 86.6, "relaxed.f1": 92.7, "type.f1": 90.4, "value.f1": 83.3}, "HeidelTime (40 of the documents)"),
    Run("temporal", "temporal/aquaint", _TIME),
    Run("temporal", "temporal/wikiwars-train", ("strict.f1", "relaxed.f1", "value.f1"),
        {"strict.f1": 85.3, "relaxed.f1": 91.9, "value.f1": 84.8}, "HeidelTime (narrative)"),
    Run("geoparsing", "geoparsing/lgl", _PLACE,
        {"tagging.f1": 68.8, "resolution.acc161": 75.7, "end_to_end.f1": 51.1}, "spaCy md; Edinburgh"),
    Run("geoparsing", "geoparsing/geovirus", _PLACE,
        {"tagging.f1": 82.8, "resolution.acc161": 66.0, "end_to_end.f1": 48.2}, "spaCy md, by population"),
    Run("event_location", "event_location/agencies-train", ("overlap.f1", "accuracy"),
        {"overlap.f1": 48.8, "accuracy": 55.1}, "nearest place in the verb's subtree"),
    Run("political_events", "political_events/plv-train",
        ("root_macro_f1", "quad_macro_f1", "binary_macro_f1", "threaten.f1"),
        {"root_macro_f1": 74.3, "quad_macro_f1": 87.1, "binary_macro_f1": 96.4, "threaten.f1": 64.8},
        "ZSP; ours was trained on this set", trained=True),
    Run("political_events", "political_events/plv-train", ("open.f1",), without=("pairs",)),
    Run("event_structure", "event_structure/petrarch-unit", ("has_event.f1", "pairs.f1", "same_number"),
        {"has_event.f1": 96.8, "pairs.f1": 81.7, "same_number": 73.2}, "one pair in every sentence"),
    Run("factuality", "factuality/uw-dev", _FACT, {"mae": 0.58, "pearson": 64.1, "open.f1": 47.1, "not.f1": 53.6},
        "modal and negation words before", ("mae",)),
    Run("factuality", "factuality/meantime-train", _FACT,
        {"mae": 0.35, "pearson": 52.1, "open.f1": 37.6, "not.f1": 64.3}, "the same", ("mae",)),
    Run("factuality", "factuality/uds-dev", _FACT, {"mae": 1.88, "pearson": 33.6, "open.f1": 28.5, "not.f1": 7.5},
        "the same", ("mae",)),
    Run("crossdoc", "crossdoc/ecb-dev", ("conll", "lea", "story_b3"), {"conll": 73.8, "lea": 60.6, "story_b3": 87.7},
        "same head lemma in TF-IDF stories"),
    Run("muc4", "muc4/muc4-dev", ("templates.f1", "ree.f1", "relevant.f1"),
        {"templates.f1": 29.0, "ree.f1": 22.2, "relevant.f1": 80.2}, "keywords"),
    Run("conflict_classes", "conflict_classes/police-dev", ("mean_f1",), {"mean_f1": 61.1}, "the authors' keywords"),
    Run("reports", "reports/seeds",
        _REPORTS,
        {"event_type.f1": 88.5,
         "statement_relation.f1": 95.6, "commitment_found.f1": 86.8, "commitment_slots.form": 74.0},
        "a second labeller (30 other reports)"),
    Run("stories", "stories/sample", _STORIES),
    Run("political_events", "own/political_events",
        ("root_macro_f1", "quad_macro_f1", "binary_macro_f1", "threaten.f1")),
    Run("reports", "own/reports", _REPORTS),
    Run("reports", "own/reports2", _REPORTS),
    Run("stories", "own/stories", _STORIES),
)  # fmt: skip
