"""The door of the solver: statements compiled once and settled again and again, whole or in part, with others added."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import assert_never

from factcheck.constraint import Quantity, Statement
from factcheck.interval import Interval
from factcheck.solve import prove
from factcheck.solve.answer import Answer, Bounds, Conflict, Region, Undecided, Witness
from factcheck.solve.bounds import bounds_of
from factcheck.solve.budget import Budget, Meter
from factcheck.solve.components import components
from factcheck.solve.decide import Unsettled
from factcheck.solve.memory import Memory
from factcheck.solve.program import Program, compiled
from factcheck.solve.review import Corrections, Found, Review, reviewed
from factcheck.solve.shrink import as_found, shrunk

_DEFAULT = Budget()


@dataclass(frozen=True, slots=True)
class _Part:
    """One connected component, with the answers found so far by active statements."""

    memory: Memory
    answers: dict[tuple[int, ...], Answer] = field(default_factory=dict)

    @property
    def program(self) -> Program:
        """All statements of the component, compiled."""
        return self.memory.program

    def answer(
        self, active: Iterable[int], budget: Budget, meter: Meter | None = None, *, smallest: bool = True
    ) -> Answer:
        """The answer on some statements; with a meter, undecided where its steps run out.

        A conflict is made smallest, unless it need not be, and as far as the meter's steps go.
        """
        key = tuple(active)
        if key in self.answers:
            return self.answers[key]
        answer = _proved(self.memory, key, budget, meter, smallest=smallest)
        if isinstance(answer, Witness) or (smallest and (meter is None or isinstance(answer, Conflict))):
            self.answers[key] = answer
        return answer

    def reviewed(self, active: Sequence[int], budget: Budget) -> Found:
        """The conflicts of some statements, and what would correct them."""
        meter = Meter(budget.surveying)
        return reviewed(
            self.program.statements,
            active,
            lambda numbers: self.answer(numbers, budget),
            lambda numbers, smallest: self.answer(numbers, budget, meter, smallest=smallest),
        )


class System:
    """Statements that are settled jointly, component by component; names are unique (ValueError otherwise).

    >>> from factcheck.constraint import Constraint
    >>> from factcheck.interval import Interval
    >>> cases = Quantity("cases")
    >>> def came_to(name: str, count: int) -> Statement:
    ...     return Statement(name, (Constraint(((cases, Fraction(1)),), Interval.exactly(count), f"cases came to {count}"),))
    >>> system = System([came_to("first", 3), came_to("second", 4)])
    >>> system.solve().clauses
    ('cases came to 3', 'cases came to 4')
    >>> system.solve(active={"first"}).values[cases], system.solve(active={"first"}, extra=[came_to("other", 5)]).clauses
    (Fraction(3, 1), ('cases came to 3', 'cases came to 5'))
    """

    def __init__(self, statements: Iterable[Statement], budget: Budget = _DEFAULT) -> None:
        self.statements = tuple(statements)
        self.budget = budget
        self._require_unique(self.statements)
        self._parts = [_Part(Memory(compiled(group))) for group in components(self.statements)]
        self._part_of = {
            quantity: number for number, part in enumerate(self._parts) for quantity in part.program.numbers
        }

    def solve(self, active: Collection[str] | None = None, extra: Sequence[Statement] = ()) -> Answer:
        """Whether the active statements (by name; all, where none are named) and the extra ones can all hold.

        Of several conflicts, the one whose component comes first is told. `extra` takes statements that are not part of the
        system, under names of their own or under names that are not active: a claim replaced by another reading of it.
        """
        answers = [part.answer(numbers, self.budget) for part, numbers in self._chosen(active, extra)]
        return _joined(answers)

    def possible(self, active: Collection[str], extra: Sequence[Statement], budget: Budget) -> Answer:
        """Whether what `extra` speaks of can hold too where the active statements can, by a budget of its own.

        Without extra statements, whether the active ones can. It answers as `solve` does, but leaves a conflict as large
        as it was found: making it small takes the most time.
        """
        if not extra:
            chosen = self._chosen(active, ())
            return _joined([part.answer(numbers, budget, smallest=False) for part, numbers in chosen])
        *_, (part, numbers) = self._chosen(active, extra)
        return _proved(part.memory, numbers, budget, smallest=False)

    def conflicts(self, active: Collection[str] | None = None, extra: Sequence[Statement] = ()) -> Review:
        """Disjoint conflicts, in the order of their components, and within each the smallest first.

        The claims of each are taken out, and then the rest can hold. Structure stays, for it is what the claims are about;
        only a conflict without any claim takes its structure out.
        """
        found: list[Conflict] = []
        answers: list[Answer] = []
        left: list[Statement] = []
        corrections: list[Corrections] = []
        for part, chosen in self._chosen(active, extra):
            review = part.reviewed(chosen, self.budget)
            found += review.conflicts
            answers.append(review.answer)
            left += [part.program.statements[number] for number in review.left]
            corrections += [] if review.corrections is None else [review.corrections]
        order = {statement.name: place for place, statement in enumerate((*self.statements, *extra))}
        rest = tuple(sorted(left, key=lambda s: order[s.name]))
        return Review(tuple(found), rest, _joined(answers), tuple(corrections))

    def bounds(
        self, quantities: Iterable[Quantity], active: Collection[str] | None = None, extra: Sequence[Statement] = ()
    ) -> dict[Quantity, Bounds]:
        """The least and greatest value of each quantity over all ways for the statements to hold; they must be able to.

        What no statement speaks of can take any value of its own range.
        """
        asked = dict.fromkeys(quantities)
        found: dict[Quantity, Bounds] = {}
        for part, numbers in self._chosen(active, extra):
            mine = [quantity for quantity in asked if quantity in part.program.numbers]
            if mine:
                found |= bounds_of(part.program, numbers, mine, part.answer(numbers, self.budget), self.budget)
        return {quantity: found.get(quantity) or Bounds(_own_range(quantity)) for quantity in asked}

    def _chosen(self, active: Collection[str] | None, extra: Sequence[Statement]) -> list[tuple[_Part, list[int]]]:
        """The parts, those that extra statements speak of as one, each with the numbers of its active statements."""
        chosen = [(part, _active(part.program, active)) for part in self._parts]
        if not extra:
            return [(part, numbers) for part, numbers in chosen if numbers]
        self._require_unique([*(s for s in self.statements if active is None or s.name in active), *extra])
        quantities = {quantity for statement in extra for quantity in statement.quantities}
        touched = sorted({self._part_of[quantity] for quantity in quantities if quantity in self._part_of})
        if len(touched) == 1:
            memory = self._parts[touched[0]].memory
        else:
            memory = Memory(compiled([s for number in touched for s in self._parts[number].program.statements]))
        known = len(memory.program.statements)
        numbers = [*_active(memory.program, active), *range(known, known + len(extra))]
        rest = [(part, mine) for number, (part, mine) in enumerate(chosen) if number not in touched and mine]
        return [*rest, (_Part(memory.extended(memory.program.extended(extra))), numbers)]

    @staticmethod
    def _require_unique(statements: Sequence[Statement]) -> None:
        names = [statement.name for statement in statements]
        if len(set(names)) != len(names):
            twice = next(name for place, name in enumerate(names) if name in names[:place])
            raise ValueError(f"two statements are named {twice!r}")


def solve(statements: Iterable[Statement], budget: Budget = _DEFAULT) -> Answer:
    """Whether the statements can all hold: a witness, a minimal conflict, or that the budget ran out."""
    return System(statements, budget).solve()


def conflicts(statements: Iterable[Statement], budget: Budget = _DEFAULT) -> Review:
    """All disjoint conflicts of the statements, what is left without them, and the answer on that."""
    return System(statements, budget).conflicts()


def bounds(
    statements: Iterable[Statement], quantities: Iterable[Quantity], budget: Budget = _DEFAULT
) -> dict[Quantity, Bounds]:
    """The least and greatest value of each quantity over all ways for the statements to hold; they must be able to."""
    return System(statements, budget).bounds(quantities)


def _active(program: Program, active: Collection[str] | None) -> list[int]:
    return [number for number, statement in enumerate(program.statements) if active is None or statement.name in active]


def _own_range(quantity: Quantity) -> Interval:
    return quantity.within.shrunk_to_integers() if quantity.whole else quantity.within


def _proved(
    memory: Memory, active: Sequence[int], budget: Budget, meter: Meter | None = None, *, smallest: bool
) -> Answer:
    """The answer on a part of a program, proved; what cannot be proved is undecided."""
    program = memory.program
    statements = tuple(program.statements[number] for number in active)
    mine = budget.question() if meter is None else meter.part(budget.steps)
    decision = memory.decide(active, budget, mine)
    if meter is not None:
        meter.taken += mine.taken
    if isinstance(decision, Witness):
        if prove.witness(statements, decision.values, decision.regions):
            return decision
        return Undecided(statements, budget.steps, ("values that the check of proofs does not confirm",))
    if isinstance(decision, Unsettled):
        return Undecided(statements, budget.steps, decision.tried)
    if smallest:
        conflict = shrunk(memory, active, decision, budget, meter or Meter(budget.shrinking))
    else:
        conflict = as_found(program, active, decision)
    if prove.refutation(conflict.statements, conflict.refutation):
        return conflict
    return Undecided(statements, budget.steps, ("a refutation that the check of proofs does not confirm",))


def _joined(answers: Iterable[Answer]) -> Answer:
    """One answer from those on separate parts: the first conflict, else what is undecided, else all values together."""
    values: dict[Quantity, Fraction] = {}
    regions: list[Region] = []
    undecided: list[Undecided] = []
    for answer in answers:
        match answer:
            case Conflict():
                return answer
            case Undecided():
                undecided.append(answer)
            case Witness():
                values |= answer.values
                regions += answer.regions
            case _ as never:
                assert_never(never)
    if not undecided:
        return Witness(values, tuple(regions))
    tried = dict.fromkeys(layer for answer in undecided for layer in answer.tried)
    statements = tuple(statement for answer in undecided for statement in answer.statements)
    return Undecided(statements, sum(answer.steps for answer in undecided), tuple(tried), values)
