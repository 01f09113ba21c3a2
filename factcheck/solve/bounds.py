"""Implied bounds: the least and the greatest value of a quantity, reached by a witness and never passed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.constraint import Constraint, Quantity, Statement
from factcheck.interval import Interval
from factcheck.solve import prove
from factcheck.solve.answer import Answer, Bounds, Witness
from factcheck.solve.budget import Budget
from factcheck.solve.decide import Decision, decide
from factcheck.solve.derivation import Refuted
from factcheck.solve.program import Program
from factcheck.solve.rows import Number

_QUESTION = "the value asked for"
_DOUBLINGS = 80


@dataclass(slots=True)
class _Inquiry:
    """What is asked of one part of a system, and the values seen so far for every quantity."""

    program: Program
    active: Sequence[int]
    budget: Budget
    least: dict[Quantity, Fraction]
    most: dict[Quantity, Fraction]

    def ask(self, quantity: Quantity, within: Interval) -> Decision:
        """Whether the quantity can have a value within an interval; values that are found are remembered."""
        question = Statement(_QUESTION, (Constraint(((quantity, Fraction(1)),), within, _QUESTION),))
        program = self.program.extended((question,))
        active = (*self.active, len(program.statements) - 1)
        decision = decide(program, active, self.budget)
        statements = [program.statements[number] for number in active]
        if isinstance(decision, Witness) and prove.witness(statements, decision.values, decision.regions):
            self.see(decision)
        return decision

    def see(self, seen: Witness) -> None:
        """Remember the values of a witness."""
        for quantity, value in seen.values.items():
            self.least[quantity] = min(value, self.least.get(quantity, value))
            self.most[quantity] = max(value, self.most.get(quantity, value))


def bounds_of(
    program: Program, active: Sequence[int], quantities: Iterable[Quantity], answer: Answer, budget: Budget
) -> dict[Quantity, Bounds]:
    """The bounds of each quantity over all ways for the active statements of a program to hold."""
    inquiry = _Inquiry(program, active, budget, {}, {})
    if isinstance(answer, Witness):
        inquiry.see(answer)
    found = {}
    for quantity in quantities:
        if quantity in inquiry.least:
            low, low_proved = _least(inquiry, quantity)
            high, high_proved = _most(inquiry, quantity)
            found[quantity] = Bounds(Interval(low, high), low_proved, high_proved)
    return found


def _most(inquiry: _Inquiry, quantity: Quantity) -> tuple[Fraction | None, bool]:
    high = quantity.within.high
    gap = 1
    for _ in range(2 * _DOUBLINGS):
        best = inquiry.most[quantity]
        if high is not None and best >= high:
            break
        middle = best + gap if high is None else min(best + gap, high)
        decision = inquiry.ask(quantity, Interval.at_least(middle))
        if isinstance(decision, Refuted):
            high, gap = middle - 1, max(gap // 2, 1)
            if high > best:
                gap = max(int((high - best) // 2), 1)
        elif isinstance(decision, Witness):
            gap = gap * 2 if high is None else max(int((high - inquiry.most[quantity]) // 2), 1)
        else:
            return high, False
    return high, high is not None and inquiry.most[quantity] >= high


def _least(inquiry: _Inquiry, quantity: Quantity) -> tuple[Fraction | None, bool]:
    low = quantity.within.low
    gap = 1
    for _ in range(2 * _DOUBLINGS):
        best = inquiry.least[quantity]
        if low is not None and best <= low:
            break
        middle = best - gap if low is None else max(best - gap, low)
        decision = inquiry.ask(quantity, Interval.at_most(middle))
        if isinstance(decision, Refuted):
            low = middle + 1
            gap = max(int((best - low) // 2), 1)
        elif isinstance(decision, Witness):
            gap = gap * 2 if low is None else max(int((inquiry.least[quantity] - low) // 2), 1)
        else:
            return low, False
    return low, low is not None and inquiry.least[quantity] <= low
