"""Product: factors multiplied come to a quantity, a printed number, or both."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from typing import Annotated, Literal

from pydantic import Field, model_validator

from factcheck import constraint
from factcheck.claim import Claim, Example, Name, Operand, Printed, Setting, label, spoken
from factcheck.constraint import Condition, Constraint, Either, Quantity, Ratio, Terms, Values
from factcheck.interval import Interval
from factcheck.numeral import Kind, Numeral

NOTHING, ONE = Interval.exactly(0), Interval.exactly(1)


class Product(Claim):
    """Factors multiplied come to a quantity, a printed number, or both.

    "200 tickets at £5 each came to £1,000", "1% of $21.1bn, $211m": price times number, a percentage of an amount, so
    much a head.

    `factors` are names of quantities, or numbers as printed; words that spell a number are always one. A printed
    number stands for every value that prints so, as everywhere: the claim holds if some of these values, multiplied
    with the quantities, come to the result. With `result`, a quantity is that product; with `printed`, the
    product prints so.

    With one unknown quantity this is exact: low × quantity ≤ result ≤ high × quantity. The product of two or more
    unknown quantities is no weighted sum: each such product becomes an unknown of its own ("price times number"),
    and where the solver can only reckon with the range of each factor, the claim stays unknown rather than passing.

    It fails where the printed numbers alone rule it out, and conflicts with quantities in another proportion.

    Example:
        kind: product
        factors: [tickets, "£5"]
        printed: "£1,000"
    """

    kind: Literal["product"] = "product"
    factors: Annotated[tuple[Operand, ...], Field(min_length=2)]
    """The quantities and numbers that are multiplied, two at least."""
    result: Name | None = None
    """The quantity that is their product."""
    printed: Printed | None = None
    """The product, in the words of the article."""

    ACCEPTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.FRACTION, Kind.POINTS, Kind.DURATION})
    EXPECTS = 'a number, as in "£211m" or "1,000"'
    COMPUTED = True
    PHRASES = (
        "{factors} of {factors}, {printed}",
        "{factors} at {factors} each/apiece came to {printed}",
        "{factors} of {factors} each made/make {result}",
    )
    EXAMPLES = (
        Example("It paid 1% of $21.1bn, $211m."),
        Example("It paid 1% of $21.1bn, $21.1m.", conflict=("1% times $21.1bn came to $21.1m",)),
        Example("Sold were 200 tickets at £5.00 each came to £1,000."),
        Example(
            "Sold were 200 tickets at £5.00 each came to £1,010.",
            conflict=("tickets came to 200", "tickets times £5.00 came to £1,010"),
        ),
        Example("Sold were 200 tickets at £5 each came to £1,100."),  # £5 is up to £5.50
        Example(
            "Sold were 200 tickets at £5 each came to £1,101.",
            conflict=("tickets came to 200", "tickets times £5 came to £1,101"),
        ),
        Example("12 boxes of 24 bottles each made 288 jars."),
        Example(
            "12 boxes of 24 bottles each made 312 jars.",
            conflict=(
                "boxes came to 12",
                "bottles came to 24",
                "jars came to 312",
                "boxes times bottles made jars",
            ),
        ),
    )

    @model_validator(mode="after")
    def _comes_to_something(self) -> Product:
        if self.result is None and self.printed is None:
            raise ValueError("a product needs what it comes to: add result, a quantity, or printed, a number")
        if self.result is not None and self.result in self._unknowns:
            raise ValueError(f"{self.result!r} is both a factor and the result")
        return self

    @property
    def _unknowns(self) -> tuple[str, ...]:
        return tuple(factor for factor in self.factors if isinstance(factor, str))

    def names(self) -> tuple[str, ...]:
        return self._unknowns if self.result is None else (*self._unknowns, self.result)

    def clause(self) -> str:
        factors = " times ".join(label(factor) if isinstance(factor, str) else str(factor) for factor in self.factors)
        printed = "" if self.printed is None else spoken(self.printed)
        if self.result is None:
            return f"{factors} came to {printed}"
        return f"{factors} made {label(self.result)}{printed and f' of {printed}'}"

    def measure(self, setting: Setting) -> Ratio | None:
        return None if self.result is None else Ratio(((setting.quantity(self.result), Fraction(1)),))

    def conditions(self, setting: Setting) -> Iterator[Condition]:
        result = None if self.result is None else setting.quantity(self.result)
        if result is not None and self.printed is not None:
            yield Constraint(((result, Fraction(1)),), setting.within(self), self.clause())
        scale = self._scale(setting)
        if not self._unknowns:
            yield self._compared(result, None, scale, setting)
            return
        first, *others = (setting.quantity(name) for name in self._unknowns)
        for index, other in enumerate(others):
            if scale == ONE and result is not None and index == len(others) - 1:
                yield constraint.Product(result, first, other, self.clause())
                return
            product = _multiplied(first, other)
            yield constraint.Product(product, first, other, self.clause())
            first = product
        yield from self._scaled(result, first, scale, setting)

    def _scale(self, setting: Setting) -> Interval:
        """What the printed factors come to, multiplied."""
        convention = setting.convention_of(self)
        numbers = (factor.meaning(convention).hard for factor in self.factors if isinstance(factor, Numeral))
        return reduce(Interval.times, numbers, ONE)

    def _scaled(
        self, result: Quantity | None, unknown: Quantity, scale: Interval, setting: Setting
    ) -> Iterator[Condition]:
        """That the result is some value of the scale times the unknown."""
        if scale.is_point and scale.low is not None:
            yield self._compared(result, (unknown, scale.low), NOTHING, setting)
            return
        if unknown.within.low is None or unknown.within.low < 0:
            factor = Quantity(f"factor of {self.id or label(unknown.name)}", whole=False, within=scale)
            product = _multiplied(factor, unknown)
            yield constraint.Product(product, factor, unknown, self.clause())
            yield self._compared(result, (product, Fraction(1)), NOTHING, setting)
            return
        sides = tuple(self._sides(result, unknown, scale, setting))
        if scale.is_bounded and not scale.low_open and not scale.high_open:
            yield from sides
            return
        some, none = (Constraint(((unknown, Fraction(1)),), at, self.clause()) for at in (Interval.above(0), NOTHING))
        yield Either(((some, *sides), (none, self._compared(result, None, NOTHING, setting))), self.clause())

    def _sides(
        self, result: Quantity | None, unknown: Quantity, scale: Interval, setting: Setting
    ) -> Iterator[Constraint]:
        """That the result is at least the low end of the scale times the unknown, and at most the high end."""
        if scale.low is not None:
            over = Interval(low=Fraction(0), low_open=scale.low_open)
            yield self._compared(result, (unknown, scale.low), over, setting)
        if scale.high is not None:
            under = Interval(high=Fraction(0), high_open=scale.high_open)
            yield self._compared(result, (unknown, scale.high), under, setting)

    def _compared(
        self, result: Quantity | None, product: tuple[Quantity, Fraction] | None, within: Interval, setting: Setting
    ) -> Constraint:
        """That the result (a quantity, or some value of the printed number) minus the product lies within."""
        less: Terms = () if product is None else ((product[0], -product[1]),)
        if result is not None:
            return Constraint(((result, Fraction(1)), *less), within, self.clause())
        return Constraint(less, within - setting.within(self), self.clause())

    def holds(self, values: Values, setting: Setting) -> bool:
        product = self._scale(setting)
        for name in self._unknowns:
            product *= values[setting.quantity(name)]
        if self.result is None:
            return not (product & setting.within(self)).is_empty
        result = values[setting.quantity(self.result)]
        return result in product and (self.printed is None or result in setting.within(self))


def _multiplied(first: Quantity, second: Quantity) -> Quantity:
    """The unknown that is the product of two."""
    name = f"{label(first.name)} times {label(second.name)}"
    return Quantity(name, first.whole and second.whole, first.within.times(second.within))
