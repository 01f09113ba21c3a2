"""The steps of a proof followed once more, for telling: what each statement leaves for a quantity, given what is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.claim import Setting
from factcheck.constraint import Constraint, Either, Quantity, Statement
from factcheck.interval import Interval
from factcheck.solve import Conflict
from factcheck.solve.refutation import Closing, Contradiction, Derive, Given, Select, Side, Step, Sum

Known = Mapping[Quantity, Interval]
"""What is left for quantities; one that is missing has all its own values left."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A step as it is told: statements, what they leave for a quantity by themselves, and what was left before.

    `constraints` are those of a single statement that say so, given what is `known` of their other quantities; empty
    where the step needs several statements or a product. `sides` are the ends that matter; `closes` says that the turn
    is where nothing is left.
    """

    quantity: Quantity
    statements: tuple[Statement, ...]
    gives: Interval
    before: Interval
    sides: frozenset[Side]
    constraints: tuple[Constraint, ...] = ()
    known: tuple[tuple[Quantity, Interval], ...] = ()

    @property
    def left(self) -> Interval:
        """What is left after it."""
        both = self.gives & self.before
        return both.shrunk_to_integers() if self.quantity.whole else both

    @property
    def closes(self) -> bool:
        """Whether nothing is left."""
        return self.left.is_empty

    @property
    def uses(self) -> frozenset[Quantity]:
        """The quantities that it needs to know about."""
        mine = frozenset({self.quantity}) if self.closes else frozenset[Quantity]()
        return mine | {quantity for quantity, _ in self.known}


def own(quantity: Quantity) -> Interval:
    """The values that a quantity can take at all."""
    return quantity.within.shrunk_to_integers() if quantity.whole else quantity.within


def left_by(constraint: Constraint, quantity: Quantity, known: Known) -> Interval:
    """What one constraint leaves for a quantity of it, given what is known of the others."""
    within, weight = constraint.within, None
    for other, factor in constraint.terms:
        if other == quantity:
            weight = factor
        else:
            within = within - known.get(other, own(other)) * factor
    left = Interval() if weight is None else within * (1 / weight)
    return left.shrunk_to_integers() if quantity.whole else left


class Replay:
    """Steps followed one after another, each told at most once and only where something is new."""

    def __init__(self, statements: Iterable[Statement], setting: Setting) -> None:
        self._statements = {statement.name: statement for statement in statements}
        self._setting = setting
        self._chosen: dict[tuple[str, int], int] = {}
        self._known: dict[Quantity, Interval] = {}

    def turns(self, steps: Sequence[Step], closing: Closing | None = None) -> list[Turn] | None:
        """The turns of steps that are all of one case; None where the end of a proof cannot be told as a turn.

        Without a closing, all that leads to the last step's quantity is told, else all that leads to the contradiction.
        """
        sides: dict[tuple[Quantity, tuple[str, ...]], frozenset[Side]] = {}
        for step in steps:
            if isinstance(step, Derive):
                key = step.quantity, _names(step.by)
                sides[key] = sides.get(key, frozenset()) | {step.side}
        told: list[Turn] = []
        for step in steps:
            turn = self._turn(step, sides)
            told += [] if turn is None else [turn]
            if turn is not None and turn.closes:
                return _needed(told, told[-1:])
        if closing is None:
            last = steps[-1]
            return _needed(told, [turn for turn in told if isinstance(last, Derive) and turn.quantity == last.quantity])
        end = self._end(closing)
        return None if end is None else _needed([*told, end], [end])

    def _turn(self, step: Step, sides: Mapping[tuple[Quantity, tuple[str, ...]], frozenset[Side]]) -> Turn | None:
        if isinstance(step, Select):
            self._chosen[step.either.statement, step.either.condition] = step.alternative
            return None
        quantity, names = step.quantity, _names(step.by)
        before, constraints = self._left(quantity), self._constraints(names, quantity)
        shown = sides[quantity, names]
        claimed = _one_sided(Interval(step.bound, step.bound, step.open, step.open), frozenset({step.side}))
        gives = claimed
        if len(names) == 1 and constraints:
            gives = _given(constraints, quantity, self._known)
            gives = (gives if self._measures(names[0], quantity) else _one_sided(gives, shown)) & claimed
        if gives.contains(before):
            return None
        statements = tuple(self._statements[name] for name in names)
        turn = Turn(quantity, statements, gives, before, shown, constraints, self._about(statements, quantity))
        self._known[quantity] = turn.left
        return turn

    def _end(self, closing: Closing) -> Turn | None:
        """The contradiction as a turn: a statement that leaves nothing for one of its quantities."""
        if not isinstance(closing, Contradiction) or len(names := _names(closing.by)) != 1:
            return None
        statement = self._statements[names[0]]
        for quantity in self._by_interest(statement):
            constraints = self._constraints(names, quantity)
            gives, before = _given(constraints, quantity, self._known), self._left(quantity)
            sides = frozenset(Side) if self._measures(names[0], quantity) else _crossing(gives, before)
            turn = Turn(quantity, (statement,), gives, before, sides, constraints, self._about((statement,), quantity))
            if constraints and turn.closes:
                return turn
        return None

    def _by_interest(self, statement: Statement) -> list[Quantity]:
        """The quantities of a statement, those first that it tells the number of, or the whole of its parts."""
        claim = self._setting.claims.get(statement.name)
        ratio = claim.measure(self._setting) if claim is not None else None
        first = [quantity for quantity, _ in ratio.numerator] if ratio is not None else []
        if statement.sets is not None:
            first = [statement.sets.whole]
        return list(dict.fromkeys((*first, *reversed(statement.quantities))))

    def _measures(self, name: str, quantity: Quantity) -> bool:
        """Whether a claim prints a number of this quantity, so that both its ends are told together."""
        claim = self._setting.claims.get(name)
        ratio = claim.measure(self._setting) if claim is not None and claim.prints else None
        return ratio is not None and quantity in dict((*ratio.numerator, *ratio.denominator))

    def _left(self, quantity: Quantity) -> Interval:
        return self._known.get(quantity, own(quantity))

    def _about(self, statements: Iterable[Statement], quantity: Quantity) -> tuple[tuple[Quantity, Interval], ...]:
        """What is known beyond their own ranges of the other quantities that the statements speak of."""
        others = dict.fromkeys(q for statement in statements for q in statement.quantities if q != quantity)
        return tuple((other, self._known[other]) for other in others if other in self._known)

    def _constraints(self, names: Sequence[str], quantity: Quantity) -> tuple[Constraint, ...]:
        """The constraints of a single statement that hold and speak of a quantity; none where there are several."""
        if len(names) != 1:
            return ()
        found: list[Constraint] = []
        for at, condition in enumerate(self._statements[names[0]].conditions):
            if isinstance(condition, Constraint):
                found.append(condition)
            elif isinstance(condition, Either) and (names[0], at) in self._chosen:
                found += condition.alternatives[self._chosen[names[0], at]]
        return tuple(constraint for constraint in found if quantity in constraint.quantities)


def turns_of(conflict: Conflict, setting: Setting) -> list[Turn] | None:
    """The refutation of a conflict as turns; None where it has several cases, or an end that cannot be told so."""
    root = conflict.refutation.nodes[-1]
    if root.branches or conflict.refutation.groups:
        return None
    return Replay(conflict.statements, setting).turns(root.steps, root.closing)


def _names(by: Sum | Given) -> tuple[str, ...]:
    """The statements that a step rests on, each once; `Linked` equations have none and are told by nobody."""
    sources = (by,) if isinstance(by, Given) else (source for source, _ in by)
    return tuple(dict.fromkeys(source.statement for source in sources if isinstance(source, Given)))


def _given(constraints: Iterable[Constraint], quantity: Quantity, known: Known) -> Interval:
    left = Interval()
    for constraint in constraints:
        left = left & left_by(constraint, quantity, known)
    return left


def _one_sided(interval: Interval, sides: frozenset[Side]) -> Interval:
    """The interval without the ends that do not matter."""
    least, most = Side.LEAST in sides, Side.MOST in sides
    return Interval(
        interval.low if least else None,
        interval.high if most else None,
        least and interval.low_open,
        most and interval.high_open,
    )


def _crossing(gives: Interval, before: Interval) -> frozenset[Side]:
    """The end by which an interval misses what was left; both where it is empty itself."""
    if gives.is_empty or gives.high is None or before.low is None:
        return frozenset(Side) if gives.is_empty else frozenset({Side.LEAST})
    return frozenset({Side.MOST if gives.high <= before.low else Side.LEAST})


def _needed(turns: Sequence[Turn], ends: Iterable[Turn]) -> list[Turn]:
    """The turns that lead to some of them, in order."""
    kept = list(ends)
    wanted = frozenset[Quantity]().union(*(turn.uses for turn in kept))
    found: list[Turn] = []
    for turn in reversed(turns):
        if any(turn is end for end in kept):
            found.append(turn)
        elif turn.quantity in wanted:
            found.append(turn)
            wanted |= turn.uses
    return found[::-1]
