"""Ranges of numbers, exactly: the arithmetic of following a proof.

An end is (sign, value, side): sign is -1 or 1 where there is no end, and side is 1 or -1 where the end lies just above or
just below the value. So written, ends are in order, and a range is empty where its first end is the greater one.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

Number = int | Fraction
End = tuple[int, Number, int]
Range = tuple[End, End]

EMPTY: Range = ((0, 1, 0), (0, 0, 0))
NOUGHT: Range = ((0, 0, 0), (0, 0, 0))
FROM_NOUGHT: Range = ((0, 0, 0), (1, 0, 0))
ALL: Range = ((-1, 0, 0), (1, 0, 0))


def sign_of(value: Number) -> int:
    """-1, 0 or 1."""
    return (value > 0) - (value < 0)


def is_empty(one: Range) -> bool:
    """Whether no number lies inside."""
    return one[0] > one[1]


def is_point(one: Range) -> bool:
    """Whether exactly one number lies inside."""
    return one[0] == one[1]


def has(one: Range, value: Number) -> bool:
    """Whether the number lies inside."""
    return one[0] <= (0, value, 0) <= one[1]


def meet(one: Range, other: Range) -> Range:
    """The numbers in both."""
    return max(one[0], other[0]), min(one[1], other[1])


def add(one: Range, other: Range) -> Range:
    """Every a + b."""
    if is_empty(one) or is_empty(other):
        return EMPTY
    return _plus(one[0], other[0]), _plus(one[1], other[1])


def _plus(one: End, other: End) -> End:
    sign = one[0] or other[0]
    return (sign, 0, 0) if sign else (0, one[1] + other[1], sign_of(one[2] + other[2]))


def scale(one: Range, by: Number) -> Range:
    """Every number times a factor."""
    sign = sign_of(by)
    low, high = ((end[0] * sign, end[1] * by, end[2] * sign) for end in one)
    return (low, high) if by >= 0 else (high, low)


def whole(one: Range) -> Range:
    """The same whole numbers, between closed ends."""
    (s, low, above), (t, high, below) = one
    return (s, floor(low) + 1 if above else ceil(low), 0), (t, ceil(high) - 1 if below else floor(high), 0)


def multiply(one: Range, other: Range) -> Range:
    """Every a * b."""
    if is_empty(one) or is_empty(other):
        return EMPTY
    corners = [_corner(a, b) for a in one for b in other]
    low, high = min(corners), max(corners, key=lambda corner: (corner[0], corner[1], not corner[2]))
    return (low[0], low[1], int(low[2])), (high[0], high[1], -int(high[2]))


def _corner(one: End, other: End) -> tuple[int, Number, bool]:
    """The product of two ends, and whether it is left out; zero times no end is zero."""
    noughts = [end for end in (one, other) if end[:2] == (0, 0)]
    if noughts:
        return 0, 0, all(side for _, _, side in noughts)
    sign = (one[0] or sign_of(one[1])) * (other[0] or sign_of(other[1]))
    return (sign, 0, False) if one[0] or other[0] else (0, one[1] * other[1], bool(one[2] or other[2]))


def invert(one: Range) -> Range:
    """Every 1 / a of a range without zero."""
    if is_empty(one):
        return EMPTY
    if one[1] <= (0, 0, 0):
        return scale(invert(scale(one, -1)), -1)
    (_, low, above), (endless, high, below) = one
    least = (0, 0, 1) if endless else (0, Fraction(1) / high, -below)
    return least, (0, Fraction(1) / low, -above) if low else (1, 0, 0)
