"""Tables that Python holds: frames of pandas, Polars and whatever else narwhals knows, and relations of DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

from factcheck.data.cells.columns import Columns
from factcheck.data.cells.typed import inexact, stored, text_of
from factcheck.data.engine import Loaded, Room, Row, checked
from factcheck.data.error import DataError
from factcheck.data.model import Held
from factcheck.finding.figure import DataSource

if TYPE_CHECKING:
    from narwhals import Series

RELATION = "DuckDBPyRelation"


def load(table: Held, room: Room) -> tuple[Loaded, DataSource]:
    """The table in the room that was made for it, with what it is; DataError where it cannot be read. Every row counts."""
    loaded, sort = (_relation if type(table.held).__name__ == RELATION else _frame)(table.held, room)
    ((rows,),) = room.engine.run(f"SELECT count(*) FROM {loaded.source}")  # noqa: S608
    width = len(loaded.headings)
    size = f"{rows:,} row{'' if rows == 1 else 's'} and {width:,} column{'' if width == 1 else 's'}"
    return loaded, DataSource(room.name, room.name, held=f"{sort} of {size}")


def rows(table: Held) -> int:
    """How many rows it has, before it is loaded."""
    if type(table.held).__name__ == RELATION:
        return int(table.held.aggregate("count(*)").fetchall()[0][0])
    import narwhals

    known = narwhals.from_native(table.held)
    return int(known.select(narwhals.len()).collect().item() if isinstance(known, narwhals.LazyFrame) else len(known))


def _place(headings: tuple[str, ...]) -> Any:
    return lambda row, column: f"row {row + 1}, column {headings[column]!r}"


def _relation(relation: Any, room: Room) -> tuple[Loaded, str]:
    kinds, names = [str(kind) for kind in relation.types], list(relation.columns)
    headings = checked(names, room.name)
    kept = room.kept(headings)
    try:
        asked = relation.project(", ".join(f"{text_of(names[at], kinds[at])} AS c{at}" for at in kept))
        columns = room.fill(headings, _rows(asked, kept, len(names)))
    except room.engine.error as error:
        message = f"{room.name} cannot be read: {str(error).partition(chr(10))[0]}"
        raise DataError(message, "see that it can be shown", ()) from None
    found = Loaded(room.name, room.name, headings, columns, _place(headings), stored(kinds), inexact(kinds))
    return found, "a relation of DuckDB"


def _rows(relation: Any, kept: list[int], width: int) -> Iterator[Row]:
    """Its rows, with nothing where a column was not asked for."""
    for cells in relation.fetchall():
        row: list[str | None] = [None] * width
        for at, cell in zip(kept, cells, strict=True):
            row[at] = cell or None
        yield row


def _frame(frame: Any, room: Room) -> tuple[Loaded, str]:
    try:
        import narwhals
    except ImportError:
        message = "frames are read with narwhals, which is not installed"
        raise DataError(message, "pip install 'factcheck-claims[frames]'") from None
    try:
        known = narwhals.from_native(frame)
        eager = known.collect() if isinstance(known, narwhals.LazyFrame) else known
    except (TypeError, narwhals.exceptions.NarwhalsError) as error:
        message = f"{room.name} cannot be read: {str(error).partition(chr(10))[0].rstrip(':')}"
        raise DataError(message, "give a frame of pandas or Polars, each column with a name of its own") from None
    headings = checked([str(name) for name in eager.columns], room.name)
    noticed = Columns()
    kept = room.kept(headings)
    texts = {at: _texts(eager[:, at], at, noticed) for at in kept}
    nothing = [None] * len(eager)
    columns = [texts.get(at, nothing) for at in range(len(headings))]
    names = room.fill(headings, zip(*columns, strict=True))
    floats = {at for at in kept if eager[:, at].dtype.is_float()}
    exactness = frozenset(noticed.stored), frozenset(noticed.inexact | floats)
    found = Loaded(room.name, room.name, headings, names, _place(headings), *exactness, noticed.worded)
    return found, f"a frame of {eager.implementation.name.lower()}"


def _texts(series: Series[Any], column: int, noticed: Columns) -> list[str | None]:
    """The values of a column as text."""
    import narwhals

    empty = series.is_null().to_list()
    values = (series.cast(narwhals.String) if series.dtype.is_float() else series).to_list()
    if series.dtype.is_float():
        pairs = zip(values, empty, strict=True)
        return [None if is_empty else noticed.number(str(value), column) for value, is_empty in pairs]
    return [None if is_empty else _text(value, column, noticed) for value, is_empty in zip(values, empty, strict=True)]


def _text(value: Any, column: int, noticed: Columns) -> str | None:
    if isinstance(value, bool) or type(value).__name__ in ("bool", "bool_"):
        return str(value).lower()
    if isinstance(value, Integral):
        return noticed.number(str(value), column, exact=True)
    if type(value).__name__ == "Decimal":
        return noticed.number(f"{value:f}", column, exact=True)
    if isinstance(value, Real):
        return noticed.number(str(value), column)
    if isinstance(value, datetime):
        is_day = value.time() == time() and value.tzinfo is None
        return value.date().isoformat() if is_day else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        raise DataError(f"column {column + 1} has bytes, which are no text", "leave the column out")
    return noticed.words(str(value), column)
