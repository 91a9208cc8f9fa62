"""An event told twice in one report stands once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from vedette.coding.events.echoes import alike
from vedette.record import with_spans

if TYPE_CHECKING:
    from vedette.record import Actor, Event, Link, Place, When

Sides = tuple[frozenset[str], frozenset[str]]
"""Who is known of those who act, and of those who are acted upon."""
_UNREAL = frozenset({"planned", "conditional", "hypothetical", "negated"})
_CONTENT = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT", "AGREE", "CONCEDE"})
"""Words of which one speaker may say several, told apart by whom they are meant for."""
_UNSIGNED = frozenset({"ASSAULT", "PROTEST"})
"""Acts that are told again without saying whose they are: "the attack", "the rally"."""
SLACK = timedelta(days=3)
"""How far apart an act and its second mention may be dated."""
_WORDS = frozenset({"THREATEN", "REQUEST", "ACCUSE", "REJECT", "SUPPORT", "AGREE", "CONCEDE", "CONSULT"})


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as told once.

    Attributes:
        event: the record.
        voice: who speaks, where the event is somebody's words; the doer otherwise; empty where nobody is known.
        lead: whether it stands in a headline or caption.
        weight: how squarely it is told: by a main verb, a subordinate one, a noun that happens, a noun in passing.
        echo: whether its words take up an act as known: "the attack".
        caption: whether it stands beside a picture, which may show another day.
    """

    event: Event
    voice: str
    lead: bool
    weight: int
    echo: bool = False
    caption: bool = False


def merge(tellings: tuple[Telling, ...]) -> tuple[Event, ...]:
    """The events, each with its second tellings in ``again``.

    The telling that tells most squarely stands first: one in the body before one in a headline, a main verb before a
    noun in passing; then the one with more of time, place and parties; then the earlier.
    """
    ordered = sorted((t for t in tellings if not t.echo), key=lambda t: (t.lead, -t.weight, t.event.anchor))
    kept: list[Telling] = []
    sides: list[Sides] = []
    by_type: dict[str, list[int]] = {}
    for telling in ordered:
        rivals, mine = by_type.setdefault(telling.event.type, []), _sides(telling.event)
        for k in rivals:
            if _fit(sides[k], mine) and same(kept[k], telling):
                kept[k] = replace(kept[k], event=join(kept[k].event, telling.event))
                sides[k] = _sides(kept[k].event)
                break
        else:
            rivals.append(len(kept))
            kept.append(telling)
            sides.append(mine)
    kept = _with_echoes(kept, [t for t in tellings if t.echo])
    return tuple(sorted((t.event for t in kept), key=lambda e: (e.anchor, e.type, e.id)))


def _with_echoes(tellings: list[Telling], echoes: list[Telling]) -> list[Telling]:
    """The tellings, with those that take up another one joined to it: to the last before, else the first after."""
    kept = list(tellings)
    for echo in sorted(echoes, key=lambda t: t.event.anchor):
        fits = [k for k, t in enumerate(kept) if alike(t.event, echo.event) and _echoes(t.event, echo.event)]
        before = [k for k in fits if kept[k].event.anchor <= echo.event.anchor]
        if not fits:
            kept.append(echo)
            continue
        place = (max if before else min)(before or fits, key=lambda k: kept[k].event.anchor)
        kept[place] = replace(kept[place], event=join(kept[place].event, echo.event))
    return kept


def _echoes(event: Event, echo: Event) -> bool:
    """Whether nothing that an echo gives of its own speaks against it: who did it, and when."""
    mine, theirs = _sides(event)[0], _sides(echo)[0]
    return (not theirs or bool(mine & theirs)) and _within(mine, theirs) and _near(event.when, echo.when)


def _near(a: When | None, b: When | None) -> bool:
    """Whether two times are a few days apart at most: what is told again may take the time of the telling."""
    if _times(a, b) or a is None or b is None or a.start is None or b.start is None:
        return True
    return min(abs(a.start - (b.end or b.start)), abs((a.end or a.start) - b.start)) <= SLACK


