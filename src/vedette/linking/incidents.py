"""Occurrences that touch a line: the act, against whom, where, when, slot by slot; and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.linking.declared import declarer_key, in_words
from vedette.linking.happening import REFUSED, UNREAL, kilometres
from vedette.linking.likeness import interval, within
from vedette.linking.lines import WITHDRAWAL
from vedette.linking.promises import OWN_ACTS, UNKNOWN, breach_of, promised_against, promised_where, shares_words
from vedette.record import Incident, SlotMatch
from vedette.tables.linking import linking_rules, type_likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from vedette.linking.declared import Declared
    from vedette.linking.lines import Line
    from vedette.linking.origins import Origins
    from vedette.record import Actor, Commitment, Event, Occurrence, Place, PlaceCandidate

BORDER_KM = 30.0
"""How near to the border an act must be to touch a line about it; on the other side it is near, and no more."""
MATCH = 0.6
"""Mean of the slots act, against and where from which an occurrence touches a line."""
_ACT = 0.5
"""How alike the type of an act must be to the one that a trigger names."""
_LESSER, _GRAVER = frozenset({"MOBILIZE", "COERCE"}), 0.7
"""Acts that an attack by those who are meant goes beyond, and how well it then fits."""
_LARGE_KM = 100.0
"""A region with a larger extent, and a strip along a border, say less of where a line runs than the border does."""
OLD_DAYS = 366
"""An act that ended longer before the line was drawn is history, not its occasion."""


@dataclass(frozen=True, slots=True)
class Alike:
    """The commitments of a line, those together that are alike in all that an occurrence is compared with.

    ``place`` is where the line runs, as the first commitment that names a small place has it; it holds for all.
    """

    groups: tuple[list[Declared], ...]
    place: Place | None


@dataclass(frozen=True, slots=True)
class Match:
    """An occurrence beside one commitment."""

    member: Declared
    slots: tuple[SlotMatch, ...]
    short: bool
    """Whether it stops short of what the commitment names, such as on the far side of the border."""

    @property
    def score(self) -> float:
        """The mean of the slots, when left out."""
        return sum(s.score for s in self.slots) / len(self.slots)


def incidents_of(line: Line, occurrences: Iterable[Occurrence], origins: Origins) -> tuple[Incident, ...]:
    """The incidents of a line, by day (undated last)."""
    kinds: dict[tuple[object, ...], list[Declared]] = {}
    for member in (m for m in line.members if m.commitment.made_by != WITHDRAWAL):
        kinds.setdefault(_compared(member), []).append(member)
    named = (m.commitment.trigger.where for m in line.members if m.commitment.trigger and m.commitment.trigger.where)
    alike = Alike(tuple(kinds.values()), next((p for p in named if p.best is not None and _small(p.best)), None))
    found = [i for o in occurrences if (i := _incident(line, alike, o, origins)) is not None]
    return tuple(sorted(found, key=lambda i: (str(first_day(i.occurrence) or "9999"), i.occurrence.id)))


def first_day(occurrence: Occurrence) -> date | None:
    """The first day that a telling of it names, the most precise one first; None where none does."""
    days = [i for t in occurrence.tellings if (i := interval(t.event)) is not None]
    return min(days, key=lambda i: (i[2], i[0]))[0] if days else None


def _incident(line: Line, alike: Alike, occurrence: Occurrence, origins: Origins) -> Incident | None:
    events = [t.event for t in occurrence.tellings]
    if all(e.assertion in UNREAL | REFUSED | {"planned"} for e in events):
        return None  # nobody says that it happened
    matches = _matches(alike, occurrence)
    if not matches:
        return None
    best = max(matches, key=lambda m: (m.score, not m.short))
    when, tests = _when(line, matches, occurrence)
    if when is None or (not tests and all(s.score <= UNKNOWN for s in best.slots[1:])):
        return None
    tier = "near" if all(m.short for m in matches) else _tier(occurrence, origins)
    return Incident(occurrence, tier, tests, (*best.slots, when))


def _matches(alike: Alike, occurrence: Occurrence) -> list[Match]:
    """How an occurrence compares with the commitments of a line."""
    found = []
    for members in alike.groups:
        match = _match(members[0], occurrence, alike.place)
        if match is not None:
            found += [Match(member, match.slots, match.short) for member in members]
    return found


def _compared(member: Declared) -> tuple[object, ...]:
    """All of a commitment that an occurrence is compared with."""
    c, t = member.commitment, member.commitment.trigger
    keys = tuple(declarer_key(a) for a in (*(i.actor for i in c.beneficiaries), *(i.actor for i in c.addressees)))
    trigger = None
    if t is not None:
        place = t.where.best.id if t.where and t.where.best else None
        parties = tuple(declarer_key(a) for a in t.who), tuple(declarer_key(a) for a in t.against)
        trigger = (t.type, t.mode, place, parties, t.span.quote)
    return member.declarer, c.form, c.protects.kind if c.protects else None, keys, trigger


def _match(member: Declared, occurrence: Occurrence, place: Place | None) -> Match | None:
    """How an occurrence compares with one commitment; None where a slot speaks against it, or too little is known."""
    events = [t.event for t in occurrence.tellings]
    act = _act(member, occurrence)
    if act is None:
        return None
    against = _against(member, events)
    where, short = _where(member, events, place)
    slots = (act, against, where)
    if any(s.score == 0 for s in slots) or sum(s.score for s in slots) / len(slots) < MATCH:
        return None
    if against.score <= UNKNOWN and where.score <= UNKNOWN and not _may_be_meant(member, occurrence):
        return None
    return Match(member, slots, short)


def _act(member: Declared, occurrence: Occurrence) -> SlotMatch | None:
    """Whether it is the act that the trigger names, done by one whom the line is drawn against."""
    c = member.commitment
    own = any(declarer_key(a) == member.declarer for t in occurrence.tellings for a in t.event.actors)
    if own != (c.form in OWN_ACTS):
        return None
    trigger = c.trigger
    about = c.protects.kind if c.protects else "other"
    if trigger is None and c.form in OWN_ACTS:
        return breach_of(c, occurrence)
    if trigger is None and c.form == "demand":
        return None  # what is asked for is not coded: nothing says what would go against it
    if trigger is None or trigger.type is None:
        fits = occurrence.type in linking_rules().touches.get(about, frozenset())
        words = trigger is not None and shares_words(trigger.span.quote, occurrence)
        if not fits:
            return None
        reason = f"{occurrence.type}, which can touch {about.replace('_', ' ')}"
        return SlotMatch("act", 0.9 if words else 0.7, reason + (", and the words agree" if words else ""))
    alike = type_likeness(trigger.type, occurrence.type)
    if occurrence.type == "ASSAULT" and trigger.type in _LESSER and _by_those_meant(c, occurrence):
        return SlotMatch("act", _GRAVER, f"{occurrence.type}, graver than the {trigger.type} that is named")
    if alike < _ACT or _others_than_named(trigger.who, occurrence):
        return None
    other_means = trigger.type == occurrence.type and trigger.mode and occurrence.mode not in (None, trigger.mode)
    if other_means and not shares_words(trigger.span.quote, occurrence):
        return SlotMatch("act", 0.4, f"{occurrence.type} by other means: {occurrence.mode}, not {trigger.mode}")
    if trigger.type == occurrence.type:
        return SlotMatch("act", alike, f"the one named ({trigger.type})")
    return SlotMatch("act", alike, f"{occurrence.type}, akin to the {trigger.type} that is named")


def _by_those_meant(c: Commitment, occurrence: Occurrence) -> bool:
    meant = {declarer_key(a) for a in (*(c.trigger.who if c.trigger else ()), *(i.actor for i in c.addressees))}
    return bool(meant & {declarer_key(a) for t in occurrence.tellings for a in t.event.actors})


def _may_be_meant(member: Declared, occurrence: Occurrence) -> bool:
    """Whether an act of unknown victim and place is by the means that the trigger names, and known to be nobody else's.

    "If rockets fall again", and three rockets of unknown origin.
    """
    c = member.commitment
    if c.trigger is None or c.trigger.mode is None or c.trigger.mode != occurrence.mode:
        return False
    meant = {declarer_key(a) for a in (*c.trigger.who, *(i.actor for i in c.addressees))}
    return {declarer_key(a) for t in occurrence.tellings for a in t.event.actors} <= meant


def _others_than_named(who: Sequence[Actor], occurrence: Occurrence) -> bool:
    """Whether the trigger names whose act it is, and it is known to be somebody else's."""
    named = {declarer_key(a) for a in who if a.country or a.id}
    done_by = {declarer_key(a) for t in occurrence.tellings for a in t.event.actors if a.country or a.id}
    return bool(named) and bool(done_by) and not named & done_by


