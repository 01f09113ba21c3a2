"""What earlier decisions on a program settle of later ones: a refutation tells of all wider groups, values of narrower ones."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.solve.answer import Witness
from factcheck.solve.budget import Budget, Meter
from factcheck.solve.decide import Decision, decide
from factcheck.solve.derivation import Refuted
from factcheck.solve.program import Program

_KEPT = 16  # decisions of each sort, the latest: looking them through must stay cheap beside a search

Numbers = frozenset[int]
"""Statements of a program."""


@dataclass(frozen=True, slots=True)
class Memory:
    """A program, with decisions taken on some of its statements."""

    program: Program
    _refuted: deque[tuple[Numbers, Refuted]] = field(default_factory=lambda: deque(maxlen=_KEPT))
    _witnesses: deque[tuple[Numbers, Witness]] = field(default_factory=lambda: deque(maxlen=_KEPT))

    def decide(self, active: Sequence[int], budget: Budget, meter: Meter) -> Decision:
        """Whether the active statements (by number, upwards) can all hold, as `decide` has it; no steps if it is known."""
        known = next(self._known(frozenset(active)), None)
        if known is not None:
            return known
        decision = decide(self.program, active, budget, meter)
        if isinstance(decision, Refuted):
            self._refuted.appendleft((frozenset(rested_on(self.program, active, decision)), decision))
        elif isinstance(decision, Witness):
            self._witnesses.appendleft((frozenset(active), decision))
        return decision

    def extended(self, program: Program) -> Memory:
        """The same memory of a program that begins with all statements of this one."""
        return Memory(program, self._refuted.copy(), self._witnesses.copy())

    def _known(self, active: Numbers) -> Iterator[Decision]:
        yield from (refuted for rested, refuted in self._refuted if rested <= active)
        yield from (witness for kept, witness in self._witnesses if self._all_hold(active - kept, witness))

    def _all_hold(self, more: Numbers, witness: Witness) -> bool:
        """Whether the values keep further statements; of facts about sets that is not known without their regions."""
        statements = [self.program.statements[number] for number in more]
        return all(
            one.sets is None and witness.values.keys() >= set(one.quantities) and one.holds(witness.values)
            for one in statements
        )


def rested_on(program: Program, active: Sequence[int], refuted: Refuted) -> list[int]:
    """Those of the active statements that a refutation rests on."""
    names = refuted.refutation.statements
    return [number for number in active if program.statements[number].name in names]
