"""Why bounds leave nothing: rows that clash or that no whole numbers meet, bounds that cross, a choice without an alternative."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clash:
    """Rows with multipliers (whole, positive) whose sum cannot hold within the bounds."""

    rows: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Division:
    """Rows with multipliers whose sum only divisibility decides, the values of some `fixed` variables being put in.

    Multipliers are whole and of either sign: of each row the other end counts as well.
    """

    rows: tuple[tuple[int, int], ...]
    fixed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """A variable with nothing left between its bounds."""

    variable: int


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """A choice of which no alternative is left; of each one, `dead` is a row that cannot hold."""

    choice: int
    dead: tuple[int, ...]


Failure = Clash | Division | Crossing | DeadEnd
