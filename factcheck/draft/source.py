"""The text that a draft is made of: its numbers, and what stands around them in sentences and tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from factcheck.article import Span
from factcheck.check.quotes import Text


class Place(NamedTuple):
    """A cell of a table with all of its row, and the words at the head of its row and column, where there are any."""

    cell: Span
    row: Span
    label: str
    heading: str


@dataclass(frozen=True)
class Source(Text):
    """A text with its tables."""

    @cached_property
    def _cell_places(self) -> Sequence[Place]:
        return tuple(sorted(self._cells()))

    @cached_property
    def _cell_starts(self) -> Sequence[int]:
        return tuple(place.cell.start for place in self._cell_places)

    def cell(self, offset: int) -> Place | None:
        """The cell that a character of the text stands in."""
        index = bisect_right(self._cell_starts, offset) - 1
        return self._cell_places[index] if index >= 0 and offset < self._cell_places[index].cell.end else None

    def _cells(self) -> Iterator[Place]:
        for table in self.document.tables:
            heads = [self.document.words(cell.span).strip() for cell in table.rows[0]] if table.rows else []
            for index, row in enumerate(table.rows):
                whole = Span(row[0].span.start, row[-1].span.end) if row else Span(0, 0)
                regular = index > 0 and len(row) == len(heads)
                label = self.document.words(row[0].span).strip() if row else ""
                for column, cell in enumerate(row):
                    head = heads[column] if regular else ""
                    yield Place(cell.span, whole, label if column else "", head)
