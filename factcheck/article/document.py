"""An article as it was read: its words in reading order, and where each of them stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from factcheck.article.passages import Nearest, find_passages, nearest_passage
from factcheck.article.places import Lines, Position, Segment, Segments
from factcheck.article.ranges import Ranges, Span

LONGEST_EXCERPT = 200  # characters


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: the range of its text (empty where it has none), and how many columns and rows it takes."""

    span: Span
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells."""

    rows: tuple[tuple[Cell, ...], ...]

    @property
    def cells(self) -> Iterator[Cell]:
        """Every cell, row by row."""
        return (cell for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of the article on one line, with a range in them marked: `words[start:end]`."""

    words: str
    start: int
    end: int
    place: Position


@dataclass(frozen=True, slots=True)
class Document:
    """The readable text of an article, and the way back from it to the file.

    Blocks (paragraphs, headings, list items, table cells) are parted by a blank line, the cells of one row by a tab:
    no phrase goes on beyond either. `source` is what the text was read from, with line feeds for ends of line; of a
    Word file it is the words of its paragraphs.
    """

    text: str = field(repr=False)
    source: str = field(repr=False)
    segments: Segments
    lines: Lines = field(repr=False)
    blocks: Ranges
    sentences: Ranges
    tables: tuple[Table, ...] = field(default=(), repr=False)
    language: str | None = None
    file: str = ""
    format: str = ""

    def place(self, offset: int) -> Position:
        """Where a character of the text stands in the file; ValueError for an offset outside the text."""
        self._check(offset, offset)
        return self.lines.place(self.segments.source(offset, offset).start)

    def line_of(self, offset: int) -> int:
        """The line of the file, from 1, on which a character of the text stands."""
        return self.place(offset).line

    def source_of(self, start: int, end: int) -> Span:
        """The range of the source that a range of the text comes from, mark-up inside it included."""
        self._check(start, end)
        return self.segments.source(start, end)

    @property
    def stretches(self) -> Iterator[Segment]:
        """Every stretch of the text with the range of the source that it comes from, in order; they cover the text."""
        return self.segments.spans(len(self.text))

    def words(self, span: Span) -> str:
        """The text in a range."""
        return self.text[span.start : span.end]

    def excerpt(self, start: int, end: int) -> Excerpt:
        """The sentence around a range of the text, cut to about LONGEST_EXCERPT characters, with the range marked."""
        self._check(start, end)
        around = self.sentences.holding(start) or Span(start, end)
        first, last = around.start, max(around.end, end)
        room = max((LONGEST_EXCERPT - (end - start)) // 2, 0)
        cut_first, cut_last = max(first, start - room), min(last, end + room)
        before = "…" if cut_first > first else ""
        after = "…" if cut_last < last else ""
        words = self.text[cut_first:cut_last].translate(_ONE_LINE)
        shift = len(before) - cut_first
        return Excerpt(f"{before}{words}{after}", start + shift, end + shift, self.place(start))

    def find_passages(self, quote: str) -> Iterator[Span]:
        """Every place where the words of a quote stand, in order; white space, quotation marks and dashes are alike.

        The quote begins and ends where a word or number does: "52 per cent" does not stand in "152 per cent".
        """
        return find_passages(self.text, quote)

    def find_passage(self, quote: str, occurrence: int = 1) -> Span | None:
        """Where the words of a quote stand for the n-th time, from 1; None where they stand fewer times."""
        return next(islice(self.find_passages(quote), occurrence - 1, None), None)

    def nearest_passage(self, quote: str) -> Nearest | None:
        """The passage that is most like a quote; None where nothing is like it."""
        return nearest_passage(self.text, quote)

    def _check(self, start: int, end: int) -> None:
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"{start} to {end} is no range of a text of {len(self.text)} characters")


_ONE_LINE = str.maketrans("\t\n\v\f\r", " " * 5)
