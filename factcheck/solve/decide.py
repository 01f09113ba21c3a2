"""One program decided: a search for values, with sets spread over their regions where the numbers alone do not tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.constraint import Quantity
from factcheck.solve.answer import Region
from factcheck.solve.budget import Budget, Meter, OutOfStepsError
from factcheck.solve.carve import Layout
from factcheck.solve.derivation import Refuted
from factcheck.solve.program import Program
from factcheck.solve.refutation import Group, Linked, unknown
from factcheck.solve.rows import Number, Row
from factcheck.solve.search import Search
from factcheck.solve.venn import Fact, Plan, facts_of, planned, regions_of

Sets = tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Possible:
    """Values that keep the statements, and the regions that show how their sets overlap."""

    values: Mapping[Quantity, Fraction]
    regions: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsettled:
    """The steps ran out, or sets have too many regions."""

    tried: tuple[str, ...]


Decision = Possible | Refuted | Unsettled


class _UnsettledError(Exception):
    """A search that came to no end."""

    def __init__(self, *tried: str) -> None:
        self.tried = tried


def decide(program: Program, active: Sequence[int], budget: Budget, meter: Meter | None = None) -> Decision:
    """Whether the active statements (by number, upwards) of a program can all hold."""
    try:
        return _Deciding(program, active, budget, meter or Meter(budget.steps)).decision()
    except _UnsettledError as unsettled:
        return Unsettled(unsettled.tried)


@dataclass(frozen=True, slots=True)
class _Spread:
    """A group of sets with an unknown for each region that its facts allow, and one for each sort of whole things."""

    number: int
    facts: tuple[Fact, ...]
    sets: Sets
    regions: Mapping[Sets, Quantity]

    @property
    def group(self) -> Group:
        return Group(self.sets, tuple(dict.fromkeys(fact.name for fact in self.facts)))

    def equations(self) -> list[tuple[Quantity, list[Quantity]]]:
        """Each set with the regions inside it, and where amounts stand beside whole sets, each sort of whole things."""
        found = [(q, [size for region, size in self.regions.items() if q in region]) for q in self.sets]
        if not all(quantity.whole for quantity in self.sets):
            kinds: dict[Sets, list[Quantity]] = {}
            for region, size in self.regions.items():
                kinds.setdefault(tuple(quantity for quantity in region if quantity.whole), []).append(size)
            found += [(unknown(self.number, kind, whole=True), alike) for kind, alike in kinds.items() if kind]
        return found

    def link(self, program: Program) -> None:
        """Add its equations to a program."""
        for quantity, inside in self.equations():
            terms = ((quantity, 1), *((size, -1) for size in inside))
            whole = all(q.whole for q, _ in terms)
            program.always += program.add_row(Row(terms, 0, 0, whole=whole), Linked(self.number, quantity))

    def read(self, values: Mapping[Quantity, Fraction]) -> list[Region]:
        """The sizes of its regions, those that are empty left out."""
        return [Region(region, values[size]) for region, size in self.regions.items() if values[size]]


class _Deciding:
    """One decision under way."""

    def __init__(self, program: Program, active: Sequence[int], budget: Budget, meter: Meter) -> None:
        self._program = program
        self._active = active
        self._budget = budget
        self._meter = meter
        self._facts = facts_of(program.statements[number] for number in active)

    def decision(self) -> Decision:
        """First the numbers alone; where structure needs it, regions for what is entangled; at last for all sets."""
        found = self._searched(self._program, self._active)
        if isinstance(found, Refuted) or not self._facts:
            return found if isinstance(found, Refuted) else Possible(found)
        for peel in (True, False):
            plan = planned(self._facts, peel=peel)
            if all(fact.fits(found) for fact in plan.easy):
                spreads = self._spreads(plan)
                sizes = self._sizes(spreads, found)
                if sizes is None:
                    outcome = self._jointly(spreads)
                    if isinstance(outcome, Refuted):
                        return outcome
                    found = sizes = outcome
                if all(fact.fits(found) for fact in plan.easy):
                    return Possible(self._own(found), _laid(plan, spreads, found, sizes))
        raise _UnsettledError("regions")

    def _own(self, values: Mapping[Quantity, Fraction]) -> dict[Quantity, Fraction]:
        return {quantity: value for quantity, value in values.items() if quantity in self._program.numbers}

    def _spreads(self, plan: Plan) -> list[_Spread]:
        spreads = []
        for number, facts in enumerate(plan.groups):
            sets, regions = regions_of(facts, self._budget.regions)
            if regions is None:
                raise _UnsettledError("regions")
            whole = all(quantity.whole for quantity in sets)
            spreads.append(_Spread(number, facts, sets, {region: unknown(number, region, whole=whole) for region in regions}))
        return spreads

    def _sizes(self, spreads: Sequence[_Spread], values: Mapping[Quantity, Fraction]) -> Mapping[Quantity, Fraction] | None:
        """Sizes of the regions for values of the sets that were found without them; None where there are none."""
        program = Program()
        for spread in spreads:
            spread.link(program)
            for quantity in spread.sets:
                value: Number = values[quantity].numerator if quantity.whole else values[quantity]
                program.always += program.add_row(Row(((quantity, 1),), value, value, whole=quantity.whole), Linked(0, quantity))
        found = self._searched(program, ())
        return None if isinstance(found, Refuted) else found

    def _jointly(self, spreads: Sequence[_Spread]) -> Mapping[Quantity, Fraction] | Refuted:
        """Values for the statements and for the regions together."""
        program = self._program.copied()
        for spread in spreads:
            spread.link(program)
        return self._searched(program, self._active, [spread.group for spread in spreads])

    def _searched(
        self, program: Program, active: Sequence[int], groups: Sequence[Group] = ()
    ) -> dict[Quantity, Fraction] | Refuted:
        search = Search(program, active, self._meter, groups)
        try:
            outcome = search.run()
        except OutOfStepsError:
            raise _UnsettledError(*search.tried, *(("regions",) if groups else ())) from None
        if isinstance(outcome, Refuted):
            return outcome
        return {program.quantities[variable]: Fraction(value) for variable, value in outcome.values.items()}


def _laid(
    plan: Plan, spreads: Sequence[_Spread], values: Mapping[Quantity, Fraction], sizes: Mapping[Quantity, Fraction]
) -> tuple[Region, ...]:
    """The regions of all sets together."""
    layout = Layout(values)
    for spread in spreads:
        layout.lay_regions(spread.sets, spread.read(sizes))
    for fact in plan.easy:
        layout.lay(fact)
    return layout.regions()
