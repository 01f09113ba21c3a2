"""Constraints in whole numbers: the form in which the search computes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from factcheck.constraint import Constraint, Quantity

Number = int | Fraction
"""An exact number, an `int` wherever it is whole (whole numbers are several times faster)."""


@dataclass(frozen=True, slots=True)
class Row:
    """A weighted sum between two ends, weights whole and coprime; ends are whole where every quantity is, and then closed."""

    terms: tuple[tuple[Quantity, int], ...]
    low: Number | None
    high: Number | None
    low_open: bool = False
    high_open: bool = False
    whole: bool = True

    @property
    def is_impossible(self) -> bool:
        """Whether no values at all can satisfy it."""
        if not self.terms:
            return self.low is not None or self.high is not None
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))


def row_of(constraint: Constraint) -> Row:
    """The constraint in whole numbers, with the same solutions.

    >>> from factcheck.interval import Interval
    >>> a, b = Quantity("a"), Quantity("b")
    >>> row = row_of(Constraint(((a, Fraction(2, 3)), (b, Fraction(-2))), Interval(Fraction(1, 3), Fraction(5)), ""))
    >>> [weight for _, weight in row.terms], row.low, row.high
    ([1, -3], 1, 7)
    """
    within = constraint.within
    if not constraint.terms:
        return Row((), None, None) if Fraction(0) in within else Row((), 1, 0)
    below = lcm(*(weight.denominator for _, weight in constraint.terms))
    weights = [weight.numerator * (below // weight.denominator) for _, weight in constraint.terms]
    above = gcd(*weights)
    terms = tuple((quantity, weight // above) for (quantity, _), weight in zip(constraint.terms, weights, strict=True))
    low, high = within.low, within.high
    if all(quantity.whole for quantity, _ in terms):
        least = None if low is None else _ceiling(low.numerator * below, low.denominator * above, within.low_open)
        most = None if high is None else -_ceiling(-high.numerator * below, high.denominator * above, within.high_open)
        return Row(terms, least, most)
    factor = Fraction(below, above)
    ends = [None if end is None else plain(end * factor) for end in (low, high)]
    return Row(terms, ends[0], ends[1], within.low_open, within.high_open, whole=False)


def plain(number: Number) -> Number:
    """The same number, as an `int` where it is whole."""
    return number.numerator if number.denominator == 1 else number


def middle_of(low: Number | None, high: Number | None) -> Number:
    """The middle between two ends; the only end there is, or zero."""
    if low is not None and high is not None:
        return plain(Fraction(low + high) / 2)
    return low if low is not None else high if high is not None else 0


def nearest_whole(value: Number) -> int:
    """The whole number nearest to a value, the greater of two."""
    return value if isinstance(value, int) else (2 * value.numerator + value.denominator) // (2 * value.denominator)


def simple_between(low: Number | None, high: Number | None) -> Number:
    """A number with few digits between two ends that are apart: near the middle, or one beyond the only end.

    >>> str(simple_between(1, 2)), str(simple_between(Fraction(1, 3), Fraction(1, 2))), simple_between(None, 4)
    ('3/2', '2/5', 3)
    """
    if low is None or high is None:
        return low + 1 if low is not None else high - 1 if high is not None else 0
    middle, scale = middle_of(low, high), 1
    while True:
        value = plain(Fraction(nearest_whole(middle * scale), scale))
        if low < value < high:
            return value
        scale *= 10


def _ceiling(above: int, below: int, strict: bool) -> int:
    """The least whole number that is at least (strict: more than) a fraction."""
    return above // below + 1 if strict else -(-above // below)
