"""The part of `prove` that knows sets: regions of a Venn diagram, from the facts of structure alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from factcheck.constraint import Quantity, Relation, SetRelation, Statement, Values
from factcheck.solve.answer import Region
from factcheck.solve.refutation import Group, Linked, unknown

_MOST_REGIONS = 100_000


def realised(statements: Iterable[Statement], values: Values, regions: Sequence[Region]) -> bool:
    """Whether the regions are ones that the facts allow, none negative, and add up to the values.

    What counts whole things is made up of whole things: regions are whole as far as sets of whole quantities tell them apart.
    """
    facts = [s.sets for s in statements if s.sets is not None and speaks_of_sets(s.sets)]
    sizes = dict[Quantity, Fraction]()
    things = dict[frozenset[Quantity], Fraction]()
    for region in regions:
        members = frozenset(region.sets)
        if region.size < 0 or not all(fact.allows(members) for fact in facts):
            return False
        for quantity in members:
            sizes[quantity] = sizes.get(quantity, Fraction(0)) + region.size
        kind = frozenset(quantity for quantity in members if quantity.whole)
        things[kind] = things.get(kind, Fraction(0)) + region.size
    sets = dict.fromkeys(quantity for fact in facts for quantity in fact.quantities)
    if any(sizes.get(quantity, 0) != values[quantity] for quantity in sets):
        return False
    return all(size.denominator == 1 for kind, size in things.items() if kind)


def speaks_of_sets(fact: SetRelation) -> bool:
    """Whether all that it relates are sizes of sets: what may be negative is none."""
    return all(quantity.within.low is not None and quantity.within.low >= 0 for quantity in fact.quantities)


def links(statements: Mapping[str, Statement], groups: Sequence[Group]) -> dict[Linked, dict[Quantity, Fraction]]:
    """The equations of groups of sets, each a sum that is zero: every set minus the regions inside it.

    Where a group has amounts beside whole quantities, regions that only amounts tell apart make up whole things together.
    Groups with a fact that is missing have none, and where an unknown has the name of a quantity, no group has any: what
    would rest on them is then refused.
    """
    equations = dict[Linked, dict[Quantity, Fraction]]()
    unknowns = set[str]()
    present = {name for name, statement in statements.items() if _is_fact(statement)}
    for number, group in enumerate(groups):
        if not present.issuperset(group.facts):
            continue
        mixed = not all(quantity.whole for quantity in group.sets)
        sizes = dict[tuple[Quantity, ...], Quantity]()
        for region in _regions(group.sets, [statements[name].sets for name in group.facts]):
            sizes[region] = unknown(number, region, whole=not mixed)
        for quantity in group.sets:
            _equate(equations, Linked(number, quantity), [size for region, size in sizes.items() if quantity in region])
        kinds = [tuple(quantity for quantity in region if quantity.whole) for region in sizes]
        for kind in dict.fromkeys(kind for kind in kinds if kind and mixed):
            things = unknown(number, kind, whole=True)
            alike = [size for size, other in zip(sizes.values(), kinds, strict=True) if other == kind]
            _equate(equations, Linked(number, things), alike)
            unknowns.add(things.name)
        unknowns.update(size.name for size in sizes.values())
    taken = {quantity.name for statement in statements.values() for quantity in statement.quantities}
    return {} if unknowns & taken else equations


def _equate(equations: dict[Linked, dict[Quantity, Fraction]], link: Linked, sizes: Iterable[Quantity]) -> None:
    equations[link] = {link.quantity: Fraction(1), **dict.fromkeys(sizes, Fraction(-1))}


def _is_fact(statement: Statement) -> bool:
    return statement.sets is not None and speaks_of_sets(statement.sets)


def _regions(sets: Sequence[Quantity], facts: Iterable[SetRelation | None]) -> list[tuple[Quantity, ...]]:
    """Every region of the sets that the facts allow, but for the one outside all of them; LookupError beyond the cap.

    Each fact allows a few patterns of its own sets; regions are the patterns that fit together.
    """
    regions, settled = [frozenset[Quantity]()], frozenset[Quantity]()
    for fact in filter(None, facts):
        for mine, patterns in _patterns(fact, frozenset(sets)):
            common = mine & settled
            regions = [
                region | pattern for region in regions for pattern in patterns if pattern & common == region & mine
            ]
            settled |= mine
            if len(regions) > _MOST_REGIONS:
                raise LookupError
    if settled != frozenset(sets):
        raise LookupError
    return [tuple(quantity for quantity in sets if quantity in region) for region in regions if region]


def _patterns(
    fact: SetRelation, sets: frozenset[Quantity]
) -> list[tuple[frozenset[Quantity], list[frozenset[Quantity]]]]:
    """For the sets of a fact, each way for a thing to be in some of them; subsets one by one, as far as they are in the group."""
    nothing, whole, parts = frozenset[Quantity](), frozenset({fact.whole}), dict.fromkeys(fact.parts)
    if fact.relation is Relation.SUBSET:
        pairs = [part for part in parts if part in sets and fact.whole in sets]
        return [(whole | {part}, [nothing, whole, whole | {part}]) for part in pairs]
    mine = whole | frozenset(parts)
    if not mine <= sets:
        raise LookupError
    if fact.relation is Relation.UNION:
        unions = [whole]
        for part in parts:
            unions += [union | {part} for union in unions]
            if len(unions) > _MOST_REGIONS:
                raise LookupError
        return [(mine, [nothing, *unions[1:]])]
    inside = [whole | {part} for part in parts]
    return [(mine, [nothing, *inside] if fact.relation is Relation.PARTITION else [nothing, whole, *inside])]
