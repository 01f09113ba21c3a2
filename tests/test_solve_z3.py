"""The solver against z3, where that is installed: amounts, open ends and quantities without an end; and z3 as a layer."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from factcheck.constraint import Condition, Constraint, Product, Quantity, Statement
from factcheck.interval import Interval
from factcheck.solve import Budget, Conflict, Undecided, Witness, bounds, prove, solve
from factcheck.solve import z3 as layer
from factcheck.solve.layer import Found
from factcheck.solve.program import compiled
from factcheck.solve.z3 import Blamed
from tests.oracle import Oracle
from tests.strategies import examples
from tests.systems import divided_systems, mixed_systems, set_systems, systems
from tests.test_solve_answers import ring
from tests.test_solve_layers import REFUTED, counts, equation, stated

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


@examples(30)
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


@examples(12)
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


# z3 as the last layer

UNITS = 1_000_000
HARDLY = Budget(steps=4, shrinking=4_000, z3=UNITS)  # steps that suffice for next to nothing
KNAPSACK = stated(equation(79_505, (1223, 1224, 3667), counts("abc")))


def asked(statements: Sequence[Statement], given: Mapping[Quantity, int] | None = None) -> Found | Blamed | None:
    return layer.asked(compiled(statements), range(len(statements)), given or {}, UNITS)


@examples(15)
@given(systems() | divided_systems())
def test_z3_alone_agrees_with_brute_force(statements: list[Statement]) -> None:
    oracle, said = Oracle(statements), asked(statements)
    if isinstance(said, Found):
        values = {compiled(statements).quantities[v]: Fraction(value) for v, value in said.values.items()}
        assert prove.witness(statements, values)
    else:
        assert isinstance(said, Blamed)
        assert not oracle.is_possible([statements[number].name for number in said.statements])


@examples(12)
@given(systems() | set_systems() | mixed_systems())
def test_what_z3_adds_to_few_steps_is_proved(statements: list[Statement]) -> None:
    answer = solve(statements, HARDLY)
    if isinstance(answer, Witness):
        assert prove.witness(statements, answer.values, answer.regions)
    elif isinstance(answer, Conflict):
        assert prove.refutation(answer.statements, answer.refutation)
    assert answer == solve(statements, HARDLY)


def test_z3_finds_values_where_the_steps_run_out() -> None:
    assert isinstance(solve(KNAPSACK, Budget(steps=4, z3=0)), Undecided)
    assert isinstance(solve(KNAPSACK, HARDLY), Witness)


def test_z3_finds_sizes_for_the_regions_of_sets() -> None:
    sets = ring(amounts=0, sizes=("2", "2", "2", "4", "4", "4", "6"))
    assert isinstance(solve(sets, Budget(steps=4, z3=0)), Undecided)
    answer = solve(sets, HARDLY)
    assert isinstance(answer, Witness)
    assert prove.witness(sets, answer.values, answer.regions)


def test_what_z3_blames_is_refuted_by_other_layers() -> None:
    names = [Quantity(f"q{n}") for n in range(11)]
    chain = [equation(Interval(Fraction(0), Fraction(n)), (1, -1), pair) for n, pair in enumerate(pairwise(names), 1)]
    odd = [Statement(f"odd{n}", s.conditions) for n, s in enumerate(REFUTED["even and odd"])]
    link = Statement("link", (equation(Interval.at_least(0), (1, -1), (names[0], odd[0].quantities[0])),))
    statements = [*stated(*chain), link, *odd]
    few = Budget(steps=100, z3=0)
    assert isinstance(solve(statements, few), Undecided)
    answer = solve(statements, replace(few, z3=UNITS))
    assert isinstance(answer, Conflict)
    assert answer.statements == tuple(odd)


def test_what_z3_alone_refutes_is_undecided() -> None:
    answer = solve(stated(equation(1_331, (37, 38, 112), counts("abc"))), Budget(steps=40, z3=UNITS))
    assert isinstance(answer, Undecided)
    assert answer.tried[-1] == layer.DOUBTED


def test_z3_gives_up_after_so_many_units() -> None:
    answer = solve(KNAPSACK, Budget(steps=4, z3=1))
    assert isinstance(answer, Undecided)
    assert answer.tried[-1] == layer.NAME


def test_a_root_that_is_no_fraction_is_no_value() -> None:
    x, y = Quantity("x", whole=False), Quantity("y", whole=False)
    square = [Statement("square", (Product(y, x, x, "square"),)), *stated(equation(2, (1,), (y,)))]
    assert asked(square) is None
    assert asked(square, {y: 2}) is None


@pytest.mark.parametrize("lie", [Found({0: 1, 1: 2, 2: 3}), Blamed(())], ids=["values", "blame"])
def test_z3_is_not_believed(monkeypatch: pytest.MonkeyPatch, lie: Found | Blamed) -> None:
    monkeypatch.setattr(layer, "asked", lambda *_: lie)
    assert isinstance(solve(KNAPSACK, HARDLY), Undecided)


def test_where_z3_is_not_installed_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "z3", None)
    answer = solve(KNAPSACK, HARDLY)
    assert isinstance(answer, Undecided)
    assert answer.tried[-1] == layer.ABSENT
