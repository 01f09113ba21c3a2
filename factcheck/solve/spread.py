"""Groups of sets spread over unknowns for their regions, linked to the sets by equations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.constraint import Quantity
from factcheck.solve.answer import Region
from factcheck.solve.carve import Layout
from factcheck.solve.program import Program
from factcheck.solve.refutation import Group, Linked, unknown
from factcheck.solve.rows import Number, Row
from factcheck.solve.venn import Fact, Plan, Sets, Sizes, planned, regions_of


@dataclass(frozen=True, slots=True)
class Spread:
    """A group of sets with an unknown for each region that its facts allow."""

    number: int
    facts: tuple[Fact, ...]
    sets: Sets
    regions: Mapping[Sets, Quantity]

    @property
    def group(self) -> Group:
        """The group as a refutation names it."""
        return Group(self.sets, tuple(dict.fromkeys(fact.name for fact in self.facts)))

    def equations(self) -> list[tuple[Quantity, list[Quantity]]]:
        """Each set with the regions inside it; where amounts stand beside whole sets, also each sort of whole things."""
        found = [(q, [size for region, size in self.regions.items() if q in region]) for q in self.sets]
        if not all(quantity.whole for quantity in self.sets):
            kinds: dict[Sets, list[Quantity]] = {}
            for region, size in self.regions.items():
                kinds.setdefault(tuple(quantity for quantity in region if quantity.whole), []).append(size)
            found += [(unknown(self.number, kind, whole=True), alike) for kind, alike in kinds.items() if kind]
        return found

    def read(self, sizes: Sizes) -> list[tuple[Sets, Number]]:
        """The sizes of its regions, those that are empty left out."""
        return [(region, sizes[size]) for region, size in self.regions.items() if sizes[size]]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How some facts are to be met: groups spread over regions, then facts that only have to fit their own numbers.

    `links` are the equations of the groups by themselves.
    """

    spreads: tuple[Spread, ...]
    easy: tuple[Fact, ...]
    links: Program

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups as a refutation names them."""
        return tuple(spread.group for spread in self.spreads)

    def is_met(self, sizes: Sizes) -> bool:
        """Whether the facts that only have to fit do."""
        return all(fact.fits(sizes) for fact in self.easy)

    def link(self, program: Program) -> Program:
        """A wider program with the equations of every group."""
        wider = program.copied()
        for spread in self.spreads:
            for quantity, inside in spread.equations():
                terms = ((quantity, 1), *((size, -1) for size in inside))
                row = Row(terms, 0, 0, whole=all(q.whole for q, _ in terms))
                wider.always += wider.add_row(row, Linked(spread.number, quantity))
        return wider

    def laid_out(self, values: Sizes, sizes: Sizes) -> tuple[Region, ...]:
        """The regions of all sets together, for values of the sets and sizes of the groups' regions."""
        layout = Layout(values)
        for spread in self.spreads:
            layout.lay_regions(spread.sets, spread.read(sizes))
        for fact in self.easy:
            layout.lay(fact)
        return layout.regions()


def overlap_of(facts: Sequence[Fact], cap: int, *, peel: bool) -> Overlap | None:
    """How to meet the facts; None where that takes too many regions."""
    plan: Plan = planned(facts, peel=peel)
    spreads = []
    for number, group in enumerate(plan.groups):
        sets, regions = regions_of(group, cap)
        if regions is None:
            return None
        spreads.append(Spread(number, group, sets, _unknowns(number, sets, regions)))
    unlinked = Overlap(tuple(spreads), plan.easy, Program())
    return Overlap(unlinked.spreads, unlinked.easy, unlinked.link(unlinked.links))


def _unknowns(number: int, sets: Sets, regions: Iterable[Sets]) -> dict[Sets, Quantity]:
    whole = all(quantity.whole for quantity in sets)
    return {region: unknown(number, region, whole=whole) for region in regions}
