"""What a cue found in a sentence, before it becomes a record; and the clauses around a cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.tables.commitment_forms import commitment_forms
from vedette.tables.commitments import commitment_cues, compiled

if TYPE_CHECKING:
    from vedette.coding.commitments.declared import Declared
    from vedette.coding.commitments.declarer import Declarer
    from vedette.coding.commitments.words import Range, Words
    from vedette.record import Grounding


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence of somebody's words, with who says them."""

    words: Words
    unit: Declared
    declarer: Declarer
    grounding: Grounding


@dataclass(frozen=True, slots=True)
class Hit:
    """A commitment found, as ranges of the words of its sentence.

    Attributes:
        form: the codebook's.
        cue: the words that show it.
        trigger, consequence, deadline: None where there is none.
        demand: its kind and its words.
        weight: how sure the cue is, in [0, 1].
        content: the clause where it is not the whole sentence.
    """

    form: str
    cue: Range
    trigger: Range | None = None
    consequence: Range | None = None
    deadline: Range | None = None
    demand: tuple[str, Range] | None = None
    weight: float = 0.7
    content: Range | None = None


def subject_range(words: Words, k: int) -> Range:
    """The subject of the predicate that begins at position ``k``."""
    parsed = words.parsed
    node = words.token(k)
    for _ in range(3):
        found = parsed.dependents(node.i, "nsubj", "nsubjpass", "csubj", "csubjpass")
        if found and found[0].tag not in {"WDT", "WP"}:
            inside = [words.position(i) for f in found for i in parsed.subtree(f.i)]
            kept = [p for p in inside if p is not None and p < k]
            if kept:
                return words.trim((min(kept), k))
        if node.head == node.i:
            break
        node = parsed.tokens[node.head]
    return words.trim((clause_start(words, k), k))


def clause_start(words: Words, k: int) -> int:
    """Where the clause around position ``k`` begins, by punctuation and conjunctions."""
    for j in range(k - 1, 0, -1):
        text = words.token(j).text.lower()
        if text in {";", ":", "but", "—"} or (text in {"and", "that"} and words.token(j).dep in {"mark", "cc"}
                                             and compiled("{WILL}").search(words.words((0, j)))):  # fmt: skip
            return j + 1
    return 0


_STOP = r"^(?:, )?(?:and|but|or|so) (?:(?:\S+ ){0,4}?{WILL}\b|to (?:defend|protect|\w+) )"
_AFTER_COMMA = frozenset({"and", "but", "as", "while", "because", "after", "since", "when", "so", "if", "unless", "he",
                          "she", "it", "they", "or", "otherwise", "with", "the"})  # fmt: skip


def object_range(words: Words, k: int) -> Range | None:
    """What follows a cue that ends before position ``k``, to the end of its clause."""
    n = len(words.tokens)
    end = n
    for j in range(k, n):
        token = words.token(j)
        if token.text in {";", "—", "–", "…"} or (token.text == ":" and j > k):
            end = j
            break
        if compiled(_STOP).match(words.words((j, min(j + 9, n)))) and j > k:
            end = j
            break
        if token.text == "," and j + 1 < n and (words.token(j + 1).text.lower() in _AFTER_COMMA
                                                or words.token(j + 1).tag == "VBG"):  # fmt: skip
            end = j
            break
    at = words.trim((k, end))
    return at if at[0] < at[1] else None


def predicate_range(words: Words, k: int, stop: int | None = None) -> Range:
    """The predicate that begins at ``k``, to the end of its clause or to ``stop``."""
    if stop is not None and stop > k:
        return words.trim((k, stop))
    return object_range(words, k) or (k, min(k + 1, len(words.tokens)))


def is_act(words: Words, at: Range) -> bool:
    """Whether a phrase names an act that may happen (and not what is held dear)."""
    cues = commitment_cues()
    if words.matches(cues.any_act, at):
        return True
    return not words.matches(cues.dear, at)


def deadline_in(words: Words, at: Range) -> Range | None:
    """The words of a deadline within a range."""
    cues = commitment_cues()
    for pattern in (cues.duration_to, cues.deadline, commitment_forms().deadline):
        for m in words.find(pattern):
            if at[0] <= m.start and m.end <= at[1]:
                return m.start, m.end
    return None


def form_of(words: Words, act: Range) -> str:
    """A warning against an act ("any attack"); a threat where a clause makes a condition ("any ship that enters").

    The codebook's deterrent warning leaves its condition implicit; two labellers who had not seen the rules drew the
    line here.
    """
    clause = words.matches(r"\b(?:who|that|which|if|when|\w{3,}ing)\b", (act[0] + 2, act[1]))
    return "conditional_threat" if clause or not words.matches(r"^any\b", act) else "deterrent_warning"
