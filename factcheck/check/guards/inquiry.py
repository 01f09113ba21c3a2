"""Questions about a component with one of its claims left out, within a purse that all questions of an article share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.check.guards.tally import Shares
from factcheck.check.numbers.moves import Moves
from factcheck.check.numbers.subject import Subject
from factcheck.check.settle import Outcome, statement_of
from factcheck.constraint import Constraint, Either, Quantity, Statement, Values
from factcheck.interval import Interval
from factcheck.solve import Answer, Budget, Conflict, System, Witness

MOST_STEPS = 5_000  # of the solver on one question


@dataclass(slots=True)
class Purse:
    """How many statements may still be read in questions; a question about a component reads all of them."""

    left: int


class OutOfQuestionsError(Exception):
    """The purse is empty."""


class Component:
    """The statements of a component that can all hold, ready to be asked about without one of its claims."""

    def __init__(self, outcome: Outcome, purse: Purse, budget: Budget) -> None:
        self.statements = outcome.statements
        self.setting = outcome.setting
        self.moves = Moves(self.statements)
        self.fixed = frozenset(_fixed(self.statements))
        self.purse = purse
        self._budget = replace(budget, steps=min(budget.steps, MOST_STEPS))
        self._system = System(self.statements, self._budget)
        self._names = frozenset(statement.name for statement in self.statements)

    def ask(self, without: str, *extra: Statement) -> Answer:
        """Whether the extra statements can hold together with all but one claim; OutOfQuestionsError where the purse is empty."""
        if self.purse.left <= 0:
            raise OutOfQuestionsError
        self.purse.left -= len(self.statements)
        return self._system.possible(self._names - {without}, extra, self._budget)


class Doubted(Subject):
    """One claim of a component that holds, and the questions about what it could print instead."""

    def __init__(self, component: Component, tally: Shares, given: Sequence[Statement] = ()) -> None:
        claim = tally.numbers.claim
        super().__init__(tally, component.moves, lambda *extra: component.ask(claim.id, *extra), given)
        self.shares = tally
        self._component = component

    @property
    def has_open_base(self) -> bool:
        """Whether nothing in the component says how large the base of the number is."""
        base = () if self.ratio is None else self.ratio.denominator
        return any(quantity not in self._component.fixed for quantity, _ in base)

    @property
    def is_askable(self) -> bool:
        """Whether its number is a ratio of sums, so that one question can be about many numbers."""
        return self.ratio is not None

    def see(self, values: Values) -> None:
        """Note what the claim could print for these values, where it could print others at all."""
        if self.shares.others and self.is_askable:
            super().see(values)

    def ask(self, start: int, stop: int) -> bool:
        """Find out about a run of numbers, or give it up."""
        is_found_out = super().ask(start, stop)
        if not is_found_out:
            self.tally.give_up(start, stop if self.is_askable else start + 1)
        return is_found_out

    def ask_for_large_base(self) -> None:
        """See values whose base is so large that every number of the form is possible as far as the base goes."""
        if self.ratio is None or not self.ratio.denominator:
            return
        least = abs(self.ratio.numerator[0][1]) / _grain(self.shares)
        large = Constraint(self.ratio.denominator, Interval.at_least(least - self.ratio.below), "")
        found = self.put((*self.besides, large))
        if isinstance(found, Witness):
            self.see(found.values)

    def is_implied(self) -> bool:
        """Whether the others leave the claim no way to be false; values with which it is are seen."""
        against = negation(statement_of(self.claim, self._component.setting))
        if against is None:
            return False
        found = self.put((against,))
        if isinstance(found, Witness) and all(condition.holds(found.values) for condition in self.besides):
            self.see(found.values)
        if isinstance(found, Conflict) and self.ratio is not None and self.shares.others:
            self.shares.catch_beyond()
        return isinstance(found, Conflict)


def negation(statement: Statement) -> Either | None:
    """That some condition of the statement is false; None where that cannot be told by sums alone."""
    sides: list[tuple[Constraint, ...]] = []
    for condition in statement.conditions:
        if not isinstance(condition, Constraint) or condition.within.is_empty:
            return None
        sides += ((replace(condition, within=beyond),) for beyond in _beyond(condition.within))
    return Either(tuple(sides), "") if sides else None


def _beyond(within: Interval) -> Iterator[Interval]:
    """What lies below an interval, and what lies above it."""
    if within.low is not None:
        yield Interval(high=within.low, high_open=not within.low_open)
    if within.high is not None:
        yield Interval(low=within.high, low_open=not within.high_open)


def _fixed(statements: Iterable[Statement]) -> Iterator[Quantity]:
    """The quantities that a statement by itself keeps from being large."""
    for statement in statements:
        for condition in statement.conditions:
            match condition:
                case Constraint(terms=((quantity, weight),), within=within):
                    if (within.high if weight > 0 else within.low) is not None:
                        yield quantity


def _grain(tally: Shares) -> Fraction:
    """How far apart two neighbouring numbers of a form are, at the least."""
    numerals = tally.others.numerals
    return abs(numerals[1].exact_value - numerals[0].exact_value)
