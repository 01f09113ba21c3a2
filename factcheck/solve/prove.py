"""Answers checked again by nothing but the definitions: no code here is shared with the search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from factcheck.constraint import Constraint, Either, Product, Quantity, Statement, Values
from factcheck.interval import Interval
from factcheck.solve.answer import Region
from factcheck.solve.box import Box, Weights, divided, end_left, factor_left, interval_of, normal, spread, tightened
from factcheck.solve.overlap import links, realised
from factcheck.solve.refutation import (
    Cases,
    Contradiction,
    Crossed,
    Derive,
    Exhausted,
    Given,
    Node,
    Refutation,
    Select,
    Side,
    Source,
    Split,
    Step,
    Sum,
)


def witness(statements: Sequence[Statement], values: Values, regions: Iterable[Region] = ()) -> bool:
    """Whether the values are possible ones and make every statement true, the regions showing how its sets overlap.

    >>> cases = Quantity("cases")
    >>> witness([Statement("a", (Constraint(((cases, Fraction(1)),), Interval.exactly(3), "cases came to 3"),))], {cases: Fraction(3)})
    True
    """
    quantities = {quantity for statement in statements for quantity in statement.quantities}
    if not all(quantity in values and _possible(quantity, values[quantity]) for quantity in quantities):
        return False
    return all(statement.holds(values) for statement in statements) and realised(statements, values, tuple(regions))


def refutation(statements: Iterable[Statement], proof: Refutation) -> bool:
    """Whether the proof, followed step by step, shows that the statements cannot all hold."""
    try:
        _Reading({statement.name: statement for statement in statements}, proof).follow()
    except (_RefusedError, LookupError):
        return False
    return True


def bounds(statements: Iterable[Statement], steps: Iterable[Step]) -> Box | None:
    """What the steps leave for each quantity that they speak of; None where one of them does not follow."""
    known = _Known({})
    reading = _Reading({statement.name: statement for statement in statements}, Refutation(()))
    try:
        for step in steps:
            known = reading.stepped(step, known)
    except (_RefusedError, LookupError):
        return None
    return known.box


class _RefusedError(Exception):
    """A step that does not follow."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known at a node: bounds, and the alternatives that must hold."""

    box: Box
    chosen: frozenset[tuple[str, int, int]] = frozenset()


