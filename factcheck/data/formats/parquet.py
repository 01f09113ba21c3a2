"""Parquet: typed columns, each value as its digits or its words."""

from __future__ import annotations

from dataclasses import replace

from factcheck.data.engine import Loaded, Room, checked, identifier, located
from factcheck.data.error import DataError
from factcheck.data.files import File
from factcheck.data.model import Table
from factcheck.data.typed import inexact, stored, text_of

SUFFIXES = (".parquet",)


def load(file: File, table: Table, room: Room) -> Loaded:
    """The table, its columns of the types that they have in the file."""
    source = f"read_parquet({located(file.path)})"
    try:
        described = room.engine.run(f"DESCRIBE SELECT * FROM {source}")  # noqa: S608
        headings = checked([row[0] for row in described], file.name)
        types = [str(row[1]) for row in described]
        names = room.select(headings, [identifier(row[0]) for row in described], source)
    except room.engine.error:
        raise DataError(f"{file.name} is no Parquet file, or a broken one", "write it again", ("file",)) from None

    def place(row: int, column: int) -> str:
        return f"row {row + 1}, column {headings[column]!r}"

    texts = tuple(text_of(name, kind) for name, kind in zip(names, types, strict=True))
    number, binary = stored(types), inexact(types)
    known = Loaded(room.name, file.name, headings, names, place, number, binary, texts=texts)
    return replace(known, exact={index: identifier(names[index]) for index in number - binary})
