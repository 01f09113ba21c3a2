"""A single cell of a sheet: what it says as a number."""

from __future__ import annotations

from factcheck.data.cells.meaning import Cells
from factcheck.data.error import DataError
from factcheck.data.files import File
from factcheck.data.workbook.sheets import Sheet, address
from factcheck.data.workbook.shown import shown
from factcheck.finding.figure import Figure, values


def figure(file: File, sheet: Sheet, at: tuple[int, int], cells: Cells) -> Figure:
    """What stands in a cell, named by the numbers of its row and column from 0; DataError where it says no number."""
    told = f"cell {address(*at)} of sheet {sheet.name} in {file.name}"
    for (top, left), (bottom, right) in sheet.merged:
        if top <= at[0] <= bottom and left <= at[1] <= right and at != (top, left):
            raise DataError(f"{told} was made one with others", f"name the first of them, {address(top, left)}")
    row = sheet.rows[at[0]] if at[0] < len(sheet.rows) else ()
    text, stored = (row[at[1]] if at[1] < len(row) else None) or (None, False)
    try:
        value, unit = cells.value(text, stored=stored)
    except DataError as error:
        raise DataError(f"{told}: {error.message}", error.remedy) from None
    program = shown(file, sheet.name, address(*at), at, text) if stored and text else ""
    if program:
        told += f", shown as {program}"
    inexact = address(*at) if stored and text and not text.lstrip("-").isdecimal() else ""
    return Figure(value, f"{values(value)}, {told}", told, file.name, unit=unit, inexact=inexact)
