"""Which sets of structure need a look at the regions of their Venn diagram, and which regions those are.

Most structure is a tree: a fact that shares at most one set with all others can be met last, whatever the others do, as
soon as its own numbers fit. Such facts are peeled off. What remains falls into groups that share at most one set with each
other, and each group is spread over regions of its own: what lies in the shared set is matched up one to one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from factcheck.constraint import Quantity, Relation, SetRelation, Statement
from factcheck.solve.components import connected
from factcheck.solve.rows import Number, Row

Sizes = Mapping[Quantity, Number]
Sets = tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One relation between sets, subsets taken one by one, and the statement that says so."""

    name: str
    relation: Relation
    whole: Quantity
    parts: Sets

    @property
    def sets(self) -> Sets:
        """The whole, then the parts."""
        return self.whole, *self.parts

    def fits(self, sizes: Sizes) -> bool:
        """Whether sets of these sizes can be so related, all other facts left aside."""
        whole, parts = sizes[self.whole], [sizes[part] for part in self.parts]
        match self.relation:
            case Relation.SUBSET:
                return parts[0] <= whole
            case Relation.UNION:
                return max(parts, default=whole) <= whole <= sum(parts)
            case Relation.PARTITION:
                return sum(parts) == whole
            case Relation.DISJOINT:
                return sum(parts) <= whole
            case _ as never:
                assert_never(never)

    def rows(self) -> list[Row]:
        """The same in rows."""
        inside = [Row(((part, 1), (self.whole, -1)), None, 0) for part in self.parts]
        total = (*((part, 1) for part in self.parts), (self.whole, -1))
        match self.relation:
            case Relation.SUBSET:
                return inside
            case Relation.UNION:
                return [*inside, Row(total, 0, None)]
            case Relation.PARTITION:
                return [Row(total, 0, 0)]
            case Relation.DISJOINT:
                return [Row(total, None, 0)]
            case _ as never:
                assert_never(never)


@dataclass(frozen=True, slots=True)
class Plan:
    """Groups of facts that need regions, and facts that can be met one after another once the groups are."""

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
    """How to meet the facts; without peeling all of them need regions.

    Groups come in an order in which each shares at most one set with those before it.
    """
    if not peel:
        return Plan(tuple(connected(facts, lambda fact: fact.sets)), ())
    left, easy = _without_implied(facts), list[Fact]()
    uses = Counter(quantity for fact in left for quantity in fact.sets)
    waiting = list(left)
    while waiting:
        fact = waiting.pop()
        if fact in left and _is_loose(fact, uses):
            left.remove(fact)
            easy.append(fact)
            uses.subtract(fact.sets)
            waiting += [other for other in left if not set(other.sets).isdisjoint(fact.sets)]
    groups = [group for cluster in connected(left, lambda fact: fact.sets) for group in _taken_apart(cluster)]
    return Plan(tuple(_in_reach(groups)), tuple(reversed(easy)))


def regions_of(facts: Sequence[Fact], cap: int) -> tuple[Sets, list[Sets] | None]:
    """The sets of a group and the regions that its facts allow, the one outside all of them left out; None beyond the cap."""
    sets = tuple(dict.fromkeys(quantity for fact in facts for quantity in fact.sets))
    bits = {quantity: 1 << place for place, quantity in enumerate(sets)}
    masks = [(fact.relation, bits[fact.whole], [bits[part] for part in fact.parts]) for fact in facts]
    regions, decided = [0], 0
    for bit in bits.values():
        decided |= bit
        regions += [region | bit for region in regions]
        for relation, whole, parts in masks:
            if bit == whole or bit in parts:
                regions = [region for region in regions if _may_be(relation, whole, parts, region, decided)]
        if len(regions) > cap + 1:
            return sets, None
    return sets, [tuple(quantity for quantity in sets if bits[quantity] & region) for region in regions if region]


def _may_be(relation: Relation, whole: int, parts: Sequence[int], region: int, decided: int) -> bool:
    """Whether a thing can be in the sets of a region and in none of the other sets that are decided, all as bits."""
    count = sum([1 for part in parts if part & region])
    if count and whole & decided and not whole & region:
        return False
    if relation is Relation.SUBSET:
        return True
    if relation is not Relation.UNION and count > 1:
        return False
    if relation is Relation.DISJOINT or count or not whole & region:
        return True
    return not all(part & decided for part in parts)


def _is_size(quantity: Quantity) -> bool:
    return quantity.within.low is not None and quantity.within.low >= 0


def _facts(name: str, said: SetRelation) -> list[Fact]:
    if said.relation is Relation.SUBSET:
        return [Fact(name, said.relation, said.whole, (part,)) for part in said.parts]
    return [Fact(name, said.relation, said.whole, said.parts)]


def _without_implied(facts: Sequence[Fact]) -> list[Fact]:
    """The facts but for subsets that follow from the rest: a part of a part is a part."""
    kept = list(facts)
    uses = Counter(part for fact in facts for part in fact.parts)
    for fact in facts:
        if fact.relation is Relation.SUBSET and uses[fact.parts[0]] > 1:
            others = [other for other in kept if other is not fact]
            if fact.whole in _wholes(fact.parts[0], others):
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
    """Whether a fact shares at most one set with the others, in a way that leaves it free."""
    shared = [quantity for quantity in fact.sets if uses[quantity] > 1]
    if len(shared) > 1 or len(set(fact.sets)) < len(fact.sets):
        return False
    return not shared or _is_neutral(shared[0], fact.sets)


def _is_neutral(shared: Quantity, sets: Iterable[Quantity]) -> bool:
    """Whether only the size of a shared set matters: not so for an amount beside whole sets, for it may cut through things."""
    return shared.whole or not any(quantity.whole for quantity in sets)


def _taken_apart(facts: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """A connected group in parts that share one set with each other."""
    uses = Counter(quantity for fact in facts for quantity in dict.fromkeys(fact.sets))
    for shared, count in uses.items():
        if count > 1 and _is_neutral(shared, uses):
            parts = connected(facts, lambda fact, but=shared: [q for q in fact.sets if q != but])  # type: ignore[misc]
            if len(parts) > 1:
                return [smaller for part in parts for smaller in _taken_apart(part)]
    return [tuple(facts)]


def _in_reach(groups: Sequence[tuple[Fact, ...]]) -> Iterable[tuple[Fact, ...]]:
    """The groups, each next one sharing a set with those before it where any does."""
    left, reached = list(groups), set[Quantity]()
    while left:
        sets = [{quantity for fact in group for quantity in fact.sets} for group in left]
        place = next((place for place, mine in enumerate(sets) if not mine.isdisjoint(reached)), 0)
        reached |= sets[place]
        yield left.pop(place)
