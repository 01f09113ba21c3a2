"""JSON and JSON Lines: a list of objects, each a row; numbers keep the digits that stand there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.data.cells.columns import Columns
from factcheck.data.engine import Loaded, Room, checked
from factcheck.data.error import DataError
from factcheck.data.files import File
from factcheck.data.model import Table

SUFFIXES = (".json", ".jsonl", ".ndjson")
LARGEST = 256 * 1024 * 1024  # bytes of a .json file, and characters of a line of .jsonl
HOW = 'write a list of objects, one a row, as in [{"platform": "Facebook"}]'


class _Number(str):
    """The digits of a number."""

    __slots__ = ()


class _TwiceError(ValueError):
    """A key that stands twice in an object."""


def load(file: File, table: Table, room: Room) -> Loaded:
    """The table; its columns are the keys of all the objects, in the order in which they first stand there."""
    records = list(_lines(file) if file.suffix != ".json" else _whole(file))
    keys = list(dict.fromkeys(key for _, record in records for key in record))
    headings = checked(keys or [""], file.name)
    noticed = Columns()
    rows = [[_text(record.get(key), at, noticed) for at, key in enumerate(keys)] for _, record in records]
    kept = [index for index, row in enumerate(rows) if any(cell is not None for cell in row)]
    names = room.fill(headings, (rows[index] for index in kept))

    def place(row: int, column: int) -> str:
        return f"{records[kept[row]][0]}, key {headings[column]!r}"

    return Loaded(room.name, file.name, headings, names, place, frozenset(noticed.stored), frozenset(), noticed.worded)


def _text(value: Any, column: int, noticed: Columns) -> str | None:
    match value:
        case None:
            return None
        case _Number():
            return noticed.number(value, column, exact=True)
        case str():
            return noticed.words(value, column)
        case bool():
            return str(value).lower()
    return json.dumps(value, ensure_ascii=False)


def _whole(file: File) -> Iterator[tuple[str, dict[str, Any]]]:
    if file.size > LARGEST:
        raise DataError(
            f"{file.name} is larger than {LARGEST:,} bytes", "write it as .jsonl, .csv or .parquet", ("file",)
        )
    found = _parsed(file.path.read_bytes(), file.name)
    if not isinstance(found, list):
        raise DataError(f"{file.name} is no list", HOW, ("file",))
    for number, record in enumerate(found, 1):
        yield f"object {number}", _record(record, f"{file.name}, object {number}")


def _lines(file: File) -> Iterator[tuple[str, dict[str, Any]]]:
    with file.path.open("rb") as lines:
        number = 0
        while line := lines.readline(LARGEST):
            number += 1
            if line.strip():
                told = f"{file.name}, line {number}"
                yield f"line {number}", _record(_parsed(line, told), told)


def _record(value: Any, told: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise DataError(f"{told} is no object", HOW, ("file",))
    return value


def _parsed(content: bytes, told: str) -> Any:
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            parse_float=_number,
            parse_int=_number,
            parse_constant=_number,
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError:
        raise DataError(f"{told} is not in UTF-8", "save it as UTF-8", ("file",)) from None
    except json.JSONDecodeError as error:
        message = f"{told}: no JSON at line {error.lineno}, column {error.colno}"
        raise DataError(message, error.msg[:1].lower() + error.msg[1:], ("file",)) from None
    except RecursionError:
        raise DataError(f"{told}: lists and objects are nested too deep", HOW, ("file",)) from None
    except _TwiceError as error:
        raise DataError(
            f"{told}: the key {str(error)!r} stands twice in one object", "keep one of them", ("file",)
        ) from None


def _number(digits: str) -> _Number:
    return _Number(digits)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found
