"""SQLite files, by Python's own library: read only, tables and no views, every value as its digits or its words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from numbers import Real
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.cache import ledger
from factcheck.data.cells.columns import Columns
from factcheck.data.engine import Loaded, Room, checked, identifier
from factcheck.data.error import DataError
from factcheck.data.files import File
from factcheck.data.model import Table
from factcheck.mistake import near

if TYPE_CHECKING:
    from sqlite3 import Connection

SUFFIXES = (".sqlite", ".sqlite3", ".db")
TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@' "
    "AND sql NOT LIKE 'CREATE VIRTUAL%'"
)


def load(file: File, table: Table, room: Room) -> Loaded:
    """The table; only those that are stored in the file are known."""
    import sqlite3

    waiting = Path(f"{file.path}-wal")
    if ledger.exists(waiting, waiting.exists()) and waiting.stat().st_size:
        message = f"{file.name} has changes that are not in the file yet"
        raise DataError(message, "close the program that writes it", ("file",))
    try:
        with closing(sqlite3.connect(f"{file.path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            chosen = _chosen(file, table, [str(row[0]) for row in connection.execute(TABLES)])
            return _loaded(file, chosen, room, connection)
    except (sqlite3.Error, OverflowError):
        raise DataError(
            f"{file.name} is no SQLite file, or a broken one", "check that this is the right file", ("file",)
        ) from None


def _chosen(file: File, table: Table, known: list[str]) -> str:
    if not table.table and len(known) == 1:
        return known[0]
    if not table.table:
        raise DataError(
            f"{file.name} has {len(known)} tables", f"name one: `table: …`; there is {', '.join(known)}", ("table",)
        )
    if table.table not in known:
        message = f"{file.name} has no table {table.table!r}"
        raise DataError(message, near(table.table, known, f"it has {', '.join(known) or 'none'}"), ("table",))
    return table.table


def _loaded(file: File, chosen: str, room: Room, connection: Connection) -> Loaded:
    cursor = connection.execute(f"SELECT * FROM {identifier(chosen)}")  # noqa: S608 - a name from the file's own list
    headings = checked([column[0] for column in cursor.description], file.name)
    noticed = Columns()

    def place(row: int, column: int) -> str:
        return f"table {chosen}, row {row + 1}, column {headings[column]!r}"

    def rows() -> Iterator[list[str | None]]:
        for number, row in enumerate(cursor):
            if any(isinstance(value, bytes) for value in row):
                at = next(column for column, value in enumerate(row) if isinstance(value, bytes))
                raise DataError(
                    f"{file.name}, {place(number, at)}: bytes are no text", "leave the column out", ("file",)
                )
            cells = [_text(value, column, noticed) for column, value in enumerate(row)]
            if any(cell is not None for cell in cells):
                yield cells

    names = room.fill(headings, rows())
    stored, inexact = frozenset(noticed.stored), frozenset(noticed.inexact)
    return Loaded(room.name, file.name, headings, names, place, stored, inexact, noticed.worded)


def _text(value: Any, column: int, noticed: Columns) -> str | None:
    if isinstance(value, Real):
        return noticed.number(repr(value), column, exact=isinstance(value, int))
    return None if value is None else noticed.words(str(value), column)
