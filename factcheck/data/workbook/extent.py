"""How far the cells of a workbook reach, found while its parts stream by, before any of them is built up in memory."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import IO, Protocol
from xml.parsers import expat

CHUNK = 1 << 20
LONGEST_NAME = 20  # bytes of a cell's name in XML
FILLED = ("value-type", "formula")  # attributes of a cell that says something


Merged = tuple[tuple[int, int], tuple[int, int]]
"""A range of cells: row and column of the first and the last of them, from 0."""


class Extent(Protocol):
    """Rows and columns up to the last cell that says something."""

    rows: int
    columns: int


class OfExcel:
    """The extent of a part in which cells have names: `r="B7"`."""

    def __init__(self, content: IO[bytes]) -> None:
        """Read the part to its end."""
        self.rows = self.columns = 0
        rest = b""
        while chunk := content.read(CHUNK):
            text = rest + chunk
            for found in re.finditer(rb' r="([A-Z]{1,3})([1-9][0-9]{0,6})"', text):
                row, column = position(found[1].decode("ascii"), found[2].decode("ascii"))
                self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
            rest = text[-LONGEST_NAME:]


class OfOpenDocument:
    """The extent of a part in which cells and rows are counted, and say how often they are repeated.

    `merged` has the ranges of cells that were made one, by the name of the sheet.
    """

    def __init__(self, content: IO[bytes]) -> None:
        """Read the part to its end; ValueError where it is no plain XML."""
        self.rows = self.columns = 0
        self.merged: dict[str, list[Merged]] = {}
        self._sheet = ""
        self._row = self._column = 0
        self._times = 1
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            while chunk := content.read(CHUNK):
                parser.Parse(chunk, False)  # noqa: FBT003 - whether it is the last
            parser.Parse(b"", True)  # noqa: FBT003 - as above
        except expat.ExpatError:
            raise ValueError("no XML") from None

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        given = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        match name.rpartition(":")[2]:
            case "table":
                self._sheet = given.get("name", "")
                self._row = self._column = 0
                self._times = 0
            case "table-row":
                self._row += self._times
                self._column, self._times = 0, int(given.get("number-rows-repeated", "1"))
            case "table-cell" | "covered-table-cell":
                down, across = (int(given.get(f"number-{way}-spanned", "1")) - 1 for way in ("rows", "columns"))
                if down > 0 or across > 0:
                    first = self._row, self._column
                    self.merged.setdefault(self._sheet, []).append((first, (first[0] + down, first[1] + across)))
                self._column += int(given.get("number-columns-repeated", "1"))
                if any(word in given for word in FILLED):
                    self.rows = max(self.rows, self._row + self._times)
                    self.columns = max(self.columns, self._column)

    def _doctype(self, *_: object) -> None:
        raise ValueError("entities of its own")


def position(column: str, row: str) -> tuple[int, int]:
    """The numbers of a row and a column, from 0, by the two parts of a cell's name.

    >>> position("AA", "1"), position("b", "7")
    ((0, 26), (6, 1))
    """
    number = 0
    for letter in column.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return int(row) - 1, number - 1
