"""Sums of rows of a proof before they are written: what stands in one, and how far its end would be rounded."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from factcheck.recheck.checker import Row

Parts = dict[int, Fraction]
"""Places of rows, and how many times each is taken."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Rows added up, each so many times above zero: sum of weight x quantity <= most, or < most where it is `below`."""

    parts: Parts
    weights: dict[str, Fraction]
    most: Fraction
    below: bool

    @classmethod
    def of(cls, rows: Iterable[tuple[int, Row, Fraction]]) -> Sum:
        """The sum of rows at their places, each so many times."""
        parts, weights, most, below = Parts(), dict[str, Fraction](), Fraction(0), False
        for place, row, times in rows:
            parts[place] = parts.get(place, Fraction(0)) + times
            for name, weight in row.weights.items():
                weights[name] = weights.get(name, Fraction(0)) + times * weight
            most, below = most + times * row.most, below or row.below
        return cls(parts, {name: weight for name, weight in weights.items() if weight}, most, below)

    def __add__(self, other: Sum) -> Sum:
        parts, weights = dict(self.parts), dict(self.weights)
        for place, times in other.parts.items():
            parts[place] = parts.get(place, Fraction(0)) + times
        for name, weight in other.weights.items():
            weights[name] = weights.get(name, Fraction(0)) + weight
        given = {name: weight for name, weight in weights.items() if weight}
        return Sum(parts, given, self.most + other.most, self.below or other.below)

    def times(self, factor: Fraction | int) -> Sum:
        """The same, so many times above zero."""
        return Sum(
            {place: times * factor for place, times in self.parts.items()},
            {name: weight * factor for name, weight in self.weights.items()},
            self.most * factor,
            self.below,
        )

    @property
    def coprime(self) -> Sum:
        """The same with whole weights that have no common divisor."""
        if not self.weights:
            return self
        below = lcm(*(weight.denominator for weight in self.weights.values()))
        above = gcd(*(weight.numerator * (below // weight.denominator) for weight in self.weights.values()))
        return self.times(Fraction(below, above))

    def is_rounded(self, counts: Collection[str]) -> bool:
        """Whether its end moves down where it is written, weights being whole."""
        return (self.below or self.most.denominator != 1) and all(name in counts for name in self.weights)

    @property
    def cannot_be(self) -> bool:
        """Whether it says that nothing is less than nothing."""
        return not self.weights and (self.most < 0 or (self.most == 0 and self.below))

    def written(self) -> dict[str, Any]:
        """The step that adds the rows up."""
        return {"add": [{"row": place, "times": str(times)} for place, times in self.parts.items()]}
