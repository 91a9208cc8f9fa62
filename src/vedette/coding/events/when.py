"""The time of an event, among the times that its sentence gives.

A time belongs to the predicate that governs it; a noun event takes the time of its verb, and a conjunct without a time
of its own that of the first. A clause that somebody says does not take the time of the saying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.coding.events.governors import clause_verb, governors, span_head, speech_between
from vedette.tables.assertion import assertion_lexicon

if TYPE_CHECKING:
    from vedette.record import Grounding, Parsed, When

BACK = 4
"""How many sentences back a speaker's dated words may lie."""
_DAYS, _VAGUE = 2, 5
"""UCDP ``date_prec`` up to which a heading names days; what is not known is vague."""
_BULLETS = " \t-–—*•·("
_THEN = ("at the time", "at that time", "back then", "on that occasion", "that day", "the same day", "on the same day")
_DIRECT, _CLAUSE, _SHARED, _MATRIX = 0, 1, 2, 3


def time_of(parsed: Parsed, grounding: Grounding, anchor_token: int) -> When | None:
    """The time of the event at ``anchor_token``; None where the text gives it none.

    Its sentence is asked first. What somebody goes on to say, and what he does as he says it, has the time that his
    last dated words have. What is told under a day as its heading ("Tuesday 12 May. Two rounds fell") is of that day.
    """
    headed = _headed(parsed, grounding, anchor_token)
    own = _in_sentence(parsed, grounding, anchor_token)
    if own is not None:
        return headed if headed is not None and headed.start == own.start and headed.end == own.end else own
    return _then(parsed, grounding, anchor_token) or _carried(parsed, grounding, anchor_token) or headed


def _then(parsed: Parsed, grounding: Grounding, anchor: int) -> When | None:
    """The time of the sentence before, in the same paragraph, for what is told of "at the time"."""
    number = parsed.tokens[anchor].sent
    own, before = parsed.sentences[number], parsed.sentences[number - 1]
    text = parsed.report.text
    if not number or "\n" in text[before.end : own.start] or not text[own.start : own.end].lower().startswith(_THEN):
        return None
    return next((w for w in grounding.times_within(before.start, before.end) if w.start is not None), None)


def _headed(parsed: Parsed, grounding: Grounding, anchor: int) -> When | None:
    """The day that opens the paragraph and stands apart from its sentences, for what is told of the past."""
    text, start = parsed.report.text, parsed.tokens[anchor].start
    opening = text.rfind("\n", 0, start) + 1
    when = next((w for w in grounding.times_within(opening, start) if (w.start or w.end) is not None), None)
    if when is None or (when.precision or _VAGUE) > _DAYS or not _opens(text, opening, when):
        return None
    verb = parsed.tokens[clause_verb(parsed, anchor)]
    auxiliaries = {(a.tag, a.text.lower()) for a in parsed.dependents(verb.i, "aux", "auxpass")}
    ahead = any(tag in {"MD", "TO"} or word == "had" for tag, word in auxiliaries)
    return None if ahead else when


def _opens(text: str, opening: int, when: When) -> bool:
    before, after = text[opening : when.span.start].strip(_BULLETS), text[when.span.end : when.span.end + 2]
    return not before and bool(after) and after[0] in ".:–—-" and not after[1:].strip()


def _in_sentence(parsed: Parsed, grounding: Grounding, anchor: int) -> When | None:
    sentence = parsed.sentences[parsed.tokens[anchor].sent]
    ranked: list[tuple[int, int, int, When]] = []
    for k, when in enumerate(grounding.times_within(sentence.start, sentence.end)):
        head = span_head(parsed, when.span) if (when.start or when.end) is not None else None
        if head is None:
            continue
        rank = _rank(parsed, head, anchor)
        if rank is not None:
            ranked.append((rank, abs(head - anchor), k, when))
    return min(ranked, default=(0, 0, 0, None), key=lambda r: r[:3])[3]


