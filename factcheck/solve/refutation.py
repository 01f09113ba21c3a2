"""The proof of a conflict as plain data, for anyone to follow: bounds derived one after another until none is left.

A refutation is a tree, kept as a table of nodes so that a deep one needs no deep recursion. Every node starts with what
its parent knew, takes its steps in order, and closes: in a contradiction, or in branches that cover every possibility.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from factcheck.constraint import Quantity


class Side(StrEnum):
    """Which bound of a quantity a step is about."""

    LEAST = "least"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class Given:
    """A condition of a statement, by the statement's name and places counted from 0.

    Of an `Either`, `alternative` and `constraint` say which constraint is meant; without `alternative` it is meant as a whole.
    """

    statement: str
    condition: int
    alternative: int | None = None
    constraint: int = 0


@dataclass(frozen=True, slots=True)
class Linked:
    """The equation that makes a set as large as its regions together, in one of the refutation's groups of sets."""

    group: int
    quantity: Quantity


Source = Given | Linked

Sum = tuple[tuple[Source, Fraction], ...]
"""Constraints with multipliers, added up; a negative multiplier turns a constraint round.

Each constraint is first brought to its normal form: weights whole and coprime, and where every quantity is whole, its ends
moved inwards to whole numbers. The same is then done to the sum. Then the quantities with a single value left within the
bounds (but not one that a bound is derived for) are moved to its ends, and the rest is brought to normal form again.
"""


@dataclass(frozen=True, slots=True)
class Derive:
    """A bound on a quantity: what a sum of constraints, or a product, leaves for it within the bounds of the others.

    Where a sum has one value, every quantity in it is whole, and a number divides the weights of all the others, the
    quantity is known up to multiples of that number: its bounds, old and new, move inwards to the next such values.
    """

    quantity: Quantity
    side: Side
    bound: Fraction
    open: bool
    by: Sum | Given


@dataclass(frozen=True, slots=True)
class Select:
    """The one alternative of an `Either` that is left; of each other one, `dead` names a constraint that cannot hold."""

    either: Given
    alternative: int
    dead: tuple[tuple[int, int], ...]


Step = Derive | Select


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A sum of constraints that no values within the bounds can satisfy (Farkas; with whole quantities, divisibility as well)."""

    by: Sum


@dataclass(frozen=True, slots=True)
class Crossed:
    """A quantity with nothing left between its bounds."""

    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Exhausted:
    """An `Either` with no alternative left; of each one, `dead` names a constraint that cannot hold."""

    either: Given
    dead: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Two branches: the quantity is at most `at`, or it is more (for whole quantities: at least `at` + 1)."""

    quantity: Quantity
    at: Fraction
    below: int
    above: int


@dataclass(frozen=True, slots=True)
class Cases:
    """A branch for each alternative of an `Either`."""

    either: Given
    branches: tuple[int, ...]


Closing = Contradiction | Crossed | Exhausted | Split | Cases


@dataclass(frozen=True, slots=True)
class Node:
    """Steps taken in order, and how they end; branches are the numbers of earlier nodes."""

    steps: tuple[Step, ...]
    closing: Closing

    @property
    def branches(self) -> tuple[int, ...]:
        """The numbers of the nodes that it branches into."""
        match self.closing:
            case Split():
                return self.closing.below, self.closing.above
            case Cases():
                return self.closing.branches
        return ()

    def moved(self, places: Mapping[int, int]) -> Node:
        """The same node, its branches numbered anew."""
        match self.closing:
            case Split(quantity, at, below, above):
                return Node(self.steps, Split(quantity, at, places[below], places[above]))
            case Cases(either, branches):
                return Node(self.steps, Cases(either, tuple(places[branch] for branch in branches)))
        return self

    def sources(self) -> Iterator[Source]:
        """What its steps and its closing rest on."""
        for step in (*self.steps, self.closing):
            match step:
                case Derive(by=by) | Contradiction(by=by):
                    yield from (by,) if isinstance(by, Given) else (source for source, _ in by)
                case Select(either=either) | Exhausted(either=either) | Cases(either=either):
                    yield either


@dataclass(frozen=True, slots=True)
class Group:
    """Sets spread over the regions of their Venn diagram, as far as these facts (statements, by name) allow regions."""

    sets: tuple[Quantity, ...]
    facts: tuple[str, ...]


def unknown(group: int, sets: Iterable[Quantity], *, whole: bool) -> Quantity:
    """The unknown that is the size of a region: of what lies in all these sets of a group and in no other set of it.

    Where a group has both amounts and whole quantities, its regions are amounts; a whole unknown is then of the regions
    that lie in just these of the group's whole sets, taken together.
    """
    names = " and ".join(quantity.name for quantity in sets)
    return Quantity(f"{'things' if whole else 'amount'} in only {names} (group {group + 1})", whole)


@dataclass(frozen=True, slots=True)
class Refutation:
    """A whole proof; the last node is its root."""

    nodes: tuple[Node, ...]
    groups: tuple[Group, ...] = ()

    @property
    def statements(self) -> frozenset[str]:
        """The names of the statements that it rests on."""
        names: set[str] = set()
        for node in self.nodes:
            for source in node.sources():
                names.update((source.statement,) if isinstance(source, Given) else self.groups[source.group].facts)
        return frozenset(names)
