"""How much an explanation is worth: how many other numbers of the same form the same slip would have explained.

The count goes by the values that are possible, and solves nothing anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from factcheck.alike import alike, decimals, digits_of, renumbered
from factcheck.check.rest import Reach
from factcheck.claim import Claim, Setting
from factcheck.finding import Chance
from factcheck.interval import Interval
from factcheck.numeral import Form, Kind, Numeral
from factcheck.slip import Retyped

WORTH_TELLING = Fraction(1, 10)
"""The greatest share of the other numbers that a slip may explain as well, and still be told."""
LOOKED_AT = 100  # numbers with a hedge, whose reach does not follow their order
MOST_TRIED = 400  # numbers that are tried one by one
MOST_WEIGHED = 300  # values of which it is looked up what else they would be printed as
ROUNDED = (Kind.COUNT, Kind.PERCENT, Kind.MONEY, Kind.MEASURE)
MOST_MEANT = 400  # numbers that may have been meant, each mistyped in every way

Meaning = Callable[[Numeral], Interval]
"""The values that a number of some form stands for."""


class Explained(NamedTuple):
    """The numbers of a form, by their place in it, that are explained; not `exact` where they are estimated."""

    places: Sequence[int]
    exact: bool = True


def is_worth_telling(chance: Chance) -> bool:
    """Whether a slip explains few enough of the other numbers of a form for its explanation to say something."""
    return chance.size > 0 and chance.explained <= WORTH_TELLING * chance.size


def chance_of(claim: Claim, explained: Sequence[Explained], reach: Reach, setting: Setting) -> Chance:
    """The chance that a slip explains another number of the form that a claim prints, in one of several ways.

    Numbers with which the claim itself would be within reach need no explanation.
    """
    printed = claim.numeral
    form = alike(printed)
    size, together = max(len(form) - 1, 0), sum(len(one.places) for one in explained)
    if together > MOST_TRIED:
        return Chance(min(together, size), size, exact=False)
    places = sorted({place for one in explained for place in one.places if form[place] != printed.value})
    if len(places) <= 2 * WORTH_TELLING * len(form):  # beyond, it is not told anyway
        others = ((place, claim.model_copy(update={"printed": renumbered(printed, form[place])})) for place in places)
        places = [place for place, other in others if not reach.meets(other.allowed(setting))]
    return Chance(len(places), size, all(one.exact for one in explained))


def chance_of_values(claim: Claim, values: Iterable[Fraction], setting: Setting) -> Chance:
    """How many other numbers of the form that a claim prints would be printed for one of some values."""
    printed, form = claim.numeral, alike(claim.numeral)
    size = max(len(form) - 1, 0)
    if not size:
        return Chance(0, 0)
    if printed.hedge is None and printed.kind in ROUNDED and printed.form in (Form.DIGITS, Form.SCALED):
        convention = setting.convention_of(claim)
        numbers = {number for value in values for number in printed.printings(value, convention)}
        others = (number for number in numbers if form[0] <= number <= form[-1] and number != printed.value)
        return Chance(min(sum(1 for _ in others), size), size)
    values = sorted(set(values))
    if len(values) > MOST_WEIGHED:
        return Chance(size, size, exact=False)

    def meaning(number: Numeral) -> Interval:
        return claim.model_copy(update={"printed": number}).allowed(setting)

    found = [by_meaning(printed, meaning, Reach(Interval.exactly(value))) for value in values]
    places = {place for one in found for place in one.places}
    return Chance(sum(form[place] != printed.value for place in places), size, all(one.exact for one in found))


def by_meaning(printed: Numeral, meaning: Meaning, reach: Reach) -> Explained:
    """The numbers of the printed form whose meaning is within reach; it rises or falls with the number."""
    form = alike(printed)

    def within(place: int) -> Interval:
        return meaning(renumbered(printed, form[place]))

    if printed.hedge is not None or len(form) <= 2:
        every = -(-len(form) // LOOKED_AT) or 1
        found = [place for place in range(0, len(form), every) if reach.meets(within(place))]
        last = len(form)
        return Explained([p for place in found for p in range(place, min(place + every, last))], every == 1)
    if reach.values.is_empty:
        return Explained(())
    places = range(len(form))
    if _falls(within, len(form)):
        first = bisect_left(places, x=True, key=lambda place: not _beyond(within(place), reach.values))
        end = bisect_left(places, x=True, key=lambda place: _short_of(within(place), reach.values))
    else:
        first = bisect_left(places, x=True, key=lambda place: not _short_of(within(place), reach.values))
        end = bisect_left(places, x=True, key=lambda place: _beyond(within(place), reach.values))
    if reach.step is None or end - first > MOST_TRIED:
        return Explained(range(first, end), reach.exact)
    return Explained([place for place in range(first, end) if reach.meets(within(place))], reach.exact)


def by_digits(printed: Numeral, way: Retyped, meaning: Meaning, reach: Reach) -> Explained:
    """The numbers of the printed form that a slip of the hand makes of a number within reach."""
    form, length = alike(printed), len(digits_of(printed))
    meant = units_within(printed, reach.values)
    if meant is None:
        return Explained(range(len(form)), exact=False)
    typed: set[str] = set()
    sign = -1 if printed.exact_value < 0 else 1
    for unit in meant:
        if unit * sign > 0 and reach.meets(meaning(renumbered(printed, unit * printed.quantum))):
            typed.update(way.mistyped(str(abs(unit)).zfill(decimals(printed) + 1)))
    values = {int(digits) * printed.quantum for digits in typed if len(digits) == length and digits.strip("0")}
    found = [(bisect_left(form, sign * value), sign * value) for value in values]
    return Explained([place for place, value in found if place < len(form) and form[place] == value], reach.exact)


def units_within(printed: Numeral, values: Interval) -> range | None:
    """The numbers, in units of the last place, whose meaning may have values in common; None where there are too many."""
    if values.low is None or values.high is None or values.is_empty:
        return range(0) if values.is_empty else None
    slack = Fraction(1, 4) if printed.hedge is not None else 0
    widest = max(abs(values.low), abs(values.high)) * slack
    low, high = floor((values.low - widest) / printed.quantum) - 1, ceil((values.high + widest) / printed.quantum) + 1
    return range(low, high + 1) if high - low < MOST_MEANT else None


def _falls(within: Callable[[int], Interval], count: int) -> bool:
    """Whether the values fall while the numbers rise."""
    first, second = within(0), within(count // 2)
    if first.is_empty or second.is_empty:
        return False
    if first.low is None or second.low is None:
        return first.high is not None and second.high is not None and second.high < first.high
    return second.low < first.low


def _short_of(values: Interval, reach: Interval) -> bool:
    """Whether all the values lie below what is within reach."""
    if values.is_empty or values.high is None or reach.low is None:
        return False
    return values.high < reach.low or (values.high == reach.low and (values.high_open or reach.low_open))


def _beyond(values: Interval, reach: Interval) -> bool:
    """Whether all the values lie above what is within reach, or there are none."""
    if values.is_empty:
        return True
    if values.low is None or reach.high is None:
        return False
    return values.low > reach.high or (values.low == reach.high and (values.low_open or reach.high_open))
