"""Ranges of a text, many of them in little room."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """Offsets into a text: from `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ranges:
    """Ranges of a text in its order, none of which overlap.

    >>> parts = Ranges.of([(0, 4), (6, 9)])
    >>> len(parts), parts[1], parts.holding(3), parts.holding(4)
    (2, Span(start=6, end=9), Span(start=0, end=4), None)
    """

    starts: array[int] = field(hash=False)
    ends: array[int] = field(hash=False)

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> Ranges:
        """The ranges with these starts and ends."""
        starts, ends = array("q"), array("q")
        for start, end in pairs:
            starts.append(start)
            ends.append(end)
        return cls(starts, ends)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> Span:
        return Span(self.starts[index], self.ends[index])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self.starts, self.ends)

    def __repr__(self) -> str:
        return f"Ranges({len(self)})"

    def holding(self, offset: int) -> Span | None:
        """The range that the character at an offset is in; None where it is between two."""
        index = bisect_right(self.starts, offset) - 1
        return self[index] if index >= 0 and offset < self.ends[index] else None
