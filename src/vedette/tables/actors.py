"""States and whoever else acts: countries, roles and titles, bodies and groups, who held an office when.

The rows are facts of our own writing; country names are checked against Unicode CLDR by ``scripts/build_countries.py``.
"""

from __future__ import annotations

from functools import cache

import msgspec

from vedette.tables.loader import load_csv, load_yaml


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state, a state that few recognise, a territory, or a state that is no more.

    Attributes:
        code: ISO 3166-1 alpha-3, ISO 3166-3 for former states, or our own ``X..`` code.
        alpha2: ISO 3166 alpha-2; empty for our own codes.
        kind: ``state``, ``partial`` (few recognise it), ``territory`` or ``historical``.
        name, official: usual and official English name.
        aliases: other names, as written in news ("the Islamic Republic" without its article).
        adjectives: "Iranian"; also names used as one ("U.S.").
        nationals: plural nouns, "Iranians".
        capital: its capital.
        seats: other names that stand for the government ("Kremlin", "Peking").
        start, end: first and last year; None where news since 1980 need not know it.
        successor: alpha-3 codes of what came after it, or of the state that holds it now.
        kin: the state whose people the separatists are ("Armenian separatists" of Nagorno-Karabakh).
    """

    code: str
    alpha2: str = ""
    kind: str = "state"
    name: str = ""
    official: str = ""
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nationals: tuple[str, ...] = ()
    capital: str = ""
    seats: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    successor: tuple[str, ...] = ()
    kin: str = ""


def countries() -> tuple[Country, ...]:
    """All rows of ``countries.csv``."""
    return load_csv("countries.csv", Country)


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named body or group: forces, services, parties, agencies, international and armed organisations.

    Attributes:
        id: country or ``INT``, first sector, short name: ``IRN.MIL.IRGC``.
        name: its usual English name.
        country: alpha-3 or our own code; empty for bodies of no one state.
        sectors: the codebook's, the most specific first.
        kind: ``organisation`` or ``group``.
        authority: the codebook's, of what it says as a body; empty where none fits.
        aliases: other names and short forms, as written in news.
        state_media: an outlet or agency that a government runs.
        start, end: first and last year; None when open or before 1979.
    """

    id: str
    name: str
    country: str = ""
    sectors: tuple[str, ...] = ()
    kind: str = "organisation"
    authority: str = ""
    aliases: tuple[str, ...] = ()
    state_media: bool = False
    start: int | None = None
    end: int | None = None


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A people or region whose adjective stands for no state.

    Attributes:
        name: what it is.
        country: the state it lives in; empty where there are several, so that the name alone tells none.
        adjectives, nationals: as for ``Country``.
    """

    name: str
    country: str = ""
    adjectives: tuple[str, ...] = ()
    nationals: tuple[str, ...] = ()


BODY_FILES = ("actors_media.csv", "actors_bodies.csv", "actors_groups.csv", "actors_world.csv")


def bodies() -> tuple[Body, ...]:
    """All named bodies and groups, of every ``actors_*.csv`` that has them."""
    return tuple(row for name in BODY_FILES for row in load_csv(name, Body))


@cache
def media_names() -> frozenset[str]:
    """The names of agencies and outlets, lower case, without full stops and "the"."""
    rows = (row for row in bodies() if "JRN" in row.sectors)
    names = (name for row in rows for name in (row.name, *row.aliases))
    return frozenset(" ".join(w for w in n.lower().replace(".", "").split() if w != "the") for n in names)


def peoples() -> tuple[People, ...]:
    """All rows of ``actors_peoples.csv``."""
    return load_csv("actors_peoples.csv", People)


class RoleGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of ``roles.yaml`` that share what they say of whoever bears them; ``Role`` has the fields."""

    kind: str
    sectors: tuple[str, ...]
    nouns: tuple[str, ...]
    authority: str | None = None
    title: bool = False
    inherits: bool = False
    code: str | None = None


class RoleTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``roles.yaml`` as written; ``roles()`` is its index.

    Attributes:
        groups: role and body nouns.
        modifiers: words before a role that decide its sectors.
        former, ranks: words before a title: held no more; no change.
        plurals: irregular plurals by singular.
        abbreviations: "Lt. Col." to "lieutenant colonel".
        honorifics: before a name, no sector in them.
        spellings: American to British, both are looked up.
    """

    groups: tuple[RoleGroup, ...]
    modifiers: dict[str, tuple[str, ...]]
    former: tuple[str, ...]
    ranks: tuple[str, ...]
    plurals: dict[str, str]
    abbreviations: dict[str, str]
    honorifics: tuple[str, ...]
    spellings: dict[str, str]


class Role(msgspec.Struct, frozen=True):
    """What a role or body noun makes of whoever bears it.

    Attributes:
        noun: lower case, singular.
        kind: ``person``, ``group``, ``organisation`` or ``state``.
        sectors: the codebook's, the most specific first; empty where the noun does not tell.
        authority: the codebook's; None where the noun does not tell.
        title: it may stand right before a name.
        inherits: the body that it belongs to decides the sectors ("army spokesman").
        code: last part of the id of a state's body or office; None without one.
        plural: the form looked up was a plural.
    """

    noun: str
    kind: str
    sectors: tuple[str, ...]
    authority: str | None
    title: bool
    inherits: bool
    code: str | None
    plural: bool = False


def role_table() -> RoleTable:
    """``roles.yaml`` as written."""
    return load_yaml("roles.yaml", RoleTable)


@cache
def roles() -> dict[str, Role]:
    """Every role and body noun by its lower-case form: singular, plural, both spellings, abbreviations ("lt. col.")."""
    table = role_table()
    out: dict[str, Role] = {}
    plurals: list[tuple[str, Role]] = []
    for group in table.groups:
        for noun in group.nouns:
            role = Role(noun, group.kind, group.sectors, group.authority, group.title, group.inherits, group.code)
            for form in _spelt(noun, table.spellings):
                out.setdefault(form, role)
            if group.kind != "group":
                plurals.append((table.plurals.get(noun) or _plural(noun), role))
    for noun, role in plurals:
        for form in _spelt(noun, table.spellings):
            out.setdefault(form, msgspec.structs.replace(role, plural=True))
    for short, full in table.abbreviations.items():
        out.setdefault(short.lower(), out[full])
    return out


def _spelt(noun: str, spellings: dict[str, str]) -> tuple[str, ...]:
    other = " ".join(spellings.get(word, word) for word in noun.split(" "))
    return (noun,) if other == noun else (noun, other)


def _plural(noun: str) -> str:
    """The regular plural; in "minister of …" that of the head."""
    for link in (" of ", " for ", " to "):
        if link in noun:
            head, rest = noun.split(link, 1)
            return _plural(head) + link + rest
    if noun.endswith(("man", "men")):
        return noun[:-3] + "men"
    if noun.endswith("child"):
        return noun + "ren"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


class ActorCues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``actors_cues.yaml``: small words that decide what a name does in a phrase; the file says what each is for."""

    backed: frozenset[str]
    backed_apart: frozenset[str]
    against: frozenset[str]
    before: frozenset[str]
    joining: frozenset[str]
    facilities: frozenset[str]
    separatist: frozenset[str]
    speaking: frozenset[str]
    placid: frozenset[str]
    locating: frozenset[str]
    pair_words: frozenset[str]
    conflict_words: frozenset[str]
    collectives: frozenset[str]
    collectives_alone: frozenset[str]
    reciprocals: frozenset[str]
    things: frozenset[str]
    name_words: frozenset[str]
    unrecognised: frozenset[str]
    shared_bodies: frozenset[str]


def cues() -> ActorCues:
    """The lists of ``actors_cues.yaml``."""
    return load_yaml("actors_cues.yaml", ActorCues)


class Holder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who held an office, and when: public facts.

    Attributes:
        name: usual English name; aliases: other spellings.
        country: alpha-3 or our own code; empty for an office of no one state.
        title: the office, a noun of ``roles.yaml`` or its own words.
        sectors: the codebook's.
        authority: the codebook's.
        start, end: first and last year; None while it lasts.
    """

    name: str
    country: str = ""
    title: str = ""
    sectors: tuple[str, ...] = ()
    authority: str = ""
    aliases: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None


def holders() -> tuple[Holder, ...]:
    """All rows of ``actors_holders.csv``."""
    return load_csv("actors_holders.csv", Holder)
