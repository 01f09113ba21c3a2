"""Count: a quantity comes to a printed number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from factcheck.claim import Claim, Example, Name, Printed, Setting, Telling, label, sort, spoken
from factcheck.constraint import Ratio
from factcheck.numeral import Kind


class Count(Claim):
    """A quantity comes to the printed number.

    "There were 1,628 crimes" says that the quantity `crimes` is 1,628.

    A bare number in digits or words ("956", "five thousand") is exact. A number with a scale word
    ("1.6 million"), money and measures are rounded in their last digit, and stand for every value that
    prints so; a hedge moves and widens this ("nearly 2,000" is 1,800 and more, but below 2,000). The quantity
    lies among these values. It is a whole number, unless it is declared as an amount (`amount: true`): then a
    bare number, too, is a rounded one.

    It fails where none of these values is possible for the quantity, and conflicts with claims that need another.
    Vague words ("few", "hundreds") fail nothing, or only what lies below them.

    Example:
        kind: count
        quantity: crimes
        printed: "1,628"
    """

    kind: Literal["count"] = "count"
    quantity: Name
    """What is counted or measured."""
    printed: Printed
    """How many, or how much, in the words of the article."""

    ACCEPTS = frozenset(
        {
            Kind.COUNT,
            Kind.MONEY,
            Kind.MEASURE,
            Kind.PERCENT,
            Kind.POINTS,
            Kind.AGE,
            Kind.DURATION,
            Kind.VAGUE,
            Kind.SUPPRESSED,
        }
    )
    EXPECTS = 'a number, as in "1,628", "£3.2bn" or "nearly 2,000"'
    PHRASES = ("{printed} {quantity}", "{printed} was/were {quantity}", "{quantity} came to {printed}")
    EXAMPLES = (
        Example("There were 956 cases."),
        Example("There were 956 cases, or 965 cases.", conflict=("cases came to 956", "cases came to 965")),
        Example("There were nearly 960 cases, 956 cases in all."),
        Example(
            "There were nearly 960 cases, 960 cases in all.",
            conflict=("cases came to nearly 960", "cases came to 960"),
        ),
        Example("The page had 1.6 million visits: 1,550,000 visits by its own log."),
        Example(
            "The page had 1.6 million visits: 1,549,999 visits by its own log.",
            conflict=("visits came to 1.6 million", "visits came to 1,549,999"),
        ),
        Example("There were more than 955 cases, 956 cases to be precise."),
        Example(
            "There were more than 956 cases, 956 cases to be precise.",
            conflict=("cases came to more than 956", "cases came to 956"),
        ),
    )

    def names(self) -> tuple[str, ...]:
        return (self.quantity,)

    def telling(self) -> Telling:
        return Telling(label(self.quantity), "came to", spoken(self.printed))

    def problems(self, setting: Setting) -> Iterator[str]:
        if setting.quantity(self.quantity).whole and sort(self.printed) in (Kind.PERCENT, Kind.POINTS):
            yield (
                f"{self.quantity!r} is counted in whole numbers, so it cannot be {str(self.printed)!r}: use kind share "
                "for a part of something, or declare the quantity with amount: true"
            )

    def measure(self, setting: Setting) -> Ratio:
        return Ratio(((setting.quantity(self.quantity), Fraction(1)),))
