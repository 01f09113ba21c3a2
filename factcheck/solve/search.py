"""Branch and prune with backjumping: iterative, so that depth costs no stack, and every failure leaves its proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from factcheck.constraint import Quantity
from factcheck.solve.budget import Meter
from factcheck.solve.derivation import Derivation, Loss, Refuted
from factcheck.solve.dive import Dive
from factcheck.solve.failure import Failure
from factcheck.solve.lattice import Lattice
from factcheck.solve.layer import Found, Layer, Settled, Tighter
from factcheck.solve.linear import LinearProgram
from factcheck.solve.program import Program
from factcheck.solve.propagation import Propagation
from factcheck.solve.refutation import Cases, Closing, Group, Split
from factcheck.solve.rows import Number, simple_between
from factcheck.solve.trail import DECISION, DIVISION

LAYERS: tuple[type[Layer], ...] = (Dive, LinearProgram, Lattice)
"""The layers in the order in which they are asked, after propagation and before branching."""

PROPAGATION, BRANCHING = "bounds that follow from each other", "case after case"

Bound = tuple[int, Number, bool]
"""A slot, its least value, and whether that is left out."""


@dataclass(slots=True)
class Frame:
    """A decision of the search: a split of a variable, or the alternatives of a choice, tried one after another."""

    mark: int  # events before the decision
    bounds: tuple[Bound, ...] = ()
    gates: tuple[int, ...] = ()
    choice: int = -1
    tried: int = 0
    events: set[int] = field(default_factory=set)  # what the refuted branches rest on
    nodes: list[int] = field(default_factory=list)  # of the refuted branches

    @property
    def is_exhausted(self) -> bool:
        """Whether every branch was refuted."""
        return self.tried == max(len(self.bounds), len(self.gates))


class Search:
    """One search for values that keep some statements of a program."""

    def __init__(self, program: Program, active: Sequence[int], meter: Meter, groups: Sequence[Group] = ()) -> None:
        self.program = program
        self.meter = meter
        self.propagation = Propagation(program, active, meter)
        self.trail = self.propagation.trail
        self.variables = sorted(
            {variable for number in active for variable in program.parts[number].variables}
            | {slot >> 1 for row in program.always for slot, _ in program.terms[row]}
        )
        self.rows = set(program.rows_of(active))
        self.is_exact = all(program.exact[row] for row in self.rows) and not any(program.open)
        self.frames: list[Frame] = []
        self.suggestion: tuple[int, Number] | None = None  # a variable, and the value to split it at
        self.tried: list[str] = [PROPAGATION]
        self._groups = groups
        self._derivation = Derivation(program, self.trail)
        self._layers = [layer() for layer in LAYERS]

    def run(self, given: Mapping[Quantity, Number] | None = None) -> Found | Refuted:
        """Values or a refutation; OutOfStepsError where the steps run out before.

        Some values may be given; a refutation then holds for these, and is no proof for others.
        """
        failure = self._give(given or {}) or self.propagation.propagate()
        while True:
            if failure is None:
                settled = self._settled()
                if isinstance(settled, Found):
                    return settled
                if isinstance(settled, Tighter):
                    failure = self._tighten(settled)
                    continue
                failure = settled
            if failure is None:
                self.frames.append(self._decision())
                failure = self._enter(self.frames[-1])
                continue
            loss = self._retreated(self._derivation.loss(failure))
            if loss is not None:
                return self._derivation.refuted(loss, self._groups)
            failure = self._enter(self.frames[-1])

    def _give(self, given: Mapping[Quantity, Number]) -> Failure | None:
        failures = (self.propagation.fix(v, given[q]) for q, v in self.program.numbers.items() if q in given)
        return next((failure for failure in failures if failure is not None), None)

    def unfixed(self) -> list[int]:
        """The variables with more than one value left."""
        least = self.trail.least
        return [v for v in self.variables if (most := least[2 * v + 1]) is None or least[2 * v] != -most]

    def fixed_values(self) -> dict[int, Number]:
        """The least value of every variable: the only one, where all are fixed."""
        return {variable: self.trail.least[2 * variable] or 0 for variable in self.variables}

    def _settled(self) -> Settled | None:
        if not self.propagation.open_choices and not self.unfixed():
            return Found(self.fixed_values())
        self.suggestion = None
        for layer in self._layers:
            if layer.name not in self.tried:
                self.tried.append(layer.name)
            settled = layer.settle(self)
            if settled is not None:
                return settled
        return None

    def _tighten(self, tighter: Tighter) -> Failure | None:
        """Go on with the bounds that a layer found."""
        for slot, least, division in tighter.bounds:
            self.trail.divisions[len(self.trail.events)] = division
            failure = self.propagation.decide(slot, least, is_open=False, reason=DIVISION)
            if failure is not None:
                return failure
        return self.propagation.propagate()

    def _decision(self) -> Frame:
        """What to branch on: the choice with the fewest alternatives, else what a layer suggests, else a small range."""
        mark, program = len(self.trail.events), self.program
        if BRANCHING not in self.tried:
            self.tried.append(BRANCHING)
        choices = self.propagation.open_choices
        if choices:
            number = min(choices, key=lambda choice: len(program.choices[choice].gates))
            return Frame(mark, gates=program.choices[number].gates, choice=number)
        variable, at = self.suggestion or self._middle()
        if program.whole[variable]:
            return Frame(mark, bounds=((2 * variable + 1, -at, False), (2 * variable, at + 1, False)))
        return Frame(mark, bounds=((2 * variable + 1, -at, False), (2 * variable, at, True)))

    def _middle(self) -> tuple[int, Number]:
        """Where to split without advice: the middle of the smallest range, counts before amounts."""
        least = self.trail.least

        def size(variable: int) -> tuple[bool, bool, Number]:
            low, high = least[2 * variable], least[2 * variable + 1]
            unbounded = low is None or high is None
            return not self.program.whole[variable], unbounded, 0 if low is None or high is None else -high - low

        variable = min(self.unfixed(), key=size)
        low, high = least[2 * variable], least[2 * variable + 1]
        high = None if high is None else -high
        if not self.program.whole[variable]:
            return variable, simple_between(low, high)
        if low is None or high is None:
            return variable, low if low is not None else high - 1 if high is not None else 0
        return variable, (low + high) // 2

    def _enter(self, frame: Frame) -> Failure | None:
        """Go into the next branch of a decision."""
        self.meter.take()
        if frame.gates:
            self.propagation.take(frame.gates[frame.tried], DECISION)
            return self.propagation.propagate()
        return self.propagation.decide(*frame.bounds[frame.tried], DECISION) or self.propagation.propagate()

    def _retreated(self, loss: Loss) -> Loss | None:
        """Take a loss up to the last decision it rests on that has a branch left; the loss itself where there is none."""
        while self.frames:
            frame = self.frames[-1]
            depends = frame.mark in loss.events
            self._derivation.descend(loss, frame.mark)
            self.propagation.take_back(frame.mark)
            if depends:
                frame.nodes.append(self._derivation.close(loss))
                frame.events |= loss.events
                frame.tried += 1
                if not frame.is_exhausted:
                    return None
                loss = Loss(frame.events, self._closing(frame))
            self.frames.pop()
        return loss

    def _closing(self, frame: Frame) -> Closing:
        if frame.gates:
            return Cases(self.program.choices[frame.choice].source, tuple(frame.nodes))
        slot, value, _ = frame.bounds[0]
        below, above = frame.nodes
        return Split(self.program.quantities[slot >> 1], Fraction(-value), below, above)
