"""A document being written: words come in reading order, each from its place in the source."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from functools import cache

from factcheck.article.document import Cell, Document, Table
from factcheck.article.error import ArticleError
from factcheck.article.places import EXACT, Lines, Segments
from factcheck.article.ranges import Ranges, Span
from factcheck.article.sentences import sentences

MOST_CELLS = 200_000
"""The most table cells of one article."""

SPACE, LINE, CELL, BLOCK = " ", "\n", "\t", "\n\n"
WEIGHT = {"": 0, SPACE: 1, LINE: 2, CELL: 3, BLOCK: 4}  # of two that meet, the heavier one parts the words


@dataclass(slots=True)
class OpenCell:
    """A cell being written: it begins where its first word does."""

    header: bool
    columns: int
    rows: int
    start: int | None = None
    end: int = 0


@dataclass(slots=True)
class Flow:
    """Joins the words that it is given to one text, each run of white space a single space, and remembers places.

    What parts two words is written only when the second one comes, so that no block begins or ends with white space.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    segments: Segments = field(default_factory=Segments)
    starts: array[int] = field(default_factory=lambda: array("q"))
    ends: array[int] = field(default_factory=lambda: array("q"))
    pending: str = ""
    pending_at: int = 0
    pending_width: int = 0
    settled: bool = False  # a table has just said what parts the words, and a paragraph in its cell says no more
    tables: list[list[list[OpenCell]]] = field(default_factory=list)  # in the order in which they begin
    open_tables: list[int] = field(default_factory=list)
    cells: int = 0

    def write(self, words: str, at: int) -> None:
        """Words that stand in the source, character by character, from `at` on."""
        plain = words.translate(_WHITE)
        done = 0
        for match in _spaces().finditer(plain):
            self._stretch(plain[done : match.start()], at + done)
            self.part(SPACE, at + match.start(), EXACT)
            done = match.end()
        self._stretch(plain[done:], at + done)

    def put(self, words: str, at: int, width: int) -> None:
        """Words for which `width` characters of the source stand: an entity, an escape."""
        if words.isspace() and words not in _HARD_SPACES:
            self.part(SPACE, at, width)
        elif words:
            self._emit(words.translate(_WHITE), at, width)

    def part(self, separator: str, at: int, width: int = 0) -> None:
        """Let the words before and after be parted, at least by this; two ends of line make a block."""
        if separator == LINE == self.pending:
            separator = BLOCK
        if WEIGHT[separator] > WEIGHT[self.pending] and not self.settled:
            self.pending, self.pending_at, self.pending_width = separator, at, width

    def open_table(self, at: int) -> None:
        """A table begins."""
        self._settle(BLOCK, at)
        self.open_tables.append(len(self.tables))
        self.tables.append([])

    def open_row(self, at: int) -> None:
        """The next row of the innermost table begins."""
        if self.open_tables:
            self._settle(BLOCK, at)
            self._rows().append([])

    def open_cell(self, at: int, *, header: bool = False, columns: int = 1, rows: int = 1) -> None:
        """The next cell of the row begins; of the first row where none has begun."""
        if not self.open_tables:
            self.part(BLOCK, at)
            return
        if not self._rows():
            self.open_row(at)
        row = self._rows()[-1]
        if row and not self.settled:
            self.pending = ""  # a tab, whatever the end of the cell before said
        self._settle(CELL if row else BLOCK, at)
        row.append(OpenCell(header, columns, rows, end=self.length))
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise ArticleError(
                f"the article has more than {MOST_CELLS:,} table cells", "leave out tables that are data, not article"
            )

    def close_table(self, at: int) -> None:
        """The innermost table ends."""
        if self.open_tables:
            inner = [cell for row in self.tables[self.open_tables.pop()] for cell in row if cell.start is not None]
            if inner:
                self._fill(inner[0].start, inner[-1].end)
            self.settled = False
            self.part(BLOCK, at)

    def document(self, source: str, lines: Lines, language: str | None = None) -> Document:
        """What was written, as a document; ArticleError where there are no words."""
        text = "".join(self.pieces)
        if not text or text.isspace():
            raise ArticleError("the article has no text that a reader sees", "check that this is the right file")
        self.ends.append(self.length)
        blocks = Ranges(self.starts, self.ends)
        tables = tuple(Table(tuple(self._closed(row) for row in rows if row)) for rows in self.tables if rows)
        return Document(text, source, self.segments, lines, blocks, sentences(text, blocks), tables, language)

    def _closed(self, row: list[OpenCell]) -> tuple[Cell, ...]:
        return tuple(
            Cell(Span(cell.end if cell.start is None else cell.start, cell.end), cell.header, cell.columns, cell.rows)
            for cell in row
        )

    def _rows(self) -> list[list[OpenCell]]:
        return self.tables[self.open_tables[-1]]

    def _settle(self, separator: str, at: int) -> None:
        self.part(separator, at)
        self.settled = True

    def _stretch(self, words: str, at: int) -> None:
        """Words with no two spaces side by side."""
        if words.startswith(SPACE):
            self.part(SPACE, at, EXACT)
            words, at = words[1:], at + 1
        inner = words.removesuffix(SPACE)
        if inner:
            self._emit(inner, at, EXACT)
        if inner != words:
            self.part(SPACE, at + len(inner), EXACT)

    def _emit(self, words: str, at: int, width: int) -> None:
        """Words that are not white space, after what parts them from those before."""
        if not self.length:
            self.starts.append(0)
        elif self.pending:
            if WEIGHT[self.pending] >= WEIGHT[CELL]:
                self.ends.append(self.length)
                self.starts.append(self.length + len(self.pending))
            self._append(self.pending, self.pending_at, self.pending_width)
        start = self.length
        self.pending, self.settled = "", False
        self._append(words, at, width)
        self._fill(start, self.length)

    def _fill(self, start: int | None, end: int) -> None:
        """Words in this range belong to the cell that is open, if there is one."""
        rows = self._rows() if self.open_tables else []
        if rows and rows[-1]:
            cell = rows[-1][-1]
            cell.start = start if cell.start is None else cell.start
            cell.end = end

    def _append(self, words: str, at: int, width: int) -> None:
        self.segments.add(self.length, at, width)
        self.pieces.append(words)
        self.length += len(words)


_WHITE = str.maketrans("\t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029", SPACE * 12)
_HARD_SPACES = "\u00a0\u2007\u2009\u202f"  # they group digits


@cache
def _spaces() -> re.Pattern[str]:
    return re.compile("  +")
