"""What looks like an act and is only something said: a denial, an interview, remarks to the press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.lexicon import lexicon

if TYPE_CHECKING:
    from vedette.coding.events.finder import Finder
    from vedette.coding.events.found import Found


def only_words(finder: Finder, found: Found) -> bool:
    """Whether an event is no more than words that the report attributes anyhow."""
    return any(rule(finder, found) for rule in (_denial, _to_press, _alone, _written, _posted))


def _denial(finder: Finder, found: Found) -> bool:
    """Whether somebody says that something is not so: "denied the charge", "rejected the claim"."""
    if found.kind != "REJECT" or found.mode is not None:
        return False
    book, tokens, syntax = lexicon(), finder.parsed.tokens, finder.syntax
    told = {tokens[finder.classes.see_through(o)].lemma.lower() for o in syntax.objects(found.verb)}
    if told & book.said:
        return True
    return tokens[found.verb].lemma.lower() == "deny" and not syntax.kids(found.verb, "dative")


def _alone(finder: Finder, found: Found) -> bool:
    """Whether one person is said to talk, to nobody: "heard him talk about it"."""
    if found.kind != "CONSULT" or not found.mutual or found.anchor != found.verb or found.recipients:
        return False
    return len(found.actors) == 1 and finder.parsed.tokens[found.actors[0]].tag in {"NN", "NNP", "PRP"}


def _written(finder: Finder, found: Found) -> bool:
    """Whether somebody only writes to another: what the letter says is the act."""
    if found.kind != "CONSULT" or found.mutual or found.mode is not None:
        return False
    return not found.recipients or finder.parsed.tokens[found.verb].lemma.lower() in {"write", "notify", "send"}


def _posted(finder: Finder, found: Found) -> bool:
    """Whether a participle only tells where forces are: "border guards stationed at the crossing"."""
    token = finder.parsed.tokens[found.anchor]
    return (
        found.kind == "MOBILIZE"
        and token.dep == "acl"
        and token.tag == "VBN"
        and token.lemma.lower() in lexicon().standing
    )


def _to_press(finder: Finder, found: Found) -> bool:
    """Whether somebody speaks to reporters or a paper."""
    if found.kind != "CONSULT" or found.mode not in {None, "phone"}:
        return False
    tokens, press = finder.parsed.tokens, lexicon().press
    return any(tokens[h].lemma.lower() in press for h in (*found.recipients, *found.actors))
