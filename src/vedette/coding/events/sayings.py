"""What looks like an act and is only something said: a denial, an interview, remarks to the press."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vedette.coding.events.finder import Finder
    from vedette.coding.events.found import Found

SAID = frozenset({"accusation", "allegation", "assertion", "charge", "claim", "report", "rumour", "rumor", "suggestion",
                  "account", "version", "statement", "story"})  # fmt: skip
"""What is denied rather than refused: a denial is a stance towards words, no act of its own."""
STANDING = frozenset({"station", "base", "position", "mass", "gather", "array", "post", "site", "install",
                      "launch", "fire"})  # fmt: skip
"""Participles of where forces are rather than of what they do."""
PRESS = frozenset({"reporter", "journalist", "newspaper", "agency", "television", "radio", "media", "press", "magazine",
                   "broadcaster", "correspondent", "newsman", "troop", "soldier", "crowd", "supporter",
                   "lawmaker", "rally", "follower", "audience", "parliament", "worshipper", "anonymity", "condition", "channel"})  # fmt: skip
"""Whom remarks are made to that are no meeting."""


def only_words(finder: Finder, found: Found) -> bool:
    """Whether an event is no more than words that the report attributes anyhow."""
    return any(rule(finder, found) for rule in (_denial, _to_press, _alone, _written, _posted))


def _denial(finder: Finder, found: Found) -> bool:
    """Whether somebody says that something is not so: "denied the charge", "rejected the claim"."""
    if found.kind != "REJECT" or found.mode is not None:
        return False
    tokens, syntax = finder.parsed.tokens, finder.syntax
    told = {tokens[finder.classes.see_through(o)].lemma.lower() for o in syntax.objects(found.verb)}
    if told & SAID:
        return True
    return tokens[found.verb].lemma.lower() == "deny" and not syntax.kids(found.verb, "dative")


def _alone(finder: Finder, found: Found) -> bool:
    """Whether one person is said to talk, to nobody: "heard him talk about it"."""
    if found.kind != "CONSULT" or not found.mutual or found.anchor != found.verb or found.recipients:
        return False
    return len(found.actors) == 1 and finder.parsed.tokens[found.actors[0]].tag in {"NN", "NNP", "PRP"}


def _written(finder: Finder, found: Found) -> bool:
    """Whether somebody only writes to another: what the letter says is the act."""
    return found.kind == "CONSULT" and finder.parsed.tokens[found.verb].lemma.lower() in {"write", "notify"}


def _posted(finder: Finder, found: Found) -> bool:
    """Whether a participle only tells where forces are: "border guards stationed at the crossing"."""
    token = finder.parsed.tokens[found.anchor]
    return found.kind == "MOBILIZE" and token.dep == "acl" and token.tag == "VBN" and token.lemma.lower() in STANDING


def _to_press(finder: Finder, found: Found) -> bool:
    """Whether somebody speaks to reporters or a paper."""
    if found.kind != "CONSULT" or found.mode not in {None, "phone"}:
        return False
    tokens = finder.parsed.tokens
    return any(tokens[h].lemma.lower() in PRESS for h in (*found.recipients, *found.actors))
