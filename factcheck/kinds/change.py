"""Change: a quantity rose or fell by a printed percentage, amount or multiple."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from pydantic import model_validator

from factcheck.claim import Claim, Direction, Example, Name, Printed, Setting, label, movement, sort, spoken
from factcheck.constraint import Ratio
from factcheck.interval import Interval
from factcheck.numeral import Kind


class Change(Claim):
    """A quantity rose or fell by the printed percentage, amount or multiple.

    "956 cases, up 12% from 854" compares `after` with `before`, which are two quantities: this year's cases and last
    year's.

    A percentage or a fraction is of `before`: (after − before) ÷ before lies among the values that print so, and
    before > 0. A multiple ("doubled", "2.5 times", "halved") is after ÷ before; "fell threefold" is before ÷ after.
    A number, money or a measure is after − before. For a fall the two change places. "Rose" and "fell" themselves
    count: a rise is never below zero, even with "up to 12%".

    The words say which way it went ("up 12%", "fell by 40"), or the sign does ("-3.2%"); where the printed words do
    not, `direction` has to.

    It fails where `before` is zero and a percentage is printed. A common slip is to divide by `after` instead.

    Example:
        kind: change
        before: cases_2017
        after: cases_2018
        printed: "up 12%"
    """

    kind: Literal["change"] = "change"
    before: Name
    """The quantity as it was."""
    after: Name
    """The quantity as it became."""
    printed: Printed
    """The change, in the words of the article."""
    direction: Direction | None = None
    """Which way it went, where the words of `printed` do not say."""

    ACCEPTS = frozenset(
        {
            Kind.PERCENT,
            Kind.FRACTION,
            Kind.MULTIPLE,
            Kind.COUNT,
            Kind.MONEY,
            Kind.MEASURE,
            Kind.AGE,
            Kind.DURATION,
            Kind.VAGUE,
        }
    )
    EXPECTS = (
        'a percentage, an amount or a multiple, as in "up 12%", "fell by 40" or "doubled" '
        "(for percentage points use kind points)"
    )
    PHRASES = (
        "{after}, {printed} from {before}",
        "{after}, {direction} {printed} from {before}",
        "{after} rose/fell by {printed} from {before}",
        "{after} {printed} from {before}",
    )
    EXAMPLES = (
        Example("956 cases, up 12% from 854 appeals."),
        Example(
            "956 cases, up 12% from 845 appeals.",
            conflict=("cases came to 956", "cases rose by 12% from appeals", "appeals came to 845"),
        ),
        Example("900 cases, down 10% from 1,000 appeals."),
        Example(
            "909 cases, down 10% from 1,000 appeals.",  # 9.1%; over the new value it would be 10%
            conflict=("cases came to 909", "cases fell by 10% from appeals", "appeals came to 1,000"),
        ),
        Example("1,900 cases doubled from 1,000 appeals."),
        Example(
            "1,899 cases doubled from 1,000 appeals.",
            conflict=("cases came to 1,899", "cases doubled from appeals", "appeals came to 1,000"),
        ),
        Example("960 cases, down 40 from 1,000 appeals."),
        Example(
            "1,040 cases, down 40 from 1,000 appeals.",
            conflict=("cases came to 1,040", "cases fell by 40 from appeals", "appeals came to 1,000"),
        ),
        Example(
            "56 cases, up 12% from 0 appeals.",
            conflict=("cases rose by 12% from appeals", "appeals came to 0"),
        ),
    )

    @model_validator(mode="after")
    def _goes_one_way_between_two(self) -> Change:
        if self.before == self.after:
            raise ValueError(
                f"before and after are both {self.before!r}: give the two a name each, such as {self.before}_before"
            )
        if movement(self.printed, self.direction) is None and not self._is_multiple:
            raise ValueError(
                f"{str(self.printed)!r} does not say which way it went: add direction: up, or direction: down"
            )
        return self

    @property
    def _is_multiple(self) -> bool:
        return sort(self.printed) is Kind.MULTIPLE

    @property
    def _falls(self) -> bool:
        return movement(self.printed, self.direction) == -1

    @property
    def _is_inverse(self) -> bool:
        """Whether a multiple above one is told of a fall: "fell threefold"."""
        return self._is_multiple and self._falls and self.printed.value is not None and self.printed.value > 1

    def names(self) -> tuple[str, ...]:
        return (self.before, self.after)

    def alike(self) -> tuple[tuple[str, ...], ...]:
        return (self.names(),)

    def plausible(self) -> Interval:
        relative = sort(self.printed) in (Kind.PERCENT, Kind.FRACTION)
        return Interval(Fraction(0), Fraction(1)) if relative and self._falls else Interval()

    def clause(self) -> str:
        before, after, told = label(self.before), label(self.after), spoken(self.printed)
        if not self._is_multiple:
            by = {1: "rose by", -1: "fell by"}.get(movement(self.printed, self.direction) or 0, "changed by")
            return f"{after} {by} {told} from {before}"
        if self.printed.surface.endswith("ed"):
            return f"{after} {told} from {before}"
        return f"{after} fell {told} from {before}" if self._is_inverse else f"{after} came to {told} {before}"

    def measure(self, setting: Setting) -> Ratio:
        before, after = setting.quantity(self.before), setting.quantity(self.after)
        if self._is_multiple:
            above, below = (before, after) if self._is_inverse else (after, before)
            return Ratio(((above, Fraction(1)),), ((below, Fraction(1)),))
        more, less = (before, after) if self._falls else (after, before)
        moved = ((more, Fraction(1)), (less, Fraction(-1)))
        relative = sort(self.printed) in (Kind.PERCENT, Kind.FRACTION)
        return Ratio(moved, ((before, Fraction(1)),) if relative else ())

    def allowed(self, setting: Setting) -> Interval:
        within = setting.within(self)
        signed = self._is_multiple or movement(self.printed, self.direction) == 0
        return within if signed else within & Interval.at_least(0)
