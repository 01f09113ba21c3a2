"""The totals of tables: every column and row that has one, added up again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from factcheck.article import Cell, Document, Span, Table
from factcheck.numeral import Kind, Numeral
from factcheck.relation import COUNTS, Stated
from factcheck.text import NumeralError, read

ADDED = COUNTS | {Kind.PERCENT}
PARTIAL = "the rows beside the total are not all of it, or overlap"
ROUNDED = "the parts were rounded before they were printed"


@dataclass(frozen=True, slots=True)
class Sum:
    """Cells that a table adds up, and the cell of their total."""

    stated: Stated
    where: Span
    numbers: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row or column: its parts and total as numerals, with their cells."""

    parts: tuple[tuple[Cell, Numeral], ...]
    total: tuple[Cell, Numeral]

    @property
    def adds_up(self) -> bool:
        """Whether the printed numbers themselves do, to the last digit."""
        return sum(part.exact_value for _, part in self.parts) == self.total[1].exact_value


def sums(document: Document, language: str) -> Iterator[Sum]:
    """Every total in the tables of the document.

    That the other rows are the parts of a total is a guess: it is certain only where most other columns of the same
    table add up exactly that way.
    """
    for table in document.tables:
        if _is_plain(table):
            grid = [[_numeral(document, cell, language) for cell in row] for row in table.rows]
            labels = [document.words(row[0].span) if row else "" for row in table.rows]
            heads = [document.words(cell.span) for cell in table.rows[0]]
            flipped = [list(column) for column in zip(*table.rows, strict=True)]
            for lines in (
                _lines(table.rows, grid, labels, heads),
                _lines(flipped, [list(column) for column in zip(*grid, strict=True)], heads, labels),
            ):
                yield from (_sum(line, lines, document.text) for line in lines)


def _is_plain(table: Table) -> bool:
    """Whether it is rows of as many cells each, none of which reaches over others."""
    widths = {len(row) for row in table.rows}
    return len(widths) == 1 and len(table.rows) > 2 and all(cell.columns == cell.rows == 1 for cell in table.cells)


def _numeral(document: Document, cell: Cell, language: str) -> Numeral | None:
    """The number that is all of a cell."""
    words = document.words(cell.span).strip()
    try:
        numeral = read(words, language) if words else None
    except NumeralError:
        return None
    return numeral if numeral is not None and numeral.kind in ADDED and numeral.value is not None else None


def _lines(
    rows: Sequence[Sequence[Cell]],
    grid: Sequence[Sequence[Numeral | None]],
    labels: Sequence[str],
    heads: Sequence[str],
) -> list[_Line]:
    """The columns that end in a total, with the numbers above it."""
    last = len(rows) - 1
    if not _says_total().match(labels[last].strip()) or any(_is_special(label) for label in labels[1:last]):
        return []
    lines = []
    for column in range(1, len(rows[0])):
        if _is_no_sum().search(heads[column]):
            continue
        total = grid[last][column]
        parts = [(rows[row][column], grid[row][column]) for row in range(1, last)]
        known = tuple((cell, part) for cell, part in parts if part is not None)
        if (
            total is not None
            and len(known) == len(parts) > 1
            and _is_sum(total)
            and _alike([total, *(part for _, part in known)])
        ):
            lines.append(_Line(known, (rows[last][column], total)))
    return lines


def _alike(numerals: Sequence[Numeral]) -> bool:
    return len({(numeral.kind, numeral.unit) for numeral in numerals}) == 1


def _is_sum(total: Numeral) -> bool:
    """Whether it may be a sum: percentages add up to all of something, and rarely to anything else."""
    return total.kind is not Kind.PERCENT or total.value == 1


def _is_special(label: str) -> bool:
    """Whether the row may be counted in another one: a total in between, or some of the row above."""
    return bool(_says_total().match(label.strip()) or _says_part().match(label.strip()))


@cache
def _says_total() -> re.Pattern[str]:
    return re.compile(r"(?:(?:grand|sub|overall)[ -]?)?(?:total|sum|all|insgesamt|gesamt|summe)\b", re.IGNORECASE)


@cache
def _is_no_sum() -> re.Pattern[str]:
    """Columns that have totals which are no sums: "average age", "rate per 1,000", "% change"."""
    words = "averages?|mean|median|rates?|per|ratio|change|growth|index|ages?|years?|share|percentage|rank"
    return re.compile(rf"%|\b(?:{words})\b", re.IGNORECASE)


@cache
def _says_part() -> re.Pattern[str]:
    return re.compile(r"of which|in which|including|thereof|davon", re.IGNORECASE)


def _sum(line: _Line, lines: Sequence[_Line], text: str) -> Sum:
    numerals = (*(part for _, part in line.parts), line.total[1])
    cells = (*(cell for cell, _ in line.parts), line.total[0])
    counted = all(numeral.kind is Kind.COUNT and numeral.quantum == 1 for numeral in numerals)
    rounded = counted and "rounding" in text.lower()
    names = [*(f"row_{number}" for number in range(1, len(cells))), "total"]
    counts = [
        {"kind": "count", "quantity": name, "printed": replace(numeral, start=0, end=len(numeral.surface))}
        for name, numeral in zip(names, numerals, strict=True)
    ]
    total = {"kind": "total", "parts": names[:-1], "whole": "total"}
    others = [other.adds_up for other in lines if other is not line]
    confirmed = 2 * sum(others) > len(others)
    doubt = ROUNDED if rounded else "" if confirmed else PARTIAL
    stated = Stated({name: {} if counted else {"amount": "true"} for name in names}, (*counts, total), doubt)
    return Sum(stated, line.total[0].span, frozenset(cell.span.start for cell in cells))