def _carried(parsed: Parsed, grounding: Grounding, anchor: int) -> When | None:
    """The time of the same speaker's last dated words before, for words that have none of their own."""
    saying = _saying(parsed, anchor)
    speaker = None if saying is None else _speaker(parsed, grounding, saying)
    if saying is None or speaker is None or speaker < 0:
        return None
    first = parsed.sentences[max(0, parsed.tokens[saying].sent - BACK)].first
    for i in range(parsed.sentences[parsed.tokens[saying].sent].first - 1, first - 1, -1):
        if _says(parsed, i) and _speaker(parsed, grounding, i) == speaker:
            found = _in_sentence(parsed, grounding, i)
            if found is not None:
                return found
    return None


def _saying(parsed: Parsed, anchor: int) -> int | None:
    """The verb of saying that an anchor is, or beside which it happens ("said as he toured the front")."""
    if _says(parsed, anchor):
        return anchor
    token = parsed.tokens[anchor]
    mark = next(iter(parsed.dependents(anchor, "mark")), None)
    if token.dep == "advcl" and mark is not None and mark.lemma in {"as", "while"} and _says(parsed, token.head):
        return token.head
    return None


def _says(parsed: Parsed, i: int) -> bool:
    token = parsed.tokens[i]
    predicate = assertion_lexicon().predicate("V", token.lemma.lower()) if token.pos == "VERB" else None
    return predicate is not None and predicate.name in {"report", "claim", "demand", "threat"}


def _speaker(parsed: Parsed, grounding: Grounding, verb: int) -> int | None:
    """The entity of the subject of a verb; None where it has none that is known."""
    subject = next(iter(parsed.dependents(verb, "nsubj")), None)
    actor = None if subject is None else grounding.actor_at(subject.start)
    return None if actor is None else actor.entity


def _past_relative(parsed: Parsed, head: int, above: list[int]) -> list[int]:
    """What governs a time, without a relative clause that a comma closes before it."""
    verb = above[0]
    opener = parsed.tokens[head].head if parsed.tokens[head].dep == "pobj" else head
    comma = opener > 0 and parsed.tokens[opener - 1].text == ","
    if parsed.tokens[verb].dep != "relcl" or not comma or opener < verb:
        return above
    outer = [k for k in above[1:] if parsed.tokens[k].pos in {"VERB", "AUX"}]
    return above[above.index(outer[0]) :] if outer else above


def _in_a_tale(parsed: Parsed, holder: int, anchor: int) -> bool:
    """Whether an act is only what a report or claim is about: "on Monday called the account of a raid false"."""
    i, tales = anchor, assertion_lexicon().table.tales
    while parsed.tokens[i].head != i and i != holder:
        i = parsed.tokens[i].head
        if i != holder and parsed.tokens[i].pos == "NOUN" and parsed.tokens[i].lemma.lower() in tales:
            return True
    return False


def _rank(parsed: Parsed, head: int, anchor: int) -> int | None:
    """How closely a time is bound to an anchor; None where it belongs elsewhere."""
    if head == anchor:
        return None
    above_time = governors(parsed, head)
    if not above_time:
        return None
    above_time = _past_relative(parsed, head, above_time)
    holder = above_time[0]
    if anchor == holder:
        return _DIRECT
    if anchor in parsed.subtree(head):
        return None
    above_anchor = governors(parsed, anchor)
    if holder in above_anchor:
        if speech_between(parsed, holder, anchor, assertion_lexicon()) or _in_a_tale(parsed, holder, anchor):
            return None
        step = above_anchor.index(holder)
        return _CLAUSE if step == 0 else _SHARED + step
    if anchor in above_time and not speech_between(parsed, anchor, holder, assertion_lexicon()):
        depth = above_time.index(anchor)
        return _CLAUSE + depth if parsed.tokens[holder].dep != "relcl" else None
    return None
