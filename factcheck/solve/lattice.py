"""The layer of divisibility: what only whole numbers show, of several equations together.

Equations are solved one after another, as in any linear system, but each for a whole unknown with weight 1: where there is
none, the equation is first written in other unknowns, until it has one. The sums that are left can then only take values
that lie a common divisor of their weights apart. Where none of these lies between the ends of a sum, there is a
contradiction; where the bounds of a quantity are none of them, they move inwards. This is the elimination of the Omega test
(Pugh, Communications of the ACM 35(8), 1992); the rows that were added up are kept for the proof.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

from factcheck.solve.budget import Meter
from factcheck.solve.failure import Division
from factcheck.solve.layer import Tighter
from factcheck.solve.program import NONE
from factcheck.solve.rows import Number, nearest_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.solve.search import Search

_GAIN = 8  # a range has to lose an eighth: steps in a wide one would hardly ever end


@dataclass(slots=True)
class Line:
    """A sum of unknowns, plus a constant, between two ends; `rows` with multipliers were added up for it."""

    weights: dict[int, int]
    constant: Number
    low: Number | None
    high: Number | None
    rows: dict[int, Fraction] = field(default_factory=dict)

    @property
    def divisor(self) -> int:
        """What divides every weight; zero where there are none."""
        return gcd(*self.weights.values())

    @property
    def inside(self) -> tuple[Number | None, Number | None]:
        """The ends moved inwards to values that the sum can take, past each other where there is none between them."""
        low, high, constant, divisor = self.low, self.high, self.constant, self.divisor
        if divisor:
            return (
                None if low is None else low + (constant - low) % divisor,
                None if high is None else high - (high - constant) % divisor,
            )
        return (
            constant if low is None else max(low, constant),
            constant if high is None else min(high, constant),
        )

    @property
    def is_impossible(self) -> bool:
        """Whether no value that the sum can take lies between the ends."""
        low, high = self.inside
        return low is not None and high is not None and low > high

    def add(self, equation: Line, times: int) -> None:
        """Add an equation, which says that a sum is zero, so many times."""
        for unknown, weight in equation.weights.items():
            self.weigh(unknown, weight * times)
        for row, multiplier in equation.rows.items():
            self.rows[row] = self.rows.get(row, Fraction(0)) + multiplier * times
        self.constant += equation.constant * times

    def weigh(self, unknown: int, more: int) -> None:
        """Give an unknown so much more weight."""
        weight = self.weights.pop(unknown, 0) + more
        if weight:
            self.weights[unknown] = weight

    def scale(self, by: Fraction) -> None:
        """Multiply an equation, so that its weights stay whole."""
        self.weights = {unknown: int(weight * by) for unknown, weight in self.weights.items()}
        self.rows = {row: multiplier * by for row, multiplier in self.rows.items()}
        self.constant *= by


class Lattice:
    """Refutes equations that no whole numbers solve, and moves bounds to the values that the equations leave."""

    name = "divisibility"

    def __init__(self) -> None:
        self._solved: object = None  # the sums, and the values put in, that `_known` came from
        self._known: dict[
            int, Line
        ] = {}  # variables of which the equations leave only some values, each in a line of its own

    def settle(self, search: Search) -> Division | Tighter | None:
        """Solve the equations of the search, where they are not as they were before, and look at the bounds."""
        pairs = list(_pairs(search))
        fixed = [(variable, value) for variable in search.variables if (value := _only(search, variable)) is not None]
        if self._solved != (pairs, fixed):
            wrong = self._solve(search, [_line(search, low, high) for low, high in pairs])
            if wrong is not None:
                return _division(search, wrong)
            self._solved = pairs, fixed
        bounds = [bound for variable, line in self._known.items() for bound in _moved(search, variable, line)]
        return Tighter(tuple(bounds)) if bounds else None

    def _solve(self, search: Search, lines: Sequence[Line]) -> Line | None:
        """Find out about every variable of an equation; the line that cannot hold, if there is one."""
        self._solved = None
        equations = _without_amounts(search, [line for line in lines if line.low == line.high])
        sums = [line for line in lines if line.low != line.high]
        alone = {v: Line({v: 1}, 0, None, None) for v in sorted({v for line in equations for v in line.weights})}
        wrong = _solve(equations, [*sums, *alone.values()], search.meter)
        self._known = {variable: line for variable, line in alone.items() if line.divisor != 1}
        return wrong or next((line for line in sums if line.is_impossible), None)


def _pairs(search: Search) -> Iterator[tuple[int, int]]:
    """Both rows of each sum that must lie between two ends now: of whole quantities, or of amounts in an equation."""
    program, is_on = search.program, search.propagation.is_on
    for form in program.forms:
        if NONE not in (form.low, form.high) and is_on(form.high):
            is_equation = program.limits[form.low] == -program.limits[form.high]
            if is_equation or program.exact[form.high]:
                yield form.low, form.high


def _line(search: Search, low: int, high: int) -> Line:
    """A sum with the values of fixed variables put in; an equation says that it is zero."""
    program = search.program
    weights, constant = dict[int, int](), Fraction(0)
    for slot, slot_weight in program.terms[high]:
        variable, weight = slot >> 1, -slot_weight if slot & 1 else slot_weight
        value = _only(search, variable)
        if value is None:
            weights[variable] = weight
        else:
            constant += weight * value
    least, most = -program.limits[low], program.limits[high]
    rows = {high: Fraction(1)}
    return Line(weights, constant - most, 0, 0, rows) if least == most else Line(weights, constant, least, most, rows)


def _only(search: Search, variable: int) -> Number | None:
    """The one value that is left for a variable; None where there are more."""
    low, negative = search.trail.least[2 * variable : 2 * variable + 2]
    return low if low is not None and negative is not None and low == -negative else None


def _without_amounts(search: Search, equations: Sequence[Line]) -> list[Line]:
    """What equations say of whole quantities alone: each amount is taken out of all equations but one, which is dropped."""
    waiting = list(equations)
    amounts = {variable for line in equations for variable in line.weights if not search.program.whole[variable]}
    for amount in sorted(amounts):
        using = [line for line in waiting if amount in line.weights]
        if using:
            solved = min(using, key=lambda line: len(line.weights))
            waiting.remove(solved)
            for line in using:
                if line is not solved:
                    search.meter.take(_steps(solved))
                    common = gcd(solved.weights[amount], line.weights[amount])
                    times = -line.weights[amount] // common
                    line.scale(Fraction(solved.weights[amount] // common))
                    line.add(solved, times)
    return waiting


def _solve(equations: Sequence[Line], others: Sequence[Line], meter: Meter) -> Line | None:
    """Solve each equation for an unknown and take that out of all other lines; the first equation that cannot hold."""
    waiting = list(equations)
    while waiting:
        equation = min(waiting, key=lambda line: len(line.weights))
        waiting.remove(equation)
        meter.take()
        if equation.is_impossible:
            return equation
        if equation.weights:
            equation.scale(Fraction(1, equation.divisor))
            rest = [*waiting, *others]
            unknown = _plain_unknown(equation, rest, meter)
            sign = equation.weights[unknown]
            for line in rest:
                if unknown in line.weights:
                    meter.take(_steps(equation))
                    line.add(equation, -sign * line.weights[unknown])
    return None


def _plain_unknown(equation: Line, rest: Sequence[Line], meter: Meter) -> int:
    """An unknown with weight 1 or -1 in an equation whose weights are coprime; unknowns are replaced until there is one."""
    weights = equation.weights
    while True:
        smallest = min(weights, key=lambda unknown: (abs(weights[unknown]), unknown))
        if abs(weights[smallest]) == 1:
            return smallest
        for unknown, weight in list(weights.items()):
            times = nearest_whole(Fraction(weight, weights[smallest]))
            if unknown != smallest and times:  # the smallest now stands for itself and so many times the other
                for line in (equation, *rest):
                    if smallest in line.weights:
                        meter.take()
                        line.weigh(unknown, -times * line.weights[smallest])


def _moved(search: Search, variable: int, line: Line) -> Iterator[tuple[int, Number, Division]]:
    """The bounds of a variable, by slot, that move inwards."""
    low, negative = search.trail.least[2 * variable : 2 * variable + 2]
    line.low, line.high = low, None if negative is None else -negative
    least, most = line.inside
    if line.divisor and not _is_gain(line, least, most):
        return
    division = _division(search, line)
    for slot, bound in ((2 * variable, least), (2 * variable + 1, None if most is None else -most)):
        if bound is not None and bound != search.trail.least[slot]:
            yield slot, bound, division


def _is_gain(line: Line, low: Number | None, high: Number | None) -> bool:
    """Whether a range that becomes smaller does so by much."""
    if line.low is None or line.high is None or low is None or high is None:
        return False
    size = line.high - line.low
    return (size - (high - low)) * _GAIN >= size


def _division(search: Search, line: Line) -> Division:
    """What a line rests on: its rows as often as they were added, in whole numbers, and the fixed variables that are left."""
    scale = lcm(*(multiplier.denominator for multiplier in line.rows.values()))
    rows = tuple((row, int(multiplier * scale)) for row, multiplier in sorted(line.rows.items()) if multiplier)
    weights = search.program.summed(rows)
    return Division(rows, tuple(v for v, weight in weights.items() if weight and _only(search, v) is not None))


def _steps(equation: Line) -> int:
    """How many steps it counts to add an equation to a line."""
    return 1 + len(equation.weights) // 8
