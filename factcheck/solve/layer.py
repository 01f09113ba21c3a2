"""What a layer of the solver is: one way to settle a search where propagation alone leaves it open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from factcheck.solve.failure import Division, Failure
from factcheck.solve.rows import Number

if TYPE_CHECKING:
    from factcheck.solve.search import Search


@dataclass(frozen=True, slots=True)
class Found:
    """Values, by variable, that keep everything active."""

    values: dict[int, Number]


@dataclass(frozen=True, slots=True)
class Tighter:
    """Bounds that divisibility moves inwards: a slot, its least value, and what that rests on."""

    bounds: tuple[tuple[int, Number, Division], ...]


Settled = Found | Failure | Tighter
"""What a layer may come to: values that keep everything, a failure that refutes the present bounds, or tighter bounds."""


class Layer(Protocol):
    """A layer looks at a search whose propagation is at rest, and leaves its trail as it found it.

    It may leave a suggestion where to branch. A new layer is a file of its own and takes its place in `search.LAYERS`.
    """

    name: str  # as a person is told that it was tried

    def settle(self, search: Search) -> Settled | None:
        """What it comes to for the search as it stands, None where to nothing; OutOfStepsError where the steps run out."""
