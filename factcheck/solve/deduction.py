"""Bounds that follow step by step, without trying anything out: the steps that a person can be told."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.constraint import Quantity, Statement
from factcheck.solve import prove
from factcheck.solve.budget import Budget, Meter, OutOfStepsError
from factcheck.solve.derivation import Derivation
from factcheck.solve.program import compiled
from factcheck.solve.refutation import Side, Step
from factcheck.solve.search import Search


def deduced(statements: Iterable[Statement], quantity: Quantity, side: Side, budget: Budget) -> tuple[Step, ...]:
    """The steps by which propagation alone bounds a quantity on one side, each proved, and no others.

    Empty where it finds no bound but the quantity's own, where it runs into a contradiction or where the steps run out.
    """
    known = list(statements)
    program = compiled(known)
    if quantity not in program.numbers:
        return ()
    search = Search(program, range(len(known)), Meter(budget.steps))
    try:
        failure = search.propagation.propagate()
    except OutOfStepsError:
        return ()
    last = search.trail.since[2 * program.numbers[quantity] + (side is Side.MOST)]
    if failure is not None or last < 0:
        return ()
    derivation = Derivation(program, search.trail)
    steps = tuple(derivation.step(event) for event in sorted(search.trail.closure([last])))
    return steps if prove.bounds(known, steps) is not None else ()