def same(one: Telling, other: Telling) -> bool:
    """Whether two tellings of one report are of one event: nothing that both give differs."""
    a, b = one.event, other.event
    if a.type != b.type or (a.mode and b.mode and a.mode != b.mode and not _loose(a, b, other.lead)):
        return False
    if a.anchor.overlap(b.anchor):
        return _sides(a) == _sides(b)
    if "negated" in {a.assertion, b.assertion} and a.assertion != b.assertion:
        return False
    if a.mode != "sideAB" and (a.assertion in _UNREAL) != (b.assertion in _UNREAL) and not other.lead:
        return False
    if (a.mode == "sideAB") != (b.mode == "sideAB"):
        return False
    if a.type == "THREATEN" and not other.lead and _two_threats(a, b):
        return False
    if other.caption and b.when is not None and a.when is None:
        return False
    if not other.lead and a.type in _WORDS and not _one_voice(one.voice, other.voice):
        return False
    if not other.lead and a.type in _CONTENT and not _one_content(a, b):
        return False
    return (
        (_parties(a, b) or (other.lead and not other.caption and b.when is None and _heading(a, b)))
        and _times(a.when, b.when)
        and _counts(a, b)
        and (_known_fight(a, b) or _places(a.where, b.where))
    )


def join(first: Event, second: Event) -> Event:
    """The first telling with what only the second one gives."""
    more = tuple(m for m in second.magnitudes if not any(n.kind == m.kind for n in first.magnitudes))
    real = first.assertion not in _UNREAL or second.assertion in _UNREAL
    return replace(
        first,
        mode=first.mode or second.mode,
        actors=first.actors if _known(first.actors) else second.actors or first.actors,
        recipients=first.recipients or second.recipients,
        assertion=first.assertion if real else second.assertion,
        assertion_cue=first.assertion_cue if real else second.assertion_cue,
        when=first.when or second.when,
        where=first.where or second.where,
        attribution=_fuller(first.attribution, second.attribution),
        magnitudes=first.magnitudes + more,
        again=with_spans(first.again, (second.anchor, *second.again)),
        also=_further(first, second),
        confidence=max(first.confidence, second.confidence),
    )


def _fuller(first: tuple[Link, ...], second: tuple[Link, ...]) -> tuple[Link, ...]:
    """The second chain where it has the first one's speaker and links, and names an agency between; else the first."""
    if not first or len(second) <= len(first) or first[0].role == "outlet":
        return first
    rest = list(second)
    for link in first:
        found = next((k for k, other in enumerate(rest) if _one_link(link, other)), None)
        if found is None:
            return first
        del rest[found]
    return second if _one_link(first[0], second[0]) and all(link.role == "agency" for link in rest) else first


def _further(first: Event, second: Event) -> tuple[tuple[Link, ...], ...]:
    """The chains of sources other than the first telling's, each once; the outlet's own telling is none."""
    kept = list(first.also)
    for told in (second.attribution, *second.also):
        if told and told[0].role != "outlet":
            before = (chain[0] for chain in (first.attribution, *kept) if chain)
            if not any(_one_link(told[0], b) for b in before):
                kept.append(told)
    return tuple(kept)


def _one_link(a: Link, b: Link) -> bool:
    """Whether two links of one report's chains are one source that takes one stance."""
    if a.role != b.role or a.stance != b.stance:
        return False
    if a.role == "outlet":
        return True
    if a.name and b.name and a.name.lower() == b.name.lower():
        return True
    return a.actor is not None and b.actor is not None and bool(a.actor.entity) and a.actor.entity == b.actor.entity


def who(actor: Actor) -> str:
    """What tells one actor from another: its country, else its id, else its name."""
    return actor.country or actor.id or actor.name.lower()


