"""The one language that every claim is turned into: sums of quantities that must lie in intervals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from factcheck.interval import Interval

Values = Mapping["Quantity", Fraction]
"""A value for each quantity."""


@dataclass(frozen=True, slots=True, repr=False)
class Quantity:
    """A thing that the article counts or measures, by its name.

    `whole` quantities take whole values only (counts); the others are rational amounts.
    `within` are the values it can take at all, before any claim speaks of it; ValueError where there are none.

    >>> Quantity("cases"), Quantity("spending", whole=False)
    (Quantity('cases', [0, inf)), Quantity('spending', [0, inf), whole=False))
    """

    name: str
    whole: bool = True
    within: Interval = Interval(low=Fraction(0))

    def __post_init__(self) -> None:
        """Refuse what can have no value: no statement could be blamed for it."""
        if (self.within.shrunk_to_integers() if self.whole else self.within).is_empty:
            raise ValueError(
                f"{self.name!r} can have no value: there is no {'whole ' * self.whole}number in {self.within}"
            )

    def __hash__(self) -> int:
        return hash(self.name)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"Quantity({self.name!r}, {self.within}{'' if self.whole else ', whole=False'})"


Terms = tuple[tuple[Quantity, Fraction], ...]
"""A weighted sum: each quantity with its weight, no weight zero, no quantity twice."""


@dataclass(frozen=True, slots=True, repr=False)
class Constraint:
    """A weighted sum of quantities that must lie within an interval.

    `because` is a clause that can follow the word "because", in the past tense: "crimes came to 1,628".
    Without terms the sum is zero, and the constraint is true or false by itself.

    >>> cases = Quantity("cases")
    >>> Constraint(((cases, Fraction(2)),), Interval.at_most(9), "cases were at most 4.5")
    Constraint(2 cases in (-inf, 9], 'cases were at most 4.5')
    """

    terms: Terms
    within: Interval
    because: str

    def __repr__(self) -> str:
        total = " + ".join(f"{weight} {quantity}" for quantity, weight in self.terms) or "0"
        return f"Constraint({total} in {self.within}, {self.because!r})"

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities of the sum, in the order of its terms."""
        return tuple(quantity for quantity, _ in self.terms)

    def holds(self, values: Values) -> bool:
        """Whether the values, one for each quantity, keep the sum within."""
        return amount(self.terms, values) in self.within


@dataclass(frozen=True, slots=True)
class Product:
    """A quantity that is exactly the product of two others (`result` = `first` x `second`): the one relation that is no sum."""

    result: Quantity
    first: Quantity
    second: Quantity
    because: str

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The result and both factors."""
        return self.result, self.first, self.second

    def holds(self, values: Values) -> bool:
        """Whether the values make the product exact."""
        return values[self.result] == values[self.first] * values[self.second]


@dataclass(frozen=True, slots=True)
class Either:
    """Alternatives under one clause: all constraints of at least one alternative must hold."""

    alternatives: tuple[tuple[Constraint, ...], ...]
    because: str

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity that some alternative names, in order of first mention."""
        return tuple(dict.fromkeys(q for side in self.alternatives for c in side for q in c.quantities))

    def holds(self, values: Values) -> bool:
        """Whether the values keep every constraint of some alternative."""
        return any(all(constraint.holds(values) for constraint in side) for side in self.alternatives)


Condition = Constraint | Product | Either


class Relation(StrEnum):
    """What structure says about the members of sets."""

    SUBSET = "of"  # every member of each part is a member of the whole
    PARTITION = "sum_of"  # the parts are disjoint and make up the whole
    UNION = "any_of"  # the parts make up the whole and may overlap
    DISJOINT = "some_of"  # the parts are disjoint, and are not all of the whole


