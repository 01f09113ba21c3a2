"""Hedges: what "nearly", "more than" and their like make of the values that a printed number stands for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from factcheck.interval import Interval

HALF, TENTH = Fraction(1, 2), Fraction(1, 10)


class Sense(StrEnum):
    """What a hedge does to the number beside it."""

    ABOUT = "about"
    NEARLY = "nearly"
    JUST_UNDER = "just under"
    JUST_OVER = "just over"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    UNDER = "under"
    UP_TO = "up to"  # as many as: a greatest value that was reached
    AT_MOST = "at most"
    LOWEST = "as low as"  # the least value of a group
    HIGHEST = "as high as"
    EXACTLY = "exactly"


@dataclass(frozen=True, slots=True)
class Width:
    """How far a hedge reaches: `share` of the value, at most one `place`; beyond a bound, `bound` of the value."""

    share: Fraction = TENTH
    bound: Fraction = Fraction(1, 5)


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedging word, its sense and its place in the text."""

    sense: Sense
    surface: str
    start: int = 0
    end: int = 0
    width: Width = Width()


@dataclass(frozen=True, slots=True)
class Meaning:
    """The values that a printed number may stand for: outside `hard` it is wrong, outside `soft` misleading."""

    hard: Interval
    soft: Interval

    @classmethod
    def of(cls, interval: Interval) -> Meaning:
        """One interval for both: nothing that is not wrong is misleading."""
        return cls(interval, interval)


@dataclass(frozen=True, slots=True)
class Hedged:
    """A value that a hedge stands beside.

    `bare` is what the number stands for without the hedge, `reach` how far "about" goes to each side, `bound` how far
    beyond "more than" the next round number lies, which would have been said instead.
    """

    value: Fraction
    bare: Interval
    reach: Fraction
    bound: Fraction

    def meaning(self, sense: Sense) -> Meaning:
        """The table of hedges.

        >>> half = Hedged(Fraction(1, 2), Interval.exactly(Fraction(1, 2)), Fraction(1, 20), Fraction(1, 10))
        >>> str(half.meaning(Sense.NEARLY).hard), str(half.meaning(Sense.MORE_THAN).soft)
        ('[9/20, 1/2)', '(1/2, 3/5]')
        """
        match sense:
            case Sense.ABOUT:
                hard, soft = (Interval.around(self.value, share * self.reach) for share in (1, HALF))
                return Meaning(hard.hull(self.bare), soft.hull(self.bare))
            case Sense.NEARLY if self.value <= 0:  # nearly -5 lies nearer to zero, as nearly 5 does
                return self._above()
            case Sense.NEARLY | Sense.JUST_UNDER:
                return self._below()
            case Sense.JUST_OVER:
                return self._above()
            case Sense.EXACTLY:
                return Meaning.of(Interval.exactly(self.value))
            case Sense.LOWEST | Sense.HIGHEST:
                return Meaning.of(self.bare)
        return self._one_sided(sense)

    def _one_sided(self, sense: Sense) -> Meaning:
        value, bound = self.value, self.bound
        match sense:
            case Sense.MORE_THAN:
                return Meaning(Interval.above(value), Interval(value, value + bound, low_open=True))
            case Sense.AT_LEAST:
                return Meaning(Interval.at_least(value), Interval(value, value + bound))
            case Sense.UNDER:
                return Meaning(Interval.below(value), Interval(value - bound, value, high_open=True))
            case Sense.UP_TO:
                return Meaning(Interval.at_most(value), self.bare & Interval.at_most(value))
        return Meaning.of(Interval.at_most(value))

    def _below(self) -> Meaning:
        """A little below the value, but never less than the part of the bare number that lies there."""
        bare = self.bare & Interval.below(self.value)
        ends = (self.value - share * self.reach for share in (1, HALF))
        return Meaning(*(Interval(end, self.value, high_open=True).hull(bare) for end in ends))

    def _above(self) -> Meaning:
        bare = self.bare & Interval.above(self.value)
        ends = (self.value + share * self.reach for share in (1, HALF))
        return Meaning(*(Interval(self.value, end, low_open=True).hull(bare) for end in ends))
