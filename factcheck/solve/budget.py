"""How far a search may go, counted in steps so that the same input always gives the same answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of the search, each from 1 up.

    `steps` are what one search of one connected component may take: rows looked at and columns pivoted.
    `shrinking` are the steps that making one conflict minimal may take altogether.
    `surveying` are the steps that looking for every conflict and correction of one component may take altogether, with what
    making those conflicts minimal takes.
    `bounds` are the steps that the bounds of one component's quantities may take altogether; one question of them takes
    a tenth of that at most.
    `regions` are the most regions of a Venn diagram that sets are spread over.
    """

    steps: int = 200_000
    shrinking: int = 800_000
    bounds: int = 200_000
    regions: int = 512
    surveying: int = 200_000


class OutOfStepsError(Exception):
    """The steps ran out before there was an answer."""


@dataclass(slots=True)
class Meter:
    """Steps taken, and how many there may be."""

    limit: int
    taken: int = 0

    def part(self, steps: int) -> Meter:
        """A meter for a part of the work: so many steps at most, and never more than are left here."""
        return Meter(min(steps, self.limit - self.taken))

    def take(self, steps: int = 1) -> None:
        """Count steps; OutOfStepsError where there are no more."""
        self.taken += steps
        if self.taken > self.limit:
            raise OutOfStepsError
