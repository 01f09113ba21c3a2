"""The dive: fix one quantity after another, propagating each time, and hope to reach the bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.solve.failure import Failure
from factcheck.solve.layer import Found
from factcheck.solve.rows import Number, middle_of, nearest_whole, simple_between
from factcheck.solve.trail import DECISION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.solve.search import Search

_EVERY = 4  # levels of branching; a dive at each one would rarely see more
_FAILURES = 12  # that a dive may meet
_AIMED_FAILURES = 25  # that a dive with a point to aim at may meet


class Dive:
    """Fixes the most constrained quantity first: counts before amounts, factors before the result of their product."""

    name = "trying out values"

    def settle(self, search: Search) -> Found | Failure | None:
        """Dive from the middle of every range."""
        return None if len(search.frames) % _EVERY else dived(search)


def dived(search: Search, aim: Mapping[int, Number] | None = None) -> Found | None:
    """Dive, with a point to aim at or without; the values at the bottom, or None. The trail is left as it was."""
    mark = len(search.trail.events)
    failures = _FAILURES if aim is None else _AIMED_FAILURES
    try:
        failures = _choose(search, failures)
        while failures > 0:
            variable = _next(search, aimed=aim is not None)
            if variable is None:
                return Found(search.fixed_values())
            failures = _fix(search, variable, aim, failures)
        return None
    finally:
        search.propagation.take_back(mark)


def _choose(search: Search, failures: int) -> int:
    """Take the first alternative of each open choice that propagation allows; the failures that may still be met."""
    propagation = search.propagation
    while failures > 0 and (open_choices := propagation.open_choices):
        mark = len(search.trail.events)
        for gate in search.program.choices[open_choices[0]].gates:
            propagation.take(gate, DECISION)
            if propagation.propagate() is None:
                break
            propagation.take_back(mark)
            failures -= 1
        else:
            return 0
    return failures


def _fix(search: Search, variable: int, aim: Mapping[int, Number] | None, failures: int) -> int:
    """Give a variable a value that propagation allows; the failures that may still be met, 0 where no value will do."""
    propagation, mark = search.propagation, len(search.trail.events)
    for value in _candidates(search, variable, None if aim is None else aim[variable]):
        if (propagation.fix(variable, value) or propagation.propagate()) is None:
            return failures
        propagation.take_back(mark)
        failures -= 1
        if failures == 0:
            break
    return 0


def _next(search: Search, *, aimed: bool) -> int | None:
    """The variable to fix next; None where all are fixed.

    Without an aim the one with the smallest range, with one the one that most rows speak of.
    """
    least, program = search.trail.least, search.program
    best, best_key = None, None
    for variable in search.variables:
        low, high = least[2 * variable], least[2 * variable + 1]
        if low is None or high is None:
            width: tuple[bool, Number] = (True, 0)
        elif low + high:
            width = (False, -high - low)
        else:
            continue
        if aimed:
            width = (False, -len(program.watch[2 * variable]) - len(program.watch[2 * variable + 1]))
        key = (program.rank[variable], width)
        if best_key is None or key < best_key:
            best, best_key = variable, key
    return best


def _candidates(search: Search, variable: int, aim: Number | None) -> Iterator[Number]:
    """Values to try, each once: the aim or the middle, its neighbours, the ends."""
    trail = search.trail
    low, least_negative = trail.least[2 * variable], trail.least[2 * variable + 1]
    high = None if least_negative is None else -least_negative
    if search.program.whole[variable]:
        middle = nearest_whole(middle_of(low, high) if aim is None else aim)
        values = [_clipped(middle, low, high), middle + 1, middle - 1, low, high]
    else:
        values = [simple_between(low, high) if aim is None else aim, simple_between(low, high), low, high]
    for value in dict.fromkeys(value for value in values if value is not None):
        below = low is not None and (value < low or (value == low and trail.open[2 * variable]))
        above = high is not None and (value > high or (value == high and trail.open[2 * variable + 1]))
        if not below and not above:
            yield value


def _clipped(value: int, low: Number | None, high: Number | None) -> Number:
    if low is not None and value < low:
        return low
    return high if high is not None and value > high else value
