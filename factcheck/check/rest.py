"""What the other claims of an article leave for a claim that is taken out: which values, and which other claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from factcheck.check.numbers.subject import grain
from factcheck.check.settle import besides, statement_of
from factcheck.claim import Claim, Setting
from factcheck.constraint import Quantity, Ratio, Statement, Terms
from factcheck.interval import EMPTY, Interval
from factcheck.solve import System, Witness


@dataclass(frozen=True, slots=True)
class Reach:
    """Values that a number lies among: multiples of `step` in `values`, where there is a step.

    `exact` where every such value is possible, as far as ends tell.
    """

    values: Interval
    step: Fraction | None = None
    exact: bool = True

    def meets(self, others: Interval) -> bool:
        """Whether one of the values lies among the others."""
        both = self.values & others
        if self.step is None or both.is_empty:
            return not both.is_empty
        return not (both * (1 / self.step)).shrunk_to_integers().is_empty


NOWHERE = Reach(EMPTY)
"""No value at all."""


@dataclass
class Rest:
    """The statements of an article that stand, by name, while some claims are taken out and others put in their place."""

    system: System
    standing: frozenset[str]
    setting: Setting
    placed: tuple[Claim, ...] = ()
    _ranges: dict[Quantity, Interval] = field(default_factory=dict)

    @cached_property
    def holds(self) -> bool:
        """Whether all that stands can be true."""
        return self.witness(()) is not None

    def instead(self, setting: Setting, names: Iterable[str], placed: Sequence[Claim]) -> Rest:
        """The rest with more claims taken out, by name, and others put in their place."""
        return Rest(self.system, self.standing - frozenset(names), setting, (*self.placed, *placed))

    def reach(self, claim: Claim) -> Reach | None:
        """The values that the claim's number may have; None where it measures none."""
        ratio = claim.measure(self.setting)
        if ratio is None:
            return None
        if not self.holds:
            return NOWHERE
        named = [quantity for quantity, _ in (*ratio.numerator, *ratio.denominator)]
        beside = besides(claim, self.setting)
        is_known = all(one in self._known or one.name in self.setting.quantities for one in named)
        ties = any(one not in named for condition in beside for one in condition.quantities)
        own = [Statement(claim.id, beside)] if ties or not is_known else []
        if own and self.witness((), own) is None:
            return NOWHERE
        return _reach(ratio, {quantity: self._range(quantity, own) for quantity in named})

    def witness(self, claims: Sequence[Claim], more: Sequence[Statement] = ()) -> Witness | None:
        """Values for which all that stands, these claims and further statements hold; None where none were found.

        Each claim that was put in is tried on the values once more by itself.
        """
        claims = (*self.placed, *claims)
        answer = self.system.solve(self.standing, [*(statement_of(claim, self.setting) for claim in claims), *more])
        if isinstance(answer, Witness) and all(claim.holds(answer.values, self.setting) for claim in claims):
            return answer
        return None

    def _range(self, quantity: Quantity, more: Sequence[Statement]) -> Interval:
        if more or quantity not in self._ranges:
            placed = [*(statement_of(claim, self.setting) for claim in self.placed), *more]
            within = self.system.bounds((quantity,), self.standing, placed)[quantity].interval
            if more:
                return within
            self._ranges[quantity] = within
        return self._ranges[quantity]

    @cached_property
    def _known(self) -> frozenset[Quantity]:
        """The quantities that some statement which stands speaks of."""
        standing = (statement for statement in self.system.statements if statement.name in self.standing)
        return frozenset(quantity for statement in standing for quantity in statement.quantities)


def _reach(ratio: Ratio, ranges: Mapping[Quantity, Interval]) -> Reach:
    """The hull of a ratio, with its step where the base is known and whole numbers stand above it."""
    above = _sum(ratio.numerator, ratio.constant, ranges)
    below = _sum(ratio.denominator, ratio.below, ranges) & Interval.above(0)
    if above.is_empty or below.is_empty:
        return NOWHERE
    values = above.times(below.inverse())
    terms = (*ratio.numerator, *ratio.denominator)
    unknown = [quantity for quantity, _ in terms if not ranges[quantity].is_point]
    step = grain(ratio, below.low) if below.is_point and below.low is not None else None
    return Reach(values, step, exact=len(unknown) <= 1)


def _sum(terms: Terms, constant: Fraction, ranges: Mapping[Quantity, Interval]) -> Interval:
    total = Interval.exactly(constant)
    for quantity, weight in terms:
        total = total + ranges[quantity] * weight
    return total
