"""One door: what the tables of a claims file say to its quantities, and everything that is wrong with either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from factcheck.data import frames
from factcheck.data.asking import Asked, parts_of
from factcheck.data.cells.meaning import Cells
from factcheck.data.engine import Engine, InFile, Loaded, Room, Running
from factcheck.data.error import DataError
from factcheck.data.files import File, opened
from factcheck.data.formats import load
from factcheck.data.model import SHEET_SUFFIXES, Held, Query, Table
from factcheck.data.querying import Shelf, answers
from factcheck.data.servers.connected import Servers
from factcheck.data.telling import Telling, ToldError
from factcheck.data.workbook.extent import position
from factcheck.data.workbook.sheets import Sheet, read
from factcheck.data.workbook.single import figure
from factcheck.finding.figure import DataSource, Figure, values
from factcheck.interval import Interval
from factcheck.mistake import Mistake, near
from factcheck.text import DEFAULT

_Table = tuple[Loaded, Running]  # and what it is asked of


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was found: figures by the name of their quantity, the files and servers that were read, and what is wrong.

    Each mistake has the way to its place in the claims file.
    """

    figures: Mapping[str, Figure]
    sources: tuple[DataSource, ...]
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """Where data are looked for, and how their cells are read.

    `folder` is that of the claims file; `allowed` are others whose files may be read, and `servers` connections that may
    be used. `seconds` is how long the SQL of a claims file may take in all, and a server for one query.
    """

    folder: Path
    allowed: tuple[Path, ...] = ()
    servers: tuple[str, ...] = ()
    language: str = DEFAULT
    cells: Mapping[str, Interval] = field(default_factory=dict)
    seconds: int = 20

    def cells_of(self, table: Table | None) -> Cells:
        """How the cells of a table are read, or those of none in particular."""
        stated = table.language if table else None
        return Cells(stated or self.language, self.cells, stated is not None)


def fetch(tables: Mapping[str, Table], queries: Mapping[str, Query], asking: Asking) -> Fetched:
    """What the tables say to the questions, by the name of the quantity that asks; no error is raised."""
    found = _Fetching(tables, queries, asking, Servers(tables, asking.servers, asking.seconds))
    try:
        for name in tables:
            found.find(name)
        found.ask()
        found.look()
        found.query()
    finally:
        found.servers.close()
    order = list(queries)
    figures = {
        name: replace(found.figures[name], asked=queries[name]) for name in sorted(found.figures, key=order.index)
    }
    return Fetched(figures, tuple(found.sources), tuple(dict.fromkeys(found.mistakes)))


