"""The layer that asks the linear program: a contradiction, a point that is whole already, or a point to dive from."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from factcheck.solve.dive import dived
from factcheck.solve.failure import Clash, Failure
from factcheck.solve.layer import Found
from factcheck.solve.relaxation import Point, Relaxation
from factcheck.solve.rows import plain

if TYPE_CHECKING:
    from factcheck.solve.search import Search

_EVERY = 4  # levels of branching between dives


class LinearProgram:
    """Refutes by a Farkas sum, or aims a dive at the centre and says where to branch."""

    name = "a linear program"

    def __init__(self) -> None:
        self._relaxation: Relaxation | None = None

    def settle(self, search: Search) -> Found | Failure | None:
        """Ask the linear program of the search as it stands."""
        point = self._point(search)
        if isinstance(point, Clash):
            return point
        for candidate in (point, _scaled_up(search, point)):
            if candidate is not None and _holds(search, candidate):
                return Found(candidate)
        if len(search.frames) % _EVERY == 0:
            found = dived(search, point)
            if found is not None:
                return found
        split = _fractional(search, point)
        search.suggestion = None if split is None else (split, point[split].numerator // point[split].denominator)
        return None

    def _point(self, search: Search) -> Point | Clash:
        """A point that keeps every row, strictly where that is asked, or rows that cannot hold together."""
        if self._relaxation is None or not search.is_exact:
            self._relaxation = Relaxation(search)
        else:
            self._relaxation.refresh()
        found = self._relaxation.centre()
        if isinstance(found, Clash):
            return found
        point, room = found
        if room > 0 or not _is_strict(search):
            return point
        stricter = Relaxation(search, strict_only=True)
        again = stricter.centre()
        if isinstance(again, Clash):
            return again
        return again[0] if again[1] > 0 else stricter.block()


def _is_strict(search: Search) -> bool:
    """Whether anything must be strictly less than something else."""
    if search.is_exact:
        return False
    strict, is_on = search.program.strict, search.propagation.is_on
    return any(search.trail.open) or any(strict[row] and is_on(row) for row in search.rows)


def _holds(search: Search, point: Point) -> bool:
    """Whether a point that keeps every row is whole where it must be, and keeps choices and products as well."""
    program = search.program
    if any(program.whole[variable] and value.denominator != 1 for variable, value in point.items()):
        return False
    for number in search.propagation.open_choices:
        if not any(all(program.row_holds(row, point) for row in rows) for rows in program.choices[number].rows):
            return False
    products = (program.products[number] for number in search.propagation.active_products)
    return all(point[product.result] == point[product.first] * point[product.second] for product in products)


def _scaled_up(search: Search, point: Point) -> Point | None:
    """The least multiple of a point that is whole where it must be, if it keeps every bound and row; else None.

    Shares of an unknown base hold of every multiple of one solution, and only of few bases where they leave no room.
    """
    program, trail, is_on = search.program, search.trail, search.propagation.is_on
    times = lcm(*(value.denominator for variable, value in point.items() if program.whole[variable]))
    if times == 1:
        return None
    scaled: Point = {variable: plain(Fraction(value * times)) for variable, value in point.items()}
    for variable, value in scaled.items():
        for sign, slot in ((1, 2 * variable), (-1, 2 * variable + 1)):
            least = trail.least[slot]
            if least is not None and (sign * value < least or (sign * value == least and trail.open[slot])):
                return None
    return scaled if all(program.row_holds(row, scaled) for row in search.rows if is_on(row)) else None


def _fractional(search: Search, point: Point) -> int | None:
    """Of the variables that should be whole and are not, the one with the smallest range."""
    least, whole = search.trail.least, search.program.whole
    best, best_range = None, None
    for variable, value in point.items():
        if whole[variable] and value.denominator != 1:
            low, high = least[2 * variable], least[2 * variable + 1]
            size = (low is None or high is None, 0 if low is None or high is None else -high - low)
            if best_range is None or size < best_range:
                best, best_range = variable, size
    return best
