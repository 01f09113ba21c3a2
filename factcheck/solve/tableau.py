"""A bounded simplex tableau in whole numbers: exact, without a single fraction while every bound is whole.

The method is the one of Dutertre and de Moura, "A fast linear-arithmetic solver for DPLL(T)" (CAV 2006). Every column has
a low and a high end. A basic column b is tied to the others by `scale` x b = sum of weights x other columns, in integers.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import gcd, lcm

from factcheck.solve.budget import Meter
from factcheck.solve.rows import Number

_PATIENCE = 200  # pivots until the choice that cannot cycle (Bland's) takes over

Blocked = list[tuple[int, int]]
"""Columns with weights (positive: at the high end, negative: at the low end) that leave a basic column no room."""


class Tableau:
    """Columns from 0 up; those that a row was added for start out basic, all others outside the basis."""

    __slots__ = ("_meter", "_rows", "_scale", "_scaled", "_users", "_value", "high", "low")

    def __init__(self, columns: int, meter: Meter) -> None:
        self.low: list[Number | None] = [None] * columns
        self.high: list[Number | None] = [None] * columns
        self._meter = meter
        self._value: list[Number] = [0] * columns  # of columns outside the basis
        self._users: list[set[int]] = [
            set() for _ in range(columns)
        ]  # basic columns tied to a column outside the basis
        self._rows: dict[int, dict[int, int]] = {}  # by basic column
        self._scale: dict[int, int] = {}
        self._scaled: dict[int, Number] = {}  # scale x value, by basic column

    def value(self, column: int) -> Number:
        """The present value of a column."""
        if column not in self._rows:
            return self._value[column]
        return Fraction(self._scaled[column]) / self._scale[column]

    def add(self, terms: Iterable[tuple[int, int]], low: Number | None, high: Number | None) -> int:
        """A new column that is a weighted sum of others, within two ends."""
        column = len(self.low)
        self.low.append(low)
        self.high.append(high)
        self._value.append(0)
        self._users.append(set())
        given = list(terms)
        scale = lcm(*(self._scale.get(other, 1) for other, _ in given))
        row: dict[int, int] = {}
        for other, weight in given:
            if other in self._rows:
                factor = weight * (scale // self._scale[other])
                for inner, inner_weight in self._rows[other].items():
                    row[inner] = row.get(inner, 0) + factor * inner_weight
            else:
                row[other] = row.get(other, 0) + weight * scale
        self._set_row(column, scale, row)
        return column

    def settle(self) -> Blocked | None:
        """Move until every column is within its ends; what stands in the way where that cannot be."""
        self._rest()
        pivots = 0
        while True:
            pivots += 1
            patient = pivots <= _PATIENCE
            leaving = self._most_violated() if patient else self._first_violated()
            if leaving is None:
                return None
            low = self.low[leaving]
            up = low is not None and self._scaled[leaving] < low * self._scale[leaving]
            entering = self._entering(leaving, up=up, patient=patient)
            if entering is None:
                sign = 1 if up else -1
                return [
                    (leaving, -sign * self._scale[leaving]),
                    *((c, sign * w) for c, w in self._rows[leaving].items()),
                ]
            target = low if up else self.high[leaving]
            self._pivot(leaving, entering, target if target is not None else 0)

    def maximise(self, column: int, sign: int = 1) -> Blocked | None:
        """Move a column as high (sign -1: as low) as it goes, others staying within their ends; what stands in the way.

        None where nothing does. The columns must be settled.
        """
        pivots = 0
        while True:
            pivots += 1
            row = self._rows.get(column, {column: 1})
            entering = self._improving(row, sign, patient=pivots <= _PATIENCE)
            if entering is None:
                own = [(column, -sign * self._scale[column])] if column in self._rows else []
                return [*own, *((c, sign * w) for c, w in row.items())]
            if not self._advance(entering, 1 if (row[entering] > 0) == (sign > 0) else -1):
                return None

    def _rest(self) -> None:
        """Bring columns outside the basis within their ends."""
        for column, value in enumerate(self._value):
            if column not in self._rows:
                low, high = self.low[column], self.high[column]
                if low is not None and value < low:
                    self._move(column, low)
                elif high is not None and value > high:
                    self._move(column, high)

    def _move(self, column: int, value: Number) -> None:
        change = value - self._value[column]
        self._value[column] = value
        for user in self._users[column]:
            self._scaled[user] += self._rows[user][column] * change

    def _violation(self, column: int) -> Number:
        """How far a basic column, times its scale, is outside its ends."""
        scaled, scale = self._scaled[column], self._scale[column]
        low, high = self.low[column], self.high[column]
        if low is not None and scaled < low * scale:
            return low * scale - scaled
        return scaled - high * scale if high is not None and scaled > high * scale else 0

    def _most_violated(self) -> int | None:
        """The basic column that is furthest outside its ends, in units of its own row."""
        best: int | None = None
        best_above: Number = 0
        best_below: Number = 1
        for column, row in self._rows.items():
            above = self._violation(column)
            if above:
                below = max(map(abs, row.values()), default=1)
                if best is None or above * best_below > best_above * below:
                    best, best_above, best_below = column, above, below
        return best

    def _first_violated(self) -> int | None:
        return min((column for column in self._rows if self._violation(column)), default=None)

    def _entering(self, leaving: int, *, up: bool, patient: bool) -> int | None:
        """A column outside the basis that can move the leaving one the right way: the one with the fewest users."""
        best: tuple[int, int] | None = None
        for column, weight in self._rows[leaving].items():
            if self._has_room(column, up=(weight > 0) == up):
                key = (len(self._users[column]) if patient else 0, column)
                if best is None or key < best:
                    best = key
        return None if best is None else best[1]

    def _improving(self, row: dict[int, int], sign: int, *, patient: bool) -> int | None:
        """A column outside the basis whose move improves a sum: the one with the greatest weight."""
        best: tuple[int, int] | None = None
        for column, weight in row.items():
            if self._has_room(column, up=(weight > 0) == (sign > 0)):
                key = (-abs(weight) if patient else 0, column)
                if best is None or key < best:
                    best = key
        return None if best is None else best[1]

    def _has_room(self, column: int, *, up: bool) -> bool:
        end = self.high[column] if up else self.low[column]
        return end is None or self._value[column] != end

    def _advance(self, entering: int, direction: int) -> bool:
        """Move a column one way until it or a basic column meets an end; False where none ever does."""
        end = self.high[entering] if direction > 0 else self.low[entering]
        limit = None if end is None else abs(Fraction(end - self._value[entering]))
        leaving, target = None, end
        for user in self._users[entering]:
            weight = self._rows[user][entering] * direction
            stop = self.high[user] if weight > 0 else self.low[user]
            if stop is None:
                continue
            gap = Fraction(stop * self._scale[user] - self._scaled[user])
            reach = abs(gap) / abs(weight)
            if limit is None or reach < limit or (reach == limit and leaving is not None and user < leaving):
                limit, leaving, target = reach, user, stop
        if limit is None or target is None:
            return False
        if leaving is None:
            self._move(entering, target)
        else:
            self._pivot(leaving, entering, target)
        return True

    def _pivot(self, leaving: int, entering: int, target: Number) -> None:
        """Swap two columns in and out of the basis; the leaving one comes to rest at a target."""
        row, scale = self._rows.pop(leaving), self._scale.pop(leaving)
        del self._scaled[leaving]
        factor = row.pop(entering)
        sign = 1 if factor > 0 else -1
        solved = {column: -sign * weight for column, weight in row.items()}
        solved[leaving] = sign * scale
        for column in row:
            self._users[column].discard(leaving)
        users, self._users[entering] = self._users[entering], set()
        users.discard(leaving)
        self._value[leaving] = target
        self._meter.take(1 + len(users))
        for user in users:
            self._substitute(user, entering, abs(factor), solved)
        self._set_row(entering, abs(factor), solved)

    def _substitute(self, user: int, entering: int, scale: int, solved: dict[int, int]) -> None:
        """Replace a column in a row by what it comes to: `scale` x column = solved."""
        row = self._rows[user]
        weight = row.pop(entering)
        common = gcd(weight, scale)
        times, weight = scale // common, weight // common
        if times != 1:
            for column in row:
                row[column] *= times
        for column, other in solved.items():
            known = row.get(column)
            if known is None:
                row[column] = weight * other
                self._users[column].add(user)
            elif known == -weight * other:
                del row[column]
                self._users[column].discard(user)
            else:
                row[column] = known + weight * other
        self._set_row(user, self._scale[user] * times, row)

    def _set_row(self, column: int, scale: int, row: dict[int, int]) -> None:
        """Tie a basic column, the row in lowest terms."""
        common = gcd(scale, *row.values())
        if common != 1:
            scale //= common
            row = {other: weight // common for other, weight in row.items()}
        row = {other: weight for other, weight in row.items() if weight}
        self._rows[column] = row
        self._scale[column] = scale
        values, users = self._value, self._users
        total: Number = 0
        for other, weight in row.items():
            users[other].add(column)
            total += weight * values[other]
        self._scaled[column] = total