def _against(member: Declared, events: Sequence[Event]) -> SlotMatch:
    c = member.commitment
    if c.form in OWN_ACTS:
        return promised_against(c, events)
    dear = {member.declarer} | {declarer_key(i.actor) for i in c.beneficiaries}
    dear |= {declarer_key(a) for a in c.trigger.against} if c.trigger else set()
    suffered, did = [a for e in events for a in e.recipients], [a for e in events for a in e.actors]
    hit = {declarer_key(a) for a in suffered}
    if hit & dear:
        return SlotMatch("against", 1.0, in_words(hit & dear, suffered))
    places = {b.country for e in events if e.where and (b := e.where.best) and b.country}
    if places & dear:
        return SlotMatch("against", 0.8, f"on the soil of {in_words(places & dear, ())}")
    if hit:
        return SlotMatch("against", 0.0, f"{in_words(hit, suffered)}, not meant here")
    sides = {declarer_key(a) for a in did}
    if len(sides) > 1 or any(e.mode == "sideAB" for e in events):
        return SlotMatch("against", 0.0, f"a fight between {in_words(sides, did) or 'others'}")
    return SlotMatch("against", UNKNOWN, "nobody is named")


def _where(member: Declared, events: Sequence[Event], place: Place | None) -> tuple[SlotMatch, bool]:
    """The slot, and whether the place is short of the line."""
    places = [e.where for e in events if e.where is not None and e.where.best is not None]
    if not places:
        return SlotMatch("where", UNKNOWN, "no place is given"), False
    trigger = member.commitment.trigger
    if member.commitment.form in OWN_ACTS and trigger is None:
        return promised_where(member.commitment, places), False
    named = trigger.where if trigger and trigger.where and trigger.where.best else place
    judged = [_at(p, named, member) for p in places]
    return max(judged, key=lambda j: (j[0].score, not j[1]))


