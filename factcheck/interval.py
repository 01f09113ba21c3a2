"""Exact sets of real numbers between two ends, each end open or closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor


@dataclass(frozen=True, slots=True)
class Interval:
    """Every real number from `low` to `high`; an end of None is unbounded.

    >>> half = Interval(Fraction(1, 2), Fraction(3, 2), high_open=True)
    >>> str(half), Fraction(3, 2) in half, list(half.integers())
    ('[1/2, 3/2)', False, [1])
    """

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        """An unbounded end is never open, so that equal sets compare equal."""
        if self.low is None and self.low_open:
            object.__setattr__(self, "low_open", False)
        if self.high is None and self.high_open:
            object.__setattr__(self, "high_open", False)

    @classmethod
    def exactly(cls, value: Fraction | int) -> Interval:
        """The interval that holds one value."""
        return cls(Fraction(value), Fraction(value))

    @classmethod
    def around(cls, value: Fraction, reach: Fraction) -> Interval:
        """Every number at most `reach` (not negative) away from a value, both ends included."""
        return cls(value - reach, value + reach)

    @classmethod
    def at_least(cls, value: Fraction | int) -> Interval:
        """The value and everything above it."""
        return cls(low=Fraction(value))

    @classmethod
    def at_most(cls, value: Fraction | int) -> Interval:
        """The value and everything below it."""
        return cls(high=Fraction(value))

    @classmethod
    def above(cls, value: Fraction | int) -> Interval:
        """Everything above the value, without the value."""
        return cls(low=Fraction(value), low_open=True)

    @classmethod
    def below(cls, value: Fraction | int) -> Interval:
        """Everything below the value, without the value."""
        return cls(high=Fraction(value), high_open=True)

    @property
    def is_empty(self) -> bool:
        """Whether no number lies inside."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    @property
    def is_point(self) -> bool:
        """Whether exactly one number lies inside."""
        return self.low is not None and self.low == self.high and not self.is_empty

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are finite."""
        return self.low is not None and self.high is not None

    def __contains__(self, value: Fraction | int) -> bool:
        if self.low is not None and (value < self.low or (value == self.low and self.low_open)):
            return False
        return self.high is None or value < self.high or (value == self.high and not self.high_open)

    def contains(self, other: Interval) -> bool:
        """Whether every number of the other interval lies in this one."""
        return other.is_empty or (self & other) == other

    def __and__(self, other: Interval) -> Interval:
        """The intersection: the numbers in both."""
        low, low_open = _inner(self.low, self.low_open, other.low, other.low_open, sign=1)
        high, high_open = _inner(self.high, self.high_open, other.high, other.high_open, sign=-1)
        return Interval(low, high, low_open, high_open)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        if self.is_empty or other.is_empty:
            return other if self.is_empty else self
        low, low_open = _outer(self.low, self.low_open, other.low, other.low_open, sign=1)
        high, high_open = _outer(self.high, self.high_open, other.high, other.high_open, sign=-1)
        return Interval(low, high, low_open, high_open)

    def __add__(self, other: Interval) -> Interval:
        """Every a + b (Minkowski sum); empty where either is empty."""
        if self.is_empty or other.is_empty:
            return EMPTY
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> Interval:
        return self * Fraction(-1)

    def __sub__(self, other: Interval) -> Interval:
        """Every a - b."""
        return self + -other

    def __mul__(self, factor: Fraction | int) -> Interval:
        """Every number times a factor; a negative factor swaps the ends, zero leaves only zero."""
        if factor == 0:
            return self if self.is_empty else Interval.exactly(0)
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor > 0:
            return Interval(low, high, self.low_open, self.high_open)
        return Interval(high, low, self.high_open, self.low_open)

    def times(self, other: Interval) -> Interval:
        """Every a * b; empty where either is empty.

        >>> str(Interval.exactly(3).times(Interval(Fraction(-1), Fraction(2), low_open=True)))
        '(-3, 6]'
        """
        if self.is_empty or other.is_empty:
            return EMPTY
        corners = [_corner(a, b) for a in _ends(self) for b in _ends(other)]
        low = min(corners, key=lambda c: (c[0], c[1], c[2]))
        high = max(corners, key=lambda c: (c[0], c[1], not c[2]))
        return Interval(
            low[1] if low[0] == 0 else None, high[1] if high[0] == 0 else None, low_open=low[2], high_open=high[2]
        )

    def inverse(self) -> Interval:
        """Every 1 / a; ValueError where zero lies inside, for the result would be no interval.

        >>> str(Interval(Fraction(0), Fraction(4), low_open=True).inverse())
        '[1/4, inf)'
        """
        if self.is_empty:
            return EMPTY
        if Fraction(0) in self:
            raise ValueError(f"{self} holds zero, which has no inverse")
        low, high, low_open, high_open = self.low, self.high, self.low_open, self.high_open
        negative = high is not None and high <= 0
        least = (
            (None if negative else Fraction(0), not negative) if high is None or high == 0 else (1 / high, high_open)
        )
        most = (Fraction(0) if negative else None, negative) if low is None or low == 0 else (1 / low, low_open)
        return Interval(least[0], most[0], least[1], most[1])

    def shrunk_to_integers(self) -> Interval:
        """The smallest closed interval with the same integers inside."""
        low, high = self.low, self.high
        if low is not None:
            low = Fraction(floor(low) + 1 if self.low_open else ceil(low))
        if high is not None:
            high = Fraction(ceil(high) - 1 if self.high_open else floor(high))
        return Interval(low, high)

    def integers(self) -> Iterator[int]:
        """Every integer inside, upwards; ValueError where an end is unbounded."""
        inner = self.shrunk_to_integers()
        if inner.low is None or inner.high is None:
            raise ValueError(f"{self} holds infinitely many integers")
        yield from range(int(inner.low), int(inner.high) + 1)

    def __str__(self) -> str:
        left = "(" if self.low_open or self.low is None else "["
        right = ")" if self.high_open or self.high is None else "]"
        low = "-inf" if self.low is None else self.low
        high = "inf" if self.high is None else self.high
        return f"{left}{low}, {high}{right}"


EMPTY = Interval(Fraction(1), Fraction(0))
"""No number at all."""


def _inner(
    first: Fraction | None, first_open: bool, second: Fraction | None, second_open: bool, *, sign: int
) -> tuple[Fraction | None, bool]:
    """The end further in: the greater low end (sign 1) or the lesser high end (sign -1)."""
    if first is None:
        return second, second_open
    if second is None:
        return first, first_open
    if first == second:
        return first, first_open or second_open
    return (first, first_open) if (first > second) == (sign > 0) else (second, second_open)


def _outer(
    first: Fraction | None, first_open: bool, second: Fraction | None, second_open: bool, *, sign: int
) -> tuple[Fraction | None, bool]:
    """The end further out: the lesser low end (sign 1) or the greater high end (sign -1)."""
    if first is None or second is None:
        return None, False
    if first == second:
        return first, first_open and second_open
    return (first, first_open) if (first < second) == (sign > 0) else (second, second_open)


_Corner = tuple[int, Fraction, bool]  # sign of infinity (0: finite), the finite value, whether it is open


def _ends(interval: Interval) -> tuple[_Corner, _Corner]:
    low = (-1, Fraction(0), True) if interval.low is None else (0, interval.low, interval.low_open)
    high = (1, Fraction(0), True) if interval.high is None else (0, interval.high, interval.high_open)
    return low, high


def _corner(first: _Corner, second: _Corner) -> _Corner:
    """The product of two ends; zero times an unbounded end is zero, reached where the zero is."""
    for end, other in ((first, second), (second, first)):
        if end[0] == 0 and end[1] == 0:
            reached = not end[2] or (other[0] == 0 and other[1] == 0 and not other[2])
            return 0, Fraction(0), not reached
    signs = [end[0] or (1 if end[1] > 0 else -1) for end in (first, second)]
    if first[0] or second[0]:
        return signs[0] * signs[1], Fraction(0), True
    return 0, first[1] * second[1], first[2] or second[2]
