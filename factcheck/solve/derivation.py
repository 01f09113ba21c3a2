"""From events of a search to a refutation that anyone can follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import assert_never

from factcheck.solve.failure import Clash, Crossing, DeadEnd, Division, Failure
from factcheck.solve.program import Program
from factcheck.solve.refutation import (
    Closing,
    Contradiction,
    Crossed,
    Derive,
    Exhausted,
    Given,
    Group,
    Node,
    Refutation,
    Select,
    Side,
    Source,
    Step,
    Sum,
)
from factcheck.solve.trail import DECISION, DIVISION, SELECTION, Trail, product_reason


@dataclass(frozen=True, slots=True)
class Refuted:
    """No values keep the statements, and the proof of it, which names those that it needs."""

    refutation: Refutation


@dataclass(slots=True)
class Loss:
    """A failure explained, on its way up the search: the events it rests on, the steps below, and how they closed."""

    events: set[int]
    closing: Closing
    steps: list[Step] = field(default_factory=list)


class Derivation:
    """Collects the nodes of a refutation."""

    def __init__(self, program: Program, trail: Trail) -> None:
        self._program = program
        self._trail = trail
        self._nodes: list[Node] = []

    def loss(self, failure: Failure) -> Loss:
        """Explain a failure by events on the trail as it stands."""
        now = len(self._trail.events)
        match failure:
            case Clash():
                return Loss(self._trail.closure(self._clash_causes(failure)), Contradiction(self._sum(failure.rows)))
            case Division():
                causes = self._trail.division_causes(failure, now)
                return Loss(self._trail.closure(causes), Contradiction(self._sum(failure.rows)))
            case Crossing():
                slots = (2 * failure.variable, 2 * failure.variable + 1)
                causes = [self._trail.since[slot] for slot in slots if self._trail.since[slot] >= 0]
                return Loss(self._trail.closure(causes), Crossed(self._program.quantities[failure.variable]))
            case DeadEnd():
                choice = self._program.choices[failure.choice]
                causes = [cause for row in failure.dead for cause in self._trail.row_causes(row, now)]
                return Loss(self._trail.closure(causes), Exhausted(choice.source, self._dead(failure.dead)))
            case _ as never:
                assert_never(never)

    def descend(self, loss: Loss, mark: int) -> None:
        """Turn what happened since a mark into steps; the loss then rests on earlier events only."""
        late = sorted(event for event in loss.events if event >= mark)
        steps = [self.step(event) for event in late if self._trail.events[event][4] != DECISION]
        loss.steps[:0] = steps
        loss.events.difference_update(late)

    def steps(self) -> list[Step]:
        """Everything that has happened, as steps; there must be no decision among it."""
        return [self.step(event) for event in range(len(self._trail.events))]

    def close(self, loss: Loss) -> int:
        """File a loss as a node and return its number."""
        self._nodes.append(Node(tuple(loss.steps), loss.closing))
        return len(self._nodes) - 1

    def refuted(self, loss: Loss, groups: Sequence[Group]) -> Refuted:
        """The refutation whose root is this loss, kept to the nodes that it needs."""
        self.descend(loss, 0)
        self.close(loss)
        return Refuted(Refutation(_needed(self._nodes), tuple(groups)))

    def _clash_causes(self, clash: Clash) -> Iterable[int]:
        """The bounds that matter for a sum of rows (those of variables that do not cancel out), and the rows' gates."""
        program, trail = self._program, self._trail
        for row, _ in clash.rows:
            if program.gate_of[row] >= 0:
                yield trail.since[trail.gates + program.gate_of[row]]
        for variable, weight in program.summed(clash.rows).items():
            event = trail.since[2 * variable + (weight < 0)]
            if weight and event >= 0:
                yield event

    def _sum(self, rows: Iterable[tuple[int, int]]) -> Sum:
        parts: list[tuple[Source, Fraction]] = []
        for row, multiplier in rows:
            source, sign = self._program.sources[row]
            parts.append((source, Fraction(sign * multiplier)))
        return tuple(parts)

    def _dead(self, rows: Iterable[int]) -> tuple[tuple[int, int], ...]:
        sources = [self._program.sources[row][0] for row in rows]
        return tuple((source.alternative or 0, source.constraint) for source in sources if isinstance(source, Given))

    def step(self, event: int) -> Step:
        """An event that is no decision, as a step."""
        slot, value, is_open, _, reason = self._trail.events[event]
        if reason == SELECTION:
            number, alternative = self._program.gate_choice[slot - self._trail.gates]
            choice = self._program.choices[number]
            return Select(choice.source, alternative, self._dead(self._trail.dead[event]))
        side, bound = (Side.MOST, -value) if slot & 1 else (Side.LEAST, value)
        by: Sum | Given
        if reason == DIVISION:
            by = self._sum(self._trail.divisions[event].rows)
        else:
            by = self._sum(((reason, 1),)) if reason >= 0 else self._program.products[product_reason(reason)].source
        return Derive(self._program.quantities[slot >> 1], side, Fraction(bound), is_open, by)


def _needed(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The nodes that the last one needs, in the same order."""
    needed, waiting = set[int](), [len(nodes) - 1]
    while waiting:
        number = waiting.pop()
        needed.add(number)
        waiting += nodes[number].branches
    places = {number: place for place, number in enumerate(sorted(needed))}
    return tuple(nodes[number].moved(places) for number in sorted(needed))
