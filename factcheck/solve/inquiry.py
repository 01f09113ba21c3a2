"""Questions to one part of a system about how high or low its quantities can go, and what is known from the answers.

Heights are values seen from one side: the value itself with sign 1, its negative with sign -1. So "high" always means
towards the end that is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from factcheck.constraint import Constraint, Quantity, Statement
from factcheck.interval import Interval
from factcheck.solve import prove
from factcheck.solve.answer import Witness
from factcheck.solve.budget import Budget, Meter, OutOfStepsError
from factcheck.solve.decide import decide, overlap_for
from factcheck.solve.derivation import Derivation, Refuted
from factcheck.solve.program import Program
from factcheck.solve.refutation import Given
from factcheck.solve.relaxation import Relaxation
from factcheck.solve.rows import Number, plain
from factcheck.solve.search import Search
from factcheck.solve.trail import DECISION

_QUESTION = "the value asked for"


class Peak(NamedTuple):
    """How high a quantity goes while whole values and alternatives stay; exact where nothing else is left out of account."""

    height: Number
    is_exact: bool


class Inquiry:
    """The active statements of a program, with a witness where one is known."""

    def __init__(self, program: Program, active: Sequence[int], budget: Budget, witness: Witness | None) -> None:
        self._program = program
        self._active = active
        self._budget = budget
        self._meter = Meter(budget.bounds)
        self._best: dict[tuple[Quantity, int], tuple[Number, Witness]] = {}
        self._limits = self._proved_limits()
        if witness is not None:
            self._remember(witness)

    def limit(self, quantity: Quantity, sign: int) -> tuple[Number | None, bool]:
        """A height that is never passed, and whether it is not even reached: by propagation alone."""
        own = quantity.within.shrunk_to_integers() if quantity.whole else quantity.within
        within = self._limits.get(quantity, own)
        height, is_open = (within.high, within.high_open) if sign > 0 else (within.low, within.low_open)
        return None if height is None else sign * plain(height), is_open

    def best(self, quantity: Quantity, sign: int) -> Number | None:
        """The greatest height seen."""
        seen = self._best.get((quantity, sign))
        return None if seen is None else seen[0]

    def height(self, quantity: Quantity, sign: int) -> Number:
        """The greatest height seen; LookupError where there is no witness."""
        return self._best[quantity, sign][0]

    def reaches(self, quantity: Quantity, sign: int, height: Number, *, beyond: bool = False) -> bool:
        """Whether a height is reached (or passed), shown by a witness or refuted; OutOfStepsError where neither is found."""
        end = Fraction(sign * height)
        within = Interval(low=end, low_open=beyond) if sign > 0 else Interval(high=end, high_open=beyond)
        question = Statement(_QUESTION, (Constraint(((quantity, Fraction(1)),), within, _QUESTION),))
        program = self._program.extended((question,))
        active = (*self._active, len(program.statements) - 1)
        mine = self._meter.part(self._budget.bounds // 10)
        decision = decide(program, active, self._budget, mine)
        self._meter.taken += mine.taken
        statements = [program.statements[number] for number in active]
        if isinstance(decision, Witness) and prove.witness(statements, decision.values, decision.regions):
            self._remember(decision)
            return True
        if isinstance(decision, Refuted) and prove.refutation(statements, decision.refutation):
            return False
        raise OutOfStepsError

    def furthest(self, quantity: Quantity, sign: int) -> Number | None:
        """A height that the rows alone do not let the quantity pass; None where they let it pass every height."""
        furthest = self._relaxation.furthest(self._wider.numbers[quantity], sign)
        return None if furthest is None else sign * furthest

    def is_endless(self, quantity: Quantity, sign: int) -> bool:
        """Whether the quantity passes every height while the alternatives of its best witness stay."""
        search = self._standing(quantity, sign, keep_whole=False)
        endless = Relaxation(search).furthest(self._wider.numbers[quantity], sign) is None
        return endless and not search.propagation.active_products

    def peak(self, quantity: Quantity, sign: int) -> Peak | None:
        """How high the quantity goes from its best witness; None where it passes every height."""
        search = self._standing(quantity, sign, keep_whole=True)
        furthest = Relaxation(search).furthest(self._wider.numbers[quantity], sign)
        if furthest is None:
            return None
        is_exact = not any(self._wider.whole[v] for v in search.unfixed()) and not search.propagation.active_products
        return Peak(sign * furthest, is_exact)

    def _remember(self, witness: Witness) -> None:
        for quantity, value in witness.values.items():
            for sign in (1, -1):
                seen = self._best.get((quantity, sign))
                if seen is None or sign * value > seen[0]:
                    self._best[quantity, sign] = sign * plain(value), witness

    def _proved_limits(self) -> Mapping[Quantity, Interval]:
        """What propagation leaves for every quantity, proved."""
        search = Search(self._program, self._active, Meter(self._budget.steps))
        try:
            search.propagation.propagate()
        except OutOfStepsError:
            return {}
        steps = Derivation(self._program, search.trail).steps()
        return prove.bounds([self._program.statements[number] for number in self._active], steps) or {}

    @cached_property
    def _wider(self) -> Program:
        """The program with all that its sets imply for sums."""
        overlap = overlap_for(self._program, self._active, self._budget, peel=True)
        if overlap is None:
            return self._program
        wider = overlap.link(self._program)
        for fact in overlap.easy:
            for row in fact.rows():
                wider.always += wider.add_row(row, Given(fact.name, 0))
        return wider

    @cached_property
    def _relaxation(self) -> Relaxation:
        search = Search(self._wider, self._active, self._meter)
        search.propagation.propagate()
        return Relaxation(search)

    def _standing(self, quantity: Quantity, sign: int, *, keep_whole: bool) -> Search:
        """A search in which the alternatives of the best witness are taken, and its whole values kept if asked."""
        values = self._best[quantity, sign][1].values
        search = Search(self._wider, self._active, self._meter)
        search.propagation.propagate()
        for number in search.propagation.open_choices:
            choice = search.program.choices[number]
            by_variable = {search.program.numbers[q]: value for q, value in values.items()}
            held = [
                gate
                for gate, rows in zip(choice.gates, choice.rows, strict=True)
                if _all_hold(search.program, rows, by_variable)
            ]
            search.propagation.take(held[0], DECISION)
        for other, value in values.items():
            if other.whole and keep_whole:
                search.propagation.fix(search.program.numbers[other], plain(value))
        search.propagation.propagate()
        return search


def _all_hold(program: Program, rows: Sequence[int], values: Mapping[int, Number]) -> bool:
    return all(program.row_holds(row, values) for row in rows)
