"""Vows that protect: claims and aims disowned, ways kept open; and what one's own side holds back from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.commitments.declarer import side
from vedette.coding.commitments.hit import Hit, Setting, subject_range
from vedette.tables.commitment_forms import commitment_forms
from vedette.tables.commitments import declarer_words

if TYPE_CHECKING:
    from vedette.coding.commitments.hit import Setting
    from vedette.coding.commitments.words import Match, Words


def of_war(words: Words) -> bool:
    """Whether a sentence speaks of arms, borders, or those who suffer by them."""
    return words.matches(declarer_words().conflict) or words.matches(commitment_forms().martial)


def disowned(s: Setting) -> Hit | None:
    """As in “The pact is aimed at nobody”, “safe passage for the wounded”, “will keep the crossing open”."""
    words, forms = s.words, commitment_forms()
    if s.declarer.standing < 2:
        return None
    offer = words.first(forms.offer)
    if offer is not None and of_war(words) and not _by_other(s, offer):
        return Hit("assurance", (offer.start, offer.end), weight=0.6)
    if words.matches(r"\bif\b|\bunless\b"):
        return None
    if s.unit.cue in {"guarantee", "promise", "grant", "offer", "pledge"} and words.matches(forms.passage):
        return Hit("assurance", (0, min(2, len(words.tokens))), weight=0.65)
    if not (of_war(words) or _states(s)):
        return None
    aim = words.first(forms.aimed)
    if aim is not None and (words.matches(forms.aimed_at, (aim.end - 1, len(words.tokens))) or _states(s)):
        return Hit("assurance", (aim.start, aim.end), weight=0.65)
    for pattern in (*forms.harmless, forms.open_way):
        for m in words.find(pattern):
            if _spared(s, m) and not _by_other(s, m) and not words.matches(forms.domestic, (0, m.start)):
                return Hit("assurance", (m.start, m.end), weight=0.65)
    return None


def held_back(s: Setting) -> Hit | None:
    """As in “had orders not to shoot”, “will hold its fire as long as they do”."""
    words, forms = s.words, commitment_forms()
    if s.declarer.standing < 2 or not of_war(words):
        return None
    for pattern in forms.held_back:
        for m in words.find(pattern):
            if not _by_other(s, m):
                return Hit("self_limit", (m.start, m.end), weight=0.65)
    return None


def _spared(s: Setting, m: Match) -> bool:
    """Not as in “We will not be attacked”: who is to be spared is not the declarer."""
    if not s.words.matches(r"\bbe (?:harmed|touched|molested|attacked|disturbed)", (m.start, m.end)):
        return True
    subject = subject_range(s.words, m.start)
    return subject[0] >= subject[1] or side(s.words, subject, s.declarer, s.grounding) not in {"own", "state"}


def _by_other(s: Setting, m: Match) -> bool:
    """Whether another side would do it, by the subject of the words."""
    words = s.words
    subject = subject_range(words, m.start)
    if words.matches(r"\b(?:must|should|unless)\b", (max(0, m.start - 2), m.start + 1)):
        return True
    if subject[0] >= subject[1] or words.matches(r"^there\b", subject):
        return False
    return side(words, subject, s.declarer, s.grounding) == "other"


def _states(s: Setting) -> bool:
    """Whether the words name another state."""
    own = s.declarer.country
    actors = (s.grounding.actor_at(s.words.token(k).start) for k in range(len(s.words.tokens)))
    return any(a is not None and a.country is not None and a.country != own for a in actors)
