"""One door: what the tables of a claims file say to its quantities, and everything that is wrong with either."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, closing
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from factcheck.data.asking import Asked, parts_of
from factcheck.data.cells import Cells
from factcheck.data.engine import Engine, Loaded, Room
from factcheck.data.error import DataError
from factcheck.data.extent import position
from factcheck.data.files import File, opened
from factcheck.data.formats import load
from factcheck.data.formats.sheet import SUFFIXES, Sheet, address, read
from factcheck.data.model import Query, Table
from factcheck.data.querying import Shelf, answers
from factcheck.dataclass import dataclass
from factcheck.finding.figure import DataSource, Figure, values
from factcheck.interval import Interval
from factcheck.mistake import Location, Mistake, near
from factcheck.text import DEFAULT


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was found: figures by the name of their quantity, the files that were read, and what is wrong.

    Each mistake has the way to its place in the claims file.
    """

    figures: Mapping[str, Figure]
    sources: tuple[DataSource, ...]
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """Where data are looked for, and how their cells are read.

    `folder` is that of the claims file; `allowed` are others whose files may be read. `seconds` is how long the SQL of
    a claims file may take in all.
    """

    folder: Path
    allowed: tuple[Path, ...] = ()
    language: str = DEFAULT
    cells: Mapping[str, Interval] = field(default_factory=dict)
    seconds: int = 20

    def cells_of(self, table: Table) -> Cells:
        """How the cells of a table are read."""
        return Cells(table.language or self.language, self.cells, table.language is not None)


