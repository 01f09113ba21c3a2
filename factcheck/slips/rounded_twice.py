"""Rounded twice: a number that had been rounded was rounded again.

32.45 becomes 32.5, and 32.5 becomes 33; rounded once it is 32.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.claim import Claim
from factcheck.interval import Interval
from factcheck.numeral import Numeral
from factcheck.slip import Example, Reckoned, Scene, is_rounded

RANK = 18
HALF, SECOND_HALF = Fraction(1, 2), Fraction(11, 20)  # of a unit, and with half of its tenth
EXAMPLES = (
    Example("Of the 10,001 cases, 6,446 were upheld (65%).", '"64%"'),
    Example("Of the 10,001 cases, 6,436 were upheld (65%)."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Reckoned]:
    """The values that reach the printed number only if they are rounded to one more digit first."""
    if is_rounded(claim, scene):
        yield Reckoned(claim, _reached_in_two_steps)


def _reached_in_two_steps(printed: Numeral) -> Interval:
    value, unit = printed.exact_value, printed.quantum
    if value < 0:
        return Interval(value + HALF * unit, value + SECOND_HALF * unit, low_open=True)
    return Interval(value - SECOND_HALF * unit, value - HALF * unit, high_open=True)
