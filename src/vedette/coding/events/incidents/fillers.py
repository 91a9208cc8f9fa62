"""Phrases as fillers of an incident: persons, groups, things, weapons, as they stand in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.governors import tokens_in
from vedette.tables.incidents import incident_table

if TYPE_CHECKING:
    from vedette.record import Parsed, Span

_LEFT = frozenset({"compound", "amod", "nmod", "nummod", "poss", "quantmod", "advmod", "punct"})


def phrase(parsed: Parsed, head: int, *, bare: bool = False) -> Span:
    """A noun with the modifiers before it, its article left out; bare: with its compounds only."""
    first = head
    for child in reversed([c for c in parsed.children[head] if c < head]):
        token = parsed.tokens[child]
        wanted = token.dep == "compound" if bare else token.dep in _LEFT
        if not wanted or parsed.subtree(child)[-1] + 1 != first:
            break
        first = min(parsed.subtree(child))
    while first < head and (parsed.tokens[first].dep == "det" or parsed.tokens[first].pos == "PUNCT"):
        first += 1
    return parsed.span(first, head + 1)


def victim(parsed: Parsed, head: int) -> Span | None:
    """The person that a phrase names, without titles; None where it names none."""
    if parsed.tokens[head].text.lower() in incident_table().person_titles:
        return _after_title(parsed, head)
    run = [head]
    titled = False
    for i in range(head - 1, -1, -1):
        token = parsed.tokens[i]
        if token.text.lower() in incident_table().person_titles:
            titled = True
            break
        if token.head != head or token.dep not in {"compound", "nmod", "amod"} or not _name_like(parsed, i):
            break
        run.insert(0, i)
    words = [parsed.tokens[i] for i in run]
    if not (_name_like(parsed, head) or _surname(parsed, head)) or not (
        titled or len(run) > 1 or words[0].ner == "PERSON"
    ):
        return None
    if not any(w.ner == "PERSON" for w in words) and not all(w.pos == "PROPN" for w in words):
        return None
    return parsed.span(run[0], _name_end(parsed, run[0], head))


def _after_title(parsed: Parsed, title: int) -> Span | None:
    """The name that follows a title which the parse took for the whole phrase ("judge | ramon vega")."""
    stop = parsed.sentences[parsed.tokens[title].sent].last
    last = title + 1
    while last < stop and parsed.tokens[last].ner == "PERSON":
        last += 1
    if last == title + 1:
        return None
    if last < stop and parsed.tokens[last - 1].head == last and _surname(parsed, last):
        last += 1
    return parsed.span(title + 1, last)


def _surname(parsed: Parsed, head: int) -> bool:
    """Whether a word that is tagged a common noun closes a person's name, as in lower-case text."""
    token, before = parsed.tokens[head], parsed.tokens[head - 1]
    table = incident_table()
    common = (table.targets, table.perpetrators, table.military, table.siting.place_nouns, table.siting.collectives)
    return (
        token.tag in {"NN", "NNS"} and before.ner == "PERSON" and before.head == head
        and not any(token.lemma.lower() in words for words in common)
    )  # fmt: skip


def _name_like(parsed: Parsed, i: int) -> bool:
    """Whether a token may be part of a person's name."""
    token = parsed.tokens[i]
    if token.ner == "PERSON":
        return True
    table = incident_table()
    lemma = token.lemma.lower()
    common = (table.targets, table.perpetrators, table.military, table.siting.place_nouns, table.siting.collectives)
    return token.pos == "PROPN" and token.ner in {"", "ORG"} and not any(lemma in words for words in common)


def _name_end(parsed: Parsed, first: int, head: int) -> int:
    """One past the last token of a name; a surname that the parse hangs on the name belongs to it."""
    last = head + 1
    while last < len(parsed.tokens):
        token = parsed.tokens[last]
        if token.pos not in {"PROPN", "NOUN"} or token.ner not in {"PERSON", ""} or not first <= token.head < last:
            break
        if token.dep in {"conj", "nsubj", "dobj"}:
            break
        last += 1
    return last


def thing(parsed: Parsed, head: int) -> Span | None:
    """The thing that a phrase names, if it is one that is hit in incidents."""
    token = parsed.tokens[head]
    if token.pos not in {"NOUN", "PROPN"} or token.lemma.lower() not in incident_table().targets:
        return None
    span = phrase(parsed, head)
    words = [t for t in tokens_in(parsed, span) if t.pos != "NUM" and t.dep not in {"nummod", "quantmod", "advmod"}]
    if any(t.lemma.lower() in incident_table().military for t in words[:-1]):
        return None
    return parsed.report.span(words[0].start, span.end) if words else span


def doer(parsed: Parsed, head: int) -> Span | None:
    """The person or band that a phrase names as doers: "two unidentified men", "members of the front"."""
    token = parsed.tokens[head]
    table = incident_table()
    named = victim(parsed, head)
    if named is not None:
        return named
    if token.lemma.lower() not in table.perpetrators:
        return None
    span = phrase(parsed, head)
    if token.lemma.lower() in table.collectors:
        for preposition in parsed.dependents(head, "prep"):
            nouns = parsed.dependents(preposition.i, "pobj")
            if preposition.text.lower() == "of" and nouns:
                return parsed.report.span(span.start, parsed.tokens[nouns[0].i].end)
    return span


def weapon(parsed: Parsed, i: int) -> Span | None:
    """The weapon at a token; a vague noun ("device", "charge") needs a word before it that says of what."""
    table = incident_table()
    token = parsed.tokens[i]
    lemma = token.lemma.lower()
    if lemma not in table.weapons or token.dep in {"compound", "amod"}:
        return None
    before = parsed.tokens[i - 1].text.lower() if i else ""
    if lemma in table.weak_weapons:
        if before not in table.weak_weapon_modifiers:
            return None
        return parsed.span(i - 1, i + 1)
    return phrase(parsed, i, bare=True)


def groups(parsed: Parsed, head: int) -> list[Span]:
    """The armed groups that a doer's phrase names: those of the table, else a name whose head is "front" or "army"."""
    nodes = parsed.subtree(head)
    listed = [span for _, span in organisations(parsed, nodes[0], nodes[-1] + 1)]
    if listed or parsed.tokens[head].lemma.lower() not in incident_table().groups:
        return listed
    span = phrase(parsed, head)
    following = [n for p in parsed.dependents(head, "prep") if p.text.lower() == "of" and p.i == head + 1
                 for n in parsed.dependents(p.i, "pobj")]  # fmt: skip
    if following:
        span = parsed.report.span(span.start, parsed.tokens[following[0].i].end)
    return [span]


def organisations(parsed: Parsed, first: int, last: int) -> list[tuple[int, Span]]:
    """The armed groups that tokens ``first`` to ``last`` name: which, and where."""
    out: list[tuple[int, Span]] = []
    i = first
    while i < last:
        found = _organisation_at(parsed, i, last)
        if found is None:
            i += 1
            continue
        which, width = found
        out.append((which, parsed.span(i, i + width)))
        i += width
    return out


def _organisation_at(parsed: Parsed, i: int, last: int) -> tuple[int, int] | None:
    for width in range(min(7, last - i), 0, -1):
        words = parsed.text[parsed.tokens[i].start : parsed.tokens[i + width - 1].end].lower()
        for which, names in enumerate(incident_table().organisations):
            if words in names:
                return which, width
    return None
