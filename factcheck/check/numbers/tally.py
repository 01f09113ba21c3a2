"""What is known of the other numbers of one claim: which are possible in its place, and which cannot be."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from factcheck.check.numbers.form import FAR, Numbers
from factcheck.check.numbers.moves import Steps
from factcheck.check.numbers.runs import Runs
from factcheck.interval import Interval

HALF = Fraction(1, 2)
MOST_STEPS = 300  # values of one move that are put on the form one by one


class Tally:
    """The numbers of a form by their places in it, each possible, caught, given up, or open."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.possible = Runs()
        self.caught = Runs()
        self.settled = Runs()  # these and the ones that were given up

    @property
    def is_untouched(self) -> bool:
        """Whether no other number is known to be possible."""
        return not self.possible

    def open(self) -> list[tuple[int, int]]:
        """The runs of numbers that nothing is known of."""
        return list(self.settled.gaps(self.numbers.start, self.numbers.stop))

    def catch(self, start: int, stop: int) -> None:
        """Numbers that cannot stand here."""
        for low, high in list(self.settled.gaps(start, stop)):
            self.caught.add(low, high)
        self.settled.add(start, stop)

    def catch_between(self, start: int, stop: int, grain: Fraction) -> None:
        """Numbers at the ends of a run that stand for no multiple of the grain, where only such multiples are possible."""
        hull = self.numbers.hull(start, stop) * (1 / grain)
        within = hull.shrunk_to_integers()
        if within.is_empty:
            self.catch(start, stop)
            return
        if within.low is not None:
            self.catch(start, min(self.span(Interval.exactly(within.low * grain))[0], stop))
        if within.high is not None:
            self.catch(max(self.span(Interval.exactly(within.high * grain))[1], start), stop)

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
        if not self.numbers.in_order:
            values = steps.within if steps.step is None else steps.within * steps.step + Interval.exactly(steps.start)
            near = self.numbers.near(values)
            for start, stop in self.open():
                for place in range(max(start, near.start), min(stop, near.stop)):
                    if steps.meet(self.numbers.allowed(place)):
                        self.allow(place, place + 1)
        elif steps.step is None:
            self.allow(*self.span(steps.within))
        else:
            self._see_steps(steps, steps.step)

    def _see_steps(self, steps: Steps, step: Fraction) -> None:
        values = steps.within * step + Interval.exactly(steps.start)
        start, stop = self.span(values)
        count = steps.within.shrunk_to_integers()
        if count.low is not None and count.high is not None and count.high - count.low < min(stop - start, MOST_STEPS):
            for number in range(int(count.low), int(count.high) + 1):
                self.allow(*self.span(Interval.exactly(steps.start + number * step)))
            return
        if stop - start > 2 and self._is_fine(start, stop, steps, step):
            low, high = max(start + 1, -FAR), min(stop - 1, FAR)
            self.allow(low if start > -FAR else -FAR, high if stop < FAR else FAR)
            places: tuple[int, ...] = tuple(place for place in (start, stop - 1) if -FAR < place < FAR - 1)
        elif stop - start <= MOST_STEPS:
            places = tuple(range(start, stop))
        else:
            places = ()
        for place in places:
            if steps.meet(self.numbers.allowed(place)):
                self.allow(place, place + 1)

    def _is_fine(self, start: int, stop: int, steps: Steps, step: Fraction) -> bool:
        """Whether no number of a run can slip between two steps."""
        allowed = self.numbers.allowed
        crosses_zero = start < 0 < stop - 1
        start, stop = _near(start, stop)
        first, last = allowed(start), allowed(stop - 1)
        if _are_one_sided(first, last):
            return steps.meet(first) and steps.meet(last)
        if first.is_point and last.is_point and first.low is not None and last.low is not None:
            apart = (last.low - first.low) / (stop - 1 - start)
            return (apart / step).denominator == 1 and ((first.low - steps.start) / step).denominator == 1
        if not _is_below(allowed(stop - 2), last) and allowed(stop - 2).high != last.low:
            return False  # neighbours overlap, so that those at the ends may have little of what is seen
        looked_at = (first, allowed(start + 1), last, *([allowed(0)] if crosses_zero else []))
        return all(_width(values) >= abs(step) for values in looked_at)

    def span(self, values: Interval) -> tuple[int, int]:
        """The run of numbers, in order, that stand for some of the values; an empty one where none does."""
        numbers, allowed = self.numbers, self.numbers.allowed
        least, most, own = numbers.start, numbers.stop, numbers.own
        if values.is_empty:
            return own, own
        first = least
        if values.low is not None or least > -FAR:
            first = _first(least, most, own, lambda place: not _is_below(allowed(place), values))
        stop = most
        if values.high is not None or most < FAR:
            stop = _first(least, most, own, lambda place: _is_below(values, allowed(place)))
        return first, max(first, stop)


def _near(start: int, stop: int) -> tuple[int, int]:
    """A run without its endless sides, at least three numbers long."""
    if start <= -FAR and stop >= FAR:
        return -1, 2
    if start <= -FAR:
        return stop - 3, stop
    return (start, start + 3) if stop >= FAR else (start, stop)


def _first(least: int, most: int, hint: int, is_reached: Callable[[int], bool]) -> int:
    """The first place from which something holds, for all after it, too; the last one where it holds of none.

    It is looked for around the hint, further and further away.
    """
    hint = min(max(hint, least), most - 1)
    low, high, stride = hint, hint, 1  # the place lies from `low` to `high`
    if is_reached(hint):
        while low > least and is_reached(low := max(hint - stride, least)):
            high, stride = low, 2 * stride
    else:
        while high < most and not is_reached(min(high := hint + stride, most - 1)):
            low, stride = min(high, most), 2 * stride
        high = min(high, most)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if is_reached(middle) else (middle + 1, high)
    return low


def _are_one_sided(first: Interval, last: Interval) -> bool:
    """Whether the numbers of a run stand for all values beyond some value, on the same side."""
    return (first.high is None and last.high is None) or (first.low is None and last.low is None)


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
