"""Parquet: typed columns, each value as its digits or its words."""

from __future__ import annotations

from factcheck.data.engine import Loaded, Room, checked, located
from factcheck.data.error import DataError
from factcheck.data.files import File
from factcheck.data.model import Table
from factcheck.data.typed import inexact, stored, text_of

SUFFIXES = (".parquet",)


def load(file: File, table: Table, room: Room) -> Loaded:
    """The table; of a column of binary fractions, whole numbers are written without a point."""
    source = f"read_parquet({located(file.path)})"
    try:
        described = room.engine.run(f"DESCRIBE SELECT * FROM {source}")  # noqa: S608
        headings = checked([row[0] for row in described], file.name)
        types = [str(row[1]) for row in described]
        columns = [text_of(row[0], kind) for row, kind in zip(described, types, strict=True)]
        names = room.select(headings, columns, source)
    except room.engine.error:
        raise DataError(f"{file.name} is no Parquet file, or a broken one", "write it again", ("file",)) from None

    def place(row: int, column: int) -> str:
        return f"row {row + 1}, column {headings[column]!r}"

    return Loaded(room.name, file.name, headings, names, place, stored(types), inexact(types))
