"""The cells of a sheet: the values that are stored in them, not how they are formatted."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from numbers import Real
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from factcheck.data.cells.meaning import written
from factcheck.data.error import DataError
from factcheck.data.files import File
from factcheck.data.workbook.extent import Extent, Merged, OfExcel, OfOpenDocument
from factcheck.mistake import near

LARGEST_CONTENT = 256 * 1024 * 1024  # bytes of all parts together, as they come out of the archive
MOST_PARTS = 5_000
MOST_CELLS = 20_000_000  # of a sheet, the empty ones before the last among them
MOST_DIGITS = 15  # that a workbook keeps of a number
BROKEN = "open it in the program that wrote it, and save it again"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a sheet from its first on: None where one is empty, else its text and whether it was a number.

    `merged` are ranges of cells that were made one.
    """

    name: str
    rows: Sequence[Sequence[tuple[str, bool] | None]]
    merged: tuple[Merged, ...] = ()


def read(file: File, name: str) -> Sheet:
    """A sheet of a workbook by name; without a name, the only one that can be seen. DataError where there is none."""
    merged = _check_archive(file)
    try:
        import python_calamine as calamine
    except ImportError:
        message = "workbooks are read with python-calamine, which is not installed"
        raise DataError(message, "pip install 'factcheck-claims[data]'") from None
    try:
        workbook = calamine.CalamineWorkbook.from_path(file.path)
        kinds = {sheet.name: sheet for sheet in workbook.sheets_metadata}
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - a broken file makes the library raise whatever it stumbles over, panics too
        raise DataError(f"{file.name} is no workbook, or a broken or protected one", BROKEN, ("file",)) from None
    seen = [name for name, sheet in kinds.items() if sheet.visible == calamine.SheetVisibleEnum.Visible]
    chosen = name or _only(file, seen)
    if chosen not in kinds:
        raise DataError(
            f"{file.name} has no sheet {chosen!r}", near(chosen, kinds, f"it has {', '.join(kinds)}"), ("sheet",)
        )
    try:
        sheet = workbook.get_sheet_by_name(chosen)
        found: Any = sheet.to_python(skip_empty_area=False)
        rows = [[_cell(value, file, chosen) for value in row] for row in found]
        return Sheet(chosen, rows, tuple(sheet.merged_cell_ranges or merged.get(chosen) or ()))
    except (DataError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - as above
        raise DataError(f"{file.name}, sheet {chosen} cannot be read", BROKEN, ("file",)) from None


def _only(file: File, seen: Sequence[str]) -> str:
    if len(seen) != 1:
        message = f"{file.name} has {len(seen)} sheets that can be seen"
        raise DataError(
            message, f"name one: `sheet: …`; there is {', '.join(seen)}" if seen else "name one: `sheet: …`", ("sheet",)
        )
    return seen[0]


def _cell(value: Any, file: File, sheet: str) -> tuple[str, bool] | None:
    """The text of a cell, and whether it is stored as a number."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return str(value).lower(), False
    if isinstance(value, datetime):
        day = value.time() == time()
        return (value.date().isoformat() if day else value.isoformat(sep=" ")), False
    if isinstance(value, date | time):
        return value.isoformat(), False
    if isinstance(value, timedelta):
        return str(value), False
    if isinstance(value, Real):
        number = written(repr(value))
        if len(number.lstrip("-").replace(".", "").strip("0")) > MOST_DIGITS + 2:
            message = f"{file.name}, sheet {sheet}: {number} has more digits than a workbook keeps"
            raise DataError(message, "store it as text", ("file",))
        return number, True
    text = str(value).strip()
    return (text, False) if text else None


def _check_archive(file: File) -> dict[str, list[Merged]]:
    """The cells that an OpenDocument file has made one, by sheet; DataError for no archive, or one with more than is read."""
    merged: dict[str, list[Merged]] = {}
    try:
        with ZipFile(file.path) as archive:
            members = archive.infolist()
            if len(members) > MOST_PARTS or sum(member.file_size for member in members) > LARGEST_CONTENT:
                raise DataError(f"{file.name} unpacks to more than {LARGEST_CONTENT:,} bytes", "split it", ("file",))  # noqa: TRY301
            for member in members:  # the library trusts what the archive says of its sizes
                with archive.open(member) as content:
                    merged |= _check_extent(file, member.filename, content)
    except DataError:
        raise
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError, OverflowError):
        message = f"{file.name} is no workbook, or a broken or protected one"
        raise DataError(message, BROKEN, ("file",)) from None
    return merged


def _check_extent(file: File, member: str, content: IO[bytes]) -> dict[str, list[Merged]]:
    """Read a part to its end; DataError where cells of it stand so far out that all before them fill the memory."""
    extent: Extent = OfOpenDocument(content) if member == "content.xml" else OfExcel(content)
    if extent.rows * extent.columns > MOST_CELLS:
        message = f"{file.name} has a sheet of {extent.rows:,} rows and {extent.columns:,} columns"
        raise DataError(message, "delete what stands far from the table, or save it as CSV", ("file",))
    return extent.merged if isinstance(extent, OfOpenDocument) else {}


def address(row: int, column: int) -> str:
    """The name of a cell by the numbers of its row and column, from 0.

    >>> address(6, 1), address(0, 26)
    ('B7', 'AA1')
    """
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
