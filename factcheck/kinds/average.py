"""Average: a weighted mean of shares or quantities."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, model_validator

from factcheck.claim import (
    Claim,
    Example,
    Name,
    OneOrMany,
    Operand,
    PartWhole,
    Printed,
    Setting,
    label,
    listed,
    spoken,
)
from factcheck.constraint import Condition, Constraint, Either, Product, Quantity, Ratio, Terms, Values, gathered
from factcheck.interval import Interval
from factcheck.numeral import Kind, Numeral

Item = PartWhole | Name


class Average(Claim):
    """An average of several shares or quantities.

    "The average of the three schools' pass rates was 71%" lists the rates in `of`, each as a share {part, whole}
    or as the name of a quantity.

    Without `weights` it is not known how the average was taken, and only this is claimed: it lies between the least
    and the greatest. With `weights`, one for each, it is exact: the sum of weight × value, divided by the sum of
    the weights, prints so. Weights are names of quantities, or numbers, which count as exact; where a weight was
    itself rounded, make it a quantity with a claim of its own. For a plain mean give each the weight 1. Shares that
    are weighted by their own wholes come to all parts together, divided by all wholes together.

    A weight that is a quantity, times a value, is an unknown of its own; likewise a share that is weighted by
    anything but its whole. Where the solver can only reckon with their ranges, the claim stays unknown.

    It conflicts with values that are all greater, or all less, or whose weights give another average. The usual slip
    is the plain mean of rates whose groups differ in size.

    Example:
        kind: average
        of:
          - {part: passes_a, whole: pupils_a}
          - {part: passes_b, whole: pupils_b}
        weights: [pupils_a, pupils_b]
        printed: "71%"
    """

    kind: Literal["average"] = "average"
    of: Annotated[tuple[Item, ...], OneOrMany(), Field(min_length=1)]
    """The shares or the quantities that it is the average of."""
    weights: tuple[Operand, ...] = ()
    """The weight of each, in the same order: names of quantities, or numbers; left out, where it is not known."""
    printed: Printed
    """The average, in the words of the article."""

    ACCEPTS = frozenset(
        {
            Kind.COUNT,
            Kind.PERCENT,
            Kind.FRACTION,
            Kind.RATIO,
            Kind.MONEY,
            Kind.MEASURE,
            Kind.AGE,
            Kind.DURATION,
            Kind.RATE,
        }
    )
    EXPECTS = 'a number, as in "71%" or "5.2"'
    COMPUTED = True
    PHRASES = (
        "the average of {of} was {printed}",
        "the average of {of}, weighted by {weights}, was {printed}",
    )
    EXAMPLES = (
        Example("The average of 10 apples and 20 pears was 12."),
        Example("The average of 10 apples and 20 pears was 20."),
        Example(
            "The average of 10 apples and 20 pears was 21.",
            conflict=(
                "apples came to 10",
                "pears came to 20",
                "the average of apples and pears came to 21",
            ),
        ),
        Example("The average of 10 apples and 20 pears, weighted by 3 and 1, was 12.5."),
        Example("The average of 10 apples and 20 pears, weighted by 3 and 1, was 13."),
        Example(
            "The average of 10 apples and 20 pears, weighted by 3 and 1, was 15.",
            conflict=(
                "apples came to 10",
                "pears came to 20",
                "the average of apples and pears, weighted by 3 and 1, came to 15",
            ),
        ),
        Example("The average of 10 apples and 20 pears, weighted by 30 orchards and 10 gardens, was 12.5."),
        Example(
            "The average of 10 apples and 20 pears, weighted by 30 orchards and 10 gardens, was 15.",
            conflict=(
                "apples came to 10",
                "pears came to 20",
                "orchards came to 30",
                "gardens came to 10",
                "the average of apples and pears, weighted by orchards and gardens, came to 15",
            ),
        ),
    )

    @model_validator(mode="after")
    def _has_a_weight_for_each(self) -> Average:
        for item in self.of:
            if isinstance(item, PartWhole) and item.part == item.whole:
                raise ValueError(f"part and whole are both {item.part!r}: a share is of something else")
        if self.weights and len(self.weights) != len(self.of):
            raise ValueError(f"there are {len(self.weights)} weights for {len(self.of)} values: give one for each")
        numbers = [weight for weight in self.weights if isinstance(weight, Numeral)]
        for number in numbers:
            if number.value is None or number.hedge is not None or number.value < 0:
                raise ValueError(f"the weight {str(number)!r} is not exact: write a number from 0 without a hedge")
        if len(numbers) == len(self.of) and not any(number.exact_value for number in numbers):
            raise ValueError("all weights are zero: at least one has to count")
        return self

    def names(self) -> tuple[str, ...]:
        values = (name for item in self.of for name in _names(item))
        return (*values, *(weight for weight in self.weights if isinstance(weight, str)))

    def alike(self) -> tuple[tuple[str, ...], ...]:
        shares = tuple((item.part, item.whole) for item in self.of if isinstance(item, PartWhole))
        plain = tuple(item for item in self.of if isinstance(item, str))
        return (*shares, plain, tuple(weight for weight in self.weights if isinstance(weight, str)))

    def plausible(self) -> Interval:
        shares = all(isinstance(item, PartWhole) for item in self.of)
        return Interval(Fraction(0), Fraction(1)) if shares else Interval()

    def clause(self) -> str:
        if self._is_pooled:
            parts, wholes = (listed(names) for names in zip(*map(_names, self.of), strict=True))
            return f"{parts} together made up {spoken(self.printed)} of {wholes} together"
        of = listed(tuple(" in ".join(_names(item)) for item in self.of))
        weights = f", weighted by {listed(tuple(str(weight) for weight in self.weights))}," if self.weights else ""
        return f"the average of {of}{weights} came to {spoken(self.printed)}"

    @property
    def _is_pooled(self) -> bool:
        """Whether each is a share that is weighted by its own whole."""
        return self.weights == tuple(item.whole if isinstance(item, PartWhole) else None for item in self.of)

    def measure(self, setting: Setting) -> Ratio | None:
        if not self.weights:
            return None
        above: list[tuple[Quantity, Fraction]] = []
        below: list[tuple[Quantity, Fraction]] = []
        base = Fraction(0)
        for item, weight in zip(self.of, self.weights, strict=True):
            if isinstance(weight, Numeral):
                above.append((_value(item, setting), weight.exact_value))
                base += weight.exact_value
                continue
            below.append((setting.quantity(weight), Fraction(1)))
            pooled = self._is_pooled and isinstance(item, PartWhole)
            above.append(
                (setting.quantity(_names(item)[0]) if pooled else _weighted(item, weight, setting), Fraction(1))
            )
        return Ratio(gathered(above), gathered(below), base=base)

    def conditions(self, setting: Setting) -> Iterator[Condition]:
        for item in self.of:
            if isinstance(item, PartWhole):
                yield from _sharing(item, setting, self.clause(), linear=not self.weights or self._is_pooled)
        if not self.weights:
            yield from self._between(setting)
            return
        yield from super().conditions(setting)
        for item, weight in zip(self.of, self.weights, strict=True):
            if isinstance(weight, str) and not self._is_pooled:
                factors = setting.quantity(weight), _value(item, setting)
                yield Product(_weighted(item, weight, setting), *factors, self.clause())

    def _between(self, setting: Setting) -> Iterator[Condition]:
        """That some value is as low as the average may be, and some as high."""
        within, because = self.allowed(setting), self.clause()
        ratios = [Ratio(*_fraction(item, setting)) for item in self.of]
        if within.is_empty:
            yield Constraint((), within, because)
        for end in (
            Interval(low=within.low, low_open=within.low_open),
            Interval(high=within.high, high_open=within.high_open),
        ):
            if end != Interval():
                sides = tuple(tuple(ratio.within(end, because)) for ratio in ratios)
                yield Either(sides, because)

    def holds(self, values: Values, setting: Setting) -> bool:
        told = []
        for item in self.of:
            part, *wholes = (values[setting.quantity(name)] for name in _names(item))
            if any(whole <= 0 or part > whole for whole in wholes):
                return False
            told.append(part / wholes[0] if wholes else part)
        within = self.allowed(setting)
        if not self.weights:
            return not (Interval(min(told), max(told)) & within).is_empty
        weights = [w.exact_value if isinstance(w, Numeral) else values[setting.quantity(w)] for w in self.weights]
        total = sum(weights)
        weighted = sum((weight * value for weight, value in zip(weights, told, strict=True)), Fraction(0))
        return total > 0 and weighted / total in within


def _names(item: Item) -> tuple[str, ...]:
    return (item,) if isinstance(item, str) else (item.part, item.whole)


def _fraction(item: Item, setting: Setting) -> tuple[Terms, Terms]:
    """The value as sums above and below a line; below stands nothing for a plain quantity."""
    above, *below = (((setting.quantity(name), Fraction(1)),) for name in _names(item))
    return above, below[0] if below else ()


def _value(item: Item, setting: Setting) -> Quantity:
    """The unknown that is the value: the quantity itself, or the share."""
    return setting.quantity(item) if isinstance(item, str) else setting.share(item.part, item.whole)


def _weighted(item: Item, weight: str, setting: Setting) -> Quantity:
    """The unknown that is a quantity times a value."""
    first, second = setting.quantity(weight), _value(item, setting)
    name = f"{label(first.name)} times {label(second.name)}"
    return Quantity(name, first.whole and second.whole, first.within.times(second.within))


def _sharing(item: PartWhole, setting: Setting, because: str, *, linear: bool) -> Iterator[Condition]:
    """That there is such a share; tied to an unknown of its own where sums of counts cannot tell it."""
    if linear:
        part, whole = setting.quantity(item.part), setting.quantity(item.whole)
        yield Constraint(((whole, Fraction(1)),), Interval.above(0), because)
        yield Constraint(((part, Fraction(1)), (whole, Fraction(-1))), Interval.at_most(0), because)
    else:
        yield from setting.sharing(item.part, item.whole, because)
