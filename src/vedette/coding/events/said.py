"""The statements of a report, to be asked which of them hold a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.record import Lookup, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable


class Said(tuple[Statement, ...]):
    """Statements in their order; which of them hold a character is found without asking each."""

    _lookup: Lookup[Statement]

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Said:
        """The statements with their lookup; those that have one already are given back as they are."""
        if isinstance(statements, cls):
            return statements
        said = cls(statements)
        said._lookup = Lookup((c.start, c.end, s) for s in said for c in s.content)
        return said

    def at(self, offset: int) -> list[Statement]:
        """The statements whose content holds a character, in their order."""
        held: list[Statement] = []
        for statement in self._lookup.at(offset):
            if not held or held[-1] is not statement:
                held.append(statement)
        return held
