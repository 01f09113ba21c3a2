"""What declarations say, as statements: sets member by member, and what follows for their sizes and extremes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from factcheck.constraint import Condition, Constraint, Either, Quantity, Relation, SetRelation, Statement
from factcheck.finding import Figure
from factcheck.interval import Interval
from factcheck.naming import extreme, label, listed
from factcheck.structure.declaration import NOT_NEGATIVE, Declaration, Declarations, quantities

ONE = Fraction(1)

Extremes = tuple[tuple[str, str], ...]
"""Attributes whose least or greatest values are spoken of: `("age", "lowest")`."""


def structure(declarations: Declarations, extremes: Extremes = ()) -> tuple[Statement, ...]:
    """What the declarations say, one statement a fact: structure, raw counts, and the order of extremes in a group.

    The names of the statements contain a colon, so that none is the id of a claim.
    """
    known, extremes = quantities(declarations), tuple(dict.fromkeys(extremes))
    return (
        *(statement for name in declarations for statement in _facts(name, declarations, known, extremes)),
        *(_raw(known[name], declaration) for name, declaration in declarations.items() if declaration.raw),
        *(
            _spread(known[name], of)
            for name in declarations
            if declarations[name].is_set
            for of in _both_sides(extremes)
        ),
    )


def _facts(
    name: str, declarations: Declarations, known: Mapping[str, Quantity], extremes: Extremes
) -> Iterator[Statement]:
    for relation, names in declarations[name].relations():
        others = tuple(known[other] for other in names)
        if relation is Relation.SUBSET:
            facts = [SetRelation(relation, whole, (known[name],)) for whole in others]
        else:
            facts = [SetRelation(relation, known[name], others)]
        for fact in facts:
            are_sets = all(declarations[quantity.name].is_set for quantity in fact.quantities)
            because = _clause(fact)
            conditions = [*_sizes(fact, because), *(_links(fact, extremes, because) if are_sets else ())]
            yield Statement(_name(fact), tuple(conditions), fact if are_sets else None, given=True)


def _name(fact: SetRelation) -> str:
    return f"{fact.whole.name} {fact.relation.value}: {', '.join(part.name for part in fact.parts)}"


def _clause(fact: SetRelation) -> str:
    """The fact in words that can follow "because"."""
    names = tuple(part.name for part in fact.parts)
    whole = label(fact.whole.name)
    if fact.relation is Relation.SUBSET or (fact.relation is Relation.DISJOINT and len(names) == 1):
        return f"{listed(names)} counted as part of {whole}"
    if fact.relation is Relation.PARTITION:
        return f"{listed(names)} added up to {whole}"
    if fact.relation is Relation.UNION:
        return f"taking {whole} to mean {listed(names, 'or')}"
    return f"{listed(names)}, counted apart, were part of {whole}"


def _sizes(fact: SetRelation, because: str) -> Iterator[Constraint]:
    """What follows for the numbers, without looking at single members."""
    whole, all_parts = (fact.whole, ONE), tuple((part, -ONE) for part in fact.parts)
    if fact.relation in (Relation.SUBSET, Relation.UNION):
        for part in all_parts:
            yield Constraint((whole, part), NOT_NEGATIVE, because)
    if fact.relation is Relation.PARTITION:
        yield Constraint((whole, *all_parts), Interval.exactly(0), because)
    elif fact.relation is Relation.UNION:
        yield Constraint((whole, *all_parts), Interval.at_most(0), because)
    elif fact.relation is Relation.DISJOINT:
        yield Constraint((whole, *all_parts), NOT_NEGATIVE, because)


def _links(fact: SetRelation, extremes: Extremes, because: str) -> Iterator[Condition]:
    """What follows for extremes: no part reaches beyond the whole, and the whole's own is found in some part.

    An empty group has no extremes: its unknowns are then free, which no link may forbid.
    """
    for attribute, side in extremes:
        of_whole = extreme(attribute, fact.whole.name, side)
        within = NOT_NEGATIVE if side == "lowest" else Interval.at_most(0)
        found_in = []
        for part in fact.parts:
            of_part = extreme(attribute, part.name, side)
            yield Constraint(((of_part, ONE), (of_whole, -ONE)), within, because)
            same = Constraint(((of_part, ONE), (of_whole, -ONE)), Interval.exactly(0), because)
            found_in.append((Constraint(((part, ONE),), Interval.above(0), because), same))
        yield Either((*found_in, *_elsewhere(fact, because)), because)


def _elsewhere(fact: SetRelation, because: str) -> Iterator[tuple[Constraint, ...]]:
    """What else may be where no part shares an extreme of the whole: it is larger than its parts, or empty."""
    if fact.relation in (Relation.SUBSET, Relation.DISJOINT):
        parts = tuple((part, -ONE) for part in fact.parts)
        yield (Constraint(((fact.whole, ONE), *parts), Interval.above(0), because),)
    yield (Constraint(((fact.whole, ONE),), Interval.at_most(0), because),)


def _both_sides(extremes: Extremes) -> tuple[str, ...]:
    """The attributes of which both sides are spoken of."""
    highest = {attribute for attribute, side in extremes if side == "highest"}
    return tuple(attribute for attribute, side in extremes if side == "lowest" and attribute in highest)


def _spread(group: Quantity, attribute: str) -> Statement:
    """That the lowest of a group is at most its highest: a fact about words, with the group as its own only part."""
    because = f"the lowest {label(attribute)} in {label(group.name)} was at most the highest"
    lowest, highest = (extreme(attribute, group.name, side) for side in ("lowest", "highest"))
    ordered = Constraint(((highest, ONE), (lowest, -ONE)), NOT_NEGATIVE, because)
    empty = Constraint(((group, ONE),), Interval.at_most(0), because)
    either = Either(((ordered,), (empty,)), because)
    return Statement(
        f"lowest and highest {attribute}: {group.name}", (either,), SetRelation(Relation.SUBSET, group, (group,))
    )


def _raw(quantity: Quantity, declaration: Declaration) -> Statement:
    """The count that is given as ground truth."""
    told = f" ({declaration.raw.whence})" if isinstance(declaration.raw, Figure) else ""
    words = declaration.raw.words if isinstance(declaration.raw, Figure) else declaration.raw
    because = f"the data gave {words} for {label(quantity.name)}{told}"
    exactly = Constraint(((quantity, ONE),), declaration.known or Interval(), because)
    return Statement(f"raw: {quantity.name}", (exactly,), given=True)
