"""The engine that tables are loaded into and asked: DuckDB in memory, shut off from everything outside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from factcheck.data.error import DataError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BATCH = 20_000  # rows
BROKEN = "cannot be read: it is of another format, or broken"
MOST_COLUMNS = 2_000
MEMORY = "4GB"
SHUT = {  # nothing is fetched, and no variable of Python is a table
    "python_enable_replacements": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "memory_limit": MEMORY,
    "temp_directory": "",
}

Row = Sequence[str | None]


def identifier(name: str) -> str:
    """A name as SQL has it.

    >>> identifier("platform"), identifier('5" pipes')
    ('"platform"', '"5"" pipes"')
    """
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as SQL has it.

    >>> literal("Barnardo's")
    "'Barnardo''s'"
    """
    return "'" + text.replace("'", "''") + "'"


def located(path: Path) -> str:
    """The path of a file as SQL has it, with nothing in it that stands for other characters.

    >>> located(Path("/tmp/[x]/a?.csv"))
    "'/tmp/[[]x]/a[?].csv'"
    """
    return literal(re.sub(r"[\[*?]", r"[\g<0>]", str(path)))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A table that was loaded: its name, the file as it is told, its headings, and what is known of its cells.

    `names` are the columns in SQL, one a heading. `stored` are columns that held numbers, not their words, and `worded`
    the texts among those; `inexact` are columns of binary fractions. `place` tells where a cell stands, by the number of
    its row in the table and that of its column, both from 0. Where columns are not text themselves, `texts` are they as
    text, in SQL, and `exact` are those of whole and decimal numbers as they are, `days` those of days and moments; of those in `blank`,
    an empty text is an empty cell. `row` is the number of a row, in SQL. A table that was not loaded, but stays on
    its server, has its name there, in SQL, as `relation`; `hidden` are columns that may not be read.
    """

    name: str
    told: str
    headings: tuple[str, ...]
    names: tuple[str, ...]
    place: Callable[[int, int], str]
    stored: frozenset[int] = frozenset()
    inexact: frozenset[int] = frozenset()
    worded: Mapping[int, frozenset[str]] = field(default_factory=dict)
    merged: Mapping[int, str] = field(default_factory=dict)
    relation: str = ""
    texts: tuple[str, ...] = ()
    exact: Mapping[int, str] = field(default_factory=dict)
    days: Mapping[int, str] = field(default_factory=dict)
    blank: frozenset[int] = frozenset()
    row: str = "rowid"
    hidden: frozenset[int] = frozenset()

    @property
    def source(self) -> str:
        """What its rows are taken from, in SQL."""
        return self.relation or identifier(self.name)

    @property
    def stays(self) -> bool:
        """Whether it is read from its file with each question."""
        return self.row != "rowid"

    @property
    def first(self) -> str:
        """The number of the first of several rows, from 0, in SQL; those of a server have none."""
        return "0" if self.relation else f"min({self.row})"

    def text(self, column: int) -> str:
        """A column as text, in SQL; NULL where a cell is empty."""
        return f"NULLIF({self.words(column)}, '')" if column in self.blank else self.words(column)

    def words(self, column: int) -> str:
        """The same where only texts are looked for that are not empty."""
        return self.texts[column] if self.texts else identifier(self.names[column])


class Running(Protocol):
    """What SQL can be asked of."""

    def run(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a statement."""


class Engine:
    """A database in memory."""

    def __init__(self) -> None:
        """An empty one; DataError where DuckDB is not installed."""
        try:
            import duckdb
        except ImportError:
            message = "data are read with DuckDB, which is not installed"
            raise DataError(message, "pip install 'factcheck-claims[data]'") from None
        self.error: type[Exception] = duckdb.Error
        self._connection: DuckDBPyConnection = duckdb.connect(":memory:", config=dict[str, Any](SHUT))
        self._connection.execute("SET TimeZone = 'UTC'")  # a moment is the same text everywhere
        self.run("SET enable_progress_bar = false")  # it would be printed amid a report

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a statement."""
        return self._connection.execute(sql, list(parameters)).fetchall() if parameters else self._plain(sql)

    def _plain(self, sql: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql).fetchall()

    def statements(self, sql: str) -> list[str]:
        """The sorts of the statements in a text: SELECT, COPY and so on."""
        return [str(statement.type.name) for statement in self._connection.extract_statements(sql)]

    def first(self, sql: str, most: int) -> tuple[int, list[tuple[Any, ...]]]:
        """How many columns a query gives, and its first rows."""
        found = self._connection.execute(sql)
        return len(found.description or ()), found.fetchmany(most)

    def lock(self, files: Iterable[Path] = ()) -> None:
        """Shut the files off: from now on there is nothing but the tables, and those files that hold some of them."""
        self.run(f"SET allowed_paths = [{', '.join(literal(str(file)) for file in files)}]")
        self.run("SET enable_external_access = false")
        self.run("SET lock_configuration = true")

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()


@dataclass(frozen=True, slots=True)
class InFile:
    """An engine that is asked of a table that stayed in its file."""

    engine: Engine
    told: str

    def run(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a statement; DataError where the file cannot be read after all."""
        try:
            return self.engine.run(sql)
        except self.engine.error:
            raise DataError(f"{self.told} {BROKEN}", "write it again") from None


