"""The three answers, each with what it takes to believe it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from factcheck.constraint import Quantity, Statement
from factcheck.interval import Interval
from factcheck.solve.refutation import Refutation


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a Venn diagram: what lies in all of `sets` and in no other set, and how much that is."""

    sets: tuple[Quantity, ...]
    size: Fraction


@dataclass(frozen=True, slots=True)
class Witness:
    """Values for which every statement holds; `regions` shows that the sets of structure can overlap so."""

    values: Mapping[Quantity, Fraction]
    regions: tuple[Region, ...] = ()


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
    """The search was cut short, and neither answer is known of `statements`.

    `tried` says in words by what means, `steps` how far they went; `values` make every statement true that is not among them.
    """

    statements: tuple[Statement, ...]
    steps: int
    tried: tuple[str, ...] = ()
    values: Mapping[Quantity, Fraction] = field(default_factory=dict)


Answer = Witness | Conflict | Undecided


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is possible for a quantity: no value outside `interval` is.

    `low_proved` and `high_proved` say that this end is the best: a witness reaches it, or comes as near to it as you like
    where the end is open, or goes beyond every number where there is no end.
    """

    interval: Interval
    low_proved: bool = True
    high_proved: bool = True

    @property
    def proved(self) -> bool:
        """Whether both ends are the best."""
        return self.low_proved and self.high_proved
