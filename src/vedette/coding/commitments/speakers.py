"""Who stands behind somebody's words, where the nearest speaker is a pronoun, a document, a body, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.declarer import Declarer, declarer_of

if TYPE_CHECKING:
    from vedette.coding.commitments.declared import Declared
    from vedette.record import Grounding, Parsed

_DOCUMENTS = frozenset({"statement", "communique", "letter", "message", "declaration", "note", "post", "communiqué"})


def speaker_behind(parsed: Parsed, grounding: Grounding, unit: Declared, units: list[Declared]) -> Declarer:
    """The declarer; a spokesman for the body whose words he gives ("said the army announces that …")."""
    who = declarer_of(parsed, grounding, unit)
    parent = _parent(unit, units)
    if (
        parent is None
        and _pronoun(parsed, unit)
        and (who.standing == 0 or parsed.tokens[unit.speaker or 0].pos == "NOUN")
    ):
        return _before(parsed, grounding, unit, units) or who
    if parent is None:
        return who
    outer = declarer_of(parsed, grounding, parent)
    if who.standing == 0 and _pronoun(parsed, unit):
        return outer
    person = outer.actor is not None and outer.actor.kind == "person"
    body = who.actor is None or who.actor.kind != "person"
    if person and body and outer.standing == 2 and (who.country in {None, outer.country}):
        return outer
    return who


def _pronoun(parsed: Parsed, unit: Declared) -> bool:
    if unit.speaker is None:
        return False
    token = parsed.tokens[unit.speaker]
    return token.pos == "PRON" or (token.pos == "NOUN" and token.lemma.lower() in _DOCUMENTS)


def _before(parsed: Parsed, grounding: Grounding, unit: Declared, units: list[Declared]) -> Declarer | None:
    """For "he" that nothing resolves: the person who spoke last, within two paragraphs."""
    speaker = unit.speaker or 0
    pronoun = parsed.tokens[speaker].text.lower() if parsed.tokens[speaker].pos == "PRON" else ""
    if pronoun not in {"", "he", "she", "it"}:
        return None
    here = parsed.sentences[parsed.tokens[speaker].sent].paragraph
    earlier = [u for u in units if u.speaker is not None and u.speaker < speaker and not _pronoun(parsed, u)
               and here - parsed.sentences[parsed.tokens[u.speaker].sent].paragraph <= 1]  # fmt: skip
    if not earlier:
        return None
    for u in sorted(earlier, key=lambda u: -(u.speaker or 0)):
        found = declarer_of(parsed, grounding, u)
        person = found.actor is None or found.actor.kind == "person"
        if person == (pronoun == "it") and pronoun:
            continue
        if found.standing == 2 and (found.name or "").removeprefix("the ")[:1].isupper():
            return found
    return None


def _parent(unit: Declared, units: list[Declared]) -> Declared | None:
    """The statement that holds this one: by its record, else the shortest whose words hold them."""
    if unit.statement is None:
        return None
    if unit.statement.parent is not None:
        return next((u for u in units if u.statement is not None and u.statement.id == unit.statement.parent), None)
    first, last = unit.tokens[0], unit.tokens[-1]
    around = [u for u in units if u.statement is not None and u is not unit and u.tokens[0] <= first
              and last <= u.tokens[-1] and len(u.tokens) > len(unit.tokens)]  # fmt: skip
    return min(around, key=lambda u: len(u.tokens), default=None)


def told_as_history(parsed: Parsed, unit: Declared) -> bool:
    """Whether the saying itself is told as history: "had warned", "was told in 1939"."""
    if unit.cue_token is None:
        return False
    kids = parsed.dependents(unit.cue_token, "aux")
    sentence = parsed.sentences[parsed.tokens[unit.cue_token].sent]
    texts = [parsed.tokens[i].text for i in range(sentence.first, sentence.last)]
    years = any(len(t) == 4 and t.isdigit() and "1700" <= t <= "2099" for t in texts)
    return years and any(k.text.lower() == "had" for k in kids)
