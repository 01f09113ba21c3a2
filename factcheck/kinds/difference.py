"""Difference: one quantity exceeds another by a printed amount."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from pydantic import model_validator

from factcheck.claim import Claim, Example, Name, Printed, Setting, label, spoken
from factcheck.constraint import Ratio
from factcheck.interval import Interval
from factcheck.numeral import Kind


class Difference(Claim):
    """One quantity exceeds another by the printed amount.

    "Wins outnumbered losses by 12" says that `wins` minus `losses` is 12.

    more − less lies among the values that print so, and is never negative. For two quantities in per cent the
    difference is told in percentage points; "12 per cent more" is a `change`.

    It conflicts with numbers that are another distance apart, or the other way round.

    Example:
        kind: difference
        more: wins
        less: losses
        printed: "12"
    """

    kind: Literal["difference"] = "difference"
    more: Name
    """The greater quantity."""
    less: Name
    """The lesser quantity."""
    printed: Printed
    """By how much, in the words of the article."""

    ACCEPTS = frozenset(
        {Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.POINTS, Kind.AGE, Kind.DURATION, Kind.VAGUE, Kind.SUPPRESSED}
    )
    EXPECTS = 'an amount, as in "12" or "£3.2bn" (for "12% more" use kind change, for "twice as many" kind ratio)'
    PHRASES = ("{more} outnumbered/exceeded {less} by {printed}", "{printed} more {more} than {less}")
    EXAMPLES = (
        Example("The 484 wins outnumbered the 472 losses by 12."),
        Example(
            "The 484 wins outnumbered the 471 losses by 12.",
            conflict=("wins came to 484", "losses came to 471", "wins exceeded losses by 12"),
        ),
        Example(
            "The 472 wins outnumbered the 484 losses by 12.",
            conflict=("wins came to 472", "losses came to 484", "wins exceeded losses by 12"),
        ),
        Example("The 484 wins outnumbered the 473 losses by nearly 12."),
        Example(
            "The 484 wins outnumbered the 472 losses by nearly 12.",
            conflict=("wins came to 484", "losses came to 472", "wins exceeded losses by nearly 12"),
        ),
        Example("There were 12 more wins than losses, 484 wins and 472 losses."),
        Example(
            "There were 12 more wins than losses, 484 wins and 473 losses.",
            conflict=("wins exceeded losses by 12", "wins came to 484", "losses came to 473"),
        ),
        Example(
            "The 472 wins outnumbered the 484 losses by up to 12.",
            conflict=("wins came to 472", "losses came to 484", "wins exceeded losses by up to 12"),
        ),
    )

    @model_validator(mode="after")
    def _is_between_two(self) -> Difference:
        if self.more == self.less:
            raise ValueError(f"more and less are both {self.more!r}: a difference is between two quantities")
        if self.printed.value is not None and self.printed.value < 0:
            raise ValueError(
                f"{str(self.printed)!r} is negative: swap more and less, and print the number without sign"
            )
        return self

    def names(self) -> tuple[str, ...]:
        return (self.more, self.less)

    def alike(self) -> tuple[tuple[str, ...], ...]:
        return (self.names(),)

    def clause(self) -> str:
        return f"{label(self.more)} exceeded {label(self.less)} by {spoken(self.printed)}"

    def measure(self, setting: Setting) -> Ratio:
        return Ratio(((setting.quantity(self.more), Fraction(1)), (setting.quantity(self.less), Fraction(-1))))

    def allowed(self, setting: Setting) -> Interval:
        return setting.within(self) & Interval.at_least(0)
