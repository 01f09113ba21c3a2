"""Mean: a total spread over a number of things."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, model_validator

from factcheck.claim import Claim, Example, Name, Printed, Setting, label, sort, spoken
from factcheck.constraint import Quantity, Ratio
from factcheck.interval import Interval
from factcheck.model import WholeNumber
from factcheck.numeral import Kind


class Mean(Claim):
    """A mean of so many things.

    "The 28 students scored 5.19 on average" says that some total, divided by `n`, prints as 5.19.

    Where `low` and `high` are the ends of the values that print so, low × n × items ≤ total ≤ high × n × items, and
    n > 0. The total of a plain number is whole: scores, children and cases are counted, so that a mean of few of them
    can only take few values, and 28 whole scores never have a mean of 5.19 (145 ÷ 28 is 5.18, 146 ÷ 28 is 5.21). The
    total of money, measures, ages and times need not be whole. Name the `total` where the article gives it, too; where
    it is told by a plain number and need not be whole, declare it as an amount (`amount: true`). `items` is the
    number of questions of a scale, where the answers of each person were averaged first.

    It fails where no whole total fits, and conflicts with another total or number of things.

    Example:
        kind: mean
        n: students
        printed: "5.19"

    Source: Brown and Heathers, "The GRIM test" (2017).
    """

    kind: Literal["mean"] = "mean"
    n: Name
    """How many things the mean is of."""
    printed: Printed
    """The mean, in the words of the article."""
    total: Name | None = None
    """What all of them have together, where it is told."""
    items: Annotated[WholeNumber, Field(ge=1)] = 1
    """How many whole answers were averaged for each thing."""

    ACCEPTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.AGE, Kind.DURATION, Kind.RATE})
    EXPECTS = 'a number, as in "5.19" or "£28,500"'
    COMPUTED = True
    PHRASES = ("{n} scored {printed} on average", "{n} shared {total}, {printed} each on average")
    EXAMPLES = (
        Example("The 28 students scored 5.18 on average."),
        Example(
            "The 28 students scored 5.19 on average.",
            conflict=("students came to 28", "the mean over students came to 5.19"),
        ),
        Example("The 8 students scored 5.12 on average."),  # 41 / 8 = 5.125: a tie may go either way
        Example("The 8 students scored 5.13 on average."),
        Example(
            "The 8 students scored 5.14 on average.",
            conflict=("students came to 8", "the mean over students came to 5.14"),
        ),
        Example("The 28 students shared 146 points, 5.21 each on average."),
        Example(
            "The 28 students shared 145 points, 5.0 each on average.",
            conflict=("students came to 28", "points came to 145", "points, spread over students, averaged 5.0"),
        ),
        Example(
            "The 0 students scored 5 on average.",
            conflict=("students came to 0", "the mean over students came to 5"),
        ),
    )

    @model_validator(mode="after")
    def _is_a_total_over_another(self) -> Mean:
        if self.total == self.n:
            raise ValueError(f"total and n are both {self.n!r}: a mean spreads one quantity over another")
        return self

    def names(self) -> tuple[str, ...]:
        return (self.n,) if self.total is None else (self.n, self.total)

    def clause(self) -> str:
        items = "" if self.items == 1 else f" with {self.items} items each"
        if self.total is None:
            return f"the mean over {label(self.n)}{items} came to {spoken(self.printed)}"
        return f"{label(self.total)}, spread over {label(self.n)}{items}, averaged {spoken(self.printed)}"

    def measure(self, setting: Setting) -> Ratio:
        return Ratio(((self._total(setting), Fraction(1)),), ((setting.quantity(self.n), Fraction(self.items)),))

    def _total(self, setting: Setting) -> Quantity:
        """The total that is named, or an unknown of this claim's own."""
        if self.total is not None:
            return setting.quantity(self.total)
        name = f"total of {self.id}" if self.id else f"total over {label(self.n)}"
        return Quantity(name, whole=sort(self.printed) is Kind.COUNT, within=Interval())
