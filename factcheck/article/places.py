"""From an offset of the text that is read back to the place in the file."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from factcheck.article.ranges import Span

EXACT = -1  # stands for a width: each character is the one at its place in the source


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the file: line and column from 1, in characters.

    In a file without lines (Word) a line is a paragraph, and `part` says which ("table 1, row 2, cell 3").
    """

    line: int
    column: int
    part: str = ""

    def __str__(self) -> str:
        return f"{self.part}, character {self.column}" if self.part else f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of a source begin; `labels` are their names, where lines have names."""

    starts: array[int] = field(hash=False, repr=False)
    labels: tuple[str, ...] = ()

    @classmethod
    def of(cls, source: str) -> Lines:
        """The lines of a source whose ends of line are line feeds."""
        return cls(array("q", [0, *(match.end() for match in _line_feed().finditer(source))]))

    def place(self, offset: int) -> Position:
        """The line and column of an offset of the source."""
        line = max(bisect_right(self.starts, offset), 1)
        return Position(line, offset - self.starts[line - 1] + 1, self.labels[line - 1] if self.labels else "")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text and where it comes from.

    An `exact` one has the characters that stand in the source; another stands for something there, such as an
    entity, a run of white space, or (an empty range) what parts two paragraphs.
    """

    text: Span
    source: Span
    exact: bool


@dataclass(frozen=True, slots=True)
class Segments:
    """Where each stretch of a text comes from; together they cover the text. Grows while the text is written."""

    starts: array[int] = field(default_factory=lambda: array("q"), hash=False)
    sources: array[int] = field(default_factory=lambda: array("q"), hash=False)
    widths: array[int] = field(default_factory=lambda: array("q"), hash=False)

    def add(self, start: int, source: int, width: int = EXACT) -> None:
        """The text from `start` on comes from `source` on: character by character, or as a whole from `width` of it."""
        follows = (
            self.starts and width == EXACT == self.widths[-1] and start - self.starts[-1] == source - self.sources[-1]
        )
        if not follows:
            self.starts.append(start)
            self.sources.append(source)
            self.widths.append(width)

    def source(self, start: int, end: int) -> Span:
        """The range of the source that a range of the text comes from."""
        first = self._index(start)
        begin = self.sources[first] + (start - self.starts[first] if self.widths[first] == EXACT else 0)
        if end <= start:
            return Span(begin, begin)
        last = self._index(end - 1)
        width = self.widths[last]
        return Span(begin, max(begin, self.sources[last] + (end - self.starts[last] if width == EXACT else width)))

    def spans(self, length: int) -> Iterator[Segment]:
        """Every segment of a text of this length, in order."""
        ends = [*self.starts[1:], length]
        for start, end, source, width in zip(self.starts, ends, self.sources, self.widths, strict=True):
            exact = width == EXACT
            yield Segment(Span(start, end), Span(source, source + (end - start if exact else width)), exact)

    def __repr__(self) -> str:
        return f"Segments({len(self.starts)})"

    def _index(self, offset: int) -> int:
        return max(bisect_right(self.starts, offset) - 1, 0)


@cache
def _line_feed() -> re.Pattern[str]:
    return re.compile("\n")
