"""The linear program: whole numbers for a moment left aside, can the rows hold? Its centre is what a dive aims at.

Every inequality is pulled in by `room` times the sum of its weights, and `room` is made as large as it gets: around the
point so found, every value can move by `room` either way. No room at all, not even zero, is a contradiction, and the rows
that block it add up to one (Farkas).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import lcm
from typing import TYPE_CHECKING

from factcheck.solve.failure import Clash
from factcheck.solve.program import NONE, Program
from factcheck.solve.rows import Number
from factcheck.solve.tableau import Blocked, Tableau

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.solve.search import Search

MOST_ROOM = 4  # from a half up, rounding a point breaks no row; more leaves some for equations to use up
_AT_ONCE = 12  # broken rows that are added before the program is settled again
Point = dict[int, Number]


@dataclass(frozen=True, slots=True)
class Line:
    """A row, both rows of an equation, or an open bound, as the linear program sees it."""

    terms: tuple[tuple[int, int], ...]  # variables
    low: Number | None
    high: Number | None
    low_row: int = NONE
    high_row: int = NONE
    room: int = 0  # what the room is multiplied by: positive where it comes off the high end, negative off the low end


class Relaxation:
    """The linear program of a search as it stands; rows are added where the point breaks them."""

    def __init__(self, search: Search, *, strict_only: bool = False) -> None:
        self._search = search
        self._room = len(search.program.whole)
        self._tableau = Tableau(self._room + 1, search.meter)
        self._lines: dict[int, Line] = {}  # by column
        self._waiting = list(_lines(search, strict_only=strict_only))
        self.refresh()

    def refresh(self) -> None:
        """Take over the bounds and the rows of the search as they stand now; not where bounds can be left out."""
        trail, tableau = self._search.trail, self._tableau
        for variable in self._search.variables:
            tableau.low[variable] = trail.least[2 * variable]
            tableau.high[variable] = _negative(trail.least[2 * variable + 1])
        tableau.low[self._room], tableau.high[self._room] = 0, MOST_ROOM
        for column, line in self._lines.items():
            on = self._is_on(line)
            tableau.low[column], tableau.high[column] = (line.low, line.high) if on else (None, None)

    def centre(self) -> tuple[Point, Number] | Clash:
        """The point with the most room and how much that is, or rows that cannot hold together."""
        while True:
            blocked = self._tableau.settle()
            if blocked is not None:
                return self._clash(blocked)
            self._tableau.maximise(self._room)
            point = self._point()
            if not self._add_broken(point):
                return {variable: point[variable] for variable in self._search.variables}, point[self._room]

    def block(self) -> Clash:
        """The rows that keep the room from growing."""
        return self._clash(self._tableau.maximise(self._room) or [])

    def furthest(self, variable: int, sign: int) -> Number | None:
        """The greatest value (sign -1: the least) of a variable, None where there is none; the rows must be able to hold."""
        self._tableau.high[self._room] = 0
        while True:
            self._tableau.settle()
            blocked = self._tableau.maximise(variable, sign)
            if blocked is None:  # a row not added yet may be what stands in the way
                places = [place for place, line in enumerate(self._waiting) if self._is_on(line)]
                if not places:
                    return None
                self._add(places)
            elif not self._add_broken(self._point()):
                return self._tableau.value(variable)

    def _point(self) -> Point:
        return {column: self._tableau.value(column) for column in (*self._search.variables, self._room)}

    def _add_broken(self, point: Point) -> bool:
        """Add the rows that the point breaks worst; False where it breaks none."""
        below = lcm(*(value.denominator for value in point.values()))
        scaled = {column: value.numerator * (below // value.denominator) for column, value in point.items()}
        broken = []
        for place, line in enumerate(self._waiting):
            if not self._is_on(line):
                continue
            total = sum([weight * scaled[variable] for variable, weight in line.terms]) + line.room * scaled[self._room]
            excess = 0 if line.high is None else total - line.high * below
            lack = 0 if line.low is None else line.low * below - total
            worst = max(excess, lack)
            if worst > 0:
                broken.append((-worst // max(abs(weight) for _, weight in line.terms), place))
        self._add([place for _, place in sorted(broken)[:_AT_ONCE]])
        return bool(broken)

    def _is_on(self, line: Line) -> bool:
        row = line.low_row if line.high_row == NONE else line.high_row
        return row == NONE or self._search.propagation.is_on(row)

    def _add(self, places: Iterable[int]) -> None:
        """Add waiting rows."""
        chosen = set(places)
        for place in sorted(chosen):
            line = self._waiting[place]
            terms = (*line.terms, (self._room, line.room)) if line.room else line.terms
            self._lines[self._tableau.add(terms, line.low, line.high)] = line
        self._waiting = [line for place, line in enumerate(self._waiting) if place not in chosen]

    def _clash(self, blocked: Blocked) -> Clash:
        rows = []
        for column, weight in blocked:
            line = self._lines.get(column)
            row = NONE if line is None else line.high_row if weight > 0 else line.low_row
            if row != NONE:
                rows.append((row, abs(weight)))
        return Clash(tuple(rows))


def _lines(search: Search, *, strict_only: bool) -> Iterable[Line]:
    """Every row that may have to hold: equations as they are, each side of anything else with its room; and open bounds."""
    program, least, known = search.program, search.trail.least, search.rows
    for form in program.forms:
        low, high = (program.limits[row] if row in known else None for row in (form.low, form.high))
        low = _negative(low)
        if low is not None and low == high:
            yield Line(form.terms, low, high, form.low, form.high)
            continue
        free = [weight for v, weight in form.terms if least[2 * v] != _negative(least[2 * v + 1])]
        norm = sum(map(abs, free))
        if low is not None:
            yield Line(
                form.terms, low, None, low_row=form.low, room=-norm if _has_room(program, form.low, strict_only) else 0
            )
        if high is not None:
            yield Line(
                form.terms,
                None,
                high,
                high_row=form.high,
                room=norm if _has_room(program, form.high, strict_only) else 0,
            )
    for variable in search.variables:
        low, high = least[2 * variable], _negative(least[2 * variable + 1])
        if search.trail.open[2 * variable]:
            yield Line(((variable, 1),), low, None, room=-1)
        if search.trail.open[2 * variable + 1]:
            yield Line(((variable, 1),), None, high, room=1)


def _has_room(program: Program, row: int, strict_only: bool) -> bool:
    return program.strict[row] or not strict_only


def _negative(value: Number | None) -> Number | None:
    return None if value is None else -value
