"""How far one quantity of a witness can move while all others stay: many values shown to be possible without a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.constraint import Constraint, Either, Product, Quantity, Ratio, Relation, Statement, Values, amount
from factcheck.interval import Interval

ANYTHING = Interval()


class Steps(NamedTuple):
    """Values of a measure: `start` and every `step` from it (the first of them `low` steps away), or all between the ends.

    `step` is None where the quantity that moves is no whole one: then `within` holds them all.
    """

    start: Fraction
    step: Fraction | None
    within: Interval  # of steps, or of values where step is None

    def meet(self, values: Interval) -> bool:
        """Whether one of them lies among the values."""
        if self.step is None:
            return not (values & self.within).is_empty
        steps = (values - Interval.exactly(self.start)) * (1 / self.step) & self.within
        return not steps.shrunk_to_integers().is_empty


class Moves:
    """The moves from witnesses of some statements."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._touching: dict[Quantity, list[Statement]] = {}
        for statement in statements:
            for quantity in statement.quantities:
                self._touching.setdefault(quantity, []).append(statement)
        self.fixed = dict(_fixed(statements))
        relations = {s.sets.relation for s in statements if s.sets is not None}
        self._only_subsets = relations <= {Relation.SUBSET}

    def of(self, ratio: Ratio, values: Values, without: str, own: Iterable[Statement]) -> Iterable[Steps]:
        """The values that the ratio takes while one quantity above its line moves, the statement `without` left out."""
        here = ratio.value(values)
        if here is None:
            return
        below = {quantity for quantity, _ in ratio.denominator}
        under = amount(ratio.denominator, values) + ratio.below
        yield Steps(here, Fraction(1), Interval.exactly(0))
        for quantity, weight in ratio.numerator:
            if quantity in below or quantity not in values:
                continue
            statements = [s for s in self._touching.get(quantity, ()) if s.name != without]
            free = self._free(quantity, values, [*statements, *own])
            if free.is_point:
                continue
            moved = free - Interval.exactly(values[quantity])
            step = weight / under
            if quantity.whole:
                yield Steps(here, step, moved.shrunk_to_integers())
            else:
                yield Steps(here, None, moved * step + Interval.exactly(here))

    def _free(self, quantity: Quantity, values: Values, statements: Sequence[Statement]) -> Interval:
        """The values that a quantity can take while all others stay."""
        here = values[quantity]
        free = quantity.within & self._among_sets(quantity, here, statements)
        for statement in statements:
            for condition in statement.conditions:
                free &= _kept(condition, quantity, values)
                if free.is_point:
                    return free
        return free

    def _among_sets(self, quantity: Quantity, here: Fraction, statements: Sequence[Statement]) -> Interval:
        """How far a set can grow and shrink for certain, whatever its members are.

        Where all facts are of subsets, sizes that fit the numbers can always be had: nest the sets. Elsewhere a set that
        is only part of one whole can take in others of it, and one that is no whole can lose any of its members.
        """
        facts = [statement.sets for statement in statements if statement.sets is not None]
        if not facts or self._only_subsets:
            return ANYTHING
        if any(fact.relation is not Relation.SUBSET for fact in facts):
            return Interval.exactly(here)
        wholes = {fact.whole for fact in facts if fact.whole != quantity}
        is_whole = any(fact.whole == quantity for fact in facts)
        return Interval(here if is_whole else None, None if len(wholes) <= 1 else here)


def _fixed(statements: Iterable[Statement]) -> Iterator[tuple[Quantity, Fraction]]:
    """The quantities that a statement by itself says to be exactly so much."""
    for statement in statements:
        for condition in statement.conditions:
            match condition:
                case Constraint(terms=((quantity, weight),), within=Interval(low=Fraction() as low) as within):
                    if within.is_point:
                        yield quantity, low / weight


def _kept(
    condition: Constraint | Either | Product, quantity: Quantity, values: Mapping[Quantity, Fraction]
) -> Interval:
    """The values of a quantity that keep a condition while all others stay."""
    if quantity not in condition.quantities:
        return ANYTHING
    match condition:
        case Constraint(terms=terms, within=within):
            weight = next(weight for other, weight in terms if other == quantity)
            rest = amount(terms, values) - weight * values[quantity]
            return (within - Interval.exactly(rest)) * (1 / weight)
        case Either(alternatives=alternatives):
            for side in alternatives:
                if all(constraint.holds(values) for constraint in side):
                    free = ANYTHING
                    for constraint in side:
                        free &= _kept(constraint, quantity, values)
                    return free
    return Interval.exactly(values[quantity])
