"""Implied bounds: the least and the greatest value of a quantity, reached by a witness and never passed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.constraint import Quantity
from factcheck.interval import Interval
from factcheck.solve.answer import Answer, Bounds, Conflict, Witness
from factcheck.solve.budget import Budget, OutOfStepsError
from factcheck.solve.inquiry import Inquiry
from factcheck.solve.program import Program
from factcheck.solve.rows import Number, simple_between

_ROUNDS = 40  # of climbing from one witness to a better one


class End(NamedTuple):
    """One end of a range, by its height: the value for the upper end, the negative of the value for the lower."""

    height: Number | None
    open: bool = False
    proved: bool = False


def bounds_of(
    program: Program, active: Sequence[int], quantities: Iterable[Quantity], answer: Answer, budget: Budget
) -> dict[Quantity, Bounds]:
    """The bounds of each quantity over all ways for the active statements to hold; ValueError where there is no way.

    Where it is not known whether there is one, the bounds are safe, but not proved to be the best.
    """
    if isinstance(answer, Conflict):
        raise ValueError(f"there is no way for these to hold at once: {'; '.join(answer.clauses)}")
    inquiry = Inquiry(program, active, budget, answer if isinstance(answer, Witness) else None)
    found = {}
    for quantity in quantities:
        high, low = (_end(inquiry, quantity, sign) for sign in (1, -1))
        least = None if low.height is None else Fraction(-low.height)
        most = None if high.height is None else Fraction(high.height)
        found[quantity] = Bounds(Interval(least, most, low.open, high.open), low.proved, high.proved)
    return found


def _end(inquiry: Inquiry, quantity: Quantity, sign: int) -> End:
    """The upper end (sign -1: the lower) of what is possible for a quantity."""
    safe = End(*inquiry.limit(quantity, sign))
    best = inquiry.best(quantity, sign)
    if best is None:
        return safe
    if best == safe.height:
        return safe._replace(proved=True)
    try:
        better = (
            _whole_end(inquiry, quantity, sign, safe.height) if quantity.whole else _amount_end(inquiry, quantity, sign)
        )
    except OutOfStepsError:
        return safe
    return better or safe


def _whole_end(inquiry: Inquiry, quantity: Quantity, sign: int, limit: Number | None) -> End | None:
    """Ask at the lower limit of propagation and the linear program, then in the middle of what is left.

    A height that is not reached takes the most time to refute, and the best one seen is often the best there is: so
    the next one above it is asked for after each that is not reached.
    """
    proved, furthest = limit is not None, inquiry.furthest(quantity, sign)
    if furthest is not None and (limit is None or furthest < limit):
        limit, proved = furthest.numerator // furthest.denominator, False
    if limit is None:
        limit, proved = _limit_by_doubling(inquiry, quantity, sign), True
    if limit is None:
        return End(None, proved=True)
    target = limit
    while (best := inquiry.height(quantity, sign)) < limit or not proved:
        if inquiry.reaches(quantity, sign, max(target, best + 1)):
            best = inquiry.height(quantity, sign)
            target = best + (limit - best + 1) // 2
        else:
            limit, proved = max(target, best + 1) - 1, True
            target = best + 1
    return End(limit, proved=True)


def _limit_by_doubling(inquiry: Inquiry, quantity: Quantity, sign: int) -> Number | None:
    """A height that is not reached where nothing else tells one, or None where there is none."""
    gap = 1
    for _ in range(_ROUNDS):
        if inquiry.is_endless(quantity, sign):
            return None
        height = inquiry.height(quantity, sign) + gap
        if not inquiry.reaches(quantity, sign, height):
            return height - 1
        gap *= 4
    raise OutOfStepsError


def _amount_end(inquiry: Inquiry, quantity: Quantity, sign: int) -> End | None:
    """Climb from witness to witness, each time as far as its whole values and its alternatives allow.

    In between, ask halfway to where the rows end: a witness there saves many small climbs.
    """
    furthest = inquiry.furthest(quantity, sign)
    if furthest is None and inquiry.is_endless(quantity, sign):
        return End(None, proved=True)
    for _ in range(_ROUNDS):
        peak = inquiry.peak(quantity, sign)
        if peak is None:
            return End(None, proved=inquiry.is_endless(quantity, sign))
        if peak.height > inquiry.height(quantity, sign) and not inquiry.reaches(quantity, sign, peak.height):
            return End(peak.height, open=True, proved=True) if peak.is_exact else None
        best = inquiry.height(quantity, sign)
        if not inquiry.reaches(quantity, sign, best, beyond=True):
            return End(best, proved=True)
        best = inquiry.height(quantity, sign)
        if furthest is not None and best < furthest:
            middle = simple_between(best, furthest)
            furthest = furthest if inquiry.reaches(quantity, sign, middle) else middle
    return None
