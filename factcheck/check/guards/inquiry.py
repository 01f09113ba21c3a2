"""Questions about a component with one of its claims left out, within a purse that all questions of an article share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.check.guards.moves import Moves
from factcheck.check.guards.tally import Tally
from factcheck.check.settle import Outcome, statement_of
from factcheck.claim import Claim, Reading, Setting
from factcheck.constraint import Condition, Constraint, Either, Quantity, Ratio, Statement, Values
from factcheck.interval import Interval
from factcheck.solve import Answer, Budget, Conflict, System, Undecided, Witness

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


class Subject:
    """One claim of a component, and the questions about what it could print instead."""

    def __init__(self, component: Component, tally: Tally, given: Sequence[Statement] = ()) -> None:
        self.tally = tally
        self._component = component
        self._claim = tally.claim
        self._setting = strict(component.setting, self._claim)
        self._ratio = self._claim.measure(self._setting)
        self._besides = () if self._ratio is None else besides(self._claim, self._ratio, self._setting)
        self._given = tuple(given)

    @property
    def is_measured(self) -> bool:
        """Whether its number is a ratio of sums, so that one question can be about many numbers."""
        return self._ratio is not None

    @property
    def has_open_base(self) -> bool:
        """Whether nothing in the component says how large the base of the number is."""
        base = () if self._ratio is None else self._ratio.denominator
        return any(quantity not in self._component.fixed for quantity, _ in base)

    def see(self, values: Values) -> None:
        """Note what the claim could print for these values, and for those that differ in one quantity."""
        if self._ratio is None or not self.tally.others:
            return
        own = (*self._given, Statement(self._claim.id, self._besides))
        for steps in self._component.moves.of(self._ratio, values, self._claim.id, own):
            self.tally.see(steps)

    def ask(self, start: int, stop: int) -> None:
        """Find out about a run of numbers; where some of them are possible, the others are left to later questions."""
        if stop - start == 1 or self._ratio is None:
            self._ask_one(start)
            return
        match self._ask((*self._besides, *self._ratio.within(self.tally.hull(start, stop), ""))):
            case Conflict():
                self.tally.catch(start, stop)
            case Undecided():
                self.tally.give_up(start, stop)
            case Witness(values=values):
                before = self.tally.open()
                self.see(values)
                if before == self.tally.open():  # it lies between two numbers
                    self._ask_one((start + stop) // 2)

    def _ask_one(self, place: int) -> None:
        match self._ask(tuple(self.tally.printing(place).conditions(self._setting))):
            case Conflict():
                self.tally.catch(place, place + 1)
            case Undecided():
                self.tally.give_up(place, place + 1)
            case Witness(values=values):
                self.see(values)
                self.tally.allow(place, place + 1)

    def ask_for_large_base(self) -> None:
        """See values whose base is so large that every number of the form is possible as far as the base goes."""
        if self._ratio is None or not self._ratio.denominator:
            return
        least = abs(self._ratio.numerator[0][1]) / _grain(self.tally)
        large = Constraint(self._ratio.denominator, Interval.at_least(least - self._ratio.below), "")
        found = self._ask((*self._besides, large))
        if isinstance(found, Witness):
            self.see(found.values)

    def is_implied(self) -> bool:
        """Whether the others leave the claim no way to be false; values with which it is are seen."""
        against = negation(statement_of(self._claim, self._component.setting))
        if against is None:
            return False
        found = self._ask((against,))
        if isinstance(found, Witness) and all(condition.holds(found.values) for condition in self._besides):
            self.see(found.values)
        if isinstance(found, Conflict) and self._ratio is not None and self.tally.others:
            self.tally.catch_beyond()
        return isinstance(found, Conflict)

    def _ask(self, conditions: tuple[Condition, ...]) -> Answer:
        return self._component.ask(self._claim.id, *self._given, Statement(self._claim.id, conditions))


def strict(setting: Setting, claim: Claim) -> Setting:
    """The setting with the claim's own number as it is printed: another in its place is not taken for "about"."""
    return setting.read_as(Reading.HARD, claim.id) if claim.id in setting.readings else setting


def besides(claim: Claim, ratio: Ratio, setting: Setting) -> tuple[Condition, ...]:
    """What the claim says besides its number: that a part is no more than its whole, that its base is not zero."""
    told = set(ratio.within(claim.allowed(setting), claim.clause()))
    kept = [condition for condition in claim.conditions(setting) if condition not in told]
    base = Constraint(ratio.denominator, Interval.above(-ratio.below), claim.clause())
    return (*kept, base) if ratio.denominator else tuple(kept)


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


def _grain(tally: Tally) -> Fraction:
    """How far apart two neighbouring numbers of a form are, at the least."""
    numerals = tally.others.numerals
    return abs(numerals[1].exact_value - numerals[0].exact_value)
