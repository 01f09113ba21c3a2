"""The solver against z3, where that is installed: amounts, open ends and quantities without an end."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from factcheck.constraint import Condition, Constraint, Product, Quantity, Statement
from factcheck.interval import Interval
from factcheck.solve import Budget, Conflict, Undecided, Witness, bounds, prove, solve
from tests.strategies import examples
from tests.systems import mixed_systems

z3 = pytest.importorskip("z3")

FEW = Budget(steps=20_000, shrinking=60_000)  # products of endless amounts may go on for ever


def in_z3(statements: Iterable[Statement]) -> Any:
    solver = z3.Solver()
    solver.set("rlimit", 3_000_000)
    for quantity in {quantity for statement in statements for quantity in statement.quantities}:
        solver.add(inside(unknown(quantity), quantity.within))
    for statement in statements:
        solver.add(*(formula(condition) for condition in statement.conditions))
    return solver


def unknown(quantity: Quantity) -> Any:
    return z3.Int(quantity.name) if quantity.whole else z3.Real(quantity.name)


def number(value: Fraction) -> Any:
    return z3.Q(value.numerator, value.denominator)


def inside(term: Any, within: Interval) -> Any:
    bounds = []
    if within.low is not None:
        bounds.append(term > number(within.low) if within.low_open else term >= number(within.low))
    if within.high is not None:
        bounds.append(term < number(within.high) if within.high_open else term <= number(within.high))
    return z3.And(*bounds)


def formula(condition: Condition) -> Any:
    if isinstance(condition, Constraint):
        return inside(z3.Sum([number(w) * unknown(q) for q, w in condition.terms] or [z3.RealVal(0)]), condition.within)
    if isinstance(condition, Product):
        return unknown(condition.result) == unknown(condition.first) * unknown(condition.second)
    return z3.Or(*(z3.And(*(formula(constraint) for constraint in side)) for side in condition.alternatives))


def is_linear(statements: Iterable[Statement]) -> bool:
    return not any(isinstance(condition, Product) for statement in statements for condition in statement.conditions)


@examples(60)
@given(mixed_systems())
def test_amounts_and_endless_counts_are_possible_exactly_where_z3_finds_values(statements: list[Statement]) -> None:
    answer, verdict = solve(statements, FEW), in_z3(statements).check()
    if isinstance(answer, Witness):
        assert verdict != z3.unsat
    elif isinstance(answer, Conflict):
        assert verdict != z3.sat
        assert prove.refutation(answer.statements, answer.refutation)
        for left_out in answer.statements if answer.minimal and is_linear(statements) else ():
            assert in_z3([s for s in answer.statements if s is not left_out]).check() == z3.sat
    else:
        assert not is_linear(statements)


@examples(20)
@given(mixed_systems())
def test_ends_are_reached_and_not_passed(statements: list[Statement]) -> None:
    answer = solve(statements, FEW)
    if isinstance(answer, Undecided | Conflict) or not is_linear(statements):
        return
    for quantity, found in bounds(statements, answer.values).items():
        ends = (found.interval.low, found.interval.high)
        assert found.proved
        for end, is_open, sign in zip(ends, (found.interval.low_open, found.interval.high_open), (-1, 1), strict=True):
            if end is None:
                near, far = Interval.at_least(10**6) if sign > 0 else Interval.at_most(-(10**6)), None
            else:
                reached = Interval.exactly(end) if not is_open else Interval.around(end, Fraction(1, 10**6))
                near, far = reached, (Interval.above(end) if sign > 0 else Interval.below(end))
            solver = in_z3(statements)
            assert solver.check(inside(unknown(quantity), near)) == z3.sat
            assert far is None or solver.check(inside(unknown(quantity), far)) == z3.unsat
