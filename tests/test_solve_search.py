"""Branching by itself, systems with something added, and facts about sets as rows."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from unittest.mock import patch

import pytest

from factcheck.constraint import Quantity, Relation, SetRelation, Statement
from factcheck.interval import Interval
from factcheck.solve import (
    Budget,
    Conflict,
    System,
    Undecided,
    Witness,
    bounds,
    conflicts,
    overlap,
    prove,
    search,
    solve,
)
from factcheck.solve.budget import Meter
from factcheck.solve.program import compiled
from factcheck.solve.refutation import Split
from factcheck.solve.search import Search
from factcheck.solve.venn import Fact, facts_of, planned, regions_of
from tests.test_solve_layers import counts, equation, stated

LOW, HIGH = Interval.at_least(5), Interval.at_most(5)


def started(*quantities: Quantity) -> Search:
    """A search that has propagated a sum that bounds nothing."""
    wide = equation(Interval.above(-1000), [1] * len(quantities), quantities)
    under_way = Search(compiled(stated(wide)), [0], Meter(1_000))
    assert under_way.propagation.propagate() is None
    return under_way


# branching


@pytest.mark.parametrize(
    ("within", "at"),
    [(Interval(Fraction(2), Fraction(9)), 5), (LOW, 5), (HIGH, 4), (Interval(), 0)],
    ids=["the middle", "no most", "no least", "neither"],
)
def test_a_count_is_split_in_the_middle_or_at_the_only_end(within: Interval, at: int) -> None:
    under_way = started(Quantity("a", within=within), Quantity("b", whole=False))
    assert under_way._decision().bounds == ((1, -at, False), (0, at + 1, False))


def test_an_amount_is_split_into_at_most_and_more_than() -> None:
    under_way = started(Quantity("a", whole=False, within=Interval(Fraction(2), Fraction(3))))
    assert under_way._decision().bounds == ((1, Fraction(-5, 2), False), (0, Fraction(5, 2), True))


def test_the_smallest_range_is_split_first() -> None:
    wide, narrow = (Quantity(name, within=Interval(Fraction(0), Fraction(most))) for name, most in (("w", 9), ("n", 2)))
    assert started(wide, narrow)._decision().bounds[0][0] >> 1 == 1


def test_a_split_that_has_nothing_to_do_with_the_contradiction_is_no_part_of_the_proof() -> None:
    most = Interval(Fraction(0), Fraction(3))
    a, b, aside = (
        Quantity("a", within=most),
        Quantity("b", within=most),
        Quantity("c", within=Interval(Fraction(0), Fraction(1))),
    )
    statements = stated(
        equation(3, (1, 1), (a, b)), equation(0, (1, -1), (a, b)), equation(Interval.at_most(9), (1, 1), (a, aside))
    )
    with patch.object(search, "LAYERS", ()):
        answer = solve(statements)
    assert isinstance(answer, Conflict)
    assert answer.statements == tuple(statements[:2])
    assert prove.refutation(answer.statements, answer.refutation)
    splits = [node.closing.quantity for node in answer.refutation.nodes if isinstance(node.closing, Split)]
    assert splits
    assert set(splits) <= {a, b}


# systems


def test_what_is_added_is_settled_by_a_budget_of_its_own() -> None:
    a, b = counts("ab")
    system = System(stated(equation(3, (1,), (a,)), equation(Interval.at_most(4), (1,), (b,))))
    names = {statement.name for statement in system.statements}
    sums = {goal: [Statement("sum", (equation(goal, (1, 1), (a, b)),))] for goal in (7, 8)}
    assert isinstance(system.possible(names, sums[7], Budget()), Witness)
    refused = system.possible(names, sums[8], Budget())
    assert isinstance(refused, Conflict)
    assert not refused.minimal
    assert isinstance(system.possible(names, sums[8], Budget(steps=1)), Undecided)
    assert isinstance(system.possible(names, [Statement("other", (equation(5, (1,), (a,)),))], Budget()), Conflict)


def test_a_survey_that_runs_out_of_steps_takes_no_conflict_back() -> None:
    a, b = counts("ab")
    statements = stated(
        equation(3, (1,), (a,)), equation(4, (1,), (a,)), equation(9, (1, 1), (a, b)), equation(2, (1,), (b,))
    )
    full, hurried = conflicts(statements), conflicts(statements, Budget(surveying=1))
    assert full.conflicts[0].statements == tuple(statements[:2])
    assert [c.statements for c in hurried.conflicts] == [c.statements for c in full.conflicts]


def test_bounds_of_amounts_are_those_of_all_rows_together() -> None:
    ten = Interval(Fraction(0), Fraction(10))
    x, y = (Quantity(name, whole=False, within=ten) for name in "xy")
    rows = stated(equation(Interval.at_most(12), (1, 1), (x, y)), equation(Interval.at_most(3), (1, -1), (x, y)))
    found = bounds(rows, [x])[x]
    assert (str(found.interval), found.proved) == ("[0, 15/2]", True)


# sets


@pytest.mark.parametrize("relation", list(Relation))
def test_a_fact_fits_exactly_the_sizes_that_keep_its_rows(relation: Relation) -> None:
    whole, *parts = counts("wab")
    for fact in facts_of([Statement("fact", (), SetRelation(relation, whole, tuple(parts)))]):
        for values in product(range(4), repeat=3):
            sizes = dict(zip((whole, *parts), values, strict=True))
            assert fact.fits(sizes) is _keeps(fact, sizes)


@pytest.mark.parametrize("relation", list(Relation))
def test_search_and_proof_know_the_regions_that_a_fact_allows(relation: Relation) -> None:
    sets = counts("wab")
    said = SetRelation(relation, sets[0], tuple(sets[1:]))
    some = [frozenset(region) for size in (1, 2, 3) for region in combinations(sets, size)]
    allowed = {region for region in some if said.allows(region)}
    (group,) = planned(facts_of([Statement("fact", (), said)]), peel=False).groups[:1]
    searched = regions_of(group, 9)[1]
    assert searched is not None
    assert {frozenset(region) for region in searched} == allowed
    assert {frozenset(region) for region in overlap._regions(sets, [said])} == allowed


def _keeps(fact: Fact, sizes: dict[Quantity, int]) -> bool:
    sums = [(sum(weight * sizes[q] for q, weight in row.terms), row) for row in fact.rows()]
    return all((row.low is None or row.low <= s) and (row.high is None or s <= row.high) for s, row in sums)