@dataclass(frozen=True, slots=True)
class Room:
    """Where a table is to go: the engine, the table's name, and the headings that are asked for (all where None).

    Of the other columns the first are taken as well, as many as `more` says. With `stays` it may stay in its file, and be
    read from there with each question.
    """

    engine: Engine
    name: str
    needed: frozenset[str] | None = None
    more: int = 0
    stays: bool = False

    def kept(self, headings: Sequence[str]) -> list[int]:
        """The columns that are asked for, by number; the first alone where none is, for rows to be counted."""
        if self.needed is None:
            return list(range(len(headings)))
        found = [index for index, heading in enumerate(headings) if heading in self.needed]
        others = [index for index, heading in enumerate(headings) if heading and heading not in self.needed]
        return sorted([*found, *others[: self.more]]) or [0]

    def select(
        self, headings: Sequence[str], columns: Sequence[str], source: str, row: tuple[str, str] | None = None
    ) -> tuple[str, ...]:
        """Make the table of columns, in SQL, of a source; rows without anything in them are left out.

        What is not asked for is not even looked at, unless there are rows in which nothing of the rest stands. With `row`,
        the number of a row in the source and a name for it, the table stays where it is.
        """
        names, table = unique(headings), identifier(self.name)
        kept = self.kept(headings)
        sort = "VIEW" if row else "TABLE"
        listed = [f"{columns[index]} AS {identifier(names[index])}" for index in kept]
        listed += [f"{row[0]} AS {row[1]}"] if row else []
        made = f"CREATE {sort} {table} AS SELECT {', '.join(listed)} FROM {source}"  # noqa: S608
        self.engine.run(made)
        blank = " AND ".join(f"{identifier(names[index])} IS NULL" for index in kept)
        if self.engine.run(f"SELECT 1 FROM {table} WHERE {blank} LIMIT 1"):  # noqa: S608
            self.engine.run(f"DROP {sort} {table}")
            self.engine.run(f"{made} WHERE {' OR '.join(f'({column}) IS NOT NULL' for column in columns)}")
        return names

    def fill(self, headings: Sequence[str], rows: Iterable[Row]) -> tuple[str, ...]:
        """Make the table of rows, each with a cell for every heading; all of them have something in them."""
        names, kept = unique(headings), self.kept(headings)
        declared = ", ".join(f"{identifier(names[index])} VARCHAR" for index in kept)
        self.engine.run(f"CREATE TABLE {identifier(self.name)} ({declared})")
        unnested = ", ".join("unnest(?::VARCHAR[])" for _ in kept)
        left = iter(rows)
        while batch := list(islice(left, BATCH)):
            columns = [[row[index] for row in batch] for index in kept]
            self.engine.run(f"INSERT INTO {identifier(self.name)} SELECT {unnested}", columns)
        return names


def unique(headings: Sequence[str]) -> tuple[str, ...]:
    """A name in SQL for each heading, numbered where it is empty or stands there already; small letters count as capitals.

    >>> unique(["n", "N", "", "n"])
    ('n', 'N (2)', 'column 3', 'n (3)')
    """
    taken: set[str] = set()
    names: list[str] = []
    for index, heading in enumerate(headings):
        plain = heading or f"column {index + 1}"
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain} ({number})"
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def checked(headings: Sequence[str], told: str) -> tuple[str, ...]:
    """The headings without the spaces around them; DataError where there are none, or too many."""
    found = tuple(heading.strip() for heading in headings)
    if not any(found):
        raise DataError(
            f"{told} has no headings", "write what each column is in its first row, or name the row: `header: 3`"
        )
    if len(found) > MOST_COLUMNS:
        raise DataError(f"{told} has {len(found):,} columns", f"at most {MOST_COLUMNS:,} are read")
    return found