def fetch(tables: Mapping[str, Table], queries: Mapping[str, Query], asking: Asking) -> Fetched:
    """What the tables say to the questions, by the name of the quantity that asks; no error is raised."""
    found = _Fetching(tables, queries, asking)
    for name in tables:
        found.find(name)
    asked = {query.table for query in queries.values() if query.table is not None}
    if asked:
        found.ask(asked)
    found.look()
    found.query()
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
    files: dict[str, File] = field(default_factory=dict)
    sources: list[DataSource] = field(default_factory=list)
    figures: dict[str, Figure] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def find(self, name: str) -> None:
        """Look at the file of a table."""
        with self._telling("data", name):
            pin = (self.tables[name].pin or "").removeprefix("sha256")[-64:].lower()
            self.files[name] = self._opened(name, self.tables[name].file, pin)

    def ask(self, asked: Iterable[str]) -> None:
        """Load the tables that are asked, shut everything else off, and ask."""
        try:
            engine = Engine()
        except DataError as error:
            self.mistakes.append(Mistake(("data",), error.message, error.remedy, at_key=True))
            return
        with closing(engine):
            loaded = {name: table for name in self.tables if name in asked and (table := self._loaded(name, engine))}
            engine.lock()
            for name, query in self.queries.items():
                with self._telling("quantities", name, "raw"):
                    if query.table is not None and (table := self._table(query.table, loaded)) is not None:
                        self.figures[name] = Asked(table, engine, self._cells(query.table)).figure(query)

    def look(self) -> None:
        """Look at the single cells that are asked for."""
        sheets: dict[tuple[str, str], Sheet] = {}
        for name, query in self.queries.items():
            if query.cell is not None:
                with self._telling("quantities", name, "raw", "cell"):
                    self.figures[name] = self._cell(query.cell, sheets)

    def query(self) -> None:
        """Ask what is asked by SQL, in a process of its own."""
        asked = {name: query.sql for name, query in self.queries.items() if query.sql is not None}
        if not asked or any(table not in self.files for table in self.tables):
            return
        shelves = {name: self._shelf(name) for name in self.tables}
        with self._telling("quantities", next(iter(asked)), "raw", "sql"):
            found = answers(shelves, list(asked.values()), self.asking.seconds)
            if found and "table" in found[0]:
                at = ("data", found[0]["table"], *found[0].get("at", ()))
                self.mistakes.append(Mistake(at, found[0]["message"], found[0]["remedy"]))
                return
            for (name, sql), answer in zip(asked.items(), found, strict=False):
                with self._telling("quantities", name, "raw", "sql"):
                    self.figures[name] = self._answer(sql, answer)
            if len(found) < len(asked):
                late = list(asked)[len(found)]
                message = f"the query came to no end within {_seconds(self.asking.seconds)}, or took too much memory"
                self.mistakes.append(Mistake(("quantities", late, "raw", "sql"), message, "ask for less"))

    def _shelf(self, name: str) -> Shelf:
        cells = self._cells(name)
        return Shelf(self.files[name], self.tables[name], cells.language == DEFAULT)

    def _answer(self, sql: str, answer: Mapping[str, Any]) -> Figure:
        """The figure of an answer; DataError where there is none."""
        if "message" in answer:
            raise DataError(answer["message"], answer["remedy"])
        value, unit = Cells(DEFAULT, self.asking.cells).value(answer["value"], stored=answer["stored"])
        told = f"what a query of {', '.join(dict.fromkeys(file.name for file in self.files.values()))} gives"
        inexact = "the answer to the query" if answer.get("inexact") else ""
        return Figure(value, f"{values(value)}, {told}", told, next(iter(self.files.values())).name, sql, unit, inexact)

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
        if name not in self.files:
            return None
        with self._telling("data", name):
            return load(self.files[name], self.tables[name], Room(engine, name, needed))
        return None

    def _table(self, name: str, loaded: Mapping[str, Loaded]) -> Loaded | None:
        if name not in self.tables:
            raise DataError(f"unknown table {name!r}", near(name, self.tables, "name it under `data`"), ("table",))
        return loaded.get(name)

    def _cells(self, name: str) -> Cells:
        return self.asking.cells_of(self.tables[name])

    def _cell(self, cell: str, sheets: dict[tuple[str, str], Sheet]) -> Figure:
        named, sheet_name, column, row = parts_of(cell)
        table = self.tables.get(named, Table(file=named))
        file = self.files[named] if named in self.files else self._file(named, table)
        if file.suffix not in SUFFIXES:
            raise DataError(f"{file.name} has no cells with names", f"name a workbook: {' or '.join(SUFFIXES)}")
        wanted = sheet_name or table.sheet
        if (file.name, wanted) not in sheets:
            sheets[file.name, wanted] = read(file, wanted)
            file.check()
        sheet = sheets[file.name, wanted]
        at = position(column, row)
        told = f"cell {address(*at)} of sheet {sheet.name} in {file.name}"
        _check_merged(sheet, at, told)
        text, stored = _content(sheet, at)
        try:
            value, unit = self.asking.cells_of(table).value(text, stored=stored)
        except DataError as error:
            raise DataError(f"{told}: {error.message}", error.remedy) from None
        inexact = f"{address(*at)}" if stored and text and not text.lstrip("-").isdecimal() else ""
        return Figure(value, f"{values(value)}, {told}", told, file.name, unit=unit, inexact=inexact)

    def _file(self, named: str, table: Table) -> File:
        """The file of a cell; one that a table names has been told of already."""
        if named in self.tables:
            raise _ToldError
        known = next((file for file in self.files.values() if file.name == named), None)
        if known is None:
            known = self.files[f"!{named}"] = self._opened("", table.file)
        return known

    def _telling(self, *at: str) -> AbstractContextManager[None]:
        """Keep what is wrong with what stands at the end of a way."""
        return _Telling(self.mistakes.append, at)


class _ToldError(DataError):
    """What follows from an error that was told already."""

    def __init__(self) -> None:
        super().__init__("")


@dataclass(frozen=True, slots=True)
class _Telling(AbstractContextManager[None]):
    tell: Callable[[Mistake], None]
    at: Location

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, DataError) and not isinstance(error, _ToldError):
            self.tell(Mistake((*self.at, *error.at), error.message, error.remedy))
        return isinstance(error, DataError)


def _seconds(number: int) -> str:
    return f"{number} second{'' if number == 1 else 's'}"


def _check_merged(sheet: Sheet, at: tuple[int, int], told: str) -> None:
    for (top, left), (bottom, right) in sheet.merged:
        if top <= at[0] <= bottom and left <= at[1] <= right and at != (top, left):
            raise DataError(f"{told} was made one with others", f"name the first of them, {address(top, left)}")


def _content(sheet: Sheet, at: tuple[int, int]) -> tuple[str | None, bool]:
    """The text of a cell, None where it is empty, and whether it was stored as a number."""
    row = sheet.rows[at[0]] if at[0] < len(sheet.rows) else ()
    cell = row[at[1]] if at[1] < len(row) else None
    return cell or (None, False)
