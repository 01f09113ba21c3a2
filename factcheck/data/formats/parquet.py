"""Parquet: typed columns, each value as its digits or its words."""

from __future__ import annotations

from dataclasses import replace

from factcheck.data.cells.typed import inexact, stored, text_of
from factcheck.data.engine import BROKEN, Loaded, Room, checked, identifier, literal, located
from factcheck.data.error import DataError
from factcheck.data.files import File
from factcheck.data.model import Table

SUFFIXES = (".parquet",)
ROW = "file_row_number"
DAYS = ("DATE", "TIMESTAMP")


def load(file: File, table: Table, room: Room) -> Loaded:
    """The table, its columns of the types that they have in the file, where it stays if that can be."""
    source = f"read_parquet({located(file.path)})"
    try:
        described = room.engine.run(f"DESCRIBE SELECT * FROM {source}")  # noqa: S608
        headings = checked([row[0] for row in described], file.name)
        types = [str(row[1]) for row in described]
        stays = room.stays and located(file.path) == literal(str(file.path)) and ROW not in map(str.casefold, headings)
        row = "r" * (1 + max(map(len, headings))) if stays else ""  # which no column of the table can be
        if row:
            source = f"read_parquet({located(file.path)}, {ROW} = true)"
        columns = [identifier(one[0]) for one in described]
        names = room.select(headings, columns, source, (ROW, row) if row else None)
    except room.engine.error:
        raise DataError(f"{file.name} {BROKEN}", "write it again", ("file",)) from None

    def place(number: int, column: int) -> str:
        return f"row {number + 1}, column {headings[column]!r}"

    texts = tuple(text_of(name, kind) for name, kind in zip(names, types, strict=True))
    numbers, binary = stored(types), inexact(types)
    known = Loaded(room.name, file.name, headings, names, place, numbers, binary, texts=texts)
    exact = {index: identifier(names[index]) for index in numbers - binary}
    days = {index: identifier(names[index]) for index, kind in enumerate(types) if kind in DAYS}
    return replace(known, exact=exact, days=days, row=row or known.row)
