"""The laws of intervals, each against the definition of its members."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.interval import EMPTY, Interval
from tests.strategies import bounded, intervals, member, numbers, samples


def has_members(interval: Interval) -> bool:
    """Whether some number lies inside, by looking for one."""
    return bool(samples(interval))


@given(numbers, intervals)
def test_membership_is_its_definition(value: Fraction, a: Interval) -> None:
    assert (value in a) == member(value, a)


@given(st.integers(-9, 9), intervals)
def test_integers_are_members_as_fractions_are(value: int, a: Interval) -> None:
    assert (value in a) == member(Fraction(value), a)


@given(intervals)
def test_empty_iff_no_member(a: Interval) -> None:
    assert a.is_empty == (not has_members(a))


@given(intervals)
def test_point_iff_one_member(a: Interval) -> None:
    assert a.is_point == (has_members(a) and a.low is not None and a.low == a.high)


@given(intervals)
def test_bounded_iff_both_ends_are_numbers(a: Interval) -> None:
    assert a.is_bounded == (None not in (a.low, a.high))


@given(intervals)
def test_unbounded_ends_are_never_open(a: Interval) -> None:
    assert not (a.low is None and a.low_open)
    assert not (a.high is None and a.high_open)


@given(numbers, intervals, intervals)
def test_in_the_intersection_iff_in_both(value: Fraction, a: Interval, b: Interval) -> None:
    assert member(value, a & b) == (member(value, a) and member(value, b))


@given(intervals, intervals)
def test_contains_iff_no_member_is_outside(a: Interval, b: Interval) -> None:
    assert a.contains(b) == all(member(value, a) for value in [*samples(b), *ends_reached(b)])
    assert a.contains(a & b)


def ends_reached(a: Interval) -> list[Fraction]:
    """Members as far out as anybody looks, for unbounded intervals."""
    if not has_members(a):
        return []
    return [value for value in (Fraction(-(10**9)), Fraction(10**9)) if member(value, a)]


@given(numbers, intervals, intervals)
def test_the_hull_holds_both_and_no_more_than_it_must(value: Fraction, a: Interval, b: Interval) -> None:
    hull = a.hull(b)
    held = [*samples(a), *ends_reached(a), *samples(b), *ends_reached(b)]
    assert all(member(one, hull) for one in held)
    if member(value, hull) and not (a.is_empty and b.is_empty):
        assert min(held) <= value <= max(held) or not hull.is_bounded


@given(bounded, bounded)
def test_the_ends_of_the_hull_are_open_iff_neither_reaches_them(a: Interval, b: Interval) -> None:
    assume(has_members(a) and has_members(b))
    hull = a.hull(b)
    for end in (hull.low, hull.high):
        assert end is not None
        assert member(end, hull) == (member(end, a) or member(end, b))


@given(intervals, intervals)
def test_sums_of_members_are_members_of_the_sum(a: Interval, b: Interval) -> None:
    total = a + b
    assert total.is_empty == (a.is_empty or b.is_empty)
    for one in samples(a):
        for other in samples(b):
            assert member(one + other, total)
            assert member(one - other, a - b)


@given(numbers, bounded, bounded)
def test_every_member_of_the_sum_is_a_sum(value: Fraction, a: Interval, b: Interval) -> None:
    # value = x + y with x in a and y in b iff value - b, which is an interval, meets a
    reversed_b = Interval(
        None if b.high is None else value - b.high, None if b.low is None else value - b.low, b.high_open, b.low_open
    )
    assert member(value, a + b) == (has_members(b) and has_members(a & reversed_b))


@given(numbers, numbers, intervals)
def test_scaling_keeps_membership(value: Fraction, factor: Fraction, a: Interval) -> None:
    assume(factor)
    assert member(value, a) == member(value * factor, a * factor)
    assert member(value, a) == member(-value, -a)


@given(intervals)
def test_zero_times_anything_is_zero(a: Interval) -> None:
    assert (a * 0) == (a if a.is_empty else Interval.exactly(0))


@given(intervals, intervals)
def test_products_of_members_are_members_of_the_product(a: Interval, b: Interval) -> None:
    product = a.times(b)
    assert product.is_empty == (a.is_empty or b.is_empty)
    assert all(member(one * other, product) for one in samples(a) for other in samples(b))


@pytest.mark.no_cover
@given(numbers, bounded, bounded)
def test_every_member_of_the_product_is_a_product(value: Fraction, a: Interval, b: Interval) -> None:
    assume(has_members(a) and has_members(b))
    assert member(value, a.times(b)) == is_product(value, a, b)


@given(intervals, intervals)
def test_the_ends_of_a_product_are_reached_iff_members_multiply_to_them(a: Interval, b: Interval) -> None:
    assume(has_members(a) and has_members(b))
    product = a.times(b)
    for end in (product.low, product.high):
        if end is not None:
            assert member(end, product) == is_product(end, a, b)
    bounds = [bound for bound in (*samples(a), *ends_reached(a)) if bound], [*samples(b), *ends_reached(b)]
    assert all(member(one * other, product) for one in bounds[0] for other in bounds[1])


def is_product(value: Fraction, a: Interval, b: Interval) -> bool:
    """Whether some x in a and y in b multiply to the value: a zero to zero; else x = value / y, y of one sign."""
    if value == 0:
        return member(Fraction(0), a) or member(Fraction(0), b)
    zero = Fraction(0)
    for side in (Interval(low=zero, low_open=True), Interval(high=zero, high_open=True)):
        half = b & side
        if not has_members(half):
            continue
        nearest, furthest = (half.low, half.high) if side.low is not None else (half.high, half.low)
        near_open, far_open = (
            (half.low_open, half.high_open) if side.low is not None else (half.high_open, half.low_open)
        )
        outer = value / nearest if nearest else None  # towards infinity where y comes close to zero
        inner = value / furthest if furthest is not None else zero
        inner_open = far_open or furthest is None
        positive = value > 0 if side.low is not None else value < 0
        quotients = (
            Interval(inner, outer, inner_open, near_open) if positive else Interval(outer, inner, near_open, inner_open)
        )
        if has_members(a & quotients):
            return True
    return False


@given(intervals)
def test_the_inverse_holds_the_inverses_of_the_members(a: Interval) -> None:
    if has_members(a) and member(Fraction(0), a):
        with pytest.raises(ValueError, match="no inverse"):
            a.inverse()
        return
    inverse = a.inverse()
    assert inverse.is_empty == (not has_members(a))
    assert all(member(1 / value, inverse) for value in samples(a))
    assert inverse.is_empty or inverse.inverse() == a


@given(numbers, intervals)
def test_every_member_of_the_inverse_is_an_inverse(value: Fraction, a: Interval) -> None:
    assume(value and not member(Fraction(0), a) and has_members(a))
    assert member(value, a.inverse()) == member(1 / value, a)


@given(bounded)
def test_integers_are_the_members_that_are_whole(a: Interval) -> None:
    assert list(a.integers()) == [n for n in range(-10, 11) if member(Fraction(n), a)]


@given(intervals)
def test_shrinking_to_integers_keeps_the_integers_and_both_ends_are_of_them(a: Interval) -> None:
    inner = a.shrunk_to_integers()
    assert all(member(Fraction(n), inner) == member(Fraction(n), a) for n in range(-20, 21))
    if not inner.is_empty:
        assert all(end is None or (end.denominator == 1 and member(end, inner)) for end in (inner.low, inner.high))


@pytest.mark.parametrize("a", [Interval(), Interval.at_least(3), Interval.below(3)])
def test_integers_of_an_unbounded_interval_cannot_be_listed(a: Interval) -> None:
    with pytest.raises(ValueError, match="infinitely many"):
        list(a.integers())


@given(numbers, st.fractions(0, 5, max_denominator=4))
def test_around_is_every_number_so_near(value: Fraction, reach: Fraction) -> None:
    near = Interval.around(value, reach)
    for offset in (-reach - 1, -reach, Fraction(0), reach, reach + 1):
        assert member(value + offset, near) == (abs(offset) <= reach)


@given(numbers, numbers)
def test_one_sided_intervals_compare(value: Fraction, end: Fraction) -> None:
    assert member(value, Interval.at_least(end)) == (value >= end)
    assert member(value, Interval.at_most(end)) == (value <= end)
    assert member(value, Interval.above(end)) == (value > end)
    assert member(value, Interval.below(end)) == (value < end)
    assert member(value, Interval.exactly(end)) == (value == end)


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(), "(-inf, inf)"),
        (Interval.exactly(3), "[3, 3]"),
        (Interval(Fraction(1, 2), Fraction(3), low_open=True), "(1/2, 3]"),
        (Interval.below(2), "(-inf, 2)"),
        (Interval.at_least(-2), "[-2, inf)"),
        (EMPTY, "[1, 0]"),
    ],
)
def test_intervals_read_as_mathematicians_write_them(interval: Interval, words: str) -> None:
    assert str(interval) == words
