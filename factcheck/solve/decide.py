"""One program decided: a search for values, with sets spread over their regions where the numbers alone do not tell."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction

from factcheck.solve import z3
from factcheck.solve.answer import Witness
from factcheck.solve.budget import Budget, Meter, OutOfStepsError
from factcheck.solve.derivation import Refuted
from factcheck.solve.layer import Found
from factcheck.solve.program import Program
from factcheck.solve.refutation import Group
from factcheck.solve.search import Search
from factcheck.solve.spread import Overlap, overlap_of
from factcheck.solve.venn import Sizes, facts_of

REGIONS = "sets spread over the regions of their overlaps"


@dataclass(frozen=True, slots=True)
class Unsettled:
    """The steps ran out, or sets have too many regions."""

    tried: tuple[str, ...]


Decision = Witness | Refuted | Unsettled
"""Values that keep the statements, a refutation, or neither; not proved again yet."""


class UnsettledError(Exception):
    """A search that came to no end."""

    def __init__(self, *tried: str) -> None:
        self.tried = tried


def decide(program: Program, active: Sequence[int], budget: Budget, meter: Meter) -> Decision:
    """Whether the active statements (by number, upwards) of a program can all hold."""
    deciding = _Deciding(program, active, budget, meter)
    try:
        found = deciding.searched(program, active)
        return found if isinstance(found, Refuted) else deciding.with_sets(found)
    except UnsettledError as unsettled:
        return Unsettled(unsettled.tried)


@dataclass(frozen=True, slots=True)
class _Deciding:
    """One decision under way."""

    program: Program
    active: Sequence[int]
    budget: Budget
    meter: Meter

    def with_sets(self, values: Sizes) -> Witness | Refuted:
        """See to it that sets can overlap as the values say; where they cannot, look for values with which they can.

        First regions for what is entangled; if the other facts do not hold of the numbers then, regions for all sets.
        """
        for peel in (True, False):
            overlap = overlap_for(self.program, self.active, self.budget, peel=peel)
            if overlap is None:
                return _witness(values)
            if overlap.is_met(values):
                sizes = self._sizes(overlap, values)
                if sizes is None:
                    jointly = self.searched(overlap.link(self.program), self.active, groups=overlap.groups)
                    if isinstance(jointly, Refuted):
                        return jointly
                    values = sizes = jointly
                if overlap.is_met(values):
                    own = {quantity: value for quantity, value in values.items() if quantity in self.program.numbers}
                    return _witness(own, overlap, sizes)
        raise UnsettledError(REGIONS)

    def _sizes(self, overlap: Overlap, values: Sizes) -> Sizes | None:
        """Sizes of the regions for values of the sets that were found without them; None where there are none."""
        found = self.searched(overlap.links, (), given=values)
        return None if isinstance(found, Refuted) else found

    def searched(
        self, program: Program, active: Sequence[int], given: Sizes | None = None, groups: Sequence[Group] = ()
    ) -> Sizes | Refuted:
        """Values of a program's quantities or a refutation, where some values are given."""
        search = Search(program, active, self.meter, groups)
        try:
            outcome = search.run(given)
        except OutOfStepsError:
            tried = (*search.tried, *((REGIONS,) if groups else ()))
            outcome = self._by_z3(program, active, given or {}, groups, tried)
        if isinstance(outcome, Refuted):
            return outcome
        return {program.quantities[variable]: value for variable, value in outcome.values.items()}

    def _by_z3(
        self, program: Program, active: Sequence[int], given: Sizes, groups: Sequence[Group], tried: tuple[str, ...]
    ) -> Found | Refuted:
        """The values that z3 finds, or a refutation of the few statements that it blames."""
        if not self.meter.z3:
            raise UnsettledError(*tried)
        try:
            said = z3.asked(program, active, given, self.meter.z3)
        except z3.NotInstalledError:
            raise UnsettledError(*tried, z3.ABSENT) from None
        if isinstance(said, Found):
            return said
        if said is None:
            raise UnsettledError(*tried, z3.NAME)
        if len(said.statements) < len(active):
            with suppress(OutOfStepsError):
                outcome = Search(program, said.statements, Meter(self.budget.steps), groups).run(given)
                if isinstance(outcome, Refuted):
                    return outcome
        raise UnsettledError(*tried, z3.DOUBTED)


def overlap_for(program: Program, active: Sequence[int], budget: Budget, *, peel: bool) -> Overlap | None:
    """How to meet the active facts of a program, None where there are none; worked out once."""
    facts = tuple(number for number in active if program.statements[number].sets is not None)
    known = program.overlaps
    if (facts, peel) not in known:
        related = facts_of(program.statements[number] for number in facts)
        if not related:
            return None
        known[facts, peel] = overlap_of(related, budget.regions, peel=peel)
    overlap = known[facts, peel]
    if overlap is None:
        raise UnsettledError(REGIONS)
    return overlap


def _witness(values: Sizes, overlap: Overlap | None = None, sizes: Sizes | None = None) -> Witness:
    regions = () if overlap is None or sizes is None else overlap.laid_out(values, sizes)
    return Witness({quantity: Fraction(value) for quantity, value in values.items()}, regions)
