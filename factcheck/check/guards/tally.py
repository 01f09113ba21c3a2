"""What is known of the other numbers of one claim: which are possible in its place, and which would have been caught."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache

from factcheck.check.guards.forms import Others
from factcheck.check.guards.moves import Steps
from factcheck.check.guards.runs import Runs
from factcheck.claim import Claim, Setting
from factcheck.interval import Interval

HALF = Fraction(1, 2)
MOST_STEPS = 300  # values of one move that are put on the form one by one


class Tally:
    """The other numbers of a claim by their places in its form, each possible, caught, given up, or open."""

    def __init__(self, claim: Claim, others: Others, setting: Setting) -> None:
        self.claim = claim
        self.others = others
        self.possible = Runs()
        self.caught = Runs()
        self.settled = Runs()  # these and the ones that were given up
        self._setting = setting
        self.allowed = cache(self._allowed)
        self.settled.add(others.own, others.own + 1)

    def printing(self, place: int) -> Claim:
        """The claim with another number of the form."""
        return self.claim.model_copy(update={"printed": self.others.numerals[place]})

    def _allowed(self, place: int) -> Interval:
        return self.printing(place).allowed(self._setting)

    def hull(self, start: int, stop: int) -> Interval:
        """Every value that a number of a run stands for, and what lies between."""
        places = (start, stop - 1) if self.others.in_order else range(start, stop)
        hull = self.allowed(start)
        for place in places:
            within = self.allowed(place)
            hull = within if hull.is_empty else hull if within.is_empty else hull.hull(within)
        return hull

    @property
    def is_untouched(self) -> bool:
        """Whether no other number is known to be possible."""
        return not self.possible

    def open(self) -> list[tuple[int, int]]:
        """The runs of numbers that nothing is known of."""
        return list(self.settled.gaps(0, len(self.others)))

    def open_slips(self) -> Iterator[int]:
        """The one-digit slips that nothing is known of."""
        yield from (place for place in self.others.slips if place not in self.settled)

    def catch(self, start: int, stop: int) -> None:
        """Numbers that cannot stand here."""
        for low, high in list(self.settled.gaps(start, stop)):
            self.caught.add(low, high)
        self.settled.add(start, stop)

    def catch_beyond(self) -> None:
        """Every number that stands for none of the values that the printed one stands for."""
        own = self.allowed(self.others.own)
        if self.others.in_order:
            start, stop = self._span(own)
            self.catch(0, start)
            self.catch(stop, len(self.others))
            return
        for place in range(len(self.others)):
            if (self.allowed(place) & own).is_empty:
                self.catch(place, place + 1)

    def give_up(self, start: int, stop: int) -> None:
        """Numbers of which nothing could be found out."""
        self.settled.add(start, stop)

    def allow(self, start: int, stop: int) -> None:
        """Numbers that can stand here."""
        for low, high in list(self.settled.gaps(start, stop)):
            self.possible.add(low, high)
        self.settled.add(start, stop)

    def see(self, steps: Steps) -> None:
        """Values of the measure that are possible: so is every number that stands for one of them."""
        if not self.others.in_order:
            for start, stop in self.open():
                for place in range(start, stop):
                    if steps.meet(self.allowed(place)):
                        self.allow(place, place + 1)
        elif steps.step is None:
            self.allow(*self._span(steps.within))
        else:
            self._see_steps(steps, steps.step)

    def _see_steps(self, steps: Steps, step: Fraction) -> None:
        values = steps.within * step + Interval.exactly(steps.start)
        start, stop = self._span(values)
        if stop - start > 2 and self._is_fine(start, stop, steps, step):
            self.allow(start + 1, stop - 1)
            places: tuple[int, ...] = (start, stop - 1)
        elif stop - start <= MOST_STEPS:
            places = tuple(range(start, stop))
        else:
            places = ()
        for place in places:
            if steps.meet(self.allowed(place)):
                self.allow(place, place + 1)

    def _is_fine(self, start: int, stop: int, steps: Steps, step: Fraction) -> bool:
        """Whether no number of a run can slip between two steps."""
        first, last = self.allowed(start), self.allowed(stop - 1)
        if first.is_point and last.is_point and first.low is not None and last.low is not None:
            apart = (last.low - first.low) / (stop - 1 - start)
            return (apart / step).denominator == 1 and ((first.low - steps.start) / step).denominator == 1
        if not _is_below(self.allowed(stop - 2), last) and self.allowed(stop - 2).high != last.low:
            return False  # neighbours overlap, so that those at the ends may have little of what is seen
        return all(_width(values) >= abs(step) for values in (first, self.allowed(start + 1), last))

    def _span(self, values: Interval) -> tuple[int, int]:
        """The run of numbers, in order, that stand for some of the values; an empty one where none does."""
        size, own = len(self.others), self.others.own
        first = _first(size, own, lambda place: not _is_below(self.allowed(place), values))
        stop = _first(size, own, lambda place: _is_below(values, self.allowed(place)))
        return first, max(first, stop)

    def share(self) -> tuple[Fraction, Fraction]:
        """The least and the greatest share of other numbers that would have been caught.

        Half the weight lies on the one-digit slips, half on all numbers of the form, evenly; all of it where there are no slips.
        """
        total, slips = len(self.others) - 1, self.others.slips
        caught = Fraction(self.caught.count(0, len(self.others)), total)
        possible = Fraction(self.possible.count(0, len(self.others)), total)
        if not slips:
            return caught, 1 - possible
        slips_caught = Fraction(sum(place in self.caught for place in slips), len(slips))
        slips_possible = Fraction(sum(place in self.possible for place in slips), len(slips))
        return (caught + slips_caught) * HALF, 1 - (possible + slips_possible) * HALF


def _first(size: int, hint: int, is_reached: Callable[[int], bool]) -> int:
    """The first place from which something holds, for all after it, too; the size where it holds of none.

    It is looked for around the hint, further and further away.
    """
    low, high, stride = hint, hint, 1  # the place lies from `low` to `high`
    if is_reached(hint):
        while low > 0 and is_reached(low := max(hint - stride, 0)):
            high, stride = low, 2 * stride
    else:
        while high < size and not is_reached(min(high := hint + stride, size - 1)):
            low, stride = min(high, size), 2 * stride
        high = min(high, size)
    return low + bisect_left(range(low, high), 1, key=lambda place: int(is_reached(place)))


def _is_below(values: Interval, others: Interval) -> bool:
    """Whether all values lie below all others."""
    if values.high is None or others.low is None:
        return False
    return values.high < others.low or (values.high == others.low and (values.high_open or others.low_open))


def _width(values: Interval) -> Fraction:
    """How long a step can be that surely ends among the values: with both ends open, a little less than their width."""
    if values.low is None or values.high is None:
        return Fraction(0)
    width = values.high - values.low
    return width * HALF if values.low_open and values.high_open else width
