"""Sets laid out on a line, so that anyone can measure them: from sizes to regions, without search."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from fractions import Fraction

from factcheck.constraint import Quantity, Relation
from factcheck.solve.answer import Region
from factcheck.solve.rows import Number
from factcheck.solve.venn import Fact, Sets, Sizes

Stretch = tuple[Number, Number]
"""A piece of the line from a start to an end, the end left out."""


class Layout:
    """Each set as stretches of one line, things side by side."""

    def __init__(self, sizes: Sizes) -> None:
        self._sizes = sizes
        self._used: Number = 0
        self._places: dict[Quantity, list[Stretch]] = {}

    def lay_regions(self, sets: Sets, regions: Iterable[tuple[Sets, Number]]) -> None:
        """Lay the regions of a group one after another, those of the same whole sets together.

        At most one of the sets has a place already: the regions inside it are laid along it.
        """
        shared = next((quantity for quantity in sets if quantity in self._places), None)
        along = [] if shared is None else self._places[shared]
        start: Number = 0
        places: dict[Quantity, list[Stretch]] = {quantity: [] for quantity in sets}
        for members, size in sorted(regions, key=lambda region: [q.name for q in region[0] if q.whole]):
            if shared in members:
                stretches, start = _between(along, start, start + size), start + size
            else:
                stretches = self._fresh(size)
            for quantity in members:
                places[quantity] += stretches
        self._places |= {quantity: stretches for quantity, stretches in places.items() if quantity != shared}

    def lay(self, fact: Fact) -> None:
        """Lay the sets of a fact that have no place yet; at most one of them has one, and the sizes fit the fact."""
        placed = next((part for part in fact.parts if part in self._places), None)
        start: Number = 0
        if fact.whole not in self._places:
            before = [] if placed is None else self._places[placed]
            start = 0 if placed is None else self._sizes[placed]
            self._places[fact.whole] = [*before, *self._fresh(self._sizes[fact.whole] - start)]
        whole, total = self._places[fact.whole], self._sizes[fact.whole]
        for part in fact.parts:
            if part is not placed:
                size = self._sizes[part]
                self._places[part] = _piece(whole, start, size, total)
                start += 0 if fact.relation is Relation.SUBSET else size

    def regions(self) -> tuple[Region, ...]:
        """The regions of all sets together that are not empty, in the order of the line."""
        cuts = sorted({cut for stretches in self._places.values() for stretch in stretches for cut in stretch})
        members: list[list[Quantity]] = [[] for _ in cuts]
        for quantity, stretches in self._places.items():
            for low, high in stretches:
                for at in range(bisect_left(cuts, low), bisect_left(cuts, high)):
                    members[at].append(quantity)
        sizes: dict[Sets, Number] = {}
        for at, sets in enumerate(members):
            if sets:
                sizes[tuple(sets)] = sizes.get(tuple(sets), 0) + cuts[at + 1] - cuts[at]
        return tuple(Region(sets, Fraction(size)) for sets, size in sizes.items())

    def _fresh(self, size: Number) -> list[Stretch]:
        """A new stretch of the line; none where the size is zero."""
        start, self._used = self._used, self._used + size
        return [(start, self._used)] if size else []


def _piece(whole: Sequence[Stretch], start: Number, size: Number, total: Number) -> list[Stretch]:
    """So much of a whole, from a distance along it, beginning again at its beginning where it ends."""
    if not size:
        return []
    start %= total
    return [*_between(whole, start, start + size), *_between(whole, start - total, start - total + size)]


def _between(whole: Sequence[Stretch], low: Number, high: Number) -> list[Stretch]:
    """What lies between two distances along a whole."""
    pieces: list[Stretch] = []
    passed: Number = 0
    for start, end in whole:
        first, last = max(start, start + low - passed), min(end, start + high - passed)
        if first < last:
            pieces.append((first, last))
        passed += end - start
    return pieces
