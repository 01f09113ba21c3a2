"""Excel and OpenDocument workbooks: a table is a sheet, below its headings."""

from __future__ import annotations

from factcheck.data.cells.columns import Columns
from factcheck.data.engine import Loaded, Room, checked
from factcheck.data.error import DataError
from factcheck.data.files import File
from factcheck.data.model import SHEET_SUFFIXES, Table
from factcheck.data.workbook.sheets import Sheet, address, read

SUFFIXES = SHEET_SUFFIXES


def load(file: File, table: Table, room: Room) -> Loaded:
    """The table of a sheet, below its headings."""
    sheet = read(file, table.sheet)
    told = f"{file.name}, sheet {sheet.name}"
    filled = [index for index, row in enumerate(sheet.rows) if any(row)]
    first = table.header - 1 if table.header is not None else next(iter(filled), 0)
    if first >= len(sheet.rows):
        raise DataError(f"{told} has {len(sheet.rows)} rows", "name the row with the headings", ("header",))
    headings = checked([cell[0] if cell else "" for cell in sheet.rows[first]], told)
    below = [index for index in filled if index > first]
    noticed = Columns()
    rows = ([_text(cell, at, noticed) for at, cell in enumerate(sheet.rows[index])] for index in below)
    names = room.fill(headings, rows)

    def place(row: int, column: int) -> str:
        return f"sheet {sheet.name}, cell {address(below[row], column)}"

    merged, stored, inexact = (
        _merged(sheet, first, len(headings)),
        frozenset(noticed.stored),
        frozenset(noticed.inexact),
    )
    return Loaded(room.name, file.name, headings, names, place, stored, inexact, noticed.worded, merged)


def _text(cell: tuple[str, bool] | None, column: int, noticed: Columns) -> str | None:
    if cell is None:
        return None
    text, stored = cell
    return noticed.number(text, column) if stored else noticed.words(text, column)


def _merged(sheet: Sheet, first: int, width: int) -> dict[int, str]:
    """The columns in which cells were made one with others, from the headings on, each with such a range."""
    found: dict[int, str] = {}
    for (top, left), (bottom, right) in sheet.merged:
        if bottom >= first:
            told = f"sheet {sheet.name}, cells {address(top, left)}:{address(bottom, right)}"
            found.update({column: told for column in range(left, min(right + 1, width)) if column not in found})
    return found
