"""Parquet: typed columns, each value as its digits or its words."""

from __future__ import annotations

import re

from factcheck.data.cells import LARGEST_WHOLE
from factcheck.data.engine import Loaded, Room, checked, identifier, located
from factcheck.data.error import DataError
from factcheck.data.files import File
from factcheck.data.model import Table

SUFFIXES = (".parquet",)
BINARY = frozenset({"FLOAT", "DOUBLE"})
NUMBERS = r"(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|U(INTEGER)|DECIMAL\(.*|FLOAT|DOUBLE)"


def load(file: File, table: Table, room: Room) -> Loaded:
    """The table; of a column of binary fractions, whole numbers are written without a point."""
    source = f"read_parquet({located(file.path)})"
    try:
        described = room.engine.run(f"DESCRIBE SELECT * FROM {source}")  # noqa: S608
        headings = checked([row[0] for row in described], file.name)
        types = [str(row[1]) for row in described]
        columns = [_text(row[0], kind) for row, kind in zip(described, types, strict=True)]
        names = room.select(headings, columns, source)
    except room.engine.error:
        raise DataError(f"{file.name} is no Parquet file, or a broken one", "write it again", ("file",)) from None

    def place(row: int, column: int) -> str:
        return f"row {row + 1}, column {headings[column]!r}"

    stored = frozenset(index for index, kind in enumerate(types) if re.fullmatch(NUMBERS, kind))
    inexact = frozenset(index for index, kind in enumerate(types) if kind in BINARY)
    return Loaded(room.name, file.name, headings, names, place, stored, inexact)


def _text(column: str, kind: str) -> str:
    name = identifier(column)
    if kind not in BINARY:
        return f"CAST({name} AS VARCHAR)"
    whole = f"isfinite({name}) AND {name} = trunc({name}) AND abs({name}) < {LARGEST_WHOLE}"
    return f"CASE WHEN {whole} THEN CAST(CAST({name} AS BIGINT) AS VARCHAR) ELSE CAST({name} AS VARCHAR) END"
