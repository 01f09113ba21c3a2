"""The layers of the solver, each alone: what it decides is right, and a search with it alone agrees with brute force."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from unittest.mock import patch

import pytest
from hypothesis import given

from factcheck.constraint import Condition, Constraint, Either, Quantity, Statement
from factcheck.interval import Interval
from factcheck.solve import Answer, Budget, Conflict, Undecided, Witness, bounds, prove, search, solve
from factcheck.solve.budget import Meter
from factcheck.solve.lattice import Lattice
from factcheck.solve.layer import Found, Layer, Settled, Tighter
from factcheck.solve.program import compiled
from factcheck.solve.search import LAYERS, Search
from tests.oracle import Oracle
from tests.strategies import examples
from tests.systems import divided_systems, systems

each_layer = pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
UNBOUNDED = Interval()


def alone(layer: type[Layer], statements: list[Statement]) -> Answer:
    """The answer of a search that has no other layer."""
    with patch.object(search, "LAYERS", (layer,)):
        return solve(statements)


def settled(layer: type[Layer], statements: list[Statement]) -> tuple[Search, Settled | None]:
    """What a layer makes of statements when propagation has come to rest; None where it refutes them."""
    under_way = Search(compiled(statements), range(len(statements)), Meter(100_000))
    if under_way.propagation.propagate() is not None:
        return under_way, None
    return under_way, layer().settle(under_way)


# laws


@pytest.mark.no_cover
@each_layer
@examples(40)
@given(systems() | divided_systems())
def test_what_a_layer_decides_is_so(layer: type[Layer], statements: list[Statement]) -> None:
    under_way, decided = settled(layer, statements)
    oracle = Oracle(statements)
    quantities = under_way.program.quantities
    if isinstance(decided, Found):
        values = {quantities[variable]: Fraction(value) for variable, value in decided.values.items()}
        assert prove.witness(statements, values)
    elif isinstance(decided, Tighter):
        if oracle.is_possible():
            for slot, least, _ in decided.bounds:
                low, high = oracle.range_of(quantities[slot >> 1])
                assert least <= (-high if slot & 1 else low)
    elif decided is not None:
        assert not oracle.is_possible()


@each_layer
@examples(25)
@given(systems() | divided_systems())
def test_a_search_with_one_layer_agrees_with_brute_force(layer: type[Layer], statements: list[Statement]) -> None:
    answer = alone(layer, statements)
    assert isinstance(answer, Witness if Oracle(statements).is_possible() else Conflict)


@examples(60)
@given(divided_systems())
def test_all_layers_together_agree_with_brute_force(statements: list[Statement]) -> None:
    oracle, answer = Oracle(statements), solve(statements)
    assert isinstance(answer, Witness if oracle.is_possible() else Conflict)
    if isinstance(answer, Conflict):
        assert oracle.is_minimal_conflict([statement.name for statement in answer.statements])


# divisibility


def equation(goal: int | Interval, weights: Iterable[int], quantities: Iterable[Quantity]) -> Constraint:
    terms = tuple((q, Fraction(weight)) for q, weight in zip(quantities, weights, strict=True) if weight)
    return Constraint(terms, goal if isinstance(goal, Interval) else Interval.exactly(goal), "equation")


def stated(*conditions: Condition) -> list[Statement]:
    return [Statement(f"s{number}", (condition,)) for number, condition in enumerate(conditions)]


def unlimited(names: str, *, whole: bool = True) -> list[Quantity]:
    return [Quantity(name, whole, UNBOUNDED) for name in names]


def counts(names: str) -> list[Quantity]:
    return [Quantity(name) for name in names]


A, B, C = unlimited("abc")
X, Y = unlimited("xy", whole=False)
HUGE = 2**70
REFUTED = {
    "even and odd": stated(equation(0, (1, -2), (A, B)), equation(1, (1, -2), (A, C))),
    "beyond machine words": stated(equation(0, (1, -HUGE), (A, B)), equation(HUGE + 1, (1, -2 * HUGE), (A, C))),
    "no weight of one": stated(equation(HUGE, (6, 10, 15), counts("efg")), equation(2, (1, -5), counts("eh"))),
    "a sum that may vary by one": stated(
        equation(0, (1, -3), (A, B)), equation(Interval(Fraction(1), Fraction(2)), (1, 3), (A, C))
    ),
    "by way of amounts": stated(equation(5, (2, 4, 3), (A, B, X)), equation(2, (2, -1), (C, X))),
    "by way of two amounts": stated(
        equation(1, (2, 1, 1), (A, X, Y)), equation(0, (1, -1), (X, Y)), equation(0, (1, -2), (X, B))
    ),
    "an amount that has to be whole": stated(
        equation(0, (2, -1), (X, A)), equation(0, (1, -3), (X, B)), equation(1, (1, -4), (A, C))
    ),
    "by way of a fixed value": stated(
        equation(8, (2, 4, 3), (A, B, C)), equation(Interval(Fraction(1, 2), Fraction(3, 2)), (1,), (C,))
    ),
    "either way": stated(
        Either(((equation(1, (1, -2), (A, C)),), (equation(3, (1, -4), (A, C)),)), "odd"), equation(0, (1, -2), (A, B))
    ),
}


@pytest.mark.parametrize("name", REFUTED)
def test_what_divisibility_refutes_and_nothing_else_does(name: str) -> None:
    statements = REFUTED[name]
    answer = solve(statements)
    assert isinstance(answer, Conflict)
    assert answer.minimal
    assert answer.statements == tuple(statements)
    with patch.object(search, "LAYERS", tuple(layer for layer in LAYERS if layer is not Lattice)):
        assert isinstance(solve(statements, Budget(steps=2_000)), Undecided)


def test_amounts_make_up_for_what_does_not_divide() -> None:
    near = Interval(Fraction(1), Fraction(2))
    statements = stated(equation(1, (2, -1, -1), (A, X, Y)), equation(near, (1, -1), (X, Y)))
    assert settled(Lattice, statements)[1] is None
    assert isinstance(solve(statements), Witness)


KNAPSACKS = {  # weights, goal, whether it can be reached
    "two large": ((10**5 + 3, 10**5 + 7), 10**9 + 7, False),
    "two very large": ((10**12 + 39, 10**12 + 61), 10**24 + 7, True),
    "beyond machine words": ((2**70, 2**71 + 2, 2**72 + 4), 2**90 + 1, False),
    "three": ((1223, 1224, 3667), 79505, True),
    "three out of reach": ((37, 38, 112), 1331, False),
}


@pytest.mark.parametrize("name", KNAPSACKS)
def test_knapsack_like_sums_are_settled(name: str) -> None:
    weights, goal, possible = KNAPSACKS[name]
    answer = solve(stated(equation(goal, weights, counts("abc")[: len(weights)])))
    assert isinstance(answer, Witness if possible else Conflict)


def test_bounds_move_to_the_values_that_equations_leave() -> None:
    a, b = counts("ab")
    found = bounds(stated(equation(1, (3, -10), (a, b)), equation(Interval.at_most(99), (1,), (a,))), [a, b])
    assert (str(found[a].interval), str(found[b].interval)) == ("[7, 97]", "[2, 29]")
    assert found[a].proved


def test_bounds_that_would_move_by_little_stay() -> None:
    (d,) = counts("d")
    statements = stated(equation(1, (37, -100, 50), (d, A, B)))
    near, far = ([*statements, Statement("most", (equation(Interval.at_most(n), (1,), (d,)),))] for n in (123, 9999))
    _, decided = settled(Lattice, near)
    assert isinstance(decided, Tighter)
    assert [(slot, least) for slot, least, _ in decided.bounds] == [(0, 23)]
    assert settled(Lattice, far)[1] is None


def test_equations_with_one_solution_leave_one_value() -> None:
    statements = stated(equation(4, (1, 1), (A, B)), equation(2, (1, -1), (A, B)), equation(8, (3, -1), (A, B)))
    _, decided = settled(Lattice, statements)
    assert isinstance(decided, Tighter)
    assert [(slot, least) for slot, least, _ in decided.bounds] == [(0, 3), (1, -3), (2, 1), (3, -1)]
    with patch.object(search, "LAYERS", (Lattice,)):
        answer = solve(statements)
    assert isinstance(answer, Witness)
    assert answer.values == {A: 3, B: 1}
