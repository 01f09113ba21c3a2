"""Proofs: what is no witness or no refutation is refused, however it was come by."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.constraint import Constraint, Either, Product, Quantity, Relation, SetRelation, Statement
from factcheck.interval import EMPTY, Interval
from factcheck.solve import Conflict, Refutation, Region, Undecided, Witness, prove, solve
from factcheck.solve.box import end_left, spread
from factcheck.solve.refutation import (
    Cases,
    Closing,
    Contradiction,
    Crossed,
    Derive,
    Exhausted,
    Given,
    Group,
    Linked,
    Node,
    Select,
    Side,
    Split,
    Step,
    unknown,
)
from tests.oracle import Oracle
from tests.strategies import examples
from tests.systems import set_systems, systems

A, B, C = (Quantity(name, within=Interval(Fraction(0), Fraction(9))) for name in "abc")
HALF, ONE, ONCE = Quantity("half", whole=False), Fraction(1), Quantity("once")


def total(within: Interval, *weighted: tuple[Quantity, int]) -> Constraint:
    return Constraint(tuple((quantity, Fraction(weight)) for quantity, weight in weighted), within, "total")


def said(name: str, *conditions: Constraint | Either | Product, sets: SetRelation | None = None) -> Statement:
    return Statement(name, conditions, sets)


def closed(*steps: Step, by: Closing) -> Refutation:
    """A proof of one node that closes so."""
    return Refutation((Node(steps, by),))


# witnesses


def test_a_count_is_no_fraction_and_lies_in_its_own_range() -> None:
    both = [said("both", total(Interval.exactly(1), (A, 1), (B, 1)))]
    assert prove.witness(both, {A: ONE, B: Fraction(0)})
    assert not prove.witness(both, {A: Fraction(1, 2), B: Fraction(1, 2)})
    assert not prove.witness(both, {A: Fraction(-1), B: Fraction(2)})
    assert not prove.witness(both, {A: ONE})
    halves = [said("half", total(Interval.exactly(1), (HALF, 2)))]
    assert prove.witness(halves, {HALF: Fraction(1, 2)})


@examples(40)
@given(systems(), st.data())
def test_values_are_a_witness_exactly_where_every_statement_holds(
    statements: list[Statement], data: st.DataObject
) -> None:
    oracle = Oracle(statements)
    values = {q: Fraction(data.draw(st.sampled_from(list(q.within.integers())))) for q in oracle.quantities}
    assert prove.witness(statements, values) is all(statement.holds(values) for statement in statements)


UNION = said(
    "union",
    total(Interval.at_most(0), (A, 1), (C, -1)),
    total(Interval.at_most(0), (B, 1), (C, -1)),
    sets=SetRelation(Relation.UNION, C, (A, B)),
)
SIZES = {A: Fraction(3), B: Fraction(2), C: Fraction(4)}
REGIONS = (Region((A, C), Fraction(2)), Region((A, B, C), ONE), Region((B, C), ONE))


def test_regions_show_how_sets_overlap() -> None:
    assert prove.witness([UNION], SIZES, REGIONS)


@pytest.mark.parametrize(
    "regions",
    [
        (),
        REGIONS[:2],
        (*REGIONS, Region((A, C), Fraction(0)), Region((C,), ONE)),
        (replace(REGIONS[0], size=Fraction(-2)), *REGIONS[1:], Region((A, C), Fraction(4))),
        (
            Region((A, C), Fraction(3, 2)),
            Region((A, B, C), Fraction(3, 2)),
            Region((B, C), Fraction(1, 2)),
            Region((C,), Fraction(1, 2)),
        ),
        (
            Region((A, C), Fraction(5, 2)),
            Region((A, B, C), Fraction(1, 2)),
            Region((B, C), Fraction(3, 2)),
            Region((A,), Fraction(0)),
        ),
    ],
    ids=["none", "one is missing", "outside every part", "negative", "cases cut in two", "too large"],
)
def test_regions_that_the_facts_do_not_allow_are_refused(regions: tuple[Region, ...]) -> None:
    assert not prove.witness([UNION], SIZES, regions)


# refutations


def weakened(statements: tuple[Statement, ...], at: int) -> list[Statement]:
    """The statements, one of which says nothing any more."""
    return [replace(s, conditions=(), sets=None) if place == at else s for place, s in enumerate(statements)]


@examples(40)
@given(systems() | set_systems())
def test_no_proof_of_a_conflict_outlives_one_of_its_members(statements: list[Statement]) -> None:
    answer = solve(statements)
    if isinstance(answer, Conflict):
        assert prove.refutation(answer.statements, answer.refutation)
        for at in range(len(answer.statements)):
            fewer = weakened(answer.statements, at)
            assert Oracle(fewer).is_possible()
            assert not prove.refutation(fewer, answer.refutation)


@examples(40)
@given(systems(), systems(), st.data())
def test_no_proof_however_bent_refutes_what_is_possible(
    impossible: list[Statement], others: list[Statement], data: st.DataObject
) -> None:
    answer = solve(impossible)
    if isinstance(answer, Conflict):
        at = data.draw(st.integers(0, len(answer.statements) - 1))
        for possible in (others, weakened(answer.statements, at)):
            if isinstance(solve(possible), Witness):
                assert not prove.refutation(possible, bent(answer.refutation, data))


def bent(proof: Refutation, data: st.DataObject) -> Refutation:
    """The proof with one node changed: a step lost or moved, a bound shifted, a multiplier turned round, a split moved."""
    number = data.draw(st.integers(0, len(proof.nodes) - 1))
    node = proof.nodes[number]
    steps = list(node.steps)
    if steps:
        at = data.draw(st.integers(0, len(steps) - 1))
        step = steps.pop(at)
        if isinstance(step, Derive) and data.draw(st.booleans()):
            shift = data.draw(st.sampled_from((Fraction(-1), Fraction(1), Fraction(1, 2))))
            steps.insert(at, replace(step, bound=step.bound + shift))
    closing = node.closing
    match closing:
        case Contradiction(by) if data.draw(st.booleans()):
            closing = Contradiction(tuple((source, -multiplier) for source, multiplier in by))
        case Split() if data.draw(st.booleans()):
            closing = replace(closing, at=closing.at + 1)
        case Cases() if closing.branches:
            closing = replace(closing, branches=closing.branches[:1] * len(closing.branches))
    return replace(proof, nodes=(*proof.nodes[:number], Node(tuple(steps), closing), *proof.nodes[number + 1 :]))


AT_MOST, AT_LEAST = said("most", total(Interval.at_most(3), (A, 1))), said("least", total(Interval.at_least(4), (A, 1)))
SUM = ((Given("most", 0), ONE), (Given("least", 0), Fraction(-1)))
MOST = Derive(A, Side.MOST, Fraction(3), open=False, by=((Given("most", 0), ONE),))
LEAST = Derive(A, Side.LEAST, Fraction(4), open=False, by=((Given("least", 0), ONE),))
CHOICE = said(
    "choice", Either(((total(Interval.at_least(4), (A, 1)),), (total(Interval.at_least(5), (A, 1)),)), "either")
)
EITHER = Given("choice", 0)
TIMES = said("times", Product(C, A, B, "product"))
RIGHT = {
    "a sum": closed(by=Contradiction(SUM)),
    "bounds that cross": closed(MOST, LEAST, by=Crossed(A)),
    "bounds that cross on the way": closed(MOST, LEAST, by=Contradiction(())),
    "alternatives all dead": closed(MOST, by=Exhausted(EITHER, ((0, 0), (1, 0)))),
    "the alternative that is left": closed(
        MOST, Select(EITHER, 1, ((0, 0),)), by=Contradiction(((Given("choice", 0, 1), ONE),))
    ),
    "cases": Refutation(
        (
            Node((), Contradiction(((Given("choice", 0, 0), ONE), (Given("most", 0), Fraction(-1))))),
            Node((), Contradiction(((Given("choice", 0, 1), ONE), (Given("most", 0), Fraction(-1))))),
            Node((), Cases(EITHER, (0, 1))),
        )
    ),
    "a split": Refutation(
        (
            Node((), Contradiction(((Given("least", 0), ONE),))),
            Node((), Contradiction(((Given("most", 0), ONE),))),
            Node((), Split(A, Fraction(3), 0, 1)),
        )
    ),
}
WRONG = {
    "a sum that can be": closed(by=Contradiction(SUM[:1])),
    "a sum of nothing": closed(by=Contradiction(())),
    "a bound that does not follow": closed(replace(MOST, bound=Fraction(2)), LEAST, by=Crossed(A)),
    "bounds that touch": closed(MOST, replace(LEAST, bound=Fraction(3)), by=Crossed(A)),
    "a bound for a stranger": closed(replace(MOST, quantity=B), by=Crossed(B)),
    "a strange statement": closed(by=Contradiction(((Given("nobody", 0), ONE),))),
    "a strange condition": closed(by=Contradiction(((Given("most", 7), ONE),))),
    "a condition counted from the end": closed(
        by=Contradiction(((Given("most", -1), ONE), (Given("least", -1), -ONE)))
    ),
    "alternatives not all dead": closed(MOST, by=Exhausted(EITHER, ((0, 0),))),
    "an alternative that lives": closed(by=Exhausted(EITHER, ((0, 0), (1, 0)))),
    "an alternative not taken": closed(MOST, by=Contradiction(((Given("choice", 0, 1), ONE),))),
    "a choice that is none": closed(by=Exhausted(Given("most", 0), ())),
    "a choice taken for a sum": closed(by=Contradiction(((EITHER, ONE),))),
    "a sum taken for a product": closed(replace(MOST, by=Given("most", 0)), LEAST, by=Crossed(A)),
    "a case left out": Refutation(
        (
            Node((), Contradiction(((Given("choice", 0, 0), ONE), (Given("most", 0), -ONE)))),
            Node((), Cases(EITHER, (0,))),
        )
    ),
    "a branch into itself": Refutation((Node((), Split(A, Fraction(3), 0, 0)),)),
    "a link to no group": closed(by=Contradiction(((Linked(0, A), ONE),))),
}
IMPOSSIBLE = [AT_MOST, AT_LEAST, CHOICE, TIMES]


@pytest.mark.parametrize("name", RIGHT)
def test_a_proof_by_hand_is_followed(name: str) -> None:
    assert prove.refutation(IMPOSSIBLE, RIGHT[name])


@pytest.mark.parametrize("name", WRONG)
def test_a_faulty_proof_is_refused_though_the_statements_are_impossible(name: str) -> None:
    assert not prove.refutation(IMPOSSIBLE, WRONG[name])


def test_a_product_bounds_its_result_and_a_factor_that_the_other_is_not_zero_of() -> None:
    two = said("two", total(Interval.at_least(2), (A, 1)))
    by_two = Derive(A, Side.LEAST, Fraction(2), open=False, by=((Given("two", 0), ONE),))
    by = Given("times", 0)
    result = Derive(C, Side.MOST, Fraction(4), open=False, by=by)
    assert prove.bounds([two, TIMES], [by_two, result]) is None  # 2 × 9 is more than 4
    half = prove.bounds([two, TIMES], [by_two, Derive(B, Side.MOST, Fraction(4), open=False, by=by)])
    assert half is not None
    assert half[B].high == 4  # at most 9 / 2, in whole things
    turned = [two, said("times", Product(C, B, A, "product"))]
    assert prove.bounds(turned, [by_two, Derive(B, Side.MOST, Fraction(4), open=False, by=by)]) == half
    assert prove.bounds([TIMES], [Derive(B, Side.MOST, Fraction(4), open=False, by=by)]) is None  # a may be zero


def alone(name: str) -> tuple[tuple[Given, Fraction], ...]:
    return ((Given(name, 0), ONE),)


def test_a_quantity_with_one_value_is_moved_to_the_end_before_divisibility_is_looked_at() -> None:
    statements = [
        said("sum", total(Interval.exactly(19), (A, 2), (B, 4), (C, 2), (ONCE, 3))),
        said("four", total(Interval.exactly(4), (ONCE, 1))),
    ]
    four = [Derive(ONCE, side, Fraction(4), open=False, by=alone("four")) for side in Side]
    assert prove.refutation(statements, closed(*four, by=Contradiction(alone("sum"))))
    assert not prove.refutation(statements, closed(four[0], by=Contradiction(alone("sum"))))
    assert not prove.refutation(
        [said("sum", total(Interval.exactly(20), (A, 2), (B, 4), (C, 2), (ONCE, 3))), statements[1]],
        closed(*four, by=Contradiction(alone("sum"))),
    )


@pytest.mark.parametrize(
    ("side", "bound", "follows"),
    [(Side.LEAST, 4, True), (Side.LEAST, 5, False), (Side.MOST, 14, True), (Side.MOST, 13, False)],
)
@pytest.mark.parametrize("sort", ["whole", "an amount", "beside an amount", "no single total"])
def test_a_bound_moves_to_the_next_value_that_divisibility_leaves(
    sort: str, side: Side, bound: int, follows: bool
) -> None:
    mine = Quantity("mine", whole=sort != "an amount", within=Interval(Fraction(2), Fraction(20)))
    other = Quantity("other", whole=sort != "beside an amount", within=Interval())
    goal = Interval(Fraction(12), Fraction(22)) if sort == "no single total" else Interval.exactly(12)
    step = Derive(mine, side, Fraction(bound), open=False, by=alone("sum"))
    proved = prove.bounds([said("sum", total(goal, (mine, 3), (other, 10)))], [step]) is not None
    assert proved is (follows and sort == "whole")


@examples(60)
@given(st.lists(st.sampled_from((-6, -4, -3, 2, 3, 4, 6, 10)), min_size=2, max_size=3), st.integers(-9, 30), st.data())
def test_no_bound_by_divisibility_loses_a_value(weights: list[int], goal: int, data: st.DataObject) -> None:
    names = [A, B, C][: len(weights)]
    statement = said("sum", total(Interval.exactly(goal), *zip(names, weights, strict=True)))
    side, bound = data.draw(st.sampled_from(Side)), data.draw(st.integers(0, 9))
    if prove.bounds([statement], [Derive(A, side, Fraction(bound), open=False, by=alone("sum"))]) is not None:
        for values in itertools.product(range(10), repeat=len(names)):
            if sum(weight * value for weight, value in zip(weights, values, strict=True)) == goal:
                assert values[0] >= bound if side is Side.LEAST else values[0] <= bound


def test_a_sum_over_a_quantity_with_no_value_left_has_none() -> None:
    x, y = Quantity("x"), Quantity("y")
    assert spread({x: 2, y: -1}, {x: Interval.exactly(3), y: Interval.exactly(1)}) == Interval.exactly(5)
    assert spread({x: 2, y: -1}, {x: Interval.exactly(3), y: EMPTY}).is_empty


def test_regions_that_are_named_like_a_quantity_prove_nothing() -> None:
    group = Group((A, B, C), ("union",))
    clash = Quantity(unknown(0, (A, C), whole=True).name)
    proof = Refutation((Node((), Contradiction(((Linked(0, A), ONE),))),), (group,))
    named = said("named", total(Interval.at_least(0), (clash, 1)))
    assert not prove.refutation([UNION, named], proof)
    assert not prove.refutation([UNION], proof)
    assert not prove.refutation([], proof)
    assert not prove.refutation([UNION], replace(proof, groups=(Group((A, B), ("union",)),)))


def group_of(facts: list[Statement]) -> tuple[list[Statement], Group]:
    """Facts, and the group of all their sets."""
    sets = dict.fromkeys(q for fact in facts if fact.sets is not None for q in fact.sets.quantities)
    return facts, Group(tuple(sets), tuple(fact.name for fact in facts))


def subset(name: str, part: Quantity, whole: Quantity) -> Statement:
    return said(
        name, total(Interval.at_most(0), (part, 1), (whole, -1)), sets=SetRelation(Relation.SUBSET, whole, (part,))
    )


MANY = [Quantity(f"q{n}") for n in range(40)]
TOO_LARGE = {
    "a union of very many": group_of([said("wide", sets=SetRelation(Relation.UNION, MANY[0], tuple(MANY[1:])))]),
    "very many pairs": group_of([subset(f"s{n}", MANY[n], MANY[n + 1]) for n in range(0, 40, 2)]),
    "a set of no fact": ([UNION], Group((A, B, C, MANY[0]), ("union",))),
}


@pytest.mark.parametrize("name", TOO_LARGE)
def test_groups_that_cannot_be_laid_out_prove_nothing(name: str) -> None:
    facts, group = TOO_LARGE[name]
    link = Contradiction(((Linked(0, group.sets[0]), ONE),))
    assert not prove.refutation(facts, Refutation((Node((), link),), (group,)))


@pytest.mark.parametrize("answers", [True, False])
def test_what_is_not_proved_is_undecided(monkeypatch: pytest.MonkeyPatch, answers: bool) -> None:
    statements = [AT_MOST] if answers else [AT_MOST, AT_LEAST]
    monkeypatch.setattr(prove, "witness" if answers else "refutation", lambda *_: False)
    answer = solve(statements)
    assert isinstance(answer, Undecided)
    assert answer.tried == (f"{'values' if answers else 'a refutation'} that the check of proofs does not confirm",)


@pytest.mark.parametrize(
    ("within", "least", "left"),
    [
        (Interval(Fraction(7), None), True, (4, False)),
        (Interval(Fraction(6), None, low_open=True), True, (4, False)),
        (Interval(Fraction(6), None), True, (3, False)),
        (Interval(None, Fraction(6)), True, None),
        (Interval(None, Fraction(6)), False, (3, False)),
        (Interval(Fraction(6), None), False, None),
    ],
)
def test_a_sum_leaves_an_end_only_where_it_has_one_itself(
    within: Interval, least: bool, left: tuple[int, bool] | None
) -> None:
    """Twice a count, for itself."""
    assert end_left({A: 2}, within, A, {}, least=least) == left
