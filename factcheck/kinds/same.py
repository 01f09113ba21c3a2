"""Same: two claims, or two quantities, tell one number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from pydantic import model_validator

from factcheck.claim import Claim, Example, Name, Setting, label
from factcheck.constraint import Condition, Constraint, Product, Quantity, Ratio, Terms, Values, gathered
from factcheck.interval import EMPTY, Interval

ZERO = Interval.exactly(0)


class Same(Claim):
    """Two claims, or two quantities, tell one number.

    A headline says "nearly a fifth", the body "19.8%": each keeps its own precision, but one number lies
    behind both.

    `first` and `second` are ids of claims, or names of quantities. Two quantities are equal. Of a claim, the number
    that it prints is meant, as it is worked out from its quantities: a share, a mean, a difference. Two of these over
    one and the same quantity are compared as sums of counts; over different quantities, the number becomes an unknown
    of its own, of which each claim's is a product.

    It conflicts with numbers of which no one value is told by both. Claims that print no number of quantities
    (ranks, bounds, totals) cannot be the same as anything.

    Example:
        kind: same
        first: headline_share
        second: body_share
    """

    kind: Literal["same"] = "same"
    first: Name
    """The id of a claim, or the name of a quantity."""
    second: Name
    """Another claim or quantity."""

    OF_CLAIMS = True
    PHRASES = ("{first} were/was the same as {second}", "{first}, that is {second}")
    EXAMPLES = (
        Example("956 cases were the same as 956 files."),
        Example(
            "956 cases were the same as 965 files.",
            conflict=("cases came to 956", "files came to 965", "cases told the same number as files"),
        ),
        Example("The nearly 1,000 cases were the same as 956 files."),
        Example(
            "The nearly 1,000 cases were the same as 1,000 files.",
            conflict=("cases came to nearly 1,000", "files came to 1,000", "cases told the same number as files"),
        ),
        Example("1.6 million visits were the same as 1,550,000 calls."),
        Example(
            "1.6 million visits were the same as 1,549,999 calls.",
            conflict=("visits came to 1.6 million", "calls came to 1,549,999", "visits told the same number as calls"),
        ),
    )

    @model_validator(mode="after")
    def _is_between_two(self) -> Same:
        if self.first == self.second:
            raise ValueError(f"first and second are both {self.first!r}: give two claims or quantities")
        return self

    def names(self) -> tuple[str, ...]:
        return (self.first, self.second)

    def alike(self) -> tuple[tuple[str, ...], ...]:
        return (self.names(),)

    def problems(self, setting: Setting) -> Iterator[str]:
        for name in self.names():
            if name in setting.claims and self._ratio(name, setting) is None:
                kind = setting.claims[name].kind
                yield f"claim {name!r} is a {kind} and works out no single number, so nothing can be the same as it"

    def clause(self) -> str:
        return f"{label(self.first)} told the same number as {label(self.second)}"

    def conditions(self, setting: Setting) -> Iterator[Condition]:
        first, second = (self._ratio(name, setting) for name in self.names())
        if first is None or second is None:
            yield Constraint((), EMPTY, self.clause())
        elif (first.denominator, first.below) == (second.denominator, second.below):
            if first.denominator:
                yield Constraint(first.denominator, Interval.above(-first.below), self.clause())
            less = tuple((quantity, -weight) for quantity, weight in second.numerator)
            apart = Interval.exactly(second.constant - first.constant)
            yield Constraint(gathered((*first.numerator, *less)), apart, self.clause())
        else:
            number = Quantity(f"number of {label(self.first)} and {label(self.second)}", whole=False, within=Interval())
            for name, ratio in zip(self.names(), (first, second), strict=True):
                yield from self._tied(number, ratio, label(name))

    def _tied(self, number: Quantity, ratio: Ratio, name: str) -> Iterator[Condition]:
        """That the number, times what stands below the line, is what stands above it."""
        if not ratio.denominator:
            terms = gathered((*ratio.numerator, (number, -ratio.below)))
            yield Constraint(terms, Interval.exactly(-ratio.constant), self.clause())
            return
        yield Constraint(ratio.denominator, Interval.above(-ratio.below), self.clause())
        above, naming = self._named(ratio.numerator, ratio.constant, f"what {name} is worked out from")
        yield from naming
        below, naming = self._named(ratio.denominator, ratio.below, f"base of {name}")
        yield from naming
        yield Product(above, number, below, self.clause())

    def _named(self, terms: Terms, constant: Fraction, name: str) -> tuple[Quantity, tuple[Constraint, ...]]:
        """A single unknown for a sum and what makes it that sum; nothing where it is a quantity already."""
        if len(terms) == 1 and terms[0][1] == 1 and not constant:
            return terms[0][0], ()
        unknown = Quantity(name, whole=False, within=Interval())
        sums = gathered((*terms, (unknown, -1)))
        return unknown, (Constraint(sums, Interval.exactly(-constant), self.clause()),)

    def _ratio(self, name: str, setting: Setting) -> Ratio | None:
        """The number that a claim measures, or a quantity."""
        if name in setting.claims:
            return setting.claims[name].measure(setting)
        return Ratio(((setting.quantity(name), Fraction(1)),))

    def holds(self, values: Values, setting: Setting) -> bool:
        ratios = [self._ratio(name, setting) for name in self.names()]
        first, second = (None if ratio is None else ratio.value(values) for ratio in ratios)
        return first is not None and first == second
