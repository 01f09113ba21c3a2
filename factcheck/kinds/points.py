"""Points: a share rose or fell by printed percentage points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from pydantic import model_validator

from factcheck.claim import Claim, Direction, Example, PartWhole, Printed, Setting, label, movement, spoken
from factcheck.constraint import Condition, Constraint, Quantity, Ratio, Values
from factcheck.interval import Interval
from factcheck.numeral import Kind


class Points(Claim):
    """A share rose or fell by the printed percentage points.

    "The share of women on the board was up 5 percentage points" says that women ÷ board after, minus
    women ÷ board before, prints as 5 points. A change of 5 per cent of the share itself is a `change`.

    Where both shares are of the same quantity, this is a weighted sum of counts. Else each share is an unknown of its
    own ("share of women in board"), tied to its part and whole by part = share × whole. In both, part ≤ whole and
    whole > 0. As with `change`, the words say which way it went, or `direction` does.

    It conflicts with counts whose shares are another distance apart. The usual slip is to print the change in per
    cent as points, or the other way round.

    Example:
        kind: points
        before: {part: women_2017, whole: board_2017}
        after: {part: women_2018, whole: board_2018}
        printed: "up 5 percentage points"
    """

    kind: Literal["points"] = "points"
    before: PartWhole
    """The share as it was."""
    after: PartWhole
    """The share as it became."""
    printed: Printed
    """The change in percentage points, in the words of the article."""
    direction: Direction | None = None
    """Which way it went, where the words of `printed` do not say."""

    ACCEPTS = frozenset({Kind.POINTS})
    EXPECTS = 'percentage points, as in "up 5 percentage points" (for "up 5 per cent" use kind change)'
    PHRASES = (
        "{after.part} among {after.whole} were {direction} {printed} on {before.part} among {before.whole}",
        "{after.part} among {after.whole} were {printed} on {before.part} among {before.whole}",
    )
    EXAMPLES = (
        Example("30 winners among 100 players were up 5 percentage points on 50 guests among 200 visitors."),
        Example(
            "30 winners among 100 players were up 6 percentage points on 50 guests among 200 visitors.",
            conflict=(
                "winners came to 30",
                "players came to 100",
                "the share of winners in players rose by 6 percentage points from that of guests in visitors",
                "guests came to 50",
                "visitors came to 200",
            ),
        ),
        Example(
            "25 winners among 100 players were up 5 percentage points on 60 guests among 200 visitors.",
            conflict=(
                "winners came to 25",
                "players came to 100",
                "the share of winners in players rose by 5 percentage points from that of guests in visitors",
                "guests came to 60",
                "visitors came to 200",
            ),
        ),
        Example("25 winners among 100 players were down 5 percentage points on 60 guests among 200 visitors."),
        Example("11 winners among 200 players were up 1 percentage point on 8 guests among 200 players."),  # 1.5: a tie
        Example(
            "12 winners among 200 players were up 1 percentage point on 8 guests among 200 players.",
            conflict=(
                "winners came to 12",
                "players came to 200",
                "the share of winners in players rose by 1 percentage point from that of guests in players",
                "guests came to 8",
            ),
        ),
    )

    @model_validator(mode="after")
    def _goes_one_way_between_two_shares(self) -> Points:
        for side in (self.before, self.after):
            if side.part == side.whole:
                raise ValueError(f"part and whole are both {side.part!r}: a share is of something else")
        if self.before == self.after:
            raise ValueError("before and after are the same share: give part or whole another name in one of them")
        if movement(self.printed, self.direction) is None:
            raise ValueError(
                f"{str(self.printed)!r} does not say which way it went: add direction: up, or direction: down"
            )
        return self

    @property
    def _sign(self) -> Fraction:
        """The weight of the later share: 1, or -1 for a fall."""
        return Fraction(movement(self.printed, self.direction) or 1)

    @property
    def _shares(self) -> tuple[PartWhole, PartWhole]:
        return self.after, self.before

    def names(self) -> tuple[str, ...]:
        return (self.before.part, self.before.whole, self.after.part, self.after.whole)

    def alike(self) -> tuple[tuple[str, ...], ...]:
        return ((self.before.part, self.before.whole), (self.after.part, self.after.whole))

    def plausible(self) -> Interval:
        return Interval(Fraction(-1), Fraction(1))

    def clause(self) -> str:
        after, before = (f"{label(side.part)} in {label(side.whole)}" for side in self._shares)
        by = {1: "rose by", -1: "fell by"}.get(movement(self.printed, self.direction) or 0, "changed by")
        return f"the share of {after} {by} {spoken(self.printed)} from that of {before}"

    def measure(self, setting: Setting) -> Ratio:
        if self.before.whole == self.after.whole:
            after, before = (setting.quantity(side.part) for side in self._shares)
            whole: tuple[tuple[Quantity, Fraction], ...] = ((setting.quantity(self.after.whole), Fraction(1)),)
        else:
            after, before = (setting.share(side.part, side.whole) for side in self._shares)
            whole = ()
        return Ratio(((after, self._sign), (before, -self._sign)), whole)

    def allowed(self, setting: Setting) -> Interval:
        within = setting.within(self)
        return within if movement(self.printed, self.direction) == 0 else within & Interval.at_least(0)

    def conditions(self, setting: Setting) -> Iterator[Condition]:
        yield from super().conditions(setting)
        for side in self._shares:
            if self.before.whole != self.after.whole:
                yield from setting.sharing(side.part, side.whole, self.clause())
            else:
                terms = ((setting.quantity(side.part), Fraction(1)), (setting.quantity(side.whole), Fraction(-1)))
                yield Constraint(terms, Interval.at_most(0), self.clause())

    def holds(self, values: Values, setting: Setting) -> bool:
        shares = []
        for side in self._shares:
            part, whole = values[setting.quantity(side.part)], values[setting.quantity(side.whole)]
            if whole <= 0 or part > whole:
                return False
            shares.append(part / whole)
        return self._sign * (shares[0] - shares[1]) in self.allowed(setting)
