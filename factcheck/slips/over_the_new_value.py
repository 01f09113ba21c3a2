"""Over the new value: a percentage change is taken of the new value instead of the old one.

From 1,000 to 800 is a fall of 20 per cent; 200 is 25 per cent of 800.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.claim import Claim, movement
from factcheck.interval import EMPTY, Interval
from factcheck.kinds.change import Change
from factcheck.numeral import Kind
from factcheck.slip import Example, Reckoned, Scene

RANK = 11
EXAMPLES = (
    Example("800 cases, down 25% from 1,000 appeals.", '"20%"'),
    Example("1,001 cases, up 20% from 800 appeals.", '"25%"'),
    Example("800 cases, down 26% from 1,000 appeals."),
)


def ways(claim: Claim, scene: Scene) -> Iterator[Reckoned]:
    """The change over the old value."""
    if isinstance(claim, Change) and claim.printed.kind is Kind.PERCENT:
        sign = movement(claim.printed, claim.direction) or 1
        yield Reckoned(claim, lambda printed: _over_old(scene.within(claim, printed) & Interval.at_least(0), sign))


def _over_old(over_new: Interval, sign: int) -> Interval:
    """What a change over the new value, upwards (sign 1) or downwards, is over the old one: x / (1 - sign x)."""
    low, high = over_new.low, over_new.high
    if over_new.is_empty or low is None or (sign > 0 and low >= 1):
        return EMPTY
    most = None if high is None or (sign > 0 and high >= 1) else _of_old(high, sign)
    return Interval(_of_old(low, sign), most, over_new.low_open, over_new.high_open)


def _of_old(over_new: Fraction, sign: int) -> Fraction:
    return over_new / (1 - sign * over_new)
