"""Answers of the solver: conflicts, bounds, budgets, and systems that are hard for one of its layers."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.articles import articles
from factcheck.constraint import (
    Condition,
    Constraint,
    Either,
    Product,
    Quantity,
    Ratio,
    Relation,
    SetRelation,
    Statement,
)
from factcheck.interval import Interval
from factcheck.solve import Answer, Budget, Conflict, System, Undecided, Witness, bounds, conflicts, prove, solve
from factcheck.solve.decide import REGIONS
from tests.strategies import examples
from tests.systems import set_systems, systems

TINY = Budget(steps=1, shrinking=1)


def quantities(names: str, *, whole: bool = True) -> list[Quantity]:
    return [Quantity(name, whole=whole) for name in names.split()]


def total(within: Interval, *weighted: tuple[Quantity, int]) -> Constraint:
    return Constraint(tuple((q, Fraction(weight)) for q, weight in weighted), within, f"total in {within}")


def said(name: str, *conditions: Condition) -> Statement:
    return Statement(name, conditions)


def share(part: Quantity, whole: Quantity, low: str, high: str) -> list[Condition]:
    within = Interval(Fraction(low), Fraction(high))
    return list(Ratio(((part, Fraction(1)),), ((whole, Fraction(1)),)).within(within, "share"))


def exactly(quantity: Quantity, value: int) -> Constraint:
    return total(Interval.exactly(value), (quantity, 1))


def proved(statements: Iterable[Statement], answer: Answer) -> bool:
    if isinstance(answer, Witness):
        return prove.witness(tuple(statements), answer.values, answer.regions)
    return isinstance(answer, Conflict) and prove.refutation(answer.statements, answer.refutation)


# conflicts


@examples(40)
@given(systems() | set_systems())
def test_every_member_of_a_minimal_conflict_is_needed(statements: list[Statement]) -> None:
    answer = solve(statements)
    if isinstance(answer, Conflict):
        assert answer.minimal
        order = [statement.name for statement in statements]
        assert [s.name for s in answer.statements] == sorted((s.name for s in answer.statements), key=order.index)
        for member in answer.statements:
            fewer = [statement for statement in answer.statements if statement is not member]
            rest = solve(fewer)
            assert isinstance(rest, Witness)
            assert prove.witness(fewer, rest.values, rest.regions)


def test_each_disjoint_conflict_is_told_and_the_rest_can_hold() -> None:
    names = quantities("a b c")
    statements = [said(f"{q.name}{value}", exactly(q, value)) for q in names for value in (1, 2)]
    review = conflicts(statements)
    assert [[s.name for s in conflict.statements] for conflict in review.conflicts] == [
        ["a1", "a2"],
        ["b1", "b2"],
        ["c1", "c2"],
    ]
    assert review.rest == ()
    assert isinstance(review.answer, Witness)


def test_a_conflict_of_structure_alone_takes_the_structure_out() -> None:
    a, b = quantities("a b")
    inside = Statement("inside", (total(Interval.at_most(0), (a, 1), (b, -1)),), SetRelation(Relation.SUBSET, b, (a,)))
    beyond = Statement("beyond", (total(Interval.above(0), (a, 1), (b, -1)),), SetRelation(Relation.SUBSET, a, (b,)))
    review = conflicts([inside, beyond, said("five", exactly(a, 5))])
    assert [[s.name for s in conflict.statements] for conflict in review.conflicts] == [["inside", "beyond"]]
    assert [s.name for s in review.rest] == ["five"]


def test_a_name_may_stand_once() -> None:
    (a,) = quantities("a")
    with pytest.raises(ValueError, match="two statements are named 'x'"):
        System([said("x", exactly(a, 1)), said("x", exactly(a, 2))])
    with pytest.raises(ValueError, match="two statements are named 'x'"):
        System([said("x", exactly(a, 1))]).solve(extra=[said("x", exactly(a, 2))])


def test_an_extra_statement_may_join_what_was_apart_or_speak_of_something_new() -> None:
    a, b, c = quantities("a b c")
    system = System([said("a", exactly(a, 1)), said("b", exactly(b, 1)), said("d", exactly(c, 3))])
    joined = system.solve(extra=[said("sum", total(Interval.exactly(3), (a, 1), (b, 1)))])
    assert isinstance(joined, Conflict)
    assert [s.name for s in joined.statements] == ["a", "b", "sum"]
    assert isinstance(system.solve(extra=[said("new", exactly(Quantity("new"), 7))]), Witness)
    assert isinstance(system.solve(active=set()), Witness)


# bounds


def test_bounds_of_what_nobody_speaks_of_are_its_own() -> None:
    free = Quantity("free", within=Interval(Fraction(1, 2), Fraction(9, 2)))
    amount = Quantity("amount", whole=False, within=Interval(Fraction(1, 2), Fraction(9, 2)))
    found = bounds([], [free, amount])
    assert str(found[free].interval) == "[1, 4]"
    assert str(found[amount].interval) == "[1/2, 9/2]"


def test_bounds_of_what_cannot_be_are_refused() -> None:
    (a,) = quantities("a")
    with pytest.raises(ValueError, match="there is no way for these to hold at once"):
        bounds([said("one", exactly(a, 1)), said("two", exactly(a, 2))], [a])


def test_an_open_end_is_told_as_open() -> None:
    (a,) = quantities("a", whole=False)
    found = bounds([said("range", total(Interval(Fraction(1), Fraction(2), high_open=True), (a, 1)))], [a])[a]
    assert (str(found.interval), found.proved) == ("[1, 2)", True)


def test_what_has_no_end_is_told_to_have_none() -> None:
    a, b = quantities("a b")
    x, y = quantities("x y", whole=False)
    found = bounds([said("more", total(Interval.at_least(1), (a, 1), (b, -2)))], [a, b])
    assert (found[a].interval.high, found[a].proved, found[b].interval.high) == (None, True, None)
    amounts = bounds([said("more", total(Interval.at_least(1), (x, 1), (y, -2)))], [x, y])
    assert (amounts[x].interval.high, amounts[x].proved, amounts[x].interval.low) == (None, True, 1)


def test_only_what_is_asked_for_is_bounded() -> None:
    a, b = quantities("a b")
    assert list(bounds([said("a", exactly(a, 1)), said("b", exactly(b, 2))], [b])) == [b]


# sets of counts and of amounts


def ring(*, amounts: int, sizes: tuple[str, ...]) -> list[Statement]:
    """Three sets and the union of each two of them, some of which are amounts; the last size is that of all three."""
    names = [Quantity(name, whole=place >= amounts) for place, name in enumerate(("a", "b", "c"))]
    pairs = [(names[0], names[1]), (names[1], names[2]), (names[0], names[2]), tuple(names)]
    unions = [Quantity(f"u{n}", whole=all(q.whole for q in pair)) for n, pair in enumerate(pairs)]
    facts = [
        Statement(
            f"fact {union}",
            (
                *(total(Interval.at_most(0), (part, 1), (union, -1)) for part in pair),
                total(Interval.at_least(0), *((part, 1) for part in pair), (union, -1)),
            ),
            SetRelation(Relation.UNION, union, pair),
        )
        for union, pair in zip(unions, pairs, strict=True)
    ]
    counts = [
        said(f"size {q}", total(Interval.exactly(Fraction(size)), (q, 1)))
        for q, size in zip((*names, *unions), sizes, strict=True)
    ]
    return [*facts, *counts]


@pytest.mark.parametrize("amounts", [0, 1, 2, 3])
def test_unions_of_counts_and_amounts_that_share_members_are_laid_out_together(amounts: int) -> None:
    apart = ring(amounts=amounts, sizes=("2", "2", "2", "4", "4", "4", "6"))
    assert isinstance(solve(apart), Witness)
    assert proved(apart, solve(apart))
    never = ring(amounts=amounts, sizes=("2", "2", "2", "4", "4", "4", "5"))  # apart in pairs is apart in all
    answer = solve(never)
    assert isinstance(answer, Conflict)
    assert proved(never, answer)


def test_what_may_be_negative_is_no_set() -> None:
    gain, loss = (Quantity(name, within=Interval(Fraction(-9), Fraction(9))) for name in ("gain", "loss"))
    odd = [Statement("odd", (), SetRelation(Relation.UNION, gain, (loss,))), said("gain", exactly(gain, -3))]
    answer = solve(odd)
    assert isinstance(answer, Witness)
    assert answer.regions == ()


def test_amounts_may_overlap_by_less_than_one() -> None:
    halves = ring(amounts=3, sizes=("2", "2", "2", "7/2", "7/2", "7/2", "9/2"))
    assert proved(halves, solve(halves))


# budgets


@examples(30)
@given(systems() | set_systems(), st.integers(1, 400))
def test_a_small_budget_gives_the_right_answer_or_none(statements: list[Statement], steps: int) -> None:
    answer = solve(statements, Budget(steps=steps, shrinking=2 * steps, bounds=steps))
    full = solve(statements)
    if isinstance(answer, Undecided):
        assert answer.tried
    else:
        assert type(answer) is type(full)
        assert proved(statements, answer)
    assert answer == solve(statements, Budget(steps=steps, shrinking=2 * steps, bounds=steps))


@examples(30)
@given(systems() | set_systems(), st.integers(1, 300))
def test_bounds_under_a_small_budget_are_safe(statements: list[Statement], steps: int) -> None:
    full = solve(statements)
    if not isinstance(full, Conflict):
        asked = list(dict.fromkeys(q for statement in statements for q in statement.quantities))
        small = Budget(steps=steps, shrinking=steps, bounds=steps)
        best = bounds(statements, asked)
        try:
            found = bounds(statements, asked, small)
        except ValueError:
            raise AssertionError("possible") from None
        for quantity in asked:
            assert found[quantity].interval.contains(best[quantity].interval)
            if found[quantity].proved:
                assert found[quantity].interval == best[quantity].interval


def test_a_conflict_that_could_not_be_shrunk_is_not_called_minimal() -> None:
    names = quantities("a b c d e f g h")
    chain = [
        said(f"s{n}", total(Interval.above(0), (one, 1), (two, -1)))
        for n, (one, two) in enumerate(zip(names, [*names[1:], names[0]], strict=True))
    ]
    extra = [said("x", total(Interval.at_most(100), (names[0], 1)))]
    answer = solve([*chain, *extra], Budget(shrinking=1))
    assert isinstance(answer, Conflict)
    assert not answer.minimal
    assert proved(chain, answer)


def test_what_is_known_of_other_components_is_kept_when_one_is_undecided() -> None:
    a, b, c = quantities("a b c")
    knapsack = said("knapsack", total(Interval.exactly(10**9 + 7), (a, 10**5 + 3), (b, 10**5 + 7)))
    answer = solve([knapsack, said("c", exactly(c, 3))], Budget(steps=6))
    assert isinstance(answer, Undecided)
    assert answer.values == {c: 3}
    assert [s.name for s in answer.statements] == ["knapsack"]


def test_sets_beyond_the_cap_are_undecided_and_never_passed() -> None:
    whole, *parts = quantities("w a b c d e f g h i j k l")
    unions = [
        Statement(
            f"u{n}",
            tuple(total(Interval.at_most(0), (p, 1), (u, -1)) for p in three),
            SetRelation(Relation.UNION, u, tuple(three)),
        )
        for n, (u, three) in enumerate(
            (Quantity(f"u{n}"), [parts[n], parts[(n + 1) % 12], parts[(n + 5) % 12]]) for n in range(12)
        )
    ]
    counts = [said(f"c{q.name}", exactly(q, 5)) for q in parts]
    answer = solve([*unions, *counts], Budget(regions=4))
    assert isinstance(answer, Undecided)
    assert REGIONS in answer.tried
    assert whole not in answer.values


# hard systems


def test_a_circle_of_ranks_is_a_conflict_of_all_of_it() -> None:
    names = quantities("a b c d e")
    circle = [
        said(f"s{n}", total(Interval.above(0), (one, 1), (two, -1)))
        for n, (one, two) in enumerate(zip(names, [*names[1:], names[0]], strict=True))
    ]
    answer = solve(circle)
    assert isinstance(answer, Conflict)
    assert len(answer.statements) == 5
    assert proved(circle, answer)


@given(st.lists(st.integers(1, 9_999), min_size=2, max_size=4))
def test_shares_that_leave_no_room_are_met_by_a_multiple_of_one_solution(tens_of_thousandths: list[int]) -> None:
    whole, *parts = quantities("whole a b c d")
    said_of = [
        said(part.name, total(Interval.exactly(0), (part, 10_000), (whole, -tens)))
        for part, tens in zip(parts, tens_of_thousandths, strict=False)
    ]
    least = said("whole", Constraint(((whole, Fraction(1)),), Interval.at_least(3), "whole was at least 3"))
    answer = solve([*said_of, least], Budget(steps=100, z3=0))
    assert isinstance(answer, Witness)
    assert proved([*said_of, least], answer)


def test_two_amounts_strictly_beyond_each_other_cannot_be() -> None:
    x, y = quantities("x y", whole=False)
    both = [
        said("xy", total(Interval.above(0), (x, 1), (y, -1))),
        said("yx", total(Interval.above(0), (y, 1), (x, -1))),
    ]
    assert proved(both, solve(both))
    assert isinstance(solve(both), Conflict)
    near = [
        said("xy", total(Interval(Fraction(0), Fraction(1, 10**30), low_open=True, high_open=True), (x, 1), (y, -1)))
    ]
    assert isinstance(solve(near), Witness)


@pytest.mark.parametrize(
    ("weights", "goal", "possible"),
    [
        ((6, 10, 15), 29, False),
        ((6, 10, 15), 30, True),
        ((4, 6), 9, False),
        ((7, 11, 13), 30, False),
        ((7, 11, 13), 31, True),
    ],
)
def test_sums_that_only_whole_numbers_refute(weights: tuple[int, ...], goal: int, possible: bool) -> None:
    names = quantities("a b c")[: len(weights)]
    statements = [said("sum", total(Interval.exactly(goal), *zip(names, weights, strict=True)))]
    answer = solve(statements)
    assert isinstance(answer, Witness) is possible
    assert proved(statements, answer)


def test_magnitudes_beyond_machine_words_are_exact() -> None:
    a, b = quantities("a b")
    huge = 2**80
    right = [
        said("sum", total(Interval.exactly(huge), (a, 1), (b, 1))),
        said("a", exactly(a, huge - 1)),
        said("b", exactly(b, 1)),
    ]
    assert isinstance(solve(right), Witness)
    wrong = [*right[:2], said("b", exactly(b, 2))]
    assert isinstance(solve(wrong), Conflict)
    assert proved(wrong, solve(wrong))


def test_a_budget_of_a_million_millions_with_three_significant_figures() -> None:
    part, whole = quantities("part whole")
    about = Interval(Fraction(1_234_500_000_000), Fraction(1_235_500_000_000))
    statements = [said("whole", total(about, (whole, 1))), said("share", *share(part, whole, "0.3255", "0.3265"))]
    assert proved(statements, solve(statements))
    found = bounds(statements, [part])[part]
    assert found.proved
    assert found.interval.low is not None
    assert found.interval.low == -(-(1_234_500_000_000 * 3255) // 10_000)


def test_the_share_of_a_large_base_leaves_exact_counts() -> None:
    part, whole = quantities("part whole")
    statements = [said("whole", exactly(whole, 1_494_391)), said("share", *share(part, whole, "0.32645", "0.32655"))]
    found = bounds(statements, [part])[part].interval
    assert found.low is not None
    assert found.high is not None
    assert [Fraction(n, 1_494_391) >= Fraction("0.32645") for n in (int(found.low) - 1, int(found.low))] == [
        False,
        True,
    ]
    assert [Fraction(n, 1_494_391) <= Fraction("0.32655") for n in (int(found.high), int(found.high) + 1)] == [
        True,
        False,
    ]


@pytest.mark.no_cover
def test_a_chain_of_two_hundred_equal_numbers() -> None:
    names = [Quantity(f"q{n}") for n in range(200)]
    chain = [
        said(f"s{n}", total(Interval.exactly(0), (one, 1), (two, -1)))
        for n, (one, two) in enumerate(itertools.pairwise(names))
    ]
    ends = [said("first", exactly(names[0], 7)), said("last", exactly(names[-1], 8))]
    assert isinstance(solve([*chain, ends[0]]), Witness)
    answer = solve([*chain, *ends])
    assert isinstance(answer, Conflict)
    assert len(answer.statements) == 201


def test_a_product_is_exact_in_the_witness_and_refuted_by_its_hull() -> None:
    a, b, c = quantities("a b c")
    times = said("times", Product(c, a, b, "product"))
    square = [times, said("same", total(Interval.exactly(0), (a, 1), (b, -1))), said("c", exactly(c, 144))]
    answer = solve(square)
    assert isinstance(answer, Witness)
    assert answer.values[a] == 12
    small = [
        times,
        said("a", total(Interval(Fraction(0), Fraction(3)), (a, 1))),
        said("b", total(Interval(Fraction(0), Fraction(4)), (b, 1))),
        said("c", exactly(c, 13)),
    ]
    assert isinstance(solve(small), Conflict)
    assert proved(small, solve(small))


def test_either_of_two_bases_may_be_meant() -> None:
    part, one, other = quantities("part one other")
    sides = tuple(
        tuple(c for c in share(part, base, "0.495", "0.505") if isinstance(c, Constraint)) for base in (one, other)
    )
    statements = [
        said("part", exactly(part, 50)),
        said("one", exactly(one, 70)),
        said("other", exactly(other, 100)),
        said("either", Either(sides, "either")),
    ]
    assert isinstance(solve(statements), Witness)
    neither = [*statements[:2], said("other", exactly(other, 120)), statements[3]]
    answer = solve(neither)
    assert isinstance(answer, Conflict)
    assert len(answer.statements) == 4


# articles


@pytest.mark.no_cover
@pytest.mark.parametrize("vague", [False, True])
@pytest.mark.parametrize("slips", [0, 1, 2])
def test_drawn_articles_are_settled_and_true_ones_pass(slips: int, vague: bool) -> None:
    undecided = 0
    drawn = articles(40, vague=vague)
    for seed, article in enumerate(drawn):
        assert all(s.holds(article.truth) for s in article.statements)
        answer = solve(article.with_slips(slips, seed).statements if slips else article.statements)
        assert slips or not isinstance(answer, Conflict)
        undecided += isinstance(answer, Undecided)
    assert 100 * undecided <= len(drawn)
