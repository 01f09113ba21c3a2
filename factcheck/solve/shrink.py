"""From "it cannot be" to "because of these": a conflict in which every statement is needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.constraint import Statement
from factcheck.solve import prove
from factcheck.solve.answer import Conflict, Witness
from factcheck.solve.budget import Budget, Meter
from factcheck.solve.derivation import Refuted
from factcheck.solve.memory import Memory, rested_on
from factcheck.solve.program import Program


def shrunk(memory: Memory, active: Sequence[int], refuted: Refuted, budget: Budget, meter: Meter) -> Conflict:
    """A smallest conflict inside a refuted one: claims are dropped first, beside all structure, then structure.

    Of each, the later are dropped before the earlier. Every statement that is kept was shown to be needed by values for
    all the others; where the steps do not suffice for that, the conflict is not called minimal.
    """
    program, statements = memory.program, memory.program.statements
    facts = [number for number in active if statements[number].is_structure]
    needed, minimal = rested_on(program, active, refuted), True
    for beside in (facts, ()):  # claims first, then structure: by then it may be other structure than at first
        for number in sorted(needed, reverse=True):
            if number not in needed or statements[number].is_structure is (beside is facts):
                continue
            fewer = sorted({*needed, *beside} - {number})
            mine = meter.part(budget.steps)
            decision = memory.decide(fewer, budget, mine)
            meter.taken += mine.taken
            if isinstance(decision, Refuted):
                needed, refuted = rested_on(program, fewer, decision), decision
            elif not isinstance(decision, Witness) or not _proved(program, fewer, decision):
                minimal = False
    return Conflict(tuple(statements[number] for number in needed), refuted.refutation, minimal)


def as_found(program: Program, active: Sequence[int], refuted: Refuted) -> Conflict:
    """The conflict that a refutation rests on, as it was found."""
    needed = rested_on(program, active, refuted)
    return Conflict(tuple(_statements(program, needed)), refuted.refutation, minimal=False)


def _proved(program: Program, numbers: Iterable[int], decision: Witness) -> bool:
    return prove.witness(_statements(program, numbers), decision.values, decision.regions)


def _statements(program: Program, numbers: Iterable[int]) -> list[Statement]:
    return [program.statements[number] for number in numbers]
