"""One claim whose number is doubted, and the questions about what it could print instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cached_property
from math import gcd

from factcheck.check.numbers.form import FAR
from factcheck.check.numbers.moves import Moves
from factcheck.check.numbers.tally import Tally
from factcheck.check.settle import besides
from factcheck.constraint import Condition, Ratio, Statement, Values, amount
from factcheck.interval import Interval
from factcheck.solve import Answer, Conflict, Undecided, Witness

MOST_LOOKED_AT = 1 << 60  # the place of a number that is told by no ratio

Asking = Callable[..., Answer]
"""Whether further statements can hold together with all that stands while the claim is doubted."""


class Subject:
    """A claim with the tally of its numbers; `given` is taken to hold besides."""

    def __init__(self, tally: Tally, moves: Moves, ask: Asking, given: Sequence[Statement] = ()) -> None:
        self.tally = tally
        self.numbers = tally.numbers
        self.claim = self.numbers.claim
        self.ratio = self.claim.measure(self.numbers.setting)
        self._moves = moves
        self._put = ask
        self._given = tuple(given)
        self.besides = besides(self.claim, self.numbers.setting)

    @property
    def is_askable(self) -> bool:
        """Whether one question can be about many numbers."""
        return not self.numbers.is_apart

    def see(self, values: Values) -> None:
        """Note what the claim could print for these values, and for those that differ in one quantity."""
        if self.ratio is None:
            self._locate(values)
            return
        needed = {quantity for quantity, _ in (*self.ratio.numerator, *self.ratio.denominator)}
        needed.update(quantity for condition in self.besides for quantity in condition.quantities)
        if not needed <= values.keys() or not all(condition.holds(values) for condition in self.besides):
            return
        own = (*self._given, Statement(self.claim.id, self.besides))
        for steps in self._moves.of(self.ratio, values, self.claim.id, own):
            self.tally.see(steps)

    def _locate(self, values: Values) -> None:
        """Note a number that makes the claim true for these values, where it is told by no ratio: by halving runs."""
        numbers = self.numbers
        if any(q not in values for condition in numbers.conditions(numbers.own) for q in condition.quantities):
            return
        for start, stop in [] if numbers.is_apart else self.tally.open():
            low, high = max(start, -MOST_LOOKED_AT), min(stop, MOST_LOOKED_AT)
            while high - low > 1:
                middle = (low + high) // 2
                is_below = numbers.within(numbers.hull(low, middle)).holds(values, numbers.setting)
                low, high = (low, middle) if is_below else (middle, high)
            if low < high and numbers.printing(low).holds(values, numbers.setting):
                self.tally.allow(low, low + 1)

    def whole(self) -> Answer:
        """Whether any number of the form, or between two of them, can stand here."""
        return self._about(self.numbers.start, self.numbers.stop)

    def settle_between(self, start: int, stop: int) -> bool:
        """Note which numbers at the ends of a run no whole counts lead to; whether there are any."""
        if self.grain is None or not self.numbers.in_order:
            return False
        before = self.tally.open()
        self.tally.catch_between(start, stop, self.grain)
        return before != self.tally.open()

    @cached_property
    def grain(self) -> Fraction | None:
        """What its number is a multiple of, where its base is fixed and whole counts stand above it."""
        ratio = self.ratio
        if ratio is None or any(quantity not in self._moves.fixed for quantity, _ in ratio.denominator):
            return None
        below = amount(ratio.denominator, self._moves.fixed) + ratio.below
        return grain(ratio, below) if below > 0 else None

    def is_open(self) -> bool:
        """Whether what it measures may be something else, though perhaps nothing that is printed so."""
        return self.is_measured and isinstance(self.put(self.besides), Witness)

    @property
    def is_measured(self) -> bool:
        """Whether its number is a ratio of sums."""
        return self.ratio is not None

    def ask(self, start: int, stop: int) -> bool:
        """Find out about a run of numbers; where some of them are possible, the others are left to later questions.

        False where it is not found out whether any is.
        """
        if stop - start == 1 or not self.is_askable:
            return self._ask_one(start)
        match self._about(start, stop):
            case Conflict():
                self.tally.catch(start, stop)
            case Undecided():
                return False
            case Witness(values=values):
                before = self.tally.open()
                self.see(values)
                if before == self.tally.open():  # it lies between two numbers
                    return self._ask_one(self._between(start, stop, values))
        return True

    def _about(self, start: int, stop: int) -> Answer:
        hull = self.numbers.hull(start, stop)
        if self.ratio is None:
            return self.put(tuple(self.numbers.within(hull).conditions(self.numbers.setting)))
        return self.put((*self.besides, *self.ratio.within(hull, "")))

    def _between(self, start: int, stop: int, values: Values) -> int:
        """The number of a run that is asked about by itself, where values lie beside all of them."""
        if start > -FAR and stop < FAR:
            return (start + stop) // 2
        value = None if self.ratio is None else self.ratio.value(values)
        place = self.numbers.own if value is None else self.tally.span(Interval.exactly(value))[0]
        return min(max(place, start), stop - 1)

    def _ask_one(self, place: int) -> bool:
        match self.put(self.numbers.conditions(place)):
            case Conflict():
                self.tally.catch(place, place + 1)
            case Undecided():
                return False
            case Witness(values=values):
                self.see(values)
                self.tally.allow(place, place + 1)
        return True

    def put(self, conditions: Sequence[Condition]) -> Answer:
        """Whether these conditions can hold in the claim's place."""
        return self._put(*self._given, Statement(self.claim.id, tuple(conditions)))


def grain(ratio: Ratio, below: Fraction) -> Fraction | None:
    """What a ratio is a multiple of over a fixed base; None where not only whole counts stand above the line."""
    counted = all(quantity.whole and weight.denominator == 1 for quantity, weight in ratio.numerator)
    if not counted or ratio.constant.denominator != 1:
        return None
    return gcd(*(int(weight) for _, weight in ratio.numerator), int(ratio.constant)) / below or None
