"""Everything that is wrong with a group of claims: its smallest conflicts, and the fewest claims to take out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

Group = frozenset[int]
"""Claims, by number."""

Oracle = Callable[[tuple[int, ...]], tuple[int, ...] | None]
"""Which of the claims asked for cannot hold together: none of them where all can, None where that is not known."""

FEW = 4  # claims of a conflict: then it is not worth looking for a smaller one; and how many are looked at else
PAIRS = 2
_NODES = 32  # of a tree, for each question


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Smallest conflicts (of which every claim is needed) and smallest corrections (without which the rest can hold).

    Both by size and then by number. Every correction of at most `reach` claims is told; None where all of any size are,
    and every conflict, too.
    """

    conflicts: tuple[Group, ...] = ()
    corrections: tuple[Group, ...] = ()
    reach: int | None = None

    @property
    def is_complete(self) -> bool:
        """Whether every smallest conflict and every smallest correction is told."""
        return self.reach is None

    def reaches(self, size: int) -> bool:
        """Whether every correction of so many claims is told."""
        return self.reach is None or size <= self.reach


def diagnosis(
    claims: int, oracle: Oracle, shrink: Oracle | None = None, *, most: int = 64, thorough: bool = True
) -> Diagnosis:
    """What is wrong with the claims 0 to `claims` - 1, found out with at most so many questions to the oracle.

    Claims are taken out one by one, out of every conflict in each possible way, the fewest first: a tree of hitting
    sets. Unless it is thorough, it ends with the size of the first correction, and with pairs at the latest. Conflicts
    and corrections hit each other, so where the whole tree was gone through, all conflicts follow from the corrections.

    `shrink` makes a conflict smallest, where the oracle's own are not. Without any claim all must hold.

    >>> def clash(kept: tuple[int, ...]) -> tuple[int, ...]:  # claims 0 and 1 exclude each other, and so do 0 and 2
    ...     return next((pair for pair in ((0, 1), (0, 2)) if set(pair) <= set(kept)), ())
    >>> found = diagnosis(4, clash)
    >>> [sorted(group) for group in found.conflicts], [sorted(group) for group in found.corrections]
    ([[0, 1], [0, 2]], [[0], [1, 2]])

    Source: R. Reiter, "A theory of diagnosis from first principles" (1987); M. Liffiton and others, "Fast, flexible MUS
    enumeration" (2016).
    """
    tree = _Tree(claims, oracle, shrink or tuple, most, _NODES * most).grow(thorough=thorough)
    conflicts, reach = tree.conflicts, tree.reach
    if reach is None and conflicts:
        dual = _Tree(claims, _hit_by(tree.corrections), tuple, _NODES * most, _NODES * most).grow(thorough=True)
        conflicts, reach = (conflicts, claims) if dual.unknown else (dual.corrections, None)
    return Diagnosis(_in_order(conflicts), _in_order(tree.corrections), reach)


@dataclass(slots=True)
class _Tree:
    """Ways to hit every conflict, level by level: each node is the claims taken out on the way to it."""

    claims: int
    oracle: Oracle
    shrink: Oracle
    questions: int  # that are left
    nodes: int  # that are left
    conflicts: list[Group] = field(default_factory=list)
    corrections: list[Group] = field(default_factory=list)
    unknown: list[Group] = field(default_factory=list)  # nodes of which it is not known whether the rest can hold
    last: int | None = None  # the level at which growing ended early

    def grow(self, *, thorough: bool) -> _Tree:
        """Go through the levels: nothing more is taken out where the rest can hold, or where that is not known."""
        level, size = [Group()], 0
        while level:
            clashing = [(out, clash) for out in level if (clash := self._clash(out))]
            if clashing and not thorough and (self.corrections or size == PAIRS):
                self.last = size
                if min(map(len, self.conflicts)) > FEW:
                    list(self._next(clashing[:FEW]))  # finds other conflicts on the way, one of them smaller perhaps
                break
            level, size = list(dict.fromkeys(self._next(clashing))), size + 1
        return self

    @property
    def reach(self) -> int | None:
        """The size up to which every correction was found; None for any size."""
        ends = [len(out) - 1 for out in self.unknown] + ([] if self.last is None else [self.last])
        return min(ends, default=None)

    def _clash(self, out: Group) -> Group | None:
        """Claims that cannot hold together when some are out; None where there are none, or where that is not known."""
        if any(end <= out for end in (*self.corrections, *self.unknown)):
            return None
        known = self._known(out)
        if known is not None:
            return known
        found = None
        if self.questions > 0:
            self.questions -= 1
            found = self.oracle(tuple(number for number in range(self.claims) if number not in out))
        if found:
            return Group(found)
        (self.unknown if found is None else self.corrections).append(out)
        return None

    def _known(self, out: Group) -> Group | None:
        return next((conflict for conflict in self.conflicts if conflict.isdisjoint(out)), None)

    def _next(self, clashing: Iterable[tuple[Group, Group]]) -> Iterator[Group]:
        """The nodes of the next level: one claim more of a conflict taken out, in every way."""
        for out, clash in clashing:
            conflict = self._known(out)
            if conflict is None:
                smallest = self.shrink(tuple(sorted(clash)))
                conflict = Group(smallest or clash)
                self.conflicts += [conflict] if smallest else []
            if len(conflict) > self.nodes:
                self.unknown.append(out)
                continue
            self.nodes -= len(conflict)
            yield from (out | {number} for number in sorted(conflict))


def _hit_by(groups: Sequence[Group]) -> Oracle:
    """An oracle whose conflicts are the groups, so that its corrections hit each of them."""
    return lambda kept: next((tuple(group) for group in groups if group.issubset(kept)), ())


def _in_order(groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(sorted(groups, key=lambda group: (len(group), sorted(group))))