@dataclass(frozen=True, slots=True)
class SetRelation:
    """A fact about words: how the members of `parts` and of `whole` relate, member by member.

    Counts are sizes of these sets, so a witness must be realisable by regions of their Venn diagram.
    """

    relation: Relation
    whole: Quantity
    parts: tuple[Quantity, ...]

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The whole, then the parts."""
        return self.whole, *self.parts

    def allows(self, region: frozenset[Quantity]) -> bool:
        """Whether a thing may be a member of exactly the sets of the region, as far as this fact goes."""
        inside = sum(part in region for part in self.parts)
        if self.relation is Relation.SUBSET:
            return inside == 0 or self.whole in region
        if self.relation is Relation.UNION:
            return (inside > 0) == (self.whole in region)
        if self.relation is Relation.PARTITION:
            return inside == (self.whole in region)
        return inside <= (self.whole in region)


@dataclass(frozen=True, slots=True)
class Statement:
    """What stands or falls together: the conditions of one claim, one raw count or one fact of structure.

    `name` is unique among the statements of a system. `sets` is what a fact of structure says member by member;
    its `conditions` are then what follows for the numbers. `given` marks what else no claim says: a raw count, or
    structure between amounts.
    """

    name: str
    conditions: tuple[Condition, ...]
    sets: SetRelation | None = None
    given: bool = False

    @property
    def is_structure(self) -> bool:
        """Whether this is a fact about words or data: what claims are measured by, told only where it is needed."""
        return self.given or self.sets is not None

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity that the conditions or the sets name, in order of first mention."""
        named = dict.fromkeys(q for condition in self.conditions for q in condition.quantities)
        if self.sets is not None:
            named.update(dict.fromkeys(self.sets.quantities))
        return tuple(named)

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses of its conditions, each once."""
        return tuple(dict.fromkeys(condition.because for condition in self.conditions))

    def holds(self, values: Values) -> bool:
        """Whether the values keep every condition (of sets, only what follows for the numbers)."""
        return all(condition.holds(values) for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A weighted sum over another, as an article prints it; no denominator terms means "over one".

    `constant` and `base` are added above and below the line: (numerator + constant) / (denominator + base).
    """

    numerator: Terms
    denominator: Terms = ()
    constant: Fraction = Fraction(0)
    base: Fraction | None = None  # None: one without denominator terms, zero with them

    @property
    def below(self) -> Fraction:
        """The constant below the line."""
        if self.base is not None:
            return self.base
        return Fraction(0) if self.denominator else Fraction(1)

    def value(self, values: Values) -> Fraction | None:
        """The exact number for these values; None where the denominator is not positive."""
        under = amount(self.denominator, values) + self.below
        return None if under <= 0 else (amount(self.numerator, values) + self.constant) / under

    def within(self, interval: Interval, because: str) -> Iterator[Constraint]:
        """That the ratio lies in the interval and its denominator is positive."""
        if self.denominator:
            yield Constraint(self.denominator, Interval.above(-self.below), because)
        if interval.is_empty:
            yield Constraint((), interval, because)
        elif not self.denominator:
            yield Constraint(self.numerator, interval * self.below + Interval.exactly(-self.constant), because)
        elif interval.is_point and interval.low is not None:
            yield self._beyond(interval.low, Interval.exactly(0), because)
        else:
            if interval.low is not None:
                yield self._beyond(interval.low, Interval(low=Fraction(0), low_open=interval.low_open), because)
            if interval.high is not None:
                yield self._beyond(interval.high, Interval(high=Fraction(0), high_open=interval.high_open), because)

    def _beyond(self, end: Fraction, within: Interval, because: str) -> Constraint:
        """That numerator - end x denominator lies within."""
        terms = gathered((*self.numerator, *((quantity, -end * weight) for quantity, weight in self.denominator)))
        return Constraint(terms, within + Interval.exactly(end * self.below - self.constant), because)


def amount(terms: Terms, values: Values) -> Fraction:
    """The weighted sum for these values."""
    return sum((weight * values[quantity] for quantity, weight in terms), Fraction(0))


def gathered(terms: Iterable[tuple[Quantity, Fraction | int]]) -> Terms:
    """The same sum with each quantity once and no zero weights, in order of first mention.

    >>> a, b = Quantity("a"), Quantity("b")
    >>> gathered([(a, 2), (b, 1), (a, -2)])
    ((Quantity('b', [0, inf)), Fraction(1, 1)),)
    """
    sums: dict[Quantity, Fraction] = {}
    for quantity, weight in terms:
        sums[quantity] = sums.get(quantity, Fraction(0)) + weight
    return tuple((quantity, weight) for quantity, weight in sums.items() if weight)


def quantities(statements: Iterable[Statement]) -> tuple[Quantity, ...]:
    """Every quantity that the statements name, in order of first mention."""
    return tuple(dict.fromkeys(quantity for statement in statements for quantity in statement.quantities))
