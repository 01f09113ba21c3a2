"""Bounds propagation: what each row, choice and product leaves for its variables, until nothing more follows."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.solve.budget import Meter
from factcheck.solve.failure import Clash, Crossing, DeadEnd, Failure
from factcheck.solve.program import Choice, Multiplication, Program
from factcheck.solve.rows import Number, plain
from factcheck.solve.trail import DECISION, SELECTION, Trail, product_reason

_RISES = 40  # of one bound between two decisions; what creeps longer is left to the linear program
_WIDE = 64  # values; a bound of a wider range that gains less than a 32nd is creeping after
_SLOW_RISES, _UNBOUNDED_RISES = 2, 6  # rises; the second where the variable has no other bound to cross
_PRODUCT_STEPS = 20  # a product takes about as long as so many rows
_FINE = 64  # binary places that a product's bounds keep
_LONG = 1024  # binary digits; beyond, products that grow without end are left alone
_IDLE, _QUEUED, _OFF = 0, 1, 2


class Propagation:
    """The active rows, choices and products of a program, at work on a trail of bounds."""

    __slots__ = ("_choices", "_products", "_queue", "_rises", "_state", "_waiting", "meter", "program", "trail")

    def __init__(self, program: Program, active: Iterable[int], meter: Meter) -> None:
        self.program = program
        self.trail = Trail(program)
        self.meter = meter
        self._queue: deque[int] = deque()
        self._waiting: deque[tuple[bool, int]] = deque()  # choices (True) and products to look at when no row is queued
        self._state = [_OFF] * len(program.terms)
        self._choices = [_OFF] * len(program.choices)
        self._products = [_OFF] * len(program.products)
        self._rises = [0] * len(program.least)
        self._switch_on(program.always)
        for statement in active:
            parts = program.parts[statement]
            self._switch_on(parts.rows)
            for choice in parts.choices:
                self._choices[choice] = _QUEUED
                self._waiting.append((True, choice))
            for product in parts.products:
                self._products[product] = _QUEUED
                self._waiting.append((False, product))

    def is_on(self, row: int) -> bool:
        """Whether a row must hold now: it belongs to an active statement, or to an alternative that is taken."""
        return self._state[row] != _OFF

    @property
    def open_choices(self) -> list[int]:
        """The active choices of which no alternative is taken yet."""
        taken = self.trail.is_gate_open
        return [
            number
            for number, state in enumerate(self._choices)
            if state != _OFF and not any(taken(gate) for gate in self.program.choices[number].gates)
        ]

    @property
    def active_products(self) -> list[int]:
        """The products that must hold."""
        return [product for product, state in enumerate(self._products) if state != _OFF]

    def decide(self, slot: int, value: Number, is_open: bool, reason: int) -> Failure | None:
        """Raise a least value from outside, and see at once whether the variable still has room."""
        self._rises = [0] * len(self._rises)
        return None if self._raise_least(slot, value, is_open, reason) else Crossing(slot >> 1)

    def fix(self, variable: int, value: Number) -> Failure | None:
        """Decide that a variable has one value, which lies within its bounds."""
        failure = None
        for slot, least in ((2 * variable, value), (2 * variable + 1, -value)):
            if failure is None and self.trail.least[slot] != least:
                failure = self.decide(slot, least, is_open=False, reason=DECISION)
        return failure

    def take(self, gate: int, reason: int) -> None:
        """Take an alternative: its rows must hold from now on."""
        self._rises = [0] * len(self._rises)
        self._open_gate(gate, reason)

    def take_back(self, mark: int) -> None:
        """Undo all but the first `mark` events, and forget what was still to be looked at."""
        for row in self._queue:
            self._state[row] = _IDLE
        self._queue.clear()
        for is_choice, number in self._waiting:
            (self._choices if is_choice else self._products)[number] = _IDLE
        self._waiting.clear()
        for gate in self.trail.take_back(mark):
            for row in self.program.gate_rows[gate]:
                self._state[row] = _OFF

    def propagate(self) -> Failure | None:
        """Tighten until nothing more follows; the failure where something cannot hold."""
        queue, state, exact, meter = self._queue, self._state, self.program.exact, self.meter
        while True:
            while queue:
                row = queue.popleft()
                state[row] = _IDLE
                meter.take()
                failure = self._narrow(row) if exact[row] else self._narrow_amounts(row)
                if failure is not None:
                    return failure
            if not self._waiting:
                return None
            failure = self._look_further(*self._waiting.popleft())
            if failure is not None:
                return failure

    def _look_further(self, is_choice: bool, number: int) -> Failure | None:
        self.meter.take(1 if is_choice else _PRODUCT_STEPS)
        if is_choice:
            self._choices[number] = _IDLE
            return self._weigh(number, self.program.choices[number])
        self._products[number] = _IDLE
        return self._multiply(number, self.program.products[number])

    def _switch_on(self, rows: Iterable[int]) -> None:
        for row in rows:
            self._state[row] = _QUEUED
            self._queue.append(row)

    def _open_gate(self, gate: int, reason: int) -> None:
        self.trail.open_gate(gate, reason)
        self._switch_on(self.program.gate_rows[gate])

    def _raise_least(self, slot: int, value: Number, is_open: bool, reason: int) -> bool:
        """Raise a least value and queue what depends on it; False where the variable has no room left."""
        program, state, queue = self.program, self._state, self._queue
        self._rises[slot] += 1
        for row in program.watch[slot]:
            if state[row] == _IDLE:
                state[row] = _QUEUED
                queue.append(row)
        for choice in program.watching_choices[slot]:
            if self._choices[choice] == _IDLE:
                self._choices[choice] = _QUEUED
                self._waiting.append((True, choice))
        for product in program.watching_products[slot]:
            if self._products[product] == _IDLE:
                self._products[product] = _QUEUED
                self._waiting.append((False, product))
        return self.trail.raise_least(slot, value, is_open, reason)

    def _creeps(self, slot: int, value: Number) -> bool:
        """Whether a bound has risen so often, or so little, that propagation should not go on with it."""
        old, other = self.trail.least[slot], self.trail.least[slot ^ 1]
        rises = self._rises[slot]
        if old is None or rises <= _SLOW_RISES:
            return False
        if other is None:
            return rises > _UNBOUNDED_RISES
        if value + other > 0:
            return False  # it crosses: a contradiction is never put off
        room = -other - old
        return rises > _RISES or (room > _WIDE and (value - old) * 32 < room)

    def _narrow(self, row: int) -> Failure | None:
        """Tighten the variables of a row over whole quantities."""
        program, least = self.program, self.trail.least
        terms, slack, missing = program.terms[row], program.limits[row], -1
        for slot, weight in terms:
            low = least[slot]
            if low is not None:
                slack -= weight * low
            elif missing >= 0:
                return None
            else:
                missing = slot
        if missing >= 0:
            weight = next(weight for slot, weight in terms if slot == missing)
            return self._tighten(missing ^ 1, -(slack // weight), row)
        if slack < 0:
            return Clash(((row, 1),))
        for slot, weight in terms:
            bound = -(least[slot] + slack // weight)  # type: ignore[operator]
            old = least[slot ^ 1]
            if old is None or bound > old:
                failure = self._tighten(slot ^ 1, bound, row)
                if failure is not None:
                    return failure
        return None

    def _tighten(self, slot: int, bound: Number, reason: int, *, is_open: bool = False) -> Failure | None:
        """Raise a least value as far as a reason asks, if that is news."""
        old = self.trail.least[slot]
        if old is not None and (bound < old or (bound == old and (self.trail.open[slot] or not is_open))):
            return None
        if self._creeps(slot, bound):
            return None
        return None if self._raise_least(slot, bound, is_open, reason) else Crossing(slot >> 1)

    def _narrow_amounts(self, row: int) -> Failure | None:
        """Tighten the variables of a row with amounts, whose bounds may be fractions and left out."""
        program, least, is_open = self.program, self.trail.least, self.trail.open
        terms, slack, missing = program.terms[row], program.limits[row], -1
        opened = int(program.strict[row])
        for slot, weight in terms:
            low = least[slot]
            if low is not None:
                slack -= weight * low
                opened += is_open[slot]
            elif missing >= 0:
                return None
            else:
                missing = slot
        if missing < 0 and (slack < 0 or (slack == 0 and opened)):
            return Clash(((row, 1),))
        for slot, weight in terms:
            if missing in (-1, slot):
                reach = Fraction(slack) / weight + (least[slot] or 0)
                failure = self._cap(slot, reach, opened > is_open[slot], row)
                if failure is not None:
                    return failure
        return None

    def _cap(self, slot: int, reach: Fraction, is_open: bool, reason: int) -> Failure | None:
        """See to it that a slot's value is at most (open: less than) `reach`."""
        if self.program.whole[slot >> 1]:
            floor = reach.numerator // reach.denominator
            return self._tighten(slot ^ 1, -(floor - 1 if is_open and floor == reach else floor), reason)
        return self._tighten(slot ^ 1, plain(-reach), reason, is_open=is_open)

    def _weigh(self, number: int, choice: Choice) -> Failure | None:
        """Take the only alternative left of a choice."""
        live, dead = -1, []
        for at, rows in enumerate(choice.rows):
            if self.trail.is_gate_open(choice.gates[at]):
                return None
            row = next((row for row in rows if self._is_dead(row)), -1)
            if row >= 0:
                dead.append(row)
            elif live >= 0:
                return None
            else:
                live = at
        if live < 0:
            return DeadEnd(number, tuple(dead))
        self._open_gate(choice.gates[live], SELECTION)
        self.trail.dead[len(self.trail.events) - 1] = tuple(dead)
        return None

    def _is_dead(self, row: int) -> bool:
        """Whether a row cannot hold within the bounds."""
        program, trail = self.program, self.trail
        slack, opened = program.limits[row], program.strict[row]
        for slot, weight in program.terms[row]:
            low = trail.least[slot]
            if low is None:
                return False
            slack -= weight * low
            opened = opened or trail.open[slot]
        return slack < 0 or (slack == 0 and opened)

    def _multiply(self, number: int, product: Multiplication) -> Failure | None:
        """Tighten result and factors of a product to their interval hulls."""
        reason, pairs = product_reason(number), ((product.first, product.second), (product.second, product.first))
        failure = self._confine(
            product.result, self._interval(product.first).times(self._interval(product.second)), reason
        )
        for factor, other in pairs:
            by = self._interval(other)
            if failure is None and Fraction(0) not in by:
                failure = self._confine(factor, self._interval(product.result).times(by.inverse()), reason)
        return failure

    def _interval(self, variable: int) -> Interval:
        """The bounds of a variable."""
        (low, high), is_open = self.trail.least[2 * variable : 2 * variable + 2], self.trail.open
        return Interval(
            None if low is None else Fraction(low),
            None if high is None else -Fraction(high),
            is_open[2 * variable],
            is_open[2 * variable + 1],
        )

    def _confine(self, variable: int, within: Interval, reason: int) -> Failure | None:
        """Keep a variable within an interval that a product leaves for it; ends with many digits are moved outwards."""
        failure = None
        high, low = within.high, within.low
        if high is not None and high.numerator.bit_length() <= _LONG:
            failure = self._cap(2 * variable, high if within.is_point else _coarser(high), within.high_open, reason)
        if failure is None and low is not None and low.numerator.bit_length() <= _LONG:
            failure = self._cap(2 * variable + 1, -low if within.is_point else _coarser(-low), within.low_open, reason)
        return failure


def _coarser(end: Fraction) -> Fraction:
    """The end itself, or a number a little above it with fewer digits."""
    if end.denominator.bit_length() <= _FINE:
        return end
    return Fraction((end.numerator << _FINE) // end.denominator + 1, 1 << _FINE)