@dataclass(slots=True)
class _Fetching:
    tables: Mapping[str, Table]
    queries: Mapping[str, Query]
    asking: Asking
    servers: Servers
    files: dict[str, File] = field(default_factory=dict)
    sources: list[DataSource] = field(default_factory=list)
    figures: dict[str, Figure] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def find(self, name: str) -> None:
        """Look at the file of a table, or connect to its server."""
        table = self.tables[name]
        with self._telling("data", name):
            if table.postgres:
                if any(query.table == name or query.sql is not None for query in self.queries.values()):
                    self.sources.append(self.servers.connect(name))
            elif table.file:
                pin = (table.pin or "").removeprefix("sha256")[-64:].lower()
                self.files[name] = self._opened(name, table.file, pin)

    def ask(self) -> None:
        """Ask what is asked by table and column."""
        asked = {query.table for query in self.queries.values() if query.table is not None and query.sql is None}
        with ExitStack() as open_ones:
            loaded = self._of_servers(asked) | self._of_files(asked, open_ones)
            for name, query in self.queries.items():
                with self._telling("quantities", name, "raw"):
                    if query.table in asked and query.sql is None and (table := self._table(query.table, loaded)):
                        self.figures[name] = Asked(*table, self._cells(query.table)).figure(query)
            for name in self.files.keys() & loaded.keys():
                with self._telling("data", name):
                    self.files[name].check()

    def look(self) -> None:
        """Look at the single cells that are asked for."""
        sheets: dict[tuple[str, str], Sheet] = {}
        for name, query in self.queries.items():
            if query.cell is not None:
                with self._telling("quantities", name, "raw", "cell"):
                    self.figures[name] = self._cell(query.cell, sheets)

    def query(self) -> None:
        """Ask what is asked by SQL: of a server, or of all the files."""
        of_files: dict[str, str] = {}
        for name, query in self.queries.items():
            with self._telling("quantities", name, "raw"):
                if query.sql is not None and (table := self._server_table(query)) is None:
                    of_files[name] = query.sql
                elif query.sql is not None and table in self.servers.by_table:
                    server = self.servers.by_table[table]
                    self.figures[name] = self._answer(query.sql, server.answer(query.sql), [server.told])
        if of_files and any(isinstance(table, Held) for table in self.tables.values()):
            message = "no query of SQL sees what Python holds"
            at = ("quantities", next(iter(of_files)), "raw", "sql")
            self.mistakes.append(Mistake(at, message, "ask it by `table` and `where`"))
        elif of_files and all(name in self.files for name, table in self.tables.items() if table.file):
            self._query(of_files)

    def _query(self, asked: Mapping[str, str]) -> None:
        """Ask the files, in a process of its own."""
        shelves = {name: self._shelf(name) for name, table in self.tables.items() if table.file}
        with self._telling("quantities", next(iter(asked)), "raw", "sql"):
            found = answers(shelves, list(asked.values()), self.asking.seconds)
            if found and "table" in found[0]:
                at = ("data", found[0]["table"], *found[0].get("at", ()))
                self.mistakes.append(Mistake(at, found[0]["message"], found[0]["remedy"]))
                return
            for (name, sql), answer in zip(asked.items(), found, strict=False):
                with self._telling("quantities", name, "raw"):
                    self.figures[name] = self._answer(sql, answer, [file.name for file in self.files.values()])
            if len(found) < len(asked):
                late = list(asked)[len(found)]
                message = f"the query came to no end within {_seconds(self.asking.seconds)}, or took too much memory"
                self.mistakes.append(Mistake(("quantities", late, "raw", "sql"), message, "ask for less"))

    def _shelf(self, name: str) -> Shelf:
        cells = self._cells(name)
        return Shelf(self.files[name], self.tables[name], cells.language == DEFAULT)

    def _server_table(self, query: Query) -> str | None:
        """A table of the server that a query is for; None where it is for the files."""
        if query.table is not None:
            self._table(query.table, {})
            return query.table if self.tables[query.table].postgres else None
        places = {tuple(sorted(table.connection.items())) for table in self.tables.values()}
        if len(places) > 1:
            message = "the tables under `data` are in several places"
            raise DataError(message, "say which of them the query is for: `table: …` beside `sql`", ("sql",))
        return next((name for name, table in self.tables.items() if table.postgres), None)

    def _answer(self, sql: str, answer: Mapping[str, Any], asked: Sequence[str]) -> Figure:
        """The figure of an answer; DataError where there is none."""
        if "message" in answer:
            raise DataError(answer["message"], answer["remedy"], ("sql",))
        try:
            value, unit = Cells(DEFAULT, self.asking.cells).value(answer["value"], stored=answer["stored"])
        except DataError as error:
            raise error.under("sql") from None
        told = f"what a query of {', '.join(dict.fromkeys(asked))} gives"
        inexact = "the answer to the query" if answer.get("inexact") else ""
        return Figure(value, f"{values(value)}, {told}", told, asked[0], sql, unit, inexact)

    def _of_servers(self, asked: Iterable[str]) -> dict[str, _Table]:
        found: dict[str, _Table] = {}
        for name, server in self.servers.by_table.items():
            with self._telling("data", name):
                if name in asked:
                    found[name] = server.loaded(name, self.tables[name]), server
        return found

    def _of_files(self, asked: Iterable[str], open_ones: ExitStack) -> dict[str, _Table]:
        """The tables that are asked, loaded, with everything else shut off from then on."""
        names = [name for name, table in self.tables.items() if not table.postgres and name in asked]
        if not names:
            return {}
        try:
            engine = open_ones.enter_context(closing(Engine()))
        except DataError as error:
            self.mistakes.append(Mistake(("data",), error.message, error.remedy, at_key=True))
            return {}
        loaded = {name: table for name in names if (table := self._loaded(name, engine))}
        stayed = [name for name, table in loaded.items() if table.stays]
        engine.lock(self.files[name].path for name in stayed)
        return {name: (table, InFile(engine, table.told) if table.stays else engine) for name, table in loaded.items()}

    def _opened(self, name: str, path: str, pin: str = "") -> File:
        file = opened(path, self.asking.folder, self.asking.allowed)
        self.sources.append(DataSource(name, file.name, file.size, file.sha256, pin))
        return file

    def _loaded(self, name: str, engine: Engine) -> Loaded | None:
        """A table whose file could be opened, in the engine; None where it cannot be loaded, which is told."""
        needed = frozenset(
            heading
            for query in self.queries.values()
            if query.table == name
            for heading in (*query.where, query.operation[1])
            if heading
        )
        table = self.tables[name]
        if name not in self.files and not isinstance(table, Held):
            return None
        with self._telling("data", name):
            if isinstance(table, Held):
                loaded, source = frames.load(table, Room(engine, name, needed))
                self.sources.append(source)
                return loaded
            return load(self.files[name], table, Room(engine, name, needed, stays=True))
        return None

    def _table(self, name: str | None, loaded: Mapping[str, _Table]) -> _Table | None:
        if name is None or name not in self.tables:
            raise DataError(f"unknown table {name!r}", near(str(name), self.tables, "name it under `data`"), ("table",))
        return loaded.get(name)

    def _cells(self, name: str | None) -> Cells:
        return self.asking.cells_of(self.tables[name] if name else None)

    def _cell(self, cell: str, sheets: dict[tuple[str, str], Sheet]) -> Figure:
        named, sheet_name, column, row = parts_of(cell)
        table = self.tables.get(named, Table(file=named))
        if named in self.tables and not table.file:
            raise DataError(f"{named} is no workbook, and has no cells with names", "ask it by `table`")
        file = self.files[named] if named in self.files else self._file(named, table)
        if file.suffix not in SHEET_SUFFIXES:
            raise DataError(f"{file.name} has no cells with names", f"name a workbook: {' or '.join(SHEET_SUFFIXES)}")
        wanted = sheet_name or table.sheet
        if (file.name, wanted) not in sheets:
            sheets[file.name, wanted] = read(file, wanted)
            file.check()
        return figure(file, sheets[file.name, wanted], position(column, row), self.asking.cells_of(table))

    def _file(self, named: str, table: Table) -> File:
        """The file of a cell; one that a table names has been told of already."""
        if named in self.tables:
            raise ToldError
        known = next((file for file in self.files.values() if file.name == named), None)
        if known is None:
            known = self.files[f"!{named}"] = self._opened("", table.file)
        return known

    def _telling(self, *at: str) -> AbstractContextManager[None]:
        """Keep what is wrong with what stands at the end of a way."""
        return Telling(self.mistakes.append, at)


def _seconds(number: int) -> str:
    return f"{number} second{'' if number == 1 else 's'}"
