"""How news names people and bodies: titles, offices, head nouns, abbreviations, first names."""

from __future__ import annotations

from functools import cached_property

import msgspec

from vedette.tables.loader import load_yaml

FILE = "people.yaml"


class PeopleTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The word lists of ``people.yaml``, lower case.

    Attributes:
        ranks: titles that stand before a person's name, of one or more words.
        honorifics_male, honorifics_female: titles that tell a gender.
        offices: groups of office nouns that may refer to one and the same person.
        persons, groups: other nouns for one person, for many people or a body.
        org_heads: last words of the names of bodies.
        generic_words: words that do not tell one body from another of its kind.
        state_acronyms: acronyms of states.
        title_modifiers: words before an office that belong to it.
        portfolios: what a minister may be of ("information").
        abbreviations: words whose full stop ends no sentence.
        short_ranks: abbreviated titles with their full form.
        companies: nouns for bodies that a name explains ("the owner, Harbour Lines,").
        outlets: nouns for outlets, which stand beside their names ("the agency X", "X television").
        media: groups of nouns for one sort of outlet: print, broadcast, agency.
        person_suffixes, not_persons: ends of nouns for one person, and words with such an end that are none.
        male_nouns, female_nouns: nouns that tell a gender.
        empty_verbs: verbs whose *it* stands for nothing.
        male_names, female_names: first names that tell a gender.
    """

    ranks: tuple[str, ...]
    honorifics_male: tuple[str, ...]
    honorifics_female: tuple[str, ...]
    offices: tuple[tuple[str, ...], ...]
    persons: tuple[str, ...]
    groups: tuple[str, ...]
    org_heads: tuple[str, ...]
    generic_words: tuple[str, ...]
    state_acronyms: tuple[str, ...]
    title_modifiers: tuple[str, ...]
    portfolios: tuple[str, ...]
    abbreviations: tuple[str, ...]
    short_ranks: dict[str, str]
    companies: tuple[str, ...]
    outlets: tuple[str, ...]
    media: tuple[tuple[str, ...], ...]
    person_suffixes: tuple[str, ...]
    not_persons: tuple[str, ...]
    male_nouns: tuple[str, ...]
    female_nouns: tuple[str, ...]
    empty_verbs: tuple[str, ...]
    male_names: tuple[str, ...]
    female_names: tuple[str, ...]

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Every single word of a rank, an honorific or an office."""
        phrases = (
            *self.ranks,
            *self.honorifics_male,
            *self.honorifics_female,
            *(o for row in self.offices for o in row),
        )
        return frozenset(word for phrase in phrases for word in phrase.split())

    @cached_property
    def rank_phrases(self) -> frozenset[str]:
        """The ranks, of one or more words."""
        return frozenset(self.ranks)

    @cached_property
    def generic(self) -> frozenset[str]:
        """Words that do not tell one body from another of its kind, head nouns included."""
        return frozenset((*self.generic_words, *self.org_heads))

    @cached_property
    def modifier_words(self) -> frozenset[str]:
        """Words before an office that belong to it."""
        return frozenset(self.title_modifiers)

    @cached_property
    def telling_words(self) -> frozenset[str]:
        """Words that tell one office from another: modifiers and portfolios."""
        return frozenset((*self.title_modifiers, *self.portfolios))

    @cached_property
    def office_rows(self) -> dict[str, frozenset[int]]:
        """For each office word the groups that it stands in."""
        rows: dict[str, set[int]] = {}
        for i, row in enumerate(self.offices):
            for office in row:
                rows.setdefault(office.split()[-1], set()).add(i)
        return {word: frozenset(found) for word, found in rows.items()}

    @cached_property
    def person_nouns(self) -> frozenset[str]:
        """Nouns for one person."""
        return frozenset((*self.persons, *self.ranks, *(row for group in self.offices for row in group)))

    @cached_property
    def group_nouns(self) -> frozenset[str]:
        """Nouns for many people or a body."""
        return frozenset(self.groups)

    @cached_property
    def company_set(self) -> frozenset[str]:
        """Nouns for bodies that a name explains, outlets included."""
        return frozenset((*self.companies, *self.outlets))

    @cached_property
    def outlet_set(self) -> frozenset[str]:
        """Nouns for outlets."""
        return frozenset(self.outlets)

    @cached_property
    def org_head_words(self) -> frozenset[str]:
        """Last words of the names of bodies."""
        return frozenset(self.org_heads)

    @cached_property
    def male_noun_set(self) -> frozenset[str]:
        """Nouns for men."""
        return frozenset(self.male_nouns)

    @cached_property
    def female_noun_set(self) -> frozenset[str]:
        """Nouns for women."""
        return frozenset(self.female_nouns)

    @cached_property
    def empty_set(self) -> frozenset[str]:
        """Verbs whose *it* stands for nothing."""
        return frozenset(self.empty_verbs)

    @cached_property
    def male_titles(self) -> frozenset[str]:
        """Titles of men."""
        return frozenset(self.honorifics_male)

    @cached_property
    def female_titles(self) -> frozenset[str]:
        """Titles of women."""
        return frozenset(self.honorifics_female)

    @cached_property
    def male_set(self) -> frozenset[str]:
        """First names of men."""
        return frozenset(self.male_names)

    @cached_property
    def female_set(self) -> frozenset[str]:
        """First names of women."""
        return frozenset(self.female_names)


def people() -> PeopleTable:
    """The table, read once."""
    return load_yaml(FILE, PeopleTable)
