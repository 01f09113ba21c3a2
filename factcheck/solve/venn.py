"""Which sets of structure need a look at the regions of their Venn diagram, and which regions those are.

Most structure is a tree: a fact that shares at most one set with all others can be met last, whatever the others do, as
soon as its own numbers fit. Such facts are peeled off. What remains is spread over regions, group by group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.constraint import Quantity, Relation, SetRelation, Statement
from factcheck.solve.components import connected

Sizes = Mapping[Quantity, Fraction]


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation between sets, subsets taken one by one, and the statement that says so."""

    name: str
    relation: Relation
    whole: Quantity
    parts: tuple[Quantity, ...]

    @property
    def sets(self) -> tuple[Quantity, ...]:
        """The whole, then the parts."""
        return self.whole, *self.parts

    def fits(self, sizes: Sizes) -> bool:
        """Whether sets of these sizes can be so related, all other facts left aside."""
        whole, parts = sizes[self.whole], [sizes[part] for part in self.parts]
        match self.relation:
            case Relation.SUBSET:
                return max(parts) <= whole
            case Relation.UNION:
                return max(parts, default=whole) <= whole <= sum(parts)
            case Relation.PARTITION:
                return sum(parts) == whole
            case Relation.DISJOINT:
                return sum(parts) <= whole

    def may_hold(self, inside: frozenset[Quantity], decided: frozenset[Quantity]) -> bool:
        """Whether a thing can be in the sets `inside` and in none of the other `decided` ones."""
        count = sum(part in inside for part in self.parts)
        if count and self.whole in decided and self.whole not in inside:
            return False
        if count > 1 and self.relation in (Relation.PARTITION, Relation.DISJOINT):
            return False
        complete = self.relation in (Relation.PARTITION, Relation.UNION)
        return not complete or self.whole not in inside or count > 0 or not decided.issuperset(self.parts)


@dataclass(frozen=True, slots=True)
class Plan:
    """Facts to meet one after another once the groups before them are met, and the groups that need regions."""

    groups: tuple[tuple[Fact, ...], ...]
    easy: tuple[Fact, ...]


def facts_of(statements: Iterable[Statement]) -> tuple[Fact, ...]:
    """What the statements say of sets; quantities that may be negative are no sets."""
    facts: list[Fact] = []
    for statement in statements:
        said = statement.sets
        if said is not None and all(_is_size(quantity) for quantity in said.quantities):
            facts += _facts(statement.name, said)
    return tuple(facts)


def planned(facts: Sequence[Fact], *, peel: bool = True) -> Plan:
    """How to meet the facts; without peeling all of them need regions."""
    left, easy = list(_without_implied(facts)) if peel else list(facts), list[Fact]()
    while peel:
        uses = Counter(quantity for fact in left for quantity in fact.sets)
        loose = [fact for fact in left if _is_loose(fact, uses)]
        if not loose:
            break
        easy.append(loose[0])
        left.remove(loose[0])
    return Plan(tuple(connected(left, lambda fact: fact.sets)), tuple(reversed(easy)))


def regions_of(facts: Sequence[Fact], cap: int) -> tuple[tuple[Quantity, ...], list[tuple[Quantity, ...]] | None]:
    """The sets of a group and the regions that its facts allow, the one outside all of them left out; None beyond the cap."""
    sets = tuple(dict.fromkeys(quantity for fact in facts for quantity in fact.sets))
    regions, decided = [frozenset[Quantity]()], frozenset[Quantity]()
    for quantity in sets:
        decided |= {quantity}
        concerned = [fact for fact in facts if quantity in fact.sets]
        wider = [*regions, *(region | {quantity} for region in regions)]
        regions = [region for region in wider if all(fact.may_hold(region, decided) for fact in concerned)]
        if len(regions) > cap + 1:
            return sets, None
    return sets, [tuple(quantity for quantity in sets if quantity in region) for region in regions if region]


def _is_size(quantity: Quantity) -> bool:
    return quantity.within.low is not None and quantity.within.low >= 0


def _facts(name: str, said: SetRelation) -> list[Fact]:
    if said.relation is Relation.SUBSET:
        return [Fact(name, said.relation, said.whole, (part,)) for part in said.parts]
    return [Fact(name, said.relation, said.whole, said.parts)]


def _without_implied(facts: Sequence[Fact]) -> list[Fact]:
    """The facts but for subsets that follow from the rest: a part of a part is a part."""
    kept = list(facts)
    for fact in facts:
        others = [other for other in kept if other is not fact]
        if fact.relation is Relation.SUBSET and fact.whole in _wholes(fact.parts[0], others):
            kept = others
    return kept


def _wholes(part: Quantity, facts: Sequence[Fact]) -> set[Quantity]:
    """Every set that the part is a subset of, by way of the facts."""
    found, waiting = {part}, [part]
    while waiting:
        inner = waiting.pop()
        for fact in facts:
            if inner in fact.parts and fact.whole not in found:
                found.add(fact.whole)
                waiting.append(fact.whole)
    return found


def _is_loose(fact: Fact, uses: Counter[Quantity]) -> bool:
    """Whether a fact shares at most one set with the others, in a way that leaves it free.

    A shared amount beside whole quantities does not: how it is cut into whole things matters to the others.
    """
    if len(set(fact.sets)) < len(fact.sets):
        return False
    shared = [quantity for quantity in fact.sets if uses[quantity] > 1]
    return not shared or (len(shared) == 1 and (shared[0].whole or not any(quantity.whole for quantity in fact.sets)))
