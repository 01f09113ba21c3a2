"""The process that SQL of a claims file runs in: little memory and time, no files to write, nothing but the tables to read.

`python -m factcheck.data.child` reads one JSON object from its standard input, and answers with one on a line for each
query. It is started by `querying`, and is nothing to be run by hand.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from time import process_time_ns
from typing import Any

from factcheck.data.answer import answer_of
from factcheck.data.engine import Engine, Loaded, Room, identifier
from factcheck.data.error import DataError
from factcheck.data.files import File
from factcheck.data.formats import load
from factcheck.data.model import Table

MEMORY = 4 * 1024**3  # bytes of address space
OF_ENGINE = "1GB"
WHOLE = "-?(0|[1-9][0-9]{0,17})"
DECIMALS = r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,9})?"


def main() -> None:
    """Set the limits, load the tables, shut the engine off, and answer query by query."""
    with open(0, "rb") as stream:
        asked = json.load(stream)
    engine = Engine()
    limit(asked["seconds"])
    engine.run(f"SET memory_limit = '{OF_ENGINE}'")
    for one in asked["tables"]:
        wrong = _wrong(one, engine)
        if wrong:
            _answer({"table": one["name"], **wrong})
            return
    engine.lock()
    for sql in asked["queries"]:
        _answer(answered(engine, sql))


def limit(seconds: int) -> None:
    """Bound what this process may use from now on; ImportError where the system knows no such bounds."""
    import resource

    until = process_time_ns() // 10**9 + 1 + seconds
    bounds = {
        resource.RLIMIT_CPU: (until, until + 1),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_AS: (MEMORY, MEMORY),
    }
    for bound, least in bounds.items():
        resource.setrlimit(bound, least)


def _wrong(one: Mapping[str, Any], engine: Engine) -> dict[str, Any]:
    """What is wrong with a table, once it is tried to load it."""
    try:
        _load(one, engine)
    except DataError as error:
        return {"message": error.message, "remedy": error.remedy, "at": list(error.at)}
    except (MemoryError, engine.error):
        return {"message": "the table is too large for queries", "remedy": "ask it by `table` and `where`"}
    return {}


def _load(one: Mapping[str, Any], engine: Engine) -> None:
    file = File(one["file"], Path(one["path"]), one["size"], one["sha256"], tuple(one["state"]))
    loaded = load(file, Table.model_validate(one["options"]), Room(engine, one["name"]))
    for index, name in enumerate(loaded.names):
        as_text = f"{identifier(name)} SET DATA TYPE VARCHAR USING {loaded.text(index)}"
        if loaded.texts:
            engine.run(f"ALTER TABLE {identifier(loaded.name)} ALTER COLUMN {as_text}")
        _give_type(loaded, name, engine, decimals=one["decimals"])


def _give_type(loaded: Loaded, name: str, engine: Engine, *, decimals: bool) -> None:
    """Make a column one of whole or decimal numbers, where all its cells are written as such."""
    column, table = identifier(name), identifier(loaded.name)
    places = f"max(length(split_part({column}, '.', 2)))"
    tried = f"bool_and(regexp_full_match({column}, '{WHOLE}')), bool_and(regexp_full_match({column}, '{DECIMALS}'))"
    ((whole, decimal, longest),) = engine.run(f"SELECT {tried}, {places} FROM {table}")  # noqa: S608
    kind = "BIGINT" if whole else f"DECIMAL(38, {longest})" if decimal and decimals else ""
    if kind:
        engine.run(f"ALTER TABLE {table} ALTER COLUMN {column} SET DATA TYPE {kind}")


def answered(engine: Engine, sql: str) -> dict[str, Any]:
    """The only value that a query gives, in words, or what is wrong with the query."""
    try:
        kinds = engine.statements(sql)
        if len(kinds) != 1 or kinds[0] != "SELECT":
            told = f"{len(kinds)} statements" if len(kinds) != 1 else f"a statement of the sort {kinds[0]}"
            return {
                "message": f"{told} where one SELECT was expected",
                "remedy": "write one query, without a semicolon",
            }
        columns, rows = engine.first(sql, 2)
    except MemoryError:
        return {"message": "the query takes too much memory", "remedy": "ask for less"}
    except engine.error as error:
        return {
            "message": f"the query cannot be run: {_brief(str(error))}",
            "remedy": "only the tables under `data` are known",
        }
    return answer_of(columns, rows)


def _brief(error: str) -> str:
    """The first line of what DuckDB complains of."""
    return error.partition("\n")[0][:300]


def _answer(told: Mapping[str, Any]) -> None:
    os.write(1, json.dumps(told).encode("ascii") + b"\n")


if __name__ == "__main__":
    main()
