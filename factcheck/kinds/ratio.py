"""Ratio: one quantity is a printed multiple of another."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from pydantic import model_validator

from factcheck import constraint
from factcheck.claim import Claim, Example, Name, Printed, Setting, label, sort, spoken
from factcheck.numeral import Form, Kind


class Ratio(Claim):
    """One quantity is the printed multiple of another.

    "Wins outnumbered losses three to one" and "three times as many wins as losses" say that `wins` divided by
    `losses` prints as 3.

    Where `low` and `high` are the ends of the values that print so, low × to ≤ of ≤ high × to, and to > 0.
    "Three to one", "twice" and "half as many" are round words and reach 5% to both sides; "1.6 times" is
    rounded in its last digit. A percentage ("60% of the level of 2017") or a bare number ("a ratio of 15.2") is a
    multiple, too. Unlike a share, it may pass 100%, and the one quantity need not be part of the other.

    It conflicts with numbers in another proportion, and fails where `to` is zero.

    Example:
        kind: ratio
        of: wins
        to: losses
        printed: "three to one"
    """

    kind: Literal["ratio"] = "ratio"
    of: Name
    """The quantity that is compared."""
    to: Name
    """The quantity that it is compared to."""
    printed: Printed
    """How many times the other it is, in the words of the article."""

    ACCEPTS = frozenset({Kind.RATIO, Kind.MULTIPLE, Kind.FRACTION, Kind.PERCENT, Kind.COUNT})
    EXPECTS = 'a multiple or a ratio, as in "1.6 times", "twice" or "three to one"'
    COMPUTED = True
    PHRASES = (
        "{printed} as many {of} as {to}",
        "{of} outnumbered {to} by {printed}",
        "{of} came to {printed} {to}",
    )
    EXAMPLES = (
        Example("There were twice as many wins as losses, 190 wins and 100 losses."),
        Example(
            "There were twice as many wins as losses, 189 wins and 100 losses.",
            conflict=("wins came to twice losses", "wins came to 189", "losses came to 100"),
        ),
        Example("The 300 wins outnumbered the 100 losses by 3 to 1."),
        Example(
            "The 100 wins outnumbered the 300 losses by 3 to 1.",
            conflict=("wins came to 100", "losses came to 300", "wins stood to losses as 3 to 1"),
        ),
        Example("There were 1.6 times as many wins as losses, 31 wins and 20 losses."),  # 1.55: a tie
        Example(
            "There were 1.6 times as many wins as losses, 30 wins and 20 losses.",
            conflict=("wins came to 1.6 times losses", "wins came to 30", "losses came to 20"),
        ),
        Example(
            "There were twice as many wins as losses, 4 wins and 0 losses.",
            conflict=("wins came to twice losses", "losses came to 0"),
        ),
    )

    @model_validator(mode="after")
    def _is_between_two(self) -> Ratio:
        if self.of == self.to:
            raise ValueError(f"of and to are both {self.of!r}: a ratio is between two quantities")
        return self

    def names(self) -> tuple[str, ...]:
        return (self.of, self.to)

    def clause(self) -> str:
        of, to, told = label(self.of), label(self.to), spoken(self.printed)
        if self.printed.form is Form.TO:
            return f"{of} stood to {to} as {told}"
        match sort(self.printed):
            case Kind.MULTIPLE:
                return f"{of} came to {told} {to}"
            case Kind.COUNT:
                return f"{of} came to {told} times {to}"
        return f"{of} came to {told} of {to}"

    def measure(self, setting: Setting) -> constraint.Ratio:
        return constraint.Ratio(
            ((setting.quantity(self.of), Fraction(1)),), ((setting.quantity(self.to), Fraction(1)),)
        )
