"""The laws of sums, ratios, alternatives and sets."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.constraint import Constraint, Either, Quantity, Ratio, Relation, SetRelation, gathered
from factcheck.interval import Interval

A, B, WHOLE = Quantity("a"), Quantity("b"), Quantity("whole")
ONE = Fraction(1)
small = st.integers(0, 12).map(Fraction)
shares = st.fractions(0, 1, max_denominator=20)


@given(small, small, shares, shares, st.booleans(), st.booleans())
def test_a_ratio_is_within_exactly_where_its_number_is(
    part: Fraction, whole: Fraction, first: Fraction, second: Fraction, low_open: bool, high_open: bool
) -> None:
    interval = Interval(min(first, second), max(first, second), low_open, high_open)
    ratio, values = Ratio(((A, ONE),), ((WHOLE, ONE),)), {A: part, WHOLE: whole}
    held = all(constraint.holds(values) for constraint in ratio.within(interval, "so"))
    assert held == (whole > 0 and part / whole in interval)


def test_nothing_is_a_share_of_nothing() -> None:
    ratio, nothing = Ratio(((A, ONE),), ((WHOLE, ONE),)), {A: Fraction(0), WHOLE: Fraction(0)}
    assert ratio.value(nothing) is None
    assert not all(constraint.holds(nothing) for constraint in ratio.within(Interval(), "so"))


@given(st.lists(st.tuples(st.sampled_from((A, B)), st.integers(-2, 2)), max_size=6))
def test_gathered_terms_keep_the_sum_and_no_zero_weight(terms: list[tuple[Quantity, int]]) -> None:
    values = {A: Fraction(7), B: Fraction(11)}
    found = gathered(terms)
    assert sum(weight * values[q] for q, weight in found) == sum(weight * values[q] for q, weight in terms)
    assert all(weight for _, weight in found)
    assert len({quantity for quantity, _ in found}) == len(found)


def test_one_alternative_is_enough() -> None:
    def is_at_least(value: int) -> tuple[Constraint, ...]:
        return (Constraint(((A, ONE),), Interval.at_least(value), "so"),)

    either = Either((is_at_least(5), is_at_least(9)), "so")
    assert either.holds({A: Fraction(5)})
    assert not either.holds({A: Fraction(4)})
    assert not Either((), "so").holds({})


def test_sets_allow_the_regions_that_their_words_allow() -> None:
    regions = [frozenset(r) for r in chain.from_iterable(combinations((A, B, WHOLE), n) for n in range(4))]
    allowed = {
        relation: {r for r in regions if SetRelation(relation, WHOLE, (A, B)).allows(r)} for relation in Relation
    }
    nothing, rest, first, second, both = (
        frozenset[Quantity](),
        frozenset({WHOLE}),
        frozenset({WHOLE, A}),
        frozenset({WHOLE, B}),
        frozenset({WHOLE, A, B}),
    )
    assert allowed == {
        Relation.SUBSET: {nothing, rest, first, second, both},
        Relation.PARTITION: {nothing, first, second},
        Relation.UNION: {nothing, first, second, both},
        Relation.DISJOINT: {nothing, rest, first, second},
    }


@pytest.mark.parametrize(
    ("whole", "low", "high", "told"),
    [
        (False, Fraction(2), Fraction(1), r"'a' can have no value: there is no number in \[2, 1\]"),
        (True, Fraction(1, 3), Fraction(2, 3), r"'a' can have no value: there is no whole number in \[1/3, 2/3\]"),
    ],
)
def test_a_quantity_that_can_have_no_value_is_refused(whole: bool, low: Fraction, high: Fraction, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Quantity("a", whole, Interval(low, high))