def _known(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(who(a) for a in actors if a.country or a.id)


def _sides(event: Event) -> Sides:
    return _known(event.actors), _known(event.recipients)


def _fit(one: Sides, other: Sides) -> bool:
    """Whether the known parties of one are among those of the other, on both sides."""
    return _within(one[0], other[0]) and _within(one[1], other[1])


def _one_content(a: Event, b: Event) -> bool:
    """Whether two acts in words are meant for the same, or told by the same word."""
    return bool(_sides(a)[1] & _sides(b)[1]) or a.anchor.quote.lower() == b.anchor.quote.lower()


def _known_fight(a: Event, b: Event) -> bool:
    """Whether two tellings are of the fight between the same two, or one of them of "the clashes" by no name."""
    if a.mode != "sideAB" or b.mode != "sideAB":
        return False
    one, other = _known(a.actors), _known(b.actors)
    return (max(len(one), len(other)) > 1 and _within(one, other)) or not one or not other


def _one_voice(a: str, b: str) -> bool:
    """Whether two names may be one person's or body's: equal, or one within the other."""
    return a == b or (bool(a) and bool(b) and (a in b or b in a))


def _parties(a: Event, b: Event) -> bool:
    """Whether the parties agree: those of one are among those of the other, and some are named in both, or in one."""
    (a1, a2), (b1, b2) = _sides(a), _sides(b)
    if not _fit((a1, a2), (b1, b2)):
        return False
    if a.mode == "sideAB" and b.mode == "sideAB":
        return True
    if not (a1 | a2) or not (b1 | b2):
        if _strangers(a, b):
            return False
        placed = _spot(a.where) and _spot(b.where)
        return a.type in _UNSIGNED and alike(a, b) and (placed or "noun:" in a.made_by + b.made_by)
    return bool((a1 & b1) or (a2 & b2))


def _strangers(a: Event, b: Event) -> bool:
    """Whether both name who suffered, and no name has a word of one of the other."""
    one = {w for r in a.recipients for w in r.name.lower().split()}
    two = {w for r in b.recipients for w in r.name.lower().split()}
    return bool(one and two) and not (one & two) - {"the", "a", "an", "of", "two", "three", "people", "men"}


def _two_threats(a: Event, b: Event) -> bool:
    """Whether two threats, each by a verb of its own that "will" be done, are two: "will strike", "will close"."""
    direct = all(e.made_by.split(" ", 1)[1].startswith(("threat:", "own:")) for e in (a, b))
    words = [set(e.anchor.quote.lower().replace("n't", " not").split()) for e in (a, b)]
    return direct and not any(w & {"not", "never"} for w in words) and words[0] != words[1]


def _heading(event: Event, headline: Event) -> bool:
    """Whether a headline's act is the one told of below: of the two doers one is unknown, or they are the same."""
    one, two = _known(event.actors), _known(headline.actors)
    return not one or not two or bool(one & two)


def _loose(a: Event, b: Event, lead: bool) -> bool:
    """Whether the modes of two tellings may waver: one of them stands in a headline or is a noun."""
    return a.type == "ASSAULT" and alike(a, b) and (lead or "noun:" in a.made_by + b.made_by)


def _spot(place: Place | None) -> bool:
    return place is not None and place.best is not None


def _within(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or a <= b or b <= a


def _times(a: When | None, b: When | None) -> bool:
    if a is None or b is None or a.start is None or b.start is None:
        return True
    return (a.end or a.start) >= b.start and (b.end or b.start) >= a.start


def _places(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or a.best is None or b.best is None:
        return True
    x, y = a.best, b.best
    if x.id == y.id:
        return True
    if x.country != y.country:
        return False
    return "country" in {x.kind, y.kind} or x.name in {y.admin1, y.admin2} or y.name in {x.admin1, x.admin2}


def _counts(a: Event, b: Event) -> bool:
    """Whether casualty figures that both give are the same; a differing figure is another event, or a rival claim."""
    mine = {m.kind: m.best for m in a.magnitudes}
    return all(m.best is None or mine.get(m.kind, m.best) in {None, m.best} for m in b.magnitudes)
