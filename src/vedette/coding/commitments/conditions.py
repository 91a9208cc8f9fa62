"""Conditions: "if …", "should …", "unless …", "in case of …", and the clause that they govern."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.coding.commitments.hit import subject_range
from vedette.tables.commitment_forms import commitment_forms
from vedette.tables.commitments import commitment_cues, compiled

if TYPE_CHECKING:
    from vedette.coding.commitments.words import Match, Range, Words

_WHETHER = frozenset(
    {"ask", "know", "see", "doubt", "clear", "unclear", "sure", "wonder", "decide", "what", "as", "say"}
)
_ALWAYS_FRONT = frozenset({",", ":", ";", "and", "but", "that", "—", "–", "-", "or"})


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition and what hangs on it, as ranges of the words; ``mark`` is its first word or words."""

    mark: str
    at: Range
    main: Range

    @property
    def fronted(self) -> bool:
        """Whether the condition stands before its main clause."""
        return self.at[0] < self.main[0]


def conditions(words: Words) -> list[Condition]:
    """The conditions of a sentence, in its order."""
    out = []
    for m in sorted((*words.find(commitment_cues().marks), *words.find(commitment_forms().openers)), key=_place):
        mark = words.words((m.start, m.end))
        if mark in {"even if", "only if"} or _whether(words, m.start, mark) or _is_deadline(words, m.start, mark):
            continue
        found = _extent(words, m.start, mark)
        if found is not None and (found.fronted or not mark.startswith("the ") or mark.endswith(("time", "that"))):
            out.append(found)
    for k in range(len(words.tokens)):
        if _inverted(words, k):
            found = _extent(words, k, words.token(k).text.lower())
            if found is not None:
                out.append(found)
    return sorted(out, key=lambda c: c.at)


def _place(m: Match) -> tuple[int, int]:
    return m.start, m.end


def _whether(words: Words, k: int, mark: str) -> bool:
    return mark == "if" and k > 0 and words.token(k - 1).lemma.lower() in _WHETHER and words.token(k - 1).text != ","


def _is_deadline(words: Words, k: int, mark: str) -> bool:
    if mark not in {"until", "till", "before"}:
        return False
    rest = words.words((k, min(k + 8, len(words.tokens))))
    m = compiled(commitment_cues().deadline).match(rest)
    return m is not None


def _inverted(words: Words, k: int) -> bool:
    """Whether the auxiliary stands before its subject: "should X do", "were X to do"."""
    token = words.token(k)
    text = token.text.lower()
    if text not in {"should", "were"} or k + 2 >= len(words.tokens):
        return False
    if k > 0 and words.token(k - 1).tag in {"WDT", "WP", "EX", "PRP", "WRB"}:
        return False
    nxt = words.token(k + 1)
    if nxt.pos in {"VERB", "AUX", "ADV", "PART", "PUNCT", "ADP"} and nxt.text.lower() not in {"any", "further"}:
        return False
    if text == "were":
        return " to " in words.words((k, min(k + 10, len(words.tokens)))) and _subject_after(words, k)
    return _subject_after(words, k) or k == 0 or words.token(k - 1).text in _ALWAYS_FRONT


def _subject_after(words: Words, k: int) -> bool:
    parsed = words.parsed
    token = words.token(k)
    heads = {token.i, token.head}
    return any(c.i > token.i for h in sorted(heads) for c in parsed.dependents(h, "nsubj", "nsubjpass"))


def _extent(words: Words, k: int, mark: str) -> Condition | None:
    n = len(words.tokens)
    fronted = _fronted(words, k)
    if fronted:
        end = _end_of_fronted(words, k)
        if end is None:
            return None
        main = words.trim((end, _clause_end(words, end)))
        return Condition(mark, words.trim((k, end)), main) if main[0] < main[1] else None
    end = _end_of_trailing(words, k)
    main = words.trim((_clause_start(words, k), k))
    return Condition(mark, words.trim((k, end)), main) if main[0] < main[1] and k < n - 1 else None


def _fronted(words: Words, k: int) -> bool:
    if k == 0:
        return True
    before = f"{words.prefix} {words.words((0, k))}".replace("is going to", "will").strip()
    return words.token(k - 1).text in _ALWAYS_FRONT and not _has_main(words, k, before)


def _has_main(words: Words, k: int, before: str) -> bool:
    """Whether a threat stands before a comma and the mark ("we will act, if …")."""
    after = words.words((k, len(words.tokens)))
    comma = after.find(" , ")
    later = compiled(commitment_cues().finite).search(after[comma:]) if comma > 0 else None
    return later is None and compiled("{WILL}").search(before) is not None


def _end_of_fronted(words: Words, k: int) -> int | None:
    """The comma that ends the condition: before the first modal outside it, nearest to where the parse ends it."""
    n = len(words.tokens)
    commas = [j for j in range(k + 2, n - 1) if words.token(j).text in {",", "—", "–"} or _cue_gap(words, j)]
    good = [j for j in commas if compiled(commitment_cues().finite).search(words.words((j, min(j + 25, n))))]
    first = good[:3] or commas[:1]
    early = next((m.start for m in words.find("{WILL}") if m.start > k + 2), None)
    if not good and early is not None and first and early < first[0]:
        first = []
    parse = _parse_end(words, k)
    if not first:
        modal = next((m.start for m in words.find("{WILL}|must") if m.start > k + 2), None)
        subject = subject_range(words, modal)[0] if modal is not None else None
        if subject is not None and subject > k + 1:
            return subject
        return parse if parse is not None and parse < n else modal
    if parse is None:
        return first[0]
    return min(first, key=lambda j: (abs(j - parse), j))


def _cue_gap(words: Words, j: int) -> bool:
    """Whether a cue was cut out before position ``j`` (a quotation broken by "he said")."""
    return (
        j > 0
        and words.tokens[j] - words.tokens[j - 1] > 2
        and any(words.parsed.tokens[i].text in {'"', "“", "”"} for i in range(words.tokens[j - 1] + 1, words.tokens[j]))
    )


def _parse_end(words: Words, k: int) -> int | None:
    token = words.token(k)
    head = token.head if token.dep in {"mark", "aux", "advmod", "auxpass"} else token.i
    inside = [words.position(i) for i in words.parsed.subtree(head)]
    kept = [p for p in inside if p is not None and p >= k]
    return max(kept) + 1 if kept else None


def _end_of_trailing(words: Words, k: int) -> int:
    n = len(words.tokens)
    parse = _parse_end(words, k)
    for j in range(k + 2, n):
        text = words.token(j).text
        rest = words.words((j, min(j + 9, n)))
        if text in {";", "—", "–", ":"} or compiled(r"^(?:, )?(?:and|but|or) (?:\S+ ){0,4}?{WILL}").match(rest):
            return j
        if text == "," and parse is not None and parse <= j:
            return j
    return n


def _clause_start(words: Words, k: int) -> int:
    """Where the main clause before a trailing condition begins: after the last clause that ended with a modal."""
    start = 0
    for j in range(1, k):
        rest = words.words((j, min(j + 8, k)))
        before = words.words((0, j))
        if compiled(r"^(?:, )?(?:and|but) (?:\S+ ){1,4}?{WILL}").match(rest) and compiled("{WILL}|must").search(before):
            start = j
        if words.token(j).text == ";":
            start = j + 1
    return start


def _clause_end(words: Words, start: int) -> int:
    for j in range(start + 3, len(words.tokens)):
        if words.token(j).text == ";":
            return j
    return len(words.tokens)
