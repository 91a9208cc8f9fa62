"""The mode of an assault, from the weapons that stand beside its predicate."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from vedette.coding.events.lexicon import lexicon
from vedette.tables.events import modes

if TYPE_CHECKING:
    from vedette.coding.events.classes import Classes
    from vedette.coding.events.found import Found
    from vedette.coding.events.syntax import Syntax

OPEN = frozenset({None, "explosives", "heavy-weapons", "firearms", "destroy"})
"""Modes that a weapon named beside the predicate may correct."""


@cache
def _means() -> dict[str, tuple[tuple[tuple[str, ...], int, str], ...]]:
    out: dict[str, list[tuple[tuple[str, ...], int, str]]] = {}
    for rank, row in enumerate(modes().means):
        for noun in row.nouns:
            for form in dict.fromkeys((noun, noun.replace("-", " "))):
                *rest, head = form.split()
                out.setdefault(head, []).append((tuple(rest), rank, row.mode))
    return {k: tuple(v) for k, v in out.items()}


def mode_of(syntax: Syntax, classes: Classes, found: Found) -> str | None:
    """The mode of an event, corrected by the weapons in its subject, its object and beside it."""
    if found.kind != "ASSAULT" or found.mode not in OPEN:
        return found.mode
    nodes: list[int] = []
    for i in dict.fromkeys((found.anchor, found.verb)):
        nodes.append(i)
        nodes += () if syntax.passive(i) else syntax.grammatical_subject(i)
        nodes += syntax.subjects(i)
        if syntax.tokens[i].lemma.lower() in {*lexicon().uses, "use"} and " down" not in found.rule:
            nodes += syntax.objects(i)
        nodes += [h for word, heads in syntax.preps(i) if word not in {"after", "before", "since"} for h in heads]
        nodes += [k.i for k in syntax.kids(i, "compound", "amod", "nmod")]
        nodes += [o for k in syntax.kids(i, "advcl") if k.lemma == "use"
                  for o in syntax.objects(k.i)]  # fmt: skip
    best: tuple[int, str] | None = None
    table = _means()
    for node in dict.fromkeys(nodes):
        for i in (node, *(k.i for k in syntax.kids(node, "compound", "amod", "nmod", "conj"))):
            token = syntax.tokens[i]
            for form in dict.fromkeys((token.lemma.lower(), token.text.lower())):
                for rest, rank, mode in table.get(form, ()):
                    beside = {k.lemma.lower() for k in syntax.kids(i, "compound", "amod", "nmod")}
                    if beside.issuperset(rest) and (best is None or rank < best[0]):
                        best = (rank, mode)
    if best is None or (best[1] == "firearms" and found.mode in {"explosives", "heavy-weapons"}):
        return found.mode
    return best[1]