class _Reading:
    """One refutation being followed."""

    def __init__(self, statements: dict[str, Statement], proof: Refutation) -> None:
        self._statements = statements
        self._nodes = proof.nodes
        self._links = links(statements, proof.groups)
        self._sums: dict[
            Sum, tuple[Weights, Interval]
        ] = {}  # a proof comes back to the same constraints again and again

    def follow(self) -> None:
        """Follow every node from the root; _RefusedError where something does not follow."""
        waiting = [(len(self._nodes) - 1, _Known({}))]
        while waiting:
            number, known = waiting.pop()
            waiting += self._followed(number, self._nodes[number], known)

    def _followed(self, number: int, node: Node, known: _Known) -> list[tuple[int, _Known]]:
        """The branches still to be followed after a node."""
        for step in node.steps:
            known = self.stepped(step, known)
            if known.box and _last(known.box).is_empty:
                return []
        closing = node.closing
        match closing:
            case Contradiction(by):
                _require(self._is_contradiction(by, known))
            case Crossed(quantity):
                _require(interval_of(quantity, known.box).is_empty)
            case Exhausted(either, dead):
                self._require_dead(either, dead, range(len(self._either(either).alternatives)), known)
            case Split() | Cases():
                _require(all(0 <= branch < number for branch in node.branches))
                return self._branches(closing, known)
            case _ as never:
                assert_never(never)
        return []

    def _branches(self, closing: Split | Cases, known: _Known) -> list[tuple[int, _Known]]:
        """What is known in each branch; together they leave nothing out."""
        if isinstance(closing, Split):
            below = _Known(tightened(known.box, closing.quantity, Interval.at_most(closing.at)), known.chosen)
            above = _Known(tightened(known.box, closing.quantity, Interval.above(closing.at)), known.chosen)
            return [(closing.below, below), (closing.above, above)]
        alternatives = range(len(self._either(closing.either).alternatives))
        _require(len(closing.branches) == len(alternatives))
        key = (closing.either.statement, closing.either.condition)
        return [
            (branch, _Known(known.box, known.chosen | {(*key, alternative)}))
            for alternative, branch in zip(alternatives, closing.branches, strict=True)
        ]

    def stepped(self, step: Step, known: _Known) -> _Known:
        """What is known after one more step; _RefusedError where it does not follow."""
        if isinstance(step, Select):
            others = [at for at in range(len(self._either(step.either).alternatives)) if at != step.alternative]
            self._require_dead(step.either, step.dead, others, known)
            return _Known(known.box, known.chosen | {(step.either.statement, step.either.condition, step.alternative)})
        claimed = (
            Interval(low=step.bound, low_open=step.open)
            if step.side is Side.LEAST
            else Interval(high=step.bound, high_open=step.open)
        )
        if not self._follows_at_once(step, known):
            left = self._left_by(step, known)
            _require(claimed.contains(left & interval_of(step.quantity, known.box)))
        return _Known(tightened(known.box, step.quantity, claimed), known.chosen)

    def _follows_at_once(self, step: Derive, known: _Known) -> bool:
        """Whether one end of a sum gives the bound as it stands, as for most steps; that takes a fraction of the time."""
        if isinstance(step.by, Given):
            return False
        self._require_chosen(step.by, known)
        end = end_left(*self._summed(step.by), step.quantity, known.box, least=step.side is Side.LEAST)
        if end is None:
            return False
        value, is_open = end
        if value == step.bound:
            return is_open or not step.open
        return value > step.bound if step.side is Side.LEAST else value < step.bound

    def _left_by(self, step: Derive, known: _Known) -> Interval:
        """What a sum or a product leaves for the quantity of a step."""
        if isinstance(step.by, Given):
            product = self._condition(step.by)
            _require(isinstance(product, Product))
            left = factor_left(product, step.quantity, known.box) if isinstance(product, Product) else Interval()
        else:
            weights, within = self._summed_free(step.by, known, but=step.quantity)
            weight = weights.pop(step.quantity)
            left = (within - spread(weights, known.box)) * Fraction(1, weight)
            if weights and within.is_point and all(quantity.whole for quantity in (step.quantity, *weights)):
                left = divided(left & interval_of(step.quantity, known.box), weight, weights.values(), within)
        return left.shrunk_to_integers() if step.quantity.whole else left

    def _is_contradiction(self, by: Sum, known: _Known) -> bool:
        weights, within = self._summed_free(by, known)
        return within.is_empty or (spread(weights, known.box) & within).is_empty

    def _summed_free(self, by: Sum, known: _Known, but: Quantity | None = None) -> tuple[Weights, Interval]:
        """The sum with quantities (but for one) that have a single value left moved to its ends, in normal form again."""
        self._require_chosen(by, known)
        weights, within = self._summed(by)
        fixed = {q: weight for q, weight in weights.items() if q != but and interval_of(q, known.box).is_point}
        free = {q: weight for q, weight in weights.items() if q not in fixed}
        return normal(free, within - spread(fixed, known.box)) if fixed else (free, within)

    def _require_chosen(self, by: Sum, known: _Known) -> None:
        """An alternative of an `Either` counts where it was chosen only."""
        for source, _ in by:
            if isinstance(source, Given) and source.alternative is not None:
                _require((source.statement, source.condition, source.alternative) in known.chosen)

    def _summed(self, by: Sum) -> tuple[Weights, Interval]:
        """The sum of constraints in normal form, itself in normal form."""
        if by not in self._sums:
            total, within = dict[Quantity, Fraction](), Interval.exactly(0)
            for source, multiplier in by:
                weights, inside = normal(*self._constraint(source))
                for quantity, weight in weights.items():
                    total[quantity] = total.get(quantity, Fraction(0)) + weight * multiplier
                within = within + inside * multiplier
            self._sums[by] = normal({quantity: weight for quantity, weight in total.items() if weight}, within)
        return self._sums[by]

    def _constraint(self, source: Source) -> tuple[dict[Quantity, Fraction], Interval]:
        if not isinstance(source, Given):
            return self._links[source], Interval.exactly(0)
        condition = self._condition(source)
        if source.alternative is not None:
            condition = self._either(source).alternatives[source.alternative][source.constraint]
        _require(isinstance(condition, Constraint))
        return (dict(condition.terms), condition.within) if isinstance(condition, Constraint) else ({}, Interval())

    def _condition(self, source: Given) -> Constraint | Product | Either:
        _require(source.condition >= 0)
        return self._statements[source.statement].conditions[source.condition]

    def _either(self, source: Given) -> Either:
        condition = self._condition(source)
        _require(isinstance(condition, Either))
        return condition if isinstance(condition, Either) else Either((), "")

    def _require_dead(
        self, either: Given, dead: Sequence[tuple[int, int]], alternatives: Iterable[int], known: _Known
    ) -> None:
        """Each of these alternatives, in order, has a constraint that cannot hold within the bounds."""
        _require([alternative for alternative, _ in dead] == list(alternatives))
        for alternative, place in dead:
            constraint = self._either(either).alternatives[alternative][place]
            weights, within = normal(dict(constraint.terms), constraint.within)
            _require(within.is_empty or (spread(weights, known.box) & within).is_empty)


def _require(holds: bool) -> None:
    if not holds:
        raise _RefusedError


def _possible(quantity: Quantity, value: Fraction) -> bool:
    return value in quantity.within and (value.denominator == 1 or not quantity.whole)


def _last(box: Box) -> Interval:
    return box[next(reversed(box))]
