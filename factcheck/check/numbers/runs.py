"""Sets of whole numbers as runs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator


class Runs:
    """A growing set of whole numbers, kept as runs of neighbours.

    >>> seen = Runs()
    >>> seen.add(3, 5)
    >>> seen.add(5, 6)
    >>> seen.add(8, 9)
    >>> list(seen.gaps(0, 10)), seen.count(4, 10), 4 in seen, 6 in seen
    ([(0, 3), (6, 8), (9, 10)], 3, True, False)
    """

    def __init__(self) -> None:
        self._runs: list[tuple[int, int]] = []  # from the first number to below the second, apart and ascending

    def add(self, start: int, stop: int) -> None:
        """Add the numbers from `start` to below `stop`."""
        if start >= stop:
            return
        at = bisect_right(self._runs, start, key=lambda run: run[0])
        if at and self._runs[at - 1][1] >= start:
            at -= 1
            start = self._runs[at][0]
        end = at
        while end < len(self._runs) and self._runs[end][0] <= stop:
            stop = max(stop, self._runs[end][1])
            end += 1
        self._runs[at:end] = [(start, stop)]

    def __contains__(self, number: int) -> bool:
        at = bisect_right(self._runs, number, key=lambda run: run[0])
        return at > 0 and number < self._runs[at - 1][1]

    def ends(self, number: int) -> tuple[int, int]:
        """The least and the greatest number of the set and the one given."""
        return (
            min(number, self._runs[0][0] if self._runs else number),
            max(number, self._runs[-1][1] - 1 if self._runs else number),
        )

    def __bool__(self) -> bool:
        return bool(self._runs)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._runs)

    def gaps(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """The runs of numbers from `start` to below `stop` that are not in the set."""
        for low, high in list(self._runs):
            if high <= start:
                continue
            if low >= stop:
                break
            if low > start:
                yield start, low
            start = high
        if start < stop:
            yield start, stop

    def count(self, start: int, stop: int) -> int:
        """How many numbers from `start` to below `stop` are in the set."""
        return sum(max(0, min(high, stop) - max(low, start)) for low, high in self._runs)
