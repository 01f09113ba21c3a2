"""The solver against brute force: hundreds of drawn systems, and thousands in `make differential`; none undecided, none disagreeing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from factcheck.constraint import Statement
from factcheck.solve import Conflict, System, Witness, bounds, prove, solve
from tests.oracle import Oracle
from tests.strategies import examples
from tests.systems import set_systems, systems


def agrees(statements: list[Statement]) -> None:
    oracle, answer = Oracle(statements), solve(statements)
    if isinstance(answer, Witness):
        assert oracle.is_possible()
        point = tuple(answer.values[quantity] for quantity in oracle.quantities)
        assert oracle.solutions() >> oracle.points.index(tuple(map(int, point))) & 1
    else:
        assert isinstance(answer, Conflict)
        assert not oracle.is_possible()
        assert answer.minimal
        assert oracle.is_minimal_conflict([statement.name for statement in answer.statements])
        assert prove.refutation(answer.statements, answer.refutation)


@pytest.mark.no_cover
@examples(300)
@given(systems())
def test_a_system_is_possible_exactly_where_brute_force_finds_values(statements: list[Statement]) -> None:
    agrees(statements)


@examples(200)
@given(set_systems())
def test_sets_are_possible_exactly_where_brute_force_finds_regions(statements: list[Statement]) -> None:
    agrees(statements)


@examples(60)
@given(systems())
def test_bounds_are_the_least_and_greatest_values_of_brute_force(statements: list[Statement]) -> None:
    oracle = Oracle(statements)
    if oracle.is_possible():
        for quantity, found in bounds(statements, oracle.quantities).items():
            assert found.proved
            least, most = oracle.range_of(quantity)
            assert (found.interval.low, found.interval.high) == (Fraction(least), Fraction(most))


@examples(30)
@given(set_systems())
def test_bounds_of_sets_are_those_of_brute_force(statements: list[Statement]) -> None:
    oracle = Oracle(statements)
    if oracle.is_possible():
        for quantity, found in bounds(statements, oracle.quantities).items():
            assert found.proved
            least, most = oracle.range_of(quantity)
            assert (found.interval.low, found.interval.high) == (Fraction(least), Fraction(most))


@pytest.mark.no_cover
@examples(60)
@given(systems())
def test_conflicts_are_disjoint_and_leave_a_possible_rest(statements: list[Statement]) -> None:
    oracle, review = Oracle(statements), System(statements).conflicts()
    accused = [statement.name for conflict in review.conflicts for statement in conflict.statements]
    assert len(set(accused)) == len(accused)
    assert [statement.name for statement in review.rest] == [s.name for s in statements if s.name not in accused]
    assert all(oracle.is_minimal_conflict([s.name for s in conflict.statements]) for conflict in review.conflicts)
    assert isinstance(review.answer, Witness)
    assert prove.witness(review.rest, review.answer.values, review.answer.regions)
    assert all(isinstance(value, Fraction) for value in review.answer.values.values())
