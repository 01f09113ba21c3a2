"""The three answers, each with what it takes to believe it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from factcheck.constraint import Quantity, Statement
from factcheck.solve.refutation import Refutation


@dataclass(frozen=True, slots=True)
class Witness:
    """Values for which every statement holds."""

    values: Mapping[Quantity, Fraction]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements that cannot all hold, in the order given; `minimal` where any fewer of them are shown to be able to.

    `refutation` proves it: a derivation that `prove` follows step by step without the search.
    """

    statements: tuple[Statement, ...]
    refutation: Refutation
    minimal: bool = True

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses of its statements, each once, in order."""
        return tuple(dict.fromkeys(clause for statement in self.statements for clause in statement.clauses))


@dataclass(frozen=True, slots=True)
class Undecided:
    """The search was cut short, and neither answer is known: `tried` says by which layers, `steps` how far they went."""

    statements: tuple[Statement, ...]
    steps: int
    tried: tuple[str, ...] = ()


Answer = Witness | Conflict | Undecided
