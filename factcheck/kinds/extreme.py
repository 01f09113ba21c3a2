"""Extreme: the least or greatest value in a group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from pydantic import model_validator

from factcheck.claim import Claim, Example, Name, Printed, Setting, Side, label
from factcheck.constraint import Condition, Constraint, Ratio, Values
from factcheck.interval import Interval
from factcheck.numeral import Kind, Numeral, Sense


class Extreme(Claim):
    """The lowest or highest value of something in a group.

    "Victims as young as two" says that the lowest `age` among `victims` is 2.

    The lowest value is an unknown of the attribute, the group and the side: it lies among the values that the printed
    number may stand for, and the group has a member. "As young as two" is exactly 2; "aged two" is 2 and more, but
    below 3. Where the article declares that one group is part of another (`of`), the lowest value of the part is at
    least that of the whole, and the highest at most.

    `side` is read from "as young as", "as high as" and the like; where the words do not say, it has to be given.

    It fails where the group is empty, and conflicts with another value for the same group, or with a lower one for
    a group within it.

    Example:
        kind: extreme
        of: age
        group: victims
        side: lowest
        printed: "as young as two"
    """

    kind: Literal["extreme"] = "extreme"
    of: Name
    """What is measured in each member of the group; it is not a quantity of the article."""
    group: Name
    """The quantity that counts the group's members."""
    printed: Printed
    """The least or greatest value, in the words of the article."""
    side: Side | None = None
    """Lowest or highest, where the words of `printed` do not say."""

    ACCEPTS = frozenset(
        {Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.POINTS, Kind.AGE, Kind.DURATION, Kind.RATE}
    )
    EXPECTS = 'a number, as in "seven", "as young as two" or "£3.20"'
    PHRASES = ("the {side} {of} of/among/in {group} was {printed}",)
    EXAMPLES = (
        Example("The lowest age among the 12 victims was seven."),
        Example(
            "The lowest age among the 12 victims was seven, but the lowest age among the victims was two.",
            conflict=("the lowest age in victims came to seven", "the lowest age in victims came to two"),
        ),
        Example(
            "The lowest age among the 0 victims was seven.",
            conflict=("victims came to 0", "the lowest age in victims came to seven"),
        ),
        Example("The lowest age among the 12 victims was two, and the highest age among the victims was seven."),
        Example("The highest price of 12 flats was £3.2m, and the highest price of the flats was £3,249,999."),
        Example(
            "The highest price of 12 flats was £3.2m, and the highest price of the flats was £3,250,001.",
            conflict=("the highest price in flats came to £3.2m", "the highest price in flats came to £3,250,001"),
        ),
    )

    @model_validator(mode="after")
    def _has_one_side(self) -> Extreme:
        if self._hedged is not None and self.side is not None and self._hedged is not self.side:
            raise ValueError(f"{str(self.printed)!r} is told of the {self._hedged} value, but side is {self.side}")
        if self._hedged is None and self.side is None:
            raise ValueError(f"{str(self.printed)!r} does not say which end it is: add side: lowest, or side: highest")
        return self

    @property
    def _hedged(self) -> Side | None:
        """The side that the hedge says."""
        if self.printed.hedge is None:
            return None
        return {Sense.LOWEST: Side.LOWEST, Sense.HIGHEST: Side.HIGHEST}.get(self.printed.hedge.sense)

    @property
    def _end(self) -> Side:
        return self.side or self._hedged or Side.LOWEST

    @property
    def numeral(self) -> Numeral:
        """The printed number; "as young as two" tells two itself."""
        if self._hedged is not None and self.printed.kind is Kind.AGE:
            return replace(self.printed, kind=Kind.COUNT)
        return self.printed

    def names(self) -> tuple[str, ...]:
        return (self.group,)

    def extremes(self) -> tuple[tuple[str, str], ...]:
        return ((self.of, self._end.value),)

    def clause(self) -> str:
        told = self.printed.surface if self._hedged else str(self.printed)
        return f"the {self._end} {label(self.of)} in {label(self.group)} came to {told}"

    def measure(self, setting: Setting) -> Ratio:
        return Ratio(((setting.extreme(self.of, self.group, self._end), Fraction(1)),))

    def conditions(self, setting: Setting) -> Iterator[Condition]:
        yield from super().conditions(setting)
        yield Constraint(((setting.quantity(self.group), Fraction(1)),), Interval.at_least(1), self.clause())

    def holds(self, values: Values, setting: Setting) -> bool:
        return super().holds(values, setting) and values[setting.quantity(self.group)] >= 1
