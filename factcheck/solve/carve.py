"""Sets laid out on a line, so that anyone can measure them: from sizes to regions, without search."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.constraint import Quantity, Relation
from factcheck.solve.answer import Region
from factcheck.solve.venn import Fact, Sizes


class Stretch(NamedTuple):
    """A piece of the line, its end left out."""

    start: Fraction
    end: Fraction


class Layout:
    """Each set as stretches of one line, things side by side."""

    def __init__(self, sizes: Sizes) -> None:
        self._sizes = sizes
        self._used = Fraction(0)
        self._places: dict[Quantity, list[Stretch]] = {}

    def lay_regions(self, sets: Iterable[Quantity], regions: Iterable[Region]) -> None:
        """Lay the regions of a group of sets one after another, those of the same whole sets together."""
        for quantity in sets:
            self._places[quantity] = []
        by_kind = sorted(regions, key=lambda region: [quantity.name for quantity in region.sets if quantity.whole])
        for region in by_kind:
            stretch = self._fresh(region.size)
            for quantity in region.sets:
                self._places[quantity] += stretch

    def lay(self, fact: Fact) -> None:
        """Lay the sets of a fact that have no place yet; at most one of them has one, and the sizes fit the fact."""
        placed = next((part for part in fact.parts if part in self._places), None)
        start = Fraction(0)
        if fact.whole not in self._places:
            before = [] if placed is None else self._places[placed]
            start = Fraction(0) if placed is None else self._sizes[placed]
            self._places[fact.whole] = [*before, *self._fresh(self._sizes[fact.whole] - start)]
        whole = self._places[fact.whole]
        for part in fact.parts:
            if part is not placed:
                size = self._sizes[part]
                self._places[part] = _piece(whole, start, size, self._sizes[fact.whole])
                start += Fraction(0) if fact.relation is Relation.SUBSET else size

    def regions(self) -> tuple[Region, ...]:
        """The regions of all sets together that are not empty, in the order of the line."""
        cuts = sorted({cut for stretches in self._places.values() for stretch in stretches for cut in stretch})
        members: list[list[Quantity]] = [[] for _ in cuts]
        for quantity, stretches in self._places.items():
            for stretch in stretches:
                for at in range(bisect_left(cuts, stretch.start), bisect_left(cuts, stretch.end)):
                    members[at].append(quantity)
        sizes: dict[tuple[Quantity, ...], Fraction] = {}
        for at, sets in enumerate(members):
            if sets:
                sizes[tuple(sets)] = sizes.get(tuple(sets), Fraction(0)) + cuts[at + 1] - cuts[at]
        return tuple(Region(sets, size) for sets, size in sizes.items())

    def _fresh(self, size: Fraction) -> list[Stretch]:
        """A new stretch of the line; none where the size is zero."""
        start, self._used = self._used, self._used + size
        return [Stretch(start, self._used)] if size else []


def _piece(whole: Sequence[Stretch], start: Fraction, size: Fraction, total: Fraction) -> list[Stretch]:
    """So much of a whole, from a distance along it, beginning again at its beginning where it ends."""
    if not size:
        return []
    start %= total
    return [*_between(whole, start, start + size), *_between(whole, start - total, start - total + size)]


def _between(whole: Sequence[Stretch], low: Fraction, high: Fraction) -> list[Stretch]:
    """What lies between two distances along a whole."""
    pieces, passed = [], Fraction(0)
    for stretch in whole:
        first = stretch.start + max(low - passed, Fraction(0))
        last = min(stretch.end, stretch.start + high - passed)
        if first < last:
            pieces.append(Stretch(first, last))
        passed += stretch.end - stretch.start
    return pieces
