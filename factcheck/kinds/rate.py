"""Rate: so many events for so many of a population."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from pydantic import model_validator

from factcheck.claim import Claim, Example, Name, Printed, Setting, label, spoken
from factcheck.constraint import Ratio
from factcheck.model import Exact
from factcheck.numeral import Kind
from factcheck.rounding import decimal


class Rate(Claim):
    """Events for each so many of a population.

    "12 deaths per 100,000 residents" says that 100,000 × deaths ÷ residents prints as 12.

    Where `low` and `high` are the ends of the values that print so and `per` is the size of the group that the rate
    is told for, low × population ≤ per × events ≤ high × population, and population > 0. The number is a rounded one:
    "12 per 100,000" is from 11.5 to 12.5. There may be more events than people.

    `per` is read from the printed words ("per 100,000", "a head"); where they do not say it, it has to be given.

    It conflicts with counts in another proportion, and fails where the population is zero. The usual slips are
    to divide by the wrong population, or a `per` that is ten times too great or too small.

    Example:
        kind: rate
        events: deaths
        population: residents
        printed: "12 per 100,000"
    """

    kind: Literal["rate"] = "rate"
    events: Name
    """What is counted."""
    population: Name
    """Among whom, or over what, it is counted."""
    printed: Printed
    """The rate, in the words of the article."""
    per: Exact | None = None
    """For how many of the population it is told, where the words of `printed` do not say."""

    ACCEPTS = frozenset({Kind.RATE, Kind.COUNT, Kind.MONEY, Kind.MEASURE})
    EXPECTS = 'a rate, as in "12 per 100,000" or "£30 a head"'
    COMPUTED = True
    PHRASES = (
        "{events} came to {printed} of {population}",
        "{events} ran at {printed} among {population}",
    )
    EXAMPLES = (
        Example("The 120 deaths came to 12 per 100,000 of the 1,000,000 residents."),
        Example(
            "The 120 deaths came to 12 per 10,000 of the 1,000,000 residents.",
            conflict=("deaths came to 120", "deaths came to 12 per 10,000 of residents", "residents came to 1,000,000"),
        ),
        Example("The 125 deaths came to 12 per 100,000 of the 1,000,000 residents."),  # 12.5: a tie
        Example(
            "The 126 deaths came to 12 per 100,000 of the 1,000,000 residents.",
            conflict=(
                "deaths came to 126",
                "deaths came to 12 per 100,000 of residents",
                "residents came to 1,000,000",
            ),
        ),
        Example("The 126 deaths came to 12.6 per 100,000 of the 1,000,000 residents."),
        Example(
            "The 12 deaths came to 12 per 100,000 of the 0 residents.",
            conflict=("deaths came to 12 per 100,000 of residents", "residents came to 0"),
        ),
    )

    @model_validator(mode="after")
    def _says_for_how_many(self) -> Rate:
        if self.events == self.population:
            raise ValueError(f"events and population are both {self.events!r}: a rate is between two quantities")
        if self.per is None and self.printed.per is None:
            raise ValueError(f"{str(self.printed)!r} does not say for how many: add per, as in per: 100,000")
        if self._per <= 0:
            raise ValueError(f"per {decimal(self._per, 0)} of a population is no rate; per is a number above zero")
        return self

    @property
    def _per(self) -> Fraction:
        return self.per.exact_value if self.per is not None else self.printed.per or Fraction(0)

    def names(self) -> tuple[str, ...]:
        return (self.events, self.population)

    def clause(self) -> str:
        per = f" per {self.per}" if self.per is not None and self.printed.per is None else ""
        return f"{label(self.events)} came to {spoken(self.printed)}{per} of {label(self.population)}"

    def measure(self, setting: Setting) -> Ratio:
        return Ratio(((setting.quantity(self.events), self._per),), ((setting.quantity(self.population), Fraction(1)),))
