"""How far a search may go, counted in steps so that the same input always gives the same answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of the search, each from 1 up (`z3` from 0).

    `steps` are what one search of one connected component may take: rows looked at and columns pivoted.
    `shrinking` are the steps that making one conflict minimal may take altogether.
    `surveying` are the steps that looking for every conflict and correction of one component may take altogether, with what
    making those conflicts minimal takes.
    `bounds` are the steps that the bounds of one component's quantities may take altogether; one question of them takes
    a tenth of that at most.
    `regions` are the most regions of a Venn diagram that sets are spread over.
    `z3` is the work that z3, where it is installed, may do on what so many steps did not settle: units of its own (its
    `rlimit`) for each of the `steps`. With 0 it is not asked.
    """

    steps: int = 200_000
    shrinking: int = 800_000
    bounds: int = 200_000
    regions: int = 512
    surveying: int = 200_000
    z3: int = 10

    def question(self) -> Meter:
        """A meter for one question about a component."""
        return Meter(self.steps, z3=self.steps * self.z3)


class OutOfStepsError(Exception):
    """The steps ran out before there was an answer."""


@dataclass(slots=True)
class Meter:
    """Steps taken, how many there may be, and the units that z3 may take when they have run out."""

    limit: int
    taken: int = 0
    z3: int = 0

    def part(self, steps: int) -> Meter:
        """A meter for a part of the work: so many steps at most, and never more than are left here; nothing for z3."""
        return Meter(min(steps, self.limit - self.taken))

    def take(self, steps: int = 1) -> None:
        """Count steps; OutOfStepsError where there are no more."""
        self.taken += steps
        if self.taken > self.limit:
            raise OutOfStepsError
