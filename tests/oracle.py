"""Small systems settled by trying everything: the measure of the solver, with which it shares no code.

Every quantity is whole and has a small range. Values are combinations of the ranges, a set of them is the bits of an `int`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import combinations, product

from factcheck.constraint import Condition, Constraint, Product, Quantity, Relation, SetRelation, Statement
from factcheck.interval import Interval

Sizes = tuple[int, ...]


class Oracle:
    """Every way for the quantities of some statements to have values."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = list(statements)
        self.quantities = sorted({q for statement in statements for q in statement.quantities}, key=lambda q: q.name)
        ranges = [list(quantity.within.integers()) for quantity in self.quantities]
        self.points = list(product(*ranges))
        self.everything = (1 << len(self.points)) - 1
        self._columns = {q: [point[at] for point in self.points] for at, q in enumerate(self.quantities)}
        self._holding = {statement.name: self._all_hold(statement.conditions) for statement in statements}
        self._realisable: dict[tuple[str, ...], int] = {}

    def solutions(self, names: Iterable[str] | None = None) -> int:
        """The values, as bits, for which the named statements (all by default) hold, sets being sets."""
        chosen = [s for s in self.statements if names is None or s.name in set(names)]
        held = self.everything
        for statement in chosen:
            held &= self._holding[statement.name]
        facts = [statement for statement in chosen if statement.sets is not None]
        return held & self._sets_realised(facts) if held and facts else held

    def is_possible(self, names: Iterable[str] | None = None) -> bool:
        return self.solutions(names) != 0

    def is_minimal_conflict(self, names: Sequence[str]) -> bool:
        fewer = combinations(names, len(names) - 1)
        return not self.is_possible(names) and all(self.is_possible(rest) for rest in fewer)

    def range_of(self, quantity: Quantity) -> tuple[int, int]:
        """The least and greatest value over all solutions; there must be one."""
        held = self.solutions()
        values = {value for at, value in enumerate(self._columns[quantity]) if held >> at & 1}
        return min(values), max(values)

    def _all_hold(self, conditions: Iterable[Condition]) -> int:
        held = self.everything
        for condition in conditions:
            held &= self._holds(condition)
        return held

    def _holds(self, condition: Condition) -> int:
        if isinstance(condition, Constraint):
            return self._sum_within(condition)
        if isinstance(condition, Product):
            columns = [self._columns[q] for q in (condition.result, condition.first, condition.second)]
            return _bits(c == a * b for c, a, b in zip(*columns, strict=True))
        held = 0
        for alternative in condition.alternatives:
            held |= self._all_hold(alternative)
        return held

    def _sum_within(self, constraint: Constraint) -> int:
        scale = 1
        for _, weight in constraint.terms:
            scale *= weight.denominator
        sums = [0] * len(self.points)
        for quantity, weight in constraint.terms:
            times = int(weight * scale)
            sums = [total + times * value for total, value in zip(sums, self._columns[quantity], strict=True)]
        allowed = {total: _is_inside(Fraction(total, scale), constraint.within) for total in set(sums)}
        return _bits(allowed[total] for total in sums)

    @cached_property
    def _most(self) -> Sizes:
        return tuple(max(column) for column in self._columns.values())

    def _sets_realised(self, facts: Sequence[Statement]) -> int:
        """The values that sets related by the facts can have: sums of regions that every fact allows."""
        key = tuple(fact.name for fact in facts)
        if key not in self._realisable:
            relations = [fact.sets for fact in facts if fact.sets is not None]
            related = [q for q in self.quantities if any(q in (fact.whole, *fact.parts) for fact in relations)]
            most = [int(quantity.within.shrunk_to_integers().high or 0) for quantity in related]
            reached = _reached(
                [r for r in _regions(related) if all(_allows(fact, related, r) for fact in relations)], most
            )
            columns = [self._columns[quantity] for quantity in related]
            self._realisable[key] = _bits(sizes in reached for sizes in zip(*columns, strict=True))
        return self._realisable[key]


def _bits(truths: Iterable[bool]) -> int:
    return int("".join("1" if truth else "0" for truth in truths)[::-1] or "0", 2)


def _is_inside(value: Fraction, within: Interval) -> bool:
    low, high = within.low, within.high
    above = low is None or (value > low if within.low_open else value >= low)
    below = high is None or (value < high if within.high_open else value <= high)
    return above and below


def _regions(sets: Sequence[Quantity]) -> list[Sizes]:
    """Every way for one thing to be in some of the sets."""
    return [region for region in product((0, 1), repeat=len(sets)) if any(region)]


def _allows(fact: SetRelation, sets: Sequence[Quantity], region: Sizes) -> bool:
    inside = dict(zip(sets, region, strict=True))
    parts, whole = [inside[part] for part in fact.parts], inside[fact.whole]
    if fact.relation is Relation.SUBSET:
        return all(part <= whole for part in parts)
    if fact.relation is Relation.UNION:
        return whole == max(parts)
    if fact.relation is Relation.PARTITION:
        return whole == sum(parts)
    return sum(parts) <= whole


def _reached(regions: Sequence[Sizes], most: Sequence[int]) -> set[Sizes]:
    """Every size of the sets that some number of things in the regions adds up to."""
    start = (0,) * len(most)
    found, waiting = {start}, [start]
    while waiting:
        sizes = waiting.pop()
        for region in regions:
            more = tuple(size + one for size, one in zip(sizes, region, strict=True))
            if more not in found and all(size <= limit for size, limit in zip(more, most, strict=True)):
                found.add(more)
                waiting.append(more)
    return found
