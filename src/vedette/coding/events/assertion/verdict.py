"""What is made of a word: how sure it is that its event happened, and the operators that say so."""

from __future__ import annotations

from dataclasses import dataclass

REAL = 1.5
"""From here on an event counts as one that happened (Stanovsky et al. 2017)."""

PRESUPPOSED = 2.2
"""What is presupposed in a clause that is itself open: less than certain, since the clause may carry it along."""
PURPOSE = 0.6
"""Share of a real clause's factuality that its purpose has ("came to talk")."""
NEGATED = 0.8
"""Share that a negation turns over: readers take a plain "not" as less than certain."""
IMPERATIVE = -0.5
"""What is asked for in an imperative has not been done yet."""
HEADLINED = 0.7
"""Share of a headline's infinitive ("President to visit the front"), which is nearly a "will"."""
NOMINAL = 0.3
"""How far a noun that names an event leans to real in an open clause: nouns presuppose more than verbs."""


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that bears on an event: the status it gives, and its token."""

    status: str
    token: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Factuality in [-3, 3], and the operators that led there, the outermost first."""

    value: float
    operators: tuple[Operator, ...] = ()

    def after(self, value: float, status: str | None, token: int) -> Verdict:
        """The verdict once one more operator has had its say."""
        added = () if status is None else (Operator(status, token),)
        return Verdict(max(-3.0, min(3.0, value)), self.operators + added)


TRANSPARENT = frozenset({"report", "claim", "responsibility"})
"""Classes of nouns that let a denial through: who denies a report, denies what it says."""
FACT = Verdict(3.0)