def _at(place: Place, named: Place | None, member: Declared) -> tuple[SlotMatch, bool]:
    best = place.best
    assert best is not None
    if best.kind == "country" and place.border is None:
        return SlotMatch("where", UNKNOWN, f"only {best.name} is named"), False
    if named is not None and named.best is not None and _small(named.best):
        return _at_named(place, named)
    border = place.border
    along = border is not None and member.declarer in border.states and border.km <= BORDER_KM
    if border is not None and along:
        line = border.name.removeprefix("border of ")
        edge = f"the {line} border" if "–" in line else f"the border of {line}"
        away = f"is {border.km:.0f} km (± {border.uncertainty_km:.0f}) from {edge}"
        at = f"on the {best.name}" if best.kind == "border" else f"{best.name} lies on the border"
        text = f"{best.name} {away}" if border.km else at
        other = best.country != member.declarer
        return SlotMatch("where", 0.7 if other else 1.0, text + (", on the other side" if other else "")), other
    if best.country == member.declarer:
        return SlotMatch("where", 0.8, f"{best.name} is in {in_words([member.declarer], ())}"), False
    if best.country is None or best.kind == "country":
        return SlotMatch("where", UNKNOWN, f"only {best.name} is named"), False
    return SlotMatch("where", 0.0, f"{best.name} is in {in_words([best.country], ())}"), True


def _small(named: PlaceCandidate) -> bool:
    return named.kind not in ("country", "border") and named.radius_km <= _LARGE_KM


def _at_named(place: Place, named: Place) -> tuple[SlotMatch, bool]:
    """A place beside the one that the trigger names."""
    p, q = place.best, named.best
    assert p is not None
    assert q is not None
    km = kilometres(place, named) or 0.0
    if p.id == q.id or within(place, named) or km <= q.radius_km + min(p.radius_km, BORDER_KM):
        return SlotMatch("where", 1.0, f"{p.name} is in or at {q.name}"), False
    if km <= BORDER_KM + q.radius_km:
        return SlotMatch("where", 0.7, f"{p.name} is {km:.0f} km from {q.name}"), True
    return SlotMatch("where", 0.0, f"{p.name} is {km:.0f} km from {q.name}"), True


def _when(line: Line, matches: Sequence[Match], occurrence: Occurrence) -> tuple[SlotMatch | None, tuple[str, ...]]:
    """The slot of time, and the commitments that stood when it happened; no slot where it is history."""
    day = last_day(occurrence)
    drawn = min((m.date for m in line.members if m.date), default=None)
    if day is None or drawn is None:
        return SlotMatch("when", 0.5, "the day is not known"), ()
    standing = tuple(m.member.commitment.id for m in matches if m.member.until and m.member.until <= day)
    if standing:
        return SlotMatch("when", 1.0, f"{(day - drawn).days} days after the line was drawn"), standing
    if (drawn - day).days > OLD_DAYS:
        return None, ()
    before = (drawn - day).days
    when = f"{before} days before" if before > 0 else "before or while"
    return SlotMatch("when", 0.0, f"{when} the line was drawn: its occasion, not its test"), ()


def last_day(occurrence: Occurrence) -> date | None:
    """The last day that the most precise telling names."""
    days = [i for t in occurrence.tellings if (i := interval(t.event)) is not None]
    return min(days, key=lambda i: (i[2], i[0]))[1] if days else None


def _tier(occurrence: Occurrence, origins: Origins) -> str:
    told = [t for t in occurrence.tellings if t.event.assertion not in UNREAL | REFUSED]
    if len(told) < len(occurrence.tellings):
        return "conflicting"
    sides = {link.actor.country for t in told for link in t.event.attribution if link.actor and link.role == "speaker"}
    parties = {a.country for t in told for a in t.event.actors if a.country}
    victims = {a.country for t in told for a in t.event.recipients if a.country}
    both = bool(sides & parties) and bool(sides & victims)
    if both or len({origins.of_telling(t.report, t.event) for t in told}) > 1:
        return "confirmed"
    return "alleged"
