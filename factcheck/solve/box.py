"""Bounds on quantities, and what sums and products leave of them: the arithmetic of following a proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from math import gcd, lcm

from factcheck.constraint import Product, Quantity
from factcheck.interval import EMPTY, Interval

Weights = dict[Quantity, int]
"""A sum in normal form: each quantity with its weight, whole and coprime."""

Box = dict[Quantity, Interval]
"""The values that each quantity may still take; one that is missing may take whatever it can take at all."""


def interval_of(quantity: Quantity, box: Box) -> Interval:
    """The values that a quantity may still take."""
    return box.get(quantity) or _at_all(quantity)


@lru_cache(maxsize=10_000)
def _at_all(quantity: Quantity) -> Interval:
    """The values that a quantity can take before anything is said of it."""
    return quantity.within.shrunk_to_integers() if quantity.whole else quantity.within


def tightened(box: Box, quantity: Quantity, within: Interval) -> Box:
    """The box with a quantity kept within an interval as well; the quantity comes last."""
    inside = interval_of(quantity, box) & within
    tighter = dict(box)
    tighter.pop(quantity, None)
    tighter[quantity] = inside.shrunk_to_integers() if quantity.whole else inside
    return tighter


def spread(weights: Mapping[Quantity, Fraction | int], box: Box) -> Interval:
    """Every value that a weighted sum can take within the bounds."""
    low: Fraction | int | None = 0
    high: Fraction | int | None = 0
    low_open = high_open = False
    for quantity, weight in weights.items():
        inside = interval_of(quantity, box)
        if inside.is_empty:
            return EMPTY
        least, most = (inside.low, inside.high) if weight > 0 else (inside.high, inside.low)
        least_open, most_open = (inside.low_open, inside.high_open)[:: 1 if weight > 0 else -1]
        low = None if low is None or least is None else low + weight * _plain(least)
        high = None if high is None or most is None else high + weight * _plain(most)
        low_open, high_open = low_open or least_open, high_open or most_open
    return Interval(
        None if low is None else Fraction(low), None if high is None else Fraction(high), low_open, high_open
    )


def end_left(
    weights: Weights, within: Interval, quantity: Quantity, box: Box, *, least: bool
) -> tuple[Fraction | int, bool] | None:
    """The least (or the greatest) value that a sum leaves for a quantity in it, and whether it is left out itself.

    None where the others have no end on the side that matters.
    """
    weight = weights[quantity]
    is_low = least == (weight > 0)
    end, is_open = (within.low, within.low_open) if is_low else (within.high, within.high_open)
    if end is None:
        return None
    value = _plain(end)
    for other, share in weights.items():
        if other is not quantity and other != quantity:
            inside = interval_of(other, box)
            at_high = (share > 0) == is_low
            far, far_open = (inside.high, inside.high_open) if at_high else (inside.low, inside.low_open)
            if far is None:
                return None
            value, is_open = value - share * _plain(far), is_open or far_open
    if not quantity.whole:
        return Fraction(value) / weight, is_open
    whole = -(-value // weight) if least else value // weight
    beyond = (1 if least else -1) if is_open and whole * weight == value else 0
    return whole + beyond, False


def _plain(value: Fraction) -> Fraction | int:
    """A whole number as one, for Python is quicker to reckon with it."""
    return value.numerator if value.denominator == 1 else value


def normal(weights: Mapping[Quantity, Fraction | int], within: Interval) -> tuple[Weights, Interval]:
    """Weights whole and coprime; where every quantity is whole, the ends moved inwards to whole numbers."""
    if not weights:
        return {}, within if Fraction(0) in within else EMPTY
    below = lcm(*(weight.denominator for weight in weights.values()))
    whole = {quantity: weight.numerator * (below // weight.denominator) for quantity, weight in weights.items()}
    above = gcd(*whole.values())
    inside = within if above == below else within * Fraction(below, above)
    counted = all(quantity.whole for quantity in weights)
    return {q: weight // above for q, weight in whole.items()}, inside.shrunk_to_integers() if counted else inside


def divided(inside: Interval, weight: int, others: Iterable[int], total: Interval) -> Interval:
    """What divisibility leaves of an interval: weight x value, plus a multiple of what divides all other weights, is the total.

    Everything is whole and the weights are coprime, so the value is known up to multiples of that divisor.
    """
    divisor = gcd(*others)
    residue = pow(weight, -1, divisor) * int(total.low or 0)
    ends = inside.shrunk_to_integers()
    low = None if ends.low is None else ends.low + (residue - ends.low) % divisor
    high = None if ends.high is None else ends.high - (ends.high - residue) % divisor
    return Interval(low, high)


def factor_left(product: Product, quantity: Quantity, box: Box) -> Interval:
    """What a product leaves for its result or for one of its factors."""
    first, second, result = (interval_of(q, box) for q in (product.first, product.second, product.result))
    left = Interval()
    if quantity == product.result:
        left = left & first.times(second)
    if quantity == product.first and Fraction(0) not in second:
        left = left & result.times(second.inverse())
    if quantity == product.second and Fraction(0) not in first:
        left = left & result.times(first.inverse())
    return left
