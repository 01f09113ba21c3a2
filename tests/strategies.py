"""Drawn values shared by the laws, and definitions that share no code with the package."""

from __future__ import annotations

import os
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st

from factcheck.interval import Interval
from factcheck.rounding import Rounding

numbers = st.fractions(-9, 9, max_denominator=4)
"""Small exact numbers, so close together that ends meet often."""

ends = st.none() | numbers
intervals = st.builds(Interval, ends, ends, st.booleans(), st.booleans())
"""Intervals of every sort: open, closed, unbounded, points and empty ones."""

bounded = st.builds(Interval, numbers, numbers, st.booleans(), st.booleans())
quanta = st.sampled_from([Fraction(1), Fraction(5), Fraction(10), Fraction(1, 10), Fraction(1, 100), Fraction(3)])
steps_of_half = st.integers(-7, 7)
"""Steps of half a quantum: they reach every end of a preimage, and beyond."""

deterministic_roundings = st.sampled_from(
    [rounding for rounding in Rounding if rounding not in (Rounding.EXACT, Rounding.RANDOM, Rounding.SIGNIFICANT)]
)
roundings_to_a_quantum = st.sampled_from(
    [rounding for rounding in Rounding if rounding not in (Rounding.EXACT, Rounding.SIGNIFICANT)]
)


def member(value: Fraction, interval: Interval) -> bool:
    """Membership by the definition."""
    above = interval.low is None or value > interval.low or (value == interval.low and not interval.low_open)
    below = interval.high is None or value < interval.high or (value == interval.high and not interval.high_open)
    return above and below


def samples(interval: Interval) -> list[Fraction]:
    """Numbers inside an interval: its closed ends, numbers close to every end, and one between."""
    near = Fraction(1, 1000)
    low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 50
    high = interval.high if interval.high is not None else (interval.low or Fraction(0)) + 50
    candidates = (low, low + near, (low + high) / 2, high - near, high, Fraction(0), near, -near)
    return [value for value in candidates if member(value, interval)]


def examples(count: int) -> settings:
    """So many examples in the suite, and as many times more as `make differential` asks for."""
    return settings(max_examples=count * int(os.environ.get("TIMES", "1")))
